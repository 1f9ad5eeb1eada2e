#include "window/inspector-page.h"

#include "window/inspector-actor.h"
#include "window/inspector-map.h"
#include "window/inspector-several.h"
#include "window/inspector-tie.h"

struct _MilieuInspectorPage
{
  AdwBin parent_instance;

  MilieuSession *session; /* not owned */
  GtkStack *stack;
  GtkWidget *actor, *tie, *several, *map;
  guint32 shown_actor, shown_tie; /* MILIEU_NO_KEY where it is none or several */
  guint idle;
};

G_DEFINE_FINAL_TYPE (MilieuInspectorPage, milieu_inspector_page, ADW_TYPE_BIN)

/* pages that do not show are hidden, for a screen reader walks all that a stack holds;
 * the keyboard stays in the inspector, and in none of its entries */
static void
turn_to (MilieuInspectorPage *self, const char *name)
{
  GtkWidget *pages[] = { self->map, self->actor, self->tie, self->several };
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (page == gtk_stack_get_visible_child (self->stack) && gtk_widget_get_visible (page))
    return;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_show (page);
  gtk_stack_set_visible_child (self->stack, page);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_set_visible (pages[i], pages[i] == page);
}

/* another record is read from its beginning */
static void
begin_at_top (MilieuInspectorPage *self, guint32 actor, guint32 tie)
{
  GtkWidget *scroll = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (scroll != NULL && (actor != self->shown_actor || tie != self->shown_tie))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll)), 0);
  self->shown_actor = actor;
  self->shown_tie = tie;
}

static void
update (MilieuInspectorPage *self)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  MilieuSelection *selection = milieu_session_selection (self->session);
  guint32 actor = milieu_selection_single (selection, MILIEU_RECORD_ACTOR);
  guint32 tie = milieu_selection_single (selection, MILIEU_RECORD_TIE);
  guint n = milieu_selection_count (selection, MILIEU_RECORD_ACTOR) + milieu_selection_count (selection, MILIEU_RECORD_TIE);

  const char *page = "map";

  if (actor != MILIEU_NO_KEY && milieu_snapshot_actor (snapshot, actor) != NULL)
    {
      page = "actor";
      milieu_inspector_actor_show (MILIEU_INSPECTOR_ACTOR (self->actor), actor);
    }
  else if (tie != MILIEU_NO_KEY && milieu_snapshot_tie (snapshot, tie) != NULL)
    {
      page = "tie";
      milieu_inspector_tie_show (MILIEU_INSPECTOR_TIE (self->tie), tie);
    }
  else if (n > 1)
    {
      page = "several";
      milieu_inspector_several_show (MILIEU_INSPECTOR_SEVERAL (self->several));
    }
  else
    milieu_inspector_map_show (MILIEU_INSPECTOR_MAP (self->map));
  turn_to (self, page);
  begin_at_top (self, actor, tie);
}

static gboolean
on_idle (gpointer data)
{
  MilieuInspectorPage *self = data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* once a turn, after all who are told of a change have heard of it: a selection may still hold what is gone */
static void
queue_update (MilieuInspectorPage *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL); /* before the next frame */
}

static void
milieu_inspector_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (milieu_inspector_page_parent_class)->map (widget);
  queue_update (MILIEU_INSPECTOR_PAGE (widget));
}

static void
milieu_inspector_page_dispose (GObject *object)
{
  g_clear_handle_id (&MILIEU_INSPECTOR_PAGE (object)->idle, g_source_remove);
  G_OBJECT_CLASS (milieu_inspector_page_parent_class)->dispose (object);
}

static void
milieu_inspector_page_class_init (MilieuInspectorPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_inspector_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = milieu_inspector_page_map;
}

static void
milieu_inspector_page_init (MilieuInspectorPage *self)
{
  self->shown_actor = self->shown_tie = MILIEU_NO_KEY;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

static void
watch (MilieuInspectorPage *self, gpointer instance, const char *signal)
{
  g_signal_connect_object (instance, signal, G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
}

GtkWidget *
milieu_inspector_page_new (MilieuSession *session)
{
  MilieuInspectorPage *self = g_object_new (MILIEU_TYPE_INSPECTOR_PAGE, NULL);

  self->session = session;
  self->actor = milieu_inspector_actor_new (session);
  self->tie = milieu_inspector_tie_new (session);
  self->several = milieu_inspector_several_new (session);
  self->map = milieu_inspector_map_new (session);
  gtk_stack_add_named (self->stack, self->map, "map");
  gtk_stack_add_named (self->stack, self->actor, "actor");
  gtk_stack_add_named (self->stack, self->tie, "tie");
  gtk_stack_add_named (self->stack, self->several, "several");
  turn_to (self, "map");
  gtk_widget_hide (self->actor);
  gtk_widget_hide (self->tie);
  gtk_widget_hide (self->several);
  watch (self, milieu_session_document (session), "changed");
  watch (self, milieu_session_document (session), "reset");
  watch (self, milieu_session_selection (session), "changed");
  watch (self, milieu_session_question (session), "changed");
  watch (self, milieu_session_readings (session), "changed");
  watch (self, milieu_session_trust (session), "changed");
  return GTK_WIDGET (self);
}
