#include "reading/conversion-tally.h"

#include "model/random.h"

#include <math.h>

/* indicators §4.8 */
#define FEW_CONVERSIONS 5
#define FEW_PAIRS 30
#define YEARS 2
#define BOOTSTRAPS 500

/* what became of two actors who were not tied before a year */
void
milieu_tally_pair (const MilieuBasis *basis, guint a, guint b, guint year, MilieuTally *tally)
{
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION];
  guint32 edge = milieu_graph_edge (graph, a, b);
  gboolean before = FALSE, unclear = FALSE, after = FALSE;

  for (guint i = 0; edge != MILIEU_NO_VERTEX && i < graph->edges[edge].n_ties; i++)
    {
      const MilieuTie *tie = milieu_snapshot_tie (basis->snapshot, graph->ties[graph->edges[edge].first_tie + i]);
      guint start = milieu_date_year (tie->start);
      before |= start > 0 && start < year;
      unclear |= start == 0 || start == year;
      after |= start > year && start <= year + YEARS;
    }
  if (before)
    return;
  if (unclear)
    {
      tally->ambiguous++;
      return;
    }
  tally->pairs++;
  tally->conversions += after;
}

guint
milieu_members_of (const MilieuBasis *basis, const guint8 *mask, guint *members)
{
  guint n = 0;

  for (guint v = 0; v < basis->n; v++)
    if (mask[v])
      members[n++] = v;
  return n;
}

static MilieuTally
tally_edition (const MilieuBasis *basis, const MilieuAttendance *attendance, guint e)
{
  g_autofree guint *members = g_new (guint, basis->n + 1);
  guint n = milieu_members_of (basis, attendance->participants[e], members);
  MilieuTally tally = { 0 };

  for (guint i = 0; i < n && attendance->years[e] > 0; i++)
    for (guint j = i + 1; j < n; j++)
      milieu_tally_pair (basis, members[i], members[j], attendance->years[e], &tally);
  return tally;
}

gboolean
milieu_met_in (const MilieuAttendance *attendance, guint a, guint b, guint year)
{
  for (guint e = 0; e < attendance->n; e++)
    if (attendance->years[e] == year && attendance->participants[e][a] && attendance->participants[e][b])
      return TRUE;
  return FALSE;
}

static double
share_of (MilieuTally tally)
{
  return tally.pairs > 0 ? (double) tally.conversions / tally.pairs : NAN;
}

static int
compare_doubles (const void *a, const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static void
bootstrap (const MilieuBasis *basis, const MilieuTally *tallies, guint n, MilieuConversion *conversion)
{
  double lifts[BOOTSTRAPS];
  MilieuRandom random;

  milieu_random_init (&random, basis->seed);
  for (guint draw = 0; draw < BOOTSTRAPS; draw++)
    {
      MilieuTally sum = { 0 };
      for (guint i = 0; i < n; i++)
        {
          const MilieuTally *drawn = &tallies[milieu_random_below (&random, n)];
          sum.pairs += drawn->pairs;
          sum.conversions += drawn->conversions;
        }
      lifts[draw] = sum.pairs > 0 ? share_of (sum) / conversion->baseline : 0;
    }
  qsort (lifts, BOOTSTRAPS, sizeof (double), compare_doubles);
  conversion->low = lifts[BOOTSTRAPS / 40];
  conversion->high = lifts[BOOTSTRAPS - 1 - BOOTSTRAPS / 40];
}

static void
count_repeats (const MilieuBasis *basis, const MilieuAttendance *attendance, MilieuConversion *conversion)
{
  g_autofree guint *members = g_new (guint, basis->n + 1);

  for (guint e = 0; e < attendance->n; e++)
    {
      guint n = milieu_members_of (basis, attendance->participants[e], members);
      for (guint i = 0; i < n; i++)
        for (guint j = i + 1; j < n; j++)
          {
            guint earlier = 0;
            for (guint before = 0; before < e; before++)
              earlier += attendance->participants[before][members[i]] && attendance->participants[before][members[j]];
            conversion->once += earlier == 0;
            conversion->twice += earlier == 1;
          }
    }
}

/* against those who attended something else in the same years; where nobody
 * did, against random pairs of like degrees */
static void
set_baseline (const MilieuBasis *basis, const MilieuAttendance *attendance, MilieuConversion *conversion)
{
  MilieuTally tally = milieu_tally_elsewhere (basis, attendance);

  conversion->matched = tally.pairs == 0;
  if (conversion->matched)
    tally = milieu_tally_alike (basis, attendance);
  conversion->baseline_pairs = tally.pairs;
  conversion->baseline = share_of (tally);
}

void
milieu_conversion_measure (const MilieuBasis *basis, const MilieuAttendance *attendance, MilieuConversion *conversion)
{
  g_autofree MilieuTally *tallies = g_new0 (MilieuTally, attendance->n + 1);

  *conversion = (MilieuConversion) { .share = NAN, .baseline = NAN, .lift = NAN, .low = NAN, .high = NAN };
  for (guint e = 0; e < attendance->n; e++)
    {
      tallies[e] = tally_edition (basis, attendance, e);
      conversion->pairs += tallies[e].pairs;
      conversion->conversions += tallies[e].conversions;
      conversion->ambiguous += tallies[e].ambiguous;
    }
  count_repeats (basis, attendance, conversion);
  if (conversion->conversions < FEW_CONVERSIONS || conversion->pairs < FEW_PAIRS)
    return;
  conversion->share = (double) conversion->conversions / conversion->pairs;
  set_baseline (basis, attendance, conversion);
  conversion->evaluable = conversion->baseline > 0;
  if (!conversion->evaluable)
    return;
  conversion->lift = conversion->share / conversion->baseline;
  bootstrap (basis, tallies, attendance->n, conversion);
}

MilieuPhrase *
milieu_conversion_reason (const MilieuAttendance *attendance, const MilieuConversion *conversion)
{
  MilieuPhrase *phrase;

  if (conversion->evaluable)
    return NULL;
  if (attendance->participations == 0)
    return milieu_phrase_new (N_("no participation was entered"));
  if (conversion->conversions >= FEW_CONVERSIONS && conversion->pairs >= FEW_PAIRS)
    return milieu_phrase_new (conversion->baseline_pairs > 0
      ? N_("of those who did not meet nobody tied: the ratio has no bound")
      : N_("no pair to compare with: nobody attended something else in the same years"));
  phrase = milieu_phrase_new (
    N_("{conversions} conversions of {pairs} pairs; {few_conversions} and {few_pairs} needed"));
  milieu_phrase_number (phrase, "conversions", conversion->conversions, 0);
  milieu_phrase_number (phrase, "pairs", conversion->pairs, 0);
  milieu_phrase_number (phrase, "few_conversions", FEW_CONVERSIONS, 0);
  return milieu_phrase_number (phrase, "few_pairs", FEW_PAIRS, 0);
}

static void
remark_ambiguous (MilieuResult *result, const MilieuConversion *conversion)
{
  if (conversion->ambiguous > 0)
    milieu_result_remark (result, milieu_phrase_new_plural ("{count} pair left out: tied in the very year, or undated",
                                                            "{count} pairs left out: tied in the very year, or undated",
                                                            conversion->ambiguous));
  else if (conversion->matched && conversion->evaluable)
    milieu_result_remark (result, milieu_phrase_new (N_("against random pairs of like degrees")));
}

void
milieu_conversion_add (MilieuBasis *basis, GPtrArray *results, const char *id, const char *kinds)
{
  MilieuResult *result = milieu_results_add (results, id, MILIEU_SIDE_INTERACTIONIST);
  g_autoptr (MilieuAttendance) attendance = milieu_attendance_new (basis, kinds);
  MilieuConversion conversion;

  milieu_conversion_measure (basis, attendance, &conversion);
  milieu_result_ends (result, basis, attendance->ties);
  if (attendance->n == 0)
    milieu_result_empty (result, milieu_phrase_new (N_("no such device was entered")));
  else if (conversion.evaluable)
    milieu_result_set (result, conversion.lift, 2);
  else
    milieu_result_refuse (result, milieu_conversion_reason (attendance, &conversion));
  milieu_result_add (milieu_result_add (result, "pairs", conversion.pairs), "conversions", conversion.conversions);
  milieu_result_add (milieu_result_add (result, "ambiguous", conversion.ambiguous), "conversion", conversion.share);
  milieu_result_add (milieu_result_add (result, "baseline", conversion.baseline), "low", conversion.low);
  milieu_result_add (milieu_result_add (result, "baseline_pairs", conversion.baseline_pairs), "matched_on_degree",
                     conversion.matched);
  milieu_result_add (milieu_result_add (result, "high", conversion.high), "participations", attendance->participations);
  milieu_result_add (milieu_result_add (result, "present_once", conversion.once), "present_twice", conversion.twice);
  milieu_result_add (result, "repeat", conversion.once > 0 ? (double) conversion.twice / conversion.once : NAN);
  milieu_result_add (result, "returning", milieu_attendance_returning (basis, attendance));
  milieu_attendance_add (basis, attendance, result);
  remark_ambiguous (result, &conversion);
}
