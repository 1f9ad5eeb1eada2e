/* The window: header, filters, views, tray, side panel, and the commands on them. */
#pragma once

#include "session/recovery.h"
#include "session/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_WINDOW (milieu_window_get_type ())
G_DECLARE_FINAL_TYPE (MilieuWindow, milieu_window, MILIEU, WINDOW, AdwApplicationWindow)

/** milieu_window_new: Returns: (transfer none): a window on a new map, owned by GTK */
MilieuWindow *milieu_window_new (AdwApplication *application);

/** milieu_window_session: Returns: (transfer none): what its views share */
MilieuSession *milieu_window_session (MilieuWindow *window);

/** milieu_window_open: opens @file, after asking about unsaved changes; a window that has it open is shown instead */
void milieu_window_open (MilieuWindow *window, GFile *file);

/** milieu_window_open_copy: opens @file as a map that has no file of its own yet (the example) */
void milieu_window_open_copy (MilieuWindow *window, GFile *file);

/** milieu_window_recover: puts the map of @recovery in place of the present one, its edits done again; says what came of it */
void milieu_window_recover (MilieuWindow *window, MilieuRecovery *recovery);

/** milieu_window_has: Returns: whether it has @file open, or opens it */
gboolean milieu_window_has (MilieuWindow *window, GFile *file);

/** milieu_window_is_blank: Returns: whether nothing was done in it yet, so that a file may open here */
gboolean milieu_window_is_blank (MilieuWindow *window);

/** milieu_window_say: a toast */
void milieu_window_say (MilieuWindow *window, const char *words);

/** milieu_window_inspect: shows the inspector of what is selected */
void milieu_window_inspect (MilieuWindow *window);

/**
 * milieu_window_commit:
 * @group: (transfer full) (nullable): what a verb of edit/ gave
 * @refusal: (nullable): why it gave none
 *
 * Commits, or says in a toast why not. Returns: whether the map took it
 */
gboolean milieu_window_commit (MilieuWindow *window, MilieuGroup *group, const GError *refusal);

G_END_DECLS
