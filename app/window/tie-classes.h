/* What each type of tie counts as: interaction, institution or location. The
 * single most influential convention (indicators §0), edited in place. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_TIE_CLASSES (milieu_tie_classes_get_type ())
G_DECLARE_FINAL_TYPE (MilieuTieClasses, milieu_tie_classes, MILIEU, TIE_CLASSES, GtkBox)

/** milieu_tie_classes_new: follows the map by itself */
GtkWidget *milieu_tie_classes_new (MilieuSession *session);

G_END_DECLS
