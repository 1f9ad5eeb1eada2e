/* The real canvases in a window of their own, on the screen of the test. */
#pragma once

#include "window/canvas-private.h"

#include <adwaita.h>

/* what a test sees of a canvas: frames that were drawn, and the main thread's seconds in them */
typedef struct
{
  MilieuSession *session;
  GtkWindow *window;
  MilieuCanvas *canvas;
  guint frames;
} Show;

static inline void
on_after_paint (Show *show)
{
  show->frames++;
}

static inline MilieuCanvas *
show_canvas_new (MilieuSession *session, MilieuView view)
{
  MilieuCanvas *canvas = g_object_new (MILIEU_TYPE_CANVAS, "view", view == MILIEU_VIEW_MAP ? "map" : "network", NULL);

  milieu_canvas_set_session (canvas, session);
  return canvas;
}

static inline void
show_settle (Show *show)
{
  while (!milieu_scene_is_settled (show->canvas->scene) || show->canvas->motion_tick || show->canvas->fade_tick)
    g_main_context_iteration (NULL, TRUE);
}

/* until @n more frames were drawn */
static inline void
show_frames (Show *show, guint n)
{
  guint before = show->frames;

  while (show->frames < before + n)
    g_main_context_iteration (NULL, TRUE);
}

static inline void
show_open (Show *show, MilieuMap *map, MilieuView view, int width, int height)
{
  show->session = milieu_session_new ();
  milieu_document_take (milieu_session_document (show->session), map, NULL);
  show->canvas = show_canvas_new (show->session, view);
  show->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (show->window, FALSE);
  gtk_window_set_default_size (show->window, width, height);
  gtk_window_set_child (show->window, GTK_WIDGET (show->canvas));
  gtk_window_present (show->window);
  while (!gtk_widget_get_frame_clock (GTK_WIDGET (show->canvas)))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (show->canvas)), "after-paint",
                            G_CALLBACK (on_after_paint), show);
  show_settle (show);
}

static inline void
show_close (Show *show)
{
  gtk_window_destroy (show->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&show->session);
}
