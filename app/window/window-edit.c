/* The commands that change the map, each through a verb of edit/. */
#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/window-private.h"

#include "edit/actor.h"
#include "edit/spot.h"
#include "figure/network-figure.h"
#include "session/layout.h"
#include "window/labels.h"

static MilieuMap *
map_of (MilieuWindow *self)
{
  return milieu_session_map (self->session);
}

static const guint32 *
selected (MilieuWindow *self, MilieuRecordType type, guint *n)
{
  return milieu_selection_keys (milieu_session_selection (self->session), type, n);
}

static void
act_undo (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_document_undo (milieu_session_document (MILIEU_WINDOW (widget)->session));
}

static void
act_redo (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_document_redo (milieu_session_document (MILIEU_WINDOW (widget)->session));
}

static void
act_add_actor (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);

  gtk_widget_set_visible (self->empty_page, FALSE);
  milieu_canvas_ask_actor (milieu_views_canvas (self->views), NULL);
}

static void
act_rename (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);
  guint32 key = milieu_selection_single (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR);

  if (key != MILIEU_NO_KEY)
    milieu_canvas_ask_name (milieu_views_canvas (self->views), key);
}

static void
act_tie (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);
  guint32 key = milieu_selection_single (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR);

  if (key != MILIEU_NO_KEY)
    milieu_canvas_begin_tie (milieu_views_canvas (self->views), key);
}

static void
act_duplicate (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);
  g_autofree guint32 *copies = NULL;
  guint n;
  const guint32 *actors = selected (self, MILIEU_RECORD_ACTOR, &n);

  g_autoptr (GArray) stands = milieu_canvas_stands (milieu_views_network (self->views));

  if (n > 0 && milieu_window_commit (self, milieu_edit_duplicate_actors (map_of (self), actors, n, (MilieuStand *) stands->data,
                                                                         stands->len, &copies), NULL))
    milieu_selection_set (milieu_session_selection (self->session), copies, n, NULL, 0);
}

static void
act_delete (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);
  guint n_actors, n_ties;
  const guint32 *actors = selected (self, MILIEU_RECORD_ACTOR, &n_actors);
  const guint32 *ties = selected (self, MILIEU_RECORD_TIE, &n_ties);

  if (n_actors + n_ties > 0)
    milieu_window_commit (self, milieu_edit_delete (map_of (self), actors, n_actors, ties, n_ties), NULL);
}

static void
pin (MilieuWindow *self, gboolean pinned)
{
  guint n;
  const guint32 *actors = selected (self, MILIEU_RECORD_ACTOR, &n);

  if (n == 0)
    return;
  /* without a spot there is nothing to pin: where all stand is kept first */
  if (milieu_map_count (map_of (self), MILIEU_RECORD_SPOT) == 0)
    milieu_canvas_keep_spots (milieu_views_network (self->views));
  milieu_window_commit (self, milieu_edit_pin_actors (map_of (self), actors, n, pinned), NULL);
}

static void
act_pin (GtkWidget *widget, const char *action, GVariant *target)
{
  pin (MILIEU_WINDOW (widget), TRUE);
}

static void
act_unpin (GtkWidget *widget, const char *action, GVariant *target)
{
  pin (MILIEU_WINDOW (widget), FALSE);
}

static void
act_unplace (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);
  guint n;
  const guint32 *actors = selected (self, MILIEU_RECORD_ACTOR, &n);

  if (n > 0)
    milieu_window_commit (self, milieu_edit_unplace_actors (map_of (self), actors, n), NULL);
}

/* selecting */

static void
select_those (MilieuWindow *self, guint32 kind)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  g_autofree guint8 *shown = milieu_filter_actors (milieu_session_filter (self->session), snapshot, TRUE);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR); key++)
    {
      const MilieuActor *actor = shown[key] ? milieu_snapshot_actor (snapshot, key) : NULL;
      if (actor && (kind == MILIEU_NO_KEY || actor->kind == kind))
        g_array_append_val (keys, key);
    }
  milieu_selection_set (milieu_session_selection (self->session), (guint32 *) keys->data, keys->len, NULL, 0);
}

static void
act_select_all (GtkWidget *widget, const char *action, GVariant *target)
{
  select_those (MILIEU_WINDOW (widget), MILIEU_NO_KEY);
}

static void
act_select_kind (GtkWidget *widget, const char *action, GVariant *id)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);
  guint32 kind = milieu_map_key (map_of (self), MILIEU_RECORD_KIND, g_variant_get_string (id, NULL));

  if (kind != MILIEU_NO_KEY)
    select_those (self, kind);
}

static void
act_select_none (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_selection_clear (milieu_session_selection (MILIEU_WINDOW (widget)->session));
}

/* layouts */

/* how good it is, to be held against another layout of the same map */
static void
say_quality (MilieuWindow *self, const MilieuLayout *layout)
{
  g_autofree char *words = layout->crossings == G_MAXUINT
                             ? g_strdup_printf (_("Laid out. Stress: %.3f"), layout->residual)
                             : g_strdup_printf (_("Laid out. Crossings: %u, stress: %.3f"), layout->crossings, layout->residual);

  milieu_window_say (self, words);
}

static void
on_laid_out (MilieuGroup *group, const MilieuLayout *layout, gpointer owner)
{
  MilieuWindow *self = MILIEU_WINDOW (owner);

  if (!milieu_window_commit (self, group, NULL))
    return;
  milieu_canvas_fit (milieu_views_network (self->views));
  say_quality (self, layout);
}

static void
lay_out (MilieuWindow *self, MilieuLayoutKind kind, gboolean keep)
{
  milieu_session_lay_out (self->session, kind, keep, on_laid_out, G_OBJECT (self));
  if (milieu_views_shown (self->views) == MILIEU_VIEW_MAP)
    g_object_set (self->views, "shown", "network", NULL);
}

static void
act_layout (GtkWidget *widget, const char *action, GVariant *kind)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);
  MilieuLayoutKind which;

  if (milieu_layout_kind_parse (g_variant_get_string (kind, NULL), &which))
    lay_out (self, which, FALSE);
}

/* who has a spot keeps it, or nearly */
static void
act_layout_new (GtkWidget *widget, const char *action, GVariant *nothing)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);

  lay_out (self, milieu_network_kind (milieu_session_snapshot (self->session)), TRUE);
}

static void
fill_kinds (MilieuWindow *self)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  guint n;
  g_autofree guint32 *kinds = milieu_kinds_in_order (snapshot, &n);

  g_menu_remove_all (self->select_kind);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (milieu_label_of_kind (snapshot, kinds[i]), NULL);

      g_menu_item_set_action_and_target (item, "win.select-kind", "s", milieu_snapshot_kind (snapshot, kinds[i])->record.id);
      g_menu_append_item (self->select_kind, item);
    }
}

void
milieu_window_update_edit_actions (MilieuWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n_actors, n_ties;
  gboolean one;

  selected (self, MILIEU_RECORD_ACTOR, &n_actors);
  selected (self, MILIEU_RECORD_TIE, &n_ties);
  one = n_actors == 1 && n_ties == 0;
  gtk_widget_action_set_enabled (widget, "win.rename", one);
  gtk_widget_action_set_enabled (widget, "win.tie", one);
  gtk_widget_action_set_enabled (widget, "win.duplicate", n_actors > 0);
  gtk_widget_action_set_enabled (widget, "win.delete", n_actors + n_ties > 0);
  gtk_widget_action_set_enabled (widget, "win.pin", n_actors > 0);
  gtk_widget_action_set_enabled (widget, "win.unpin", n_actors > 0);
  gtk_widget_action_set_enabled (widget, "win.unplace", n_actors > 0);
  gtk_widget_action_set_enabled (widget, "win.zoom-selection", n_actors > 0);
  fill_kinds (self);
}

void
milieu_window_edit_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.undo", NULL, act_undo);
  gtk_widget_class_install_action (klass, "win.redo", NULL, act_redo);
  gtk_widget_class_install_action (klass, "win.add-actor", NULL, act_add_actor);
  gtk_widget_class_install_action (klass, "win.rename", NULL, act_rename);
  gtk_widget_class_install_action (klass, "win.tie", NULL, act_tie);
  gtk_widget_class_install_action (klass, "win.duplicate", NULL, act_duplicate);
  gtk_widget_class_install_action (klass, "win.delete", NULL, act_delete);
  gtk_widget_class_install_action (klass, "win.pin", NULL, act_pin);
  gtk_widget_class_install_action (klass, "win.unpin", NULL, act_unpin);
  gtk_widget_class_install_action (klass, "win.unplace", NULL, act_unplace);
  gtk_widget_class_install_action (klass, "win.select-all", NULL, act_select_all);
  gtk_widget_class_install_action (klass, "win.select-kind", "s", act_select_kind);
  gtk_widget_class_install_action (klass, "win.select-none", NULL, act_select_none);
  gtk_widget_class_install_action (klass, "win.layout", "s", act_layout);
  gtk_widget_class_install_action (klass, "win.layout-new", NULL, act_layout_new);
}
