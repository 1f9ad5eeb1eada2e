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
#define ROOM 80.0         /* of an edge for each of them */
#define HALF 4.2          /* of the triangle's base: narrow enough to tell where it points */

typedef struct
{
  guint actor;
  double x, y;     /* of the tip, px of the frame */
  double angle;    /* degrees clockwise from the right */
  guint edge;      /* 0 the upper one, then clockwise */
  guint hidden;    /* those that it stands for, as "+3"; none: a marker of one */
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
  if (m->y < margin + 1)
    m->edge = 0;
  else if (m->x > e->frame->width - margin - 1)
    m->edge = 1;
  else
    m->edge = m->x < margin + 1 ? 3 : 2;
  return TRUE;
}

static int
compare_markers (gconstpointer a, gconstpointer b)
{
  const Marker *p = a, *q = b;

  if (p->edge != q->edge)
    return p->edge < q->edge ? -1 : 1;
  if (p->edge % 2 == 0 ? p->x != q->x : p->y != q->y)
    return (p->edge % 2 == 0 ? p->x < q->x : p->y < q->y) ? -1 : 1;
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
    return g_strdup_printf ("+%u", m->hidden);
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

/* ---- along the edge ---- */

/* how far along the edge, clockwise from its upper left corner */
static double
along (const Edge *e, const Marker *m)
{
  double margin = EDGE * e->pen->unit, w = e->frame->width - 2 * margin, h = e->frame->height - 2 * margin;
  double x = CLAMP (m->x - margin, 0, w), y = CLAMP (m->y - margin, 0, h);

  if (y < 1)
    return x;
  if (x > w - 1)
    return w + y;
  return y > h - 1 ? w + h + w - x : 2 * w + h + h - y;
}

/* the marker goes to so many px along the edge, round its corners */
static void
stand_at (const Edge *e, Marker *m, double at)
{
  double margin = EDGE * e->pen->unit, w = e->frame->width - 2 * margin, h = e->frame->height - 2 * margin;

  at = fmod (at + 2 * (w + h), 2 * (w + h));
  if (at < w)
    m->x = margin + at, m->y = margin;
  else if (at < w + h)
    m->x = margin + w, m->y = margin + at - w;
  else if (at < 2 * w + h)
    m->x = margin + 2 * w + h - at, m->y = margin + h;
  else
    m->x = margin, m->y = margin + 2 * (w + h) - at;
}

/* the nearest free place along the edge */
static gboolean
settle (const Edge *e, Marker *m, GArray *taken)
{
  double start = along (e, m);

  for (guint i = 0; i < SLIDES; i++)
    {
      double away = (i + 1) / 2 * SLIDE * e->pen->unit * (i % 2 == 0 ? 1 : -1);
      MilieuBox box;

      stand_at (e, m, start + away);
      box = box_of (e, m);
      if (!is_free (e, box, taken))
        continue;
      g_array_append_val (taken, box);
      return TRUE;
    }
  return FALSE;
}

/* those of one edge beyond what it holds stand together as "+3", or in the last one's place */
static void
settle_rest (const Edge *e, GArray *kept, guint first, Marker rest, guint n, GArray *taken)
{
  rest.hidden = n;
  if (settle (e, &rest, taken))
    g_array_append_val (kept, rest);
  else if (kept->len > first)
    g_array_index (kept, Marker, kept->len - 1).hidden = n + 1;
}

static guint
most_on (const Edge *e, guint edge)
{
  double length = edge % 2 == 0 ? e->frame->width : e->frame->height;

  return CLAMP (length / (ROOM * e->pen->unit), 1, MOST_STACKED);
}

/* neighbours give way to one another along their edge; those without room become a number */
static void
settle_all (const Edge *e, GArray *markers, const MilieuEdgeRequest *r)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (MilieuBox));
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (Marker));

  g_array_append_vals (taken, r->avoid, r->n_avoid);
  g_array_sort (markers, compare_markers);
  for (guint i = 0; i < markers->len;)
    {
      guint edge = g_array_index (markers, Marker, i).edge, first = kept->len, rest = 0;
      Marker last = g_array_index (markers, Marker, i);

      for (; i < markers->len && g_array_index (markers, Marker, i).edge == edge; i++)
        {
          Marker m = g_array_index (markers, Marker, i), there = m;

          if (kept->len - first < most_on (e, edge) && settle (e, &m, taken))
            g_array_append_val (kept, m);
          else if (rest++ == 0)
            last = there;
        }
      if (rest > 0)
        settle_rest (e, kept, first, last, rest, taken);
    }
  g_array_set_size (markers, 0);
  g_array_append_vals (markers, kept->data, kept->len);
  g_array_unref (kept);
}

static void
draw_marker (const Edge *e, const Marker *m)
{
  double unit = e->pen->unit, angle = m->angle * G_PI / 180, c = cos (angle), s = sin (angle);
  double x = m->x + e->origin.x, y = m->y + e->origin.y, back = TRIANGLE * unit, half = HALF * unit;
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
