#include "window/search.h"

#include "window/labels.h"
#include "window/sample.h"

#include <string.h>

#define MAX_ROWS 60
#define SYMBOL_SIZE 13

struct _MilieuSearch
{
  GtkPopover parent;
  MilieuSession *session; /* not owned */
  GtkSearchEntry *entry;
  GtkListBox *list;
  char *found; /* (nullable): what the list answers: the entry waits a little before it says that it changed */
};

G_DEFINE_FINAL_TYPE (MilieuSearch, milieu_search, GTK_TYPE_POPOVER)

enum { FOUND, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct
{
  guint32 key;
  guint rank; /* 0 begins with what is sought, 1 a word does, 2 holds it */
  char *folded;
} Hit;

static void
hit_clear (gpointer hit)
{
  g_free (((Hit *) hit)->folded);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *x = a, *y = b;

  return x->rank != y->rank ? (int) x->rank - (int) y->rank : strcmp (x->folded, y->folded);
}

static gboolean
matches (const char *folded, const char *sought, guint *rank)
{
  const char *found = strstr (folded, sought);

  if (!found)
    return FALSE;
  *rank = found == folded ? 0 : 2;
  for (; found && *rank == 2; found = strstr (found + 1, sought))
    if (found[-1] == ' ')
      *rank = 1;
  return TRUE;
}

static GArray *
find (MilieuSearch *self, const char *text)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  g_autofree char *sought = milieu_words_fold (text);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  g_array_set_clear_func (hits, hit_clear);
  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR); key++)
    {
      const MilieuActor *actor = milieu_snapshot_actor (snapshot, key);
      Hit hit = { key, 0, NULL };

      if (!actor)
        continue;
      hit.folded = milieu_words_fold (actor->name ? actor->name : actor->record.id);
      if (matches (hit.folded, sought, &hit.rank))
        g_array_append_val (hits, hit);
      else
        g_free (hit.folded);
    }
  g_array_sort (hits, compare_hits);
  return hits;
}

static GtkWidget *
new_row (MilieuSearch *self, guint32 key, const guint8 *grounds)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  const MilieuActor *actor = milieu_snapshot_actor (snapshot, key);
  const char *name = actor->name ? actor->name : actor->record.id;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *where = gtk_label_new (actor->municipality);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (where, "dim-label");
  gtk_widget_add_css_class (where, "sub");
  gtk_box_append (GTK_BOX (box), milieu_sample_new_symbol (milieu_symbol_of_kind (snapshot, actor->kind),
                                                           grounds[key], SYMBOL_SIZE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), where);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "search-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "actor", GUINT_TO_POINTER (key));
  return row;
}

static void
on_search_changed (MilieuSearch *self)
{
  g_autoptr (GArray) hits = find (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree guint8 *grounds = milieu_snapshot_grounds (milieu_session_snapshot (self->session),
                                                        milieu_session_filter (self->session)->suggested);
  GtkWidget *row;

  g_free (self->found);
  self->found = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))))
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < MIN (hits->len, MAX_ROWS); i++)
    gtk_list_box_append (self->list, new_row (self, g_array_index (hits, Hit, i).key, grounds));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
choose (MilieuSearch *self, GtkListBoxRow *row)
{
  if (!row)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[FOUND], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "actor")));
}

static void
on_row_activated (MilieuSearch *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
on_activate (MilieuSearch *self)
{
  if (g_strcmp0 (self->found, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    on_search_changed (self);
  choose (self, gtk_list_box_get_selected_row (self->list));
}

/* Up and Down walk the list while the entry keeps the keyboard */
static gboolean
on_key (MilieuSearch *self, guint keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || !row)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->list, MAX (0, gtk_list_box_row_get_index (row) + step));
  if (row)
    gtk_list_box_select_row (self->list, row);
  return GDK_EVENT_STOP;
}

static void
on_show (MilieuSearch *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  on_search_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
milieu_search_finalize (GObject *object)
{
  g_free (MILIEU_SEARCH (object)->found);
  G_OBJECT_CLASS (milieu_search_parent_class)->finalize (object);
}

static void
milieu_search_class_init (MilieuSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = milieu_search_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/milieu/Milieu/search.ui");
  gtk_widget_class_bind_template_child (widget_class, MilieuSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, MilieuSearch, list);
  signals[FOUND] = g_signal_new ("found", MILIEU_TYPE_SEARCH, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
milieu_search_init (MilieuSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

void
milieu_search_set_session (MilieuSearch *self, MilieuSession *session)
{
  self->session = session;
  g_signal_connect_swapped (self, "show", G_CALLBACK (on_show), self);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self); /* Escape */
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
}
