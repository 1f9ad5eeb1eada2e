#include "window/salvage-dialog.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/sheet.h"

/* more than a person reads */
#define MOST_LINES 400

/* "40 actors, 38 ties" */
static char *
kept_words (MilieuSnapshot *snapshot)
{
  guint actors = milieu_snapshot_count (snapshot, MILIEU_RECORD_ACTOR), ties = milieu_snapshot_count (snapshot, MILIEU_RECORD_TIE);
  g_autofree char *of_actors = g_strdup_printf (ngettext ("%u actor", "%u actors", actors), actors);
  g_autofree char *of_ties = g_strdup_printf (ngettext ("%u tie", "%u ties", ties), ties);

  /* Translators: "93 actors", then "88 ties" */
  return g_strdup_printf (_("%s and %s could be read. They stand in a copy without a file; the damaged file is as it was. "
                            "Save the copy under a name of its own."), of_actors, of_ties);
}

static void
add_lines (AdwPreferencesGroup *group, MilieuReport *report)
{
  for (guint i = 0; i < MIN (milieu_report_size (report), MOST_LINES); i++)
    {
      const MilieuReportEntry *entry = milieu_report_get (report, i);
      g_autofree char *line = entry->line > 0 ? g_strdup_printf (_("line %u"), entry->line) : NULL;

      adw_preferences_group_add (group, milieu_sheet_line_new (entry->words, line));
    }
  if (milieu_report_size (report) > MOST_LINES)
    adw_preferences_group_add (group, milieu_sheet_line_new (_("…"), NULL));
}

void
milieu_salvage_dialog_present (GtkWindow *parent, MilieuSnapshot *snapshot, MilieuReport *report)
{
  MilieuSheet sheet = milieu_sheet_new (parent, _("What Could Be Read"), 640, 480);
  guint n = milieu_report_size (report);
  g_autofree char *kept = kept_words (snapshot);
  g_autofree char *lost = g_strdup_printf (ngettext ("%u thing is wrong in the file, and was left out or mended",
                                                     "%u things are wrong in the file, and were left out or mended", n), n);

  milieu_sheet_group_new (&sheet, NULL, kept);
  add_lines (milieu_sheet_group_new (&sheet, lost, NULL), report);
  gtk_window_present (sheet.window);
}
