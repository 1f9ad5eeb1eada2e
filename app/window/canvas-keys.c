/* The canvas by keyboard: arrows walk from actor to actor, Tab along the ties. */
#include "window/canvas-private.h"

#include <math.h>

#define PAN_STEP 60

static guint32
current (MilieuCanvas *self)
{
  return milieu_selection_single (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR);
}

static void
go_to (MilieuCanvas *self, guint32 actor)
{
  milieu_selection_only (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR, actor);
  milieu_canvas_reveal (self, actor);
  /* a tie that waits for its target points at whom the keyboard is on, until the pointer moves */
  if (self->tie_source != MILIEU_NO_KEY)
    self->tool.below = (MilieuHit) { MILIEU_HIT_ACTOR, actor };
}

/* how far an actor is in a direction: what lies aside counts double */
static double
distance_in (MilieuPoint from, MilieuPoint to, MilieuPoint way)
{
  double ahead = (to.x - from.x) * way.x + (to.y - from.y) * way.y;
  double aside = fabs ((to.x - from.x) * way.y - (to.y - from.y) * way.x);

  return ahead < 1 || aside > 2 * ahead ? INFINITY : ahead + 2 * aside;
}

typedef struct
{
  MilieuCanvas *canvas;
  MilieuPoint from, way;
  guint32 here, best;
  double least;
} Search;

static void
search (Search *s, const MilieuFigure *figure)
{
  guint n = 0;
  const MilieuMark *marks = figure ? milieu_figure_marks (figure, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      MilieuPoint at;
      double distance;

      if (marks[i].kind != MILIEU_MARK_SYMBOL || !marks[i].id || marks[i].owner == s->here)
        continue;
      at = milieu_scene_mark_to_view (s->canvas->scene, &marks[i], (MilieuPoint) { marks[i].symbol.x, marks[i].symbol.y });
      distance = distance_in (s->from, at, s->way);
      if (distance >= s->least)
        continue;
      s->least = distance;
      s->best = marks[i].owner;
    }
}

static gboolean
step (MilieuCanvas *self, MilieuPoint way)
{
  const MilieuPainting *painting = milieu_scene_painting (self->scene);
  Search s = { self, { gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 }, way,
               current (self), MILIEU_NO_KEY, INFINITY };

  if (!painting)
    return FALSE;
  if (s.here != MILIEU_NO_KEY)
    milieu_canvas_where (self, s.here, &s.from);
  search (&s, painting->ground);
  search (&s, painting->glass);
  if (s.best != MILIEU_NO_KEY)
    go_to (self, s.best);
  return TRUE;
}

static guint32
other_end (MilieuCanvas *self, guint32 tie_key, guint32 actor)
{
  const MilieuTie *tie = milieu_snapshot_tie (milieu_session_snapshot (self->session), tie_key);

  return tie->source == actor ? tie->target : tie->source;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  return x < y ? -1 : x > y;
}

/* the actors tied to one, each once, that the canvas shows */
static GArray *
neighbours (MilieuCanvas *self, guint32 actor)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  MilieuPoint point;
  guint n;
  const guint32 *ties = milieu_map_ties_of (milieu_session_map (self->session), actor, &n);

  for (guint i = 0; i < n; i++)
    {
      guint32 other = other_end (self, ties[i], actor);
      if (other != actor && milieu_canvas_where (self, other, &point))
        g_array_append_val (keys, other);
    }
  g_array_sort (keys, compare_keys);
  for (guint i = keys->len; i-- > 1;)
    if (g_array_index (keys, guint32, i) == g_array_index (keys, guint32, i - 1))
      g_array_remove_index (keys, i);
  return keys;
}

/* Tab visits the neighbours of the actor where it began, one after the other,
 * then leaves the canvas, so that nobody is caught in it */
static gboolean
walk (MilieuCanvas *self)
{
  guint32 here = current (self);
  g_autoptr (GArray) around = NULL;

  if (here == MILIEU_NO_KEY)
    return FALSE;
  around = self->walk_from == MILIEU_NO_KEY ? NULL : neighbours (self, self->walk_from);
  if (!around || self->walk_next == 0 || self->walk_next > around->len
      || g_array_index (around, guint32, self->walk_next - 1) != here)
    {
      self->walk_from = here;
      self->walk_next = 0;
      g_clear_pointer (&around, g_array_unref);
      around = neighbours (self, here);
    }
  if (self->walk_next >= around->len)
    {
      self->walk_from = MILIEU_NO_KEY;
      return FALSE;
    }
  go_to (self, g_array_index (around, guint32, self->walk_next));
  self->walk_next++;
  return TRUE;
}

static gboolean
escape (MilieuCanvas *self)
{
  MilieuSelection *selection = milieu_session_selection (self->session);

  if (self->tool.state != MILIEU_TOOL_IDLE)
    milieu_tool_cancel (&self->tool);
  else if (self->tie_source != MILIEU_NO_KEY)
    self->tie_source = MILIEU_NO_KEY;
  else if (milieu_selection_count (selection, MILIEU_RECORD_ACTOR) + milieu_selection_count (selection, MILIEU_RECORD_TIE) > 0
           || milieu_selection_is_lit (selection))
    milieu_selection_clear (selection);
  else
    return FALSE; /* the window's: it ends a simulation */
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
enter (MilieuCanvas *self)
{
  guint32 here = current (self);

  if (here == MILIEU_NO_KEY)
    return FALSE;
  if (self->tie_source != MILIEU_NO_KEY && self->tie_source != here)
    {
      milieu_canvas_tie (self, self->tie_source, here);
      self->tie_source = MILIEU_NO_KEY;
    }
  else
    g_signal_emit_by_name (self, "activated", here);
  return TRUE;
}

static gboolean
arrow (MilieuCanvas *self, double x, double y, GdkModifierType state)
{
  if (!(state & GDK_CONTROL_MASK))
    return step (self, (MilieuPoint) { x, y });
  milieu_scene_pan (self->scene, -x * PAN_STEP, -y * PAN_STEP);
  return TRUE;
}

static gboolean
act (MilieuCanvas *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return TRUE;
}

static gboolean
zoom (MilieuCanvas *self, int step_by)
{
  milieu_canvas_zoom_step (self, step_by);
  return TRUE;
}

/* keys that are commands here, and letters in an entry */
static gboolean
command (MilieuCanvas *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Delete: case GDK_KEY_BackSpace: return act (self, "win.delete");
    case GDK_KEY_Insert: return act (self, "win.add-actor");
    case GDK_KEY_plus: case GDK_KEY_equal: case GDK_KEY_KP_Add: return zoom (self, 1);
    case GDK_KEY_minus: case GDK_KEY_KP_Subtract: return zoom (self, -1);
    case GDK_KEY_0: case GDK_KEY_KP_0: return act (self, "canvas.fit");
    case GDK_KEY_t: return act (self, "win.tie");
    case GDK_KEY_p: return act (self, "win.pin");
    default: return FALSE;
    }
}

gboolean
milieu_canvas_key (MilieuCanvas *self, guint keyval, GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Left: case GDK_KEY_KP_Left: return arrow (self, -1, 0, state);
    case GDK_KEY_Right: case GDK_KEY_KP_Right: return arrow (self, 1, 0, state);
    case GDK_KEY_Up: case GDK_KEY_KP_Up: return arrow (self, 0, -1, state);
    case GDK_KEY_Down: case GDK_KEY_KP_Down: return arrow (self, 0, 1, state);
    case GDK_KEY_Tab: return state & GDK_CONTROL_MASK ? FALSE : walk (self);
    case GDK_KEY_Return: case GDK_KEY_KP_Enter: return enter (self);
    case GDK_KEY_Escape: return escape (self);
    case GDK_KEY_space:
      self->space = TRUE;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
      return TRUE;
    default: return state & (GDK_CONTROL_MASK | GDK_ALT_MASK) ? FALSE : command (self, keyval);
    }
}
