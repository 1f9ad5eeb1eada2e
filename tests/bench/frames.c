/* frames FILE map|network: frames of the real canvas at 1280×800 while it is
 * panned, zoomed and, in the network, an actor with some fifty ties is dragged;
 * beside a bare widget that appends as many textures, in turns. A line a frame
 * "NAME<tab>SECONDS<tab>PROCESSOR SECONDS" of the main thread: from before-paint
 * to after-paint, and "NAME own" for the code of the canvas alone. At last, how
 * many frames are drawn in two seconds at rest. */
#include "format/project-read.h"
#include "window/show.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stopwatch.h"

#define WIDTH 1280
#define HEIGHT 800
#define FRAMES 60
#define TIES 50

typedef enum { PAN, ZOOM, DRAG, N_DEEDS } Deed;
static const char *const names[] = { "pan", "zoom", "drag" };

typedef struct { double wall, processor; } Time;

static Time own, frame;                 /* of the frame that is being drawn */
static void (*canvas_snapshot) (GtkWidget *, GtkSnapshot *);

static Time
now (void)
{
  return (Time) { stopwatch_now (CLOCK_MONOTONIC), stopwatch_now (CLOCK_THREAD_CPUTIME_ID) };
}

static void
add_since (Time *sum, Time from)
{
  Time to = now ();

  sum->wall += to.wall - from.wall;
  sum->processor += to.processor - from.processor;
}

static void
timed_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Time from = now ();

  canvas_snapshot (widget, snapshot);
  add_since (&own, from);
}

/* ---- the bare widget ---- */

typedef struct { GtkWidget parent; GPtrArray *textures; GdkTexture *glass; guint step; } Bare;
typedef struct { GtkWidgetClass parent; } BareClass;
GType bare_get_type (void);
G_DEFINE_TYPE (Bare, bare, GTK_TYPE_WIDGET)

static GdkTexture *
texture_new (int width, int height)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (4 * (gsize) width * height), 4 * (gsize) width * height);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, 4 * (gsize) width);
}

/* as many as the canvas has, as far from one another, and a glass where it has one */
static void
bare_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Bare *self = (Bare *) widget;
  int across = WIDTH / MILIEU_TILE_SIDE + 2, shift = self->step++ % MILIEU_TILE_SIDE;

  for (guint i = 0; i < self->textures->len; i++)
    gtk_snapshot_append_texture (snapshot, self->textures->pdata[i], &GRAPHENE_RECT_INIT (
      (float) (i % across * MILIEU_TILE_SIDE - shift), (float) (i / across * MILIEU_TILE_SIDE - shift), MILIEU_TILE_SIDE, MILIEU_TILE_SIDE));
  if (self->glass)
    gtk_snapshot_append_texture (snapshot, self->glass, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
}

static void
bare_class_init (BareClass *class)
{
  GTK_WIDGET_CLASS (class)->snapshot = bare_snapshot;
}

static void
bare_init (Bare *self)
{
  self->textures = g_ptr_array_new_with_free_func (g_object_unref);
}

/* ---- frames ---- */

typedef struct
{
  Show show;
  GtkWidget *bare;
  Deed deed;
  guint drawn, wanted;
  gboolean on_canvas;
  guint32 actor;
  Time began;
} Bench;

static void
move (Bench *bench)
{
  MilieuCanvas *canvas = bench->show.canvas;
  guint i = bench->drawn;
  MilieuPoint pan;

  if (bench->deed == PAN)
    milieu_scene_pan (canvas->scene, i % 40 < 20 ? 5 : -5, i % 40 < 20 ? 3 : -3);
  else if (bench->deed == ZOOM)
    milieu_scene_zoom (canvas->scene, i % 40 < 20 ? 1.03 : 1 / 1.03, WIDTH / 3, HEIGHT / 2);
  else
    {
      milieu_tool_move (&canvas->tool, (MilieuPoint) { 400 + 3 * (i % 50), 300 + i % 30 }, (MilieuHit) { MILIEU_HIT_NOTHING }, &pan);
      gtk_widget_queue_draw (GTK_WIDGET (canvas));
    }
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;
  Time from = now ();

  if (bench->on_canvas)
    move (bench);
  else
    gtk_widget_queue_draw (bench->bare);
  add_since (&own, from);
  return bench->drawn < bench->wanted ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
on_before_paint (Bench *bench)
{
  own = frame = (Time) { 0, 0 };
  bench->began = now ();
}

static void
on_painted (Bench *bench)
{
  const char *who = bench->on_canvas ? "" : " bare";

  add_since (&frame, bench->began);
  if (bench->drawn++ >= bench->wanted)
    return;
  printf ("%s%s\t%.6f\t%.6f\n", names[bench->deed], who, frame.wall, frame.processor);
  if (bench->on_canvas)
    printf ("%s own\t%.6f\t%.6f\n", names[bench->deed], own.wall, own.processor);
}

static void
draw (Bench *bench, Deed deed, gboolean on_canvas)
{
  GtkWidget *widget = on_canvas ? GTK_WIDGET (bench->show.canvas) : bench->bare;

  bench->deed = deed;
  bench->on_canvas = on_canvas;
  gtk_window_set_child (bench->show.window, widget);
  show_frames (&bench->show, 2);
  bench->drawn = 0;
  bench->wanted = FRAMES;
  gtk_widget_add_tick_callback (widget, on_tick, bench, NULL);
  while (bench->drawn < FRAMES)
    g_main_context_iteration (NULL, TRUE);
}

static void
fill_bare (Bench *bench)
{
  MilieuTileView view = milieu_scene_look (bench->show.canvas->scene);
  g_autoptr (GArray) seen = milieu_tiles_seen (milieu_scene_tiles (bench->show.canvas->scene), &view);
  Bare *bare = (Bare *) bench->bare;

  while (bare->textures->len < seen->len)
    g_ptr_array_add (bare->textures, texture_new (MILIEU_TILE_SIDE, MILIEU_TILE_SIDE));
  if (bench->show.canvas->glass)
    bare->glass = texture_new (WIDTH, HEIGHT);
}

/* whose ties are nearest to fifty in number */
static guint32
find_actor (MilieuMap *map)
{
  MilieuSnapshot *snapshot = milieu_map_snapshot (map);
  guint32 best = 0;
  guint nearest = G_MAXUINT;

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR); key++)
    {
      guint n, away;

      milieu_map_ties_of (map, key, &n);
      away = n > TIES ? n - TIES : TIES - n;
      if (away >= nearest)
        continue;
      nearest = away;
      best = key;
    }
  milieu_snapshot_unref (snapshot);
  return best;
}

static gboolean
on_time (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (Bench *bench)
{
  gboolean over = FALSE;
  guint before;

  show_settle (&bench->show);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  before = bench->show.frames;
  g_timeout_add_seconds (2, on_time, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  printf ("frames at rest\t%u\t%u\n", bench->show.frames - before, bench->show.frames - before);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  g_autoptr (MilieuMap) map = NULL;
  GdkFrameClock *clock;
  gboolean network = argc == 3 && strcmp (argv[2], "network") == 0;

  if (argc != 3 || (map = milieu_project_read (argv[1], NULL)) == NULL)
    {
      fprintf (stderr, "usage: frames FILE map|network\n");
      return 2;
    }
  adw_init ();
  show_open (&bench.show, map, network ? MILIEU_VIEW_NETWORK : MILIEU_VIEW_MAP, WIDTH, HEIGHT);
  canvas_snapshot = GTK_WIDGET_GET_CLASS (bench.show.canvas)->snapshot;
  GTK_WIDGET_GET_CLASS (bench.show.canvas)->snapshot = timed_snapshot;
  g_object_ref (bench.show.canvas);
  bench.bare = g_object_ref_sink (g_object_new (bare_get_type (), NULL));
  fill_bare (&bench);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench.show.window));
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (on_before_paint), &bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_painted), &bench);
  bench.actor = find_actor (milieu_session_map (bench.show.session));
  rest (&bench);
  for (Deed deed = PAN; deed < (network ? N_DEEDS : DRAG); deed++)
    {
      bench.show.canvas->tool.moves_actors = TRUE;
      if (deed == DRAG)
        milieu_tool_press (&bench.show.canvas->tool, (MilieuPoint) { 380, 280 }, (MilieuHit) { MILIEU_HIT_ACTOR, bench.actor }, 0);
      draw (&bench, deed, TRUE);
      milieu_tool_cancel (&bench.show.canvas->tool);
      draw (&bench, deed, FALSE);
    }
  return 0;
}
