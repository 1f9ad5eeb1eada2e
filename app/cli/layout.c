#include "cli/commands.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "edit/spot.h"
#include "format/project-read.h"
#include "format/project-write.h"
#include "format/save.h"
#include "network/layout.h"

typedef struct
{
  char **files;
  char *output, *kind, *seed, *evidence, *grounds, *scope;
  gboolean keep;
  MilieuLayoutKind layout;
  guint64 chance;
  MilieuFilter filter;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->files);
  g_free (options->output);
  g_free (options->kind);
  g_free (options->seed);
  g_free (options->evidence);
  g_free (options->grounds);
  g_free (options->scope);
}

static gboolean
refuse (GError **error, const char *option, const char *value, const char *allowed)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is no value of --%s; it takes %s"), value, option,
               allowed);
  return FALSE;
}

static gboolean
take_filter (Options *options, GError **error)
{
  guint evidence;

  milieu_filter_init (&options->filter);
  if (options->evidence != NULL)
    {
      if (!milieu_vocabulary_parse (MILIEU_VOCABULARY_EVIDENCE, options->evidence, &evidence) || evidence == 0)
        return refuse (error, "evidence", options->evidence, "stated, implied, verified, recalled, session");
      options->filter.evidence = evidence;
    }
  if (options->grounds != NULL)
    {
      options->filter.suggested = g_str_equal (options->grounds, "suggested");
      if (!options->filter.suggested && !g_str_equal (options->grounds, "strict"))
        return refuse (error, "grounds", options->grounds, "strict, suggested");
    }
  if (options->scope != NULL)
    {
      options->filter.all_scopes = g_str_equal (options->scope, "all");
      if (!options->filter.all_scopes && !g_str_equal (options->scope, "core"))
        return refuse (error, "scope", options->scope, "core, all");
    }
  return TRUE;
}

static gboolean
take_words (Options *options, GError **error)
{
  if (options->files == NULL || options->files[1] != NULL || options->output == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("name one map file, and with -o the file to write"));
      return FALSE;
    }
  if (options->kind != NULL && !milieu_layout_kind_parse (options->kind, &options->layout))
    return refuse (error, "kind", options->kind, "strata, organic, circle, communities, forces");
  if (options->seed != NULL && !g_ascii_string_to_unsigned (options->seed, 10, 0, G_MAXUINT64, &options->chance, NULL))
    return refuse (error, "seed", options->seed, _("a whole number from 0"));
  return take_filter (options, error);
}

static gboolean
parse (int argc, char **argv, Options *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind, N_("strata, organic, circle, communities or forces (else as the map was laid out last)"), N_("KIND") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &options->seed, N_("Start of chance (else the map’s, else 42)"), N_("NUMBER") },
    { "keep", 0, 0, G_OPTION_ARG_NONE, &options->keep, N_("Leave those who have a spot near it"), NULL },
    { "evidence", 0, 0, G_OPTION_ARG_STRING, &options->evidence, N_("stated, implied, verified, recalled or session"), N_("EVIDENCE") },
    { "grounds", 0, 0, G_OPTION_ARG_STRING, &options->grounds, N_("strict or suggested"), N_("GROUNDS") },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &options->scope, N_("core or all"), N_("SCOPE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_("Map file to write"), N_("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, N_("FILE") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("— place the actors of a map in its network"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, _("Who is pinned stays. The same map and seed give the same file."));
  return g_option_context_parse (context, &argc, &argv, error) && take_words (options, error);
}

/* what the command line left open stands in the map */
static void
take_settings (Options *options, MilieuSnapshot *snapshot)
{
  const char *kind = milieu_snapshot_setting (snapshot, "layout.kind");
  const char *seed = milieu_snapshot_setting (snapshot, "layout.seed");

  if (options->kind == NULL && (kind == NULL || !milieu_layout_kind_parse (kind, &options->layout)))
    options->layout = MILIEU_LAYOUT_STRATA;
  if (options->seed == NULL
      && (seed == NULL || !g_ascii_string_to_unsigned (seed, 10, 0, G_MAXUINT64, &options->chance, NULL)))
    options->chance = 42;
}

/* how good it is: what can be compared from one layout to the next */
static void
report (const MilieuLayout *layout)
{
  g_print (_("stress: %.4f\n"), layout->residual);
  if (layout->crossings != G_MAXUINT)
    g_print (_("crossings: %u\n"), layout->crossings);
}

static MilieuGroup *
lay_out (MilieuMap *map, MilieuSnapshot *snapshot, const Options *options)
{
  g_autoptr (MilieuGraph) graph = milieu_graph_new_drawn (snapshot, &options->filter);
  g_autofree double *x = NULL, *y = NULL;
  g_autofree guint8 *pinned = NULL;
  g_autofree MilieuStand *stands = g_new (MilieuStand, graph->n + 1);
  MilieuLayoutRequest request = { .kind = options->layout, .seed = options->chance, .keep = options->keep };
  g_autoptr (MilieuLayout) layout = NULL;

  milieu_layout_spots (graph, snapshot, &x, &y, &pinned);
  request.x = x;
  request.y = y;
  request.pinned = pinned;
  layout = milieu_layout_new (graph, &request);
  report (layout);
  for (guint v = 0; v < graph->n; v++)
    stands[v] = (MilieuStand) { graph->actors[v], layout->x[v], layout->y[v] };
  return milieu_edit_lay_out (map, stands, graph->n, milieu_layout_kind_token (options->layout), options->chance);
}

static gboolean
run (Options *options, GError **error)
{
  g_autoptr (MilieuMap) map = milieu_project_read (options->files[0], error);
  g_autoptr (MilieuSnapshot) before = NULL, after = NULL;
  g_autoptr (MilieuGroup) group = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (map == NULL)
    return FALSE;
  before = milieu_map_snapshot (map);
  take_settings (options, before);
  group = lay_out (map, before, options);
  if (!milieu_map_apply (map, group, error))
    return FALSE;
  after = milieu_map_snapshot (map);
  bytes = milieu_project_write (after);
  return milieu_save_bytes (options->output, bytes, error);
}

int
milieu_cli_layout (int argc, char **argv)
{
  Options options = { 0 };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!parse (argc, argv, &options, &error))
    status = 2;
  else if (!run (&options, &error))
    status = 1;
  if (error != NULL)
    g_printerr ("milieu layout: %s\n", error->message);
  options_clear (&options);
  return status;
}
