#include "window/participants-dialog.h"

#include "milieu-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "edit/participants.h"
#include "window/labels.h"
#include "window/quotes.h"
#include "window/rows.h"
#include "window/search.h"

#define MILIEU_TYPE_PARTICIPANTS_DIALOG (milieu_participants_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MilieuParticipantsDialog, milieu_participants_dialog, MILIEU, PARTICIPANTS_DIALOG, AdwWindow)

struct _MilieuParticipantsDialog
{
  AdwWindow parent_instance;

  MilieuSession *session;
  AdwComboRow *event, *evidence;
  GArray *events; /* keys, in the order of the list */
  GArray *chosen; /* keys of participants, in the order in which they were chosen */
  GtkEditable *year;
  GtkBox *names;
  GtkWidget *add;
  GtkLabel *said;
};

G_DEFINE_FINAL_TYPE (MilieuParticipantsDialog, milieu_participants_dialog, ADW_TYPE_WINDOW)

static guint
year_of (MilieuParticipantsDialog *self)
{
  guint64 year = 0;
  const char *text = gtk_editable_get_text (self->year);

  return g_ascii_string_to_unsigned (text, 10, 1, 9999, &year, NULL) ? (guint) year : 0;
}

static void
update (MilieuParticipantsDialog *self)
{
  gtk_widget_set_sensitive (self->add, self->chosen->len > 0 && self->events->len > 0
                                       && (year_of (self) > 0 || *gtk_editable_get_text (self->year) == '\0'));
}

static void fill_names (MilieuParticipantsDialog *self);

static void
on_remove (GtkButton *button, MilieuParticipantsDialog *self)
{
  g_array_remove_index (self->chosen, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "milieu-index")));
  fill_names (self);
}

static GtkWidget *
name_new (MilieuParticipantsDialog *self, guint index)
{
  guint32 key = g_array_index (self->chosen, guint32, index);
  const MilieuActor *actor = milieu_snapshot_actor (milieu_session_snapshot (self->session), key);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label, *remove;
  g_autofree char *words = NULL;

  if (actor == NULL)
    return row;
  words = g_strdup_printf (_("Take “%s” off the list"), actor->name);
  label = milieu_label_new (actor->name, "fact");
  remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (remove), "milieu-index", GUINT_TO_POINTER (index));
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), remove);
  return row;
}

static void
fill_names (MilieuParticipantsDialog *self)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u participant", "%u participants", self->chosen->len), self->chosen->len);

  milieu_box_clear (self->names);
  gtk_box_append (self->names, milieu_label_new (count, "heading"));
  for (guint i = 0; i < self->chosen->len; i++)
    gtk_box_append (self->names, name_new (self, i));
  update (self);
}

static void
on_found (MilieuParticipantsDialog *self, guint actor)
{
  guint32 key = actor;

  for (guint i = 0; i < self->chosen->len; i++)
    if (g_array_index (self->chosen, guint32, i) == key)
      return;
  g_array_append_val (self->chosen, key);
  fill_names (self);
}

static void
on_add (MilieuParticipantsDialog *self)
{
  g_autoptr (GError) error = NULL;
  guint at = adw_combo_row_get_selected (self->event);
  MilieuEvidence evidence = MILIEU_EVIDENCE_STATED + adw_combo_row_get_selected (self->evidence);
  g_autoptr (MilieuGroup) group = NULL;
  g_autofree char *words = NULL;

  if (at >= self->events->len)
    return;
  group = milieu_edit_add_participants (milieu_session_map (self->session), g_array_index (self->events, guint32, at), year_of (self),
                                        (const guint32 *) (void *) self->chosen->data, self->chosen->len, evidence, &error);
  if (group == NULL || !milieu_document_commit (milieu_session_document (self->session), group, &error))
    {
      gtk_label_set_label (self->said, error != NULL ? error->message : "");
      return;
    }
  words = g_strdup_printf (ngettext ("%u participation added. Another edition can follow.", "%u participations added. Another edition can follow.",
                                     self->chosen->len), self->chosen->len);
  gtk_label_set_label (self->said, words);
  g_array_set_size (self->chosen, 0);
  fill_names (self);
  gtk_editable_set_text (self->year, "");
}

/* ---- the form ---- */

static AdwComboRow *
combo_new (const char *title, GtkStringList *names)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  return ADW_COMBO_ROW (row);
}

static AdwComboRow *
events_new (MilieuParticipantsDialog *self)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  g_autofree guint32 *actors = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_ACTOR, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuActor *actor = milieu_snapshot_actor (snapshot, actors[i]);
      const MilieuKind *kind = actor->kind != MILIEU_NO_KEY ? milieu_snapshot_kind (snapshot, actor->kind) : NULL;

      if (kind == NULL || g_strcmp0 (kind->record.id, "event") != 0)
        continue;
      g_array_append_val (self->events, actors[i]);
      gtk_string_list_append (names, actor->name);
    }
  return combo_new (_("Event"), names);
}

static AdwComboRow *
evidence_new (MilieuParticipantsDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  AdwComboRow *row;

  for (guint e = MILIEU_EVIDENCE_STATED; e < MILIEU_N_EVIDENCES; e++)
    gtk_string_list_append (names, milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_EVIDENCE, e)));
  row = combo_new (_("Evidence"), names);
  /* what the readings ask for now, so that they count it */
  adw_combo_row_set_selected (row, milieu_session_filter (self->session)->evidence - MILIEU_EVIDENCE_STATED);
  return row;
}

static GtkWidget *
search_button_new (MilieuParticipantsDialog *self)
{
  GtkWidget *button = gtk_menu_button_new (), *search = g_object_new (MILIEU_TYPE_SEARCH, NULL);

  milieu_search_set_session (MILIEU_SEARCH (search), self->session);
  g_signal_connect_object (search, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), search);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Find a _Participant"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
body_new (MilieuParticipantsDialog *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *group = adw_preferences_group_new (), *year = adw_entry_row_new ();

  self->event = events_new (self);
  self->evidence = evidence_new (self);
  self->year = GTK_EDITABLE (year);
  self->names = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->said = GTK_LABEL (milieu_label_new (self->events->len == 0 ? _("No event was entered: add an actor of the kind event first.") : "", "sub"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (year), _("Year of the edition"));
  g_signal_connect_swapped (year, "changed", G_CALLBACK (update), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->event));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), year);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->evidence));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), search_button_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->names));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->said));
  gtk_widget_add_css_class (box, "dialog-body");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroll, TRUE);
  return scroll;
}

static void
milieu_participants_dialog_finalize (GObject *object)
{
  MilieuParticipantsDialog *self = MILIEU_PARTICIPANTS_DIALOG (object);

  g_array_unref (self->events);
  g_array_unref (self->chosen);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (milieu_participants_dialog_parent_class)->finalize (object);
}

static void
milieu_participants_dialog_class_init (MilieuParticipantsDialogClass *class)
{
  G_OBJECT_CLASS (class)->finalize = milieu_participants_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
milieu_participants_dialog_init (MilieuParticipantsDialog *self)
{
  self->events = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->chosen = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
milieu_participants_dialog_present (MilieuSession *session, GtkWindow *parent)
{
  MilieuParticipantsDialog *self = g_object_new (MILIEU_TYPE_PARTICIPANTS_DIALOG, "transient-for", parent, "modal", TRUE,
                                                 "default-width", 460, "default-height", 560, "title", _("Participants"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();

  self->session = g_object_ref (session);
  self->add = milieu_mnemonic_button_new (_("_Add to the Map"));
  gtk_widget_add_css_class (self->add, "suggested-action");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->add);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), body_new (self));
  fill_names (self);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_present (GTK_WINDOW (self));
}
