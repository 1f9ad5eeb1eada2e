/* Pointer, wheel, pinch and drops: events in, points and keys out. */
#include "window/canvas-private.h"

#include <math.h>

#define TOLERANCE 4.0
#define HANDLE_REACH 9.0
#define WHEEL_STEP 1.2

MilieuHit
milieu_canvas_hit (MilieuCanvas *self, double x, double y)
{
  MilieuPoint handle;
  MilieuPick pick;
  guint32 actor;

  if (milieu_canvas_handle (self, &actor, &handle) && hypot (x - handle.x, y - handle.y) < HANDLE_REACH)
    return (MilieuHit) { MILIEU_HIT_HANDLE, actor };
  if (!milieu_scene_pick (self->scene, x, y, TOLERANCE, &pick))
    return (MilieuHit) { MILIEU_HIT_NOTHING, MILIEU_NO_KEY };
  return (MilieuHit) { pick.type == MILIEU_RECORD_TIE ? MILIEU_HIT_TIE : MILIEU_HIT_ACTOR, pick.key };
}

static void
show_cursor (MilieuCanvas *self, MilieuHit hit)
{
  const char *name = NULL;

  if (self->tool.state == MILIEU_TOOL_PAN)
    name = "grabbing";
  else if (self->space)
    name = "grab";
  else if (self->tool.state == MILIEU_TOOL_TIE || self->tie_source != MILIEU_NO_KEY || hit.kind == MILIEU_HIT_HANDLE)
    name = "crosshair";
  else if (hit.kind != MILIEU_HIT_NOTHING)
    name = "pointer";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
hover (MilieuCanvas *self, MilieuHit hit)
{
  MilieuSelection *selection = milieu_session_selection (self->session);

  if (hit.kind == MILIEU_HIT_TIE)
    milieu_selection_hover (selection, MILIEU_RECORD_TIE, hit.key);
  else
    milieu_selection_hover (selection, MILIEU_RECORD_ACTOR, hit.kind == MILIEU_HIT_ACTOR ? hit.key : MILIEU_NO_KEY);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, MilieuCanvas *self)
{
  MilieuHit hit = milieu_canvas_hit (self, x, y);
  MilieuPoint pan;

  /* what changes under a hand that rests does not take the target from the keyboard */
  if (self->tie_source != MILIEU_NO_KEY && x == self->pointer.x && y == self->pointer.y)
    return;
  self->pointer = (MilieuPoint) { x, y };
  self->pointer_inside = TRUE;
  milieu_scene_set_focus (self->scene, x, y);
  if (self->tool.state == MILIEU_TOOL_IDLE)
    {
      self->tool.below = hit;
      hover (self, hit);
    }
  else
    {
      milieu_tool_move (&self->tool, self->pointer, hit, &pan);
      milieu_scene_pan (self->scene, pan.x, pan.y);
    }
  show_cursor (self, hit);
  if (self->tool.state > MILIEU_TOOL_PAN || self->tie_source != MILIEU_NO_KEY)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_leave (GtkEventControllerMotion *controller, MilieuCanvas *self)
{
  self->pointer_inside = FALSE;
  if (self->tool.state == MILIEU_TOOL_IDLE)
    hover (self, (MilieuHit) { MILIEU_HIT_NOTHING, MILIEU_NO_KEY });
}

static guint
modifiers_of (MilieuCanvas *self, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  return (state & GDK_CONTROL_MASK ? MILIEU_TOOL_ADD : 0) | (state & GDK_SHIFT_MASK ? MILIEU_TOOL_EXTEND : 0)
         | (self->space || button == GDK_BUTTON_MIDDLE ? MILIEU_TOOL_HAND : 0);
}

/* an empty place takes a new actor; the head of an inset, which is none, opens it */
static void
press_ground (MilieuCanvas *self, MilieuPoint at)
{
  MilieuPoint world;
  MilieuCamera camera;

  if (milieu_scene_ground_at (self->scene, at.x, at.y, &world) > 0)
    milieu_canvas_ask_actor (self, &at);
  else if (milieu_scene_inset_at (self->scene, at.x, at.y, &camera))
    milieu_canvas_look (self, camera);
}

/* on the map a place is a fact: only the actor that was chosen first can be dragged to another */
static gboolean
can_drag (MilieuCanvas *self, MilieuHit hit)
{
  return self->view == MILIEU_VIEW_NETWORK
         || milieu_selection_single (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR) == hit.key;
}

static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, MilieuCanvas *self)
{
  MilieuHit hit = milieu_canvas_hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->pointer = (MilieuPoint) { x, y };
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY)
    return;
  if (n == 2 && hit.kind == MILIEU_HIT_NOTHING)
    press_ground (self, self->pointer);
  else if (n == 2 && hit.kind == MILIEU_HIT_ACTOR)
    g_signal_emit_by_name (self, "activated", hit.key);
  else
    {
      self->tool.moves_actors = can_drag (self, hit);
      milieu_tool_press (&self->tool, self->pointer, hit, modifiers_of (self, GTK_GESTURE (gesture)));
    }
}

static void
select_hit (MilieuCanvas *self, MilieuHit hit)
{
  MilieuSelection *selection = milieu_session_selection (self->session);

  if (hit.kind == MILIEU_HIT_NOTHING)
    milieu_selection_clear (selection);
  else
    milieu_selection_only (selection, hit.kind == MILIEU_HIT_TIE ? MILIEU_RECORD_TIE : MILIEU_RECORD_ACTOR, hit.key);
}

static void
select_box (MilieuCanvas *self)
{
  MilieuSelection *selection = milieu_session_selection (self->session);
  MilieuBox box = milieu_tool_box (&self->tool);
  guint n;
  g_autofree guint32 *keys = milieu_scene_pick_box (self->scene, &box, &n);

  if (self->tool.modifiers & MILIEU_TOOL_ADD)
    milieu_selection_add (selection, MILIEU_RECORD_ACTOR, keys, n);
  else
    milieu_selection_set (selection, keys, n, NULL, 0);
}

/* on the map: to the place where the symbol was let go */
static void
place_dragged (MilieuCanvas *self)
{
  guint32 actor = self->tool.pressed.key;
  MilieuPoint at;

  if (milieu_canvas_where (self, actor, &at))
    milieu_canvas_place_actor (self, actor, at.x + self->tool.now.x - self->tool.start.x,
                               at.y + self->tool.now.y - self->tool.start.y);
}

static void
move_dragged (MilieuCanvas *self)
{
  MilieuSelection *selection = milieu_session_selection (self->session);
  MilieuCamera camera = milieu_scene_camera (self->scene);
  guint32 pressed = self->tool.pressed.key;
  const guint32 *keys = &pressed;
  guint n = 1;

  if (milieu_selection_has (selection, MILIEU_RECORD_ACTOR, pressed))
    keys = milieu_selection_keys (selection, MILIEU_RECORD_ACTOR, &n);
  milieu_canvas_move_actors (self, keys, n, (self->tool.now.x - self->tool.start.x) / camera.zoom,
                             (self->tool.now.y - self->tool.start.y) / camera.zoom);
}

static void
click (MilieuCanvas *self, MilieuToolDeed deed)
{
  MilieuHit hit = self->tool.pressed;

  if (self->tie_source != MILIEU_NO_KEY && hit.kind == MILIEU_HIT_ACTOR)
    {
      milieu_canvas_tie (self, self->tie_source, hit.key);
      self->tie_source = MILIEU_NO_KEY;
    }
  else if (hit.kind == MILIEU_HIT_HANDLE)
    milieu_canvas_begin_tie (self, hit.key);
  else if (deed == MILIEU_DO_TOGGLE)
    milieu_selection_toggle (milieu_session_selection (self->session),
                             hit.kind == MILIEU_HIT_TIE ? MILIEU_RECORD_TIE : MILIEU_RECORD_ACTOR, hit.key);
  else
    select_hit (self, hit);
}

static void
on_released (GtkGestureClick *gesture, int n, double x, double y, MilieuCanvas *self)
{
  MilieuToolDeed deed = milieu_tool_release (&self->tool, (MilieuPoint) { x, y }, milieu_canvas_hit (self, x, y));

  switch (deed)
    {
    case MILIEU_DO_SELECT: case MILIEU_DO_TOGGLE: click (self, deed); break;
    case MILIEU_DO_SELECT_BOX: select_box (self); break;
    case MILIEU_DO_MOVE: self->view == MILIEU_VIEW_MAP ? place_dragged (self) : move_dragged (self); break;
    case MILIEU_DO_TIE: milieu_canvas_tie (self, self->tool.pressed.key, self->tool.below.key); break;
    case MILIEU_DO_NOTHING:
    default: break;
    }
  show_cursor (self, self->tool.below);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* the pointer was taken away in the middle of a gesture */
static void
on_cancelled (GtkGesture *gesture, GdkEventSequence *sequence, MilieuCanvas *self)
{
  milieu_tool_cancel (&self->tool);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* nearer to what an inset shows is the inset's ground, not what its card lies upon */
static void
wheel (MilieuCanvas *self, double steps)
{
  MilieuCamera camera;

  if (self->motion_tick)
    return;
  if (steps < 0 && milieu_scene_inset_at (self->scene, self->pointer.x, self->pointer.y, &camera))
    milieu_canvas_look (self, camera);
  else
    milieu_scene_zoom (self->scene, pow (WHEEL_STEP, -steps), self->pointer.x, self->pointer.y);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, MilieuCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean surface = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;

  if (surface && !(state & GDK_CONTROL_MASK))
    milieu_scene_pan (self->scene, -dx, -dy);
  else if (state & GDK_SHIFT_MASK)
    milieu_scene_pan (self->scene, -(dx + dy) * 60, 0);
  else
    wheel (self, surface ? dy / 40 : dy);
  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, MilieuCanvas *self)
{
  self->pinch = 1;
  milieu_tool_cancel (&self->tool);
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, MilieuCanvas *self)
{
  double x, y;

  if (self->pinch <= 0 || !gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  milieu_scene_zoom (self->scene, scale / self->pinch, x, y);
  self->pinch = scale;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, MilieuCanvas *self)
{
  return milieu_canvas_key (self, keyval, state);
}

static void
on_key_released (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, MilieuCanvas *self)
{
  if (keyval != GDK_KEY_space)
    return;
  self->space = FALSE;
  show_cursor (self, self->tool.below);
}

/* chips of the tray: a map takes them, a network has a spot for everyone already */

static GdkDragAction
on_drop_motion (GtkDropTarget *target, double x, double y, MilieuCanvas *self)
{
  self->pointer = (MilieuPoint) { x, y };
  self->drop = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return GDK_ACTION_COPY;
}

static void
on_drop_leave (GtkDropTarget *target, MilieuCanvas *self)
{
  self->drop = MILIEU_NO_KEY;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, MilieuCanvas *self)
{
  on_drop_leave (target, self);
  milieu_canvas_place_actor (self, g_value_get_uint (value), x, y);
  return TRUE;
}

static void
add_drop_target (MilieuCanvas *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_COPY);

  g_signal_connect (target, "enter", G_CALLBACK (on_drop_motion), self);
  g_signal_connect (target, "motion", G_CALLBACK (on_drop_motion), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_drop_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
milieu_canvas_add_controllers (MilieuCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new (), *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), 0);
  g_signal_connect (press, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (press, "released", G_CALLBACK (on_released), self);
  g_signal_connect (press, "cancel", G_CALLBACK (on_cancelled), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  if (self->view == MILIEU_VIEW_MAP)
    add_drop_target (self);
}
