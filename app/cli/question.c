#include "cli/question.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LAST_YEAR 9999
#define NOT_GIVEN G_MININT

void
milieu_question_options_clear (MilieuQuestionOptions *options)
{
  g_free (options->evidence);
  g_free (options->grounds);
  g_free (options->scope);
  g_free (options->language);
  g_free (options->emerging);
  g_free (options->without);
}

void
milieu_question_options_add (MilieuQuestionOptions *options, GOptionContext *context, gboolean with_year)
{
  const GOptionEntry entries[] = {
    { "evidence", 0, 0, G_OPTION_ARG_STRING, &options->evidence,
      N_("ties known at least so well: stated, implied, verified, recalled, session"), "EVIDENCE" },
    { "grounds", 0, 0, G_OPTION_ARG_STRING, &options->grounds, N_("strict or suggested"), "GROUNDS" },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &options->scope, N_("core or all"), "SCOPE" },
    { "slice", 0, 0, G_OPTION_ARG_INT, &options->slice, N_("only what is active in that year"), "YEAR" },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options->language, N_("fr or en"), "LANGUAGE" },
    { NULL }
  };
  const GOptionEntry year[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &options->year, N_("reference year of what looks back"), "YEAR" },
    { "emerging", 0, 0, G_OPTION_ARG_STRING, &options->emerging,
      N_("the emerging ground apart, or counted with: upperground, middleground"), "GROUND" },
    { "without", 0, 0, G_OPTION_ARG_STRING, &options->without, N_("leave out the actor of that id"), "ID" },
    { "compute-all", 0, 0, G_OPTION_ARG_NONE, &options->compute_all, N_("compute also what takes long"), NULL },
    { NULL }
  };

  options->year = options->slice = NOT_GIVEN;
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (with_year)
    g_option_context_add_main_entries (context, year, GETTEXT_PACKAGE);
}

static gboolean
refuse (GError **error, const char *option, const char *value, const char *allowed)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s cannot be “%s”: give %s"), option, value, allowed);
  return FALSE;
}

static gboolean
read_choice (const char *option, const char *value, const char *zero, const char *one, gboolean *chosen, GError **error)
{
  g_autofree char *allowed = g_strdup_printf (_("%s or %s"), zero, one);

  if (value == NULL)
    return TRUE;
  *chosen = g_str_equal (value, one);
  return *chosen || g_str_equal (value, zero) || refuse (error, option, value, allowed);
}

static gboolean
read_year (const char *option, int value, guint *year, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  if (value == NOT_GIVEN)
    return TRUE;
  if (value < 1 || value > LAST_YEAR)
    return refuse (error, option, text, _("a year from 1 to 9999"));
  *year = value;
  return TRUE;
}

static gboolean
read_evidence (const char *value, MilieuFilter *filter, GError **error)
{
  guint evidence;

  if (value == NULL)
    return TRUE;
  if (!milieu_vocabulary_parse (MILIEU_VOCABULARY_EVIDENCE, value, &evidence) || evidence == MILIEU_EVIDENCE_UNSET)
    return refuse (error, "--evidence", value, "stated, implied, verified, recalled, session");
  filter->evidence = evidence;
  return TRUE;
}

static gboolean
read_emerging (const char *value, MilieuFilter *filter, GError **error)
{
  static const char *const tokens[] = { [MILIEU_EMERGING_APART] = "apart", [MILIEU_EMERGING_UPPERGROUND] = "upperground",
                                        [MILIEU_EMERGING_MIDDLEGROUND] = "middleground" };

  if (value == NULL)
    return TRUE;
  for (guint i = MILIEU_EMERGING_APART; i < G_N_ELEMENTS (tokens); i++)
    if (g_str_equal (value, tokens[i]))
      filter->emerging = i;
  return filter->emerging != MILIEU_EMERGING_AS_MAP
         || refuse (error, "--emerging", value, "apart, upperground, middleground");
}

gboolean
milieu_question_options_read (const MilieuQuestionOptions *options, MilieuFilter *filter, MilieuLanguage *language,
                              GError **error)
{
  milieu_filter_init (filter);
  filter->compute_all = options->compute_all;
  *language = milieu_language_of_user ();
  if (options->language && !milieu_language_parse (options->language, language))
    return refuse (error, "--lang", options->language, "fr, en");
  return read_evidence (options->evidence, filter, error)
         && read_choice ("--grounds", options->grounds, "strict", "suggested", &filter->suggested, error)
         && read_choice ("--scope", options->scope, "core", "all", &filter->all_scopes, error)
         && read_emerging (options->emerging, filter, error)
         && read_year ("--year", options->year, &filter->year, error)
         && read_year ("--slice", options->slice, &filter->slice, error);
}

gboolean
milieu_question_options_leave_out (const MilieuQuestionOptions *options, MilieuSnapshot *snapshot, MilieuFilter *filter,
                                   GError **error)
{
  const MilieuRecord *actor = options->without ? milieu_snapshot_find (snapshot, MILIEU_RECORD_ACTOR, options->without) : NULL;

  if (options->without && !actor)
    return refuse (error, "--without", options->without, _("the id of an actor of the map"));
  filter->without = actor ? actor->key : MILIEU_NO_KEY;
  return TRUE;
}
