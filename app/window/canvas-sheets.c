/* The ground in tiles and the glass before it, as textures. The workers hand
 * over pixels; here they become textures, once each. */
#include "window/canvas-private.h"

#include "figure/describe.h"
#include "window/labels.h"

#define FADE_MS 150

static GdkTexture *
texture_of (MilieuTile *tile)
{
  if (!tile->shown)
    tile->shown = G_OBJECT (gdk_memory_texture_new (MILIEU_TILE_SIDE, MILIEU_TILE_SIDE, GDK_MEMORY_DEFAULT,
                                                    tile->pixels, 4 * MILIEU_TILE_SIDE));
  return GDK_TEXTURE (tile->shown);
}

static graphene_rect_t
box_of (const MilieuSeenTile *seen, double scale)
{
  return GRAPHENE_RECT_INIT ((float) (seen->x / scale), (float) (seen->y / scale),
                             (float) (seen->width / scale), (float) (seen->height / scale));
}

static void
append_tiles (MilieuCanvas *self, GtkSnapshot *snapshot, GArray *tiles)
{
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  for (guint i = 0; i < tiles->len; i++)
    {
      const MilieuSeenTile *seen = &g_array_index (tiles, MilieuSeenTile, i);
      graphene_rect_t box = box_of (seen, scale);

      gtk_snapshot_append_texture (snapshot, texture_of (seen->tile), &box);
    }
}

static void
append_glass (GtkSnapshot *snapshot, GdkTexture *glass, double scale)
{
  if (glass)
    gtk_snapshot_append_texture (snapshot, glass, &GRAPHENE_RECT_INIT (0, 0, (float) (gdk_texture_get_width (glass) / scale),
                                                                       (float) (gdk_texture_get_height (glass) / scale)));
}

static void
append_now (MilieuCanvas *self, GtkSnapshot *snapshot)
{
  MilieuTileView view = milieu_scene_look (self->scene);
  g_autoptr (GArray) seen = milieu_tiles_seen (milieu_scene_tiles (self->scene), &view);

  append_tiles (self, snapshot, seen);
  append_glass (snapshot, self->glass, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

void
milieu_canvas_append_sheets (MilieuCanvas *self, GtkSnapshot *snapshot)
{
  double t = (g_get_monotonic_time () - self->fade_start) / (FADE_MS * 1000.0);

  if (!self->old.tiles)
    {
      append_now (self, snapshot);
      return;
    }
  gtk_snapshot_push_cross_fade (snapshot, CLAMP (t * (2 - t), 0, 1));
  milieu_canvas_sheets_append (&self->old, snapshot);
  gtk_snapshot_pop (snapshot);
  append_now (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* ---- fading ---- */

void
milieu_canvas_stop_fade (MilieuCanvas *self)
{
  if (self->fade_tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fade_tick);
  self->fade_tick = 0;
  milieu_canvas_sheets_clear (&self->old);
  if (self->scene)
    milieu_tiles_forget (milieu_scene_tiles (self->scene));
}

static gboolean
on_fade_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MilieuCanvas *self = MILIEU_CANVAS (widget);

  gtk_widget_queue_draw (widget);
  if (g_get_monotonic_time () - self->fade_start < FADE_MS * 1000)
    return G_SOURCE_CONTINUE;
  self->fade_tick = 0;
  milieu_canvas_stop_fade (self);
  return G_SOURCE_REMOVE;
}

static GArray *
keep_tiles (MilieuCanvas *self, GArray *seen)
{
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (MilieuCanvasTile));

  for (guint i = 0; i < seen->len; i++)
    {
      const MilieuSeenTile *one = &g_array_index (seen, MilieuSeenTile, i);
      MilieuCanvasTile tile = { g_object_ref (texture_of (one->tile)), box_of (one, scale) };

      g_array_append_val (kept, tile);
    }
  return kept;
}

/* the content has changed under an eye that rests: the old one fades out */
static void
start_fade (MilieuCanvas *self, GArray *faded)
{
  GArray *kept = keep_tiles (self, faded); /* first: to stop a fade forgets the tiles that no one holds */

  milieu_canvas_stop_fade (self);
  self->old.tiles = kept;
  self->old.scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  self->old.glass = self->glass ? g_object_ref (self->glass) : NULL;
  self->fade_start = g_get_monotonic_time ();
  self->fade_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_fade_tick, NULL, NULL);
}

/* ---- what comes from the scene ---- */

static void
describe (MilieuCanvas *self, const MilieuPainting *painting)
{
  const MilieuWhatIf *what_if = milieu_simulation_result (milieu_session_simulation (self->session));
  g_autofree char *figure = milieu_figure_describe (painting->ground);
  g_autofree char *simulated = what_if ? milieu_phrase_words (what_if->banner, milieu_language_of_window ()) : NULL;
  g_autofree char *words = simulated ? g_strjoin (" ", simulated, figure, NULL) : g_steal_pointer (&figure);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

void
milieu_canvas_painted (MilieuCanvas *self)
{
  const MilieuPainting *painting = milieu_scene_painting (self->scene);

  g_clear_object (&self->glass);
  if (painting->pixels)
    self->glass = gdk_memory_texture_new (painting->pixel_width, painting->pixel_height, GDK_MEMORY_DEFAULT,
                                          painting->pixels, (gsize) painting->stride);
  if (painting->ground != self->described)
    describe (self, painting);
  self->described = painting->ground;
  milieu_canvas_sharpened (self);
}

void
milieu_canvas_sharpened (MilieuCanvas *self)
{
  MilieuTileView view = milieu_scene_look (self->scene);
  MilieuTiles *tiles = milieu_scene_tiles (self->scene);
  g_autoptr (GArray) faded = milieu_tiles_faded (tiles, &view);
  gboolean rests = self->motion_tick == 0 && self->tool.state == MILIEU_TOOL_IDLE && milieu_canvas_animates (self);

  if (faded && rests)
    start_fade (self, faded);
  milieu_tiles_forget (tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- for who shows it elsewhere ---- */

gboolean
milieu_canvas_take_sheets (MilieuCanvas *self, MilieuCanvasSheets *sheets)
{
  MilieuTileView view;
  g_autoptr (GArray) seen = NULL;

  *sheets = (MilieuCanvasSheets) { .scale = 1 };
  if (!milieu_scene_painting (self->scene))
    return FALSE;
  view = milieu_scene_look (self->scene);
  seen = milieu_tiles_seen (milieu_scene_tiles (self->scene), &view);
  if (seen->len == 0)
    return FALSE;
  sheets->tiles = keep_tiles (self, seen);
  sheets->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  sheets->glass = self->glass ? g_object_ref (self->glass) : NULL;
  return TRUE;
}

void
milieu_canvas_sheets_clear (MilieuCanvasSheets *sheets)
{
  for (guint i = 0; sheets->tiles && i < sheets->tiles->len; i++)
    g_object_unref (g_array_index (sheets->tiles, MilieuCanvasTile, i).texture);
  g_clear_pointer (&sheets->tiles, g_array_unref);
  g_clear_object (&sheets->glass);
}

void
milieu_canvas_sheets_append (const MilieuCanvasSheets *sheets, GtkSnapshot *snapshot)
{
  for (guint i = 0; sheets->tiles && i < sheets->tiles->len; i++)
    {
      const MilieuCanvasTile *tile = &g_array_index (sheets->tiles, MilieuCanvasTile, i);

      gtk_snapshot_append_texture (snapshot, tile->texture, &tile->box);
    }
  append_glass (snapshot, sheets->glass, sheets->scale);
}
