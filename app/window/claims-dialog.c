#include "window/claims-dialog.h"

#include "milieu-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "edit/field.h"
#include "window/choices.h"
#include "window/field-row.h"
#include "window/labels.h"
#include "window/quotes.h"
#include "window/rows.h"
#include "window/values.h"

#define MILIEU_TYPE_CLAIMS_DIALOG (milieu_claims_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MilieuClaimsDialog, milieu_claims_dialog, MILIEU, CLAIMS_DIALOG, AdwWindow)

struct _MilieuClaimsDialog
{
  AdwWindow parent_instance;

  MilieuSession *session;
  MilieuRecordType type;
  guint32 key;
  int field;
  GtkWidget *list;
  GtkEditable *value, *source, *quote;
  MilieuChoices *evidence;
  MilieuEvidence chosen;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (MilieuClaimsDialog, milieu_claims_dialog, ADW_TYPE_WINDOW)

static void
commit (MilieuClaimsDialog *self, MilieuGroup *group, GError *refusal)
{
  g_autoptr (GError) error = refusal;

  if (group != NULL)
    milieu_document_commit (milieu_session_document (self->session), group, &error);
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

static guint32
key_of (GtkButton *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "milieu-key"));
}

static void
on_adopt (GtkButton *button, MilieuClaimsDialog *self)
{
  GError *error = NULL;
  MilieuGroup *group = milieu_edit_adopt_claim (milieu_session_map (self->session), key_of (button), &error);

  commit (self, group, error);
}

static void
on_delete (GtkButton *button, MilieuClaimsDialog *self)
{
  commit (self, milieu_edit_delete_claim (milieu_session_map (self->session), key_of (button)), NULL);
}

static GtkWidget *
button_new (MilieuClaimsDialog *self, const char *icon, const char *words, const MilieuClaim *claim, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "milieu-key", GUINT_TO_POINTER (claim->record.key));
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

/* "verified, irht.fr": with the field's name where the dialog shows all of them */
static char *
head_of (MilieuClaimsDialog *self, const MilieuClaim *claim)
{
  g_autofree char *value = milieu_claim_words (self->session, claim);
  const char *field = self->field < 0 && claim->field != NULL ? milieu_label (milieu_vocabulary_field_label (claim->field)) : NULL;

  if (field != NULL && *value != '\0')
    /* Translators: a field and its value */
    return g_strdup_printf (_("%s: %s"), field, value);
  if (field != NULL)
    return g_strdup (field);
  return *value != '\0' ? g_steal_pointer (&value) : g_strdup (_("The record as a whole"));
}

static void
append_label (GtkWidget *box, const char *text, const char *class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = milieu_label_new (text, class);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
row_new (MilieuClaimsDialog *self, const MilieuClaim *claim)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *head = head_of (self, claim);
  const char *source = milieu_source_words (self->session, claim);
  g_autofree char *who = g_strjoin (" · ", milieu_evidence_words (claim->evidence), *source != '\0' ? source : NULL, NULL);
  /* Translators: around an exact quotation */
  g_autofree char *quote = claim->quote != NULL ? g_strdup_printf (_("“%s”"), claim->quote) : NULL;

  gtk_widget_set_hexpand (words, TRUE);
  append_label (words, head, "heading");
  append_label (words, who, "sub dim-label");
  append_label (words, quote, "quote");
  append_label (words, claim->note, "sub");
  gtk_box_append (GTK_BOX (line), words);
  if (milieu_claim_differs (self->session, claim))
    gtk_box_append (GTK_BOX (line), button_new (self, "object-select-symbolic", _("Adopt This Value"), claim, G_CALLBACK (on_adopt)));
  gtk_box_append (GTK_BOX (line), button_new (self, "user-trash-symbolic", _("Delete This Claim"), claim, G_CALLBACK (on_delete)));
  gtk_widget_add_css_class (line, "claim");
  return line;
}

static void
update (MilieuClaimsDialog *self)
{
  g_autoptr (GPtrArray) claims = NULL;

  if (milieu_map_get (milieu_session_map (self->session), self->type, self->key) == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  milieu_box_clear (GTK_BOX (self->list));
  claims = milieu_claims_about (self->session, self->type, self->key, self->field);
  for (guint i = 0; i < claims->len; i++)
    gtk_box_append (GTK_BOX (self->list), row_new (self, claims->pdata[i]));
  gtk_widget_set_visible (self->list, claims->len > 0);
}

static void
on_add (MilieuClaimsDialog *self)
{
  const char *field = self->field >= 0 ? milieu_fields (self->type, NULL)[self->field].token : NULL;
  MilieuGroup *group = milieu_edit_add_claim (milieu_session_map (self->session), self->type, self->key, field,
                                              gtk_editable_get_text (self->value), self->chosen,
                                              gtk_editable_get_text (self->source), gtk_editable_get_text (self->quote));

  commit (self, group, NULL);
  gtk_editable_set_text (self->value, "");
  gtk_editable_set_text (self->quote, "");
}

static void
on_evidence (MilieuClaimsDialog *self, guint evidence)
{
  self->chosen = evidence;
}

static GtkEditable *
add_entry (GtkWidget *list, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return GTK_EDITABLE (row);
}

static void
add_evidence (MilieuClaimsDialog *self, GtkWidget *list)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choices = milieu_choices_new (self->session, &milieu_fields (MILIEU_RECORD_CLAIM, NULL)[MILIEU_CLAIM_EVIDENCE],
                                           _("Evidence"));

  self->evidence = MILIEU_CHOICES (choices);
  self->chosen = MILIEU_EVIDENCE_VERIFIED;
  milieu_choices_show (self->evidence, self->chosen);
  gtk_widget_set_valign (choices, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (choices, "chosen", G_CALLBACK (on_evidence), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Evidence"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choices);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static GtkWidget *
form_new (MilieuClaimsDialog *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a Claim"), -1);
  self->value = add_entry (list, self->field >= 0 ? milieu_field_words (&milieu_fields (self->type, NULL)[self->field])
                                                  : _("Value"));
  add_evidence (self, list);
  self->source = add_entry (list, _("Source"));
  self->quote = add_entry (list, _("Exact quote"));
  return list;
}

static GtkWidget *
content_new (MilieuClaimsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *add = milieu_mnemonic_button_new (_("_Add the Claim"));

  self->list = milieu_boxed_list_new (_("Claims"));
  self->problem = GTK_LABEL (milieu_label_new ("", "error"));
  gtk_widget_hide (GTK_WIDGET (self->problem));
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_halign (add, GTK_ALIGN_END);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), self);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), milieu_label_new (_("Add a Claim"), "heading section"));
  gtk_box_append (GTK_BOX (box), form_new (self));
  gtk_box_append (GTK_BOX (box), add);
  gtk_widget_add_css_class (box, "dialog-body");
  return box;
}

static void
build (MilieuClaimsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroll = gtk_scrolled_window_new ();
  g_autoptr (MilieuSnapshot) snapshot = milieu_snapshot_ref (milieu_session_snapshot (self->session));
  const MilieuActor *actor = self->type == MILIEU_RECORD_ACTOR ? milieu_snapshot_actor (snapshot, self->key) : NULL;
  GtkWidget *title = adw_window_title_new (_("Who Says So"), actor != NULL ? actor->name : NULL);
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), content_new (self));
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroll);
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
milieu_claims_dialog_finalize (GObject *object)
{
  g_object_unref (MILIEU_CLAIMS_DIALOG (object)->session);
  G_OBJECT_CLASS (milieu_claims_dialog_parent_class)->finalize (object);
}

static void
milieu_claims_dialog_class_init (MilieuClaimsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = milieu_claims_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
milieu_claims_dialog_init (MilieuClaimsDialog *self)
{
}

void
milieu_claims_dialog_present (MilieuSession *session, MilieuRecordType type, guint32 key, int field, GtkWindow *parent)
{
  MilieuClaimsDialog *self = g_object_new (MILIEU_TYPE_CLAIMS_DIALOG, "transient-for", parent, "modal", TRUE,
                                           "default-width", 460, "default-height", 600, "title", _("Who Says So"), NULL);

  self->session = g_object_ref (session);
  self->type = type;
  self->key = key;
  self->field = field;
  build (self);
  g_signal_connect_object (milieu_session_document (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
