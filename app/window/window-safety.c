/* What threatens the work in a window, and what came of an earlier death. */
#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/document-recovery.h"
#include "window/versions-dialog.h"
#include "window/window-private.h"

static void
on_trouble (MilieuWindow *self, const char *words)
{
  if (words == NULL)
    milieu_notice_bar_clear (self->notices, MILIEU_NOTICE_TROUBLE);
  else
    milieu_notice_bar_say (self->notices, MILIEU_NOTICE_TROUBLE, words, NULL, NULL);
}

static void
on_changed_outside (MilieuWindow *self)
{
  milieu_notice_bar_say (self->notices, MILIEU_NOTICE_OUTSIDE, _("Another program has changed this file."), _("_Merge…"), "win.merge-file");
}

static void
on_reset (MilieuWindow *self)
{
  milieu_notice_bar_clear (self->notices, NULL);
}

/* what did not go as hoped stays until it is read */
static void
tell_recovered (MilieuWindow *self, const MilieuRecovered *recovered)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u edit recovered", "%u edits recovered", recovered->edits), recovered->edits);
  g_autofree char *missing = NULL;

  if (recovered->edits == 0 && recovered->missing == 0)
    milieu_window_say (self, _("The file already holds these edits"));
  else
    milieu_window_say (self, words);
  if (!recovered->fits)
    milieu_notice_bar_say (self->notices, MILIEU_NOTICE_COPY,
                           _("The file was changed since these edits were made. They stand in a copy without a file, and the file "
                             "is as it was; merge it here, or save the copy."), NULL, NULL);
  if (recovered->aside == NULL)
    return;
  if (recovered->missing == 0)
    missing = g_strdup_printf (_("Some lines of the journal cannot be read. It is kept in %s."), recovered->aside);
  else
    missing = g_strdup_printf (ngettext ("%u edit does not fit the map, or cannot be read. The journal is kept in %s.",
                                         "%u edits do not fit the map, or cannot be read. The journal is kept in %s.", recovered->missing),
                               recovered->missing, recovered->aside);
  milieu_notice_bar_say (self->notices, MILIEU_NOTICE_ASIDE, missing, NULL, NULL);
}

void
milieu_window_recover (MilieuWindow *self, MilieuRecovery *recovery)
{
  MilieuDocument *document = milieu_session_document (self->session);
  g_auto (MilieuRecovered) recovered = { 0 };
  g_autoptr (GError) error = NULL;

  if (!milieu_document_recover (document, recovery, &recovered, &error))
    {
      milieu_notice_bar_say (self->notices, MILIEU_NOTICE_ASIDE, error->message, NULL, NULL);
      return;
    }
  g_clear_object (&self->opening);
  milieu_window_load_state (self, milieu_document_file (document));
  tell_recovered (self, &recovered);
}

static void
act_versions (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_versions_dialog_present (MILIEU_WINDOW (widget)->session, GTK_WINDOW (widget));
}

void
milieu_window_safety_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.versions", NULL, act_versions);
}

void
milieu_window_safety_init (MilieuWindow *self)
{
  MilieuDocument *document = milieu_session_document (self->session);

  g_signal_connect_object (document, "trouble", G_CALLBACK (on_trouble), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed-outside", G_CALLBACK (on_changed_outside), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
}
