/* The commands of the program, one file each. argv[0] is the command's name.
 * Each returns the exit status: 0 done, 1 it could not be done, 2 usage. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef int (*MilieuCommand) (int argc, char **argv);

/** milieu_command_find: Returns: (nullable): the command called @name */
MilieuCommand milieu_command_find (const char *name);

/** milieu_command_help: prints the usage of the program, a line per command */
void milieu_command_help (void);

/** milieu_cli_check: errors and remarks of a map file, a line each; this and those below take what milieu_command_find() gives them */
int milieu_cli_check (int argc, char **argv);
int milieu_cli_export (int argc, char **argv);
int milieu_cli_import (int argc, char **argv);
int milieu_cli_layout (int argc, char **argv);
int milieu_cli_merge (int argc, char **argv);
int milieu_cli_read (int argc, char **argv);
int milieu_cli_rebuild (int argc, char **argv);
/** milieu_cli_report: FILE -o OUT.pdf|.md: a report of both readings */
int milieu_cli_report (int argc, char **argv);

G_END_DECLS
