#include "window/contents-list.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/contents-model.h"
#include "window/labels.h"
#include "window/rows.h"
#include "window/sample.h"
#include "window/what-if-menu.h"

#define SYMBOL_SIZE 13

struct _MilieuContentsList
{
  AdwBin parent_instance;

  MilieuSession *session; /* not owned */
  MilieuContentsModel *model;
  GtkMultiSelection *selected;
  GtkListView *list;
  GtkLabel *count;
  GtkWidget *head;
  gboolean following; /* one selection is being taken over from the other */
  gboolean unsettled; /* the selected row is not where one sees it */
};

G_DEFINE_FINAL_TYPE (MilieuContentsList, milieu_contents_list, ADW_TYPE_BIN)

/* rows */

/* how well the actor is documented, as soon as it is known */
static char *
documentation_of (MilieuContentsList *self, MilieuContentsItem *item)
{
  const MilieuDocumentation *all = milieu_trust_documentation (milieu_session_trust (self->session));
  const MilieuActorDocumentation *known = all != NULL ? milieu_documentation_find (all, milieu_contents_item_actor (item)) : NULL;
  g_autofree char *sources = NULL;

  if (known == NULL)
    return NULL;
  if (known->sources == 0)
    return g_strdup (_("no source"));
  sources = g_strdup_printf (ngettext ("%u source", "%u sources", known->sources), known->sources);
  return known->ego_sampled ? g_strjoin (" · ", sources, _("⚠ ties from one list"), NULL) : g_steal_pointer (&sources);
}

static char *
caption_of (MilieuContentsList *self, MilieuContentsItem *item)
{
  guint ties = milieu_contents_item_ties (item);
  g_autofree char *count = g_strdup_printf (ngettext ("%u tie", "%u ties", ties), ties);
  g_autofree char *documentation = documentation_of (self, item);

  if (milieu_simulation_is_gone (milieu_session_simulation (self->session), MILIEU_RECORD_ACTOR,
                                 milieu_contents_item_actor (item)))
    return g_strdup (_("Gone in the simulation"));
  return g_strjoin (" · ", milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, milieu_contents_item_ground (item))),
                    count, documentation, NULL);
}

static GtkWidget *
row_new (MilieuContentsList *self, MilieuContentsItem *item, const char *name, const char *caption)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  const MilieuActor *actor = milieu_snapshot_actor (snapshot, milieu_contents_item_actor (item));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = milieu_label_new (name, "fact");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (words), milieu_label_new (caption, "sub dim-label numeric"));
  gtk_box_append (GTK_BOX (row), milieu_sample_new_symbol (milieu_symbol_of_kind (snapshot, actor->kind),
                                                           milieu_contents_item_ground (item), SYMBOL_SIZE));
  gtk_box_append (GTK_BOX (row), words);
  return row;
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, MilieuContentsList *self)
{
  MilieuContentsItem *item = gtk_list_item_get_item (list_item);
  const MilieuActor *actor = milieu_snapshot_actor (milieu_session_snapshot (self->session), milieu_contents_item_actor (item));
  const char *name = actor == NULL ? "" : actor->name != NULL ? actor->name : actor->record.id;
  g_autofree char *caption = caption_of (self, item);
  g_autofree char *words = NULL;
  GtkWidget *row;

  /* gone since the list was made; the next one is on its way */
  if (actor == NULL)
    return;
  words = g_strjoin (", ", name, milieu_label_of_kind (milieu_session_snapshot (self->session), actor->kind), caption, NULL);
  row = row_new (self, item, name, caption);
  if (milieu_simulation_is_gone (milieu_session_simulation (self->session), MILIEU_RECORD_ACTOR, actor->record.key))
    gtk_widget_add_css_class (row, "gone");
  gtk_list_item_set_child (list_item, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, NULL);
}

/* the two selections */

/* a list that was never laid out loses its rows when it scrolls (GTK 4.8): it waits until it shows */
static void
scroll_to_selected (MilieuContentsList *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selected));

  if (gtk_bitset_get_size (selected) == 1 && gtk_widget_get_mapped (GTK_WIDGET (self->list))
      && gtk_widget_get_height (GTK_WIDGET (self->list)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", gtk_bitset_get_minimum (selected));
}

static void
take_from_canvas (MilieuContentsList *self)
{
  MilieuSelection *selection = milieu_session_selection (self->session);
  guint n = milieu_selection_count (selection, MILIEU_RECORD_ACTOR);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, n_items);

  if (self->following)
    return;
  for (guint i = 0; n > 0 && i < n_items; i++)
    if (milieu_selection_has (selection, MILIEU_RECORD_ACTOR, milieu_contents_model_key (self->model, i)))
      gtk_bitset_add (selected, i);
  self->following = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selected), selected, mask);
  self->following = FALSE;
  scroll_to_selected (self);
}

/* the keyboard stands on who is selected, as soon as that row is there */
static void
focus_on_selected (MilieuContentsList *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (row != NULL && !(gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED))
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_widget_grab_focus (row);
}

/* the first frame lays the list out, the next brings the rows that it was scrolled to */
static gboolean
on_frame (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  MilieuContentsList *self = data;

  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;
  if (self->unsettled)
    {
      self->unsettled = FALSE;
      scroll_to_selected (self);
      return G_SOURCE_CONTINUE;
    }
  focus_on_selected (self);
  return G_SOURCE_REMOVE;
}

static void
on_map (MilieuContentsList *self)
{
  self->unsettled = TRUE;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list), on_frame, self, NULL);
}

static void
give_to_canvas (MilieuContentsList *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GArray) keys = NULL;
  GtkBitsetIter iter;
  guint position;

  if (self->following)
    return;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selected));
  keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, selected, &position); valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      guint32 key = milieu_contents_model_key (self->model, position);

      g_array_append_val (keys, key);
    }
  self->following = TRUE;
  milieu_selection_set (milieu_session_selection (self->session), (const guint32 *) (void *) keys->data, keys->len, NULL, 0);
  self->following = FALSE;
}

static void
on_activate (MilieuContentsList *self, guint position)
{
  milieu_selection_only (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR,
                         milieu_contents_model_key (self->model, position));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.panel-page", "s", "inspector");
}

static void
on_items_changed (MilieuContentsList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *words = g_strdup_printf (ngettext ("%u actor shown", "%u actors shown", n), n);

  gtk_label_set_label (self->count, words);
  take_from_canvas (self);
}

/* the same actors, told anew */
static void
on_departed (MilieuContentsList *self, gboolean departed)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (departed && n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self->model), 0, n, n);
}

static void
milieu_contents_list_finalize (GObject *object)
{
  g_clear_object (&MILIEU_CONTENTS_LIST (object)->model);
  G_OBJECT_CLASS (milieu_contents_list_parent_class)->finalize (object);
}

static gboolean
milieu_contents_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MILIEU_CONTENTS_LIST (widget)->list));
}

/* arrows walk the rows; Tab would walk them all before it leaves (GTK 4.8) */
static gboolean
milieu_contents_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MilieuContentsList *self = MILIEU_CONTENTS_LIST (widget);
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (!tab || gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    return GTK_WIDGET_CLASS (milieu_contents_list_parent_class)->focus (widget, direction);
  return direction == GTK_DIR_TAB_BACKWARD && gtk_widget_child_focus (self->head, direction);
}

static void
milieu_contents_list_class_init (MilieuContentsListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = milieu_contents_list_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = milieu_contents_list_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = milieu_contents_list_focus;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Delete, 0, "win.delete", NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_F2, 0, "win.rename", NULL);
}

static void
milieu_contents_list_init (MilieuContentsList *self)
{
}

static GtkListItemFactory *
factory_new (MilieuContentsList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}

static void
build (MilieuContentsList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *scroll = gtk_scrolled_window_new ();

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->count = GTK_LABEL (milieu_label_new ("", "sub dim-label numeric contents-count"));
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selected)), factory_new (self)));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Actors shown"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (self->head), milieu_what_if_button_new ());
  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_widget_add_css_class (box, "contents");
  adw_bin_set_child (ADW_BIN (self), box);
}

/* rows say it once it is known; not under the hands of whoever walks them */
static void
on_trust_changed (MilieuContentsList *self)
{
  GtkListItemFactory *factory;

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    return;
  factory = factory_new (self);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
}

GtkWidget *
milieu_contents_list_new (MilieuSession *session)
{
  MilieuContentsList *self = g_object_new (MILIEU_TYPE_CONTENTS_LIST, NULL);

  self->session = session;
  self->model = milieu_contents_model_new (session);
  self->selected = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  build (self);
  g_object_unref (self->selected); /* the list holds it */
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->selected, "selection-changed", G_CALLBACK (give_to_canvas), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_trust (session), "changed", G_CALLBACK (on_trust_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "map", G_CALLBACK (on_map), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_simulation (session), "changed", G_CALLBACK (on_departed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_selection (session), "changed", G_CALLBACK (take_from_canvas), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
