/* One field in the inspector: its label, its editor, who says so, and what others say. */
#pragma once

#include "window/field-editor.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_FIELD_ROW (milieu_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MilieuFieldRow, milieu_field_row, MILIEU, FIELD_ROW, GtkBox)

/** milieu_field_row_new: @field: as for milieu_field_editor_new(); Returns: (transfer floating): a row that shows nothing yet */
GtkWidget *milieu_field_row_new (MilieuSession *session, MilieuRecordType type, guint field);

/** milieu_field_row_new_of: a row with another editor, and nobody who says so */
GtkWidget *milieu_field_row_new_of (GtkWidget *editor, const char *label);

/** milieu_field_row_show: as milieu_field_editor_show(); claims are shown for one record alone */
void milieu_field_row_show (MilieuFieldRow *row, const guint32 *keys, guint n);

/**
 * milieu_field_list_fill:
 * @list: from milieu_boxed_list_new(), filled with a row per field of @type from @first to @last that can be edited here
 */
void milieu_field_list_fill (GtkBox *list, MilieuSession *session, MilieuRecordType type, guint first, guint last);

/** milieu_field_list_show: milieu_field_row_show() for each row of @list */
void milieu_field_list_show (GtkBox *list, const guint32 *keys, guint n);

/** milieu_boxed_list_new: Returns: (transfer floating): an empty box that looks and reads like a list; a GtkListBox
 *  would stop the Tab key at each row before what is in it */
GtkWidget *milieu_boxed_list_new (const char *label);

G_END_DECLS
