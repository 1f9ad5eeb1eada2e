#include "window/slope-view.h"

#include "milieu-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "reading/persons.h"
#include "session/chart-work.h"
#include "window/labels.h"
#include "window/sample.h"

#define LANE "slopes"
#define REACH 7.0       /* px within which a line is pointed at */
#define LINE_WIDTH 2.6f /* of what is chosen or pointed at */
#define LEAST_HEIGHT 60

struct _MilieuSlopeView
{
  GtkWidget parent_instance;

  MilieuSession *session; /* not owned */
  MilieuChartResult *shown; /* (nullable) */
  GdkTexture *texture;      /* (nullable) */
  int width;                /* that was asked for */
  guint32 hovered;          /* key of an actor, or MILIEU_NO_KEY */
  guint at;                 /* row of the keyboard */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MilieuSlopeView, milieu_slope_view, GTK_TYPE_WIDGET)

static double
text_scale_of (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024) : 1;
}

/* ---- where a line is ---- */

static const MilieuMark *
line_of (MilieuSlopeView *self, guint32 actor)
{
  guint n;
  const MilieuMark *marks = milieu_figure_marks (self->shown->figure, &n);

  for (guint i = 0; i < n; i++)
    if (marks[i].kind == MILIEU_MARK_LINE && marks[i].id != NULL && marks[i].owner == actor)
      return &marks[i];
  return NULL;
}

/* beside the lines, a whole row belongs to its actor */
static double
distance_to (const MilieuMark *line, double x, double y)
{
  const MilieuPoint a = line->path.points[0], b = line->path.points[1];
  double along = (x - a.x) / (b.x - a.x);

  if (along <= 0)
    return fabs (y - a.y);
  if (along >= 1)
    return fabs (y - b.y);
  return fabs (y - a.y - along * (b.y - a.y)) * (b.x - a.x) / hypot (b.x - a.x, b.y - a.y);
}

static guint32
actor_at (MilieuSlopeView *self, double x, double y)
{
  double nearest = REACH * text_scale_of (GTK_WIDGET (self));
  guint32 actor = MILIEU_NO_KEY;
  guint n = 0;
  const MilieuMark *marks = self->shown != NULL ? milieu_figure_marks (self->shown->figure, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (marks[i].kind == MILIEU_MARK_LINE && marks[i].id != NULL && distance_to (&marks[i], x, y) < nearest)
      {
        nearest = distance_to (&marks[i], x, y);
        actor = marks[i].owner;
      }
  return actor;
}

/* ---- painting ---- */

static GdkRGBA
rgba_of (MilieuColour colour, float alpha)
{
  guint32 rgb = milieu_style_rgb (milieu_style (milieu_window_style ()), colour);

  return (GdkRGBA) { (float) (rgb >> 16 & 255) / 255, (float) (rgb >> 8 & 255) / 255, (float) (rgb & 255) / 255, alpha };
}

/* a line as a turned box, and its two rows behind it: three boxes need no cairo */
static void
append_line (MilieuSlopeView *self, GtkSnapshot *snapshot, guint32 actor, MilieuColour colour)
{
  const MilieuMark *line = actor != MILIEU_NO_KEY ? line_of (self, actor) : NULL;
  GdkRGBA full = rgba_of (colour, 1), pale = rgba_of (colour, 0.14f);
  MilieuPoint a, b;
  float row = 8 * (float) text_scale_of (GTK_WIDGET (self)), width = (float) gtk_widget_get_width (GTK_WIDGET (self));

  if (line == NULL)
    return;
  a = line->path.points[0];
  b = line->path.points[1];
  gtk_snapshot_append_color (snapshot, &pale, &GRAPHENE_RECT_INIT (0, (float) a.y - row, (float) a.x, 2 * row));
  gtk_snapshot_append_color (snapshot, &pale, &GRAPHENE_RECT_INIT ((float) b.x, (float) b.y - row, width - (float) b.x, 2 * row));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) a.x, (float) a.y));
  gtk_snapshot_rotate (snapshot, (float) (atan2 (b.y - a.y, b.x - a.x) * 180 / G_PI));
  gtk_snapshot_append_color (snapshot, &full, &GRAPHENE_RECT_INIT (0, -LINE_WIDTH / 2, (float) hypot (b.x - a.x, b.y - a.y), LINE_WIDTH));
  gtk_snapshot_restore (snapshot);
}

static guint32
walked (MilieuSlopeView *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self)) && self->at < self->shown->slopes->n
           ? self->shown->slopes->rows[self->at].actor->key : MILIEU_NO_KEY;
}

static void
milieu_slope_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MilieuSlopeView *self = MILIEU_SLOPE_VIEW (widget);
  MilieuSelection *selection = milieu_session_selection (self->session);
  float scale = (float) gtk_widget_get_scale_factor (widget);

  if (self->texture == NULL)
    return;
  for (guint i = 0; i < self->shown->slopes->n; i++)
    if (milieu_selection_has (selection, MILIEU_RECORD_ACTOR, self->shown->slopes->rows[i].actor->key))
      append_line (self, snapshot, self->shown->slopes->rows[i].actor->key, MILIEU_COLOUR_SELECT);
  append_line (self, snapshot, walked (self), MILIEU_COLOUR_HOVER);
  append_line (self, snapshot, self->hovered, MILIEU_COLOUR_HOVER);
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float) self->shown->width / scale, (float) self->shown->height / scale));
}

/* ---- asking the worker ---- */

static void
on_painted (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  MilieuSlopeView *self = owner;
  MilieuChartResult *shown = result;

  if (shown == NULL)
    return;
  g_clear_object (&self->texture);
  g_clear_pointer (&self->shown, milieu_chart_result_free);
  self->shown = shown;
  self->texture = gdk_memory_texture_new (shown->width, shown->height, GDK_MEMORY_DEFAULT, shown->pixels, (gsize) shown->stride);
  self->at = MIN (self->at, MAX (1, shown->slopes->n) - 1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ask (MilieuSlopeView *self)
{
  MilieuReadings *readings = milieu_session_readings (self->session);
  MilieuReading *reading = milieu_readings_get (readings);
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  MilieuChartRequest *request;

  /* a stale reading may name actors that the map has lost */
  if (reading == NULL || milieu_readings_is_stale (readings) || self->width <= 0)
    return;
  request = g_new0 (MilieuChartRequest, 1);
  request->reading = milieu_reading_ref (reading);
  request->options = (MilieuSlopeOptions) { .width = self->width, .names_alone = TRUE, .persons = milieu_persons_are_ranked (snapshot) };
  request->language = milieu_language_of_window ();
  request->style = milieu_window_style ();
  request->text_scale = text_scale_of (GTK_WIDGET (self));
  request->device_scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  milieu_jobs_start (milieu_session_jobs (self->session), &(MilieuTask) {
    .lane = LANE, .snapshot = snapshot, .work = milieu_chart_work, .data = request, .free_data = milieu_chart_request_free,
    .free_result = milieu_chart_result_free, .done = on_painted, .owner = self });
}

static void
milieu_slope_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MilieuSlopeView *self = MILIEU_SLOPE_VIEW (widget);

  if (width == self->width)
    return;
  self->width = width;
  ask (self);
}

static void
milieu_slope_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  MilieuSlopeView *self = MILIEU_SLOPE_VIEW (widget);
  int height = self->shown != NULL ? (int) ceil (milieu_figure_height (self->shown->figure)) : LEAST_HEIGHT;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : height;
}

/* ---- pointer and keys ---- */

static void
on_motion (MilieuSlopeView *self, double x, double y)
{
  guint32 actor = actor_at (self, x, y);

  if (actor == self->hovered)
    return;
  self->hovered = actor;
  milieu_selection_hover (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR, actor);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_leave (MilieuSlopeView *self)
{
  on_motion (self, -1e6, -1e6);
}

static void
name_row (MilieuSlopeView *self)
{
  g_autofree char *row = self->shown != NULL && self->at < self->shown->slopes->n
                           ? milieu_slope_words_of (&self->shown->slopes->rows[self->at]) : NULL;
  /* Translators: the slope chart, and the line that the keyboard stands on */
  g_autofree char *words = row != NULL ? g_strdup_printf (_("Rank against rank, %s"), row) : g_strdup (_("Rank against rank"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
choose (MilieuSlopeView *self, guint32 actor, gboolean open)
{
  if (actor == MILIEU_NO_KEY)
    return;
  milieu_selection_only (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR, actor);
  for (guint i = 0; i < self->shown->slopes->n; i++)
    if (self->shown->slopes->rows[i].actor->key == actor)
      self->at = i;
  name_row (self);
  if (open)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.panel-page", "s", "inspector");
}

static void
on_released (MilieuSlopeView *self, int presses, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  choose (self, actor_at (self, x, y), presses > 1);
}

static gboolean
on_arrow (GtkWidget *widget, GVariant *step, gpointer data)
{
  MilieuSlopeView *self = MILIEU_SLOPE_VIEW (widget);
  int at = (int) self->at + g_variant_get_int32 (step);

  if (self->shown == NULL || at < 0 || at >= (int) self->shown->slopes->n)
    return GDK_EVENT_PROPAGATE;
  self->at = (guint) at;
  milieu_selection_hover (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR, walked (self));
  name_row (self);
  gtk_widget_queue_draw (widget);
  return GDK_EVENT_STOP;
}

static gboolean
on_enter_key (GtkWidget *widget, GVariant *open, gpointer data)
{
  MilieuSlopeView *self = MILIEU_SLOPE_VIEW (widget);

  if (self->shown == NULL)
    return GDK_EVENT_PROPAGATE;
  choose (self, walked (self), g_variant_get_boolean (open));
  return GDK_EVENT_STOP;
}

static gboolean
on_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  MilieuSlopeView *self = MILIEU_SLOPE_VIEW (widget);
  guint32 actor = keyboard ? walked (self) : actor_at (self, x, y);

  for (guint i = 0; self->shown != NULL && i < self->shown->slopes->n; i++)
    if (self->shown->slopes->rows[i].actor->key == actor)
      {
        g_autofree char *words = milieu_slope_words_of (&self->shown->slopes->rows[i]);

        gtk_tooltip_set_text (tooltip, words);
        return TRUE;
      }
  return FALSE;
}

/* ---- the widget ---- */

static void
milieu_slope_view_dispose (GObject *object)
{
  MilieuSlopeView *self = MILIEU_SLOPE_VIEW (object);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->shown, milieu_chart_result_free);
  G_OBJECT_CLASS (milieu_slope_view_parent_class)->dispose (object);
}

static void
milieu_slope_view_class_init (MilieuSlopeViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = milieu_slope_view_dispose;
  widget_class->snapshot = milieu_slope_view_snapshot;
  widget_class->measure = milieu_slope_view_measure;
  widget_class->size_allocate = milieu_slope_view_size_allocate;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, on_arrow, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_arrow, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_enter_key, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, on_enter_key, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, on_enter_key, "b", FALSE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "slopes");
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_slope_view_init (MilieuSlopeView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new (), *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->hovered = MILIEU_NO_KEY;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_tooltip), NULL);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  name_row (self);
}

GtkWidget *
milieu_slope_view_new (MilieuSession *session)
{
  MilieuSlopeView *self = g_object_new (MILIEU_TYPE_SLOPE_VIEW, NULL);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->session = session;
  g_signal_connect_object (milieu_session_readings (session), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_selection (session), "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (ask), NULL);
  return GTK_WIDGET (self);
}

const MilieuSlopes *
milieu_slope_view_slopes (MilieuSlopeView *self)
{
  return self->shown != NULL ? self->shown->slopes : NULL;
}

char *
milieu_slope_words_of (const MilieuSlopeRow *row)
{
  MilieuLanguage language = milieu_language_of_window ();
  g_autofree char *all = milieu_slope_rank (row->ranks[MILIEU_GRAPH_ALL], language);
  g_autofree char *interaction = milieu_slope_rank (row->ranks[MILIEU_GRAPH_INTERACTION], language);
  /* Translators: an actor, its rank with all ties, its rank by interactions alone; "–" where it lies between no others */
  g_autofree char *ranks = g_strdup_printf (_("%s: rank %s with all ties, %s by interactions alone"), row->actor->name, all, interaction);

  return row->slope == MILIEU_SLOPE_STEADY ? g_strdup (ranks)
                                           : g_strdup_printf ("%s, %s", ranks, milieu_label (milieu_slope_words (row->slope)));
}
