/* What if they left? Simulated beside the map, which stays as it is to the byte. */
#include "edit/actor.h"
#include "figure/dump.h"
#include "format/project-write.h"
#include "reading/rows.h"
#include "session/figure-home.h"
#include "session/page-work.h"
#include "session/plate-draw.h"
#include "session/recipe.h"
#include "session/scene-work.h"
#include "view-pixels.h"
#include "session/scene.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  MilieuSession *session;
  MilieuScene *scene;
  MilieuSimulation *simulation;
} Desk;

static void
settle (Desk *desk)
{
  static const char *const lanes[] = { "readings", "what-if", "could-meet", "map", "network" };
  gboolean busy = TRUE;

  /* what to trust takes its time, and nothing here rests on it */
  while (busy)
    {
      milieu_jobs_cancel (milieu_session_jobs (desk->session), "trust");
      busy = g_main_context_iteration (NULL, FALSE);
      for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
        busy |= milieu_jobs_is_busy (milieu_session_jobs (desk->session), lanes[i]);
      if (busy)
        g_main_context_iteration (NULL, TRUE);
    }
  settle_scene (desk->scene);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_true (milieu_document_open_finish (MILIEU_DOCUMENT (source), result, NULL));
  *(gboolean *) done = TRUE;
}

static void
set_up (Desk *desk, gconstpointer view)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  gboolean done = FALSE;

  desk->session = milieu_session_new ();
  desk->simulation = milieu_session_simulation (desk->session);
  milieu_document_open_async (milieu_session_document (desk->session), file, on_opened, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  desk->scene = milieu_scene_new (desk->session, GPOINTER_TO_UINT (view));
  milieu_scene_set_size (desk->scene, 700, 650, 1);
  settle (desk);
}

static void
tear_down (Desk *desk, gconstpointer view)
{
  g_clear_object (&desk->scene);
  g_clear_object (&desk->session);
}

static guint32
key_of (Desk *desk, const char *id)
{
  const MilieuRecord *record = milieu_snapshot_find (milieu_session_snapshot (desk->session), MILIEU_RECORD_ACTOR, id);

  g_assert_nonnull (record);
  return record->key;
}

static void
leave (Desk *desk, const char *id, gboolean gone)
{
  guint32 key = key_of (desk, id);

  milieu_simulation_set_actors (desk->simulation, &key, 1, gone);
  settle (desk);
}

static const MilieuResult *
read_of (Desk *desk, const char *id, MilieuSide side)
{
  return milieu_reading_find (milieu_readings_get (milieu_session_readings (desk->session)), id, side);
}

/* whoever has no place is on no map */
static const MilieuMark *
symbol_of (Desk *desk, guint32 actor)
{
  return milieu_scene_find_actor (desk->scene, actor, 0);
}

/* ground and glass */
static char *
dump (Desk *desk)
{
  const MilieuPainting *painting = milieu_scene_painting (desk->scene);
  g_autofree char *ground = milieu_figure_dump (painting->ground);
  g_autofree char *glass = painting->glass ? milieu_figure_dump (painting->glass) : NULL;

  return g_strjoin ("\n", ground, glass, NULL);
}

static guint
count_rings_in (const MilieuFigure *figure, guint32 actor)
{
  guint n = 0, count = 0;
  const MilieuMark *marks = figure ? milieu_figure_marks (figure, &n) : NULL;

  for (guint i = 0; i < n; i++)
    count += marks[i].kind == MILIEU_MARK_DISC && marks[i].id && marks[i].owner == actor
             && marks[i].stroke == MILIEU_COLOUR_WARNING;
  return count;
}

static guint
count_rings (Desk *desk, guint32 actor)
{
  const MilieuPainting *painting = milieu_scene_painting (desk->scene);

  return count_rings_in (painting->ground, actor) + count_rings_in (painting->glass, actor);
}

/* indicators.md gives 113 and 47, and a largest component of 17 of 43 */
static void
test_departure (Desk *desk, gconstpointer view)
{
  const MilieuWhatIf *what_if;
  const MilieuLoss *loss;
  guint n_rings = 0;

  g_assert_false (milieu_simulation_is_on (desk->simulation));
  g_assert_null (milieu_simulation_result (desk->simulation));
  leave (desk, "pop-man", TRUE);
  g_assert_true (milieu_simulation_is_on (desk->simulation));
  what_if = milieu_simulation_result (desk->simulation);
  loss = &what_if->losses[MILIEU_GRAPH_INTERACTION];
  g_assert_cmpuint (loss->pairs_before, ==, 113);
  g_assert_cmpuint (loss->pairs_after, ==, 47);
  g_assert_cmpuint (loss->component_before, ==, 17);
  g_assert_cmpuint (loss->component_after, ==, 17 - 1 - loss->n_dropped);
  g_assert_cmpuint (loss->n_dropped, >, 0);
  for (guint i = 0; i < loss->n_dropped; i++)
    if (symbol_of (desk, loss->dropped[i]))
      n_rings += count_rings (desk, loss->dropped[i]) > 0;
  g_assert_cmpuint (n_rings, >, 0);
  if (milieu_scene_view (desk->scene) == MILIEU_VIEW_NETWORK)
    {
      g_assert_cmpuint (n_rings, ==, loss->n_dropped);
      g_assert_true (symbol_of (desk, key_of (desk, "pop-man"))->flags & MILIEU_MARK_GONE);
    }
  g_assert_cmpuint (count_rings (desk, key_of (desk, "pop-man")), ==, 0);
  g_assert_false (symbol_of (desk, key_of (desk, "mel"))->flags & MILIEU_MARK_GONE);
  leave (desk, "mel", TRUE);
  g_assert_true (symbol_of (desk, key_of (desk, "mel"))->flags & MILIEU_MARK_GONE);
}

/* what the panel reads is the map without them: 42 actors, λ(G_I) of the 43 */
static void
test_readings (Desk *desk, gconstpointer view)
{
  MilieuReadings *readings = milieu_session_readings (desk->session);
  char *said;

  g_assert_cmpuint (milieu_readings_get (readings)->n_actors, ==, 43);
  said = milieu_reading_tail (milieu_readings_get (readings), MILIEU_LANGUAGE_ENGLISH);
  g_assert_null (strstr (said, "simulated"));
  leave (desk, "pop-man", TRUE);
  g_assert_cmpuint (milieu_readings_get (readings)->n_actors, ==, 42);
  g_free (said);
  /* whatever is copied from the panel says it */
  said = milieu_reading_tail (milieu_readings_get (readings), MILIEU_LANGUAGE_ENGLISH);
  g_assert_nonnull (strstr (said, "simulated departures, 42 actors"));
  g_free (said);
  milieu_simulation_restore (desk->simulation);
  milieu_simulation_set_institutional_ties (desk->simulation, TRUE);
  settle (desk);
  g_assert_cmpuint (milieu_simulation_result (desk->simulation)->losses[MILIEU_GRAPH_ALL].component_before, ==, 35);
  g_assert_cmpuint (milieu_simulation_result (desk->simulation)->losses[MILIEU_GRAPH_ALL].component_after, ==, 17);
  g_assert_cmpuint (milieu_readings_get (readings)->n_actors, ==, 43);
  g_assert_cmpuint (milieu_readings_get (readings)->n_dyads[MILIEU_GRAPH_ALL], ==, 25);
  /* without institutional ties nobody is held by them alone */
  g_assert_cmpfloat (read_of (desk, "L1b", MILIEU_SIDE_BOTH)->value, ==, 0);
}

static void
test_ground (Desk *desk, gconstpointer view)
{
  guint n;
  g_autofree guint8 *grounds = milieu_snapshot_grounds (milieu_session_snapshot (desk->session), TRUE);
  const guint32 *gone;

  milieu_simulation_set_ground (desk->simulation, MILIEU_GROUND_UPPERGROUND, TRUE);
  settle (desk);
  gone = milieu_simulation_gone (desk->simulation, MILIEU_RECORD_ACTOR, &n);
  g_assert_cmpuint (n, ==, 19); /* as many as indicators.md counts for δ_UU */
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (grounds[gone[i]], ==, MILIEU_GROUND_UPPERGROUND);
      g_assert_true (i == 0 || gone[i - 1] < gone[i]);
    }
  g_assert_true (milieu_simulation_is_gone (desk->simulation, MILIEU_RECORD_ACTOR, key_of (desk, "mel")));
  g_assert_false (milieu_simulation_names (desk->simulation, key_of (desk, "mel")));
  milieu_simulation_set_ground (desk->simulation, MILIEU_GROUND_UPPERGROUND, FALSE);
  g_assert_false (milieu_simulation_is_on (desk->simulation));
  g_assert_false (milieu_simulation_is_gone (desk->simulation, MILIEU_RECORD_ACTOR, key_of (desk, "mel")));
}

/* the same figure and numbers to the bit; nothing to undo, nothing to save */
static void
test_restore (Desk *desk, gconstpointer view)
{
  MilieuDocument *document = milieu_session_document (desk->session);
  g_autoptr (GBytes) file = milieu_project_write (milieu_session_snapshot (desk->session)), after = NULL;
  g_autofree char *figure = dump (desk), *restored = NULL;
  g_autofree char *simulated = NULL;
  g_autoptr (GBytes) pixels = pixels_of_scene (desk->scene), now_pixels = NULL;
  MilieuReading *before = milieu_reading_ref (milieu_readings_get (milieu_session_readings (desk->session))), *now;

  leave (desk, "pop-man", TRUE);
  leave (desk, "mel", TRUE);
  simulated = dump (desk);
  g_assert_cmpstr (figure, !=, simulated);
  milieu_simulation_restore (desk->simulation);
  settle (desk);
  restored = dump (desk);
  g_assert_cmpstr (figure, ==, restored);
  now_pixels = pixels_of_scene (desk->scene);
  g_assert_true (g_bytes_equal (pixels, now_pixels));
  now = milieu_readings_get (milieu_session_readings (desk->session));
  g_assert_cmpuint (now->n_results, ==, before->n_results);
  for (guint i = 0; i < now->n_results; i++)
    g_assert_true (memcmp (&now->results[i]->value, &before->results[i]->value, sizeof (double)) == 0);
  after = milieu_project_write (milieu_session_snapshot (desk->session));
  g_assert_true (g_bytes_equal (file, after));
  g_assert_false (milieu_document_is_modified (document));
  g_assert_null (milieu_history_undo_words (milieu_document_history (document)));
  milieu_reading_unref (before);
}

/* one more, one back: as if only the other had left */
static void
test_further (Desk *desk, gconstpointer view)
{
  guint64 one;

  leave (desk, "pop-man", TRUE);
  one = milieu_simulation_result (desk->simulation)->losses[MILIEU_GRAPH_ALL].pairs_after;
  leave (desk, "mel", TRUE);
  g_assert_cmpuint (milieu_simulation_departure (desk->simulation)->n_actors, ==, 2);
  g_assert_cmpuint (milieu_simulation_result (desk->simulation)->n_gone, ==, 2);
  g_assert_cmpuint (milieu_simulation_result (desk->simulation)->losses[MILIEU_GRAPH_ALL].pairs_after, <, one);
  leave (desk, "mel", FALSE);
  g_assert_cmpuint (milieu_simulation_result (desk->simulation)->losses[MILIEU_GRAPH_ALL].pairs_after, ==, one);
  leave (desk, "pop-man", FALSE);
  g_assert_false (milieu_simulation_is_on (desk->simulation));
}

/* a map that changes under a simulation keeps it; a deleted actor leaves it, another map ends it */
static void
test_changes (Desk *desk, gconstpointer view)
{
  MilieuDocument *document = milieu_session_document (desk->session);
  guint32 mel = key_of (desk, "mel");
  guint n;

  leave (desk, "pop-man", TRUE);
  leave (desk, "mel", TRUE);
  g_assert_true (milieu_document_commit (document, milieu_edit_delete (milieu_session_map (desk->session), &mel, 1, NULL, 0), NULL));
  settle (desk);
  milieu_simulation_gone (desk->simulation, MILIEU_RECORD_ACTOR, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (milieu_readings_get (milieu_session_readings (desk->session))->n_actors, ==, 41);
  milieu_document_clear (document);
  settle (desk);
  g_assert_false (milieu_simulation_is_on (desk->simulation));
  g_assert_null (milieu_simulation_result (desk->simulation));
}

static void
on_page (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  g_assert_no_error (error);
  g_object_set_data_full (owner, "page", result, milieu_page_result_free);
}

static MilieuFigure *
page_of_request (Desk *desk, const MilieuPageRequest *request)
{
  g_object_set_data (G_OBJECT (desk->session), "page", NULL);
  milieu_jobs_start (milieu_session_jobs (desk->session), &(MilieuTask) {
    .lane = "page", .snapshot = milieu_session_snapshot (desk->session), .work = milieu_page_work,
    .data = milieu_page_request_copy (request), .free_data = milieu_page_request_free,
    .free_result = milieu_page_result_free, .done = on_page, .owner = desk->session });
  while (!g_object_get_data (G_OBJECT (desk->session), "page"))
    g_main_context_iteration (NULL, TRUE);
  return ((MilieuPageResult *) g_object_get_data (G_OBJECT (desk->session), "page"))->figure;
}

static MilieuFigure *
page_of (Desk *desk, MilieuView view)
{
  MilieuNewFigure figure = milieu_present_figure (desk->session, MILIEU_PLATE_VIEW_MAP + view, MILIEU_LANGUAGE_ENGLISH);
  g_autoptr (MilieuRecord) plate = milieu_edit_figure_record (milieu_session_snapshot (desk->session), &figure);
  MilieuPageRequest request = { .plate = (const MilieuPlate *) plate,
                                .departure = *milieu_simulation_departure (desk->simulation) };

  return page_of_request (desk, &request);
}

/* a person's hand on a page: each gesture is a change of the draft's own history */
static void
arrange (MilieuFigureHome *home)
{
  MilieuPartPlace legend = { TRUE, TRUE, FALSE, 60, 4, 60, 40 }, scale = { .placed = TRUE, .x = 4, .y = 60 }, north = { .hidden = TRUE };
  MilieuMap *map = milieu_figure_home_map (home);
  guint32 key = milieu_figure_home_key (home);

  g_assert_true (milieu_figure_home_commit (home, milieu_edit_place_part (map, key, MILIEU_PART_LEGEND, &legend), NULL));
  g_assert_true (milieu_figure_home_commit (home, milieu_edit_place_part (map, key, MILIEU_PART_SCALE, &scale), NULL));
  g_assert_true (milieu_figure_home_commit (home, milieu_edit_place_part (map, key, MILIEU_PART_NORTH, &north), NULL));
  g_assert_cmpuint (milieu_history_size (milieu_figure_home_history (home), NULL), ==, 3);
}

/* what the window wrote is made again from its recipe, byte for byte */
static void
test_recipe (Desk *desk, gconstpointer data)
{
  static const char *const titles[] = { NULL, " ", "Qui ?" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      MilieuNewFigure asked = milieu_present_figure (desk->session, MILIEU_PLATE_VIEW_BOTH, MILIEU_LANGUAGE_FRENCH);
      g_autoptr (MilieuFigureHome) home = NULL;
      MilieuPageRequest request = { 0 };
      g_autofree char *folder = g_dir_make_tmp ("milieu-XXXXXX", NULL), *path = g_build_filename (folder, "f.svg", NULL);
      MilieuFigureTools tools = milieu_scene_tools (MILIEU_LANGUAGE_ENGLISH, 1);
      g_autofree char *text = NULL, *recipe = NULL;
      g_autoptr (MilieuRecord) plate = NULL;
      g_autoptr (MilieuFigure) figure = NULL;
      g_autoptr (GBytes) written = NULL, again = NULL;
      gsize length;

      asked.title = titles[i];
      asked.width = 129;
      asked.filter.hidden_grounds = 1u << MILIEU_GROUND_UNDERGROUND;
      home = milieu_figure_home_new_draft (desk->session, &asked);
      arrange (home);
      request.plate = milieu_figure_home_plate (home);
      request.path = path;
      page_of_request (desk, &request);
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      written = g_bytes_new (text, length);
      recipe = milieu_recipe_find (written, NULL);
      g_assert_nonnull (recipe);
      plate = milieu_recipe_plate (recipe, milieu_session_snapshot (desk->session), NULL);
      g_assert_nonnull (plate);
      figure = milieu_plate_draw (milieu_session_snapshot (desk->session), (const MilieuPlate *) plate, &tools, recipe);
      again = milieu_plate_encode (figure, (const MilieuPlate *) plate, path, NULL);
      g_assert_true (g_bytes_equal (written, again));
      g_remove (path);
      g_rmdir (folder);
    }
}

/* a figure that leaves the program during a simulation says so, in its words and in its recipe */
static void
test_page (Desk *desk, gconstpointer view)
{
  g_autofree char *before = milieu_figure_dump (page_of (desk, MILIEU_VIEW_NETWORK)), *during = NULL, *after = NULL;
  MilieuFigure *page;

  g_assert_null (strstr (before, "Simulation"));
  leave (desk, "pop-man", TRUE);
  page = page_of (desk, MILIEU_VIEW_NETWORK);
  during = milieu_figure_dump (page);
  g_assert_nonnull (strstr (during, "Simulation: without"));
  g_assert_nonnull (strstr (milieu_figure_recipe (page), "Simulation: without"));
  g_assert_true (milieu_figure_find_actor (page, key_of (desk, "pop-man"), 0)->flags & MILIEU_MARK_GONE);
  milieu_simulation_restore (desk->simulation);
  after = milieu_figure_dump (page_of (desk, MILIEU_VIEW_NETWORK));
  g_assert_cmpstr (before, ==, after);
}

/* pairs follow the list: none before it opens, those of indicators.md §5.5 among meeting places, none once it is closed */
static void
test_proposals (Desk *desk, gconstpointer view)
{
  MilieuProposals *proposals = milieu_session_proposals (desk->session);
  const MilieuMeetings *meetings;

  g_assert_null (milieu_proposals_get (proposals));
  milieu_proposals_show (proposals, TRUE, TRUE);
  settle (desk);
  meetings = milieu_proposals_get (proposals);
  g_assert_cmpuint (meetings->n_actors, ==, 7);
  g_assert_cmpuint (meetings->n_pairs, ==, 21);
  g_assert_cmpuint (meetings->n_tied, ==, 0);
  g_assert_cmpuint (meetings->n_shared, ==, 4);
  /* the partner of MutuaLab and La CoRoutine leaves */
  leave (desk, "catalyst", TRUE);
  g_assert_cmpuint (milieu_proposals_get (proposals)->n_shared, ==, 3);
  milieu_proposals_show (proposals, FALSE, FALSE);
  g_assert_null (milieu_proposals_get (proposals));
  g_assert_false (milieu_document_is_modified (milieu_session_document (desk->session)));
}

int
main (int argc, char **argv)
{
  gconstpointer map = GUINT_TO_POINTER (MILIEU_VIEW_MAP), network = GUINT_TO_POINTER (MILIEU_VIEW_NETWORK);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/simulation/departure/map", Desk, map, set_up, test_departure, tear_down);
  g_test_add ("/simulation/departure/network", Desk, network, set_up, test_departure, tear_down);
  g_test_add ("/simulation/readings", Desk, network, set_up, test_readings, tear_down);
  g_test_add ("/simulation/ground", Desk, network, set_up, test_ground, tear_down);
  g_test_add ("/simulation/restore/map", Desk, map, set_up, test_restore, tear_down);
  g_test_add ("/simulation/restore/network", Desk, network, set_up, test_restore, tear_down);
  g_test_add ("/simulation/further", Desk, network, set_up, test_further, tear_down);
  g_test_add ("/simulation/changes", Desk, network, set_up, test_changes, tear_down);
  g_test_add ("/simulation/page", Desk, network, set_up, test_page, tear_down);
  g_test_add ("/simulation/recipe", Desk, network, set_up, test_recipe, tear_down);
  g_test_add ("/simulation/proposals", Desk, network, set_up, test_proposals, tear_down);
  return g_test_run ();
}
