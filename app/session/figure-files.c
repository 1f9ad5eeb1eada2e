#include "session/figure-files.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "figure/tools.h"
#include "format/save.h"
#include "session/plate-draw.h"
#include "session/recipe.h"
#include "session/scene-work.h"

#define LONGEST_NAME 120 /* bytes: a suffix, a number and what saving adds still fit in 255 */

typedef struct
{
  char *folder, *suffix;
} Request;

/* ---- names ---- */

char *
milieu_figure_file_name (const char *name)
{
  GString *safe = g_string_new (NULL);

  for (const char *c = name; *c != '\0' && safe->len < LONGEST_NAME - 6; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_iscntrl (letter) || (letter < 128 && strchr ("/\\:*?\"<>|", (int) letter) != NULL)
          || (letter == '.' && safe->len == 0))
        g_string_append_c (safe, '-');
      else
        g_string_append_unichar (safe, letter);
    }
  if (safe->len == 0)
    g_string_append (safe, "figure");
  return g_string_free (safe, FALSE);
}

/* some disks do not tell cases apart */
char *
milieu_figure_file_path (GHashTable *taken, const char *folder, const char *name, const char *suffix)
{
  g_autofree char *stem = milieu_figure_file_name (name);
  g_autofree char *file = g_strdup_printf ("%s.%s", stem, suffix);

  for (guint i = 2;; i++)
    {
      g_autofree char *folded = g_utf8_casefold (file, -1);

      if (g_hash_table_add (taken, g_steal_pointer (&folded)))
        return g_build_filename (folder, file, NULL);
      g_free (file);
      file = g_strdup_printf ("%s-%u.%s", stem, i, suffix);
    }
}

/* ---- the work ---- */

gpointer
milieu_figure_files_request_new (const char *folder, const char *suffix)
{
  Request *request = g_new0 (Request, 1);

  request->folder = g_strdup (folder);
  request->suffix = g_strdup (suffix);
  return request;
}

void
milieu_figure_files_request_free (gpointer data)
{
  Request *request = data;

  g_free (request->folder);
  g_free (request->suffix);
  g_free (request);
}

static gboolean
write_one (MilieuJob *job, const MilieuPlate *plate, const char *path, GError **error)
{
  MilieuSnapshot *snapshot = milieu_job_snapshot (job);
  MilieuFigureTools tools = milieu_scene_tools (milieu_plate_language (plate), 1);
  g_autofree char *recipe = milieu_recipe_new (snapshot, plate);
  g_autoptr (MilieuFigure) figure = milieu_plate_draw_as (snapshot, plate, &tools, &(MilieuPlateDrawing) {
    .recipe = recipe, .cancelled = milieu_job_cancel_flag (job) });
  g_autoptr (GBytes) bytes = figure != NULL && !milieu_job_is_cancelled (job) ? milieu_plate_encode (figure, plate, path, error) : NULL;

  return bytes != NULL && milieu_save_bytes (path, bytes, error);
}

gpointer
milieu_figure_files_work (MilieuJob *job, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (milieu_job_snapshot (job), MILIEU_RECORD_FIGURE, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuPlate *plate = milieu_snapshot_plate (milieu_job_snapshot (job), keys[i]);
      g_autofree char *path = milieu_figure_file_path (taken, request->folder, plate->name != NULL ? plate->name : plate->record.id,
                                                       request->suffix);

      milieu_job_set_fraction (job, (double) i / n);
      if (milieu_job_is_cancelled (job) || !write_one (job, plate, path, error))
        return NULL;
    }
  return g_strdup (request->folder);
}
