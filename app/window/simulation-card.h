/* What is lost in a simulation, above the readings. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_SIMULATION_CARD (milieu_simulation_card_get_type ())
G_DECLARE_FINAL_TYPE (MilieuSimulationCard, milieu_simulation_card, MILIEU, SIMULATION_CARD, GtkBox)

/** milieu_simulation_card_new: Returns: (transfer floating): a card that shows itself while something is simulated */
GtkWidget *milieu_simulation_card_new (MilieuSession *session);

/** milieu_departure_button_new: Returns: (transfer floating): a small button that lets an actor leave, or takes it back */
GtkWidget *milieu_departure_button_new (MilieuSession *session, guint32 actor);

/** milieu_departure_bar_new: Returns: (transfer floating): the same as a button with words */
GtkWidget *milieu_departure_bar_new (MilieuSession *session, guint32 actor);

/** milieu_leaving_row_new: Returns: (transfer floating): an actor's row, and beside it the button that lets it leave */
GtkWidget *milieu_leaving_row_new (MilieuSession *session, guint32 actor);

G_END_DECLS
