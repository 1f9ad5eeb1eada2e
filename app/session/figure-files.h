/* All figures of a map as files of a folder, written by a worker. */
#pragma once

#include "session/jobs.h"

G_BEGIN_DECLS

/** milieu_figure_file_name: Returns: (transfer full): the stem of a file for the figure called @name, which may hold anything */
char *milieu_figure_file_name (const char *name);

/**
 * milieu_figure_file_path:
 * @taken: (element-type utf8 utf8): a set of the names that were given already, folded; owns its keys
 *
 * Returns: (transfer full): a path in @folder, with a number where two figures would share a file
 */
char *milieu_figure_file_path (GHashTable *taken, const char *folder, const char *name, const char *suffix);

/** milieu_figure_files_request_new: Returns: (transfer full): @suffix: "pdf", "svg", "png" or "tex" */
gpointer milieu_figure_files_request_new (const char *folder, const char *suffix);
void milieu_figure_files_request_free (gpointer request);

/** milieu_figure_files_work: a MilieuJobWork; Returns: (transfer full) (nullable): the folder; %NULL if cancelled, or with @error at
 *  the first figure that cannot be written; those before it stay */
gpointer milieu_figure_files_work (MilieuJob *job, gpointer request, GError **error);

G_END_DECLS
