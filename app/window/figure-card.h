/* One figure among the others: its picture, its name, what it shows. */
#pragma once

#include <gtk/gtk.h>

#include "session/page-work.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_FIGURE_CARD (milieu_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (MilieuFigureCard, milieu_figure_card, MILIEU, FIGURE_CARD, GtkFlowBoxChild)

/** milieu_figure_card_new: Returns: (transfer floating) */
GtkWidget *milieu_figure_card_new (guint32 key);

/** milieu_figure_card_key: Returns: of its figure */
guint32 milieu_figure_card_key (MilieuFigureCard *self);

/** milieu_figure_card_show: its words */
void milieu_figure_card_show (MilieuFigureCard *self, const MilieuPlate *plate);

/** milieu_figure_card_show_picture: its picture and its size */
void milieu_figure_card_show_picture (MilieuFigureCard *self, const MilieuPageResult *result);

G_END_DECLS
