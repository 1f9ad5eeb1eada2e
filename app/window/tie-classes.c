#include "window/tie-classes.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "edit/convention.h"
#include "reading/verdict.h"
#include "window/field-row.h"
#include "window/labels.h"
#include "window/quotes.h"
#include "window/rows.h"
#include "window/sample.h"

#define TIE_WIDTH 30

struct _MilieuTieClasses
{
  GtkBox parent_instance;

  MilieuSession *session; /* not owned */
  GtkWidget *list, *reset;
  GArray *keys;    /* of the types, in the order of the rows */
  GPtrArray *rows; /* Row */
  gboolean showing;
  guint idle;
};

typedef struct
{
  GtkWidget *sample; /* a box for one tie */
  GtkDropDown *classes;
  GtkLabel *name, *count, *usual;
} Row;

G_DEFINE_FINAL_TYPE (MilieuTieClasses, milieu_tie_classes, GTK_TYPE_BOX)

static const char *
class_label (MilieuClass class)
{
  return milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_CLASS, class));
}

static void
on_chosen (GtkDropDown *dropdown, GParamSpec *pspec, MilieuTieClasses *self)
{
  guint selected = gtk_drop_down_get_selected (dropdown);

  if (self->showing || selected == GTK_INVALID_LIST_POSITION)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (((Row *) self->rows->pdata[i])->classes == dropdown)
      milieu_document_commit (milieu_session_document (self->session),
                              milieu_edit_set_tie_class (milieu_session_map (self->session), g_array_index (self->keys, guint32, i),
                                                         MILIEU_CLASS_INTERACTION + selected), NULL);
}

static void
on_reset (MilieuTieClasses *self)
{
  if (self->rows->len > 0) /* the button that was pressed goes */
    gtk_widget_grab_focus (GTK_WIDGET (((Row *) self->rows->pdata[0])->classes));
  milieu_document_commit (milieu_session_document (self->session),
                          milieu_edit_reset_tie_classes (milieu_session_map (self->session)), NULL);
}

static GtkWidget *
dropdown_new (MilieuTieClasses *self, const char *type)
{
  const char *const labels[] = { class_label (MILIEU_CLASS_INTERACTION), class_label (MILIEU_CLASS_INSTITUTION),
                                 class_label (MILIEU_CLASS_LOCATION), NULL };
  GtkWidget *dropdown = gtk_drop_down_new_from_strings (labels);
  /* Translators: of a type of tie: interaction, institution or location */
  g_autofree char *words = g_strdup_printf (_("“%s” counts as"), type);

  gtk_widget_set_valign (dropdown, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect (dropdown, "notify::selected", G_CALLBACK (on_chosen), self);
  return dropdown;
}

static void
add_row (MilieuTieClasses *self, guint32 key)
{
  const char *type = milieu_label_of_type (milieu_session_snapshot (self->session), key);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = milieu_label_new ("", "fact"), *count = milieu_label_new ("", "sub dim-label"), *usual = milieu_label_new ("", "sub changed");
  Row *row = g_new0 (Row, 1);

  row->sample = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  row->classes = GTK_DROP_DOWN (dropdown_new (self, type));
  row->name = GTK_LABEL (name);
  row->count = GTK_LABEL (count);
  row->usual = GTK_LABEL (usual);
  gtk_box_append (GTK_BOX (names), name);
  gtk_box_append (GTK_BOX (names), count);
  gtk_box_append (GTK_BOX (names), usual);
  gtk_widget_set_hexpand (names, TRUE);
  gtk_box_append (GTK_BOX (line), row->sample);
  gtk_box_append (GTK_BOX (line), names);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (row->classes));
  gtk_widget_add_css_class (line, "field-row");
  gtk_widget_add_css_class (line, "tie-class");
  gtk_box_append (GTK_BOX (self->list), line);
  g_array_append_val (self->keys, key);
  g_ptr_array_add (self->rows, row);
}

static guint
count_ties (MilieuSnapshot *snapshot, guint32 type)
{
  guint n = 0;

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_TIE); key++)
    {
      const MilieuTie *tie = milieu_snapshot_tie (snapshot, key);

      n += tie != NULL && tie->type == type;
    }
  return n;
}

/* Returns: whether the type counts as something else than by convention */
static gboolean
show_row (MilieuTieClasses *self, guint i)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  Row *row = self->rows->pdata[i];
  const MilieuTieType *type = milieu_snapshot_type (snapshot, g_array_index (self->keys, guint32, i));
  guint n = count_ties (snapshot, type->record.key);
  g_autofree char *count = g_strdup_printf (ngettext ("%u tie", "%u ties", n), n);
  MilieuClass usual;
  gboolean changed = milieu_tie_class_changed (type, &usual);
  /* Translators: the class of a type of tie by convention: Institution */
  g_autofree char *words = g_strdup_printf (_("◆ changed from %s"), class_label (usual));

  milieu_box_clear (GTK_BOX (row->sample));
  gtk_box_append (GTK_BOX (row->sample), milieu_sample_new_tie (type->tie_class, MILIEU_EVIDENCE_STATED,
                                                                type->directed != MILIEU_ANSWER_NO, TIE_WIDTH));
  gtk_drop_down_set_selected (row->classes, type->tie_class != MILIEU_CLASS_UNSET ? (guint) (type->tie_class - MILIEU_CLASS_INTERACTION)
                                                                                  : GTK_INVALID_LIST_POSITION);
  gtk_label_set_label (row->name, milieu_label_of_type (snapshot, type->record.key));
  gtk_label_set_label (row->count, count);
  gtk_label_set_label (row->usual, words);
  gtk_widget_set_visible (GTK_WIDGET (row->usual), changed);
  return changed;
}

/* the rows stay while the types do, so that the keyboard stays where it is */
static gboolean
has_rows_of (MilieuTieClasses *self, const guint32 *keys, guint n)
{
  gboolean same = n == self->keys->len;

  for (guint i = 0; same && i < n; i++)
    same = keys[i] == g_array_index (self->keys, guint32, i);
  return same;
}

static gboolean
update (gpointer data)
{
  MilieuTieClasses *self = data;
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (milieu_session_snapshot (self->session), MILIEU_RECORD_TYPE, &n);
  gboolean changed = FALSE;

  self->idle = 0;
  self->showing = TRUE;
  if (!has_rows_of (self, keys, n))
    {
      milieu_box_clear (GTK_BOX (self->list));
      g_array_set_size (self->keys, 0);
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < n; i++)
        add_row (self, keys[i]);
    }
  for (guint i = 0; i < n; i++)
    changed |= show_row (self, i);
  self->showing = FALSE;
  gtk_widget_set_visible (self->reset, changed);
  gtk_widget_set_visible (self->list, n > 0);
  return G_SOURCE_REMOVE;
}

static void
queue_update (MilieuTieClasses *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update, self, NULL);
}

static void
on_changed (MilieuTieClasses *self, guint mask)
{
  if (mask & (1u << MILIEU_RECORD_TYPE | 1u << MILIEU_RECORD_TIE))
    queue_update (self);
}

/* the keys of another map mean other types */
static void
on_document_reset (MilieuTieClasses *self)
{
  milieu_box_clear (GTK_BOX (self->list));
  g_array_set_size (self->keys, 0);
  g_ptr_array_set_size (self->rows, 0);
  queue_update (self);
}

static void
milieu_tie_classes_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (milieu_tie_classes_parent_class)->map (widget);
  queue_update (MILIEU_TIE_CLASSES (widget));
}

static void
milieu_tie_classes_dispose (GObject *object)
{
  MilieuTieClasses *self = MILIEU_TIE_CLASSES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (milieu_tie_classes_parent_class)->dispose (object);
}

static void
milieu_tie_classes_class_init (MilieuTieClassesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_tie_classes_dispose;
  GTK_WIDGET_CLASS (klass)->map = milieu_tie_classes_map;
}

static void
milieu_tie_classes_init (MilieuTieClasses *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
milieu_tie_classes_new (MilieuSession *session)
{
  MilieuTieClasses *self = g_object_new (MILIEU_TYPE_TIE_CLASSES, NULL);
  MilieuDocument *document = milieu_session_document (session);

  self->session = session;
  self->list = milieu_boxed_list_new (_("What Each Tie Counts As"));
  self->reset = milieu_wrapping_button_new (_("All Classes Back to the Convention"));
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (on_reset), self);
  gtk_box_append (GTK_BOX (self), milieu_label_new (_("No other convention weighs as much: interactions alone make the interactionist "
                                                      "reading, and the gap is what institutional ties add."), "sub dim-label"));
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->reset);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reset", G_CALLBACK (on_document_reset), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
