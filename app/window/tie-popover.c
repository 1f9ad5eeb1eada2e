#include "window/tie-popover.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "edit/tie.h"
#include "window/choices.h"
#include "window/rows.h"
#include "window/suggestions.h"
#include "window/values.h"

#define ENTRY_CHARS 26
#define ROW_SPACING 6

struct _MilieuTiePopover
{
  GtkPopover parent_instance;

  MilieuSession *session; /* not owned */
  MilieuNewTie tie;
  GtkWidget *rows, *start, *said_by;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (MilieuTiePopover, milieu_tie_popover, GTK_TYPE_POPOVER)

static void
confirm (MilieuTiePopover *self)
{
  MilieuMap *map = milieu_session_map (self->session);
  g_autoptr (GError) error = NULL;
  guint32 key = MILIEU_NO_KEY;
  MilieuGroup *group;

  self->tie.start = gtk_editable_get_text (GTK_EDITABLE (self->start));
  self->tie.said_by = gtk_editable_get_text (GTK_EDITABLE (self->said_by));
  group = milieu_edit_add_tie (map, &self->tie, &key, &error);
  if (group != NULL && milieu_document_commit (milieu_session_document (self->session), group, &error))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      milieu_selection_only (milieu_session_selection (self->session), MILIEU_RECORD_TIE, key);
      return;
    }
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_show (GTK_WIDGET (self->problem));
}

static void
on_type (MilieuTiePopover *self, guint type)
{
  self->tie.type = type;
}

static void
on_evidence (MilieuTiePopover *self, guint evidence)
{
  self->tie.evidence = evidence;
}

/* titles of sources that hold what was typed; those of most claims are not sought: a title is short */
static GStrv
sources_like (const char *folded, gpointer data)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (MILIEU_TIE_POPOVER (data)->session);
  GStrvBuilder *titles = g_strv_builder_new ();
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_SOURCE, &n);
  GStrv found;

  for (guint i = 0; i < n; i++)
    {
      const char *title = milieu_snapshot_source (snapshot, keys[i])->title;

      if (title != NULL && milieu_suggestions_match (title, folded))
        g_strv_builder_add (titles, title);
    }
  found = g_strv_builder_end (titles);
  g_strv_builder_unref (titles);
  return found;
}

/* on a list Enter confirms too, and Space opens it */
static gboolean
on_key (MilieuTiePopover *self, guint keyval, guint keycode, GdkModifierType state, GtkEventController *keys)
{
  GtkWidget *list = gtk_event_controller_get_widget (keys), *focus = gtk_root_get_focus (gtk_widget_get_root (list));

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
      || focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != GTK_WIDGET (self))
    return GDK_EVENT_PROPAGATE;
  confirm (self);
  return GDK_EVENT_STOP;
}

static GtkWidget *
add_row (MilieuTiePopover *self, const char *words, GtkWidget *widget)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = milieu_label_new (words, "fact dim-label");

  gtk_label_set_width_chars (GTK_LABEL (label), 9);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), widget);
  gtk_box_append (GTK_BOX (self->rows), line);
  return widget;
}

static void
add_choices (MilieuTiePopover *self, guint field, guint32 shown, GCallback chosen)
{
  const MilieuField *which = &milieu_fields (MILIEU_RECORD_TIE, NULL)[field];
  GtkWidget *choices = milieu_choices_new (self->session, which, milieu_field_words (which));
  GtkEventController *keys = gtk_event_controller_key_new ();

  milieu_choices_show (MILIEU_CHOICES (choices), shown);
  g_signal_connect_object (choices, "chosen", chosen, self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (choices, keys);
  add_row (self, milieu_field_words (which), choices);
}

static GtkWidget *
add_entry (MilieuTiePopover *self, const char *words, const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), ENTRY_CHARS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (confirm), self, G_CONNECT_SWAPPED);
  return add_row (self, words, entry);
}

static void
add_head (MilieuTiePopover *self)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  const MilieuActor *source = milieu_snapshot_actor (snapshot, self->tie.source);
  const MilieuActor *target = milieu_snapshot_actor (snapshot, self->tie.target);
  g_autofree char *ends = g_strdup_printf ("%s → %s", source->name ? source->name : source->record.id,
                                           target->name ? target->name : target->record.id);
  GtkWidget *words = milieu_label_new (ends, "sub dim-label");

  gtk_label_set_max_width_chars (GTK_LABEL (words), ENTRY_CHARS + 10);
  gtk_box_append (GTK_BOX (self->rows), milieu_label_new (_("New Tie"), "heading"));
  gtk_box_append (GTK_BOX (self->rows), words);
}

static void
add_buttons (MilieuTiePopover *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cancel = milieu_mnemonic_button_new (_("_Cancel")), *add = milieu_mnemonic_button_new (_("_Add Tie"));

  self->problem = GTK_LABEL (milieu_label_new ("", "error sub"));
  gtk_label_set_max_width_chars (self->problem, ENTRY_CHARS + 10);
  gtk_widget_hide (GTK_WIDGET (self->problem));
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "clicked", G_CALLBACK (confirm), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), add);
  gtk_box_append (GTK_BOX (self->rows), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (self->rows), buttons);
}

static void
milieu_tie_popover_class_init (MilieuTiePopoverClass *klass)
{
}

static void
milieu_tie_popover_init (MilieuTiePopover *self)
{
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, ROW_SPACING);
  gtk_popover_set_child (GTK_POPOVER (self), self->rows);
  gtk_widget_add_css_class (GTK_WIDGET (self), "tie-popover");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New Tie"), -1);
}

GtkWidget *
milieu_tie_popover_new (MilieuSession *session, guint32 source, guint32 target)
{
  MilieuTiePopover *self = g_object_new (MILIEU_TYPE_TIE_POPOVER, NULL);

  self->session = session;
  self->tie = (MilieuNewTie) { source, target, milieu_edit_usual_type (milieu_session_map (session)), .evidence = MILIEU_EVIDENCE_STATED };
  add_head (self);
  add_choices (self, MILIEU_TIE_TYPE, self->tie.type, G_CALLBACK (on_type));
  self->start = add_entry (self, milieu_field_words (&milieu_fields (MILIEU_RECORD_TIE, NULL)[MILIEU_TIE_START]), "2017");
  self->said_by = add_entry (self, _("Source"), _("Who says so"));
  gtk_box_append (GTK_BOX (self->rows), milieu_suggestions_new (GTK_ENTRY (self->said_by), sources_like, self));
  add_choices (self, MILIEU_TIE_EVIDENCE, self->tie.evidence, G_CALLBACK (on_evidence));
  add_buttons (self);
  return GTK_WIDGET (self);
}
