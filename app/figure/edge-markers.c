/* What lies outside the map's frame: a triangle on its edge that points there. */
#include "figure/map-furniture.h"

#include "figure/ties.h"

#include <math.h>

#define EDGE 6.0          /* px from the frame's edge to the triangle's tip */
#define TRIANGLE 10.0
#define SYMBOL_BEHIND 10.0
#define SYMBOL_SIZE 10.0
#define STACK 24.0        /* nearer markers stack along the edge */
#define MOST_STACKED 6

typedef struct
{
  guint actor;
  double x, y;     /* of the tip, px of the frame */
  double angle;    /* degrees clockwise from the right */
  gboolean across; /* on the left or right edge: it stacks downwards */
  guint hidden;    /* those that its "+3" stands for; then it is no marker */
} Marker;

typedef struct
{
  const MilieuPen *pen;
  const MilieuCast *cast;
  const MilieuFrame *frame;
  MilieuPoint origin;
  MilieuProjection *projection;
  MilieuDegrees middle; /* of the frame */
} Edge;

static gboolean
find_marker (const Edge *e, guint actor, MilieuMetres metres, const MilieuBox *avoid, guint n_avoid, Marker *m)
{
  double unit = e->pen->unit, margin = EDGE * unit, x, y;

  *m = (Marker) { .actor = actor };
  if (!milieu_frame_edge (e->frame, metres, margin, &m->x, &m->y, &m->angle))
    return FALSE;
  m->across = m->x < margin + 1 || m->x > e->frame->width - margin - 1;
  /* a marker under the inset slides along the edge until it is free */
  for (guint i = 0; i < n_avoid; i++)
    {
      x = m->x + e->origin.x;
      y = m->y + e->origin.y;
      if (!milieu_box_has_point (milieu_box_grow (avoid[i], STACK * unit), x, y))
        continue;
      if (m->across)
        m->y = avoid[i].y0 - e->origin.y - STACK * unit;
      else
        m->x = (avoid[i].x0 - e->origin.x > e->frame->width - avoid[i].x1 + e->origin.x
                ? avoid[i].x0 - STACK * 2 * unit : avoid[i].x1 + STACK * 2 * unit) - e->origin.x;
    }
  return TRUE;
}

static int
compare_markers (gconstpointer a, gconstpointer b)
{
  const Marker *p = a, *q = b;

  if (p->across != q->across)
    return p->across ? -1 : 1;
  if (p->across && p->x != q->x)
    return p->x < q->x ? -1 : 1;
  if (!p->across && p->y != q->y)
    return p->y < q->y ? -1 : 1;
  if (p->across ? p->y != q->y : p->x != q->x)
    return (p->across ? p->y < q->y : p->x < q->x) ? -1 : 1;
  return (p->actor > q->actor) - (p->actor < q->actor);
}

static gboolean
stack_together (const Marker *a, const Marker *b, double near)
{
  if (a->across != b->across)
    return FALSE;
  if (a->across)
    return ABS (a->x - b->x) < 1 && b->y - a->y < near;
  return ABS (a->y - b->y) < 1 && b->x - a->x < near * 4;
}

/* neighbours on one edge move along it; after six the rest become a number */
static void
stack (const Edge *e, GArray *markers)
{
  double near = STACK * e->pen->unit;
  guint kept = 0, run = 0;

  g_array_sort (markers, compare_markers);
  for (guint i = 0; i < markers->len; i++)
    {
      Marker m = g_array_index (markers, Marker, i);
      Marker *last = kept > 0 ? &g_array_index (markers, Marker, kept - 1) : NULL;

      if (last == NULL || !stack_together (last, &m, near))
        run = 0;
      else if (++run >= MOST_STACKED)
        {
          last->hidden++;
          continue;
        }
      else if (m.across)
        m.y = last->y + near;
      else
        m.x = last->x + near * 4;
      g_array_index (markers, Marker, kept++) = m;
    }
  g_array_set_size (markers, kept);
}

/* "Paris, 205 km": from the middle of the frame */
static char *
words (const Edge *e, const Marker *m)
{
  const MilieuCastActor *a = &e->cast->actors[m->actor];
  double metres = milieu_projection_distance (e->projection, e->middle, (MilieuDegrees) { a->lon, a->lat });
  g_autofree char *km = NULL;

  if (m->hidden > 0)
    return g_strdup_printf ("+%u", m->hidden + 1);
  if (!isfinite (metres))
    return g_strdup (a->short_name);
  km = milieu_words_number (e->pen->tools->language, round (metres / 1000), 0);
  return g_strdup_printf ("%s, %s\302\240km", a->short_name, km);
}

static void
draw_symbol (const Edge *e, const Marker *m, double x, double y)
{
  const MilieuCastActor *a = &e->cast->actors[m->actor];

  milieu_figure_add (e->pen->builder, &(MilieuMark) {
    .kind = MILIEU_MARK_SYMBOL, .layer = e->pen->layer, .panel = e->pen->panel,
    .owner_type = MILIEU_RECORD_ACTOR, .owner = a->key, .id = a->id, .title = a->name,
    .symbol = { x, y, SYMBOL_SIZE * e->pen->unit, a->symbol, a->ground } });
}

static void
draw_marker (const Edge *e, const Marker *m)
{
  double unit = e->pen->unit, angle = m->angle * G_PI / 180, c = cos (angle), s = sin (angle);
  double x = m->x + e->origin.x, y = m->y + e->origin.y, back = TRIANGLE * unit, half = 6 * unit;
  double sx = x - c * (back + SYMBOL_BEHIND * unit), sy = y - s * (back + SYMBOL_BEHIND * unit);
  MilieuPoint triangle[3] = {
    { x, y }, { x - c * back - s * half, y - s * back + c * half }, { x - c * back + s * half, y - s * back - c * half } };
  gboolean left = x > e->origin.x + e->frame->width / 2;
  g_autofree char *text = words (e, m);
  MilieuPenText as = { .align = left ? MILIEU_ALIGN_RIGHT : MILIEU_ALIGN_LEFT, .halo = MILIEU_COLOUR_HALO };

  milieu_pen_polygon (e->pen, triangle, 3, MILIEU_COLOUR_SOFT, 1, MILIEU_COLOUR_HALO, unit);
  if (m->hidden == 0)
    draw_symbol (e, m, sx, sy);
  milieu_pen_text_as (e->pen, MILIEU_TEXT_EDGE, text, sx + (left ? -9 : 9) * unit, sy, &as);
}

void
milieu_furniture_edge_markers (const MilieuPen *pen, const MilieuCast *cast, const MilieuMetres *metres,
                               const guint *who, guint n, const MilieuFrame *frame, MilieuPoint origin,
                               const MilieuBox *avoid, guint n_avoid)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  g_autoptr (GArray) markers = g_array_new (FALSE, FALSE, sizeof (Marker));
  Edge e = { pen, cast, frame, origin, projection };

  if (!milieu_projection_to_degrees (projection, frame->centre, &e.middle))
    return;
  for (guint i = 0; i < n; i++)
    {
      Marker m;

      if (find_marker (&e, who[i], metres[who[i]], avoid, n_avoid, &m))
        g_array_append_val (markers, m);
    }
  stack (&e, markers);
  for (guint i = 0; i < markers->len; i++)
    draw_marker (&e, &g_array_index (markers, Marker, i));
}
