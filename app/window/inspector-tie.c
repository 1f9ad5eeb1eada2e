#include "window/inspector-tie.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "edit/tie.h"
#include "window/claims-dialog.h"
#include "window/field-row.h"
#include "window/labels.h"
#include "window/quotes.h"
#include "window/rows.h"
#include "window/sample.h"
#include "window/values.h"

#define TIE_WIDTH 44

struct _MilieuInspectorTie
{
  GtkBox parent_instance;

  MilieuSession *session; /* not owned */
  guint32 tie;
  GtkBox *head, *ends;
  GtkWidget *fields;
  MilieuFieldEditor *note;
  GtkWidget *quotes_title;
  GtkBox *quotes, *disputes;
  GtkLabel *claims_label;
};

G_DEFINE_FINAL_TYPE (MilieuInspectorTie, milieu_inspector_tie, GTK_TYPE_BOX)

static void
on_claims (MilieuInspectorTie *self)
{
  milieu_claims_dialog_present (self->session, MILIEU_RECORD_TIE, self->tie, -1,
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
on_reverse (MilieuInspectorTie *self)
{
  milieu_document_commit (milieu_session_document (self->session),
                          milieu_edit_reverse_ties (milieu_session_map (self->session), &self->tie, 1), NULL);
}

static void
on_delete (MilieuInspectorTie *self)
{
  milieu_document_commit (milieu_session_document (self->session),
                          milieu_edit_delete (milieu_session_map (self->session), NULL, 0, &self->tie, 1), NULL);
}

static GtkWidget *
button_new (MilieuInspectorTie *self, const char *words, const char *class, GCallback clicked)
{
  GtkWidget *button = milieu_mnemonic_button_new (words);

  if (class != NULL)
    gtk_widget_add_css_class (button, class);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static void
add_tail (MilieuInspectorTie *self)
{
  GtkWidget *claims = gtk_button_new (), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->claims_label = GTK_LABEL (milieu_label_new ("", "fact"));
  gtk_button_set_child (GTK_BUTTON (claims), GTK_WIDGET (self->claims_label));
  gtk_widget_add_css_class (claims, "flat");
  gtk_widget_set_halign (claims, GTK_ALIGN_START);
  g_signal_connect_swapped (claims, "clicked", G_CALLBACK (on_claims), self);
  gtk_box_append (GTK_BOX (buttons), button_new (self, _("Re_verse"), NULL, G_CALLBACK (on_reverse)));
  gtk_box_append (GTK_BOX (buttons), button_new (self, _("_Delete This Tie"), "destructive-action", G_CALLBACK (on_delete)));
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  gtk_widget_add_css_class (buttons, "section");
  gtk_box_append (GTK_BOX (self), claims);
  gtk_box_append (GTK_BOX (self), buttons);
}

static void
show_head (MilieuInspectorTie *self, const MilieuTie *tie)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  MilieuClass tie_class = milieu_snapshot_tie_class (snapshot, tie);
  g_autofree char *subtitle = g_strjoin (" · ", milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_CLASS, tie_class)),
                                         milieu_evidence_words (tie->evidence), NULL);

  milieu_box_clear (self->head);
  gtk_box_append (self->head, milieu_sample_new_tie (tie_class, tie->evidence, milieu_snapshot_tie_directed (snapshot, tie), TIE_WIDTH));
  gtk_box_append (GTK_BOX (words), milieu_label_new (milieu_label_of_type (snapshot, tie->type), "title-4"));
  gtk_box_append (GTK_BOX (words), milieu_label_new (subtitle, "sub dim-label"));
  gtk_box_append (self->head, words);
  milieu_box_clear (self->ends);
  gtk_box_append (self->ends, milieu_actor_row_new (self->session, tie->source, _("source")));
  gtk_box_append (self->ends, milieu_actor_row_new (self->session, tie->target, _("target")));
}

/* ---- dates of its ends that are disputed ---- */

static void
on_dispute (GtkButton *button, MilieuInspectorTie *self)
{
  guint32 actor = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "milieu-actor"));
  int field = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "milieu-field"));

  milieu_claims_dialog_present (self->session, MILIEU_RECORD_ACTOR, actor, field,
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
append_dispute (MilieuInspectorTie *self, const MilieuActor *actor, guint field)
{
  g_autofree char *disputed = milieu_dispute_words (self->session, &actor->record, field, NULL), *words = NULL;
  GtkWidget *button, *line, *icon;

  if (*disputed == '\0')
    return;
  /* Translators: an actor, a field, what is disputed */
  words = g_strdup_printf (_("%s, %s: %s"), actor->name != NULL ? actor->name : actor->record.id,
                           milieu_field_words (&milieu_fields (MILIEU_RECORD_ACTOR, NULL)[field]), disputed);
  button = gtk_button_new ();
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (icon, "warning");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), milieu_label_new (words, "sub"));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "others");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "milieu-actor", GUINT_TO_POINTER (actor->record.key));
  g_object_set_data (G_OBJECT (button), "milieu-field", GINT_TO_POINTER ((int) field));
  g_signal_connect (button, "clicked", G_CALLBACK (on_dispute), self);
  gtk_box_append (self->disputes, button);
}

/* a tie cannot begin before its ends: who doubts when they began doubts the tie's date too */
static void
show_disputes (MilieuInspectorTie *self, const MilieuTie *tie)
{
  guint32 ends[] = { tie->source, tie->target };

  milieu_box_clear (self->disputes);
  for (guint i = 0; i < (tie->source == tie->target ? 1 : G_N_ELEMENTS (ends)); i++)
    {
      const MilieuActor *actor = milieu_snapshot_actor (milieu_session_snapshot (self->session), ends[i]);

      append_dispute (self, actor, MILIEU_ACTOR_START);
      append_dispute (self, actor, MILIEU_ACTOR_END);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->disputes), gtk_widget_get_first_child (GTK_WIDGET (self->disputes)) != NULL);
}

static void
milieu_inspector_tie_class_init (MilieuInspectorTieClass *klass)
{
}

static void
milieu_inspector_tie_init (MilieuInspectorTie *self)
{
  self->tie = MILIEU_NO_KEY;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inspector");
}

GtkWidget *
milieu_inspector_tie_new (MilieuSession *session)
{
  MilieuInspectorTie *self = g_object_new (MILIEU_TYPE_INSPECTOR_TIE, NULL);
  GtkWidget *note = milieu_field_editor_new (session, MILIEU_RECORD_TIE, MILIEU_TIE_NOTE);

  self->session = session;
  self->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));
  self->ends = GTK_BOX (milieu_boxed_list_new (_("Ends")));
  self->fields = milieu_boxed_list_new (_("Fields"));
  self->note = MILIEU_FIELD_EDITOR (note);
  self->quotes_title = milieu_label_new (_("Quotes"), "heading section");
  self->quotes = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  milieu_field_list_fill (GTK_BOX (self->fields), session, MILIEU_RECORD_TIE, MILIEU_TIE_TYPE, MILIEU_TIE_EVIDENCE);
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "inspector-head");
  gtk_widget_add_css_class (self->fields, "section");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->ends));
  gtk_box_append (GTK_BOX (self), self->fields);
  self->disputes = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->disputes));
  gtk_box_append (GTK_BOX (self), self->quotes_title);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->quotes));
  gtk_box_append (GTK_BOX (self), milieu_label_new (_("Note"), "heading section"));
  gtk_box_append (GTK_BOX (self), note);
  add_tail (self);
  return GTK_WIDGET (self);
}

void
milieu_inspector_tie_show (MilieuInspectorTie *self, guint32 key)
{
  const MilieuTie *tie = milieu_snapshot_tie (milieu_session_snapshot (self->session), key);
  g_autoptr (GPtrArray) claims = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (tie != NULL);
  /* first, for it commits what was typed of the tie before */
  milieu_field_list_show (GTK_BOX (self->fields), &key, 1);
  milieu_field_editor_show (self->note, &key, 1);
  self->tie = key;
  tie = milieu_snapshot_tie (milieu_session_snapshot (self->session), key);
  show_head (self, tie);
  show_disputes (self, tie);
  gtk_widget_set_visible (self->quotes_title, milieu_quotes_fill (self->quotes, self->session, MILIEU_RECORD_TIE, key) > 0);
  claims = milieu_claims_about (self->session, MILIEU_RECORD_TIE, key, -1);
  words = g_strdup_printf (ngettext ("%u claim about this tie…", "%u claims about this tie…", claims->len), claims->len);
  gtk_label_set_label (self->claims_label, words);
}
