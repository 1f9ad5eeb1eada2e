#include "figure/arrange.h"

#include "figure/box-grid.h"
#include "figure/crowd-parts.h"
#include "figure/packing.h"
#include "figure/symbols.h"
#include "figure/ties.h"

#include <math.h>
#include <string.h>

#define ROSETTE_LEAST 6
#define ROSETTE_MOST 24
#define CROWD_MOVE 36.0   /* px of look.md: who would move farther joins a crowd disc */
#define CROWD_PITCH 7.0
#define CROWD_SPAN 72.0   /* … and a crowd is no wider: a map full of actors has many */
#define CROWD_LEAST 4
#define SEARCH_STEP 4.0
#define SEARCH_RINGS 60
#define ROSETTE_RINGS 45
#define MANY 2000         /* symbols: near their boxes is near enough */
#define MANY_DISCS 300    /* … and discs do not look far: there is no room anyway */
#define FEW_RINGS 3
#define DISC_GAP 3.0
#define EDGE_GAP 6.0
#define LABEL_GAP 5.0

typedef struct
{
  const MilieuArrangeRequest *request;
  GArray *stands;      /* MilieuStand */
  GArray *discs;       /* MilieuDisc */
  guint n_free;        /* stands that stand by themselves: the first ones */
  MilieuBoxGrid *grid; /* of their symbols */
} Work;

static const MilieuCastActor *
actor (Work *w, guint index)
{
  return &w->request->cast->actors[index];
}

static int
compare_actors (gconstpointer a, gconstpointer b, gpointer data)
{
  const MilieuCast *cast = data;

  return milieu_cast_compare (&cast->actors[*(const guint *) a], &cast->actors[*(const guint *) b]);
}

/* one municipality: its code, else its name, else its very place */
static int
compare_homes (const MilieuCastActor *a, const MilieuCastActor *b)
{
  int order = strcmp (a->insee, b->insee);

  if (order != 0 || *a->insee != '\0')
    return order;
  order = strcmp (a->municipality, b->municipality);
  if (order != 0 || *a->municipality != '\0')
    return order;
  if (a->lon != b->lon)
    return a->lon < b->lon ? -1 : 1;
  return (a->lat > b->lat) - (a->lat < b->lat);
}

static int
compare_home_then_actor (gconstpointer a, gconstpointer b, gpointer data)
{
  const MilieuCast *cast = data;
  const MilieuCastActor *p = &cast->actors[*(const guint *) a], *q = &cast->actors[*(const guint *) b];
  int order = compare_homes (p, q);

  return order != 0 ? order : milieu_cast_compare (p, q);
}

static void
add_stand (Work *w, guint index, double x, double y, double size, gint disc)
{
  MilieuPoint place = w->request->places[index];
  MilieuStand stand = { index, x, y, place.x, place.y, size, disc };

  g_array_append_val (w->stands, stand);
}

static gboolean
is_alone (const MilieuCastActor *a)
{
  return a->precision == MILIEU_PRECISION_EXACT || a->precision == MILIEU_PRECISION_APPROXIMATE;
}

/* ---- who stands by himself, and who would have to move too far ---- */

static MilieuPoint *
relaxed (Work *w, GArray *who)
{
  MilieuPoint *points = g_new (MilieuPoint, MAX (who->len, 1));

  for (guint i = 0; i < who->len; i++)
    points[i] = w->request->places[g_array_index (who, guint, i)];
  milieu_relax (points, who->len, w->request->size * MILIEU_ARRANGE_PITCH);
  return points;
}

static void
add_crowd (Work *w, GArray *members)
{
  MilieuDisc crowd = { .kind = MILIEU_DISC_CROWD, .name = "", .insee = "", .n = members->len };

  g_array_sort_with_data (members, compare_actors, (gpointer) w->request->cast);
  for (guint i = 0; i < members->len; i++)
    {
      MilieuPoint place = w->request->places[g_array_index (members, guint, i)];

      crowd.ax += place.x / members->len;
      crowd.ay += place.y / members->len;
    }
  crowd.first = w->stands->len;
  g_array_append_val (w->discs, crowd);
  for (guint i = 0; i < members->len; i++)
    add_stand (w, g_array_index (members, guint, i), crowd.ax, crowd.ay,
               MILIEU_SIZE_CROWD * w->request->unit, w->discs->len - 1);
}

/* takes groups with a member that moved too far out of @who; Returns: lists of their members */
static GPtrArray *
take_crowds (Work *w, GArray *who, const MilieuPoint *points)
{
  guint n = who->len, kept = 0;
  g_autofree guint *group = milieu_crowd_touching (points, n, w->request->size * MILIEU_ARRANGE_PITCH * 1.05);
  g_autofree GArray **crowd_of = g_new0 (GArray *, MAX (n, 1));
  GPtrArray *crowds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < n; i++)
    {
      MilieuPoint place = w->request->places[g_array_index (who, guint, i)];
      guint r = group[i];

      if (crowd_of[r] != NULL || milieu_point_distance (place, points[i]) <= CROWD_MOVE * w->request->unit)
        continue;
      crowd_of[r] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (crowds, crowd_of[r]);
    }
  for (guint i = 0; i < n; i++)
    {
      guint index = g_array_index (who, guint, i);

      if (crowd_of[group[i]] != NULL)
        g_array_append_val (crowd_of[group[i]], index);
      else
        g_array_index (who, guint, kept++) = index;
    }
  g_array_set_size (who, kept);
  return crowds;
}

/* neighbourhoods instead of one disc for all; who is left in a small one stands alone */
static GPtrArray *
divide_crowds (Work *w, GArray *who, GPtrArray *crowds)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < crowds->len; i++)
    milieu_crowd_divide (w->request->places, crowds->pdata[i], CROWD_SPAN * w->request->unit, CROWD_LEAST, parts, who);
  g_array_sort_with_data (who, compare_actors, (gpointer) w->request->cast);
  return parts;
}

/* Returns: the crowds, which become discs once those who stand alone are placed */
static GPtrArray *
place_alone (Work *w)
{
  g_autoptr (GArray) who = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree MilieuPoint *points = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  GPtrArray *crowds;

  for (guint i = 0; i < w->request->n; i++)
    if (is_alone (actor (w, w->request->actors[i])))
      g_array_append_val (who, w->request->actors[i]);
  g_array_sort_with_data (who, compare_actors, (gpointer) w->request->cast);
  points = relaxed (w, who);
  groups = take_crowds (w, who, points);
  crowds = divide_crowds (w, who, groups);
  if (groups->len > 0)
    {
      g_free (points);
      points = relaxed (w, who);
    }
  for (guint i = 0; i < who->len; i++)
    {
      add_stand (w, g_array_index (who, guint, i), points[i].x, points[i].y, w->request->size, -1);
      milieu_box_grid_add (w->grid, milieu_box_around (points[i].x, points[i].y, w->request->size / 2), i);
    }
  w->n_free = who->len;
  return crowds;
}

/* ---- discs ---- */

/* what a disc with its labels covers, about its centre; of a compact one its square */
static MilieuBox
disc_box (Work *w, const MilieuDisc *disc, const MilieuPoint *offsets)
{
  MilieuBox box = milieu_box_around (0, 0, disc->radius);
  double size = w->request->size, gap = LABEL_GAP * w->request->unit;

  for (guint i = 0; disc->kind == MILIEU_DISC_ROSETTE && i < disc->n; i++)
    {
      const MilieuStand *s = &g_array_index (w->stands, MilieuStand, disc->first + i);
      double width = w->request->label_widths[s->actor] + size + gap;

      if (offsets[i].x < 0)
        box.x0 = MIN (box.x0, offsets[i].x - width);
      else
        box.x1 = MAX (box.x1, offsets[i].x + width);
      box.y0 = MIN (box.y0, offsets[i].y - size);
      box.y1 = MAX (box.y1, offsets[i].y + size);
    }
  return box;
}

static gboolean
meets_symbol (Work *w, const MilieuDisc *disc, MilieuBox box, double x, double y)
{
  double reach = disc->radius + w->request->size * 0.75;

  if (disc->kind == MILIEU_DISC_ROSETTE && milieu_box_grid_meets (w->grid, box, w->request->size / 2, MILIEU_NO_TAG))
    return TRUE;
  if (!milieu_box_grid_meets (w->grid, milieu_box_around (x, y, reach), 0, MILIEU_NO_TAG))
    return FALSE;
  if (w->n_free > MANY)
    return TRUE;
  for (guint i = 0; i < w->n_free; i++)
    {
      const MilieuStand *s = &g_array_index (w->stands, MilieuStand, i);

      if ((s->x - x) * (s->x - x) + (s->y - y) * (s->y - y) < reach * reach)
        return TRUE;
    }
  return FALSE;
}

static gboolean
meets_disc (Work *w, const MilieuDisc *disc, MilieuBox box, guint placed, const MilieuBox *boxes)
{
  for (guint i = 0; i < placed; i++)
    {
      const MilieuDisc *o = &g_array_index (w->discs, MilieuDisc, i);
      double reach = disc->radius + o->radius + DISC_GAP * w->request->unit;
      double x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;

      if (disc->kind == MILIEU_DISC_ROSETTE || o->kind == MILIEU_DISC_ROSETTE)
        {
          if (milieu_boxes_meet (&box, &boxes[i], DISC_GAP * w->request->unit))
            return TRUE;
        }
      else if ((o->x - x) * (o->x - x) + (o->y - y) * (o->y - y) < reach * reach)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (Work *w, const MilieuDisc *disc, MilieuBox about, double x, double y, guint placed, const MilieuBox *boxes)
{
  MilieuBox box = { about.x0 + x, about.y0 + y, about.x1 + x, about.y1 + y };
  double gap = EDGE_GAP * w->request->unit;

  if (w->request->bounds != NULL && !milieu_box_holds (milieu_box_grow (*w->request->bounds, -gap), box))
    return FALSE;
  for (guint i = 0; i < w->request->n_avoid; i++)
    if (milieu_boxes_meet (&w->request->avoid[i], &box, 0))
      return FALSE;
  return !meets_disc (w, disc, box, placed, boxes) && !meets_symbol (w, disc, box, x, y);
}

/* the nearest free centre: rings of 24 directions about the true place */
static gboolean
find_centre (Work *w, MilieuDisc *disc, MilieuBox about, guint placed, const MilieuBox *boxes)
{
  guint rings = w->discs->len > MANY_DISCS ? FEW_RINGS : disc->kind == MILIEU_DISC_ROSETTE ? ROSETTE_RINGS : SEARCH_RINGS;

  disc->x = disc->ax;
  disc->y = disc->ay;
  for (guint ring = 0; ring <= rings; ring++)
    for (guint i = 0; i < (ring > 0 ? 24 : 1); i++)
      {
        double r = ring * SEARCH_STEP * w->request->unit, angle = i * G_PI / 12;
        double x = disc->ax + r * cos (angle), y = disc->ay + r * sin (angle);

        if (!is_free (w, disc, about, x, y, placed, boxes))
          continue;
        disc->x = x;
        disc->y = y;
        return TRUE;
      }
  return FALSE;
}

static void
pack (Work *w, MilieuDisc *disc, MilieuPoint *offsets)
{
  double unit = w->request->unit;

  if (disc->kind == MILIEU_DISC_ROSETTE)
    disc->radius = milieu_pack_rosette (disc->n, MILIEU_ROSETTE_STEP * unit, offsets);
  else if (disc->kind == MILIEU_DISC_COMPACT)
    disc->radius = milieu_pack_disc (disc->n, w->request->size * MILIEU_ARRANGE_PITCH, offsets);
  if (disc->kind == MILIEU_DISC_COMPACT && disc->radius > CROWD_MOVE * unit + w->request->size)
    disc->kind = MILIEU_DISC_CROWD;
  if (disc->kind == MILIEU_DISC_CROWD)
    disc->radius = milieu_pack_disc (disc->n, CROWD_PITCH * unit, offsets);
}

static MilieuBox
place_disc (Work *w, guint index, const MilieuBox *boxes)
{
  MilieuDisc *disc = &g_array_index (w->discs, MilieuDisc, index);
  g_autofree MilieuPoint *offsets = g_new (MilieuPoint, disc->n);
  MilieuBox about;

  pack (w, disc, offsets);
  about = disc_box (w, disc, offsets);
  if (!find_centre (w, disc, about, index, boxes) && disc->kind == MILIEU_DISC_ROSETTE)
    {
      disc->kind = MILIEU_DISC_COMPACT;
      pack (w, disc, offsets);
      about = disc_box (w, disc, offsets);
      find_centre (w, disc, about, index, boxes);
    }
  for (guint i = 0; i < disc->n; i++)
    {
      MilieuStand *s = &g_array_index (w->stands, MilieuStand, disc->first + i);

      s->x = disc->x + offsets[i].x;
      s->y = disc->y + offsets[i].y;
      s->size = disc->kind == MILIEU_DISC_CROWD ? MILIEU_SIZE_CROWD * w->request->unit : w->request->size;
    }
  disc->moved = (disc->x - disc->ax) * (disc->x - disc->ax) + (disc->y - disc->ay) * (disc->y - disc->ay)
                > disc->radius * disc->radius;
  return (MilieuBox) { about.x0 + disc->x, about.y0 + disc->y, about.x1 + disc->x, about.y1 + disc->y };
}

static void
add_home (Work *w, const guint *members, guint n)
{
  const MilieuCastActor *a = actor (w, members[0]);
  MilieuPoint place = w->request->places[members[0]];
  gboolean open = n >= ROSETTE_LEAST && n <= ROSETTE_MOST && w->request->label_widths != NULL;
  MilieuDisc disc = { .kind = open ? MILIEU_DISC_ROSETTE : MILIEU_DISC_COMPACT,
                      .name = a->municipality, .insee = a->insee, .n = n, .ax = place.x, .ay = place.y };

  disc.first = w->stands->len;
  g_array_append_val (w->discs, disc);
  for (guint i = 0; i < n; i++)
    add_stand (w, members[i], place.x, place.y, w->request->size, w->discs->len - 1);
}

static void
add_homes (Work *w)
{
  g_autoptr (GArray) who = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < w->request->n; i++)
    if (!is_alone (actor (w, w->request->actors[i])))
      g_array_append_val (who, w->request->actors[i]);
  g_array_sort_with_data (who, compare_home_then_actor, (gpointer) w->request->cast);
  for (guint i = 0, n; i < who->len; i += n)
    {
      for (n = 1; i + n < who->len; n++)
        if (compare_homes (actor (w, g_array_index (who, guint, i)), actor (w, g_array_index (who, guint, i + n))) != 0)
          break;
      add_home (w, &g_array_index (who, guint, i), n);
    }
}

/* the larger first; of equal ones in the order of the stands */
static int
compare_discs (gconstpointer a, gconstpointer b)
{
  const MilieuDisc *p = a, *q = b;

  if (p->n != q->n)
    return p->n > q->n ? -1 : 1;
  return (p->first > q->first) - (p->first < q->first);
}

static void
place_discs (Work *w)
{
  g_autofree MilieuBox *boxes = g_new (MilieuBox, MAX (w->discs->len, 1));

  g_array_sort (w->discs, compare_discs);
  for (guint i = 0; i < w->discs->len; i++)
    {
      const MilieuDisc *disc = &g_array_index (w->discs, MilieuDisc, i);

      for (guint k = 0; k < disc->n; k++)
        g_array_index (w->stands, MilieuStand, disc->first + k).disc = i;
      boxes[i] = place_disc (w, i, boxes);
    }
}

MilieuArrangement *
milieu_arrange (const MilieuArrangeRequest *request)
{
  MilieuArrangement *arrangement = g_new0 (MilieuArrangement, 1);
  Work w = { .request = request,
             .stands = g_array_new (FALSE, FALSE, sizeof (MilieuStand)),
             .discs = g_array_new (FALSE, FALSE, sizeof (MilieuDisc)),
             .grid = milieu_box_grid_new (4 * request->size) };
  g_autoptr (GPtrArray) crowds = place_alone (&w);

  for (guint i = 0; i < crowds->len; i++)
    add_crowd (&w, crowds->pdata[i]);
  add_homes (&w);
  place_discs (&w);
  milieu_box_grid_free (w.grid);
  arrangement->n_stands = w.stands->len;
  arrangement->n_discs = w.discs->len;
  arrangement->stands = (MilieuStand *) g_array_free (w.stands, FALSE);
  arrangement->discs = (MilieuDisc *) g_array_free (w.discs, FALSE);
  return arrangement;
}

void
milieu_arrangement_free (MilieuArrangement *arrangement)
{
  g_free (arrangement->stands);
  g_free (arrangement->discs);
  g_free (arrangement);
}
