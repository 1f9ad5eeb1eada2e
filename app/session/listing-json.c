#include "session/listing.h"

#include "reading/indicator.h"
#include "reading/verdict.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (!isfinite (value))
    json_builder_add_null_value (builder);
  else if (value == floor (value) && fabs (value) < 9007199254740992.0)
    json_builder_add_int_value (builder, (gint64) value);
  else
    json_builder_add_double_value (builder, value);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/* @phrase: nullable, then null */
static void
add_phrase (JsonBuilder *builder, const char *name, const MilieuPhrase *phrase, MilieuLanguage language)
{
  g_autofree char *words = phrase ? milieu_phrase_words (phrase, language) : NULL;

  add_text (builder, name, words);
}

static void
add_part (JsonBuilder *builder, const char *name, const MilieuPart *part)
{
  if (part->text)
    add_text (builder, name, part->text);
  else
    add_number (builder, name, part->value);
}

/* cells of one table follow one another, those of one row too */
static guint
add_table (JsonBuilder *builder, const MilieuResult *result, guint from, const char *suffix)
{
  const char *table = result->parts[from].table, *row = NULL;
  g_autofree char *name = g_strconcat (table, suffix, NULL);
  guint i;

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (i = from; i < result->n_parts && g_strcmp0 (result->parts[i].table, table) == 0; i++)
    {
      const MilieuPart *part = &result->parts[i];
      if (part->row && g_strcmp0 (part->row, row) != 0)
        {
          if (row)
            json_builder_end_object (builder);
          row = part->row;
          json_builder_set_member_name (builder, row);
          json_builder_begin_object (builder);
        }
      add_part (builder, part->name, part);
    }
  if (row)
    json_builder_end_object (builder);
  json_builder_end_object (builder);
  return i;
}

static void
add_parts (JsonBuilder *builder, const MilieuResult *result, const char *suffix)
{
  for (guint i = 0; i < result->n_parts;)
    if (result->parts[i].table)
      i = add_table (builder, result, i, suffix);
    else
      {
        g_autofree char *name = g_strconcat (result->parts[i].name, suffix, NULL);
        add_part (builder, name, &result->parts[i++]);
      }
}

static void
add_ids (JsonBuilder *builder, const char *name, const guint32 *keys, guint n, GHashTable *ids)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    json_builder_add_string_value (builder, g_hash_table_lookup (ids, GUINT_TO_POINTER (keys[i])));
  json_builder_end_array (builder);
}

/* what a row of the tables says beside the value, so that each stands alone */
static void
add_basis (JsonBuilder *builder, const MilieuReading *reading, const char *id)
{
  add_text (builder, "evidence", milieu_vocabulary_token (MILIEU_VOCABULARY_EVIDENCE, reading->filter.evidence));
  add_text (builder, "grounds", reading->filter.suggested ? "suggested" : "strict");
  add_number (builder, "n", reading->n_actors);
  add_number (builder, "m", reading->n_ties);
  add_number (builder, "seed", reading->seed);
  add_text (builder, "formula", milieu_indicator_formula_id (id));
}

static void
add_indicator (JsonBuilder *builder, const MilieuListing *listing, const MilieuListed *listed, GHashTable *actors,
               GHashTable *ties)
{
  const MilieuResult *result = listed->result;

  json_builder_begin_object (builder);
  add_text (builder, "id", result->id);
  add_text (builder, "reading", milieu_listed_side (listed));
  add_text (builder, "status", milieu_status_token (result->status));
  add_number (builder, "value", result->value);
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_object (builder);
  add_parts (builder, result, "");
  if (listed->all)
    {
      add_number (builder, "all", listed->all->value);
      add_parts (builder, listed->all, "_all");
    }
  json_builder_end_object (builder);
  add_phrase (builder, "reason", result->reason, listing->language);
  add_phrase (builder, "remark", result->remark, listing->language);
  add_number (builder, "seconds", result->seconds);
  add_basis (builder, listing->reading, result->id);
  add_ids (builder, "actors", result->actors, result->n_actors, actors);
  add_ids (builder, "ties", result->ties, result->n_ties, ties);
  json_builder_end_object (builder);
}

static void
add_indicators (JsonBuilder *builder, const MilieuListing *listing, GHashTable *actors, GHashTable *ties)
{
  guint n;
  g_autofree MilieuListed *listed = milieu_listing_indicators (listing->reading, &n);

  json_builder_set_member_name (builder, "indicators");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    add_indicator (builder, listing, &listed[i], actors, ties);
  json_builder_end_array (builder);
}

static void
add_measures (JsonBuilder *builder, const MilieuReading *reading)
{
  static const char *const graphs[] = { "interaction", "all" };

  json_builder_set_member_name (builder, "measures");
  json_builder_begin_array (builder);
  for (guint graph = 0; graph < MILIEU_N_GRAPHS; graph++)
    for (guint i = 0; i < reading->n_actors; i++)
      {
        const MilieuActorMeasures *measures = &reading->actors[i].measures[graph];
        json_builder_begin_object (builder);
        add_text (builder, "actor", reading->actors[i].id);
        add_text (builder, "graph", graphs[graph]);
        add_number (builder, "degree", measures->degree);
        add_number (builder, "betweenness", measures->betweenness);
        add_number (builder, "constraint", measures->constraint);
        add_number (builder, "effective_size", measures->effective_size);
        add_number (builder, "core", measures->core);
        add_number (builder, "participation", measures->participation);
        add_number (builder, "external_internal", measures->external_internal);
        add_number (builder, "strength", measures->strength);
        add_number (builder, "rank", measures->rank > 0 ? measures->rank : NAN);
        add_number (builder, "reach_before", measures->reach_before);
        add_number (builder, "reach_after", measures->reach_after);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

/* the eight cells: evidence, then grounds */
static void
add_cells (JsonBuilder *builder, const MilieuVerdict *verdict)
{
  json_builder_set_member_name (builder, "cells");
  json_builder_begin_array (builder);
  for (guint evidence = 0; evidence < MILIEU_N_CELL_EVIDENCES; evidence++)
    for (guint suggested = 0; suggested < 2; suggested++)
      {
        const MilieuCellVerdict *cell = &verdict->cells[evidence][suggested];
        json_builder_begin_object (builder);
        add_text (builder, "evidence", milieu_vocabulary_token (MILIEU_VOCABULARY_EVIDENCE, MILIEU_EVIDENCE_STATED + evidence));
        add_text (builder, "grounds", suggested ? "suggested" : "strict");
        add_text (builder, "outcome", milieu_outcome_token (cell->outcome));
        add_number (builder, "evaluable", cell->evaluable);
        add_number (builder, "passed", cell->passed);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

/* what is held against what, and where a map has a threshold of its own */
static void
add_thresholds (JsonBuilder *builder, const MilieuVerdict *verdict)
{
  json_builder_set_member_name (builder, "thresholds");
  json_builder_begin_array (builder);
  for (guint i = 0; i < MILIEU_N_THRESHOLDS; i++)
    {
      const MilieuThreshold *threshold = milieu_threshold (i);

      json_builder_begin_object (builder);
      add_text (builder, "id", threshold->setting);
      add_number (builder, "measured", verdict->values[i]);
      add_number (builder, "value", verdict->thresholds[i]);
      add_number (builder, "standard", threshold->standard);
      json_builder_set_member_name (builder, "changed");
      json_builder_add_boolean_value (builder, verdict->changed[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_verdict (JsonBuilder *builder, const MilieuListing *listing)
{
  static const char *const statuses[] = { "pass", "fail", "not-evaluable" };
  const MilieuVerdict *verdict = listing->reading->verdict;

  json_builder_set_member_name (builder, "verdict");
  json_builder_begin_object (builder);
  add_text (builder, "outcome", milieu_outcome_token (verdict->outcome));
  add_number (builder, "evaluable", verdict->evaluable);
  add_number (builder, "passed", verdict->passed);
  json_builder_set_member_name (builder, "tests");
  json_builder_begin_array (builder);
  for (guint i = 0; i < MILIEU_N_TESTS; i++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "id", verdict->tests[i].id);
      add_text (builder, "status", statuses[verdict->tests[i].status]);
      add_phrase (builder, "reason", verdict->tests[i].reason, listing->language);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "exploratory");
  json_builder_add_boolean_value (builder, verdict->exploratory);
  add_thresholds (builder, verdict);
  add_phrase (builder, "changes", verdict->changes, listing->language);
  add_cells (builder, verdict);
  add_number (builder, "draws", verdict->draws);
  add_number (builder, "draws_same", verdict->draws_same);
  add_number (builder, "removals", verdict->removals);
  add_number (builder, "removals_same", verdict->removals_same);
  add_phrase (builder, "sentence", verdict->sentence, listing->language);
  json_builder_end_object (builder);
}

static void
add_questions (JsonBuilder *builder, const MilieuListing *listing, GHashTable *actors, GHashTable *ties)
{
  json_builder_set_member_name (builder, "questions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < MILIEU_N_QUESTIONS; i++)
    {
      const MilieuResult *answer = listing->reading->answers[i];
      json_builder_begin_object (builder);
      add_number (builder, "id", i + 1);
      add_phrase (builder, "sentence", listing->reading->questions[i], listing->language);
      add_text (builder, "status", milieu_status_token (answer->status));
      add_number (builder, "value", answer->value);
      json_builder_set_member_name (builder, "parts");
      json_builder_begin_object (builder);
      add_parts (builder, answer, "");
      json_builder_end_object (builder);
      add_ids (builder, "actors", answer->actors, answer->n_actors, actors);
      add_ids (builder, "ties", answer->ties, answer->n_ties, ties);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_head (JsonBuilder *builder, const MilieuListing *listing)
{
  const MilieuReading *reading = listing->reading;

  add_text (builder, "map", listing->map);
  add_text (builder, "hash", listing->hash);
  add_number (builder, "year", reading->year > 0 ? reading->year : NAN);
  add_number (builder, "slice", reading->filter.slice > 0 ? reading->filter.slice : NAN);
  add_text (builder, "evidence", milieu_vocabulary_token (MILIEU_VOCABULARY_EVIDENCE, reading->filter.evidence));
  add_text (builder, "grounds", reading->filter.suggested ? "suggested" : "strict");
  add_text (builder, "scope", reading->filter.all_scopes ? "all" : "core");
  add_text (builder, "emerging", milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, reading->emerging));
  add_number (builder, "seed", reading->seed);
  add_number (builder, "actors", reading->n_actors);
  add_number (builder, "ties", reading->n_ties);
}

/* ids by key */
static void
take_ids (const MilieuReading *reading, GHashTable *actors, GHashTable *ties)
{
  for (guint i = 0; i < reading->n_actors; i++)
    g_hash_table_insert (actors, GUINT_TO_POINTER (reading->actors[i].key), (gpointer) reading->actors[i].id);
  for (guint i = 0; i < reading->n_ties; i++)
    g_hash_table_insert (ties, GUINT_TO_POINTER (reading->ties[i].key), (gpointer) reading->ties[i].id);
}

char *
milieu_listing_json (const MilieuListing *listing)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GHashTable) actors = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) ties = g_hash_table_new (NULL, NULL);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  take_ids (listing->reading, actors, ties);
  json_builder_begin_object (builder);
  add_head (builder, listing);
  add_indicators (builder, listing, actors, ties);
  add_measures (builder, listing->reading);
  add_verdict (builder, listing);
  add_questions (builder, listing, actors, ties);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}
