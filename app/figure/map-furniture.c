#include "figure/map-furniture.h"

#include <math.h>

#define BAR_HEIGHT 3.2
#define SHORT_BAR 26.0
#define OVERHANG 8.0         /* that the last figure may stand out beyond the bar's right end */
#define LOCATOR_BEYOND 9000.0 /* metres that the locator's frame may reach beyond the region */
#define FINEST_STEP 0.35
#define TICK 4.0
#define SHADOWS 7

static char *
number (const MilieuPen *pen, double value)
{
  double whole = value < 0 ? -value : value;
  guint decimals = whole == floor (whole) ? 0 : whole * 10 == floor (whole * 10) ? 1 : 2;

  return milieu_words_number (pen->tools->language, value, decimals);
}

/* the last figure and its unit */
static char *
last_figure (const MilieuPen *pen, double metres)
{
  g_autofree char *figure = number (pen, metres / (metres >= 1000 ? 1000 : 1));

  return g_strdup_printf ("%s\342\200\257%s", figure, metres >= 1000 ? "km" : "m");
}

static double
last_half (const MilieuPen *pen, double metres)
{
  g_autofree char *last = last_figure (pen, metres);

  return milieu_pen_width (pen, MILIEU_TEXT_SCALE, last) / 2;
}

double
milieu_furniture_scale_bar (const MilieuPen *pen, double right, double base, double metres_per_px, double most)
{
  double px, metres = milieu_scale_bar_length (metres_per_px, most * pen->unit, &px), height = BAR_HEIGHT * pen->unit;
  MilieuPenText as = { .align = MILIEU_ALIGN_CENTRE, .halo = MILIEU_COLOUR_HALO, .tabular = TRUE };
  double x;

  if (!(metres > 0))
    return 0;
  x = MIN (right - px, right + OVERHANG * pen->unit - last_half (pen, metres) - px);
  milieu_pen_box (pen, (MilieuBox) { x, base - height, x + px, base }, 0, MILIEU_COLOUR_CASING, 1,
                  MILIEU_COLOUR_INK, 0.8 * pen->unit, 1, NULL);
  milieu_pen_box (pen, (MilieuBox) { x, base - height, x + px / 2, base }, 0, MILIEU_COLOUR_INK, 1,
                  MILIEU_COLOUR_NONE, 0, 0, NULL);
  /* a short bar bears its end, and its beginning and middle where there is room */
  for (guint i = px < SHORT_BAR * pen->unit ? 2 : 0; i < 3; i += px < 1.8 * SHORT_BAR * pen->unit ? 2 : 1)
    {
      double value = metres * i / 2 / (metres >= 1000 ? 1000 : 1), y = base - height - 6.5 * pen->unit;
      g_autofree char *figure = number (pen, value);
      g_autofree char *last = last_figure (pen, metres);

      as.align = px < SHORT_BAR * pen->unit ? MILIEU_ALIGN_RIGHT : MILIEU_ALIGN_CENTRE;
      milieu_pen_text_as (pen, MILIEU_TEXT_SCALE, i < 2 ? figure : last, x + px * i / 2, y, &as);
    }
  return px;
}

void
milieu_furniture_north (const MilieuPen *pen, double x, double y)
{
  double u = pen->unit;
  MilieuPoint right[3] = { { x, y - 9 * u }, { x + 4 * u, y + 4 * u }, { x, y + 1.6 * u } };
  MilieuPoint left[3] = { { x, y - 9 * u }, { x - 4 * u, y + 4 * u }, { x, y + 1.6 * u } };
  MilieuPenText as = { .align = MILIEU_ALIGN_CENTRE, .halo = MILIEU_COLOUR_HALO };

  milieu_pen_polygon (pen, right, 3, MILIEU_COLOUR_INK, 1, MILIEU_COLOUR_INK, 0.9 * u);
  milieu_pen_polygon (pen, left, 3, MILIEU_COLOUR_CASING, 1, MILIEU_COLOUR_INK, 0.9 * u);
  milieu_pen_text_as (pen, MILIEU_TEXT_SCALE, milieu_words_context (pen->tools->language, "north", "N"), x, y - 15 * u, &as);
}

/* ---- locator ---- */

double
milieu_furniture_locator_height (MilieuBasemap *basemap, double width)
{
  MilieuBounds region = milieu_basemap_region (basemap);

  return width * (region.north - region.south) / (region.east - region.west);
}

static void
draw_small (const MilieuPen *pen, MilieuBasemap *basemap, MilieuBasemapLayer layer, const MilieuFrame *frame,
            MilieuPoint origin, MilieuColour fill, MilieuColour stroke, double width)
{
  guint n;
  const MilieuFeature *features = milieu_basemap_features (basemap, layer, MILIEU_DETAIL_500M, &n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < features[i].n_lines; k++)
      {
        g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MilieuPoint));
        const MilieuLine *line = &features[i].lines[k];

        for (guint j = 0; j < line->n_points; j++)
          {
            MilieuPoint p;

            milieu_frame_to_px (frame, line->points[j], &p.x, &p.y);
            p.x += origin.x;
            p.y += origin.y;
            if (points->len == 0 || ABS (p.x - g_array_index (points, MilieuPoint, points->len - 1).x) > FINEST_STEP
                || ABS (p.y - g_array_index (points, MilieuPoint, points->len - 1).y) > FINEST_STEP)
              g_array_append_val (points, p);
          }
        if (points->len >= 3)
          milieu_pen_polygon (pen, (MilieuPoint *) points->data, points->len, fill, 1, stroke, width * pen->unit);
      }
}

void
milieu_furniture_locator (const MilieuPen *pen, MilieuBasemap *basemap, double x, double y, double width,
                          const MilieuFrame *frame)
{
  MilieuBounds region = milieu_basemap_region (basemap), seen = milieu_frame_bounds (frame);
  double scale = (region.east - region.west) / width;
  MilieuFrame small = { width, (region.north - region.south) / scale,
                        { (region.west + region.east) / 2, (region.south + region.north) / 2 }, scale };
  MilieuPoint origin = { x, y };
  MilieuBox box;

  draw_small (pen, basemap, MILIEU_LAYER_REGION, &small, origin, MILIEU_COLOUR_LAND, MILIEU_COLOUR_NONE, 0);
  draw_small (pen, basemap, MILIEU_LAYER_DEPARTEMENTS, &small, origin, MILIEU_COLOUR_NONE, MILIEU_COLOUR_DEPARTEMENT, 0.6);
  draw_small (pen, basemap, MILIEU_LAYER_REGION, &small, origin, MILIEU_COLOUR_NONE, MILIEU_COLOUR_REGION, 0.9);
  milieu_frame_to_px (&small, (MilieuMetres) { MAX (seen.west, region.west - LOCATOR_BEYOND),
                                               MIN (seen.north, region.north + LOCATOR_BEYOND) }, &box.x0, &box.y0);
  milieu_frame_to_px (&small, (MilieuMetres) { MIN (seen.east, region.east + LOCATOR_BEYOND),
                                               MAX (seen.south, region.south - LOCATOR_BEYOND) }, &box.x1, &box.y1);
  if (box.x1 <= box.x0 || box.y1 <= box.y0)
    return;
  milieu_pen_box (pen, (MilieuBox) { box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y }, 0,
                  MILIEU_COLOUR_SELECT, 0.12, MILIEU_COLOUR_SELECT, 1.1 * pen->unit, 1, NULL);
}

/* ---- graticule ---- */

/* where a parallel or a meridian meets an edge: bisection, since degrees grow along it */
static double
meet_edge (MilieuProjection *projection, const MilieuFrame *frame, gboolean top, double degree)
{
  double low = 0, high = top ? frame->width : frame->height;

  for (guint i = 0; i < 40; i++)
    {
      double middle = (low + high) / 2;
      MilieuMetres at = milieu_frame_to_metres (frame, top ? middle : frame->width, top ? 0 : middle);
      MilieuDegrees degrees;

      if (!milieu_projection_to_degrees (projection, at, &degrees))
        return NAN;
      if (top ? degrees.lon < degree : degrees.lat > degree)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static double
graticule_step (double span)
{
  static const double steps[] = { 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (span / steps[i] < 6)
      return steps[i];
  return 20;
}

static gboolean
is_clear (MilieuBox box, const MilieuBox *avoid, guint n)
{
  for (guint i = 0; i < n; i++)
    if (box.x0 < avoid[i].x1 && avoid[i].x0 < box.x1 && box.y0 < avoid[i].y1 && avoid[i].y0 < box.y1)
      return FALSE;
  return TRUE;
}

static const char *
compass (gboolean longitude, double degree, MilieuLanguage language)
{
  if (longitude)
    return degree < 0 ? milieu_words_context (language, "compass", "W") : milieu_words_context (language, "compass", "E");
  return degree < 0 ? milieu_words_context (language, "compass", "S") : milieu_words_context (language, "compass", "N");
}

static void
draw_tick (const MilieuPen *pen, MilieuPoint at, gboolean top, double degree, const MilieuBox *avoid, guint n)
{
  double u = pen->unit;
  g_autofree char *figure = number (pen, round (ABS (degree) * 100) / 100);
  g_autofree char *label = g_strdup_printf ("%s°\342\200\257%s", figure,
                                            compass (top, degree, pen->tools->language));
  MilieuPoint line[2] = { at, { at.x - (top ? 0 : TICK * u), at.y + (top ? TICK * u : 0) } };
  double width = milieu_pen_width (pen, MILIEU_TEXT_SCALE, label);
  MilieuBox box = top ? (MilieuBox) { at.x - width / 2, at.y, at.x + width / 2, at.y + 18 * u }
                      : (MilieuBox) { at.x - width - 8 * u, at.y - 6 * u, at.x, at.y + 6 * u };
  MilieuPenText as = { .align = top ? MILIEU_ALIGN_CENTRE : MILIEU_ALIGN_RIGHT, .halo = MILIEU_COLOUR_HALO,
                       .colour = MILIEU_COLOUR_SOFT };

  milieu_pen_line (pen, line, 2, MILIEU_COLOUR_FRAME, 0.8 * u, 1);
  if (is_clear (box, avoid, n))
    milieu_pen_text_as (pen, MILIEU_TEXT_SCALE, label, top ? at.x : at.x - 6 * u, top ? at.y + 12 * u : at.y, &as);
}

static void
draw_edge (const MilieuPen *pen, MilieuProjection *projection, const MilieuFrame *frame, MilieuPoint origin,
           gboolean top, const MilieuBox *avoid, guint n)
{
  MilieuDegrees a, b;
  double first, last, step, length = top ? frame->width : frame->height, edge = 24 * pen->unit;

  if (!milieu_projection_to_degrees (projection, milieu_frame_to_metres (frame, top ? 0 : frame->width, 0), &a)
      || !milieu_projection_to_degrees (projection, milieu_frame_to_metres (frame, frame->width, top ? 0 : frame->height), &b))
    return;
  first = top ? a.lon : b.lat;
  last = top ? b.lon : a.lat;
  step = graticule_step (last - first);
  for (double k = ceil (first / step); k * step < last; k++)
    {
      double at = meet_edge (projection, frame, top, k * step);
      MilieuPoint p = { origin.x + (top ? at : frame->width), origin.y + (top ? 0 : at) };

      if (at > edge && at < length - edge)
        draw_tick (pen, p, top, k * step, avoid, n);
    }
}

void
milieu_furniture_graticule (const MilieuPen *pen, const MilieuFrame *frame, MilieuPoint origin,
                            const MilieuBox *avoid, guint n)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();

  draw_edge (pen, projection, frame, origin, TRUE, avoid, n);
  draw_edge (pen, projection, frame, origin, FALSE, avoid, n);
}

/* ---- inset ---- */

/* two lines that meet neither lens nor card again */
void
milieu_furniture_sight (const MilieuPen *pen, MilieuBox lens, MilieuBox card)
{
  MilieuPoint lines[2][2];

  if (card.y0 >= lens.y1 || card.y1 <= lens.y0)
    {
      double from = card.y0 >= lens.y1 ? lens.y1 : lens.y0, to = card.y0 >= lens.y1 ? card.y0 : card.y1;

      lines[0][0] = (MilieuPoint) { lens.x0, from };
      lines[0][1] = (MilieuPoint) { card.x0, to };
      lines[1][0] = (MilieuPoint) { lens.x1, from };
      lines[1][1] = (MilieuPoint) { card.x1, to };
    }
  else
    {
      double from = card.x0 >= lens.x1 ? lens.x1 : lens.x0, to = card.x0 >= lens.x1 ? card.x0 : card.x1;

      lines[0][0] = (MilieuPoint) { from, lens.y0 };
      lines[0][1] = (MilieuPoint) { to, card.y0 };
      lines[1][0] = (MilieuPoint) { from, lens.y1 };
      lines[1][1] = (MilieuPoint) { to, card.y1 };
    }
  for (guint i = 0; i < 2; i++)
    milieu_pen_line (pen, lines[i], 2, MILIEU_COLOUR_SOFT, 0.8 * pen->unit, 0.55);
}

void
milieu_furniture_lens (const MilieuPen *pen, MilieuBox lens)
{
  milieu_pen_box (pen, lens, 0, MILIEU_COLOUR_CASING, 0.35, MILIEU_COLOUR_SOFT, pen->unit, 1, NULL);
}

void
milieu_furniture_card_shadow (const MilieuPen *pen, MilieuBox card)
{
  for (guint i = SHADOWS; i > 0; i--)
    {
      MilieuBox box = milieu_box_grow (card, i * pen->unit);

      box.y0 += 1.5 * pen->unit;
      box.y1 += 1.5 * pen->unit;
      milieu_pen_box (pen, box, (MILIEU_CARD_RADIUS + i) * pen->unit, MILIEU_COLOUR_SHADOW, 0.013,
                      MILIEU_COLOUR_NONE, 0, 0, NULL);
    }
}

void
milieu_furniture_card_head (const MilieuPen *pen, MilieuBox card, double head, const char *name, guint n_actors)
{
  double u = pen->unit, y = card.y0 + head / 2, width;
  MilieuPoint line[2] = { { card.x0, card.y0 + head }, { card.x1, card.y0 + head } };
  g_autofree char *n = g_strdup_printf (milieu_words_plural (pen->tools->language, "%u actor", "%u actors", n_actors), n_actors);

  milieu_pen_box (pen, (MilieuBox) { card.x0, card.y0, card.x1, card.y0 + head }, 0, MILIEU_COLOUR_CANVAS, 1,
                  MILIEU_COLOUR_NONE, 0, 0, NULL);
  milieu_pen_line (pen, line, 2, MILIEU_COLOUR_FRAME, 0.8 * u, 0.6);
  width = milieu_pen_text (pen, MILIEU_TEXT_INSET_TITLE, name, card.x0 + 9 * u, y, MILIEU_ALIGN_LEFT);
  milieu_pen_text (pen, MILIEU_TEXT_INSET_NUMBER, n, card.x0 + 17 * u + width, y, MILIEU_ALIGN_LEFT);
}

void
milieu_furniture_card_frame (const MilieuPen *pen, MilieuBox card)
{
  gboolean print = pen->tools->print;

  milieu_pen_box (pen, card, print ? 0 : MILIEU_CARD_RADIUS * pen->unit, MILIEU_COLOUR_NONE, 0,
                  print ? MILIEU_COLOUR_SOFT : MILIEU_COLOUR_FRAME, pen->unit, 1, NULL);
}
