#include "window/histogram.h"

#include <adwaita.h>
#include <math.h>

#include "window/sample.h"

#define HEIGHT 52
#define MOST_WIDTH 26.0 /* px of a bar: few bins do not become blocks */
#define MARK_WIDTH 2.0f
#define LEAST_BAR 1.0   /* px of a bin that is not empty, however little it holds */

typedef struct
{
  double count;
  char *words;
} Bin;

struct _MilieuHistogram
{
  GtkWidget parent_instance;

  MilieuColour colour;
  GArray *bins; /* Bin */
  double most;
  double mark; /* NAN for none */
};

G_DEFINE_FINAL_TYPE (MilieuHistogram, milieu_histogram, GTK_TYPE_WIDGET)

static double
step_of (MilieuHistogram *self)
{
  return MIN (MOST_WIDTH, gtk_widget_get_width (GTK_WIDGET (self)) / (double) MAX (1, self->bins->len));
}

static void
append (GtkSnapshot *snapshot, MilieuColour colour, float alpha, double x, double y, double width, double height)
{
  guint32 rgb = milieu_style_rgb (milieu_style (milieu_window_style ()), colour);
  GdkRGBA rgba = { (float) (rgb >> 16 & 255) / 255, (float) (rgb >> 8 & 255) / 255, (float) (rgb & 255) / 255, alpha };

  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
milieu_histogram_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MilieuHistogram *self = MILIEU_HISTOGRAM (widget);
  double step = step_of (self), gap = step > 4 ? 1 : 0, height = gtk_widget_get_height (widget) - 1;

  for (guint i = 0; i < self->bins->len; i++)
    {
      double count = g_array_index (self->bins, Bin, i).count, tall = count / MAX (self->most, 1) * (height - 2);

      if (count > 0)
        append (snapshot, self->colour, 1, i * step, height - MAX (tall, LEAST_BAR), step - gap, MAX (tall, LEAST_BAR));
    }
  append (snapshot, MILIEU_COLOUR_SOFT, 0.6f, 0, height, step * self->bins->len, 1);
  if (!isnan (self->mark))
    append (snapshot, MILIEU_COLOUR_INK, 1, (self->mark + 0.5) * step - MARK_WIDTH / 2, 0, MARK_WIDTH, height);
}

static void
milieu_histogram_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 80 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : HEIGHT;
}

static gboolean
on_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  MilieuHistogram *self = MILIEU_HISTOGRAM (widget);
  double bin = x / step_of (self);

  if (keyboard || bin < 0 || bin >= self->bins->len)
    return FALSE;
  gtk_tooltip_set_text (tooltip, g_array_index (self->bins, Bin, (guint) bin).words);
  return TRUE;
}

static void
bin_clear (gpointer data)
{
  Bin *bin = data;

  g_free (bin->words);
}

static void
milieu_histogram_finalize (GObject *object)
{
  g_array_unref (MILIEU_HISTOGRAM (object)->bins);
  G_OBJECT_CLASS (milieu_histogram_parent_class)->finalize (object);
}

static void
milieu_histogram_class_init (MilieuHistogramClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = milieu_histogram_finalize;
  widget_class->snapshot = milieu_histogram_snapshot;
  widget_class->measure = milieu_histogram_measure;
  gtk_widget_class_set_css_name (widget_class, "histogram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
milieu_histogram_init (MilieuHistogram *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->bins = g_array_new (FALSE, FALSE, sizeof (Bin));
  g_array_set_clear_func (self->bins, bin_clear);
  self->mark = NAN;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_tooltip), NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
milieu_histogram_new (MilieuColour colour, const char *words)
{
  MilieuHistogram *self = g_object_new (MILIEU_TYPE_HISTOGRAM, NULL);

  self->colour = colour;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return GTK_WIDGET (self);
}

void
milieu_histogram_add (MilieuHistogram *self, double count, const char *words)
{
  Bin bin = { count, g_strdup (words) };

  g_return_if_fail (MILIEU_IS_HISTOGRAM (self));
  g_array_append_val (self->bins, bin);
  self->most = MAX (self->most, count);
}

void
milieu_histogram_mark (MilieuHistogram *self, double bin)
{
  g_return_if_fail (MILIEU_IS_HISTOGRAM (self));
  self->mark = bin;
}
