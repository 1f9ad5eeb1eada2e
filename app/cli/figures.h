/* milieu export --figure and --all: the figures that a map keeps. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * milieu_cli_export_figures:
 * @file: of the map
 * @name: (nullable): name or id of one figure; %NULL for all of them
 * @output: with @name a file, or a folder; for all of them a folder, which is made if its parent is there
 * @suffix: "pdf", "svg" or "png", for files in a folder
 *
 * Files in a folder are called as their figure, without what would lead out of
 * the folder. Tells how far it is on standard error, if that is a terminal.
 *
 * Returns: %FALSE with @error
 */
gboolean milieu_cli_export_figures (const char *file, const char *name, const char *output, const char *suffix, GError **error);

G_END_DECLS
