/* The program: a command, or the window. */
#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <string.h>

#include "cli/commands.h"
#include "window/application.h"

/* Where the locale that LANG asks for was never generated, C.UTF-8 still
 * speaks its language. Numbers in files and commands always have a point. */
static void
choose_language (void)
{
  const char *language = g_getenv ("LANG");

  if (setlocale (LC_ALL, "") == NULL)
    {
      setlocale (LC_ALL, "C.UTF-8");
      if (g_getenv ("LANGUAGE") == NULL && language != NULL)
        g_setenv ("LANGUAGE", language, TRUE);
    }
  setlocale (LC_NUMERIC, "C");
}

static void
bind_words (void)
{
  const char *folder = g_getenv ("MILIEU_LOCALEDIR");

  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : MILIEU_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* what usage and messages call the program */
static int
run (MilieuCommand command, int argc, char **argv)
{
  g_autofree char *name = g_strdup_printf ("milieu %s", argv[0]);

  g_set_prgname (name);
  return command (argc, argv);
}

static int
refuse (const char *words, const char *argument)
{
  g_printerr (words, argument);
  g_printerr ("\n");
  return 2;
}

/* a misspelt command rather than a file to be made or found missing */
static gboolean
is_bare_word (const char *argument)
{
  return strpbrk (argument, "/.:") == NULL && !g_str_has_prefix (argument, "-") && !g_file_test (argument, G_FILE_TEST_EXISTS);
}

int
main (int argc, char **argv)
{
  MilieuCommand command = argc > 1 ? milieu_command_find (argv[1]) : NULL;

  choose_language ();
  bind_words ();
  /* a file that may grow no more is an error, not a death */
  signal (SIGXFSZ, SIG_IGN);
  if (command != NULL)
    return run (command, argc - 1, argv + 1);
  if (argc == 2 && g_str_equal (argv[1], "--version"))
    {
      g_print ("milieu %s\n", MILIEU_VERSION);
      return 0;
    }
  if (argc == 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      milieu_command_help ();
      return 0;
    }
  /* those of GApplication apart, the window has no options */
  if (argc > 1 && g_str_has_prefix (argv[1], "-") && !g_str_has_prefix (argv[1], "--gapplication"))
    return refuse (_("milieu: no such option: %s; “milieu --help” tells what there is"), argv[1]);
  if (argc > 1 && is_bare_word (argv[1]))
    return refuse (_("milieu: neither a command nor a file: %s; “milieu --help” tells what there is"), argv[1]);
  return milieu_window_main (argc, argv);
}
