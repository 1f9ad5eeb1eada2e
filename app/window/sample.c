#include "window/sample.h"

#include "figure/paint-cairo.h"
#include "figure/ties.h"

#include <adwaita.h>
#include <math.h>

#define TIE_HEIGHT 16
#define TIE_WIDTH 1.7 /* px of the stroke: a little more than on the canvas, for it is short */

struct _MilieuSample
{
  GtkWidget parent;
  gboolean is_tie;
  guint symbol, ground;
  double size;
  guint tie_class, evidence;
  gboolean directed;
};

G_DEFINE_FINAL_TYPE (MilieuSample, milieu_sample, GTK_TYPE_WIDGET)

MilieuStyleName
milieu_window_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_dark (manager))
    return MILIEU_STYLE_DARK;
  return adw_style_manager_get_high_contrast (manager) ? MILIEU_STYLE_CONTRAST : MILIEU_STYLE_LIGHT;
}

static MilieuMark
tie_mark (MilieuSample *self, double width, double height)
{
  gboolean bends = self->tie_class == MILIEU_CLASS_INTERACTION;
  double y = height / 2;
  MilieuPoint a = { 1, bends ? y + 4 : y }, b = { width - 3, bends ? y + 1 : y };

  return (MilieuMark) {
    .kind = MILIEU_MARK_TIE,
    .width = TIE_WIDTH * (self->tie_class == MILIEU_CLASS_LOCATION ? 0.72 : 1),
    .flags = self->evidence == MILIEU_EVIDENCE_VERIFIED ? 0 : MILIEU_MARK_PLAIN,
    .tie = { .curve = milieu_curve_between (a, b, bends ? 0.16 : 0), .scale = 1,
             .tie_class = self->tie_class, .evidence = self->evidence, .directed = self->directed },
  };
}

/* evidence is of no class: its dash and tick are drawn in ink */
static void
paint_evidence (const MilieuMark *mark, cairo_t *cr, const MilieuStyle *style)
{
  MilieuTieShape shape = milieu_tie_shape (mark, style, 1);
  guint32 rgb = style->colours[MILIEU_COLOUR_INK];

  cairo_set_source_rgb (cr, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
  cairo_set_line_width (cr, shape.width);
  cairo_set_dash (cr, shape.dash, (int) shape.n_dash, 0);
  cairo_set_line_cap (cr, shape.round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, shape.body.start.x, shape.body.start.y);
  cairo_line_to (cr, shape.body.end.x, shape.body.end.y);
  cairo_stroke (cr);
  if (!shape.has_tick)
    return;
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, shape.tick_width);
  cairo_move_to (cr, shape.tick[0].x, shape.tick[0].y);
  cairo_line_to (cr, shape.tick[1].x, shape.tick[1].y);
  cairo_stroke (cr);
}

static void
paint_tie (MilieuSample *self, cairo_t *cr, const MilieuStyle *style, double width, double height)
{
  MilieuMark mark = tie_mark (self, width, height);

  if (self->tie_class == MILIEU_CLASS_UNSET)
    paint_evidence (&mark, cr, style);
  else
    milieu_paint_mark (cr, style, &mark);
}

static void
milieu_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MilieuSample *self = MILIEU_SAMPLE (widget);
  const MilieuStyle *style = milieu_style (milieu_window_style ());
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  if (self->is_tie)
    paint_tie (self, cr, style, width, height);
  else
    milieu_paint_symbol (cr, style, self->symbol, self->ground, width / 2.0, height / 2.0 + 0.5, self->size);
  cairo_destroy (cr);
}

static void
milieu_sample_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  MilieuSample *self = MILIEU_SAMPLE (widget);

  if (self->is_tie)
    *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) self->size : TIE_HEIGHT;
  else
    *minimum = (int) ceil (self->size * 1.35);
  *natural = *minimum;
}

static void
milieu_sample_class_init (MilieuSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = milieu_sample_snapshot;
  widget_class->measure = milieu_sample_measure;
  gtk_widget_class_set_css_name (widget_class, "sample");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
milieu_sample_init (MilieuSample *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
milieu_sample_new_symbol (MilieuSymbol symbol, guint ground, double size)
{
  MilieuSample *self = g_object_new (MILIEU_TYPE_SAMPLE, NULL);

  self->symbol = symbol;
  self->ground = ground;
  self->size = size;
  return GTK_WIDGET (self);
}

GtkWidget *
milieu_sample_new_tie (MilieuClass tie_class, MilieuEvidence evidence, gboolean directed, int width)
{
  MilieuSample *self = g_object_new (MILIEU_TYPE_SAMPLE, NULL);

  self->is_tie = TRUE;
  self->tie_class = tie_class;
  self->evidence = evidence;
  self->directed = directed;
  self->size = width;
  return GTK_WIDGET (self);
}

void
milieu_sample_set_symbol (MilieuSample *self, MilieuSymbol symbol, guint ground)
{
  g_return_if_fail (MILIEU_IS_SAMPLE (self));
  self->symbol = symbol;
  self->ground = ground;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
