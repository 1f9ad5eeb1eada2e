/* The application: one per desktop, a window per map. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_APPLICATION (milieu_application_get_type ())
G_DECLARE_FINAL_TYPE (MilieuApplication, milieu_application, MILIEU, APPLICATION, AdwApplication)

/** milieu_window_main: runs the window on the files of the command line; Returns: the exit status */
int milieu_window_main (int argc, char **argv);

G_END_DECLS
