#include "window/field-editor.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "edit/field.h"
#include "edit/municipality.h"
#include "session/ground.h"
#include "window/choices.h"
#include "window/place-words.h"
#include "window/rows.h"
#include "window/suggestions.h"
#include "window/values.h"

#define NAME_CHARS 25.0   /* that the head of the inspector holds in its own size */
#define NAME_SMALLEST 0.7 /* of that size */

struct _MilieuFieldEditor
{
  GtkBox parent_instance;

  MilieuSession *session; /* not owned */
  MilieuRecordType type;
  guint index;
  const MilieuField *field;
  char *setting; /* (nullable): the id of a setting, which may not be there yet */
  guint32 *keys;
  guint n;

  char *shown; /* what the editor held before a person typed */
  GtkEntry *entry;         /* one of these three */
  GtkTextView *text;
  MilieuChoices *choices;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (MilieuFieldEditor, milieu_field_editor, GTK_TYPE_BOX)

static void refresh (MilieuFieldEditor *self);

static char *
typed_text (MilieuFieldEditor *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (self->entry != NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  buffer = gtk_text_view_get_buffer (self->text);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_text (MilieuFieldEditor *self, const char *text)
{
  if (self->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  else if (self->text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
}

/* the words of a refusal below the field, none with %NULL */
static void
say (MilieuFieldEditor *self, const char *words)
{
  GtkWidget *widget = self->entry != NULL ? GTK_WIDGET (self->entry) : GTK_WIDGET (self->text);

  gtk_label_set_label (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
  if (widget == NULL)
    return;
  if (words != NULL)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                               words != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
commit (MilieuFieldEditor *self, MilieuGroup *group, GError *refusal)
{
  g_autoptr (GError) error = refusal;

  if (group != NULL)
    milieu_document_commit (milieu_session_document (self->session), group, &error);
  say (self, error != NULL ? error->message : NULL);
}

static gboolean
is_coordinates (MilieuFieldEditor *self)
{
  return self->setting == NULL && self->type == MILIEU_RECORD_ACTOR && self->index == MILIEU_ACTOR_LAT;
}

static gboolean
is_municipality (MilieuFieldEditor *self)
{
  return self->setting == NULL && self->type == MILIEU_RECORD_ACTOR && self->index == MILIEU_ACTOR_MUNICIPALITY;
}

static void
commit_text (MilieuFieldEditor *self)
{
  MilieuMap *map = milieu_session_map (self->session);
  g_autofree char *text = NULL;
  MilieuGroup *group;
  GError *error = NULL;

  if (self->choices != NULL || (self->n == 0 && self->setting == NULL))
    return;
  text = typed_text (self);
  if (g_strcmp0 (text, self->shown) == 0)
    {
      say (self, NULL);
      return;
    }
  if (self->setting != NULL)
    group = milieu_edit_set_setting (map, self->setting, g_strstrip (text));
  else if (is_coordinates (self))
    group = milieu_coordinates_group (map, self->keys, self->n, g_strstrip (text), &error);
  else if (is_municipality (self))
    group = milieu_edit_set_municipality (map, milieu_ground_gazetteer (), self->keys, self->n, text, &error);
  else
    group = milieu_edit_set_text (map, self->type, self->keys, self->n, self->index, text, &error);
  commit (self, group, error);
  /* the value as it stands now, however it was typed */
  if (!gtk_widget_get_visible (GTK_WIDGET (self->problem)))
    {
      g_clear_pointer (&self->shown, g_free);
      refresh (self);
    }
}

static void
on_chosen (MilieuFieldEditor *self, guint value)
{
  GError *error = NULL;
  MilieuValue chosen = self->field->kind == MILIEU_VALUE_TOKEN ? MILIEU_TOKEN (value) : MILIEU_REFERENCE (value);
  MilieuGroup *group = milieu_edit_set_field (milieu_session_map (self->session), self->type, self->keys, self->n,
                                              self->index, chosen, &error);

  commit (self, group, error);
}

static gboolean
on_key (MilieuFieldEditor *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  set_text (self, self->shown != NULL ? self->shown : "");
  say (self, NULL);
  return GDK_EVENT_STOP;
}

static void
watch_keyboard (MilieuFieldEditor *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new (), *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit_text), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, keys);
}

static void
add_entry (MilieuFieldEditor *self, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  self->entry = GTK_ENTRY (entry);
  /* Ctrl+Z takes the map's last change back, which the entry then shows */
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_entry_set_has_frame (self->entry, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_add_css_class (entry, "field");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (commit_text), self);
  gtk_box_prepend (GTK_BOX (self), entry);
  if (is_municipality (self))
    gtk_box_insert_child_after (GTK_BOX (self), milieu_suggestions_new (self->entry, milieu_municipalities_like, NULL), entry);
  watch_keyboard (self, entry);
}

static void
add_text (MilieuFieldEditor *self, const char *label)
{
  GtkWidget *text = gtk_text_view_new ();

  self->text = GTK_TEXT_VIEW (text);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (self->text), FALSE);
  gtk_widget_add_css_class (text, "field-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  watch_keyboard (self, text);
  gtk_box_prepend (GTK_BOX (self), text);
}

static void
add_choices (MilieuFieldEditor *self, const char *label)
{
  GtkWidget *choices = milieu_choices_new (self->session, self->field, label);

  self->choices = MILIEU_CHOICES (choices);
  g_signal_connect_swapped (choices, "chosen", G_CALLBACK (on_chosen), self);
  gtk_box_prepend (GTK_BOX (self), choices);
}

static const MilieuRecord *
get_record (MilieuFieldEditor *self, guint i)
{
  return milieu_snapshot_get (milieu_session_snapshot (self->session), self->type, self->keys[i]);
}

/* the value that all have; %FALSE where they differ */
static gboolean
get_value (MilieuFieldEditor *self, MilieuValue *value)
{
  const MilieuRecord *first = self->n > 0 ? get_record (self, 0) : NULL;

  *value = first != NULL ? milieu_record_get (first, self->index) : MILIEU_NO_VALUE;
  for (guint i = 1; i < self->n; i++)
    {
      const MilieuRecord *record = get_record (self, i);

      if (record != NULL && !milieu_value_equal (*value, milieu_record_get (record, self->index)))
        return FALSE;
    }
  return TRUE;
}

/* a long name is written smaller, so that it is seen whole where the panel is as wide as it opens */
static void
fit_name (GtkEntry *entry, const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  glong n = g_utf8_strlen (text, -1);

  pango_attr_list_insert (attributes, pango_attr_scale_new (CLAMP (NAME_CHARS / MAX (n, 1), NAME_SMALLEST, 1)));
  gtk_entry_set_attributes (entry, attributes);
}

/* shows @text unless it is what was shown before: then what a person is typing stays */
static void
refresh_text (MilieuFieldEditor *self, const char *text, gboolean mixed)
{
  if (self->entry != NULL)
    gtk_entry_set_placeholder_text (self->entry, mixed ? "—" : NULL);
  if (g_strcmp0 (self->shown, text) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (text);
  set_text (self, text);
  if (self->entry != NULL && self->setting == NULL && self->type == MILIEU_RECORD_ACTOR && self->index == MILIEU_ACTOR_NAME)
    fit_name (self->entry, text);
  /* what is longer than the entry */
  if (self->entry != NULL)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), *text != '\0' ? text : NULL);
  say (self, NULL);
}

static void
refresh (MilieuFieldEditor *self)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  g_autofree char *text = NULL;
  MilieuValue value;
  gboolean same;

  if (self->setting != NULL)
    {
      const char *set = milieu_snapshot_setting (snapshot, self->setting);

      refresh_text (self, set != NULL ? set : "", FALSE);
      return;
    }
  same = get_value (self, &value);
  if (self->choices != NULL)
    {
      guint32 choice = value.kind == MILIEU_VALUE_REFERENCE ? value.key : value.kind == MILIEU_VALUE_TOKEN ? value.token : 0;

      milieu_choices_show (self->choices, same ? choice : MILIEU_CHOICE_MIXED);
      return;
    }
  if (is_coordinates (self))
    text = same && self->n > 0 ? milieu_coordinates_words ((const MilieuActor *) get_record (self, 0)) : g_strdup ("");
  else
    text = same ? milieu_value_words (self->session, self->field, value) : g_strdup ("");
  refresh_text (self, text, !same);
}

static void
milieu_field_editor_finalize (GObject *object)
{
  MilieuFieldEditor *self = MILIEU_FIELD_EDITOR (object);

  g_free (self->setting);
  g_free (self->keys);
  g_free (self->shown);
  G_OBJECT_CLASS (milieu_field_editor_parent_class)->finalize (object);
}

static void
milieu_field_editor_class_init (MilieuFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = milieu_field_editor_finalize;
}

static void
milieu_field_editor_init (MilieuFieldEditor *self)
{
  GtkWidget *problem = milieu_label_new ("", "error sub");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->problem = GTK_LABEL (problem);
  gtk_widget_hide (problem);
  gtk_box_append (GTK_BOX (self), problem);
}

GtkWidget *
milieu_field_editor_new (MilieuSession *session, MilieuRecordType type, guint field)
{
  MilieuFieldEditor *self = g_object_new (MILIEU_TYPE_FIELD_EDITOR, NULL);
  const char *label;

  self->session = session;
  self->type = type;
  self->index = field;
  self->field = &milieu_fields (type, NULL)[field];
  label = is_coordinates (self) ? _("Coordinates") : milieu_field_words (self->field);
  if (self->field->kind == MILIEU_VALUE_TOKEN || self->field->kind == MILIEU_VALUE_REFERENCE)
    add_choices (self, label);
  else if (self->field->flags & MILIEU_FIELD_LONG)
    add_text (self, label);
  else
    add_entry (self, label);
  return GTK_WIDGET (self);
}

GtkWidget *
milieu_field_editor_new_setting (MilieuSession *session, const char *id, const char *label)
{
  MilieuFieldEditor *self = g_object_new (MILIEU_TYPE_FIELD_EDITOR, NULL);

  self->session = session;
  self->setting = g_strdup (id);
  add_entry (self, label);
  refresh (self);
  return GTK_WIDGET (self);
}

void
milieu_field_editor_show (MilieuFieldEditor *self, const guint32 *keys, guint n)
{
  g_return_if_fail (MILIEU_IS_FIELD_EDITOR (self));

  if (n != self->n || (n > 0 && memcmp (keys, self->keys, n * sizeof *keys) != 0))
    {
      guint32 *copy = g_memdup2 (keys, n * sizeof *keys);

      commit_text (self);
      g_free (self->keys);
      self->keys = copy;
      self->n = n;
      /* even an equal value takes the place of what was typed for others */
      g_clear_pointer (&self->shown, g_free);
    }
  refresh (self);
}

GtkWidget *
milieu_field_editor_get_text (MilieuFieldEditor *self)
{
  if (self->text != NULL)
    return GTK_WIDGET (self->text);
  return self->entry != NULL ? GTK_WIDGET (self->entry) : NULL;
}
