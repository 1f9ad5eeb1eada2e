#include "figure/labels.h"

#include "figure/label-candidates.h"
#include "figure/ties.h"
#include "model/random.h"

#include <string.h>

#define STARTS 4
#define SWEEPS 5
#define OVERLAP 900.0
#define LEADER_CLASH 700.0    /* of a leader with a label or another leader … */
#define SOFT_CLASH 160.0      /* … and while the solver is still on its way */
#define LEFT_OUT 420.0        /* of the last rank; each rank above it costs 40 more to leave out */
#define RANKS 6
#define THRESHOLD 32.0
#define NOWHERE (-1)

typedef struct
{
  const MilieuLabelProblem *problem;
  guint n;
  GArray **candidates; /* per label: MilieuLabelCandidate */
  GArray **neighbours; /* per label: guint, labels that any candidate could touch */
  double clash;        /* what a leader that crosses something costs now */
  int *state;          /* per label: index of its candidate, NOWHERE if left out */
  MilieuRandom random;
} Solver;

static const MilieuLabelCandidate *
candidate (Solver *s, guint label, int index)
{
  return &g_array_index (s->candidates[label], MilieuLabelCandidate, index);
}

static double
pair_cost (Solver *s, const MilieuLabelCandidate *a, const MilieuLabelCandidate *b)
{
  gboolean la = a->place.side == MILIEU_SIDE_LEADER, lb = b->place.side == MILIEU_SIDE_LEADER;
  double cost = 0;

  if (milieu_boxes_meet (&a->box, &b->box, s->problem->padding))
    cost += OVERLAP;
  if (la && milieu_segment_meets (a->place.leader.from, a->place.leader.to, &b->box))
    cost += s->clash;
  if (lb && milieu_segment_meets (b->place.leader.from, b->place.leader.to, &a->box))
    cost += s->clash;
  if (la && lb && milieu_segments_cross (a->place.leader.from, a->place.leader.to, b->place.leader.from, b->place.leader.to))
    cost += s->clash;
  return cost;
}

static double
own_cost (Solver *s, guint label, int index)
{
  guint rank = s->problem->wishes[label].rank;

  if (index == NOWHERE)
    return LEFT_OUT + 40.0 * (rank < RANKS ? RANKS - rank : 0);
  return candidate (s, label, index)->cost;
}

static double
cost (Solver *s, guint label, int index)
{
  double sum = own_cost (s, label, index);
  GArray *near = s->neighbours[label];

  if (index == NOWHERE)
    return sum;
  for (guint i = 0; i < near->len; i++)
    {
      guint other = g_array_index (near, guint, i);

      if (s->state[other] != NOWHERE)
        sum += pair_cost (s, candidate (s, label, index), candidate (s, other, s->state[other]));
    }
  return sum;
}

static void
choose_best (Solver *s, guint label)
{
  int best = NOWHERE;
  double least = cost (s, label, NOWHERE);

  for (guint i = 0; i < s->candidates[label]->len; i++)
    {
      double c;

      /* candidates come cheapest first: no later one can win */
      if (own_cost (s, label, i) >= least)
        break;
      c = cost (s, label, i);
      if (c < least)
        {
          least = c;
          best = i;
        }
    }
  s->state[label] = best;
}

static MilieuBox
hull (Solver *s, guint label)
{
  const MilieuLabelWish *l = &s->problem->wishes[label];
  MilieuBox box = milieu_box_around (l->x, l->y, l->radius);

  for (guint i = 0; i < s->candidates[label]->len; i++)
    box = milieu_box_union (box, candidate (s, label, i)->box);
  return box;
}

static void
find_neighbours (Solver *s)
{
  g_autofree MilieuBox *hulls = g_new (MilieuBox, s->n);

  for (guint i = 0; i < s->n; i++)
    {
      hulls[i] = hull (s, i);
      s->neighbours[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint j = 0; j < i; j++)
        if (milieu_boxes_meet (&hulls[i], &hulls[j], s->problem->padding))
          {
            g_array_append_val (s->neighbours[i], j);
            g_array_append_val (s->neighbours[j], i);
          }
    }
}

/* by rank, then those with the fewest places; later starts take their turn by chance */
static guint *
order_of_start (Solver *s, guint start)
{
  guint *order = g_new (guint, s->n);
  g_autofree guint64 *weight = g_new (guint64, s->n);

  for (guint i = 0; i < s->n; i++)
    {
      guint64 turn = start == 0 ? s->candidates[i]->len : milieu_random_next (&s->random) >> 8;
      guint64 w = (guint64) s->problem->wishes[i].rank << 48 | turn << 24 | i;
      guint at = i;

      for (; at > 0 && weight[at - 1] > w; at--)
        {
          weight[at] = weight[at - 1];
          order[at] = order[at - 1];
        }
      weight[at] = w;
      order[at] = i;
    }
  return order;
}

static int
random_candidate (Solver *s, guint label)
{
  guint n = s->candidates[label]->len;

  if (milieu_random_below (&s->random, 2) == 0)
    return (int) milieu_random_below (&s->random, n + 1) - 1;
  return milieu_random_below (&s->random, MIN (n, 10));
}

static void
anneal (Solver *s)
{
  guint steps = s->problem->steps;

  for (guint step = 0; step < steps; step++)
    {
      double left = 1 - (double) step / steps;
      double threshold = THRESHOLD * left * left;
      guint label = milieu_random_below (&s->random, s->n);
      int next;

      if (s->candidates[label]->len == 0)
        continue;
      next = random_candidate (s, label);
      if (cost (s, label, next) - cost (s, label, s->state[label]) < threshold)
        s->state[label] = next;
    }
}

static double
total (Solver *s)
{
  double sum = 0;

  for (guint i = 0; i < s->n; i++)
    {
      GArray *near = s->neighbours[i];

      sum += own_cost (s, i, s->state[i]);
      for (guint k = 0; s->state[i] != NOWHERE && k < near->len; k++)
        {
          guint j = g_array_index (near, guint, k);

          if (j < i && s->state[j] != NOWHERE)
            sum += pair_cost (s, candidate (s, i, s->state[i]), candidate (s, j, s->state[j]));
        }
    }
  return sum;
}

/* a label takes a place, and those in its way look for another */
static void
push_in (Solver *s, guint label, int index)
{
  GArray *near = s->neighbours[label];

  s->state[label] = index;
  for (guint i = 0; i < near->len; i++)
    {
      guint other = g_array_index (near, guint, i);

      if (s->state[other] != NOWHERE
          && pair_cost (s, candidate (s, label, index), candidate (s, other, s->state[other])) > 0)
        choose_best (s, other);
    }
}

/* those left out try every place at the cost of their neighbours */
static void
repair (Solver *s)
{
  g_autofree int *kept = g_new (int, s->n);
  double least = total (s);

  for (guint label = 0; label < s->n; label++)
    for (guint i = 0; s->state[label] == NOWHERE && i < s->candidates[label]->len; i++)
      {
        double sum;

        memcpy (kept, s->state, s->n * sizeof (int));
        push_in (s, label, i);
        sum = total (s);
        if (sum < least)
          least = sum;
        else
          memcpy (s->state, kept, s->n * sizeof (int));
      }
}

/* Sweeping to the best place at the end leaves no clash: leaving a label out
 * is cheaper than any. */
static double
run (Solver *s, guint start)
{
  g_autofree guint *order = order_of_start (s, start);

  s->clash = LEADER_CLASH;
  for (guint i = 0; i < s->n; i++)
    s->state[i] = NOWHERE;
  for (guint i = 0; i < s->n; i++)
    choose_best (s, order[i]);
  s->clash = SOFT_CLASH;
  anneal (s);
  s->clash = LEADER_CLASH;
  for (guint sweep = 0; sweep < SWEEPS; sweep++)
    {
      if (sweep == 1)
        repair (s);
      for (guint i = 0; i < s->n; i++)
        choose_best (s, order[i]);
    }
  return total (s);
}

static int *
solve (Solver *s)
{
  int *best = g_new (int, s->n);
  double least = 0;

  for (guint start = 0; start < STARTS; start++)
    {
      double sum = run (s, start);

      if (start > 0 && sum >= least)
        continue;
      least = sum;
      memcpy (best, s->state, s->n * sizeof (int));
    }
  return best;
}

MilieuLabelPlace *
milieu_labels_place (const MilieuLabelProblem *problem)
{
  guint n = problem->n_wishes;
  MilieuLabelPlace *places;
  g_autofree int *best = NULL;
  Solver s = { problem, n };

  if (n > MILIEU_LABELS_SOLVER_LIMIT)
    return milieu_labels_greedy (problem);
  places = g_new0 (MilieuLabelPlace, MAX (n, 1));
  if (n == 0)
    return places;
  s.candidates = g_new (GArray *, n);
  s.neighbours = g_new (GArray *, n);
  s.state = g_new (int, n);
  milieu_random_init (&s.random, problem->seed);
  for (guint i = 0; i < n; i++)
    s.candidates[i] = milieu_label_candidates (problem, &problem->wishes[i]);
  find_neighbours (&s);
  best = solve (&s);
  for (guint i = 0; i < n; i++)
    {
      if (best[i] != NOWHERE)
        places[i] = candidate (&s, i, best[i])->place;
      g_array_unref (s.candidates[i]);
    }
  for (guint i = 0; i < n; i++)
    g_array_unref (s.neighbours[i]);
  g_free (s.candidates);
  g_free (s.neighbours);
  g_free (s.state);
  return places;
}
