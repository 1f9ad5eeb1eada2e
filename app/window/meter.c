#include "window/meter.h"

#include "window/sample.h"

#include <adwaita.h>

typedef struct
{
  double from, to;
  MilieuColour colour;
} Part;

struct _MilieuMeter
{
  GtkWidget parent_instance;

  int height;
  gboolean middle;
  GArray *parts; /* Part */
};

G_DEFINE_FINAL_TYPE (MilieuMeter, milieu_meter, GTK_TYPE_WIDGET)

#define OVERHANG 1 /* px by which the tick in the middle stands out */

static GdkRGBA
colour_of (MilieuColour colour, float alpha)
{
  guint32 rgb = milieu_style_rgb (milieu_style (milieu_window_style ()), colour);

  return (GdkRGBA) { (float) (rgb >> 16 & 255) / 255, (float) (rgb >> 8 & 255) / 255, (float) (rgb & 255) / 255, alpha };
}

static void
append (GtkSnapshot *snapshot, MilieuColour colour, float alpha, double x, double y, double width, double height)
{
  GdkRGBA rgba = colour_of (colour, alpha);

  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
milieu_meter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MilieuMeter *self = MILIEU_METER (widget);
  double width = gtk_widget_get_width (widget);
  GskRoundedRect trough;

  gsk_rounded_rect_init_from_rect (&trough, &GRAPHENE_RECT_INIT (0, OVERHANG, (float) width, (float) self->height),
                                   (float) self->height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &trough);
  append (snapshot, MILIEU_COLOUR_SOFT, 0.20f, 0, OVERHANG, width, self->height);
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);

      append (snapshot, part->colour, 1, part->from * width, OVERHANG, (part->to - part->from) * width, self->height);
    }
  gtk_snapshot_pop (snapshot);
  if (self->middle)
    append (snapshot, MILIEU_COLOUR_SOFT, 1, width / 2 - 0.5, 0, 1, self->height + 2 * OVERHANG);
}

static void
milieu_meter_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  int height = MILIEU_METER (widget)->height + 2 * OVERHANG;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 40 : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 140 : height;
}

static void
milieu_meter_finalize (GObject *object)
{
  g_array_unref (MILIEU_METER (object)->parts);
  G_OBJECT_CLASS (milieu_meter_parent_class)->finalize (object);
}

static void
milieu_meter_class_init (MilieuMeterClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = milieu_meter_finalize;
  widget_class->snapshot = milieu_meter_snapshot;
  widget_class->measure = milieu_meter_measure;
  gtk_widget_class_set_css_name (widget_class, "meter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
milieu_meter_init (MilieuMeter *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
milieu_meter_new (int height, gboolean middle)
{
  MilieuMeter *self = g_object_new (MILIEU_TYPE_METER, NULL);

  self->height = height;
  self->middle = middle;
  return GTK_WIDGET (self);
}

void
milieu_meter_add (MilieuMeter *self, double from, double to, MilieuColour colour)
{
  Part part = { CLAMP (MIN (from, to), 0, 1), CLAMP (MAX (from, to), 0, 1), colour };

  g_return_if_fail (MILIEU_IS_METER (self));

  g_array_append_val (self->parts, part);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
