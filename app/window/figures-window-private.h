/* What the files of the window of figures share. */
#pragma once

#include "window/composer.h"
#include "window/figures-list.h"
#include "window/figures-window.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_FIGURES_WINDOW (milieu_figures_window_get_type ())
G_DECLARE_FINAL_TYPE (MilieuFiguresWindow, milieu_figures_window, MILIEU, FIGURES_WINDOW, AdwWindow)

struct _MilieuFiguresWindow
{
  AdwWindow parent_instance;

  MilieuSession *session;
  MilieuView view;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  MilieuFiguresList *list;
  MilieuComposer *composer; /* (nullable) */
  MilieuHistory *history;   /* whose undo the buttons show */
  GtkWidget *back, *add, *undo, *redo, *keep, *export, *actions, *progress;
};

/** milieu_figures_window_header_new: Returns: (transfer floating): back, new, undo, redo; keep and export */
GtkWidget *milieu_figures_window_header_new (MilieuFiguresWindow *self);
/** milieu_figures_window_actions_new: Returns: (transfer floating): what can be done with the figures of the list */
GtkWidget *milieu_figures_window_actions_new (MilieuFiguresWindow *self);
/** milieu_figures_window_progress_new: Returns: (transfer floating): how far the writing is, hidden */
GtkWidget *milieu_figures_window_progress_new (MilieuFiguresWindow *self);

G_END_DECLS
