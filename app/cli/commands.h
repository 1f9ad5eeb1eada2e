/* The commands of the program, one file each. argv[0] is the command's name.
 * Each returns the exit status: 0 done, 1 it could not be done, 2 usage. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int milieu_cli_import (int argc, char **argv);
int milieu_cli_check (int argc, char **argv);
int milieu_cli_export (int argc, char **argv);

G_END_DECLS
