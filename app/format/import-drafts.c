/* What stands for each record while an import is at work. */
#include "format/import-rows.h"

#include <stdlib.h>
#include <string.h>

static void
draft_free (gpointer data)
{
  MilieuDraft *draft = data;

  g_clear_pointer (&draft->after, milieu_record_unref);
  g_free (draft);
}

/* bytes that a record takes with its draft, its id, its names and its place in the map, and a row in the report, as measured */
#define RECORD_COST 600
#define CLAIM_COST 250 /* more: its content is remembered */
#define ROW_COST 64

static MilieuDraft *
find_draft (MilieuImporter *importer, MilieuRecordType type, guint32 key)
{
  return g_hash_table_lookup (importer->drafts[type], GUINT_TO_POINTER (key));
}

static void
remember_sources (MilieuImporter *importer)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (importer->map);
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_SOURCE, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuSource *source = milieu_snapshot_source (snapshot, keys[i]);

      if (source->title != NULL && !g_hash_table_contains (importer->sources, source->title))
        g_hash_table_insert (importer->sources, g_strdup (source->title), GUINT_TO_POINTER (keys[i] + 1));
    }
}

/* a name that two actors share names neither */
static void
remember_name (MilieuImporter *importer, const MilieuActor *actor)
{
  gpointer known;

  if (actor->name == NULL)
    return;
  if (g_hash_table_lookup_extended (importer->names, actor->name, NULL, &known) && GPOINTER_TO_UINT (known) != actor->record.key + 1)
    g_hash_table_insert (importer->names, g_strdup (actor->name), NULL);
  else
    g_hash_table_insert (importer->names, g_strdup (actor->name), GUINT_TO_POINTER (actor->record.key + 1));
}

static void
remember_names (MilieuImporter *importer)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (importer->map);
  guint32 n = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR);

  for (guint32 key = 0; key < n; key++)
    if (milieu_snapshot_actor (snapshot, key) != NULL)
      remember_name (importer, milieu_snapshot_actor (snapshot, key));
}

void
milieu_importer_init (MilieuImporter *importer, MilieuMap *map, const MilieuImport *what, MilieuReport *report)
{
  memset (importer, 0, sizeof *importer);
  importer->map = map;
  importer->what = what;
  importer->report = report;
  importer->seed = MILIEU_NO_KEY;
  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    {
      importer->drafts[type] = g_hash_table_new (NULL, NULL);
      importer->order[type] = g_ptr_array_new_with_free_func (draft_free);
    }
  importer->claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  importer->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  importer->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  remember_sources (importer);
  remember_names (importer);
  milieu_importer_remember_claims (importer);
}

void
milieu_importer_clear (MilieuImporter *importer)
{
  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    {
      g_hash_table_unref (importer->drafts[type]);
      g_ptr_array_unref (importer->order[type]);
    }
  g_hash_table_unref (importer->claims);
  g_hash_table_unref (importer->sources);
  g_hash_table_unref (importer->names);
  g_clear_pointer (&importer->ties, g_hash_table_unref);
  g_free (importer->seed_id);
  g_free (importer->seed_title);
  g_free (importer->seed_citation);
}

void
milieu_importer_commit (MilieuImporter *importer, MilieuGroup *group)
{
  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    for (guint i = 0; i < importer->order[type]->len; i++)
      {
        const MilieuDraft *draft = g_ptr_array_index (importer->order[type], i);

        milieu_group_change (group, draft->before, milieu_record_ref (draft->after));
      }
}

gboolean
milieu_importer_goes_on (const MilieuImporter *importer)
{
  return importer->room >= 0;
}

const MilieuRecord *
milieu_importer_get (MilieuImporter *importer, MilieuRecordType type, guint32 key)
{
  const MilieuDraft *draft = find_draft (importer, type, key);

  return draft != NULL ? draft->after : milieu_map_get (importer->map, type, key);
}

const MilieuRecord *
milieu_importer_find (MilieuImporter *importer, MilieuRecordType type, const char *id)
{
  guint32 key = milieu_map_key (importer->map, type, id);

  return key != MILIEU_NO_KEY ? milieu_importer_get (importer, type, key) : NULL;
}

void
milieu_importer_put (MilieuImporter *importer, MilieuRecord *after)
{
  MilieuDraft *draft = find_draft (importer, after->type, after->key);

  if (draft == NULL)
    {
      draft = g_new0 (MilieuDraft, 1);
      draft->before = milieu_map_get (importer->map, after->type, after->key);
      g_hash_table_insert (importer->drafts[after->type], GUINT_TO_POINTER (after->key), draft);
      g_ptr_array_add (importer->order[after->type], draft);
      importer->room -= RECORD_COST + (after->type == MILIEU_RECORD_CLAIM ? CLAIM_COST : 0);
    }
  g_clear_pointer (&draft->after, milieu_record_unref);
  draft->after = after;
  if (after->type == MILIEU_RECORD_ACTOR)
    remember_name (importer, (const MilieuActor *) after);
}

/* long addresses make long ids: cut at a hyphen */
static char *
shorten (const char *slug)
{
  const guint most = 48;
  char *short_slug = g_strndup (slug, most);
  char *hyphen = strrchr (short_slug, '-');

  if (strlen (slug) > most && hyphen != NULL && hyphen - short_slug > (glong) most / 2)
    *hyphen = '\0';
  return short_slug;
}

char *
milieu_importer_new_id (MilieuImporter *importer, MilieuRecordType type, const char *stem)
{
  g_autoptr (MilieuMap) nothing = milieu_map_new ();
  g_autofree char *slug = milieu_map_new_id (nothing, type, stem);
  g_autofree char *start = shorten (slug);
  char *id = g_strdup (start);

  for (guint i = 2; milieu_importer_find (importer, type, id) != NULL; i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", start, i);
    }
  return id;
}

void
milieu_importer_say (MilieuImporter *importer, MilieuPlace place, MilieuReportKind kind, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  milieu_report_add (importer->report, kind, milieu_table_name (place.sheet->table),
                     milieu_table_line (place.sheet->table, place.row), "%s", words);
}

void
milieu_importer_row (MilieuImporter *importer, MilieuPlace place, MilieuReportKind kind)
{
  importer->room -= ROW_COST;
  milieu_report_add_row (importer->report, kind, milieu_table_name (place.sheet->table), milieu_table_line (place.sheet->table, place.row));
}
