/* Random verbs in a document, with saves between them: undoing all is the beginning, and after a death the journal
 * makes the map that was there, which can be undone to the file, redone, saved and opened again. */
#include "maps.h"

#include "../edit/random-verbs.h"
#include "format/project-read.h"
#include "session/document-private.h"
#include "session/document-recovery.h"

#include <signal.h>

#define STEPS 60

typedef struct
{
  Scene scene;
  MilieuDocument *document; /* (nullable): the scene stands for one */
  MilieuRandom random;
  char *saved; /* what the file holds */
} Script;

static void
keep_saved (Script *script)
{
  g_free (script->saved);
  script->saved = scene_bytes (&script->scene);
}

/* one deed by chance: mostly a verb, sometimes undo, redo or a save */
static void
step (Script *script, const char *name)
{
  guint chance = milieu_random_below (&script->random, 16);
  g_autoptr (MilieuGroup) group = NULL;

  if (chance == 0 && script->document != NULL)
    g_assert_true (save_map (script->document, name, FALSE, NULL));
  if (chance == 0)
    keep_saved (script);
  else if (chance == 1)
    milieu_history_undo (script->scene.history);
  else if (chance == 2)
    milieu_history_redo (script->scene.history);
  else if ((group = any_verb (&script->scene, &script->random)) != NULL)
    milieu_history_commit (script->scene.history, group, NULL);
}

static void
play (Script *script, const char *name)
{
  for (guint i = 0; i < STEPS; i++)
    step (script, name);
}

static void
begin_script (Script *script, MilieuDocument *document, const char *name, guint seed)
{
  g_autofree char *path = path_of (name);

  *script = (Script) { .document = document };
  milieu_random_init (&script->random, seed);
  if (document != NULL)
    script->scene = (Scene) { g_object_ref (milieu_document_map (document)), g_object_ref (milieu_document_history (document)) };
  else
    {
      script->scene.map = milieu_project_read (path, NULL);
      script->scene.history = milieu_history_new (script->scene.map);
    }
  keep_saved (script);
}

static void
end_script (Script *script)
{
  g_free (script->saved);
  scene_close (&script->scene, NULL);
}

static void
undo_all (MilieuDocument *document, const char *expected)
{
  g_autofree char *text = NULL;

  while (milieu_history_undo (milieu_document_history (document)))
    ;
  text = text_of (milieu_document_map (document));
  g_assert_cmpstr (text, ==, expected);
}

static void
redo_all (MilieuDocument *document, const char *expected)
{
  g_autofree char *text = NULL;

  while (milieu_history_redo (milieu_document_history (document)))
    ;
  text = text_of (milieu_document_map (document));
  g_assert_cmpstr (text, ==, expected);
}

static void
save_and_open_again (MilieuDocument *document, const char *name)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) again = milieu_document_new (jobs);
  g_autofree char *before = text_of (milieu_document_map (document)), *after = NULL;

  g_assert_true (save_map (document, name, FALSE, NULL));
  open_map (again, name);
  after = text_of (milieu_document_map (again));
  g_assert_cmpstr (after, ==, before);
  g_object_run_dispose (G_OBJECT (jobs));
}

/* undo goes back over saves, as far as the file that was opened */
static void
test_undo (gconstpointer data)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) document = milieu_document_new (jobs);
  g_autofree char *first = NULL, *last = NULL;
  Script script;

  write_map ("undo.milieu");
  open_map (document, "undo.milieu");
  begin_script (&script, document, "undo.milieu", GPOINTER_TO_UINT (data));
  first = text_of (milieu_document_map (document));
  play (&script, "undo.milieu");
  while (milieu_history_redo (script.scene.history))
    ;
  last = text_of (milieu_document_map (document));
  g_assert_cmpstr (first, !=, last);
  undo_all (document, first);
  save_and_open_again (document, "undo.milieu");
  redo_all (document, last);
  save_and_open_again (document, "undo.milieu");
  end_script (&script);
  g_object_run_dispose (G_OBJECT (jobs));
}

static G_GNUC_NORETURN void
play_and_die (guint seed)
{
  MilieuDocument *document = milieu_document_new (milieu_jobs_new ());
  Script script;

  open_map (document, "die.milieu");
  begin_script (&script, document, "die.milieu", seed);
  play (&script, "die.milieu");
  g_assert_true (milieu_journal_settle (document->journal));
  raise (SIGKILL);
  g_assert_not_reached ();
}

static void
test_death (gconstpointer data)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) document = milieu_document_new (jobs);
  g_autoptr (GPtrArray) found = NULL;
  g_auto (MilieuRecovered) recovered = { 0 };
  g_autofree char *path = path_of ("die.milieu"), *file = NULL, *expected = NULL, *got = NULL;
  Script same;

  if (g_test_subprocess ())
    play_and_die (GPOINTER_TO_UINT (data));
  write_map ("die.milieu");
  /* what the other does is done here too, without a document */
  begin_script (&same, NULL, "die.milieu", GPOINTER_TO_UINT (data));
  play (&same, NULL);
  expected = scene_bytes (&same.scene);
  g_test_trap_subprocess (NULL, 0, 0);
  g_assert_false (g_test_trap_has_passed ());
  g_assert_true (g_file_get_contents (path, &file, NULL, NULL));
  g_assert_cmpstr (file, ==, same.saved);
  found = milieu_recovery_find ();
  /* nothing to recover where the last deed was a save */
  g_assert_true (found->len == 1 || (found->len == 0 && g_str_equal (file, expected)));
  if (found->len == 0)
    open_map (document, "die.milieu");
  else
    g_assert_true (milieu_document_recover (document, found->pdata[0], &recovered, NULL) && recovered.fits);
  g_assert_cmpuint (recovered.missing, ==, 0);
  got = text_of (milieu_document_map (document));
  g_assert_cmpstr (got, ==, expected);
  undo_all (document, file);
  redo_all (document, expected);
  save_and_open_again (document, "die.milieu");
  end_script (&same);
  g_object_run_dispose (G_OBJECT (jobs));
}

int
main (int argc, char **argv)
{
  const char *wanted = g_getenv ("MILIEU_SEEDS");
  guint n = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : 6;

  g_test_init (&argc, &argv, NULL);
  begin ();
  for (guint seed = 1; seed <= n; seed++)
    {
      g_autofree char *undo = g_strdup_printf ("/property/undo/%u", seed), *death = g_strdup_printf ("/property/death/%u", seed);

      g_test_add_data_func (undo, GUINT_TO_POINTER (seed), test_undo);
      g_test_add_data_func (death, GUINT_TO_POINTER (seed), test_death);
    }
  return run ();
}
