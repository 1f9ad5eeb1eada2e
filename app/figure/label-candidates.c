#include "figure/label-candidates.h"

#include "figure/ties.h"

#include <math.h>

#define DIAGONAL 0.72      /* how far a corner label stands off, of radius and gap */
#define COST_RANK 1.3      /* a place further down in the order of preference */
#define COST_LEADER 18.0
#define COST_DISTANCE 0.22
#define COST_MIDDLE 3.0    /* a leader that ends above or below its symbol */
#define GRAZE 1.6          /* a leader may pass so far within the corner of a symbol's box */
#define COST_NO_COLUMN 9.0 /* a loose leader where a column would be neater */

/* cosines of multiples of 15 degrees: the same on any machine */
static const double cosines[24] = {
  1, 0.9659258262890683, 0.8660254037844387, 0.7071067811865476, 0.5, 0.2588190451025207,
  0, -0.2588190451025207, -0.5, -0.7071067811865476, -0.8660254037844387, -0.9659258262890683,
  -1, -0.9659258262890683, -0.8660254037844387, -0.7071067811865476, -0.5, -0.2588190451025207,
  0, 0.2588190451025207, 0.5, 0.7071067811865476, 0.8660254037844387, 0.9659258262890683,
};
static const double distances[] = { 9, 16, 25, 36, 50, 66, 86, 108 };

/* what lies near enough to one label to matter */
typedef struct
{
  const MilieuLabelProblem *problem;
  const MilieuLabelWish *wish;
  GArray *symbols; /* guint, into problem->symbols */
  GArray *blocks;  /* MilieuBox */
  GArray *ties;    /* MilieuChord */
  GArray *found;
} Search;

MilieuAlign
milieu_label_align (MilieuLabelSide side)
{
  switch (side)
    {
    case MILIEU_SIDE_EAST: case MILIEU_SIDE_NORTH_EAST: case MILIEU_SIDE_SOUTH_EAST:
      return MILIEU_ALIGN_LEFT;
    case MILIEU_SIDE_WEST: case MILIEU_SIDE_NORTH_WEST: case MILIEU_SIDE_SOUTH_WEST:
      return MILIEU_ALIGN_RIGHT;
    default:
      return MILIEU_ALIGN_CENTRE;
    }
}

MilieuBox
milieu_label_box (const MilieuLabelWish *l, MilieuLabelSide side)
{
  double off = l->radius + l->gap, corner = off * DIAGONAL, w = l->width, h = l->height;
  double x = l->x - w / 2, y = l->y - h / 2;

  switch (side)
    {
    case MILIEU_SIDE_EAST: x = l->x + off; break;
    case MILIEU_SIDE_WEST: x = l->x - off - w; break;
    case MILIEU_SIDE_NORTH: y = l->y - off - h; break;
    case MILIEU_SIDE_SOUTH: y = l->y + l->radius + l->gap * 0.6; break;
    case MILIEU_SIDE_NORTH_EAST: x = l->x + corner; y = l->y - corner - h * 0.72; break;
    case MILIEU_SIDE_SOUTH_EAST: x = l->x + corner; y = l->y + corner - h * 0.28; break;
    case MILIEU_SIDE_NORTH_WEST: x = l->x - corner - w; y = l->y - corner - h * 0.72; break;
    case MILIEU_SIDE_SOUTH_WEST: x = l->x - corner - w; y = l->y + corner - h * 0.28; break;
    case MILIEU_SIDE_LEADER: g_assert_not_reached ();
    }
  return (MilieuBox) { x, y, x + w, y + h };
}

/* the start of a leader: on the symbol's rim, looking at its end */
static MilieuChord
leader_to (const MilieuLabelWish *l, double x, double y)
{
  double dx = x - l->x, dy = y - l->y, d = sqrt (dx * dx + dy * dy);
  double k = d > 0 ? l->radius / d : 0;

  return (MilieuChord) { { l->x + dx * k, l->y + dy * k }, { x, y } };
}

static gboolean
chord_meets (MilieuChord chord, MilieuBox box)
{
  return milieu_segment_meets (chord.from, chord.to, &box);
}

static gboolean
boxes_meet (MilieuBox a, MilieuBox b)
{
  return milieu_boxes_meet (&a, &b, 0);
}

static gboolean
symbol_in_the_way (Search *s, MilieuBox box, const MilieuChord *leader)
{
  for (guint i = 0; i < s->symbols->len; i++)
    {
      const MilieuLabelSymbol *o = &s->problem->symbols[g_array_index (s->symbols, guint, i)];
      MilieuBox symbol = milieu_box_around (o->x, o->y, o->radius);

      if (o->owner == s->wish->owner)
        {
          if (leader != NULL && milieu_boxes_meet (&box, &symbol, 1))
            return TRUE;
          continue;
        }
      if (milieu_boxes_meet (&box, &symbol, 0.8 * s->problem->unit))
        return TRUE;
      if (leader != NULL && chord_meets (*leader, milieu_box_grow (symbol, -GRAZE * s->problem->unit)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
block_in_the_way (Search *s, MilieuBox box, const MilieuChord *leader)
{
  for (guint i = 0; i < s->blocks->len; i++)
    {
      MilieuBox block = g_array_index (s->blocks, MilieuBox, i);

      if (milieu_boxes_meet (&box, &block, 0))
        return TRUE;
      if (leader != NULL && chord_meets (*leader, block)
          && !milieu_box_has_point (block, leader->from.x, leader->from.y))
        return TRUE;
    }
  return FALSE;
}

static double
covered_ties (Search *s, MilieuBox box)
{
  double length = 0;

  for (guint i = 0; i < s->ties->len; i++)
    {
      MilieuChord tie = g_array_index (s->ties, MilieuChord, i);

      length += milieu_segment_length_in (tie.from, tie.to, &box);
    }
  return length;
}

static void
consider (Search *s, MilieuLabelPlace place, double cost)
{
  const MilieuLabelWish *l = s->wish;
  MilieuBox text = { place.x, place.y, place.x + l->width, place.y + l->height };
  MilieuLabelCandidate candidate = { .box = text, .place = place };
  const MilieuChord *leader = place.side == MILIEU_SIDE_LEADER ? &place.leader : NULL;

  if (!milieu_box_holds (s->problem->frame, text))
    return;
  candidate.box.x0 -= s->problem->unit;
  candidate.box.x1 += s->problem->unit;
  if (block_in_the_way (s, candidate.box, leader) || symbol_in_the_way (s, candidate.box, leader))
    return;
  candidate.cost = cost + s->problem->tie_weight * covered_ties (s, candidate.box) / s->problem->unit;
  candidate.place.placed = TRUE;
  g_array_append_val (s->found, candidate);
}

static void
consider_sides (Search *s)
{
  for (guint i = 0; i < s->wish->n_sides; i++)
    {
      MilieuLabelSide side = s->wish->sides[i];
      MilieuBox box = milieu_label_box (s->wish, side);
      MilieuLabelPlace place = { .side = side, .align = milieu_label_align (side), .x = box.x0, .y = box.y0 };

      consider (s, place, i * COST_RANK);
    }
}

static void
consider_leader (Search *s, double x, double y, gboolean leftwards, double cost)
{
  const MilieuLabelWish *l = s->wish;
  double touch = 1.5 * s->problem->unit;
  MilieuLabelPlace place = {
    .side = MILIEU_SIDE_LEADER,
    .align = leftwards ? MILIEU_ALIGN_RIGHT : MILIEU_ALIGN_LEFT,
    .x = leftwards ? x - l->width : x,
    .y = y - l->height / 2,
    .leader = leader_to (l, leftwards ? x + touch : x - touch, y),
  };

  consider (s, place, cost);
}

static void
consider_ring (Search *s, double distance)
{
  const MilieuLabelWish *l = s->wish;
  double d = l->radius + distance * s->problem->unit;

  for (guint i = 0; i < 24; i++)
    {
      double c = cosines[i], sine = cosines[(i + 18) % 24];
      gboolean middle = c < 0.27 && c > -0.27;
      double cost = COST_LEADER + COST_DISTANCE * d / s->problem->unit + (middle ? COST_MIDDLE : 0)
                    + (l->n_columns > 0 ? COST_NO_COLUMN : 0);

      if (c > 0 || middle)
        consider_leader (s, l->x + d * c, l->y + d * sine, FALSE, cost);
      if (c < 0 || middle)
        consider_leader (s, l->x + d * c, l->y + d * sine, TRUE, cost);
    }
}

static void
consider_column (Search *s, const MilieuLabelColumn *column)
{
  const MilieuLabelWish *l = s->wish;
  double unit = s->problem->unit;

  for (double y = column->first; y <= column->last; y += column->step)
    {
      double dx = column->x - l->x, dy = y - l->y, d = sqrt (dx * dx + dy * dy) / unit;

      consider_leader (s, column->x, y, column->leftwards, 4.5 + 0.13 * d + 0.10 * ABS (dy) / unit);
    }
}

/* all that any candidate could reach */
static MilieuBox
reach (const MilieuLabelProblem *problem, const MilieuLabelWish *l)
{
  double out = l->radius + l->gap + (l->leader ? distances[G_N_ELEMENTS (distances) - 1] * problem->unit : 0);
  MilieuBox box = { l->x - out - l->width, l->y - out - l->height, l->x + out + l->width, l->y + out + l->height };

  for (guint i = 0; i < l->n_columns; i++)
    {
      const MilieuLabelColumn *c = &l->columns[i];
      MilieuBox column = { c->x - (c->leftwards ? l->width : 0), c->first - l->height,
                           c->x + (c->leftwards ? 0 : l->width), c->last + l->height };

      box = milieu_box_union (box, column);
    }
  return milieu_box_grow (box, 3 * problem->unit);
}

static void
look_around (Search *s)
{
  const MilieuLabelProblem *p = s->problem;
  MilieuBox hull = reach (p, s->wish);

  for (guint i = 0; i < p->n_symbols; i++)
    if (boxes_meet (hull, milieu_box_around (p->symbols[i].x, p->symbols[i].y, p->symbols[i].radius)))
      g_array_append_val (s->symbols, i);
  for (guint i = 0; i < p->n_blocks; i++)
    if (boxes_meet (hull, p->blocks[i]))
      g_array_append_val (s->blocks, p->blocks[i]);
  for (guint i = 0; i < p->n_ties; i++)
    if (boxes_meet (hull, milieu_chord_box (p->ties[i])))
      g_array_append_val (s->ties, p->ties[i]);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const MilieuLabelCandidate *x = a, *y = b;

  if (x->cost != y->cost)
    return x->cost < y->cost ? -1 : 1;
  if (x->place.x != y->place.x)
    return x->place.x < y->place.x ? -1 : 1;
  return (x->place.y > y->place.y) - (x->place.y < y->place.y);
}

GArray *
milieu_label_candidates (const MilieuLabelProblem *problem, const MilieuLabelWish *wish)
{
  Search s = { problem, wish,
               g_array_new (FALSE, FALSE, sizeof (guint)),
               g_array_new (FALSE, FALSE, sizeof (MilieuBox)),
               g_array_new (FALSE, FALSE, sizeof (MilieuChord)),
               g_array_new (FALSE, FALSE, sizeof (MilieuLabelCandidate)) };

  look_around (&s);
  consider_sides (&s);
  for (guint i = 0; wish->leader && i < G_N_ELEMENTS (distances); i++)
    consider_ring (&s, distances[i]);
  for (guint i = 0; wish->leader && i < wish->n_columns; i++)
    consider_column (&s, &wish->columns[i]);
  g_array_sort (s.found, compare);
  if (s.found->len > MILIEU_LABEL_CANDIDATES)
    g_array_set_size (s.found, MILIEU_LABEL_CANDIDATES);
  g_array_unref (s.symbols);
  g_array_unref (s.blocks);
  g_array_unref (s.ties);
  return s.found;
}

#define FAR 3.0 /* gaps: a label farther off has a leader */

static double
clamp (double value, double least, double most)
{
  return MAX (least, MIN (value, most));
}

MilieuLabelPlace
milieu_label_by_hand (const MilieuLabelWish *wish, double dx, double dy)
{
  MilieuLabelPlace place = { TRUE, MILIEU_SIDE_EAST, MILIEU_ALIGN_CENTRE, wish->x + dx - wish->width / 2, wish->y + dy - wish->height / 2 };
  MilieuPoint symbol = { wish->x, wish->y };
  MilieuPoint near = { clamp (wish->x, place.x, place.x + wish->width), clamp (wish->y, place.y, place.y + wish->height) };
  double away = milieu_point_distance (symbol, near);

  place.align = dx > wish->width / 2 ? MILIEU_ALIGN_LEFT : dx < -wish->width / 2 ? MILIEU_ALIGN_RIGHT : MILIEU_ALIGN_CENTRE;
  if (away < wish->radius + FAR * wish->gap)
    return place;
  place.side = MILIEU_SIDE_LEADER;
  place.leader.from = (MilieuPoint) { symbol.x + (near.x - symbol.x) * wish->radius / away, symbol.y + (near.y - symbol.y) * wish->radius / away };
  place.leader.to = near;
  return place;
}
