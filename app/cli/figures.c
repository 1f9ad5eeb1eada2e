#include "cli/figures.h"

#include "milieu-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/press.h"
#include "format/project-read.h"
#include "format/save.h"
#include "session/figure-files.h"
#include "session/plate-draw.h"
#include "session/recipe.h"

#define BAR 24

typedef struct
{
  MilieuSnapshot *snapshot;
  MilieuFigureTools tools;
  GHashTable *taken; /* names of files, folded: some disks do not tell cases apart */
} Writing;

/* ---- which ---- */

static gboolean
fail (GError **error, const char *words)
{
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, words);
  return FALSE;
}

/* @plates: (out): one figure, or all by id */
static gboolean
choose (MilieuSnapshot *snapshot, const char *name, GPtrArray *plates, GError **error)
{
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_FIGURE, &n);
  const MilieuRecord *by_id = name != NULL ? milieu_snapshot_find (snapshot, MILIEU_RECORD_FIGURE, name) : NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < n; i++)
    if (name == NULL || g_strcmp0 (milieu_snapshot_plate (snapshot, keys[i])->name, name) == 0)
      g_ptr_array_add (plates, (gpointer) milieu_snapshot_plate (snapshot, keys[i]));
  if (plates->len == 0 && by_id != NULL)
    g_ptr_array_add (plates, (gpointer) by_id);
  if (n == 0)
    return fail (error, _("the map keeps no figure: write a <figure> into it (data/milieu.rng tells how), or leave --figure and --all out"));
  if (plates->len == 0)
    words = g_strdup_printf (_("the map keeps no figure called “%s”"), name);
  else if (name != NULL && plates->len > 1)
    words = g_strdup_printf (_("%u figures are called “%s”: rename one, or give its id, as %s"), plates->len, name,
                             ((const MilieuPlate *) plates->pdata[0])->record.id);
  return words == NULL || fail (error, words);
}

/* ---- how far ---- */

static void
show_progress (guint done, guint n, const char *name)
{
  char bar[BAR + 1] = { 0 };

  if (n < 2 || !isatty (STDERR_FILENO))
    return;
  memset (bar, ' ', BAR);
  memset (bar, '#', (gsize) BAR * done / n);
  g_printerr ("\r\033[K[%s] %u/%u %.60s", bar, done, n, name);
  if (done == n)
    g_printerr ("\r\033[K");
}

/* ---- writing ---- */

static gboolean
write_one (Writing *writing, const MilieuPlate *plate, const char *path, GError **error)
{
  g_autofree char *recipe = milieu_recipe_new (writing->snapshot, plate);
  g_autoptr (MilieuFigure) figure = milieu_plate_draw (writing->snapshot, plate, &writing->tools, recipe);
  g_autoptr (GBytes) bytes = milieu_plate_encode (figure, plate, path, error);

  milieu_press_say_font (plate);
  return bytes != NULL && milieu_save_bytes (path, bytes, error);
}

static gboolean
write_all (Writing *writing, GPtrArray *plates, const char *folder, const char *suffix, GError **error)
{
  for (guint i = 0; i < plates->len; i++)
    {
      const MilieuPlate *plate = plates->pdata[i];
      const char *name = plate->name != NULL ? plate->name : plate->record.id;
      g_autofree char *path = milieu_figure_file_path (writing->taken, folder, name, suffix);
      g_autofree char *shown = milieu_figure_file_name (name);

      show_progress (i, plates->len, shown);
      if (!write_one (writing, plate, path, error))
        return FALSE;
    }
  show_progress (plates->len, plates->len, "");
  return TRUE;
}

static gboolean
make_folder (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) || g_mkdir (path, 0777) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), _("%s is no folder and cannot become one: %s. Name another"), path,
               g_strerror (errno));
  return FALSE;
}

gboolean
milieu_cli_export_figures (const char *file, const char *name, const char *output, const char *suffix, GError **error)
{
  g_autoptr (MilieuMap) map = milieu_project_read (file, error);
  g_autoptr (MilieuSnapshot) snapshot = map != NULL ? milieu_map_snapshot (map) : NULL;
  g_autoptr (GPtrArray) plates = g_ptr_array_new ();
  g_autoptr (MilieuBasemap) basemap = map != NULL && choose (snapshot, name, plates, error) ? milieu_basemap_load (NULL, error) : NULL;
  g_autoptr (MilieuGazetteer) gazetteer = basemap != NULL ? milieu_gazetteer_load (NULL, error) : NULL;
  g_autoptr (MilieuTextMeasure) measure = milieu_text_measure_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Writing writing = { snapshot, { .measure = measure, .basemap = basemap, .gazetteer = gazetteer }, taken };

  if (gazetteer == NULL)
    return FALSE;
  if (name != NULL && !g_file_test (output, G_FILE_TEST_IS_DIR))
    return write_one (&writing, plates->pdata[0], output, error);
  return make_folder (output, error) && write_all (&writing, plates, output, suffix, error);
}
