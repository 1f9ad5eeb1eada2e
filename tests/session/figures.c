/* Figures of a map: drafts and those it keeps, what mends a finding, all as files. */
#include "figure/box.h"
#include "model/plate.h"
#include "session/figure-files.h"
#include "session/figure-home.h"
#include "session/page-work.h"
#include "session/plate-mend.h"

#include <glib/gstdio.h>
#include <math.h>

typedef struct
{
  MilieuSession *session;
  MilieuFigureHome *draft;
} Desk;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_true (milieu_document_open_finish (MILIEU_DOCUMENT (source), result, NULL));
  *(gboolean *) done = TRUE;
}

static void
set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  MilieuNewFigure figure;
  gboolean done = FALSE;

  desk->session = milieu_session_new ();
  milieu_document_open_async (milieu_session_document (desk->session), file, on_opened, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  figure = milieu_present_figure (desk->session, MILIEU_PLATE_VIEW_MAP, MILIEU_LANGUAGE_ENGLISH);
  desk->draft = milieu_figure_home_new_draft (desk->session, &figure);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  g_object_unref (desk->draft);
  g_object_unref (desk->session);
}

static guint
n_figures (Desk *desk)
{
  return milieu_snapshot_count (milieu_session_snapshot (desk->session), MILIEU_RECORD_FIGURE);
}

/* a draft changes nothing of the map until it is kept, which is one change */
static void
test_draft (Desk *desk, gconstpointer data)
{
  MilieuDocument *document = milieu_session_document (desk->session);
  guint before = n_figures (desk);
  guint32 key;

  milieu_figure_home_set (desk->draft, MILIEU_PLATE_WIDTH, MILIEU_NUMBER (84));
  milieu_figure_home_set (desk->draft, MILIEU_PLATE_WIDTH, MILIEU_NUMBER (84)); /* nothing new: no change */
  milieu_figure_home_set (desk->draft, MILIEU_PLATE_TITLE, MILIEU_TEXT ("T"));
  g_assert_cmpuint (milieu_history_size (milieu_figure_home_history (desk->draft), NULL), ==, 2);
  g_assert_false (milieu_document_is_modified (document));
  g_assert_true (milieu_history_undo (milieu_figure_home_history (desk->draft)));
  g_assert_null (milieu_figure_home_plate (desk->draft)->title);
  key = milieu_figure_home_keep (desk->draft, NULL);
  g_assert_cmpuint (n_figures (desk), ==, before + 1);
  g_assert_cmpfloat (milieu_snapshot_plate (milieu_session_snapshot (desk->session), key)->width, ==, 84);
  g_assert_cmpstr (milieu_snapshot_plate (milieu_session_snapshot (desk->session), key)->name, ==, "Figure");
  milieu_document_undo (document);
  g_assert_cmpuint (n_figures (desk), ==, before);
  g_assert_false (milieu_document_is_modified (document));
}

/* each mending does away with its finding, or at least with what it can */
static void
test_mend (Desk *desk, gconstpointer data)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (desk->session);
  const MilieuPreset *single = milieu_preset_parse ("single");
  const MilieuPlate *plate = milieu_figure_home_plate (desk->draft);
  MilieuPartPlace hidden = { .hidden = TRUE };
  MilieuMending m;
  MilieuFilter filter;

  g_assert_true (milieu_plate_mend (plate, snapshot, MILIEU_FINDING_PAGE_LARGE, single, &m));
  g_assert_cmpuint (m.fields[0], ==, MILIEU_PLATE_WIDTH);
  g_assert_cmpfloat (m.values[0].number, ==, 84);
  g_assert_true (milieu_plate_mend (plate, snapshot, MILIEU_FINDING_TEXT_SMALL, single, &m));
  g_assert_cmpfloat (m.values[0].number, ==, single->least_text);
  g_assert_true (milieu_plate_mend (plate, snapshot, MILIEU_FINDING_COLOUR_ALONE, single, &m));
  g_assert_cmpstr (milieu_vocabulary_token (MILIEU_VOCABULARY_STYLE, m.values[0].token), ==, "grey");
  g_assert_false (milieu_plate_mend (plate, snapshot, MILIEU_FINDING_GLYPH_MISSING, single, &m));
  g_assert_false (milieu_plate_mend (plate, snapshot, MILIEU_FINDING_CREDIT_MISSING, single, &m)); /* they show */
  g_assert_false (milieu_plate_mend (plate, snapshot, MILIEU_FINDING_LABEL_CUT, single, &m));      /* it is wider already */
  g_assert_true (milieu_plate_mend (plate, snapshot, MILIEU_FINDING_LABEL_CUT, milieu_preset_parse ("double"), &m));
  g_assert_cmpfloat (m.values[0].number, ==, 174);
  g_assert_true (milieu_figure_home_commit (desk->draft, milieu_edit_place_part (
    milieu_figure_home_map (desk->draft), milieu_figure_home_key (desk->draft), MILIEU_PART_NOTES, &hidden), NULL));
  plate = milieu_figure_home_plate (desk->draft);
  g_assert_true (milieu_plate_mend (plate, snapshot, MILIEU_FINDING_CREDIT_MISSING, single, &m));
  g_assert_cmpint (m.values[0].kind, ==, MILIEU_VALUE_NONE);
  milieu_mending_clear (&m);
  g_assert_true (milieu_plate_mend (plate, snapshot, MILIEU_FINDING_PERSON_NAMED, single, &m));
  milieu_figure_home_set (desk->draft, MILIEU_PLATE_HIDE, m.values[0]);
  milieu_mending_clear (&m);
  milieu_plate_filter (milieu_figure_home_plate (desk->draft), snapshot, &filter);
  g_assert_false (milieu_filter_equal (&filter, milieu_session_filter (desk->session)));
  g_assert_false (milieu_plate_mend (milieu_figure_home_plate (desk->draft), snapshot, MILIEU_FINDING_PERSON_NAMED, single, &m));
  milieu_mending_clear (&m);
}

static void
on_done (MilieuJob *job, gpointer result, const GError *error, gpointer session)
{
  g_object_set_data_full (session, "result", result != NULL ? result : g_strdup (error->message), g_free);
}

static const char *
write_all (Desk *desk, const char *folder)
{
  g_object_set_data (G_OBJECT (desk->session), "result", NULL);
  milieu_jobs_start (milieu_session_jobs (desk->session), &(MilieuTask) {
    .lane = "export", .snapshot = milieu_session_snapshot (desk->session), .work = milieu_figure_files_work,
    .data = milieu_figure_files_request_new (folder, "svg"), .free_data = milieu_figure_files_request_free, .free_result = g_free,
    .done = on_done, .owner = desk->session });
  while (g_object_get_data (G_OBJECT (desk->session), "result") == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_object_get_data (G_OBJECT (desk->session), "result");
}

/* a file each, whatever their names; a folder that vanished is told */
static void
test_files (Desk *desk, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("milieu-XXXXXX", NULL);
  static const char *const names[] = { "Figure.svg", "Figure 2.svg" };

  milieu_figure_home_set (desk->draft, MILIEU_PLATE_WIDTH, MILIEU_NUMBER (84));
  milieu_figure_home_keep (desk->draft, NULL);
  milieu_figure_home_keep (desk->draft, NULL);
  g_assert_cmpstr (write_all (desk, folder), ==, folder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_remove (path);
    }
  g_rmdir (folder);
  g_assert_cmpstr (write_all (desk, folder), !=, folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/session/figures/" name, Desk, NULL, set_up, func, tear_down)
  ADD ("draft", test_draft);
  ADD ("mend", test_mend);
  ADD ("files", test_files);
  return g_test_run ();
}
