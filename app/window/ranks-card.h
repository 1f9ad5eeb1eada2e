/* Rank against rank: who is a giant that brokers nothing, who an invisible
 * broker, in words, as a chart and as a list. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_RANKS_CARD (milieu_ranks_card_get_type ())
G_DECLARE_FINAL_TYPE (MilieuRanksCard, milieu_ranks_card, MILIEU, RANKS_CARD, GtkBox)

/** milieu_ranks_card_new: follows the readings of @session. Persons are told by their roles, unless the map asks to rank them */
GtkWidget *milieu_ranks_card_new (MilieuSession *session);

G_END_DECLS
