#include "cli/commands.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  MilieuCommand command;
  const char *words;
} commands[] = {
#ifdef HAVE_READ
  { "read", milieu_cli_read, N_("the two readings of a map, as text, JSON, CSV or Markdown") },
#endif
#ifdef HAVE_EXPORT
  { "export", milieu_cli_export, N_("a figure of a map, as PDF, SVG or PNG") },
#endif
#ifdef HAVE_CHECK
  { "check", milieu_cli_check, N_("what is wrong or doubtful in a map file") },
#endif
#ifdef HAVE_IMPORT
  { "import", milieu_cli_import, N_("tables of actors and ties into a map") },
#endif
#ifdef HAVE_LAYOUT
  { "layout", milieu_cli_layout, N_("where actors stand in the network") },
#endif
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
