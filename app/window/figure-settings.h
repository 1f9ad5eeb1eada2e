/* What a figure shows, and on what page: forms beside it. */
#pragma once

#include <adwaita.h>

#include "figure/preflight.h"
#include "session/figure-home.h"

G_BEGIN_DECLS

/** milieu_figure_content_new: Returns: (transfer floating): name, view, question, words; @session: whose present filters can be taken */
GtkWidget *milieu_figure_content_new (MilieuFigureHome *home, MilieuSession *session);

/** milieu_figure_page_form_new: Returns: (transfer floating): size, margins, style, type */
GtkWidget *milieu_figure_page_form_new (MilieuFigureHome *home);

/** milieu_figure_preset: Returns: what the page of @plate is made for */
const MilieuPreset *milieu_figure_preset (const MilieuPlate *plate);

G_END_DECLS
