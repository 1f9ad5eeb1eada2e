#include "window/motion.h"

#include "figure/paint-cairo.h"
#include "window/sample.h"

#include <adwaita.h>
#include <math.h>

#define DURATION_MS 450.0
#define GROUND_MS 200.0
#define MAX_ACTORS 2000
#define MAX_TIES 300
#define SPRITE_SIDE 64 /* px, twice the symbol's size: room for what juts out */

typedef struct
{
  guint32 key;
  MilieuPoint from, to;
  double size_from, size_to, opacity_from, opacity_to;
  GdkTexture *sprite; /* not owned */
} Traveller;

typedef struct
{
  guint source, target; /* indices of travellers */
  MilieuColour colour;
} Line;

struct _MilieuMotion
{
  GtkWidget parent;
  GArray *travellers, *lines;
  GHashTable *sprites; /* symbol and ground → GdkTexture */
  MilieuCanvasSheets old, new;
  gint64 start;
  guint tick;
};

G_DEFINE_FINAL_TYPE (MilieuMotion, milieu_motion, GTK_TYPE_WIDGET)

double
milieu_motion_ease (double t)
{
  t = CLAMP (t, 0, 1);
  return t < 0.5 ? 4 * t * t * t : 1 - 4 * (1 - t) * (1 - t) * (1 - t);
}

static void
clear (MilieuMotion *self)
{
  g_array_set_size (self->travellers, 0);
  g_array_set_size (self->lines, 0);
  g_hash_table_remove_all (self->sprites);
  milieu_canvas_sheets_clear (&self->old);
  milieu_canvas_sheets_clear (&self->new);
}

static void
stop (MilieuMotion *self)
{
  if (self->tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MilieuMotion *self = MILIEU_MOTION (widget);

  if (g_get_monotonic_time () - self->start < DURATION_MS * 1000)
    {
      gtk_widget_queue_draw (widget);
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  stop (self);
  return G_SOURCE_REMOVE;
}

/* one sprite for each outline and ground */
static GdkTexture *
sprite (MilieuMotion *self, const MilieuMark *mark)
{
  gpointer name = GUINT_TO_POINTER (1u + mark->symbol.symbol * 16u + mark->symbol.ground);
  GdkTexture *texture = g_hash_table_lookup (self->sprites, name);
  int side = SPRITE_SIDE;
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;

  if (texture)
    return texture;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cr = cairo_create (surface);
  milieu_paint_symbol (cr, milieu_style (milieu_window_style ()), mark->symbol.symbol, mark->symbol.ground,
                       side / 2.0, side / 2.0, side / 2.0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface) * side);
  texture = gdk_memory_texture_new (side, side, GDK_MEMORY_DEFAULT, bytes, cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  g_hash_table_insert (self->sprites, name, texture);
  return texture;
}

static double
opacity_of (const MilieuMark *mark)
{
  return mark->fill_opacity > 0 ? mark->fill_opacity : 1;
}

static MilieuPoint
where (MilieuCanvas *canvas, const MilieuMark *mark)
{
  return milieu_scene_mark_to_view (milieu_canvas_scene (canvas), mark, (MilieuPoint) { mark->symbol.x, mark->symbol.y });
}

/* who stands in only one of the two fades in or out on the spot */
static Traveller
traveller (MilieuMotion *self, guint32 key, MilieuCanvas *from, const MilieuMark *here,
           MilieuCanvas *to, const MilieuMark *there)
{
  Traveller one = { .key = key, .sprite = sprite (self, here ? here : there) };

  if (here)
    one.from = where (from, here);
  if (there)
    one.to = where (to, there);
  if (!here)
    one.from = one.to;
  if (!there)
    one.to = one.from;
  one.size_from = here ? here->symbol.size : there->symbol.size;
  one.size_to = there ? there->symbol.size : here->symbol.size;
  one.opacity_from = here ? opacity_of (here) : 0;
  one.opacity_to = there ? opacity_of (there) : 0;
  return one;
}

static void
add_travellers (MilieuMotion *self, MilieuCanvas *from, MilieuCanvas *to)
{
  MilieuScene *here = milieu_canvas_scene (from), *there = milieu_canvas_scene (to);
  MilieuSnapshot *snapshot = milieu_session_snapshot (milieu_scene_session (here));

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR); key++)
    {
      const MilieuMark *a = milieu_scene_find_actor (here, key, 0), *b = milieu_scene_find_actor (there, key, 0);

      if (a || b)
        {
          Traveller one = traveller (self, key, from, a, to, b);
          g_array_append_val (self->travellers, one);
        }
    }
}

static gboolean
find_traveller (MilieuMotion *self, guint32 key, guint *index)
{
  guint low = 0, high = self->travellers->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (self->travellers, Traveller, middle).key < key)
        low = middle + 1;
      else
        high = middle;
    }
  *index = low;
  return low < self->travellers->len && g_array_index (self->travellers, Traveller, low).key == key;
}

static void
add_lines (MilieuMotion *self, MilieuCanvas *to)
{
  MilieuSession *session = milieu_scene_session (milieu_canvas_scene (to));
  MilieuSnapshot *snapshot = milieu_session_snapshot (session);
  g_autofree guint8 *actors = milieu_filter_actors (milieu_session_filter (session), snapshot, TRUE);
  g_autofree guint8 *ties = milieu_filter_ties (milieu_session_filter (session), snapshot, actors, TRUE);

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_TIE); key++)
    {
      const MilieuTie *tie = ties[key] ? milieu_snapshot_tie (snapshot, key) : NULL;
      Line line;

      if (!tie || !find_traveller (self, tie->source, &line.source) || !find_traveller (self, tie->target, &line.target))
        continue;
      line.colour = MILIEU_COLOUR_TIE (milieu_snapshot_tie_class (snapshot, tie));
      g_array_append_val (self->lines, line);
    }
  if (self->lines->len > MAX_TIES)
    g_array_set_size (self->lines, 0);
}

void
milieu_motion_start (MilieuMotion *self, MilieuCanvas *from, MilieuCanvas *to)
{
  MilieuScene *a = milieu_canvas_scene (from), *b = milieu_canvas_scene (to);

  stop (self);
  if (!adw_get_enable_animations (GTK_WIDGET (self)) || !milieu_scene_painting (a) || !milieu_scene_painting (b)
      || milieu_snapshot_count (milieu_session_snapshot (milieu_scene_session (a)), MILIEU_RECORD_ACTOR) > MAX_ACTORS)
    return;
  if (!milieu_canvas_take_sheets (from, &self->old) || !milieu_canvas_take_sheets (to, &self->new))
    {
      clear (self);
      return;
    }
  add_travellers (self, from, to);
  add_lines (self, to);
  self->start = g_get_monotonic_time ();
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* drawing */

static MilieuPoint
between (const Traveller *one, double e)
{
  return (MilieuPoint) { one->from.x + (one->to.x - one->from.x) * e, one->from.y + (one->to.y - one->from.y) * e };
}

static void
append_faded (GtkSnapshot *snapshot, GdkTexture *texture, const graphene_rect_t *box, double opacity)
{
  if (opacity <= 0)
    return;
  gtk_snapshot_push_opacity (snapshot, MIN (1, opacity));
  gtk_snapshot_append_texture (snapshot, texture, box);
  gtk_snapshot_pop (snapshot);
}

static void
append_sheets (GtkSnapshot *snapshot, const MilieuCanvasSheets *sheets, double opacity)
{
  if (opacity <= 0)
    return;
  gtk_snapshot_push_opacity (snapshot, MIN (1, opacity));
  milieu_canvas_sheets_append (sheets, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
append_lines (MilieuMotion *self, GtkSnapshot *snapshot, double e, double opacity)
{
  const MilieuStyle *style = milieu_style (milieu_window_style ());
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                            gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &all);

  cairo_set_line_width (cr, 1.2);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      const Traveller *source = &g_array_index (self->travellers, Traveller, line->source);
      const Traveller *target = &g_array_index (self->travellers, Traveller, line->target);
      MilieuPoint a = between (source, e), b = between (target, e);
      double there = MIN (source->opacity_from + (source->opacity_to - source->opacity_from) * e,
                          target->opacity_from + (target->opacity_to - target->opacity_from) * e);
      guint32 rgb = style->colours[line->colour];

      cairo_set_source_rgba (cr, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0,
                             0.8 * there * opacity);
      cairo_move_to (cr, a.x, a.y);
      cairo_line_to (cr, b.x, b.y);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
append_sprites (MilieuMotion *self, GtkSnapshot *snapshot, double e)
{
  for (guint i = 0; i < self->travellers->len; i++)
    {
      const Traveller *one = &g_array_index (self->travellers, Traveller, i);
      MilieuPoint at = between (one, e);
      double side = 2 * (one->size_from + (one->size_to - one->size_from) * e);
      double opacity = one->opacity_from + (one->opacity_to - one->opacity_from) * e;
      graphene_rect_t box = GRAPHENE_RECT_INIT ((float) (at.x - side / 2), (float) (at.y - side / 2),
                                                (float) side, (float) side);

      if (opacity >= 1)
        gtk_snapshot_append_texture (snapshot, one->sprite, &box);
      else
        append_faded (snapshot, one->sprite, &box, opacity);
    }
}

static void
milieu_motion_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MilieuMotion *self = MILIEU_MOTION (widget);
  double ms = (g_get_monotonic_time () - self->start) / 1000.0;
  double e = milieu_motion_ease (ms / DURATION_MS);
  double old = 1 - ms / GROUND_MS, new = 1 - (DURATION_MS - ms) / GROUND_MS;
  guint32 canvas = milieu_style (milieu_window_style ())->colours[MILIEU_COLOUR_CANVAS];
  GdkRGBA ground = { (canvas >> 16 & 255) / 255.f, (canvas >> 8 & 255) / 255.f, (canvas & 255) / 255.f, 1 };
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  if (!self->old.tiles)
    return;
  gtk_snapshot_push_clip (snapshot, &all);
  gtk_snapshot_append_color (snapshot, &ground, &all);
  append_sheets (snapshot, &self->old, old);
  append_sheets (snapshot, &self->new, new);
  append_lines (self, snapshot, e, CLAMP (MIN (ms, DURATION_MS - ms) / 80, 0, 1));
  append_sprites (self, snapshot, e);
  gtk_snapshot_pop (snapshot);
}

static void
milieu_motion_dispose (GObject *object)
{
  MilieuMotion *self = MILIEU_MOTION (object);

  if (self->travellers)
    clear (self);
  g_clear_pointer (&self->travellers, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->sprites, g_hash_table_unref);
  G_OBJECT_CLASS (milieu_motion_parent_class)->dispose (object);
}

static void
milieu_motion_class_init (MilieuMotionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = milieu_motion_dispose;
  widget_class->snapshot = milieu_motion_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
milieu_motion_init (MilieuMotion *self)
{
  self->travellers = g_array_new (FALSE, FALSE, sizeof (Traveller));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->sprites = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
