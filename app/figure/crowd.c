#include "figure/crowd.h"

#include "figure/arrange.h"
#include "figure/packing.h"
#include "figure/symbols.h"
#include "figure/ties.h"

#include <string.h>

#define LEAST_SCALE 8.0        /* metres per px: two neighbours do not fill the view */
#define LONE_SCALE 40.0        /* and a lone place is seen with the towns about it */
#define CROWD_LEAST 8          /* actors that would move … */
#define CROWD_MOVE 2.0         /* … over so many sizes */
#define INSET_MOST 150         /* of a larger crowd an inset would show no names either */
#define NEAR 5.0               /* sizes: a crowd takes in who stands so near */
#define MOST_OF_VIEW 0.42      /* a crowd that spans more of the view needs no inset */
#define CARD_WIDTH 0.648       /* of the view */
#define CARD_HEIGHT 0.47
#define CARD_MOST_WIDTH 620.0
#define CARD_MOST_HEIGHT 440.0
#define TALL 1.2               /* views higher than wide by this have a card of full width */
#define CARD_EDGE 11.0
#define CARD_FOOT 19.0         /* room for the credit below */
#define COARSER 1.9            /* times that the map's scale must be coarser than the inset's */
#define CHOSEN_COARSER 1.2     /* … than that of a chosen one */
#define GROW 1.03
#define TRIES 42               /* steps of scale */
#define STEPS 12               /* of the centre, each way */
#define CLOSE_ENOUGH 1.10      /* a scale that much coarser than the best may win by its place */
#define LENS_FAR 4.0           /* of a chosen inset whose lens is a width of the view away */
#define CORNERS 4
#define SAMPLES 6              /* of land under a card, each way */

/* room that a card leaves, and the view's edge, in px of look.md */
static const MilieuMargins room = { 70, 34, 96, 40 };
static const MilieuMargins open_room = { 100, 50, 100, 50 };
static const MilieuMargins inset_room = { 128, 46, 128, 52 };

typedef struct
{
  const MilieuCrowdRequest *request;
  MilieuCrowd *crowd;
  MilieuBounds all, dense; /* of everybody; of the crowd */
  MilieuFrame best;
  MilieuBox best_card;
  double best_cost;
} Search;

static MilieuMargins
margins (MilieuMargins m, double unit)
{
  return (MilieuMargins) { m.left * unit, m.top * unit, m.right * unit, m.bottom * unit };
}

MilieuFrame
milieu_crowd_fit (const MilieuMetres *places, guint n, double width, double height, double unit)
{
  MilieuFrame frame = { .width = width, .height = height, .scale = 200 };
  MilieuMargins free_room = margins (open_room, unit);
  MilieuBounds bounds;

  milieu_bounds_init (&bounds);
  for (guint i = 0; i < n; i++)
    milieu_bounds_add (&bounds, places[i]);
  milieu_frame_fit (&frame, &bounds, &free_room,
                    bounds.west == bounds.east && bounds.south == bounds.north ? LONE_SCALE : LEAST_SCALE);
  return frame;
}

static MilieuPoint *
in_px (const Search *s, const MilieuFrame *frame)
{
  MilieuPoint *points = g_new (MilieuPoint, MAX (s->request->n, 1));

  for (guint i = 0; i < s->request->n; i++)
    milieu_frame_to_px (frame, s->request->places[i], &points[i].x, &points[i].y);
  return points;
}

/* ---- who is the crowd ---- */

/* from its members outwards: who stands within @near of one joins */
static guint
gather (const MilieuPoint *points, guint n, guint8 *member, double near)
{
  g_autofree guint *queue = g_new (guint, MAX (n, 1));
  guint count = 0;

  for (guint i = 0; i < n; i++)
    if (member[i])
      queue[count++] = i;
  for (guint next = 0; next < count; next++)
    for (guint i = 0; i < n; i++)
      if (!member[i] && milieu_point_distance (points[queue[next]], points[i]) < near)
        {
          member[i] = 1;
          queue[count++] = i;
        }
  return count;
}

static gboolean
spans_too_much (const Search *s, const MilieuPoint *points)
{
  MilieuBox box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < s->request->n; i++)
    if (s->crowd->crowd[i])
      box = milieu_box_union (box, milieu_box_around (points[i].x, points[i].y, 0));
  return box.x1 - box.x0 > MOST_OF_VIEW * s->request->width || box.y1 - box.y0 > MOST_OF_VIEW * s->request->height;
}

/* the largest set of movers that stand together */
static guint
seed_crowd (Search *s, const MilieuPoint *points, const guint8 *moves, double near)
{
  guint n = s->request->n, best = 0;
  g_autofree guint8 *seen = g_new0 (guint8, MAX (n, 1));
  g_autofree guint8 *member = g_new0 (guint8, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      guint movers = 0;

      if (!moves[i] || seen[i])
        continue;
      memset (member, 0, n);
      member[i] = 1;
      gather (points, n, member, near);
      for (guint k = 0; k < n; k++)
        {
          seen[k] |= member[k];
          movers += member[k] && moves[k];
        }
      if (movers <= best)
        continue;
      best = movers;
      memcpy (s->crowd->crowd, member, n);
    }
  return best;
}

static gboolean
find_members (Search *s, const MilieuFrame *frame)
{
  guint n = s->request->n;
  double size = MILIEU_SIZE_MAP * s->request->unit;
  g_autofree MilieuPoint *points = in_px (s, frame);
  g_autofree MilieuPoint *moved = g_memdup2 (points, MAX (n, 1) * sizeof (MilieuPoint));
  g_autofree guint8 *moves = g_new0 (guint8, MAX (n, 1));

  milieu_relax (moved, n, size * MILIEU_ARRANGE_PITCH);
  for (guint i = 0; i < n; i++)
    moves[i] = milieu_point_distance (points[i], moved[i]) > CROWD_MOVE * size;
  for (double near = NEAR; near >= 1; near -= 1)
    {
      if (seed_crowd (s, points, moves, near * size) < CROWD_LEAST)
        return FALSE;
      if (!spans_too_much (s, points))
        return TRUE;
    }
  return FALSE;
}

/* ---- where the inset goes ---- */

/* corners first, the lower ones before the upper; then along the edges: shares of the free width and height */
static MilieuPoint
place_of (guint place)
{
  double along = 0.25 * (1 + (place - CORNERS) % 3);

  if (place < CORNERS)
    return (MilieuPoint) { place % 2, place < 2 };
  switch ((place - CORNERS) / 3)
    {
    case 0: return (MilieuPoint) { along, 1 };
    case 1: return (MilieuPoint) { along, 0 };
    case 2: return (MilieuPoint) { 0, along };
    default: return (MilieuPoint) { 1, along };
    }
}

/* what somebody chose may stand along an edge too */
static guint
n_places (const Search *s)
{
  return s->request->chosen != NULL ? CORNERS + 12 : CORNERS;
}

static MilieuBox
card_at (const Search *s, guint place, double share)
{
  const MilieuCrowdRequest *r = s->request;
  double unit = r->unit, edge = CARD_EDGE * unit, foot = CARD_FOOT * unit;
  gboolean tall = r->height > TALL * r->width;
  double width = tall ? r->width - 2 * edge : MIN (CARD_WIDTH * r->width, CARD_MOST_WIDTH * unit) * share;
  double height = MIN (CARD_HEIGHT * r->height, CARD_MOST_HEIGHT * unit) * share;
  MilieuPoint at = place_of (place);
  double x = edge + at.x * (r->width - 2 * edge - width), y = edge + at.y * (r->height - edge - foot - height);

  return (MilieuBox) { x, y, x + width, y + height };
}

static MilieuFrame
frame_of_inset (const Search *s, MilieuBox card)
{
  MilieuMargins m = margins (inset_room, s->request->unit);
  MilieuFrame frame = { .width = card.x1 - card.x0, .height = card.y1 - card.y0 - s->request->head, .scale = 50 };

  milieu_frame_fit (&frame, &s->dense, &m, LEAST_SCALE);
  return frame;
}

static gboolean
covers_nobody (const Search *s, const MilieuFrame *frame, MilieuBox card)
{
  double unit = s->request->unit;
  MilieuBox clear = { card.x0 - 26 * unit, card.y0 - 14 * unit, card.x1 + 14 * unit, card.y1 + 12 * unit };
  MilieuFrame inset = frame_of_inset (s, card);
  MilieuBounds ground = milieu_frame_bounds (&inset);
  MilieuBox lens;

  for (guint i = 0; i < s->request->n_taken; i++)
    if (milieu_boxes_meet (&s->request->taken[i], &card, 0))
      return FALSE;
  for (guint i = 0; i < s->request->n; i++)
    {
      double x, y;

      milieu_frame_to_px (frame, s->request->places[i], &x, &y);
      if (milieu_box_has_point (clear, x, y))
        return FALSE;
    }
  milieu_frame_to_px (frame, (MilieuMetres) { ground.west, ground.north }, &lens.x0, &lens.y0);
  milieu_frame_to_px (frame, (MilieuMetres) { ground.east, ground.south }, &lens.x1, &lens.y1);
  return !milieu_boxes_meet (&lens, &card, 10 * unit);
}

/* the share of a card that lies on the region's own land */
static double
land_under (const Search *s, const MilieuFrame *frame, MilieuBox card)
{
  guint land = 0;

  if (s->request->region == NULL)
    return 0;
  for (guint i = 0; i < SAMPLES; i++)
    for (guint k = 0; k < SAMPLES; k++)
      land += milieu_feature_contains (s->request->region, milieu_frame_to_metres (
        frame, card.x0 + (card.x1 - card.x0) * (i + 0.5) / SAMPLES, card.y0 + (card.y1 - card.y0) * (k + 0.5) / SAMPLES));
  return (double) land / (SAMPLES * SAMPLES);
}

/* from the middle of a card to that of its lens, in widths of the view */
static double
way_to_lens (const Search *s, const MilieuFrame *frame, MilieuBox card)
{
  MilieuPoint lens, middle = { (card.x0 + card.x1) / 2, (card.y0 + card.y1) / 2 };

  milieu_frame_to_px (frame, (MilieuMetres) { (s->dense.west + s->dense.east) / 2, (s->dense.south + s->dense.north) / 2 }, &lens.x, &lens.y);
  return milieu_point_distance (lens, middle) / s->request->width;
}

static void
consider (Search *s, MilieuFrame frame, double finest, guint corner, double share)
{
  const MilieuCrowdRequest *r = s->request;
  MilieuBox card = card_at (s, corner, share);
  double cost, x, y, dx, dy;

  if (!covers_nobody (s, &frame, card))
    return;
  /* what the card leaves free of the view should have the actors in its middle */
  milieu_frame_to_px (&frame, (MilieuMetres) { (s->all.west + s->all.east) / 2, (s->all.south + s->all.north) / 2 }, &x, &y);
  dx = (x - r->width / 2) / r->width;
  dy = (y - (card.y0 > r->height / 2 ? card.y0 : r->height + card.y1) / 2) / r->height;
  cost = 8 * (frame.scale / finest - 1) + 8 * (dx * dx + dy * dy) + 0.05 * MIN (corner, CORNERS) + 3 * (1 - share);
  if (r->chosen != NULL)
    cost += LENS_FAR * way_to_lens (s, &frame, card);
  if (cost < s->best_cost)
    cost += 0.25 * land_under (s, &frame, card);
  if (cost >= s->best_cost)
    return;
  s->best_cost = cost;
  s->best = frame;
  s->best_card = card;
}

/* every centre that keeps all actors in the view, on a grid */
static void
consider_scale (Search *s, double scale, double finest, guint corner, double share)
{
  const MilieuCrowdRequest *r = s->request;
  MilieuMargins m = margins (room, r->unit);
  double west = s->all.east - (r->width / 2 - m.right) * scale, east = s->all.west + (r->width / 2 - m.left) * scale;
  double south = s->all.north - (r->height / 2 - m.top) * scale, north = s->all.south + (r->height / 2 - m.bottom) * scale;

  if (west > east || south > north)
    return;
  for (guint i = 0; i <= STEPS; i++)
    for (guint k = 0; k <= STEPS; k++)
      consider (s, (MilieuFrame) { r->width, r->height,
                                   { west + (east - west) * i / STEPS, south + (north - south) * k / STEPS }, scale },
                finest, corner, share);
}

static gboolean
search_card (Search *s, double finest, double share)
{
  double scale = finest;

  s->best_cost = G_MAXDOUBLE;
  for (guint corner = 0; s->request->held != NULL && corner < n_places (s); corner++)
    consider (s, *s->request->held, finest, corner, share);
  if (s->request->held != NULL)
    return s->best_cost < G_MAXDOUBLE;
  for (guint i = 0; i < TRIES; i++, scale *= GROW)
    {
      if (s->best_cost < G_MAXDOUBLE && scale > s->best.scale * CLOSE_ENOUGH)
        break;
      for (guint corner = 0; corner < n_places (s); corner++)
        consider_scale (s, scale, finest, corner, share);
    }
  return s->best_cost < G_MAXDOUBLE;
}

static void
propose_inset (Search *s)
{
  MilieuCrowd *crowd = s->crowd;
  MilieuFrame inset;
  double most = s->request->share > 0 ? s->request->share : 1;

  for (double share = most; share > 0.6 * most; share -= 0.12)
    {
      if (!search_card (s, crowd->frame.scale * 0.8, share))
        continue;
      inset = frame_of_inset (s, s->best_card);
      if (inset.scale * (s->request->chosen != NULL ? CHOSEN_COARSER : COARSER) > s->best.scale)
        return;
      crowd->frame = s->best;
      crowd->has_inset = TRUE;
      crowd->inset = (MilieuInset) { s->best_card, s->request->head, inset };
      return;
    }
}

void
milieu_crowd_find (const MilieuCrowdRequest *request, MilieuCrowd *crowd)
{
  Search s = { .request = request, .crowd = crowd };
  guint members = 0;

  *crowd = (MilieuCrowd) { .crowd = g_new0 (guint8, MAX (request->n, 1)) };
  crowd->frame = request->held != NULL ? *request->held
                                       : milieu_crowd_fit (request->places, request->n, request->width, request->height, request->unit);
  if (request->chosen != NULL)
    memcpy (crowd->crowd, request->chosen, request->n);
  else if (request->n < CROWD_LEAST || !find_members (&s, &crowd->frame))
    return;
  crowd->has_crowd = TRUE;
  milieu_bounds_init (&s.all);
  milieu_bounds_init (&s.dense);
  for (guint i = 0; i < request->n; i++)
    {
      milieu_bounds_add (&s.all, request->places[i]);
      if (crowd->crowd[i])
        milieu_bounds_add (&s.dense, request->places[i]);
      members += crowd->crowd[i];
    }
  if (request->head > 0 && members > 0 && members <= INSET_MOST)
    propose_inset (&s);
}
