#include "window/merge-dialog.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/record-words.h"
#include "window/rows.h"
#include "window/sheet.h"

/* more than a person decides one by one */
#define MOST_CONFLICTS 200

typedef struct
{
  MilieuSheet sheet;
  MilieuMerge *merge;
  gboolean of_file;
  MilieuMergeDecided decided;
  gpointer data;
  MilieuMap *maps[2];           /* by side */
  MilieuSnapshot *snapshots[2]; /* by side */
  GPtrArray *checks[2];         /* (element-type GtkCheckButton): by side, then by conflict */
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *dialog = data;

  milieu_merge_free (dialog->merge);
  for (guint side = 0; side < 2; side++)
    {
      milieu_snapshot_unref (dialog->snapshots[side]);
      g_object_unref (dialog->maps[side]);
      g_ptr_array_unref (dialog->checks[side]);
    }
  g_free (dialog);
}

static const char *
side_words (Dialog *dialog, MilieuMergeSide side)
{
  return side == MILIEU_MERGE_OURS ? _("Here") : dialog->of_file ? _("In the file") : _("In the other map");
}

static const MilieuRecord *
record_of (Dialog *dialog, const MilieuMergeConflict *conflict, MilieuMergeSide side)
{
  return conflict->id != NULL ? milieu_map_find (dialog->maps[side], conflict->type, conflict->id) : NULL;
}

static char *
conflict_words (Dialog *dialog, const MilieuMergeConflict *conflict)
{
  const MilieuRecord *ours = record_of (dialog, conflict, MILIEU_MERGE_OURS), *theirs = record_of (dialog, conflict, MILIEU_MERGE_THEIRS);
  g_autofree char *name = NULL;

  if (conflict->id == NULL)
    return g_strdup_printf (ngettext ("The spot of %u actor in the network", "The spots of %u actors in the network", conflict->count),
                            conflict->count);
  name = ours != NULL || theirs != NULL
           ? milieu_record_words (dialog->snapshots[ours == NULL], ours != NULL ? ours : theirs) : g_strdup (conflict->id);
  if (conflict->part == NULL)
    return g_steal_pointer (&name);
  /* Translators: a record and its field, as in: Actor “MEL”, Ground */
  return g_strdup_printf (_("%s, %s"), name, milieu_part_label (conflict->part));
}

/* what would stand if that side is chosen */
static char *
value_words (Dialog *dialog, const MilieuMergeConflict *conflict, MilieuMergeSide side)
{
  const MilieuRecord *record = record_of (dialog, conflict, side);
  g_autofree char *words = NULL;

  if (conflict->id == NULL)
    return g_strdup (side == MILIEU_MERGE_OURS ? _("As they stand here") : _("As they stand there"));
  if (record == NULL)
    return g_strdup (_("Deleted"));
  if (conflict->part == NULL)
    return g_strdup (_("Kept"));
  words = milieu_part_words (dialog->snapshots[side], record, conflict->part);
  return *words != '\0' ? g_steal_pointer (&words) : g_strdup (_("blank"));
}

static void
on_toggled (GtkCheckButton *check, Dialog *dialog)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "milieu-conflict"));

  if (gtk_check_button_get_active (check))
    milieu_merge_choose (dialog->merge, i, g_object_get_data (G_OBJECT (check), "milieu-theirs") != NULL
                                             ? MILIEU_MERGE_THEIRS : MILIEU_MERGE_OURS);
}

static void
add_side (Dialog *dialog, AdwPreferencesGroup *group, guint i, MilieuMergeSide side)
{
  const MilieuMergeConflict *conflict = milieu_merge_conflict (dialog->merge, i);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  g_autofree char *words = value_words (dialog, conflict, side), *escaped = g_markup_escape_text (words, -1);
  g_autofree char *what = conflict_words (dialog, conflict);
  g_autofree char *name = g_strdup_printf ("%s, %s: %s", what, side_words (dialog, side), words);

  if (side == MILIEU_MERGE_THEIRS)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), dialog->checks[MILIEU_MERGE_OURS]->pdata[i]);
  g_ptr_array_add (dialog->checks[side], check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), conflict->choice == side);
  g_object_set_data (G_OBJECT (check), "milieu-conflict", GUINT_TO_POINTER (i));
  g_object_set_data (G_OBJECT (check), "milieu-theirs", side == MILIEU_MERGE_THEIRS ? dialog : NULL);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), dialog);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), side_words (dialog, side));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  /* else it is named twice, after its row too */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  adw_preferences_group_add (group, row);
}

static void
add_conflict (Dialog *dialog, guint i)
{
  const MilieuMergeConflict *conflict = milieu_merge_conflict (dialog->merge, i);
  g_autofree char *title = conflict_words (dialog, conflict);

  AdwPreferencesGroup *group = milieu_sheet_group_new (&dialog->sheet, title, NULL);

  add_side (dialog, group, i, MILIEU_MERGE_OURS);
  add_side (dialog, group, i, MILIEU_MERGE_THEIRS);
}

static void
choose_all (Dialog *dialog, MilieuMergeSide side)
{
  for (guint i = 0; i < milieu_merge_n_conflicts (dialog->merge); i++)
    milieu_merge_choose (dialog->merge, i, side);
  for (guint i = 0; i < dialog->checks[side]->len; i++)
    gtk_check_button_set_active (dialog->checks[side]->pdata[i], TRUE);
}

static void
on_all_ours (Dialog *dialog)
{
  choose_all (dialog, MILIEU_MERGE_OURS);
}

static void
on_all_theirs (Dialog *dialog)
{
  choose_all (dialog, MILIEU_MERGE_THEIRS);
}

static void
on_merge (Dialog *dialog)
{
  dialog->decided (dialog->merge, dialog->of_file, dialog->data);
  gtk_window_close (dialog->sheet.window);
}

/* what it is about, and the two answers to all of it */
static void
add_head (Dialog *dialog)
{
  guint n = milieu_merge_n_conflicts (dialog->merge);
  g_autofree char *words = g_strdup_printf (ngettext ("%u thing was changed on both sides. Choose what is to stand.",
                                                      "%u things were changed on both sides. Choose what is to stand.", n), n);
  AdwPreferencesGroup *head = milieu_sheet_group_new (&dialog->sheet, NULL, words);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *ours = gtk_button_new_with_label (_("All as Here"));
  GtkWidget *theirs = gtk_button_new_with_label (dialog->of_file ? _("All as in the File") : _("All as in the Other Map"));

  g_signal_connect_swapped (ours, "clicked", G_CALLBACK (on_all_ours), dialog);
  g_signal_connect_swapped (theirs, "clicked", G_CALLBACK (on_all_theirs), dialog);
  gtk_box_append (GTK_BOX (box), ours);
  gtk_box_append (GTK_BOX (box), theirs);
  adw_preferences_group_add (head, box);
}

static void
add_buttons (Dialog *dialog)
{
  GtkWidget *cancel = milieu_mnemonic_button_new (_("_Cancel")), *merge = milieu_mnemonic_button_new (_("_Merge"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (merge, "suggested-action");
  g_signal_connect_swapped (merge, "clicked", G_CALLBACK (on_merge), dialog);
  adw_header_bar_set_show_end_title_buttons (dialog->sheet.header, FALSE);
  adw_header_bar_set_show_start_title_buttons (dialog->sheet.header, FALSE);
  adw_header_bar_pack_start (dialog->sheet.header, cancel);
  adw_header_bar_pack_end (dialog->sheet.header, merge);
}

void
milieu_merge_dialog_present (MilieuSession *session, MilieuMerge *merge, gboolean of_file, GtkWindow *parent,
                             MilieuMergeDecided decided, gpointer data)
{
  Dialog *dialog = g_new0 (Dialog, 1);
  MilieuDocument *document = milieu_session_document (session);
  guint n = milieu_merge_n_conflicts (merge);

  *dialog = (Dialog) { .sheet = milieu_sheet_new (parent, _("Merge Changes"), 600, 560), .merge = merge, .of_file = of_file,
                       .decided = decided, .data = data,
                       .maps = { g_object_ref (milieu_document_map (document)), g_object_ref (milieu_document_theirs (document)) } };
  for (guint side = 0; side < 2; side++)
    {
      dialog->snapshots[side] = milieu_map_snapshot (dialog->maps[side]);
      dialog->checks[side] = g_ptr_array_new ();
    }
  add_buttons (dialog);
  add_head (dialog);
  for (guint i = 0; i < MIN (n, MOST_CONFLICTS); i++)
    add_conflict (dialog, i);
  if (n > MOST_CONFLICTS)
    milieu_sheet_group_new (&dialog->sheet, NULL, _("The others are not listed; they stand as here, unless all are chosen as there."));
  g_object_set_data_full (G_OBJECT (dialog->sheet.window), "milieu-dialog", dialog, dialog_free);
  gtk_window_present (dialog->sheet.window);
}
