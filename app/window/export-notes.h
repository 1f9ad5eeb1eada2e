/* What is to be known of a figure before it is written: findings of the
 * preflight, and its caption and description to be copied. */
#pragma once

#include <gtk/gtk.h>

#include "session/page-work.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_EXPORT_NOTES (milieu_export_notes_get_type ())
G_DECLARE_FINAL_TYPE (MilieuExportNotes, milieu_export_notes, MILIEU, EXPORT_NOTES, GtkBox)

/** milieu_export_notes_new: Returns: (transfer floating): nothing is shown before milieu_export_notes_show() */
GtkWidget *milieu_export_notes_new (void);

/** milieu_export_notes_show: shows what @result says of its figure */
void milieu_export_notes_show (MilieuExportNotes *self, const MilieuPageResult *result);

G_END_DECLS
