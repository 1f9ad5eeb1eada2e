#include "cli/commands.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  MilieuCommand command;
  const char *words;
} commands[] = {
  { "read", milieu_cli_read, N_("the two readings of a map, as text, JSON, CSV or Markdown") },
  { "report", milieu_cli_report, N_("both readings, figures, methods and sources of a map, as PDF or Markdown") },
  { "export", milieu_cli_export, N_("a figure of a map, as PDF, SVG or PNG") },
  { "rebuild", milieu_cli_rebuild, N_("a figure again from its recipe, byte for byte") },
  { "check", milieu_cli_check, N_("what is wrong or doubtful in a map file") },
  { "import", milieu_cli_import, N_("tables of actors and ties into a map") },
  { "merge", milieu_cli_merge, N_("what two people changed in one map, joined") },
  { "layout", milieu_cli_layout, N_("where actors stand in the network") },
};

MilieuCommand
milieu_command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (name, commands[i].name))
      return commands[i].command;
  return NULL;
}

void
milieu_command_help (void)
{
  g_print ("%s\n  milieu [%s]\n", _("Usage:"), _("FILE"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  milieu %-7s %s\n", commands[i].name, _(commands[i].words));
  g_print ("\n%s\n", _("“milieu COMMAND --help” tells more; “milieu --version” tells the version."));
}
