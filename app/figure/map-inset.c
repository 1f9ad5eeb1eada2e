/* What the inset shows: a search for the frame in which its discs open. */
#include "figure/map-plan.h"

#include "figure/symbols.h"
#include "figure/ties.h"

#include <math.h>

#define SCALES 7
#define COARSER 1.09     /* from one scale to the next */
#define STEPS 6          /* of the centre, each way */
#define ENOUGH 0.35      /* a coarser scale must improve the cost by that much */
#define CLOSED 6.0       /* cost of a symbol in a disc that could not open */
#define AWAY 0.02        /* of a px that a disc stands off its town, a member */
#define OFF_CENTRE 4.0   /* of all that stands there, in half cards */
#define COARSE 14.0      /* of a scale e times as coarse, to first order */

/* px of look.md that actors keep from the card's edges, for their labels */
static const MilieuMargins room = { 92, 28, 84, 44 };

typedef struct
{
  const MilieuMapPlan *plan;
  const MilieuInset *inset;
  guint *who;            /* of the crowd */
  guint n;
  MilieuBounds bounds;   /* of their places */
  double *widths;        /* of labels */
  MilieuPoint *places;   /* px, per actor of the cast */
  MilieuFrame best;
  double best_cost;
} Search;

static double
off_centre (const MilieuArrangement *a, const MilieuFrame *frame)
{
  MilieuBox all = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  double dx, dy;

  for (guint i = 0; i < a->n_stands; i++)
    all = milieu_box_union (all, milieu_box_around (a->stands[i].x, a->stands[i].y, 0));
  dx = (all.x0 + all.x1) / frame->width - 1;
  dy = (all.y0 + all.y1) / frame->height - 1;
  return dx * dx + dy * dy;
}

/* how badly the discs do in @frame */
static double
cost_of (Search *s, const MilieuFrame *frame)
{
  const MilieuMapPlan *plan = s->plan;
  double u = plan->unit, cost = 0;
  MilieuBox bounds = { 0, 0, frame->width, frame->height };
  MilieuBox bar = { frame->width - 92 * u, frame->height - 30 * u, frame->width, frame->height };
  g_autoptr (MilieuArrangement) a = NULL;

  for (guint i = 0; i < s->n; i++)
    s->places[s->who[i]] = milieu_map_panel_place (frame, (MilieuPoint) { 0, 0 }, plan->content.metres[s->who[i]]);
  a = milieu_arrange (&(MilieuArrangeRequest) {
    .cast = plan->content.cast, .actors = s->who, .n = s->n, .places = s->places, .label_widths = s->widths,
    .size = MILIEU_SIZE_MAP * u, .unit = u, .bounds = &bounds, .avoid = &bar, .n_avoid = 1 });
  for (guint i = 0; i < a->n_discs; i++)
    {
      const MilieuDisc *disc = &a->discs[i];
      double dx = disc->x - disc->ax, dy = disc->y - disc->ay;

      cost += AWAY / u * sqrt (dx * dx + dy * dy) * disc->n;
      if (disc->kind != MILIEU_DISC_ROSETTE && disc->n >= 6)
        cost += CLOSED * disc->n;
    }
  return cost + OFF_CENTRE * off_centre (a, frame);
}

/* the lens of such a frame must not lie under the card */
static gboolean
hides_its_lens (const Search *s, const MilieuFrame *frame)
{
  MilieuBounds ground = milieu_frame_bounds (frame);
  MilieuBox lens;

  milieu_frame_to_px (&s->plan->opening, (MilieuMetres) { ground.west, ground.north }, &lens.x0, &lens.y0);
  milieu_frame_to_px (&s->plan->opening, (MilieuMetres) { ground.east, ground.south }, &lens.x1, &lens.y1);
  return milieu_boxes_meet (&lens, &s->inset->card, 5 * s->plan->unit);
}

static void
consider_scale (Search *s, double scale, double finest)
{
  const MilieuFrame *card = &s->inset->frame;
  double u = s->plan->unit, extra = COARSE * (scale / finest - 1);
  double west = s->bounds.east - (card->width / 2 - room.right * u) * scale;
  double east = s->bounds.west + (card->width / 2 - room.left * u) * scale;
  double south = s->bounds.north - (card->height / 2 - room.top * u) * scale;
  double north = s->bounds.south + (card->height / 2 - room.bottom * u) * scale;

  for (guint i = 0; i <= STEPS && west <= east; i++)
    for (guint k = 0; k <= STEPS && south <= north; k++)
      {
        MilieuFrame frame = { card->width, card->height,
                              { west + (east - west) * i / STEPS, south + (north - south) * k / STEPS }, scale };
        double cost;

        if (extra + ENOUGH >= s->best_cost)
          return;
        if (hides_its_lens (s, &frame))
          continue;
        cost = extra + cost_of (s, &frame);
        if (cost >= s->best_cost)
          continue;
        s->best_cost = cost;
        s->best = frame;
      }
}

static void
take_crowd (Search *s)
{
  const MilieuMapPlan *plan = s->plan;
  guint n = MAX (plan->content.cast->n_actors, 1);

  s->who = g_new (guint, n);
  s->widths = g_new0 (double, n);
  s->places = g_new0 (MilieuPoint, n);
  milieu_bounds_init (&s->bounds);
  for (guint i = 0; i < plan->content.cast->n_actors; i++)
    {
      s->widths[i] = plan->content.line[i].width;
      if (!plan->located[i] || !milieu_frame_contains (&s->inset->frame, plan->content.metres[i], 0))
        continue;
      s->who[s->n++] = i;
      milieu_bounds_add (&s->bounds, plan->content.metres[i]);
    }
}

MilieuFrame
milieu_map_inset_frame (const MilieuMapPlan *plan, guint index)
{
  const MilieuInset *inset = &plan->insets[index].inset;
  Search s = { .plan = plan, .inset = inset, .best = inset->frame, .best_cost = G_MAXDOUBLE };
  MilieuMargins m = { room.left * plan->unit, room.top * plan->unit, room.right * plan->unit, room.bottom * plan->unit };
  MilieuFrame fit = inset->frame;
  double scale;

  take_crowd (&s);
  milieu_frame_fit (&fit, &s.bounds, &m, 8);
  scale = fit.scale * 1.001;
  for (guint i = 0; i < SCALES; i++, scale *= COARSER)
    consider_scale (&s, scale, fit.scale);
  g_free (s.who);
  g_free (s.widths);
  g_free (s.places);
  return s.best;
}

gboolean
milieu_map_plan_inset (const MilieuMapPlan *plan, MilieuBox *card, MilieuFrame *frame)
{
  g_return_val_if_fail (plan != NULL, FALSE);
  *card = plan->insets[0].inset.card;
  *frame = plan->insets[0].inset.frame;
  return plan->n_insets > 0;
}
