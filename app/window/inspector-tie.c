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
  GtkBox *quotes;
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
  show_head (self, milieu_snapshot_tie (milieu_session_snapshot (self->session), key));
  gtk_widget_set_visible (self->quotes_title, milieu_quotes_fill (self->quotes, self->session, MILIEU_RECORD_TIE, key) > 0);
  claims = milieu_claims_about (self->session, MILIEU_RECORD_TIE, key, -1);
  words = g_strdup_printf (ngettext ("%u claim about this tie…", "%u claims about this tie…", claims->len), claims->len);
  gtk_label_set_label (self->claims_label, words);
}
