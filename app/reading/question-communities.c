/* §5.3: what do communities live on? */
#include "reading/questions.h"

#include "geo/projection.h"
#include "reading/compare.h"
#include "reading/null.h"
#include "reading/tail.h"

#include <math.h>
#include <string.h>

#define FEW_TO_COMPARE 5

typedef enum { UNKNOWN, ACTIVE, ENDED } State;

/* x1 to x6 */
typedef enum { HOSTING, FUNDING, CROSSING, EVENTS, COMMONS, KILOMETRES } Condition;
#define N_CONDITIONS 6
static const char *const condition_names[N_CONDITIONS] = { "hosting", "funding", "crossing", "events", "commons",
                                                           "kilometres" };

typedef struct
{
  guint vertex;
  State state;
  double trend; /* 1 growing, 0 stable, −1 shrinking, NAN where nobody says */
  double values[N_CONDITIONS];
} Community;

static gboolean
is_community (const MilieuBasis *basis, guint v)
{
  return milieu_basis_is_kind (basis, basis->actors[v], "community association")
         || (milieu_basis_is_kind (basis, basis->actors[v], "place") && basis->grounds[v] == MILIEU_GROUND_UNDERGROUND);
}

/* no end is no proof of life: the tag "active" is, and an end yet to come */
static State
state_of (const MilieuBasis *basis, const MilieuActor *actor)
{
  guint end = milieu_date_year (actor->end);

  if (end > 0 && end <= basis->year)
    return ENDED;
  return end > 0 || milieu_actor_has_tag (actor, "active") ? ACTIVE : UNKNOWN;
}

static double
trend_of (const MilieuActor *actor)
{
  if (milieu_actor_has_tag (actor, "growing"))
    return 1;
  if (milieu_actor_has_tag (actor, "shrinking"))
    return -1;
  return milieu_actor_has_tag (actor, "stable") ? 0 : NAN;
}

/* the meeting places, and where they stand */
typedef struct
{
  guint n;
  guint32 *of;
  MilieuMetres *metres;
} Places;

static gboolean
stands_at (const MilieuBasis *basis, MilieuProjection *projection, guint v, MilieuMetres *metres)
{
  const MilieuActor *actor = basis->actors[v];

  return milieu_actor_is_located (actor)
         && milieu_projection_to_metres (projection, (MilieuDegrees) { actor->lon, actor->lat }, metres);
}

/* to the nearest other meeting place; NAN where one of them has no place */
static double
kilometres_of (const MilieuBasis *basis, MilieuProjection *projection, const Places *places, guint v)
{
  double least = INFINITY;
  MilieuMetres here;

  if (!stands_at (basis, projection, v, &here))
    return NAN;
  for (guint i = 0; i < places->n; i++)
    if (places->of[i] != v)
      least = MIN (least, hypot (here.x - places->metres[i].x, here.y - places->metres[i].y) / 1000);
  return isfinite (least) ? least : NAN;
}

static void
measure_kilometres (const MilieuBasis *basis, GArray *communities)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  g_autofree guint32 *of = g_new (guint32, basis->n + 1);
  g_autofree MilieuMetres *metres = g_new (MilieuMetres, basis->n + 1);
  Places places = { 0, of, metres };

  for (guint v = 0; v < basis->n; v++)
    if (milieu_basis_is_meeting_place (basis, v) && stands_at (basis, projection, v, &metres[places.n]))
      of[places.n++] = v;
  for (guint i = 0; i < communities->len; i++)
    {
      Community *community = &g_array_index (communities, Community, i);
      community->values[KILOMETRES] = kilometres_of (basis, projection, &places, community->vertex);
    }
}

/* the community of each vertex, NULL for those that are none; free with g_free() */
static Community **
index_communities (const MilieuBasis *basis, GArray *communities)
{
  Community **of = g_new0 (Community *, basis->n + 1);

  for (guint i = 0; i < communities->len; i++)
    of[g_array_index (communities, Community, i).vertex] = &g_array_index (communities, Community, i);
  return of;
}

static void
count_ties (const MilieuBasis *basis, GArray *communities)
{
  g_autofree Community **of = index_communities (basis, communities);

  for (guint i = 0; i < basis->n_ties; i++)
    {
      const MilieuTie *tie = basis->ties[i];
      guint source = milieu_basis_source (basis, tie), target = milieu_basis_target (basis, tie);
      if (of[target])
        {
          of[target]->values[HOSTING] += milieu_basis_is_type (basis, tie, "hosts");
          of[target]->values[FUNDING] += basis->grounds[source] == MILIEU_GROUND_UPPERGROUND
                                         && milieu_basis_is_type (basis, tie, "funds founds");
        }
      if (of[source])
        of[source]->values[EVENTS] += milieu_basis_is_type (basis, tie, "founds produces hosts")
                                      && milieu_basis_is_kind (basis, basis->actors[target], "event");
    }
}

static GArray *
gather (const MilieuBasis *basis)
{
  GArray *communities = g_array_new (FALSE, TRUE, sizeof (Community));

  for (guint v = 0; v < basis->n; v++)
    {
      Community community = { v, state_of (basis, basis->actors[v]), trend_of (basis->actors[v]), { 0 } };
      if (!is_community (basis, v))
        continue;
      community.values[CROSSING]
        = milieu_graph_external_internal_of (basis->graphs[MILIEU_GRAPH_INTERACTION], basis->grounds, v).external;
      community.values[COMMONS] = milieu_actor_has_tag (basis->actors[v], "commons");
      g_array_append_val (communities, community);
    }
  count_ties (basis, communities);
  measure_kilometres (basis, communities);
  return communities;
}

static void
add_table (const MilieuBasis *basis, const GArray *communities, MilieuResult *answer)
{
  g_autofree guint8 *actors = milieu_basis_no_actors (basis);

  for (guint i = 0; i < communities->len; i++)
    {
      const Community *community = &g_array_index (communities, Community, i);
      const MilieuActor *actor = basis->actors[community->vertex];
      guint start = milieu_date_year (actor->start), end = milieu_date_year (actor->end);
      const char *id = actor->record.id;

      actors[community->vertex] = 1;
      milieu_result_add_cell (answer, "communities", id, "start", start > 0 ? start : NAN);
      milieu_result_add_cell (answer, "communities", id, "end", end > 0 ? end : NAN);
      milieu_result_add_cell (answer, "communities", id, "age", start > 0 && start <= basis->year
                              ? (double) (community->state == ENDED ? MAX (end, start) : basis->year) - start : NAN);
      milieu_result_add_cell (answer, "communities", id, "alive", community->state == UNKNOWN ? NAN : community->state == ACTIVE);
      milieu_result_add_cell (answer, "communities", id, "size_trend", community->trend);
      for (guint x = 0; x < N_CONDITIONS; x++)
        milieu_result_add_cell (answer, "communities", id, condition_names[x], community->values[x]);
    }
  milieu_result_behind (answer, basis, actors, NULL);
}

typedef struct
{
  guint vertex;
  const char *type;
  guint year;
} Step;

static int
compare_steps (gconstpointer p, gconstpointer q)
{
  const Step *a = p, *b = q;
  int types = strcmp (a->type, b->type);

  if (a->vertex != b->vertex)
    return a->vertex < b->vertex ? -1 : 1;
  return types != 0 ? types : (a->year > b->year) - (a->year < b->year);
}

/* which sort of tie came first: the first year of each type, location left out */
static void
add_paths (const MilieuBasis *basis, GArray *communities, MilieuResult *answer)
{
  g_autofree Community **of = index_communities (basis, communities);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));

  for (guint i = 0; i < basis->n_ties; i++)
    {
      guint ends[2] = { milieu_basis_source (basis, basis->ties[i]), milieu_basis_target (basis, basis->ties[i]) };
      for (guint end = 0; end < 2; end++)
        {
          Step step = { ends[end], milieu_basis_type_id (basis, basis->ties[i]), milieu_date_year (basis->ties[i]->start) };
          if (of[ends[end]] && step.year > 0)
            g_array_append_val (steps, step);
        }
    }
  g_array_sort (steps, compare_steps);
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      if (i == 0 || step->vertex != step[-1].vertex || strcmp (step->type, step[-1].type) != 0)
        milieu_result_add_cell (answer, "first", basis->actors[step->vertex]->record.id, step->type, step->year);
    }
}

/* those of a state whose condition is known; of the active ones, those that shrink or stand still left out */
static guint
take_group (const GArray *communities, State state, Condition x, double *values)
{
  guint n = 0;

  for (guint i = 0; i < communities->len; i++)
    {
      const Community *community = &g_array_index (communities, Community, i);
      if (community->state == state && !isnan (community->values[x]) && !(state == ACTIVE && community->trend < 1))
        values[n++] = community->values[x];
    }
  return n;
}

typedef struct
{
  guint active, ended; /* values of each */
  double medians[2], delta, p;
} Comparison;

static Comparison
compare (const GArray *communities, Condition x)
{
  g_autofree double *active = g_new (double, communities->len + 1);
  g_autofree double *ended = g_new (double, communities->len + 1);
  guint n_active = take_group (communities, ACTIVE, x, active), n_ended = take_group (communities, ENDED, x, ended);
  Comparison comparison = { n_active, n_ended, { NAN, NAN }, NAN, NAN };

  if (n_active < FEW_TO_COMPARE || n_ended < FEW_TO_COMPARE)
    return comparison;
  comparison.delta = milieu_cliff_delta (active, n_active, ended, n_ended);
  comparison.p = milieu_exact_p (active, n_active, ended, n_ended);
  comparison.medians[0] = milieu_null_median (active, n_active);
  comparison.medians[1] = milieu_null_median (ended, n_ended);
  return comparison;
}

static void
add_comparison (const GArray *communities, MilieuResult *answer)
{
  for (guint x = 0; x < N_CONDITIONS; x++)
    {
      Comparison comparison = compare (communities, x);
      milieu_result_add_cell (answer, "comparison", condition_names[x], "active", comparison.medians[0]);
      milieu_result_add_cell (answer, "comparison", condition_names[x], "ended", comparison.medians[1]);
      milieu_result_add_cell (answer, "comparison", condition_names[x], "delta", comparison.delta);
      milieu_result_add_cell (answer, "comparison", condition_names[x], "p", comparison.p);
    }
}

static MilieuPhrase *
sentence_of (const guint *counts, const Comparison *comparison)
{
  MilieuPhrase *phrase = milieu_phrase_new (N_("Of {all} communities ({active} active, {ended} ended, {unknown} unknown), active ones have {median} cross-ground ties vs {other} (Cliff’s delta {delta}, exact p {p}). Association, not cause."));

  milieu_phrase_number (phrase, "all", counts[UNKNOWN] + counts[ACTIVE] + counts[ENDED], 0);
  milieu_phrase_number (milieu_phrase_number (phrase, "active", counts[ACTIVE], 0), "ended", counts[ENDED], 0);
  milieu_phrase_number (milieu_phrase_number (phrase, "unknown", counts[UNKNOWN], 0), "delta", comparison->delta,
                         milieu_small_decimals (comparison->active + comparison->ended, 2));
  milieu_phrase_number (milieu_phrase_number (phrase, "p", comparison->p, 3), "median", comparison->medians[0], 1);
  return milieu_phrase_number (phrase, "other", comparison->medians[1], 1);
}

MilieuPhrase *
milieu_ask_communities (const MilieuBasis *basis, MilieuResult *answer)
{
  g_autoptr (GArray) communities = gather (basis);
  Comparison crossing = compare (communities, CROSSING);
  guint counts[3] = { 0 };

  for (guint i = 0; i < communities->len; i++)
    counts[g_array_index (communities, Community, i).state]++;
  milieu_result_add (milieu_result_add (answer, "active", counts[ACTIVE]), "ended", counts[ENDED]);
  milieu_result_add (answer, "unknown", counts[UNKNOWN]);
  add_table (basis, communities, answer);
  add_paths (basis, communities, answer);
  if (communities->len == 0)
    return milieu_answer_refuse (answer, milieu_phrase_new (N_("Not evaluable: no community was entered. Enter communities, associations and places of the underground, with their years.")));
  if (counts[ENDED] == 0)
    return milieu_answer_refuse (answer, milieu_phrase_new (N_("Not evaluable: no ended community is documented; to ask the survivors alone would mislead. Enter the years in which communities ended.")));
  if (isnan (crossing.delta))
    return milieu_answer_refuse (answer, milieu_phrase_new_plural ("{count} community: too few to compare; here are their paths.",
                                                                   "{count} communities: too few to compare; here are their paths.",
                                                                   communities->len));
  add_comparison (communities, answer);
  milieu_result_set (answer, crossing.delta, 2);
  return sentence_of (counts, &crossing);
}
