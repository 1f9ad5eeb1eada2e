/* A dialog that lists things and acts on them: a window with a header and rows. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct
{
  GtkWindow *window;
  AdwHeaderBar *header;
  AdwPreferencesPage *page;
} MilieuSheet;

/** milieu_sheet_new: Returns: a modal window over @parent with an empty page, which Escape closes; to be presented */
MilieuSheet milieu_sheet_new (GtkWindow *parent, const char *title, int width, int height);

/**
 * milieu_sheet_group_new:
 * @title: (nullable): plain text
 * @words: (nullable): plain text under it
 *
 * Returns: (transfer none): a group of rows at the end of the page
 */
AdwPreferencesGroup *milieu_sheet_group_new (MilieuSheet *sheet, const char *title, const char *words);

/**
 * milieu_sheet_button_new:
 * @words: what it shows
 * @name: what it is called aloud, for one of several alike
 * @style: (nullable): a style class
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *milieu_sheet_button_new (const char *words, const char *name, const char *style);

/** milieu_sheet_line_new: Returns: (transfer floating): a row with words and, at its end, small words (nullable); plain texts */
GtkWidget *milieu_sheet_line_new (const char *words, const char *remark);

/** milieu_sheet_time: Returns: (transfer full): a time as people say it; @time: microseconds since 1970 */
char *milieu_sheet_time (gint64 time);

G_END_DECLS
