/* §5.2 to 5.5: the questions answered from data, or what is missing to answer. */
#include "reading/tests.h"

#include "geo/projection.h"
#include "geo/statistics.h"
#include "reading/null.h"
#include "reading/tail.h"

#include <math.h>
#include <string.h>

/* indicators §5: fewest communities to compare; sites to judge a pattern by */
#define FEW_TO_COMPARE 5
#define EGO_TIES 3
#define YEARS 2

/* ---- 2: who spans, and how ---- */

/* a source that states half or more of an actor's interactions, three at least:
 * one list may give that actor whole where others are known by chance */
static gboolean
is_ego_sampled (const MilieuBasis *basis, guint vertex)
{
  guint n = 0, stated = 0;

  for (guint i = 0; i < basis->n_ties; i++)
    if (basis->classes[i] == MILIEU_CLASS_INTERACTION
        && (milieu_basis_source (basis, basis->ties[i]) == vertex || milieu_basis_target (basis, basis->ties[i]) == vertex))
      {
        n++;
        stated += basis->ties[i]->evidence == MILIEU_EVIDENCE_STATED;
      }
  return n >= EGO_TIES && 2 * stated >= n;
}

static guint32
first_broker (const MilieuMeasures *measures, guint n)
{
  guint32 best = MILIEU_NO_VERTEX;
  guint most = 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 v = measures->ranking[i];
      guint crossing = measures->roles[v].defined ? measures->roles[v].liaison + measures->roles[v].gatekeeper : 0;
      if (measures->degree[v] >= 2 && crossing > most)
        {
          best = v;
          most = crossing;
        }
    }
  return best;
}

static guint
count_grounds_around (const MilieuBasis *basis, const MilieuGraph *graph, guint32 vertex)
{
  guint mask = 0, n = 0;

  for (guint i = graph->first[vertex]; i < graph->first[vertex + 1]; i++)
    mask |= 1u << basis->grounds[graph->neighbours[i]];
  for (guint g = MILIEU_GROUND_UPPERGROUND; g < MILIEU_N_GROUNDS; g++)
    n += mask >> g & 1;
  return n;
}

/* the types of an actor's interactions, each with its number, in the order of ids of ties */
static void
list_types (const MilieuBasis *basis, guint32 vertex, MilieuPhrase *phrase)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < basis->n_ties; i++)
      {
        const MilieuTie *tie = basis->ties[i];
        const MilieuTieType *type = milieu_snapshot_type (basis->snapshot, tie->type);
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, type));
        if (basis->classes[i] != MILIEU_CLASS_INTERACTION
            || (milieu_basis_source (basis, tie) != vertex && milieu_basis_target (basis, tie) != vertex))
          continue;
        if (pass == 0)
          g_hash_table_insert (counts, (gpointer) type, GUINT_TO_POINTER (count + 1));
        else if (g_hash_table_remove (counts, type))
          {
            MilieuPhrase *one = milieu_phrase_new (N_("{type} ({count})"));
            milieu_phrase_phrase (one, "type", milieu_phrase_new (g_intern_string (type->label ? type->label : type->record.id)));
            milieu_phrase_list (phrase, "types", milieu_phrase_number (one, "count", count, 0), N_(", "));
          }
      }
}

static MilieuPhrase *
ask_spanner (const MilieuBasis *basis)
{
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION];
  const MilieuMeasures *measures = basis->measures[MILIEU_GRAPH_INTERACTION];
  guint32 broker = first_broker (measures, basis->n);
  const MilieuRoles *roles;
  MilieuPhrase *phrase;

  if (broker == MILIEU_NO_VERTEX)
    return milieu_phrase_new (N_("Not evaluable: nobody links two actors of different grounds. Enter interactions, and the grounds of their ends."));
  roles = &measures->roles[broker];
  /* xgettext:no-c-format */
  phrase = milieu_phrase_new (N_("{name} links {grounds} through {ties}; of {pairs} brokered pairs, {liaison} liaison, {gatekeeper} gatekeeper/representative, {itinerant} itinerant. Removing it loses {loss}% of connected cross-ground pairs. Tie types: {types}. Caution: {caveat}."));
  milieu_phrase_text (phrase, "name", basis->actors[broker]->name ? basis->actors[broker]->name : basis->actors[broker]->record.id);
  milieu_phrase_phrase (phrase, "grounds", milieu_phrase_new_plural ("{count} ground", "{count} grounds",
                                                                     count_grounds_around (basis, graph, broker)));
  milieu_phrase_phrase (phrase, "ties", milieu_phrase_new_plural ("{count} tie", "{count} ties", measures->degree[broker]));
  milieu_phrase_number (phrase, "pairs", roles->coordinator + roles->itinerant + roles->gatekeeper + roles->liaison, 0);
  milieu_phrase_number (phrase, "liaison", roles->liaison, 0);
  milieu_phrase_number (phrase, "gatekeeper", roles->gatekeeper, 0);
  milieu_phrase_number (phrase, "itinerant", roles->itinerant, 0);
  milieu_phrase_number (phrase, "loss", 100 * milieu_graph_dependence (graph, basis->grounds, broker).value, 0);
  list_types (basis, broker, phrase);
  return milieu_phrase_phrase (phrase, "caveat", milieu_phrase_new (is_ego_sampled (basis, broker)
    ? N_("one source lists most of its ties, while those of the others are known by chance")
    : N_("its ties come from documents; those that nobody wrote down are missing")));
}

/* ---- 3: what communities live on ---- */

static gboolean
is_community (const MilieuBasis *basis, guint v)
{
  return milieu_basis_is_kind (basis, basis->actors[v], "community association")
         || (milieu_basis_is_kind (basis, basis->actors[v], "place") && basis->grounds[v] == MILIEU_GROUND_UNDERGROUND);
}

static guint
crossing_ties (const MilieuBasis *basis, guint v)
{
  return milieu_graph_external_internal_of (basis->graphs[MILIEU_GRAPH_INTERACTION], basis->grounds, v).external;
}

/* Cliff's delta: how much more often one of @a is above one of @b than below */
static double
cliff_delta (const double *a, guint n_a, const double *b, guint n_b)
{
  int sum = 0;

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      sum += (a[i] > b[j]) - (a[i] < b[j]);
  return sum / ((double) n_a * n_b);
}

static MilieuPhrase *
ask_communities (const MilieuBasis *basis)
{
  g_autofree double *active = g_new (double, basis->n + 1);
  g_autofree double *ended = g_new (double, basis->n + 1);
  guint n_active = 0, n_ended = 0, n_unknown = 0;
  MilieuPhrase *phrase;

  for (guint v = 0; v < basis->n; v++)
    {
      guint end = milieu_date_year (basis->actors[v]->end);
      if (!is_community (basis, v))
        continue;
      if (end > 0 && end <= basis->year)
        ended[n_ended++] = crossing_ties (basis, v);
      else if (end > 0 || milieu_actor_has_tag (basis->actors[v], "active"))
        active[n_active++] = crossing_ties (basis, v);
      else
        n_unknown++;
    }
  if (n_active + n_ended + n_unknown == 0)
    return milieu_phrase_new (N_("Not evaluable: no community was entered. Enter communities, associations and places of the underground, with their years."));
  if (n_ended == 0)
    return milieu_phrase_new (N_("Not evaluable: no ended community is documented; to ask the survivors alone would mislead. Enter the years in which communities ended."));
  if (n_active < FEW_TO_COMPARE || n_ended < FEW_TO_COMPARE)
    return milieu_phrase_new_plural ("{count} community: too few to compare; here are their paths.",
                                     "{count} communities: too few to compare; here are their paths.",
                                     n_active + n_ended + n_unknown);
  phrase = milieu_phrase_new (N_("Of {all} communities ({active} active, {ended} ended, {unknown} unknown), active ones have {median} cross-ground ties vs {other} (Cliff’s delta {delta}). Association, not cause."));
  milieu_phrase_number (phrase, "all", n_active + n_ended + n_unknown, 0);
  milieu_phrase_number (milieu_phrase_number (phrase, "active", n_active, 0), "ended", n_ended, 0);
  milieu_phrase_number (milieu_phrase_number (phrase, "unknown", n_unknown, 0), "delta", cliff_delta (active, n_active, ended, n_ended), 2);
  milieu_phrase_number (phrase, "median", milieu_null_median (active, n_active), 1);
  return milieu_phrase_number (phrase, "other", milieu_null_median (ended, n_ended), 1);
}

/* ---- 4: events and dynamism ---- */

static MilieuPhrase *
ask_events (const MilieuBasis *basis)
{
  g_autoptr (MilieuAttendance) attendance = milieu_attendance_new (basis, "event");
  MilieuConversion conversion;
  MilieuPhrase *phrase;

  if (attendance->n == 0)
    return milieu_phrase_new (N_("No event was entered: the question cannot be addressed. Enter events, and participants for at least two editions."));
  if (attendance->participations == 0)
    return milieu_phrase_new (N_("No participation was entered: the question cannot be addressed. Enter participants for at least two editions."));
  milieu_conversion_measure (basis, attendance, &conversion);
  if (!conversion.evaluable)
    {
      phrase = milieu_phrase_new (N_("{twice} of {once} pairs that met did so again. Whether meeting makes ties is not evaluable: {reason}."));
      milieu_phrase_number (milieu_phrase_number (phrase, "twice", conversion.twice, 0), "once", conversion.once, 0);
      return milieu_phrase_phrase (phrase, "reason", milieu_conversion_reason (attendance, &conversion));
    }
  /* xgettext:no-c-format */
  phrase = milieu_phrase_new (N_("{editions} editions of events; {share}% of co-attending pairs form a tie within {years} years vs {baseline}% elsewhere (ratio {lift}, from {low} to {high})."));
  milieu_phrase_number (milieu_phrase_number (phrase, "editions", attendance->n, 0), "years", YEARS, 0);
  milieu_phrase_number (milieu_phrase_number (phrase, "share", 100 * conversion.share, 0), "baseline", 100 * conversion.baseline, 0);
  milieu_phrase_number (milieu_phrase_number (phrase, "lift", conversion.lift, 1), "low", conversion.low, 1);
  return milieu_phrase_number (phrase, "high", conversion.high, 1);
}

/* ---- 5: the dispersion of meeting places ---- */

typedef struct
{
  guint n;
  guint32 *of;
  MilieuMetres *metres;
} Places;

static void
places_clear (Places *places)
{
  g_free (places->of);
  g_free (places->metres);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

static void
places_gather (const MilieuBasis *basis, Places *places)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();

  places->of = g_new (guint32, basis->n + 1);
  places->metres = g_new (MilieuMetres, basis->n + 1);
  for (guint v = 0; v < basis->n; v++)
    {
      MilieuDegrees degrees = { basis->actors[v]->lon, basis->actors[v]->lat };
      if (milieu_basis_is_meeting_place (basis, v) && milieu_projection_to_metres (projection, degrees, &places->metres[places->n]))
        places->of[places->n++] = v;
    }
}

/* R and its corrected form for information, whatever the number of places */
static double
clark_evans (const Places *places, double *corrected, double *z)
{
  g_autofree double *nearest = g_new (double, places->n + 1);
  MilieuBounds window;
  double area, perimeter, mean = 0, expected, n = places->n;

  *corrected = *z = NAN;
  milieu_bounds_init (&window);
  for (guint i = 0; i < places->n; i++)
    milieu_bounds_add (&window, places->metres[i]);
  area = (window.east - window.west) * (window.north - window.south);
  perimeter = 2 * (window.east - window.west + window.north - window.south);
  if (!milieu_statistics_nearest (places->metres, places->n, nearest) || !(area > 0))
    return NAN;
  for (guint i = 0; i < places->n; i++)
    mean += nearest[i] / n;
  expected = sqrt (area / n) / 2;
  *corrected = mean / (expected + (0.0514 + 0.0412 / sqrt (n)) * perimeter / n);
  *z = (mean - expected) / (sqrt ((4 - G_PI) * area / (4 * G_PI)) / n);
  return mean / expected;
}

/* somebody with whom both do something */
static gboolean
share_partner (const MilieuGraph *graph, guint32 a, guint32 b)
{
  for (guint i = graph->first[a]; i < graph->first[a + 1]; i++)
    if (milieu_graph_edge (graph, graph->neighbours[i], b) != MILIEU_NO_VERTEX)
      return TRUE;
  return FALSE;
}

typedef struct
{
  guint pairs, tied, partners;
  double near, far; /* median kilometres of tied and untied pairs, NAN where there are none */
} Dispersion;

static void
dispersion_measure (const MilieuBasis *basis, const Places *places, Dispersion *dispersion)
{
  const MilieuGraph *interaction = basis->graphs[MILIEU_GRAPH_INTERACTION], *all = basis->graphs[MILIEU_GRAPH_ALL];
  gsize pairs = (gsize) places->n * places->n;
  g_autofree double *tied = g_new (double, pairs + 1);
  g_autofree double *untied = g_new (double, pairs + 1);

  *dispersion = (Dispersion) { 0 };
  for (guint i = 0; i < places->n; i++)
    for (guint j = i + 1; j < places->n; j++)
      {
        double dx = places->metres[i].x - places->metres[j].x, dy = places->metres[i].y - places->metres[j].y;
        double kilometres = sqrt (dx * dx + dy * dy) / 1000;
        if (milieu_graph_edge (all, places->of[i], places->of[j]) != MILIEU_NO_VERTEX)
          tied[dispersion->tied++] = kilometres;
        else
          {
            untied[dispersion->pairs - dispersion->tied] = kilometres;
            dispersion->partners += share_partner (interaction, places->of[i], places->of[j]);
          }
        dispersion->pairs++;
      }
  dispersion->near = milieu_null_median (tied, dispersion->tied);
  dispersion->far = milieu_null_median (untied, dispersion->pairs - dispersion->tied);
}

static MilieuPhrase *
pattern_phrase (guint n, double z)
{
  if (n < MILIEU_STATISTICS_CLARK_EVANS_FEW)
    return milieu_phrase_number (milieu_phrase_new (N_("for information ({needed} places needed)")), "needed",
                                 MILIEU_STATISTICS_CLARK_EVANS_FEW, 0);
  if (z > 1.96)
    return milieu_phrase_new (N_("pattern ordered"));
  return milieu_phrase_new (z < -1.96 ? N_("pattern clustered") : N_("pattern random"));
}

/* ordered dispersion that lowers ties would support it; nothing less does */
static MilieuPhrase *
brake_phrase (guint n, double z, const Dispersion *dispersion)
{
  if (n < MILIEU_STATISTICS_CLARK_EVANS_FEW || isnan (z))
    return milieu_phrase_new (N_("not evaluable"));
  if (z > 1.96 && dispersion->tied > 0 && dispersion->near < dispersion->far)
    return milieu_phrase_new (N_("not contradicted: ask whether distance lowers ties (4.9)"));
  return milieu_phrase_new (N_("not supported"));
}

static MilieuPhrase *
tied_phrase (const Dispersion *dispersion)
{
  return milieu_phrase_number (milieu_phrase_new_plural ("{count} of {pairs} pairs tied directly",
                                                         "{count} of {pairs} pairs tied directly", dispersion->tied),
                               "pairs", dispersion->pairs, 0);
}

static MilieuPhrase *
distances_phrase (const Dispersion *dispersion)
{
  MilieuPhrase *phrase;

  if (dispersion->tied == 0)
    return milieu_phrase_number (milieu_phrase_new (N_("median distance {far} km")), "far", dispersion->far, 0);
  phrase = milieu_phrase_new (N_("median distance {near} km tied, {far} km untied"));
  return milieu_phrase_number (milieu_phrase_number (phrase, "near", dispersion->near, 0), "far", dispersion->far, 0);
}

static MilieuPhrase *
ask_dispersion (const MilieuBasis *basis)
{
  g_auto (Places) places = { 0 };
  Dispersion dispersion;
  double r, corrected, z;
  MilieuPhrase *phrase;

  places_gather (basis, &places);
  if (places.n < 2)
    return milieu_phrase_new (N_("Not evaluable: fewer than two located meeting places. Enter places and infrastructures, their grounds and where they are."));
  r = clark_evans (&places, &corrected, &z);
  dispersion_measure (basis, &places, &dispersion);
  phrase = milieu_phrase_new (N_("In their bounding box, {places} places: R = {ratio} ({corrected} corrected), {pattern}. {tied}, {partners} share a partner; {distances}. The dispersion-as-brake hypothesis is {brake}."));
  milieu_phrase_number (milieu_phrase_number (phrase, "places", places.n, 0), "ratio", r, 3);
  milieu_phrase_number (phrase, "corrected", corrected, 3);
  milieu_phrase_phrase (phrase, "pattern", pattern_phrase (places.n, z));
  milieu_phrase_phrase (phrase, "tied", tied_phrase (&dispersion));
  milieu_phrase_number (phrase, "partners", dispersion.partners, 0);
  milieu_phrase_phrase (phrase, "distances", distances_phrase (&dispersion));
  return milieu_phrase_phrase (phrase, "brake", brake_phrase (places.n, z, &dispersion));
}

static MilieuPhrase *
with_tail (const MilieuBasis *basis, MilieuPhrase *sentence)
{
  MilieuPhrase *phrase = milieu_phrase_new (N_("{sentence} {tail}"));

  milieu_phrase_phrase (phrase, "sentence", sentence);
  return milieu_phrase_phrase (phrase, "tail", milieu_tail_phrase (basis->filter, basis->n, basis->n_ties, basis->n_dated,
                                                                   basis->n_datable));
}

void
milieu_read_questions (MilieuBasis *basis, const MilieuVerdict *verdict, MilieuPhrase **questions)
{
  questions[0] = with_tail (basis, milieu_phrase_copy (verdict->sentence));
  questions[1] = with_tail (basis, ask_spanner (basis));
  questions[2] = with_tail (basis, ask_communities (basis));
  questions[3] = with_tail (basis, ask_events (basis));
  questions[4] = with_tail (basis, ask_dispersion (basis));
}
