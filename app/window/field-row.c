#include "window/field-row.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/claims-dialog.h"
#include "window/labels.h"
#include "window/rows.h"
#include "window/values.h"

#define LABEL_WIDTH 84

struct _MilieuFieldRow
{
  GtkBox parent_instance;

  MilieuSession *session; /* not owned */
  MilieuRecordType type;
  guint field;
  guint32 key; /* of the only record shown, else MILIEU_NO_KEY */
  MilieuFieldEditor *editor; /* (nullable) */
  GtkWidget *evidence, *others;
  GtkWidget *others_icon;
  GtkLabel *others_label;
};

G_DEFINE_FINAL_TYPE (MilieuFieldRow, milieu_field_row, GTK_TYPE_BOX)

static void
show_claims (MilieuFieldRow *self)
{
  if (self->key != MILIEU_NO_KEY)
    milieu_claims_dialog_present (self->session, self->type, self->key, (int) self->field,
                                  GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static GtkWidget *
flat_button_new (MilieuFieldRow *self, GtkWidget *child, const char *class)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, class);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_claims), self);
  return button;
}

static void
add_others (MilieuFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = milieu_label_new ("", "sub");

  self->others_label = GTK_LABEL (label);
  self->others_icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (self->others_icon, "warning");
  gtk_box_append (GTK_BOX (box), self->others_icon);
  gtk_box_append (GTK_BOX (box), label);
  self->others = flat_button_new (self, box, "others");
  gtk_widget_set_halign (self->others, GTK_ALIGN_START);
  gtk_widget_hide (self->others);
  gtk_box_append (GTK_BOX (self), self->others);
}

static void
build (MilieuFieldRow *self, GtkWidget *editor, const char *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = milieu_label_new (words, "fact dim-label");

  gtk_widget_set_size_request (label, LABEL_WIDTH, -1);
  gtk_label_set_width_chars (GTK_LABEL (label), 11);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 11);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), editor);
  self->evidence = flat_button_new (self, gtk_label_new (""), "evidence");
  gtk_box_append (GTK_BOX (line), self->evidence);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), line);
  add_others (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_evidence (MilieuFieldRow *self, const MilieuRecord *record)
{
  const MilieuField *field = &milieu_fields (self->type, NULL)[self->field];
  g_autofree char *value = record != NULL ? milieu_value_format (field, milieu_record_get (record, self->field),
                                                                 milieu_session_snapshot (self->session)) : NULL;
  gboolean is_blank = value == NULL || *value == '\0';
  MilieuEvidence evidence = is_blank ? MILIEU_EVIDENCE_UNSET : milieu_evidence_of (self->session, record, self->field);
  const char *words = milieu_evidence_words (evidence);
  /* Translators: a field, and who says so */
  g_autofree char *name = g_strdup_printf (_("%s: who says so (%s)"), milieu_field_words (field),
                                           *words != '\0' ? words : _("nobody"));

  gtk_widget_set_visible (self->evidence, record != NULL);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->evidence))), *words != '\0' ? words : "+");
  gtk_widget_set_tooltip_text (self->evidence, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->evidence), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_others (MilieuFieldRow *self, const MilieuRecord *record)
{
  gboolean is_suggestion = FALSE;
  g_autofree char *words = record != NULL ? milieu_dispute_words (self->session, record, self->field, &is_suggestion) : g_strdup ("");

  gtk_widget_set_visible (self->others, *words != '\0');
  gtk_widget_set_visible (self->others_icon, !is_suggestion);
  gtk_label_set_label (self->others_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->others), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
milieu_field_row_class_init (MilieuFieldRowClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
milieu_field_row_init (MilieuFieldRow *self)
{
  self->key = MILIEU_NO_KEY;
}

GtkWidget *
milieu_field_row_new (MilieuSession *session, MilieuRecordType type, guint field)
{
  MilieuFieldRow *self = g_object_new (MILIEU_TYPE_FIELD_ROW, NULL);
  GtkWidget *editor = milieu_field_editor_new (session, type, field);

  self->session = session;
  self->type = type;
  self->field = field;
  self->editor = MILIEU_FIELD_EDITOR (editor);
  build (self, editor, type == MILIEU_RECORD_ACTOR && field == MILIEU_ACTOR_LAT
                         ? _("Coordinates") : milieu_field_words (&milieu_fields (type, NULL)[field]));
  return GTK_WIDGET (self);
}

GtkWidget *
milieu_field_row_new_of (GtkWidget *editor, const char *label)
{
  MilieuFieldRow *self = g_object_new (MILIEU_TYPE_FIELD_ROW, NULL);

  build (self, editor, label);
  gtk_widget_hide (self->evidence);
  return GTK_WIDGET (self);
}

void
milieu_field_row_show (MilieuFieldRow *self, const guint32 *keys, guint n)
{
  gboolean has_claims = self->type == MILIEU_RECORD_ACTOR || self->type == MILIEU_RECORD_TIE;
  const MilieuRecord *record = NULL;

  g_return_if_fail (MILIEU_IS_FIELD_ROW (self));
  if (self->editor == NULL)
    return;
  milieu_field_editor_show (self->editor, keys, n);
  self->key = n == 1 && has_claims ? keys[0] : MILIEU_NO_KEY;
  if (self->key != MILIEU_NO_KEY)
    record = milieu_snapshot_get (milieu_session_snapshot (self->session), self->type, self->key);
  show_evidence (self, record);
  show_others (self, record);
}

static gboolean
is_editable (MilieuRecordType type, guint field)
{
  const MilieuField *fields = milieu_fields (type, NULL);

  /* ends of a tie are shown as actors; the latitude's row edits the longitude too */
  return !(fields[field].kind == MILIEU_VALUE_REFERENCE && fields[field].of == MILIEU_RECORD_ACTOR)
         && !(type == MILIEU_RECORD_ACTOR && field == MILIEU_ACTOR_LON);
}

void
milieu_field_list_fill (GtkBox *list, MilieuSession *session, MilieuRecordType type, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    if (is_editable (type, i))
      gtk_box_append (list, milieu_field_row_new (session, type, i));
}

void
milieu_field_list_show (GtkBox *list, const guint32 *keys, guint n)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (MILIEU_IS_FIELD_ROW (row))
      milieu_field_row_show (MILIEU_FIELD_ROW (row), keys, n);
}

GtkWidget *
milieu_boxed_list_new (const char *label)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (list, "card");
  gtk_widget_add_css_class (list, "rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return list;
}
