/* §5.4: events grow in number; why does little come of them? */
#include "reading/questions.h"

#include "reading/compare.h"
#include "reading/levers.h"
#include "reading/tail.h"

#include <math.h>

#define YEARS 2
/* a longer record is a mistake in a date, not a series */
#define MANY_YEARS 1000
/* own conventions of what a brake is: half the attendees come back and a
 * quarter of the pairs meet again; less than half of an even mix of grounds */
#define SAME_PEOPLE_TURNOVER 0.5
#define SAME_PEOPLE_REPEAT 0.25
#define ONE_GROUND 0.5

typedef struct
{
  guint first, last;        /* years, 0 if no edition is dated */
  guint events, ties;       /* between them */
  double event_slope, tie_slope; /* a year, Theil-Sen; NAN within one year */
} Series;

typedef struct
{
  double repeat;    /* RC: pairs that met twice of those that met; NAN without any */
  double returning; /* Jaccard of the attendees of following editions of one event, mean; NAN without two editions */
  double diversity; /* normalised Blau by ground, mean over editions; NAN without three known participants */
  guint dated, followed; /* dated editions with attendees; those after which a project or a place tied */
  guint met, attended; /* pairs that met, and participations: what the shares above rest on */
  guint owned, upperground; /* events whose organisers' ground is known; those of the upperground */
} Brakes;

/* ---- two series ---- */

/* an interaction that is more than being present at something */
static guint
first_year_of (const MilieuBasis *basis, const MilieuGraph *graph, guint edge)
{
  guint first = 0;

  for (guint i = 0; i < graph->edges[edge].n_ties; i++)
    {
      const MilieuTie *tie = milieu_snapshot_tie (basis->snapshot, graph->ties[graph->edges[edge].first_tie + i]);
      guint year = milieu_date_year (tie->start);
      if (year > 0 && !milieu_basis_is_type (basis, tie, "participates"))
        first = first > 0 ? MIN (first, year) : year;
    }
  return first;
}

static const char *
year_text (const MilieuBasis *basis, guint year)
{
  g_autofree char *text = g_strdup_printf ("%u", year);

  return g_string_chunk_insert_const (basis->strings, text);
}

static double
slope_of (const guint *counts, guint first, guint last)
{
  guint n = last - first + 1;
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      x[i] = first + i;
      y[i] = counts[i];
    }
  return milieu_theil_sen (x, y, n);
}

static void
count_years (const MilieuBasis *basis, const MilieuAttendance *attendance, Series *series, MilieuResult *answer)
{
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION];
  guint n = series->last - series->first + 1;
  g_autofree guint *events = g_new0 (guint, n);
  g_autofree guint *ties = g_new0 (guint, n);

  for (guint e = 0; e < attendance->n; e++)
    if (attendance->years[e] > 0)
      events[attendance->years[e] - series->first]++;
  for (guint edge = 0; edge < graph->m; edge++)
    {
      guint year = first_year_of (basis, graph, edge);
      if (year >= series->first && year <= series->last)
        ties[year - series->first]++;
    }
  for (guint i = 0; i < n; i++)
    {
      const char *year = year_text (basis, series->first + i);
      milieu_result_add_cell (answer, "years", year, "events", events[i]);
      milieu_result_add_cell (answer, "years", year, "ties", ties[i]);
      series->events += events[i];
      series->ties += ties[i];
    }
  series->event_slope = slope_of (events, series->first, series->last);
  series->tie_slope = slope_of (ties, series->first, series->last);
}

static guint
latest_tie (const MilieuBasis *basis)
{
  guint latest = 0;

  for (guint i = 0; i < basis->n_ties; i++)
    latest = MAX (latest, milieu_date_year (basis->ties[i]->start));
  return latest;
}

/* from the first edition to the last one, or to the last tie before the year of reference */
static void
measure_series (const MilieuBasis *basis, const MilieuAttendance *attendance, Series *series, MilieuResult *answer)
{
  *series = (Series) { .event_slope = NAN, .tie_slope = NAN };
  for (guint e = 0; e < attendance->n; e++)
    if (attendance->years[e] > 0)
      {
        series->first = series->first > 0 ? MIN (series->first, attendance->years[e]) : attendance->years[e];
        series->last = MAX (series->last, attendance->years[e]);
      }
  if (series->first > 0)
    {
      series->last = MAX (series->last, MIN (basis->year, latest_tie (basis)));
      if (series->last - series->first < MANY_YEARS)
        count_years (basis, attendance, series, answer);
    }
  milieu_result_add (milieu_result_add (answer, "event_slope", series->event_slope), "tie_slope", series->tie_slope);
  milieu_result_add (answer, "slope_ratio", series->event_slope != 0 ? series->tie_slope / series->event_slope : NAN);
}

static MilieuPhrase *
trend_phrase (double slope)
{
  if (isnan (slope))
    return milieu_phrase_new (N_("no trend"));
  if (slope == 0)
    return milieu_phrase_new (N_("steady"));
  return milieu_phrase_number (milieu_phrase_new (slope > 0 ? N_("rising by {slope} a year") : N_("falling by {slope} a year")),
                               "slope", fabs (slope), 2);
}

static MilieuPhrase *
series_phrase (const MilieuAttendance *attendance, const Series *series)
{
  MilieuPhrase *phrase;

  if (series->first == 0)
    return milieu_phrase_new_plural ("{count} event, undated", "{count} events, none of them dated", attendance->n);
  phrase = milieu_phrase_new (N_("{events} ({event_trend}) and {ties} ({tie_trend}) from {first} to {last}"));
  milieu_phrase_phrase (phrase, "events", milieu_phrase_new_plural ("{count} event", "{count} events", series->events));
  milieu_phrase_phrase (phrase, "event_trend", trend_phrase (series->event_slope));
  milieu_phrase_phrase (phrase, "ties", milieu_phrase_new_plural ("{count} new tie", "{count} new ties", series->ties));
  milieu_phrase_phrase (phrase, "tie_trend", trend_phrase (series->tie_slope));
  return milieu_phrase_year (milieu_phrase_year (phrase, "first", series->first), "last", series->last);
}

/* ---- what brakes ---- */

/* after it, somebody who was there, or the event itself, tied with a project or a place */
static gboolean
is_followed (const MilieuBasis *basis, const MilieuAttendance *attendance, guint edition)
{
  guint year = attendance->years[edition];
  const guint8 *there = attendance->participants[edition];

  for (guint i = 0; i < basis->n_ties; i++)
    {
      guint start = milieu_date_year (basis->ties[i]->start);
      guint ends[2] = { milieu_basis_source (basis, basis->ties[i]), milieu_basis_target (basis, basis->ties[i]) };
      for (guint end = 0; end < 2 && start > year && start <= year + YEARS; end++)
        {
          MilieuElement element = milieu_basis_element (basis, basis->actors[ends[!end]]);
          if ((there[ends[end]] || ends[end] == attendance->devices[edition])
              && (element == MILIEU_ELEMENT_PROJECT || element == MILIEU_ELEMENT_PLACE))
            return TRUE;
        }
    }
  return FALSE;
}

static void
measure_owners (const MilieuBasis *basis, Brakes *brakes)
{
  for (guint v = 0; v < basis->n; v++)
    if (milieu_basis_is_kind (basis, basis->actors[v], "event"))
      {
        MilieuGround owner = milieu_device_owner (basis, v);
        brakes->owned += owner != MILIEU_GROUND_NONE;
        brakes->upperground += owner == MILIEU_GROUND_UPPERGROUND;
      }
}

static void
measure_brakes (const MilieuBasis *basis, const MilieuAttendance *attendance, const MilieuConversion *conversion,
                Brakes *brakes)
{
  double diversity = 0;
  guint diverse = 0;

  *brakes = (Brakes) { .met = conversion->once, .attended = attendance->participations,
                       .repeat = conversion->once > 0 ? (double) conversion->twice / conversion->once : NAN,
                       .returning = milieu_attendance_returning (basis, attendance) };
  for (guint e = 0; e < attendance->n; e++)
    {
      double index = milieu_ground_diversity (basis, attendance->participants[e]);
      diversity += isnan (index) ? 0 : index;
      diverse += !isnan (index);
      brakes->dated += attendance->years[e] > 0 && attendance->sizes[e] > 0;
      brakes->followed += attendance->years[e] > 0 && attendance->sizes[e] > 0 && is_followed (basis, attendance, e);
    }
  brakes->diversity = diverse > 0 ? diversity / diverse : NAN;
  measure_owners (basis, brakes);
}

static void
add_brakes (const Brakes *brakes, MilieuResult *answer)
{
  milieu_result_add (milieu_result_add (answer, "repeat", brakes->repeat), "returning", brakes->returning);
  milieu_result_add (milieu_result_add (answer, "diversity", brakes->diversity), "editions", brakes->dated);
  milieu_result_add (milieu_result_add (answer, "followed", brakes->followed), "owned", brakes->owned);
  milieu_result_add (milieu_result_add (answer, "upperground", brakes->upperground), "share_upperground",
                     brakes->owned > 0 ? (double) brakes->upperground / brakes->owned : NAN);
}

/* which of the four brakes show: their numbers stand in words and as parts, 1 or 0 */
static MilieuPhrase *
list_brakes (const Brakes *brakes, gboolean few, MilieuResult *answer)
{
  gboolean same = brakes->repeat >= SAME_PEOPLE_REPEAT && brakes->returning >= SAME_PEOPLE_TURNOVER;
  gboolean alone = brakes->diversity < ONE_GROUND, idle = brakes->dated > 0 && brakes->followed == 0;
  MilieuPhrase *list = milieu_phrase_new ("{brakes}");

  milieu_result_add (milieu_result_add (answer, "brake_same_people", same), "brake_one_ground", alone);
  milieu_result_add (milieu_result_add (answer, "brake_no_follow_up", idle), "brake_few_data", few);
  if (same)
    milieu_phrase_list (list, "brakes", milieu_phrase_number (milieu_phrase_number (milieu_phrase_new (
      N_("the same people ({repeat} of pairs meet again, {returning} of attendees in common)")), "repeat", brakes->repeat,
      milieu_small_decimals (brakes->met, 2)), "returning", brakes->returning, milieu_small_decimals (brakes->attended, 2)), N_(", "));
  if (alone)
    milieu_phrase_list (list, "brakes", milieu_phrase_number (milieu_phrase_new (
      N_("one ground (diversity {diversity})")), "diversity", brakes->diversity,
      milieu_small_decimals (brakes->attended, 2)), N_(", "));
  if (idle)
    milieu_phrase_list (list, "brakes", milieu_phrase_new (N_("no follow-up: no project or place tied after them")), N_(", "));
  if (few)
    milieu_phrase_list (list, "brakes", milieu_phrase_new (N_("too few data")), N_(", "));
  if (!same && !alone && !idle && !few)
    milieu_phrase_list (list, "brakes", milieu_phrase_new (N_("none of the four")), N_(", "));
  return list;
}

/* ---- the sentence ---- */

static MilieuPhrase *
conversion_phrase (const MilieuBasis *basis, const MilieuAttendance *attendance, const MilieuConversion *conversion)
{
  MilieuPhrase *phrase;

  if (!conversion->evaluable)
    return milieu_phrase_phrase (milieu_phrase_new (N_("whether meeting makes ties is not evaluable: {reason}")), "reason",
                                 milieu_conversion_reason (attendance, conversion));
  phrase = milieu_phrase_new (N_("{share} of co-attending pairs form a tie within {years} years vs {baseline} elsewhere (ratio {lift}, from {low} to {high})"));
  milieu_phrase_phrase (phrase, "share", milieu_percentage_phrase (conversion->conversions, conversion->pairs, basis->n));
  milieu_phrase_phrase (phrase, "baseline", milieu_percentage_phrase (conversion->baseline * conversion->baseline_pairs,
                                                                      conversion->baseline_pairs, basis->n));
  milieu_phrase_number (milieu_phrase_number (phrase, "years", YEARS, 0), "lift", conversion->lift, 1);
  return milieu_phrase_number (milieu_phrase_number (phrase, "low", conversion->low, 1), "high", conversion->high, 1);
}

static MilieuPhrase *
organised_phrase (const MilieuBasis *basis, const Brakes *brakes)
{
  if (brakes->owned == 0)
    return milieu_phrase_new ("");
  return milieu_phrase_phrase (milieu_phrase_new (N_(" The upperground organises {share} of those whose organiser is known.")),
                               "share", milieu_percentage_phrase (brakes->upperground, brakes->owned, basis->n));
}

static MilieuPhrase *
answer_events (const MilieuBasis *basis, const MilieuAttendance *attendance, const Series *series, MilieuResult *answer)
{
  MilieuConversion conversion;
  MilieuPhrase *phrase = milieu_phrase_new (N_("{series}; {conversion}.{organised} Visible brakes: {brakes}."));
  Brakes brakes;

  milieu_conversion_measure (basis, attendance, &conversion);
  measure_brakes (basis, attendance, &conversion, &brakes);
  add_brakes (&brakes, answer);
  milieu_result_add (milieu_result_add (answer, "conversion", conversion.share), "baseline", conversion.baseline);
  milieu_result_add (milieu_result_add (answer, "lift", conversion.lift), "low", conversion.low);
  milieu_result_add (answer, "high", conversion.high);
  milieu_phrase_phrase (phrase, "series", series_phrase (attendance, series));
  milieu_phrase_phrase (phrase, "conversion", conversion_phrase (basis, attendance, &conversion));
  milieu_phrase_phrase (phrase, "organised", organised_phrase (basis, &brakes));
  milieu_phrase_phrase (phrase, "brakes", list_brakes (&brakes, !conversion.evaluable, answer));
  if (conversion.evaluable)
    milieu_result_set (answer, conversion.lift, 2);
  else
    milieu_result_refuse (answer, milieu_conversion_reason (attendance, &conversion));
  return phrase;
}

MilieuPhrase *
milieu_ask_events (const MilieuBasis *basis, MilieuResult *answer)
{
  g_autoptr (MilieuAttendance) attendance = milieu_attendance_new (basis, "event");
  Series series;

  milieu_result_ends (answer, basis, attendance->ties);
  measure_series (basis, attendance, &series, answer);
  if (attendance->n == 0)
    return milieu_answer_refuse (answer, milieu_phrase_new (N_("No event was entered: the question cannot be addressed. Enter events, and participants for at least two editions.")));
  if (attendance->participations == 0)
    return milieu_answer_refuse (answer, milieu_phrase_new (N_("No participation was entered: the question cannot be addressed. Enter participants for at least two editions.")));
  return answer_events (basis, attendance, &series, answer);
}
