/* The drop-down of a field: what it may be, each with its drawing. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_CHOICES (milieu_choices_get_type ())
G_DECLARE_FINAL_TYPE (MilieuChoices, milieu_choices, MILIEU, CHOICES, GtkWidget)

/* stands for values that differ from record to record */
#define MILIEU_CHOICE_MIXED G_MAXUINT32

/** MilieuChoices::chosen: @value: a token or a key, chosen by a person */

/** milieu_choices_new: @field: a TOKEN, or a REFERENCE to a kind or a tie type; @label: for screen readers */
GtkWidget *milieu_choices_new (MilieuSession *session, const MilieuField *field, const char *label);

/** milieu_choices_show: @value: a token, a key or MILIEU_CHOICE_MIXED */
void milieu_choices_show (MilieuChoices *choices, guint32 value);

G_END_DECLS
