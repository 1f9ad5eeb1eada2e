/* Labels and rows of the side panel: a line each, so that the code of its pages reads like what they show. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * milieu_label_new:
 * @class: (nullable): style classes, separated by spaces
 *
 * Returns: (transfer floating): a label that starts at the left and wraps
 */
GtkWidget *milieu_label_new (const char *text, const char *class);

/** milieu_expander_new: Returns: (transfer floating): an expander that screen readers call by its title (GTK 4.8 gives it none) */
GtkWidget *milieu_expander_new (const char *title);

/** milieu_mnemonic_button_new: Returns: (transfer floating): a button that screen readers call by its words (GTK 4.8 also reads them out with the underline) */
GtkWidget *milieu_mnemonic_button_new (const char *words);

/** milieu_wrapping_button_new: Returns: (transfer floating): a button whose words wrap where the panel is narrow or the text large */
GtkWidget *milieu_wrapping_button_new (const char *words);

/**
 * milieu_actor_row_new:
 * @remark: (nullable): small words at the right end
 *
 * Returns: (transfer floating): a flat button with an actor's symbol and name, that selects it
 */
GtkWidget *milieu_actor_row_new (MilieuSession *session, guint32 actor, const char *remark);

/**
 * milieu_tie_row_new:
 * @from: an actor whose tie it is: the row names the other end; MILIEU_NO_KEY: it names both
 *
 * Returns: (transfer floating): a flat button with a tie's line, type and ends, that selects it
 */
GtkWidget *milieu_tie_row_new (MilieuSession *session, guint32 tie, guint32 from);

/**
 * milieu_expander_fold:
 * @child: (transfer floating): what the expander shows and hides
 *
 * Gives an expander its child. Folded, the child takes no focus: GTK 4.8 hands it the focus
 * all the same, and Tab would go no further.
 */
void milieu_expander_fold (GtkExpander *expander, GtkWidget *child);

G_END_DECLS
