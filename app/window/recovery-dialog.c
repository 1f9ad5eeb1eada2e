#include "window/recovery-dialog.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/recovery.h"
#include "window/application.h"
#include "window/sheet.h"
#include "window/window.h"

/* more than a person reads; the newest tell where they were */
#define MOST_WORDS 200

typedef struct
{
  MilieuSheet sheet;
  AdwPreferencesGroup *group;
  GPtrArray *left; /* (element-type MilieuRecovery) */
} Dialog;

typedef struct { Dialog *dialog; MilieuRecovery *recovery; GtkWidget *row; } Case;

static void
dialog_free (gpointer data)
{
  Dialog *dialog = data;

  g_ptr_array_unref (dialog->left);
  g_free (dialog);
}

static char *
count_words (MilieuRecovery *recovery)
{
  guint n = milieu_recovery_size (recovery);

  return g_strdup_printf (ngettext ("%u edit", "%u edits", n), n);
}

/* what is decided goes from the list, and the dialog with the last of them */
static void
forget (Case *decided)
{
  Dialog *dialog = decided->dialog;

  adw_preferences_group_remove (dialog->group, decided->row);
  g_ptr_array_remove (dialog->left, decided->recovery);
  if (dialog->left->len == 0)
    gtk_window_close (dialog->sheet.window);
}

static void
on_recover (GtkButton *button, Case *decided)
{
  GtkWindow *parent = gtk_window_get_transient_for (decided->dialog->sheet.window);
  MilieuWindow *window = milieu_application_window_for (gtk_window_get_application (parent), milieu_recovery_file (decided->recovery));

  milieu_window_recover (window, decided->recovery);
  gtk_window_present (GTK_WINDOW (window));
  forget (decided);
}

static void
on_discard (GtkButton *button, Case *decided)
{
  GtkWindow *parent = gtk_window_get_transient_for (decided->dialog->sheet.window);
  g_autofree char *edits = count_words (decided->recovery);
  /* Translators: "3 edits", then the title of a map */
  g_autofree char *words = g_strdup_printf (_("Discarded: %s of “%s”"), edits, milieu_recovery_title (decided->recovery));

  milieu_recovery_forget (decided->recovery);
  milieu_window_say (MILIEU_WINDOW (parent), words);
  forget (decided);
}

static void
case_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
add_button (Dialog *dialog, GtkWidget *row, MilieuRecovery *recovery, const char *words, const char *name, const char *style, GCallback clicked)
{
  GtkWidget *button = milieu_sheet_button_new (words, name, style);
  Case of = { dialog, recovery, row };

  gtk_widget_set_tooltip_text (button, name);
  g_signal_connect_data (button, "clicked", clicked, g_memdup2 (&of, sizeof of), case_free, 0);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
}

static void
add_buttons (Dialog *dialog, GtkWidget *row, MilieuRecovery *recovery)
{
  g_autofree char *edits = count_words (recovery);
  /* Translators: "3 edits", then the title of a map */
  g_autofree char *recover = g_strdup_printf (_("Recover %s of “%s”"), edits, milieu_recovery_title (recovery));
  g_autofree char *discard = g_strdup_printf (_("Discard %s of “%s” for good"), edits, milieu_recovery_title (recovery));

  /* an action goes before those that are there */
  add_button (dialog, row, recovery, _("Recover"), recover, "suggested-action", G_CALLBACK (on_recover));
  add_button (dialog, row, recovery, _("Discard"), discard, "destructive-action", G_CALLBACK (on_discard));
}

/* where it is, how much and when */
static char *
subtitle_of (MilieuRecovery *recovery)
{
  GFile *file = milieu_recovery_file (recovery);
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : g_strdup (_("never saved"));
  g_autofree char *edits = count_words (recovery), *when = NULL, *words = NULL;
  gint64 time;

  g_free (milieu_recovery_words (recovery, milieu_recovery_size (recovery) - 1, &time));
  when = milieu_sheet_time (time);
  /* Translators: a file, "3 edits", a time */
  words = g_strdup_printf (_("%s · %s, the last on %s"), name, edits, when);
  return g_markup_escape_text (words, -1);
}

static void
add_words (GtkWidget *row, MilieuRecovery *recovery)
{
  guint n = milieu_recovery_size (recovery);

  for (guint i = n; i > 0 && n - i < MOST_WORDS; i--)
    {
      gint64 time;
      g_autofree char *words = milieu_recovery_words (recovery, i - 1, &time);
      g_autofree char *when = milieu_sheet_time (time);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), milieu_sheet_line_new (words != NULL ? words : "", when));
    }
}

static void
add_case (Dialog *dialog, MilieuRecovery *recovery)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = g_markup_escape_text (milieu_recovery_title (recovery), -1), *subtitle = subtitle_of (recovery);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  add_buttons (dialog, row, recovery);
  add_words (row, recovery);
  adw_preferences_group_add (dialog->group, row);
}

void
milieu_recovery_dialog_present (GtkWindow *parent, GPtrArray *found)
{
  Dialog *dialog = g_new0 (Dialog, 1);

  dialog->sheet = milieu_sheet_new (parent, _("Recover Edits"), 640, 420);
  dialog->left = found;
  dialog->group = milieu_sheet_group_new (&dialog->sheet, NULL,
                                          _("The program ended before these edits were saved. What is neither recovered nor discarded "
                                            "is asked again at the next start."));
  for (guint i = 0; i < found->len; i++)
    add_case (dialog, found->pdata[i]);
  g_object_set_data_full (G_OBJECT (dialog->sheet.window), "milieu-dialog", dialog, dialog_free);
  gtk_window_present (dialog->sheet.window);
}
