#include "window/page-view.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "figure/symbols.h"
#include "window/compose-tool.h"
#include "window/labels.h"
#include "window/page-view-draw.h"

#define AROUND 24 /* px about the page */

struct _MilieuPageView
{
  GtkWidget parent_instance;

  MilieuComposeTool tool;
  GdkTexture *texture;    /* (nullable) */
  double width, height;   /* mm, of what was painted */
  MilieuBox pointed;      /* mm */
  gboolean points;
  GtkWidget *parts[MILIEU_N_PARTS]; /* (nullable): what the keyboard comes to */
};

enum { PLACED, HIDDEN, SELECTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MilieuPageView, milieu_page_view, GTK_TYPE_WIDGET)

/* a part for the keyboard: a box would pass the focus on to children that it has not */
typedef struct
{
  GtkWidget parent_instance;
} MilieuPagePart;
typedef GtkWidgetClass MilieuPagePartClass;
GType milieu_page_part_get_type (void);
G_DEFINE_TYPE (MilieuPagePart, milieu_page_part, GTK_TYPE_WIDGET)

static void
milieu_page_part_class_init (MilieuPagePartClass *klass)
{
  gtk_widget_class_set_accessible_role (klass, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
milieu_page_part_init (MilieuPagePart *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/* ---- where things are ---- */

static MilieuPoint
origin_of (MilieuPageView *self)
{
  double left = (gtk_widget_get_width (GTK_WIDGET (self)) - self->width * self->tool.px_per_mm) / 2;
  double top = (gtk_widget_get_height (GTK_WIDGET (self)) - self->height * self->tool.px_per_mm) / 2;

  return (MilieuPoint) { MAX (AROUND, floor (left)), MAX (AROUND, floor (top)) };
}

static MilieuPoint
to_mm (MilieuPageView *self, double x, double y)
{
  MilieuPoint origin = origin_of (self);

  return (MilieuPoint) { (x - origin.x) / self->tool.px_per_mm, (y - origin.y) / self->tool.px_per_mm };
}

static void
place_children (MilieuPageView *self)
{
  MilieuPoint origin = origin_of (self);
  double k = self->tool.px_per_mm;

  for (guint i = 0; i < MILIEU_N_PARTS; i++)
    {
      const MilieuBox *box = milieu_compose_find (&self->tool, i);
      GtkAllocation at;

      if (self->parts[i] == NULL || box == NULL)
        continue;
      at = (GtkAllocation) { (int) (origin.x + box->x0 * k), (int) (origin.y + box->y0 * k), MAX (1, (int) ((box->x1 - box->x0) * k)),
                             MAX (1, (int) ((box->y1 - box->y0) * k)) };
      gtk_widget_measure (self->parts[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->parts[i], &at, -1);
    }
}

/* ---- parts for the keyboard and for those who do not see the page ---- */

/* tenths where there are any */
static char *
mm_words (double mm)
{
  double rounded = round (mm * 10) / 10;

  return milieu_words_number (milieu_language_of_window (), rounded, rounded == round (rounded) ? 0 : 1);
}

static char *
part_words (MilieuPageView *self, guint part)
{
  const MilieuBox *box = milieu_compose_find (&self->tool, part);
  g_autofree char *x = mm_words (box->x0), *y = mm_words (box->y0);
  g_autofree char *width = mm_words (box->x1 - box->x0), *height = mm_words (box->y1 - box->y0);

  /* TRANSLATORS: millimetres: of a part of the page */
  return g_strdup_printf (_("%s mm from the left, %s mm from the top, %s × %s mm"), x, y, width, height);
}

static void
on_focus (GtkEventController *controller, MilieuPageView *self)
{
  GtkWidget *child = gtk_event_controller_get_widget (controller);

  for (guint i = 0; i < MILIEU_N_PARTS; i++)
    if (self->parts[i] == child)
      milieu_page_view_select (self, i);
}

static GtkWidget *
part_new (MilieuPageView *self, guint part)
{
  GtkWidget *child = g_object_new (milieu_page_part_get_type (), NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (child, "page-part");
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  milieu_label (milieu_plate_part_label (part)), -1);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus), self);
  gtk_widget_add_controller (child, focus);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return child;
}

/* children stand in the order of parts, which is that of Tab */
static void
sync_parts (MilieuPageView *self)
{
  GtkWidget *last = NULL;

  for (guint i = 0; i < MILIEU_N_PARTS; i++)
    {
      gboolean there = milieu_compose_find (&self->tool, i) != NULL;

      if (!there)
        g_clear_pointer (&self->parts[i], gtk_widget_unparent);
      else if (self->parts[i] == NULL)
        {
          self->parts[i] = part_new (self, i);
          gtk_widget_insert_after (self->parts[i], GTK_WIDGET (self), last);
        }
      if (there)
        {
          g_autofree char *words = part_words (self, i);

          gtk_accessible_update_property (GTK_ACCESSIBLE (self->parts[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
          last = self->parts[i];
        }
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* ---- hands and keys ---- */

static void
emit_placed (MilieuPageView *self)
{
  MilieuPartPlace place;

  milieu_compose_place (&self->tool, self->tool.selected, self->tool.box, &place);
  sync_parts (self);
  g_signal_emit (self, signals[PLACED], 0, self->tool.selected, &place);
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, MilieuPageView *self)
{
  guint before = self->tool.selected;

  milieu_compose_press (&self->tool, to_mm (self, x, y));
  self->points = FALSE;
  if (self->tool.selected != MILIEU_NO_PART && self->parts[self->tool.selected] != NULL)
    gtk_widget_grab_focus (self->parts[self->tool.selected]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->tool.selected != before)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, MilieuPageView *self)
{
  GdkModifierType held = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  double x, y;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  milieu_compose_move (&self->tool, to_mm (self, x + dx, y + dy), held & GDK_CONTROL_MASK);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, MilieuPageView *self)
{
  if (milieu_compose_release (&self->tool))
    emit_placed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static const char *
cursor_of (guint part, guint grip)
{
  static const char *const names[16] = {
    [MILIEU_GRIP_LEFT] = "w-resize", [MILIEU_GRIP_RIGHT] = "e-resize", [MILIEU_GRIP_TOP] = "n-resize", [MILIEU_GRIP_BOTTOM] = "s-resize",
    [MILIEU_GRIP_LEFT | MILIEU_GRIP_TOP] = "nw-resize", [MILIEU_GRIP_RIGHT | MILIEU_GRIP_TOP] = "ne-resize",
    [MILIEU_GRIP_LEFT | MILIEU_GRIP_BOTTOM] = "sw-resize", [MILIEU_GRIP_RIGHT | MILIEU_GRIP_BOTTOM] = "se-resize" };

  return grip != 0 ? names[grip & 15] : part != MILIEU_NO_PART ? "move" : NULL;
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, MilieuPageView *self)
{
  guint grip, part = milieu_compose_hit (&self->tool, to_mm (self, x, y), &grip);

  if (self->tool.state == MILIEU_COMPOSE_IDLE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_of (part, grip));
}

static gboolean
on_arrow (MilieuPageView *self, double dx, double dy, GdkModifierType held)
{
  double step = held & GDK_SHIFT_MASK ? 5 : held & GDK_CONTROL_MASK ? 0.1 : 1;

  if (self->tool.selected == MILIEU_NO_PART)
    return FALSE;
  if (milieu_compose_nudge (&self->tool, dx * step, dy * step, held & GDK_ALT_MASK))
    emit_placed (self);
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType held, MilieuPageView *self)
{
  switch (key)
    {
    case GDK_KEY_Left: case GDK_KEY_KP_Left: return on_arrow (self, -1, 0, held);
    case GDK_KEY_Right: case GDK_KEY_KP_Right: return on_arrow (self, 1, 0, held);
    case GDK_KEY_Up: case GDK_KEY_KP_Up: return on_arrow (self, 0, -1, held);
    case GDK_KEY_Down: case GDK_KEY_KP_Down: return on_arrow (self, 0, 1, held);
    case GDK_KEY_Escape:
      if (self->tool.state == MILIEU_COMPOSE_IDLE)
        return FALSE;
      milieu_compose_cancel (&self->tool);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return TRUE;
    case GDK_KEY_Delete: case GDK_KEY_KP_Delete:
      if (self->tool.selected == MILIEU_NO_PART)
        return FALSE;
      g_signal_emit (self, signals[HIDDEN], 0, self->tool.selected);
      return TRUE;
    default:
      return FALSE;
    }
}

/* ---- the widget ---- */

static void
milieu_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MilieuPageView *self = MILIEU_PAGE_VIEW (widget);
  MilieuPageDrawing drawing = { .tool = &self->tool, .texture = self->texture, .origin = origin_of (self),
                                .width = self->width, .height = self->height, .pointed = self->points ? &self->pointed : NULL };

  if (self->texture == NULL)
    return;
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &drawing.accent);
  milieu_page_view_draw (snapshot, &drawing);
}

static void
milieu_page_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  MilieuPageView *self = MILIEU_PAGE_VIEW (widget);
  double length = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;

  *minimum = *natural = (int) ceil (length * self->tool.px_per_mm) + 2 * AROUND;
}

static void
milieu_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  place_children (MILIEU_PAGE_VIEW (widget));
}

static void
milieu_page_view_dispose (GObject *object)
{
  MilieuPageView *self = MILIEU_PAGE_VIEW (object);

  for (guint i = 0; i < MILIEU_N_PARTS; i++)
    g_clear_pointer (&self->parts[i], gtk_widget_unparent);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (milieu_page_view_parent_class)->dispose (object);
}

static void
milieu_page_view_class_init (MilieuPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = milieu_page_view_dispose;
  widget_class->snapshot = milieu_page_view_snapshot;
  widget_class->measure = milieu_page_view_measure;
  widget_class->size_allocate = milieu_page_view_size_allocate;
  signals[PLACED] = g_signal_new ("placed", MILIEU_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_UINT, G_TYPE_POINTER);
  signals[HIDDEN] = g_signal_new ("hidden", MILIEU_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SELECTED] = g_signal_new ("selected", MILIEU_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
milieu_page_view_init (MilieuPageView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new (), *key = gtk_event_controller_key_new ();

  self->tool = (MilieuComposeTool) { .selected = MILIEU_NO_PART, .px_per_mm = MILIEU_PX_PER_MM };
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Page of the figure"), -1);
}

GtkWidget *
milieu_page_view_new (void)
{
  return g_object_new (MILIEU_TYPE_PAGE_VIEW, NULL);
}

void
milieu_page_view_paint (MilieuPageView *self, const MilieuPageResult *result)
{
  g_clear_object (&self->texture);
  self->texture = gdk_memory_texture_new (result->width, result->height, GDK_MEMORY_DEFAULT, result->pixels, (gsize) result->stride);
  self->width = milieu_figure_width (result->figure) / MILIEU_PX_PER_MM;
  self->height = milieu_figure_height (result->figure) / MILIEU_PX_PER_MM;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
milieu_page_view_set_parts (MilieuPageView *self, const MilieuFigure *figure, double margin)
{
  guint before = self->tool.selected;

  milieu_compose_set_figure (&self->tool, figure, margin);
  sync_parts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->tool.selected != before)
    g_signal_emit (self, signals[SELECTED], 0);
}

void
milieu_page_view_set_zoom (MilieuPageView *self, double px_per_mm)
{
  self->tool.px_per_mm = px_per_mm;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
milieu_page_view_selected (MilieuPageView *self)
{
  return self->tool.selected;
}

void
milieu_page_view_select (MilieuPageView *self, guint part)
{
  if (part == self->tool.selected)
    return;
  milieu_compose_cancel (&self->tool);
  self->tool.selected = milieu_compose_find (&self->tool, part) != NULL ? part : MILIEU_NO_PART;
  self->points = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTED], 0);
}

gboolean
milieu_page_view_part (MilieuPageView *self, guint part, MilieuBox *box)
{
  const MilieuBox *found = milieu_compose_find (&self->tool, part);

  if (found != NULL)
    *box = *found;
  return found != NULL;
}

void
milieu_page_view_place_of (MilieuPageView *self, guint part, MilieuBox box, MilieuPartPlace *place)
{
  milieu_compose_place (&self->tool, part, box, place);
}

void
milieu_page_view_point_at (MilieuPageView *self, const MilieuBox *box)
{
  self->points = box != NULL;
  if (box != NULL)
    self->pointed = *box;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
