#include "figure/bends.h"

#include "figure/ties.h"

#include <math.h>

#define PASSES 2
#define SAMPLES 17
#define MOST_TIES 600
#define FAN 0.20
#define NEAR 1.15       /* sizes: a tie that near to a symbol seems to touch it */
#define THROUGH 12.0
#define NEARER 30.0
#define OVER_LABEL 1.3  /* a point of the tie, of SAMPLES */
#define OVER_OWN_LABEL 2.2
#define ALONG 0.8       /* a point within 5 px of another tie */
#define ALONG_PX 5.0
#define UNUSUAL 26.0    /* per unit of bend away from the usual one */
#define USUAL 0.10

static const double bowed[] = { .10, -.10, .16, -.16, .23, -.23, .05, -.05 };
static const double straight[] = { 0, .07, -.07, .13, -.13, .20, -.20 };

typedef struct
{
  guint first, n; /* into the order: the ties of one pair */
  double length;
} Pair;

typedef struct
{
  const MilieuBendRequest *request;
  guint *order;         /* ties by pair */
  GArray *pairs;        /* Pair, longest first */
  double *bends;
  MilieuPoint *samples; /* SAMPLES per tie, where it was put last */
  guint8 *is_put;
} Work;

static MilieuCurve
curve_of (const Work *w, guint tie, double bend)
{
  const MilieuCastTie *t = &w->request->cast->ties[tie];
  MilieuCurve curve = milieu_curve_between (w->request->at[t->source], w->request->at[t->target], bend);

  milieu_curve_trim (&curve, w->request->reach[t->source], w->request->reach[t->target]);
  return curve;
}

/* one side for one tie of a pair, whichever way it points */
static double
own_bend (const Work *w, guint tie, double bend)
{
  const MilieuCastTie *t = &w->request->cast->ties[tie];
  double fan = t->n_parallel > 1 ? (t->parallel - (t->n_parallel - 1) / 2.0) * FAN : 0;

  return (bend + fan) * (t->source < t->target ? 1 : -1);
}

static double
cost_of_symbols (const Work *w, const MilieuCastTie *t, const MilieuPoint *points)
{
  const MilieuBendRequest *r = w->request;
  double near = NEAR * r->size, cost = 0;

  for (guint i = 0; i < r->cast->n_actors; i++)
    {
      double least = G_MAXDOUBLE;

      if (i == t->source || i == t->target || !isfinite (r->at[i].x))
        continue;
      for (guint k = 0; k < SAMPLES; k++)
        {
          double dx = points[k].x - r->at[i].x, dy = points[k].y - r->at[i].y;
          least = MIN (least, dx * dx + dy * dy);
        }
      if (least < near * near)
        cost += NEARER * (1 - sqrt (least) / near) + THROUGH;
    }
  return cost;
}

static double
cost_of_labels (const Work *w, const MilieuCastTie *t, const MilieuPoint *points)
{
  double cost = 0;

  for (guint i = 0; i < w->request->cast->n_actors; i++)
    for (guint k = 0; k < SAMPLES; k++)
      if (milieu_box_has_point (w->request->labels[i], points[k].x, points[k].y))
        cost += i == t->source || i == t->target ? OVER_OWN_LABEL : OVER_LABEL;
  return cost;
}

static double
cost_of_ties (const Work *w, guint first, guint n, const MilieuPoint *points)
{
  double cost = 0, near = ALONG_PX * w->request->size / 13;

  for (guint i = 0; i < w->request->cast->n_ties; i++)
    {
      guint tie = w->order[i], along = 0;

      if ((i >= first && i < first + n) || !w->is_put[tie])
        continue;
      for (guint k = 1; k + 1 < SAMPLES; k++)
        for (guint q = 0; q < SAMPLES; q++)
          {
            double dx = points[k].x - w->samples[tie * SAMPLES + q].x, dy = points[k].y - w->samples[tie * SAMPLES + q].y;

            if (dx * dx + dy * dy < near * near)
              {
                along++;
                break;
              }
          }
      cost += ALONG * (along > 1 ? along - 1 : 0);
    }
  return cost;
}

static double
cost_of_pair (const Work *w, const Pair *pair, double bend)
{
  double cost = 0;

  for (guint i = pair->first; i < pair->first + pair->n; i++)
    {
      const MilieuCastTie *t = &w->request->cast->ties[w->order[i]];
      MilieuPoint points[SAMPLES];
      MilieuCurve curve = curve_of (w, w->order[i], own_bend (w, w->order[i], bend));

      milieu_curve_sample (&curve, points, SAMPLES);
      cost += cost_of_symbols (w, t, points) + cost_of_labels (w, t, points)
              + cost_of_ties (w, pair->first, pair->n, points);
    }
  return cost;
}

static void
put_pair (Work *w, const Pair *pair, double bend)
{
  for (guint i = pair->first; i < pair->first + pair->n; i++)
    {
      guint tie = w->order[i];
      MilieuCurve curve;

      w->bends[tie] = own_bend (w, tie, bend);
      curve = curve_of (w, tie, w->bends[tie]);
      milieu_curve_sample (&curve, w->samples + tie * SAMPLES, SAMPLES);
      w->is_put[tie] = TRUE;
    }
}

static gboolean
bows (const Work *w, const Pair *pair)
{
  return w->request->cast->ties[w->order[pair->first]].tie_class == MILIEU_CLASS_INTERACTION;
}

static void
choose (Work *w, const Pair *pair)
{
  gboolean bowed_ties = bows (w, pair);
  const double *candidates = bowed_ties ? bowed : straight;
  guint n = bowed_ties ? G_N_ELEMENTS (bowed) : G_N_ELEMENTS (straight);
  double best = candidates[0], least = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      double cost = UNUSUAL * ABS (ABS (candidates[i]) - (bowed_ties ? USUAL : 0)) + cost_of_pair (w, pair, candidates[i]);

      if (cost >= least)
        continue;
      least = cost;
      best = candidates[i];
    }
  put_pair (w, pair, best);
}

static int
compare_ties (gconstpointer a, gconstpointer b, gpointer data)
{
  const MilieuCastTie *ties = data;
  const MilieuCastTie *p = &ties[*(const guint *) a], *q = &ties[*(const guint *) b];
  guint p0 = MIN (p->source, p->target), p1 = MAX (p->source, p->target);
  guint q0 = MIN (q->source, q->target), q1 = MAX (q->source, q->target);

  if (p0 != q0)
    return p0 < q0 ? -1 : 1;
  if (p1 != q1)
    return p1 < q1 ? -1 : 1;
  return (p->parallel > q->parallel) - (p->parallel < q->parallel);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *p = a, *q = b;

  if (p->length != q->length)
    return p->length > q->length ? -1 : 1;
  return (p->first > q->first) - (p->first < q->first);
}

static void
find_pairs (Work *w)
{
  const MilieuCast *cast = w->request->cast;

  for (guint i = 0; i < cast->n_ties; i++)
    w->order[i] = i;
  g_qsort_with_data (w->order, cast->n_ties, sizeof (guint), compare_ties, cast->ties);
  for (guint i = 0; i < cast->n_ties; )
    {
      const MilieuCastTie *t = &cast->ties[w->order[i]];
      Pair pair = { i, t->n_parallel, milieu_point_distance (w->request->at[t->source], w->request->at[t->target]) };

      if (isfinite (pair.length))
        g_array_append_val (w->pairs, pair);
      i += t->n_parallel;
    }
  g_array_sort (w->pairs, compare_pairs);
}

static void
bend_as_usual (Work *w)
{
  for (guint i = 0; i < w->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (w->pairs, Pair, i);

      for (guint k = pair->first; k < pair->first + pair->n; k++)
        w->bends[w->order[k]] = own_bend (w, w->order[k], bows (w, pair) ? USUAL : 0);
    }
}

static void
choose_all (Work *w, guint n)
{
  w->samples = g_new (MilieuPoint, n * SAMPLES);
  w->is_put = g_new0 (guint8, n);
  for (guint pass = 0; pass < PASSES; pass++)
    for (guint i = 0; i < w->pairs->len; i++)
      choose (w, &g_array_index (w->pairs, Pair, i));
}

double *
milieu_bends_choose (const MilieuBendRequest *request)
{
  guint n = MAX (request->cast->n_ties, 1);
  Work w = { request, g_new (guint, n), g_array_new (FALSE, FALSE, sizeof (Pair)), g_new0 (double, n),
             NULL, NULL };

  find_pairs (&w);
  if (request->cast->n_ties > MOST_TIES)
    bend_as_usual (&w);
  else
    choose_all (&w, n);
  g_free (w.order);
  g_free (w.samples);
  g_free (w.is_put);
  g_array_unref (w.pairs);
  return w.bends;
}
