/* What lies outside the map's frame: a triangle on its edge that points there. */
#include "figure/edge-markers.h"

#include "figure/ties.h"

#include <math.h>

#define EDGE 6.0          /* px from the frame's edge to the triangle's tip */
#define TRIANGLE 10.0
#define SYMBOL_BEHIND 10.0
#define SYMBOL_SIZE 10.0
#define TEXT_GAP 9.0
#define SLIDE 12.0        /* steps along the edge, to where there is room */
#define SLIDES 81
#define MOST_STACKED 6    /* side by side on one edge */

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
find_marker (const Edge *e, guint actor, MilieuMetres metres, Marker *m)
{
  double margin = EDGE * e->pen->unit;

  *m = (Marker) { .actor = actor };
  if (!milieu_frame_edge (e->frame, metres, margin, &m->x, &m->y, &m->angle))
    return FALSE;
  m->across = m->x < margin + 1 || m->x > e->frame->width - margin - 1;
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

/* "Paris, 205 km": from the middle of the frame */
static char *
words_of (const Edge *e, const Marker *m)
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

/* where symbol and text stand behind the triangle */
static void
place (const Edge *e, const Marker *m, MilieuPoint *symbol, MilieuBox *text, gboolean *left)
{
  double unit = e->pen->unit, angle = m->angle * G_PI / 180, behind = (TRIANGLE + SYMBOL_BEHIND) * unit;
  g_autofree char *words = words_of (e, m);
  double width = milieu_pen_width (e->pen, MILIEU_TEXT_EDGE, words), gap = m->hidden > 0 ? 0 : TEXT_GAP * unit;

  symbol->x = m->x + e->origin.x - cos (angle) * behind;
  symbol->y = m->y + e->origin.y - sin (angle) * behind;
  *left = m->x > e->frame->width / 2;
  text->x0 = *left ? symbol->x - gap - width : symbol->x + gap;
  text->x1 = text->x0 + width;
  text->y0 = symbol->y - 6 * unit;
  text->y1 = symbol->y + 6 * unit;
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

static MilieuBox
box_of (const Edge *e, const Marker *m)
{
  double unit = e->pen->unit;
  MilieuPoint symbol;
  MilieuBox text, box;
  gboolean left;

  place (e, m, &symbol, &text, &left);
  box = milieu_box_union (text, milieu_box_around (symbol.x, symbol.y, SYMBOL_SIZE * 0.7 * unit));
  return milieu_box_union (box, milieu_box_around (m->x + e->origin.x, m->y + e->origin.y, 5 * unit));
}

/* inside the frame, off the other markers and what stands there */
static gboolean
is_free (const Edge *e, MilieuBox box, GArray *taken)
{
  MilieuBox frame = { e->origin.x, e->origin.y, e->origin.x + e->frame->width, e->origin.y + e->frame->height };

  if (!milieu_box_holds (frame, box))
    return FALSE;
  for (guint i = 0; i < taken->len; i++)
    if (milieu_boxes_meet (&g_array_index (taken, MilieuBox, i), &box, 4 * e->pen->unit))
      return FALSE;
  return TRUE;
}

/* the nearest free place along the edge */
static gboolean
settle (const Edge *e, Marker *m, GArray *taken)
{
  Marker at = *m;

  for (guint i = 0; i < SLIDES; i++)
    {
      double away = (i + 1) / 2 * SLIDE * e->pen->unit * (i % 2 == 0 ? 1 : -1);
      MilieuBox box;

      if (at.across)
        m->y = at.y + away;
      else
        m->x = at.x + away;
      box = box_of (e, m);
      if (!is_free (e, box, taken))
        continue;
      g_array_append_val (taken, box);
      return TRUE;
    }
  return FALSE;
}

/* neighbours give way to one another along their edge; those without room become a number */
static void
settle_all (const Edge *e, GArray *markers, const MilieuEdgeRequest *r)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (MilieuBox));
  guint kept = 0, run = 0, rest = 0;

  g_array_append_vals (taken, r->avoid, r->n_avoid);
  g_array_sort (markers, compare_markers);
  for (guint i = 0; i < markers->len; i++)
    {
      Marker m = g_array_index (markers, Marker, i);
      const Marker *last = kept > 0 ? &g_array_index (markers, Marker, kept - 1) : NULL;

      run = last != NULL && last->across == m.across && (m.across ? last->x == m.x : last->y == m.y) ? run + 1 : 0;
      if (run >= MOST_STACKED || !settle (e, &m, taken))
        rest++;
      else
        g_array_index (markers, Marker, kept++) = m;
    }
  g_array_set_size (markers, kept);
  if (kept > 0)
    g_array_index (markers, Marker, kept - 1).hidden = rest;
}

static void
draw_marker (const Edge *e, const Marker *m)
{
  double unit = e->pen->unit, angle = m->angle * G_PI / 180, c = cos (angle), s = sin (angle);
  double x = m->x + e->origin.x, y = m->y + e->origin.y, back = TRIANGLE * unit, half = 6 * unit;
  MilieuPoint triangle[3] = {
    { x, y }, { x - c * back - s * half, y - s * back + c * half }, { x - c * back + s * half, y - s * back - c * half } };
  g_autofree char *text = words_of (e, m);
  MilieuPenText as = { .halo = MILIEU_COLOUR_HALO };
  MilieuPoint symbol;
  MilieuBox box;
  gboolean left;

  place (e, m, &symbol, &box, &left);
  milieu_pen_polygon (e->pen, triangle, 3, MILIEU_COLOUR_SOFT, 1, MILIEU_COLOUR_HALO, unit);
  if (m->hidden == 0)
    draw_symbol (e, m, symbol.x, symbol.y);
  milieu_pen_text_as (e->pen, MILIEU_TEXT_EDGE, text, box.x0, symbol.y, &as);
}

static GArray *
find_markers (Edge *e, const MilieuEdgeRequest *r)
{
  GArray *markers = g_array_new (FALSE, FALSE, sizeof (Marker));

  if (!milieu_projection_to_degrees (e->projection, r->frame->centre, &e->middle))
    return markers;
  for (guint i = 0; i < r->n; i++)
    {
      Marker m;

      if (find_marker (e, r->who[i], r->metres[r->who[i]], &m))
        g_array_append_val (markers, m);
    }
  settle_all (e, markers, r);
  return markers;
}

void
milieu_edge_markers_boxes (const MilieuPen *pen, const MilieuEdgeRequest *r, GArray *boxes)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  Edge e = { pen, r->cast, r->frame, r->origin, projection };
  g_autoptr (GArray) markers = find_markers (&e, r);

  for (guint i = 0; i < markers->len; i++)
    {
      const Marker *m = &g_array_index (markers, Marker, i);
      MilieuBox box = box_of (&e, m);

      g_array_append_val (boxes, box);
    }
}

void
milieu_edge_markers_draw (const MilieuPen *pen, const MilieuEdgeRequest *r)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  Edge e = { pen, r->cast, r->frame, r->origin, projection };
  g_autoptr (GArray) markers = find_markers (&e, r);

  for (guint i = 0; i < markers->len; i++)
    draw_marker (&e, &g_array_index (markers, Marker, i));
}
