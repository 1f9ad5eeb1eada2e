/* A file that cannot be opened: what can be read of it is offered as a copy. */
#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/document-salvage.h"
#include "window/salvage-dialog.h"
#include "window/window-private.h"

void
milieu_window_forget_salvage (MilieuWindow *self)
{
  milieu_jobs_cancel (milieu_session_jobs (self->session), "salvage");
  gtk_widget_set_visible (self->salvage_button, FALSE);
  g_clear_object (&self->salvaged);
  g_clear_pointer (&self->salvage_report, milieu_report_free);
}

static void
on_salvaged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MilieuWindow) self = data;
  g_autoptr (GError) error = NULL;
  MilieuReport *report = NULL;
  MilieuMap *map = milieu_document_salvage_finish (MILIEU_DOCUMENT (source), result, &report, &error);

  if (map == NULL)
    return; /* the page says already that the file cannot be read */
  self->salvaged = map;
  self->salvage_report = report;
  gtk_widget_set_visible (self->salvage_button, TRUE);
}

void
milieu_window_offer_salvage (MilieuWindow *self, GFile *file)
{
  milieu_window_forget_salvage (self);
  milieu_document_salvage_async (milieu_session_document (self->session), file, on_salvaged, g_object_ref (self));
}

static void
open_salvaged (MilieuWindow *self)
{
  g_autoptr (MilieuMap) map = g_steal_pointer (&self->salvaged);
  g_autoptr (MilieuReport) report = g_steal_pointer (&self->salvage_report);
  MilieuDocument *document = milieu_session_document (self->session);

  milieu_window_forget_salvage (self);
  if (map == NULL)
    return;
  milieu_document_take_salvaged (document, map);
  milieu_window_load_state (self, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.zoom-fit", NULL);
  milieu_salvage_dialog_present (GTK_WINDOW (self), milieu_document_snapshot (document), report);
}

static void
act_open_salvaged (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_window_guard (MILIEU_WINDOW (widget), open_salvaged);
}

void
milieu_window_salvage_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open-salvaged", NULL, act_open_salvaged);
}
