/* Layouts as jobs: what comes back stands where the figure will look for it. */
#include "session/layout.h"

#include <string.h>

typedef struct
{
  MilieuSession *session;
  gboolean done;
  guint n_bands;
  MilieuBand bands[MILIEU_N_GROUNDS];
} Desk;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer desk)
{
  g_assert_true (milieu_document_open_finish (MILIEU_DOCUMENT (source), result, NULL));
  ((Desk *) desk)->done = TRUE;
}

static void
wait_for (Desk *desk)
{
  for (desk->done = FALSE; !desk->done;)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Desk *desk, gconstpointer none)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);

  desk->session = milieu_session_new ();
  milieu_document_open_async (milieu_session_document (desk->session), file, on_opened, desk);
  wait_for (desk);
  g_object_set_data (G_OBJECT (desk->session), "desk", desk);
}

static void
tear_down (Desk *desk, gconstpointer none)
{
  g_object_unref (desk->session);
}

static void
on_laid_out (MilieuGroup *group, const MilieuLayout *layout, gpointer session)
{
  Desk *desk = g_object_get_data (session, "desk");

  g_assert_true (milieu_document_commit (milieu_session_document (session), group, NULL));
  desk->n_bands = layout->n_bands;
  memcpy (desk->bands, layout->bands, sizeof desk->bands);
  desk->done = TRUE;
}

/* the map holds spots and no bands: those that a figure finds for them later are those of the layout,
 * however long the names are and whatever layout was there before */
static void
bands_of_the_map_are_those_of_the_layout (Desk *desk, gconstpointer none)
{
  MilieuBand bands[MILIEU_N_GROUNDS];
  g_autofree guint8 *grounds = NULL, *placed = NULL;
  MilieuSnapshot *snapshot;
  guint n_keys, n = 0;

  milieu_session_lay_out (desk->session, MILIEU_LAYOUT_CIRCLE, FALSE, on_laid_out, G_OBJECT (desk->session));
  wait_for (desk);
  milieu_session_lay_out (desk->session, MILIEU_LAYOUT_STRATA, FALSE, on_laid_out, G_OBJECT (desk->session));
  wait_for (desk);
  snapshot = milieu_session_snapshot (desk->session);
  n_keys = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR);
  grounds = milieu_snapshot_grounds (snapshot, milieu_session_filter (desk->session)->suggested);
  placed = g_new (guint8, n_keys);
  for (guint32 key = 0; key < n_keys; key++)
    if (milieu_snapshot_spot (snapshot, key) != NULL)
      placed[n++] = grounds[key];
  g_assert_cmpuint (n, ==, 46); /* those of the core, works too */
  g_assert_cmpuint (desk->n_bands, ==, 5);
  g_assert_cmpuint (milieu_layout_bands (n, placed, NULL, bands), ==, 5);
  for (guint b = 0; b < 5; b++)
    {
      g_assert_cmpuint (desk->bands[b].ground, ==, bands[b].ground);
      g_assert_cmpfloat (desk->bands[b].y0, ==, bands[b].y0);
      g_assert_cmpfloat (desk->bands[b].y1, ==, bands[b].y1);
      g_assert_cmpfloat (desk->bands[b].x1, ==, bands[b].x1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session/layout/bands-of-the-map-are-those-of-the-layout", Desk, NULL, set_up, bands_of_the_map_are_those_of_the_layout, tear_down);
  return g_test_run ();
}
