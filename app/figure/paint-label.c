/* Lines of text with a halo. */
#include "figure/paint-cairo.h"
#include "figure/paint-shapes.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "figure/text-layout.h"

#define HALO_OPACITY 0.9

static void
paint_line_of_text (cairo_t *cr, PangoLayout *layout, const MilieuStyle *style, const MilieuMark *mark, MilieuColour colour,
                    double opacity, double x, double y)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  if (mark->stroke && mark->width > 0)
    {
      cairo_new_path (cr);
      cairo_move_to (cr, x, y);
      pango_cairo_layout_line_path (cr, line);
      milieu_paint_set_colour (cr, style, mark->stroke, HALO_OPACITY * mark->stroke_opacity * opacity);
      cairo_set_line_width (cr, 2 * mark->width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }
  milieu_paint_set_colour (cr, style, colour, opacity * mark->fill_opacity);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout_line (cr, line);
}

static double
shift (const MilieuMark *mark, double width)
{
  double room = mark->label.width - width;

  return mark->label.align == MILIEU_ALIGN_RIGHT ? room : mark->label.align == MILIEU_ALIGN_CENTRE ? room / 2 : 0;
}

static PangoLayout *
create_layout (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout;

  milieu_text_prepare_context (context);
  layout = pango_layout_new (context);
  g_object_unref (context);
  return layout;
}

void
milieu_paint_label_mark (cairo_t *cr, PangoLayout **layout, const MilieuStyle *style, const MilieuMark *mark,
                         MilieuColour colour, double opacity, gboolean strong)
{
  const char *line = mark->label.text;
  MilieuTextStyle text = mark->label.style;
  double top = mark->label.y, middle = mark->label.x + mark->label.width / 2;
  guint lines = 1;

  colour = milieu_style_ground_text (style, colour);
  if (!*layout)
    *layout = create_layout ();
  for (const char *p = line; *p; p++)
    lines += *p == '\n';
  if (strong)
    text.weight = MAX (text.weight, 600);
  cairo_save (cr);
  if (mark->label.angle != 0)
    {
      double y = top + lines * mark->label.line_height / 2;

      cairo_translate (cr, middle, y);
      cairo_rotate (cr, mark->label.angle);
      cairo_translate (cr, -middle, -y);
    }
  for (guint i = 0; i < lines; i++)
    {
      gsize length = strcspn (line, "\n");
      double baseline = top + (i + 0.5) * mark->label.line_height + MILIEU_BASELINE * text.size;
      int width;

      milieu_text_prepare_layout (*layout, line, length, &text);
      pango_layout_get_size (*layout, &width, NULL);
      paint_line_of_text (cr, *layout, style, mark, colour, opacity,
                          mark->label.x + shift (mark, (double) width / PANGO_SCALE), baseline);
      line += length + 1;
    }
  cairo_restore (cr);
}
