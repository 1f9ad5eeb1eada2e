/* The editor of one field of one record or of several: an entry, a text of
 * several lines or a choice, as the table of fields says. What is typed is
 * committed by Enter or when the keyboard leaves; a refusal stands below. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_FIELD_EDITOR (milieu_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (MilieuFieldEditor, milieu_field_editor, MILIEU, FIELD_EDITOR, GtkBox)

/** milieu_field_editor_new: @field: index of a field of @type; references to actors cannot be
 *  edited here; MILIEU_ACTOR_LAT stands for both coordinates, which come and go together */
GtkWidget *milieu_field_editor_new (MilieuSession *session, MilieuRecordType type, guint field);

/** milieu_field_editor_new_setting: edits the setting @id; @label: translated */
GtkWidget *milieu_field_editor_new_setting (MilieuSession *session, const char *id, const char *label);

/**
 * milieu_field_editor_show:
 * @keys: (array length=n): what is edited; may be the same as before, then a changed value is shown
 *
 * What was typed for others is committed first.
 */
void milieu_field_editor_show (MilieuFieldEditor *editor, const guint32 *keys, guint n);

/** milieu_field_editor_get_text: Returns: (nullable): what is typed into, for its style and the keyboard */
GtkWidget *milieu_field_editor_get_text (MilieuFieldEditor *editor);

G_END_DECLS
