#include "cli/commands.h"

#include "milieu-config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "edit/merge.h"
#include "format/project-read.h"
#include "format/project-write.h"
#include "format/save.h"

typedef struct
{
  char **files, *output, *prefer;
} Options;

static gboolean
parse (int argc, char **argv, Options *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_("Map file to write"), N_("FILE") },
    { "prefer", 0, 0, G_OPTION_ARG_STRING, &options->prefer, N_("ours or theirs: whose change stands where both changed one thing"), N_("SIDE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, N_("BASE OURS THEIRS") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("— join what two people changed in one map"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, _("BASE is the map as both had it; an empty file if there was none.\n"
                                               "Prints a line for each thing that both changed: ours stands there, and the exit status is 1,\n"
                                               "unless --prefer says whose change stands."));
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (options->prefer != NULL && !g_str_equal (options->prefer, "ours") && !g_str_equal (options->prefer, "theirs"))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is no value of --%s; it takes %s"), options->prefer,
                 "prefer", "ours, theirs");
  else if (options->files == NULL || g_strv_length (options->files) != 3 || options->output == NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("name three map files, BASE OURS THEIRS, and with -o the file to write"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_empty (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_size == 0;
}

static const char *
told (const char *words)
{
  return words != NULL ? words : _("(nothing)");
}

static void
print_conflict (const MilieuMergeConflict *conflict)
{
  g_autofree char *what = conflict->id == NULL
                            ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "the spot of %u actor in the network",
                                                            "the spots of %u actors in the network", conflict->count), conflict->count)
                            : g_strdup_printf ("%s “%s”%s%s", milieu_record_type_token (conflict->type), conflict->id,
                                               conflict->part != NULL ? ", " : "", conflict->part != NULL ? conflict->part : "");

  if (conflict->id == NULL)
    g_print (_("both changed %s"), what);
  else if (conflict->part != NULL)
    g_print (_("both changed %s: it was %s; ours %s; theirs %s"), what, told (conflict->base), told (conflict->ours),
             told (conflict->theirs));
  else
    g_print (conflict->ours != NULL ? _("theirs deleted %s, which ours changed or uses")
                                    : _("ours deleted %s, which theirs changed or uses"), what);
  g_print (" → %s\n", conflict->choice == MILIEU_MERGE_OURS ? _("ours stands") : _("theirs stands"));
}

static void
choose (MilieuMerge *merge, const char *prefer)
{
  for (guint i = 0; i < milieu_merge_n_conflicts (merge); i++)
    {
      if (prefer != NULL)
        milieu_merge_choose (merge, i, g_str_equal (prefer, "ours") ? MILIEU_MERGE_OURS : MILIEU_MERGE_THEIRS);
      print_conflict (milieu_merge_conflict (merge, i));
    }
}

static gboolean
write_map (MilieuMap *map, const char *path, GError **error)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autoptr (GBytes) bytes = milieu_project_write (snapshot);

  return milieu_save_bytes (path, bytes, error);
}

/* Returns: how many conflicts nobody decided, or -1 with @error */
static int
merge_files (const Options *options, GError **error)
{
  g_autoptr (MilieuMap) base = is_empty (options->files[0]) ? milieu_map_new () : milieu_project_read (options->files[0], error);
  g_autoptr (MilieuMap) ours = base != NULL ? milieu_project_read (options->files[1], error) : NULL;
  g_autoptr (MilieuMap) theirs = ours != NULL ? milieu_project_read (options->files[2], error) : NULL;
  g_autoptr (MilieuSnapshot) snapshot = base != NULL ? milieu_map_snapshot (base) : NULL;
  g_autoptr (MilieuMerge) merge = theirs != NULL ? milieu_merge_new (ours, snapshot, base, theirs) : NULL;
  g_autoptr (MilieuGroup) group = NULL;

  if (merge == NULL)
    return -1;
  choose (merge, options->prefer);
  group = milieu_merge_group (merge, error);
  if (group == NULL || !milieu_map_apply (ours, group, error) || !write_map (ours, options->output, error))
    return -1;
  return options->prefer == NULL ? (int) milieu_merge_n_conflicts (merge) : 0;
}

int
milieu_cli_merge (int argc, char **argv)
{
  Options options = { 0 };
  g_autoptr (GError) error = NULL;
  int status = 2, open = 0;

  if (parse (argc, argv, &options, &error))
    {
      open = merge_files (&options, &error);
      status = open == 0 ? 0 : 1;
    }
  if (error != NULL)
    g_printerr ("milieu merge: %s\n", error->message);
  g_strfreev (options.files);
  g_free (options.output);
  g_free (options.prefer);
  return status;
}
