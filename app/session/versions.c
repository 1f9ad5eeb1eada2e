#include "session/versions.h"

#include <glib/gstdio.h>
#include <string.h>

#include "format/journal-line.h"
#include "session/journal.h"
#include "session/state.h"

#define MAP ".milieu"
#define ABOUT ".about"
#define ABOUT_TYPE "(uuuuas)" /* added, changed, removed, moved, words */
#define MOST_WORDS 200

/* a record from the first edit to the last */
typedef struct { gboolean is_spot; GVariant *before, *after; } Touched;

static void
touched_free (gpointer data)
{
  Touched *touched = data;

  g_clear_pointer (&touched->before, g_variant_unref);
  g_clear_pointer (&touched->after, g_variant_unref);
  g_free (touched);
}

static void
on_touched (const char *type, const char *id, GVariant *before, GVariant *after, gpointer records)
{
  g_autofree char *name = g_strconcat (type, " ", id, NULL);
  Touched *touched = g_hash_table_lookup (records, name);

  if (touched == NULL)
    {
      touched = g_new0 (Touched, 1);
      touched->is_spot = g_str_equal (type, "spot");
      touched->before = before != NULL ? g_variant_ref (before) : NULL;
      g_hash_table_insert (records, g_steal_pointer (&name), touched);
    }
  g_clear_pointer (&touched->after, g_variant_unref);
  touched->after = after != NULL ? g_variant_ref (after) : NULL;
}

static void
count (GHashTable *records, MilieuVersion *version)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Touched *touched = value;

      /* what was undone is as it was */
      if (touched->before == touched->after
          || (touched->before != NULL && touched->after != NULL && g_variant_equal (touched->before, touched->after)))
        continue;
      if (touched->is_spot)
        version->moved++;
      else if (touched->before == NULL)
        version->added++;
      else if (touched->after == NULL)
        version->removed++;
      else
        version->changed++;
    }
}

static void
tell (MilieuVersion *version, GPtrArray *lines)
{
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, touched_free);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = lines->pdata[i];
      g_autofree char *text = milieu_journal_unseal (line, strcspn (line, "\n"));
      gint64 time;
      char *said;

      if (text == NULL || g_str_equal (text, MILIEU_JOURNAL_MARK))
        continue;
      milieu_journal_foreach_change (text, on_touched, records);
      said = milieu_journal_words (text, &time);
      if (said != NULL && lines->len - i <= MOST_WORDS)
        g_ptr_array_add (words, said);
      else
        g_free (said);
    }
  g_ptr_array_add (words, NULL);
  version->words = (char **) g_ptr_array_free (words, FALSE);
  count (records, version);
}

static void
version_free (gpointer data)
{
  MilieuVersion *version = data;

  g_strfreev (version->words);
  g_free (version->path);
  g_free (version);
}

static char *
about_path (const char *path)
{
  return g_strdup_printf ("%.*s" ABOUT, (int) (strlen (path) - strlen (MAP)), path);
}

/* what it is about goes first, so that a map without it is never listed as if nothing had been done */
static void
write_version (const char *folder, const MilieuVersion *version, GBytes *bytes)
{
  g_autofree char *name = g_strdup_printf ("%020" G_GINT64_FORMAT MAP, version->time);
  g_autofree char *path = g_build_filename (folder, name, NULL), *about = about_path (path), *text = NULL;
  g_autoptr (GVariant) whole = g_variant_ref_sink (g_variant_new ("(uuuu^as)", version->added, version->changed, version->removed,
                                                                  version->moved, version->words));

  text = g_variant_print (whole, FALSE);
  if (g_file_set_contents_full (about, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL)
      && g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
    return;
  g_remove (path);
  g_remove (about);
}

static gboolean
holds (const char *path, GBytes *bytes)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) there = mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;

  return there != NULL && g_bytes_equal (there, bytes);
}

static void
prune (GFile *file)
{
  g_autoptr (GPtrArray) versions = milieu_versions_list (file);

  for (guint i = MILIEU_VERSIONS_KEPT; i < versions->len; i++)
    {
      const MilieuVersion *version = versions->pdata[i];
      g_autofree char *about = about_path (version->path);

      g_remove (version->path);
      g_remove (about);
    }
}

void
milieu_versions_add (GFile *file, GBytes *before, GBytes *bytes, GPtrArray *lines)
{
  g_autoptr (GPtrArray) versions = milieu_versions_list (file);
  g_autofree char *folder = milieu_state_path (file, "versions");
  g_auto (GStrv) none = g_new0 (char *, 1);
  /* a clock that was set back makes no version older than the one before */
  gint64 last = versions->len > 0 ? ((const MilieuVersion *) versions->pdata[0])->time : 0;
  MilieuVersion version = { .time = MAX (g_get_real_time (), last + 1) };

  if (folder == NULL || g_mkdir_with_parents (folder, 0700) != 0)
    return;
  if (versions->len > 0 && holds (((const MilieuVersion *) versions->pdata[0])->path, bytes))
    return;
  if (versions->len == 0 && before != NULL && !g_bytes_equal (before, bytes))
    write_version (folder, &(MilieuVersion) { .time = version.time - 1, .words = none }, before);
  tell (&version, lines);
  write_version (folder, &version, bytes);
  g_strfreev (version.words);
  prune (file);
}

/* (nullable): %NULL if it is none of ours */
static MilieuVersion *
read_version (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL), *about = NULL, *text = NULL;
  g_autoptr (GVariant) whole = NULL;
  MilieuVersion *version;

  if (!g_str_has_suffix (name, MAP))
    return NULL;
  about = about_path (path);
  if (g_file_get_contents (about, &text, NULL, NULL))
    whole = g_variant_parse (G_VARIANT_TYPE (ABOUT_TYPE), text, NULL, NULL, NULL);
  if (whole == NULL)
    return NULL;
  version = g_new0 (MilieuVersion, 1);
  version->time = g_ascii_strtoll (name, NULL, 10);
  version->path = g_steal_pointer (&path);
  g_variant_get (whole, "(uuuu^as)", &version->added, &version->changed, &version->removed, &version->moved, &version->words);
  return version;
}

static int
compare_versions (gconstpointer a, gconstpointer b)
{
  const MilieuVersion *one = *(MilieuVersion *const *) a, *other = *(MilieuVersion *const *) b;

  return one->time == other->time ? 0 : one->time < other->time ? 1 : -1;
}

GPtrArray *
milieu_versions_list (GFile *file)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func (version_free);
  g_autofree char *folder = milieu_state_path (file, "versions");
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      MilieuVersion *version = read_version (folder, name);

      if (version != NULL)
        g_ptr_array_add (versions, version);
    }
  g_ptr_array_sort (versions, compare_versions);
  return versions;
}
