/* The application: one per desktop, a window per map. */
#pragma once

#include "window/window.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_APPLICATION (milieu_application_get_type ())
G_DECLARE_FINAL_TYPE (MilieuApplication, milieu_application, MILIEU, APPLICATION, AdwApplication)

/** milieu_application_find_window: Returns: (transfer none) (nullable): the window that has @file (nullable) open, or opens it */
MilieuWindow *milieu_application_find_window (GtkApplication *application, GFile *file);

/** milieu_application_window_for: Returns: (transfer none): a window for what is recovered of @file (nullable): the one that
 *  has it open without unsaved changes, else a blank one */
MilieuWindow *milieu_application_window_for (GtkApplication *application, GFile *file);

/** milieu_window_main: runs the window on the files of the command line; Returns: the exit status */
int milieu_window_main (int argc, char **argv);

G_END_DECLS
