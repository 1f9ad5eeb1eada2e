#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/canvas-private.h"

#include "window/labels.h"
#include "window/sample.h"

#include <adwaita.h>

#define ZOOM_BOX_MARGIN 10

G_DEFINE_FINAL_TYPE (MilieuCanvas, milieu_canvas, GTK_TYPE_WIDGET)

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

enum { PROP_0, PROP_VIEW };

gboolean
milieu_canvas_animates (MilieuCanvas *self)
{
  return adw_get_enable_animations (GTK_WIDGET (self)) && gtk_widget_get_mapped (GTK_WIDGET (self));
}

/* widget */

static void
milieu_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MilieuCanvas *self = MILIEU_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (!self->scene || !milieu_scene_painting (self->scene))
    {
      gtk_widget_snapshot_child (widget, self->zoom_box, snapshot);
      return;
    }
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  milieu_canvas_append_sheets (self, snapshot);
  milieu_canvas_snapshot_overlay (self, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->zoom_box, snapshot);
}

/* at the top of the map, which has its credit below; at the bottom of the network, which has its titles above */
static MilieuBox
allocate_zoom_box (MilieuCanvas *self, int width, int height)
{
  GtkRequisition size;
  GtkAllocation box;

  gtk_widget_get_preferred_size (self->zoom_box, NULL, &size);
  box = (GtkAllocation) { width - size.width - ZOOM_BOX_MARGIN, ZOOM_BOX_MARGIN, size.width, size.height };
  if (self->view == MILIEU_VIEW_NETWORK)
    box.y = height - size.height - ZOOM_BOX_MARGIN;
  gtk_widget_size_allocate (self->zoom_box, &box, -1);
  return (MilieuBox) { box.x, box.y, box.x + box.width, box.y + box.height };
}

static void
milieu_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MilieuCanvas *self = MILIEU_CANVAS (widget);
  MilieuBox cover = allocate_zoom_box (self, width, height);

  if (self->popover)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (!self->scene)
    return;
  milieu_scene_set_covered (self->scene, &cover, 1);
  milieu_scene_set_size (self->scene, width, height, gtk_widget_get_scale_factor (widget));
}

static void
milieu_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 690 : 680;
}

static gboolean
milieu_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  MilieuCanvas *self = MILIEU_CANVAS (widget);
  gboolean rests = self->tool.state == MILIEU_TOOL_IDLE && !self->popover;
  MilieuHit hit = rests ? milieu_canvas_hit (self, x, y) : (MilieuHit) { 0 };
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  const MilieuActor *actor = hit.kind == MILIEU_HIT_ACTOR ? milieu_snapshot_actor (snapshot, hit.key) : NULL;
  const MilieuTie *tie = hit.kind == MILIEU_HIT_TIE ? milieu_snapshot_tie (snapshot, hit.key) : NULL;
  g_autofree char *words = NULL;

  if (actor)
    gtk_tooltip_set_text (tooltip, actor->name ? actor->name : actor->record.id);
  else if (tie)
    {
      const MilieuActor *source = milieu_snapshot_actor (snapshot, tie->source);
      const MilieuActor *target = milieu_snapshot_actor (snapshot, tie->target);
      words = g_strdup_printf ("%s\n%s → %s", milieu_label_of_type (snapshot, tie->type),
                               source->name ? source->name : source->record.id,
                               target->name ? target->name : target->record.id);
      gtk_tooltip_set_text (tooltip, words);
    }
  else if (hit.kind == MILIEU_HIT_HANDLE)
    gtk_tooltip_set_text (tooltip, _("Drag to another actor to tie them"));
  return hit.kind != MILIEU_HIT_NOTHING;
}

static void
milieu_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  MilieuCanvas *self = MILIEU_CANVAS (object);
  gboolean map = g_strcmp0 (g_value_get_string (value), "network") != 0;

  self->view = map ? MILIEU_VIEW_MAP : MILIEU_VIEW_NETWORK;
  gtk_widget_add_css_class (GTK_WIDGET (self), map ? "map" : "network");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  map ? _("Map of the actors") : _("Network of the actors"), -1);
}

static void
milieu_canvas_dispose (GObject *object)
{
  MilieuCanvas *self = MILIEU_CANVAS (object);

  milieu_canvas_stop_fade (self);
  milieu_canvas_stop_motion (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->zoom_box, gtk_widget_unparent);
  g_clear_object (&self->glass);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (milieu_canvas_parent_class)->dispose (object);
}

static void
act_zoom (GtkWidget *widget, const char *action, GVariant *step)
{
  milieu_canvas_zoom_step (MILIEU_CANVAS (widget), g_variant_get_int32 (step));
}

static void
act_fit (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_canvas_fit (MILIEU_CANVAS (widget));
}

static void
milieu_canvas_class_init (MilieuCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = milieu_canvas_dispose;
  object_class->set_property = milieu_canvas_set_property;
  widget_class->snapshot = milieu_canvas_snapshot;
  widget_class->measure = milieu_canvas_measure;
  widget_class->size_allocate = milieu_canvas_size_allocate;
  widget_class->query_tooltip = milieu_canvas_query_tooltip;
  g_object_class_install_property (object_class, PROP_VIEW,
    g_param_spec_string ("view", NULL, NULL, "map", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  signals[ACTIVATED] = g_signal_new ("activated", MILIEU_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "canvas.zoom", "i", act_zoom);
  gtk_widget_class_install_action (widget_class, "canvas.fit", NULL, act_fit);
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_zoom_button (MilieuCanvas *self, const char *icon, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_box_append (GTK_BOX (self->zoom_box), button);
}

static void
milieu_canvas_init (MilieuCanvas *self)
{
  self->zoom_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->zoom_box, "zoom");
  gtk_widget_set_cursor_from_name (self->zoom_box, "default");
  gtk_widget_set_parent (self->zoom_box, GTK_WIDGET (self));
  add_zoom_button (self, "zoom-in-symbolic", _("Zoom In"), "canvas.zoom(1)");
  add_zoom_button (self, "zoom-out-symbolic", _("Zoom Out"), "canvas.zoom(-1)");
  add_zoom_button (self, "zoom-fit-best-symbolic", _("Show Everything"), "canvas.fit");
  self->tie_source = self->drop = self->walk_from = MILIEU_NO_KEY;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "canvas");
}

/* who edits a map keeps looking at the same ground; a network that nobody laid out makes room for newcomers */
static void
on_edited (MilieuCanvas *self)
{
  if (self->view == MILIEU_VIEW_MAP && gtk_widget_get_mapped (GTK_WIDGET (self)))
    milieu_scene_hold (self->scene);
}

static void
follow_style (MilieuCanvas *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  milieu_scene_set_style (self->scene, milieu_window_style (), dpi > 0 ? dpi / (96.0 * 1024) : 1,
                          milieu_language_of_window ());
}

void
milieu_canvas_set_session (MilieuCanvas *self, MilieuSession *session)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  MilieuSelection *selection = milieu_session_selection (session);

  self->session = session;
  self->scene = milieu_scene_new (session, self->view);
  g_signal_connect_object (self->scene, "painted", G_CALLBACK (milieu_canvas_painted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scene, "sharpened", G_CALLBACK (milieu_canvas_sharpened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scene, "camera-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "hover-changed", G_CALLBACK (milieu_canvas_hover_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_proposals (session), "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (follow_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (follow_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (follow_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_document (session), "changed", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  follow_style (self);
  milieu_canvas_add_controllers (self);
}

MilieuScene *
milieu_canvas_scene (MilieuCanvas *self)
{
  return self->scene;
}

gboolean
milieu_canvas_where (MilieuCanvas *self, guint32 actor, MilieuPoint *point)
{
  const MilieuMark *mark = milieu_scene_find_actor (self->scene, actor, 0);

  if (!mark)
    return FALSE;
  *point = milieu_scene_mark_to_view (self->scene, mark, (MilieuPoint) { mark->symbol.x, mark->symbol.y });
  return TRUE;
}
