#include "window/figure-file.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/figure-files.h"
#include "session/page-work.h"

#define LANE "export"

typedef struct
{
  MilieuSession *session;
  MilieuFigureHome *home; /* (nullable): all of the map */
  char *suffix;           /* of all */
  GObject *owner;
  MilieuFigureWritten written;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_object (&asking->home);
  g_object_unref (asking->session);
  g_object_unref (asking->owner);
  g_free (asking->suffix);
  g_free (asking);
}

static void
tell (GObject *owner, const char *path, const char *problem)
{
  MilieuFigureWritten written = (MilieuFigureWritten) g_object_get_data (owner, "written");

  written (owner, path, problem);
}

static void
on_figure (MilieuJob *job, gpointer data, const GError *error, gpointer owner)
{
  MilieuPageResult *result = data;

  if (result != NULL || error != NULL)
    tell (owner, result != NULL ? result->path : NULL, error != NULL ? error->message : NULL);
  g_clear_pointer (&result, milieu_page_result_free);
}

static void
on_figures (MilieuJob *job, gpointer path, const GError *error, gpointer owner)
{
  if (path != NULL || error != NULL)
    tell (owner, path, error != NULL ? error->message : NULL);
  g_free (path);
}

static void
write_figure (const Asking *asking, const char *path)
{
  MilieuPageRequest request = { .plate = milieu_figure_home_plate (asking->home), .path = (char *) path };

  if (request.plate == NULL)
    return;
  if (milieu_figure_home_is_draft (asking->home))
    request.departure = *milieu_simulation_departure (milieu_session_simulation (asking->session));
  milieu_jobs_start (milieu_session_jobs (asking->session), &(MilieuTask) {
    .lane = LANE, .title = _("Writing the figure"), .snapshot = milieu_session_snapshot (asking->session), .work = milieu_page_work,
    .data = milieu_page_request_copy (&request), .free_data = milieu_page_request_free, .free_result = milieu_page_result_free,
    .done = on_figure, .owner = asking->owner });
}

static void
write_figures (const Asking *asking, const char *folder)
{
  milieu_jobs_start (milieu_session_jobs (asking->session), &(MilieuTask) {
    .lane = LANE, .title = _("Writing the figures"), .snapshot = milieu_session_snapshot (asking->session),
    .work = milieu_figure_files_work, .data = milieu_figure_files_request_new (folder, asking->suffix),
    .free_data = milieu_figure_files_request_free, .free_result = g_free, .done = on_figures, .owner = asking->owner });
}

static void
on_chosen (GtkNativeDialog *chooser, int response, Asking *asking)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL && asking->home != NULL)
        write_figure (asking, path);
      else if (path != NULL)
        write_figures (asking, path);
    }
  g_object_unref (chooser);
}

static void
ask (Asking *asking, const char *title, GtkFileChooserAction action, const char *name)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (asking->owner)));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, window, action, _("_Export"), NULL);

  g_object_set_data (asking->owner, "written", (gpointer) asking->written);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (chooser), "asking", asking, asking_free);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), asking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static Asking *
asking_new (MilieuSession *session, MilieuFigureHome *home, GObject *owner, MilieuFigureWritten written)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->session = g_object_ref (session);
  asking->home = home != NULL ? g_object_ref (home) : NULL;
  asking->owner = g_object_ref (owner);
  asking->written = written;
  return asking;
}

void
milieu_figure_file_ask (MilieuSession *session, MilieuFigureHome *home, GObject *owner, MilieuFigureWritten written)
{
  const MilieuPlate *plate = milieu_figure_home_plate (home);
  g_autofree char *title = milieu_document_title (milieu_session_document (session));
  g_autofree char *stem = milieu_figure_file_name (plate != NULL && plate->name != NULL ? plate->name : title);
  g_autofree char *name = g_strdup_printf ("%s.pdf", stem);

  ask (asking_new (session, home, owner, written), _("Export the Figure"), GTK_FILE_CHOOSER_ACTION_SAVE, name);
}

void
milieu_figure_files_ask (MilieuSession *session, const char *suffix, GObject *owner, MilieuFigureWritten written)
{
  Asking *asking = asking_new (session, NULL, owner, written);

  asking->suffix = g_strdup (suffix);
  ask (asking, _("Export All Figures"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL);
}

void
milieu_figure_files_stop (MilieuSession *session)
{
  milieu_jobs_cancel (milieu_session_jobs (session), LANE);
}
