#include "window/choices.h"

#include "figure/mark.h"
#include "window/labels.h"
#include "window/sample.h"

#define SYMBOL_SIZE 13
#define TIE_WIDTH 28

struct _MilieuChoices
{
  GtkWidget parent_instance;

  MilieuSession *session; /* not owned */
  const MilieuField *field;
  GtkDropDown *dropdown;
  GArray *values; /* guint32, in the order of the list */
  char *labels;   /* of the list, to see whether it must be made anew */
  gboolean updating, choosing;
};

G_DEFINE_FINAL_TYPE (MilieuChoices, milieu_choices, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
label_of (MilieuChoices *self, guint32 value)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);

  if (value == MILIEU_CHOICE_MIXED)
    return "—";
  if (self->field->kind == MILIEU_VALUE_TOKEN)
    return milieu_label (milieu_vocabulary_label (self->field->of, value));
  return self->field->of == MILIEU_RECORD_KIND ? milieu_label_of_kind (snapshot, value)
                                               : milieu_label_of_type (snapshot, value);
}

static GtkWidget *
sample_of_token (guint vocabulary, guint token)
{
  if (vocabulary == MILIEU_VOCABULARY_GROUND)
    return milieu_sample_new_symbol (MILIEU_SYMBOL_ORGANISATION, token, SYMBOL_SIZE);
  if (vocabulary == MILIEU_VOCABULARY_SYMBOL && token != MILIEU_SYMBOL_UNSET)
    return milieu_sample_new_symbol (token, MILIEU_GROUND_PLAIN, SYMBOL_SIZE);
  if (vocabulary == MILIEU_VOCABULARY_EVIDENCE && token != MILIEU_EVIDENCE_UNSET)
    return milieu_sample_new_tie (MILIEU_CLASS_UNSET, token, FALSE, TIE_WIDTH);
  if (vocabulary == MILIEU_VOCABULARY_CLASS && token != MILIEU_CLASS_UNSET)
    return milieu_sample_new_tie (token, MILIEU_EVIDENCE_STATED, TRUE, TIE_WIDTH);
  return NULL;
}

static GtkWidget *
sample_of (MilieuChoices *self, guint32 value)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  const MilieuTieType *type;

  if (value == MILIEU_CHOICE_MIXED)
    return NULL;
  if (self->field->kind == MILIEU_VALUE_TOKEN)
    return sample_of_token (self->field->of, value);
  if (self->field->of == MILIEU_RECORD_KIND)
    return milieu_sample_new_symbol (milieu_symbol_of_kind (snapshot, value), MILIEU_GROUND_PLAIN, SYMBOL_SIZE);
  type = milieu_snapshot_type (snapshot, value);
  return type != NULL ? milieu_sample_new_tie (type->tie_class, MILIEU_EVIDENCE_STATED, type->directed != MILIEU_ANSWER_NO,
                                               TIE_WIDTH) : NULL;
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, MilieuChoices *self)
{
  guint position = gtk_list_item_get_position (item);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *sample = NULL, *label;

  if (position < self->values->len)
    sample = sample_of (self, g_array_index (self->values, guint32, position));
  if (sample != NULL)
    gtk_box_append (GTK_BOX (box), sample);
  label = gtk_label_new (gtk_string_object_get_string (gtk_list_item_get_item (item)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

/* the list that drops down is as wide as its words, however narrow the button */
static void
on_bind_in_list (GtkSignalListItemFactory *factory, GtkListItem *item, MilieuChoices *self)
{
  on_bind (factory, item, self);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (gtk_list_item_get_child (item))), PANGO_ELLIPSIZE_NONE);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, NULL);
}

static GtkListItemFactory *
factory_new (MilieuChoices *self, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "bind", bind, self, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}

static void
on_selected (MilieuChoices *self)
{
  guint position = gtk_drop_down_get_selected (self->dropdown);
  guint32 value;

  if (self->updating || position >= self->values->len)
    return;
  value = g_array_index (self->values, guint32, position);
  if (value == MILIEU_CHOICE_MIXED)
    return;
  self->choosing = TRUE;
  g_signal_emit (self, signals[CHOSEN], 0, value);
  self->choosing = FALSE;
}

/* an unset scope counts as core, and what is required has no unset value to choose */
static gboolean
offers_unset (const MilieuField *field)
{
  return !(field->flags & MILIEU_FIELD_REQUIRED) && field->of != MILIEU_VOCABULARY_SCOPE;
}

static void
append_tokens (MilieuChoices *self)
{
  for (guint32 i = offers_unset (self->field) ? 0 : 1; i < milieu_vocabulary_size (self->field->of); i++)
    g_array_append_val (self->values, i);
}

static void
append_records (MilieuChoices *self)
{
  guint n;
  g_autofree guint32 *keys = self->field->of == MILIEU_RECORD_KIND
                               ? milieu_kinds_in_order (milieu_session_snapshot (self->session), &n)
                               : milieu_snapshot_sorted (milieu_session_snapshot (self->session), self->field->of, &n);

  g_array_append_vals (self->values, keys, n);
}

static void
collect (MilieuChoices *self, gboolean mixed)
{
  guint32 none = MILIEU_CHOICE_MIXED;

  g_array_set_size (self->values, 0);
  if (mixed)
    g_array_append_val (self->values, none);
  if (self->field->kind == MILIEU_VALUE_TOKEN)
    append_tokens (self);
  else
    append_records (self);
}

/* a list is not replaced while something is being chosen from it, nor for nothing */
static void
fill (MilieuChoices *self, gboolean mixed)
{
  g_autoptr (GtkStringList) list = NULL;
  g_autoptr (GString) labels = g_string_new (NULL);

  if (self->choosing)
    return;
  collect (self, mixed);
  list = gtk_string_list_new (NULL);
  for (guint i = 0; i < self->values->len; i++)
    {
      guint32 value = g_array_index (self->values, guint32, i);

      gtk_string_list_append (list, label_of (self, value));
      g_string_append_printf (labels, "%u %s\n", value, label_of (self, value));
    }
  if (g_strcmp0 (labels->str, self->labels) == 0)
    return;
  g_free (self->labels);
  self->labels = g_strdup (labels->str);
  gtk_drop_down_set_model (self->dropdown, G_LIST_MODEL (list));
}

static guint
position_of (MilieuChoices *self, guint32 value)
{
  for (guint i = 0; i < self->values->len; i++)
    if (g_array_index (self->values, guint32, i) == value)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
milieu_choices_dispose (GObject *object)
{
  MilieuChoices *self = MILIEU_CHOICES (object);

  self->updating = TRUE;
  if (self->dropdown != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->dropdown));
  self->dropdown = NULL;
  G_OBJECT_CLASS (milieu_choices_parent_class)->dispose (object);
}

static void
milieu_choices_finalize (GObject *object)
{
  g_array_unref (MILIEU_CHOICES (object)->values);
  g_free (MILIEU_CHOICES (object)->labels);
  G_OBJECT_CLASS (milieu_choices_parent_class)->finalize (object);
}

static void
milieu_choices_class_init (MilieuChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_choices_dispose;
  G_OBJECT_CLASS (klass)->finalize = milieu_choices_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", MILIEU_TYPE_CHOICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);
}

static void
milieu_choices_init (MilieuChoices *self)
{
  g_autoptr (GtkListItemFactory) shown = factory_new (self, G_CALLBACK (on_bind));
  g_autoptr (GtkListItemFactory) listed = factory_new (self, G_CALLBACK (on_bind_in_list));

  self->values = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->dropdown = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_factory (self->dropdown, shown);
  gtk_drop_down_set_list_factory (self->dropdown, listed);
  gtk_widget_add_css_class (GTK_WIDGET (self->dropdown), "flat");
  gtk_widget_set_parent (GTK_WIDGET (self->dropdown), GTK_WIDGET (self));
  g_signal_connect_swapped (self->dropdown, "notify::selected", G_CALLBACK (on_selected), self);
}

GtkWidget *
milieu_choices_new (MilieuSession *session, const MilieuField *field, const char *label)
{
  MilieuChoices *self = g_object_new (MILIEU_TYPE_CHOICES, NULL);

  self->session = session;
  self->field = field;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
milieu_choices_show (MilieuChoices *self, guint32 value)
{
  g_return_if_fail (MILIEU_IS_CHOICES (self));

  if (self->field->kind == MILIEU_VALUE_TOKEN && self->field->of == MILIEU_VOCABULARY_SCOPE && value == MILIEU_SCOPE_UNSET)
    value = MILIEU_SCOPE_CORE;
  self->updating = TRUE;
  fill (self, value == MILIEU_CHOICE_MIXED);
  gtk_drop_down_set_selected (self->dropdown, position_of (self, value));
  self->updating = FALSE;
}
