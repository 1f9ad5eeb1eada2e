#include "reading/rows.h"

#include "model/short-name.h"
#include "reading/indicator.h"
#include "reading/tail.h"

#include <math.h>
#include <string.h>

static char *
number (MilieuLanguage language, double value, guint decimals)
{
  return isfinite (value) ? milieu_words_number (language, value, decimals) : g_strdup ("–");
}

static char *
count_words (MilieuLanguage language, const char *singular, const char *plural, double count)
{
  g_autoptr (MilieuPhrase) phrase = milieu_phrase_new_plural (singular, plural, (gulong) count);

  return milieu_phrase_words (phrase, language);
}

/* a msgid with one number, or two: {a} and {b} */
static char *
two_numbers (MilieuLanguage language, const char *msgid, double a, double b)
{
  g_autoptr (MilieuPhrase) phrase = milieu_phrase_new (msgid);

  milieu_phrase_number (milieu_phrase_number (phrase, "a", a, 0), "b", b, 0);
  return milieu_phrase_words (phrase, language);
}

/* a place on the ground, or one in a plane of two measures */
static char *
point_words (const MilieuResult *result, MilieuLanguage language)
{
  gboolean place = strcmp (result->id, "S5") == 0;
  g_autofree char *first = number (language, result->parts[place ? 1 : 0].value, result->decimals);
  g_autofree char *second = number (language, result->parts[place ? 0 : 1].value, result->decimals);

  return place ? g_strdup_printf ("%s° N, %s° E", first, second) : g_strdup_printf ("(%s ; %s)", first, second);
}

char *
milieu_result_headline (const MilieuResult *result, MilieuLanguage language)
{
  g_autofree char *value = NULL;

  if (result->status != MILIEU_STATUS_VALUE)
    return g_strdup (milieu_words (language, result->status == MILIEU_STATUS_EMPTY ? N_("empty") : N_("not evaluable")));
  if (isnan (result->value))
    return point_words (result, language);
  value = number (language, result->value, result->decimals);
  return *result->unit ? g_strconcat (value, "\u00a0", result->unit, NULL) : g_steal_pointer (&value);
}

/* begins a cell; FALSE where the reason says it all */
static gboolean
cell_begin (MilieuCell *cell, const MilieuResult *result, MilieuLanguage language)
{
  *cell = (MilieuCell) { result, MILIEU_NO_KEY, NULL, NULL, NAN, NAN };
  if (!result)
    {
      cell->headline = g_strdup ("");
      cell->caption = g_strdup ("");
      return FALSE;
    }
  if (result->status == MILIEU_STATUS_VALUE)
    return TRUE;
  cell->headline = milieu_result_headline (result, language);
  cell->caption = milieu_phrase_words (result->reason, language);
  return FALSE;
}

static const MilieuResult *
find (const MilieuReading *reading, const char *id, MilieuSide side)
{
  return milieu_reading_find (reading, id, side);
}

static void
fill_centre (MilieuCell *cell, const MilieuReading *reading, MilieuSide side, MilieuLanguage language)
{
  const MilieuReadingActor *actor;
  g_autofree char *value = NULL;
  g_autoptr (MilieuPhrase) caption = NULL;

  if (!cell_begin (cell, find (reading, "4.2", side), language))
    return;
  actor = milieu_reading_actor (reading, cell->result->actors[0]);
  cell->actor = actor->key;
  cell->headline = milieu_short_name (actor->name);
  caption = milieu_phrase_number (milieu_phrase_new (N_("betweenness {value}")), "value", cell->result->value, 1);
  cell->caption = milieu_phrase_words (caption, language);
}

static void
fill_hold (MilieuCell *cell, const MilieuReading *reading, MilieuSide side, MilieuLanguage language)
{
  gboolean all = side == MILIEU_SIDE_STRUCTURAL;
  g_autofree char *value = NULL;
  double lambda;

  if (!cell_begin (cell, find (reading, "L1b", MILIEU_SIDE_BOTH), language))
    return;
  lambda = milieu_result_part (cell->result, all ? "lambda_all" : "lambda_interaction");
  value = number (language, lambda, 4);
  cell->headline = g_strconcat ("λ\u00a0", value, NULL);
  cell->caption = count_words (language, NP_ ("{count} actor in one piece", "{count} actors in one piece"),
                               milieu_result_part (cell->result, all ? "component_all" : "component_interaction"));
  cell->bar_from = 0;
  cell->bar_to = lambda;
}

static void
fill_across (MilieuCell *cell, const MilieuReading *reading, MilieuSide side, MilieuLanguage language)
{
  if (!cell_begin (cell, find (reading, "4.6", side), language))
    return;
  cell->headline = number (language, cell->result->value, 2);
  cell->caption = two_numbers (language, N_("{a} between, {b} within"), milieu_result_part (cell->result, "external"),
                               milieu_result_part (cell->result, "internal"));
  cell->bar_from = MIN (0.5, 0.5 + cell->result->value / 2);
  cell->bar_to = MAX (0.5, 0.5 + cell->result->value / 2);
}

static void
fill_loss (MilieuCell *cell, const MilieuReading *reading, MilieuSide side, MilieuLanguage language)
{
  const MilieuReadingActor *broker;
  g_autofree char *name = NULL;
  g_autoptr (MilieuPhrase) caption = NULL;

  if (side == MILIEU_SIDE_STRUCTURAL)
    {
      if (!cell_begin (cell, find (reading, "L6d", MILIEU_SIDE_BOTH), language))
        return;
      cell->headline = two_numbers (language, N_("{a} → {b}"), milieu_result_part (cell->result, "component_all"),
                                    milieu_result_part (cell->result, "component_interaction"));
      cell->caption = g_strdup (milieu_words (language, N_("actors in one piece, without institutional ties")));
      return;
    }
  if (!cell_begin (cell, find (reading, "L6b", side), language))
    return;
  broker = milieu_reading_actor (reading, cell->result->actors[0]);
  cell->headline = two_numbers (language, N_("{a} → {b}"), milieu_result_part (cell->result, "before"),
                                milieu_result_part (cell->result, "after"));
  name = milieu_short_name (broker->name);
  caption = milieu_phrase_text (milieu_phrase_new (N_("cross-ground pairs, without {name}")), "name", name);
  cell->caption = milieu_phrase_words (caption, language);
}

static void
fill_fiat (MilieuCell *cell, const MilieuReading *reading, MilieuSide side, MilieuLanguage language)
{
  double decided, together;

  if (!cell_begin (cell, find (reading, "L4b", MILIEU_SIDE_BOTH), language))
    return;
  decided = milieu_result_part (cell->result, "decided");
  together = milieu_result_part (cell->result, "together");
  if (side == MILIEU_SIDE_INTERACTIONIST)
    {
      cell->headline = number (language, together, 0);
      cell->caption = two_numbers (language, N_("interactions with institutions, of {b}"), 0, decided + together);
      return;
    }
  cell->headline = number (language, cell->result->value, 3);
  cell->caption = two_numbers (language, N_("fiat: {a} decisions of {b}"), decided, decided + together);
  cell->bar_from = 0;
  cell->bar_to = cell->result->value;
}

static void
fill_visible (MilieuCell *cell, const MilieuReading *reading, MilieuSide side, MilieuLanguage language)
{
  if (side == MILIEU_SIDE_INTERACTIONIST)
    {
      if (!cell_begin (cell, find (reading, "4.8", side), language))
        return;
      cell->headline = number (language, cell->result->value, 2);
      cell->caption = two_numbers (language, N_("lift: {a} of {b} co-attending pairs became ties"),
                                   milieu_result_part (cell->result, "conversions"),
                                   milieu_result_part (cell->result, "pairs"));
      return;
    }
  if (!cell_begin (cell, find (reading, "S4", side), language))
    return;
  cell->headline = number (language, cell->result->value, 3);
  cell->caption = two_numbers (language, N_("visibility: {a} ties of {b}"), milieu_result_part (cell->result, "visible"),
                               milieu_result_part (cell->result, "all"));
  cell->bar_from = 0;
  cell->bar_to = cell->result->value;
}

static void
fill_isolates (MilieuCell *cell, const MilieuReading *reading, MilieuSide side, MilieuLanguage language)
{
  g_autoptr (MilieuPhrase) caption = milieu_phrase_new_plural ("of {count} actor", "of {count} actors", reading->n_actors);

  if (!cell_begin (cell, find (reading, "4.0", side), language))
    return;
  cell->headline = number (language, cell->result->value, 0);
  cell->caption = milieu_phrase_words (caption, language);
}

/* actors by ground, the most formal first, then those without */
static char *
grounds_words (const MilieuReading *reading, MilieuLanguage language)
{
  GString *words = g_string_new (NULL);

  for (guint i = 1; i <= MILIEU_N_GROUNDS; i++)
    {
      guint ground = i % MILIEU_N_GROUNDS, n = 0;
      g_autofree char *count = NULL;
      g_autofree char *label = NULL;

      for (guint a = 0; a < reading->n_actors; a++)
        n += reading->actors[a].ground == ground;
      if (n == 0)
        continue;
      count = number (language, n, 0);
      label = g_utf8_strdown (milieu_words (language, milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, ground)), -1);
      g_string_append_printf (words, "%s%s\u00a0%s", words->len ? ", " : "", count, label);
    }
  return g_string_free (words, FALSE);
}

static void
fill_there (MilieuCell *cell, const MilieuReading *reading, MilieuSide side, MilieuLanguage language)
{
  if (side == MILIEU_SIDE_STRUCTURAL)
    {
      if (!cell_begin (cell, find (reading, "S1", side), language))
        return;
      cell->headline = count_words (language, NP_ ("{count} actor", "{count} actors"), cell->result->value);
      cell->caption = grounds_words (reading, language);
      return;
    }
  if (!cell_begin (cell, find (reading, "4.1", side), language))
    return;
  cell->headline = count_words (language, NP_ ("{count} dyad", "{count} dyads"), milieu_result_part (cell->result, "dyads"));
  cell->caption = count_words (language, NP_ ("{count} actor does something with another",
                               "{count} actors do something with another"), cell->result->n_actors);
}

MilieuRow *
milieu_reading_rows (const MilieuReading *reading, MilieuLanguage language, guint *n)
{
  static const struct
  {
    const char *question;
    void (*fill) (MilieuCell *, const MilieuReading *, MilieuSide, MilieuLanguage);
  } rows[] = {
    { N_("Who is at the centre"), fill_centre },
    { N_("What holds together"), fill_hold },
    { N_("Across grounds (E-I)"), fill_across },
    { N_("What would be lost"), fill_loss },
    { N_("Deciding or doing with"), fill_fiat },
    { N_("Showing, linking"), fill_visible },
    { N_("Isolated"), fill_isolates },
    { N_("What there is"), fill_there },
  };
  MilieuRow *made = g_new0 (MilieuRow, G_N_ELEMENTS (rows));

  *n = G_N_ELEMENTS (rows);
  for (guint i = 0; i < *n; i++)
    {
      made[i].question = g_strdup (milieu_words (language, rows[i].question));
      rows[i].fill (&made[i].structural, reading, MILIEU_SIDE_STRUCTURAL, language);
      rows[i].fill (&made[i].interactionist, reading, MILIEU_SIDE_INTERACTIONIST, language);
    }
  return made;
}

void
milieu_rows_free (MilieuRow *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_free (rows[i].question);
      g_free (rows[i].structural.headline);
      g_free (rows[i].structural.caption);
      g_free (rows[i].interactionist.headline);
      g_free (rows[i].interactionist.caption);
    }
  g_free (rows);
}

MilieuGapStrip *
milieu_reading_gap (const MilieuReading *reading, MilieuLanguage language)
{
  MilieuGapStrip *gap = g_new0 (MilieuGapStrip, 1);
  const MilieuResult *result = find (reading, "L1b", MILIEU_SIDE_BOTH);
  g_autofree char *value = NULL;
  double held;

  gap->result = result;
  gap->lambda_all = gap->lambda_interaction = NAN;
  gap->caption = g_strdup (milieu_words (language, N_("gap between the two readings")));
  if (result->status != MILIEU_STATUS_VALUE)
    {
      gap->headline = milieu_result_headline (result, language);
      gap->meaning = milieu_phrase_words (result->reason, language);
      return gap;
    }
  gap->lambda_all = milieu_result_part (result, "lambda_all");
  gap->lambda_interaction = milieu_result_part (result, "lambda_interaction");
  value = number (language, result->value, 4);
  gap->headline = g_strconcat ("Δ\u00a0", value, NULL);
  held = milieu_result_part (result, "component_all") - milieu_result_part (result, "component_interaction");
  gap->meaning = held > 0
    ? count_words (language, NP_ ("{count} actor holds to the whole only through institutional ties.",
                   "{count} actors hold to the whole only through institutional ties."), held)
    : g_strdup (milieu_words (language, N_("Institutional ties hold nobody whom interactions do not hold.")));
  return gap;
}

void
milieu_gap_free (MilieuGapStrip *gap)
{
  if (!gap)
    return;
  g_free (gap->headline);
  g_free (gap->caption);
  g_free (gap->meaning);
  g_free (gap);
}

char *
milieu_reading_head (const MilieuReading *reading, MilieuLanguage language)
{
  g_autoptr (MilieuPhrase) phrase = milieu_phrase_new_plural ("{count} actor · evidence: {evidence} · {grounds}",
                                                              "{count} actors · evidence: {evidence} · {grounds}",
                                                              reading->n_actors);

  milieu_phrase_phrase (phrase, "evidence", milieu_evidence_phrase (&reading->filter));
  milieu_phrase_phrase (phrase, "grounds", milieu_grounds_phrase (&reading->filter));
  return milieu_phrase_words (phrase, language);
}

char *
milieu_reading_side_caption (const MilieuReading *reading, MilieuSide side, MilieuLanguage language)
{
  gboolean all = side == MILIEU_SIDE_STRUCTURAL;
  guint m = reading->n_dyads[all ? MILIEU_GRAPH_ALL : MILIEU_GRAPH_INTERACTION];

  return two_numbers (language, all ? N_("all ties: {a}") : N_("interactions alone: {a}"), m, 0);
}

char *
milieu_reading_tail (const MilieuReading *reading, MilieuLanguage language)
{
  g_autoptr (MilieuPhrase) phrase = milieu_tail_phrase (&reading->filter, reading->n_actors, reading->n_ties,
                                                        reading->n_dated, reading->n_datable);

  return milieu_phrase_words (phrase, language);
}

char *
milieu_result_sentence (const MilieuReading *reading, const MilieuResult *result, MilieuLanguage language)
{
  const MilieuIndicator *indicator = milieu_indicator_find (result->id);
  g_autofree char *value = milieu_result_headline (result, language);
  g_autofree char *tail = milieu_reading_tail (reading, language);
  MilieuPhrase *said = result->reason ? result->reason : result->remark;
  g_autoptr (MilieuPhrase) phrase = milieu_phrase_new (said ? N_("{label}: {value} – {said} {tail}.")
                                                            : N_("{label}: {value} {tail}."));

  milieu_phrase_phrase (phrase, "label", milieu_phrase_new (indicator ? indicator->label : result->id));
  milieu_phrase_text (phrase, "value", value);
  if (said)
    milieu_phrase_phrase (phrase, "said", milieu_phrase_copy (said));
  milieu_phrase_text (phrase, "tail", tail);
  return milieu_phrase_words (phrase, language);
}
