/* Figures that leave the map as files: where to, and of what kind. */
#pragma once

#include <gtk/gtk.h>

#include "session/figure-home.h"

G_BEGIN_DECLS

/** MilieuFigureWritten: @path: file or folder; @problem: (nullable): why it could not be written, translated */
typedef void (*MilieuFigureWritten) (GObject *owner, const char *path, const char *problem);

/**
 * milieu_figure_file_ask:
 * @owner: a widget of the window over which the question stands
 *
 * Asks for a file, whose suffix says the kind, and writes the figure of @home in a worker. @written is called unless somebody cancels.
 */
void milieu_figure_file_ask (MilieuSession *session, MilieuFigureHome *home, GObject *owner, MilieuFigureWritten written);

/** milieu_figure_files_ask: asks for a folder and writes all figures of the map into it, as @suffix ("pdf") says */
void milieu_figure_files_ask (MilieuSession *session, const char *suffix, GObject *owner, MilieuFigureWritten written);

/** milieu_figure_files_stop: stops writing: what is written whole stays */
void milieu_figure_files_stop (MilieuSession *session);

G_END_DECLS
