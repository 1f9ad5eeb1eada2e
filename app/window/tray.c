#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/tray.h"

#include "model/short-name.h"
#include "window/flow.h"
#include "window/labels.h"
#include "window/sample.h"

#define SYMBOL_SIZE 12
/* beyond so many the tray would be a wall: search finds the others */
#define MAX_CHIPS 200
#define NAME_CHARS 34

struct _MilieuTray
{
  AdwBin parent;
  MilieuSession *session; /* not owned */
  GtkLabel *count;
  GtkBox *chips;
  GHashTable *chip_of; /* actor key → button */
  guint idle;
};

G_DEFINE_FINAL_TYPE (MilieuTray, milieu_tray, ADW_TYPE_BIN)

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct
{
  guint32 key;
  guint ground, kind;
  const char *name;
  char *folded;
} Entry;

static void
entry_clear (gpointer entry)
{
  g_free (((Entry *) entry)->folded);
}

static guint
rank_of_ground (guint ground)
{
  return ground == MILIEU_GROUND_NONE ? MILIEU_N_GROUNDS : ground;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;
  int by_ground = (int) rank_of_ground (x->ground) - (int) rank_of_ground (y->ground);

  return by_ground ? by_ground : strcmp (x->folded, y->folded);
}

static GArray *
entries (MilieuTray *self)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  const MilieuFilter *filter = milieu_session_filter (self->session);
  g_autofree guint8 *shown = milieu_filter_actors (filter, snapshot, TRUE);
  g_autofree guint8 *grounds = milieu_snapshot_grounds (snapshot, filter->suggested);
  GArray *array = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (array, entry_clear);
  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR); key++)
    {
      const MilieuActor *actor = shown[key] ? milieu_snapshot_actor (snapshot, key) : NULL;
      Entry entry;

      if (!actor || milieu_actor_is_located (actor))
        continue;
      entry = (Entry) { key, grounds[key], actor->kind, actor->name ? actor->name : actor->record.id, NULL };
      entry.folded = milieu_words_fold (entry.name);
      g_array_append_val (array, entry);
    }
  g_array_sort (array, compare_entries);
  return array;
}

static guint32
key_of (GtkWidget *chip)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "actor"));
}

static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, MilieuTray *self)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (n == 2)
    g_signal_emit (self, signals[ACTIVATED], 0, key_of (chip));
}

static void
on_clicked (GtkWidget *chip, MilieuTray *self)
{
  MilieuSelection *selection = milieu_session_selection (self->session);

  if (milieu_selection_single (selection, MILIEU_RECORD_ACTOR) == key_of (chip))
    g_signal_emit (self, signals[ACTIVATED], 0, key_of (chip));
  else
    milieu_selection_only (selection, MILIEU_RECORD_ACTOR, key_of (chip));
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkWidget *chip)
{
  return gdk_content_provider_new_typed (G_TYPE_UINT, key_of (chip));
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkWidget *chip)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (chip);

  gtk_drag_source_set_icon (source, picture, gtk_widget_get_width (chip) / 2, gtk_widget_get_height (chip) / 2);
}

static GtkWidget *
new_chip (MilieuTray *self, const Entry *entry)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *short_name = milieu_short_name (entry->name);
  GtkWidget *label = gtk_label_new (short_name);
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_box_append (GTK_BOX (content), milieu_sample_new_symbol (milieu_symbol_of_kind (snapshot, entry->kind),
                                                               entry->ground, SYMBOL_SIZE));
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_set_tooltip_text (chip, entry->name);
  gtk_widget_add_css_class (chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->name, -1);
  if (milieu_simulation_is_gone (milieu_session_simulation (self->session), MILIEU_RECORD_ACTOR, entry->key))
    {
      gtk_widget_add_css_class (chip, "gone");
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Gone in the simulation"), -1);
    }
  g_object_set_data (G_OBJECT (chip), "actor", GUINT_TO_POINTER (entry->key));
  g_signal_connect (chip, "clicked", G_CALLBACK (on_clicked), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (drag, "prepare", G_CALLBACK (on_drag_prepare), chip);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), chip);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (drag));
  return chip;
}

static void
show_selection (MilieuTray *self)
{
  MilieuSelection *selection = milieu_session_selection (self->session);
  GHashTableIter iter;
  gpointer key, chip;

  g_hash_table_iter_init (&iter, self->chip_of);
  while (g_hash_table_iter_next (&iter, &key, &chip))
    {
      gboolean on = milieu_selection_has (selection, MILIEU_RECORD_ACTOR, GPOINTER_TO_UINT (key));

      if (on)
        gtk_widget_add_css_class (chip, "on");
      else
        gtk_widget_remove_css_class (chip, "on");
      gtk_accessible_update_state (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_STATE_SELECTED, on, -1);
    }
}

static gboolean
fill (gpointer data)
{
  MilieuTray *self = data;
  g_autoptr (GArray) array = entries (self);
  g_autofree char *words = g_strdup_printf (ngettext ("%u actor", "%u actors", array->len), array->len);
  GtkWidget *chip;

  self->idle = 0;
  g_hash_table_remove_all (self->chip_of);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))))
    gtk_box_remove (self->chips, chip);
  for (guint i = 0; i < MIN (array->len, MAX_CHIPS); i++)
    {
      const Entry *entry = &g_array_index (array, Entry, i);

      chip = new_chip (self, entry);
      gtk_box_append (self->chips, chip);
      g_hash_table_insert (self->chip_of, GUINT_TO_POINTER (entry->key), chip);
    }
  gtk_label_set_label (self->count, words);
  gtk_widget_set_visible (GTK_WIDGET (self), array->len > 0);
  show_selection (self);
  return G_SOURCE_REMOVE;
}

static void
fill_soon (MilieuTray *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, fill, self, NULL);
}

static void
on_changed (MilieuTray *self, guint mask)
{
  if (mask & (1u << MILIEU_RECORD_ACTOR | 1u << MILIEU_RECORD_KIND | 1u << MILIEU_RECORD_CLAIM))
    fill_soon (self);
}

static void
milieu_tray_dispose (GObject *object)
{
  MilieuTray *self = MILIEU_TRAY (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->chip_of, g_hash_table_unref);
  G_OBJECT_CLASS (milieu_tray_parent_class)->dispose (object);
}

static void
milieu_tray_class_init (MilieuTrayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = milieu_tray_dispose;
  g_type_ensure (MILIEU_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/milieu/Milieu/tray.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, MilieuTray, count);
  gtk_widget_class_bind_template_child (widget_class, MilieuTray, chips);
  signals[ACTIVATED] = g_signal_new ("activated", MILIEU_TYPE_TRAY, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
milieu_tray_init (MilieuTray *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chip_of = g_hash_table_new (NULL, NULL);
}

void
milieu_tray_set_session (MilieuTray *self, MilieuSession *session)
{
  MilieuDocument *document = milieu_session_document (session);

  self->session = session;
  g_signal_connect_object (document, "reset", G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_question (session), "changed", G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_simulation (session), "changed", G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_selection (session), "changed",
                           G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  fill_soon (self);
}
