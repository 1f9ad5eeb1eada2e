/* A figure on its page: the page at true size with its parts under one's
 * hands, and beside it what it shows, how, and whether it will do. */
#pragma once

#include <gtk/gtk.h>

#include "session/figure-home.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_COMPOSER (milieu_composer_get_type ())
G_DECLARE_FINAL_TYPE (MilieuComposer, milieu_composer, MILIEU, COMPOSER, GtkBox)

/** MilieuComposer::written: @path: the file that was written */
/** MilieuComposer::failed: @words: why it could not be, translated */

/** milieu_composer_new: Returns: (transfer floating) */
GtkWidget *milieu_composer_new (MilieuSession *session, MilieuFigureHome *home);

/** milieu_composer_home: Returns: (transfer none): where its figure is kept */
MilieuFigureHome *milieu_composer_home (MilieuComposer *self);

/** milieu_composer_export: asks where to, and writes the figure */
void milieu_composer_export (MilieuComposer *self);

/** milieu_composer_zoom: @step: 1 nearer, -1 farther, 0 true size; G_MAXINT: the whole page */
void milieu_composer_zoom (MilieuComposer *self, int step);

G_END_DECLS
