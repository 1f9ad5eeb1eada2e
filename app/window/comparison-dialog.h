/* What differs between an earlier map and the present one, record by record. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * milieu_comparison_dialog_present:
 * @before: the earlier map
 * @title: what it is called, as in "23/11/2026 at 02:07"
 */
void milieu_comparison_dialog_present (MilieuSession *session, MilieuMap *before, const char *title, GtkWindow *parent);

G_END_DECLS
