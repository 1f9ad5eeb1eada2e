/* Under the header: what a person has to know until it is dealt with, a bar each. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_NOTICE_BAR (milieu_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (MilieuNoticeBar, milieu_notice_bar, MILIEU, NOTICE_BAR, GtkBox)

/**
 * milieu_notice_bar_say:
 * @id: of the notice; what was said under it before goes
 * @button: (nullable): the label of what can be done about it
 * @action: (nullable): and its action
 */
void milieu_notice_bar_say (MilieuNoticeBar *bar, const char *id, const char *words, const char *button, const char *action);

/** milieu_notice_bar_clear: @id: (nullable): %NULL for all notices */
void milieu_notice_bar_clear (MilieuNoticeBar *bar, const char *id);

G_END_DECLS
