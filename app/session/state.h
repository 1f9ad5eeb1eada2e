/* What a window remembers of a file: how it was looked at, never what it holds. */
#pragma once

#include "model/filter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  int width, height;
  gboolean maximized, filters, panel;
  char view[16]; /* "map", "network", "both" */
} MilieuWindowState;

/**
 * milieu_state_load:
 * @file: (nullable): the map's file; %NULL for a window without one
 * @filter: (inout): hidden kinds and types are not remembered: keys live no longer than a map
 *
 * Reads $XDG_STATE_HOME/milieu/windows.ini. What is absent or broken stays as it is.
 */
void milieu_state_load (GFile *file, MilieuWindowState *window, MilieuFilter *filter);

/** milieu_state_save: writes it, and forgets the oldest beyond fifty files; a failure is silent: nothing is lost by it */
void milieu_state_save (GFile *file, const MilieuWindowState *window, const MilieuFilter *filter);

/**
 * milieu_state_path:
 * @kind: the name of a folder ("open", "versions")
 *
 * Returns: (transfer full) (nullable): $XDG_STATE_HOME/milieu/KIND/HASH, where the hash is that of the path of @file with
 *   its symbolic links resolved; %NULL for a file that is not on this computer
 */
char *milieu_state_path (GFile *file, const char *kind);

G_END_DECLS
