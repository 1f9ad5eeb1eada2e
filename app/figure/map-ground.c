#include "figure/map-ground.h"

#include "figure/ties.h"

#include <math.h>

#define FINEST_STEP 0.35 /* px: points nearer than this are left out */
#define NAME_EDGE 3.0

typedef struct
{
  const MilieuPen *pen;
  MilieuBasemap *basemap;
  const MilieuFrame *frame;
  MilieuPoint origin;
  MilieuBounds seen; /* ground that is drawn */
} Ground;

typedef struct
{
  MilieuColour fill, stroke;
  double width, fill_opacity, stroke_opacity;
  guint flags;
} Paint;

/* ---- features as marks ---- */

static void
add_line (const Ground *g, const MilieuLine *line, GArray *points, GArray *parts)
{
  guint first = points->len, n;

  for (guint i = 0; i < line->n_points; i++)
    {
      MilieuPoint p;

      milieu_frame_to_px (g->frame, line->points[i], &p.x, &p.y);
      p.x += g->origin.x;
      p.y += g->origin.y;
      if (points->len > first && i + 1 < line->n_points)
        {
          MilieuPoint last = g_array_index (points, MilieuPoint, points->len - 1);

          if (ABS (p.x - last.x) < FINEST_STEP && ABS (p.y - last.y) < FINEST_STEP)
            continue;
        }
      g_array_append_val (points, p);
    }
  n = points->len - first;
  g_array_append_val (parts, n);
}

static void
draw_feature (const Ground *g, const MilieuFeature *feature, const Paint *paint)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MilieuPoint));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean closed = TRUE;

  if (!milieu_bounds_meet (&feature->bounds, &g->seen))
    return;
  for (guint i = 0; i < feature->n_lines; i++)
    if (milieu_bounds_meet (&feature->lines[i].bounds, &g->seen))
      {
        add_line (g, &feature->lines[i], points, parts);
        closed &= feature->lines[i].closed;
      }
  if (parts->len == 0)
    return;
  milieu_figure_add (g->pen->builder, &(MilieuMark) {
    .kind = closed ? MILIEU_MARK_POLYGON : MILIEU_MARK_LINE,
    .layer = MILIEU_LAYER_GROUND, .panel = g->pen->panel, .flags = MILIEU_MARK_SILENT | paint->flags,
    .fill = paint->fill, .fill_opacity = paint->fill_opacity,
    .stroke = paint->stroke, .width = paint->width * g->pen->unit, .stroke_opacity = paint->stroke_opacity,
    .path = { .points = (MilieuPoint *) points->data, .n_points = points->len,
              .parts = (guint *) parts->data, .n_parts = parts->len } });
}

static void
draw_layer (const Ground *g, MilieuBasemapLayer layer, Paint paint)
{
  guint n;
  const MilieuFeature *features = milieu_basemap_features (g->basemap, layer, milieu_basemap_detail (g->frame->scale), &n);

  for (guint i = 0; i < n; i++)
    draw_feature (g, &features[i], &paint);
}

/* look.md §1: the order of the basemap */
void
milieu_map_ground_draw (MilieuPen pen, MilieuBasemap *basemap, const MilieuFrame *frame,
                        MilieuPoint origin, MilieuBox page)
{
  static const double glow[3][2] = { { 24, 0.35 }, { 14, 0.45 }, { 7, 0.50 } };
  MilieuMetres a = milieu_frame_to_metres (frame, page.x0 - origin.x, page.y0 - origin.y);
  MilieuMetres b = milieu_frame_to_metres (frame, page.x1 - origin.x, page.y1 - origin.y);
  Ground g = { &pen, basemap, frame, origin, { .west = a.x, .north = a.y, .east = b.x, .south = b.y } };

  pen.layer = MILIEU_LAYER_GROUND;
  milieu_pen_box (&pen, page, 0, basemap != NULL ? MILIEU_COLOUR_SEA : MILIEU_COLOUR_LAND, 1, MILIEU_COLOUR_NONE, 0, 0, NULL);
  if (basemap == NULL)
    return;
  draw_layer (&g, MILIEU_LAYER_COUNTRIES, (Paint) { .stroke = MILIEU_COLOUR_COAST, .width = 1.6 });
  draw_layer (&g, MILIEU_LAYER_COUNTRIES, (Paint) { .fill = MILIEU_COLOUR_NEIGHBOUR });
  draw_layer (&g, MILIEU_LAYER_NEIGHBOURS, (Paint) { .fill = MILIEU_COLOUR_NEIGHBOUR, .stroke = MILIEU_COLOUR_DEPARTEMENT,
                                                     .width = 0.6, .stroke_opacity = 0.5 });
  draw_layer (&g, MILIEU_LAYER_REGION, (Paint) { .fill = MILIEU_COLOUR_LAND });
  for (guint i = 0; i < G_N_ELEMENTS (glow); i++)
    draw_layer (&g, MILIEU_LAYER_REGION, (Paint) { .stroke = MILIEU_COLOUR_GLOW, .width = glow[i][0],
                                                   .stroke_opacity = glow[i][1], .flags = MILIEU_MARK_INSIDE });
  draw_layer (&g, MILIEU_LAYER_RIVERS, (Paint) { .stroke = MILIEU_COLOUR_RIVER, .width = 1.1, .stroke_opacity = 0.9,
                                                 .flags = MILIEU_MARK_ROUND_CAPS });
  draw_layer (&g, MILIEU_LAYER_DEPARTEMENTS, (Paint) { .stroke = MILIEU_COLOUR_DEPARTEMENT, .width = 0.9 });
  draw_layer (&g, MILIEU_LAYER_REGION, (Paint) { .stroke = MILIEU_COLOUR_REGION, .width = 1.3 });
}

/* ---- names ---- */

static MilieuTextRole
role_of (const MilieuPlaceName *name)
{
  switch (name->role)
    {
    case MILIEU_NAME_SEA: case MILIEU_NAME_RIVER: return MILIEU_TEXT_SEA;
    case MILIEU_NAME_COUNTRY: return MILIEU_TEXT_COUNTRY;
    default: return MILIEU_TEXT_DEPARTEMENT;
    }
}

static const char *
words_of (const MilieuPen *pen, const MilieuPlaceName *name)
{
  return name->text[pen->tools->language];
}

void
milieu_map_ground_name_boxes (const MilieuPen *pen, const MilieuGroundName *name, GArray *boxes)
{
  MilieuTextStyle style = milieu_pen_style (pen, role_of (name->name));
  double angle = name->name->angle * G_PI / 180, c = cos (angle), s = sin (angle), half = 0.6 * style.size;
  guint n = MAX (2, name->width / style.size);

  for (guint i = 0; i <= n; i++)
    {
      double t = ((double) i / n - 0.5) * name->width;
      MilieuBox box = milieu_box_around (name->x + t * c, name->y + t * s, half);

      g_array_append_val (boxes, box);
    }
}

static gboolean
has_room (const MilieuPen *pen, const MilieuGroundName *name, MilieuBox frame, const MilieuBox *avoid, guint n_avoid)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (MilieuBox));

  milieu_map_ground_name_boxes (pen, name, boxes);
  for (guint i = 0; i < boxes->len; i++)
    {
      MilieuBox box = g_array_index (boxes, MilieuBox, i);

      if (!milieu_box_holds (frame, box))
        return FALSE;
      for (guint k = 0; k < n_avoid; k++)
        if (milieu_boxes_meet (&avoid[k], &box, 0))
          return FALSE;
    }
  return TRUE;
}

GArray *
milieu_map_ground_names (const MilieuPen *pen, MilieuBasemap *basemap, const MilieuFrame *frame,
                         MilieuPoint origin, const MilieuBox *avoid, guint n_avoid)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (MilieuGroundName));
  MilieuBox page = { origin.x, origin.y, origin.x + frame->width, origin.y + frame->height };
  guint n = 0;
  const MilieuPlaceName *all = basemap != NULL ? milieu_basemap_names (basemap, &n) : NULL;

  /* of the whole plane, the names may stand anywhere */
  page = frame->width > 0 ? milieu_box_grow (page, -NAME_EDGE * pen->unit)
                          : (MilieuBox) { -G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  for (guint i = 0; i < n; i++)
    {
      MilieuGroundName name = { &all[i] };

      if (frame->scale < all[i].finest || frame->scale > all[i].coarsest)
        continue;
      milieu_frame_to_px (frame, all[i].anchor, &name.x, &name.y);
      name.x += origin.x;
      name.y += origin.y;
      name.width = milieu_pen_width (pen, role_of (&all[i]), words_of (pen, &all[i]));
      if (has_room (pen, &name, page, avoid, n_avoid))
        g_array_append_val (names, name);
    }
  return names;
}

void
milieu_map_ground_draw_name (const MilieuPen *pen, const MilieuGroundName *name, MilieuPoint shift)
{
  MilieuColour halo = name->name->role == MILIEU_NAME_SEA ? MILIEU_COLOUR_SEA
                      : name->name->role == MILIEU_NAME_COUNTRY ? MILIEU_COLOUR_NONE : MILIEU_COLOUR_HALO;

  milieu_pen_text_as (pen, role_of (name->name), words_of (pen, name->name), name->x + shift.x, name->y + shift.y,
                      &(MilieuPenText) { .align = MILIEU_ALIGN_CENTRE, .halo = halo,
                                         .angle = name->name->angle * G_PI / 180 });
}
