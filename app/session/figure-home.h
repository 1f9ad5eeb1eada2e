/* Where a figure is kept while somebody composes it: the map, or, for one that
 * is only to be exported, a map of its own. Both have a history, so that each
 * gesture can be undone. */
#pragma once

#include "edit/figure.h"
#include "session/session.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_FIGURE_HOME (milieu_figure_home_get_type ())
G_DECLARE_FINAL_TYPE (MilieuFigureHome, milieu_figure_home, MILIEU, FIGURE_HOME, GObject)

/** MilieuFigureHome::changed: the figure is other than before, or gone; undo and redo may be other than before */

/** milieu_figure_home_new: @key: of a figure of the session's map */
MilieuFigureHome *milieu_figure_home_new (MilieuSession *session, guint32 key);

/** milieu_figure_home_new_draft: a figure that no map keeps yet */
MilieuFigureHome *milieu_figure_home_new_draft (MilieuSession *session, const MilieuNewFigure *figure);

/** milieu_figure_home_is_draft: Returns: whether no map keeps it yet */
gboolean milieu_figure_home_is_draft (MilieuFigureHome *home);
/** milieu_figure_home_map: Returns: (transfer none): the map that holds the record */
MilieuMap *milieu_figure_home_map (MilieuFigureHome *home);
/** milieu_figure_home_history: Returns: (transfer none): whose undo takes a gesture back */
MilieuHistory *milieu_figure_home_history (MilieuFigureHome *home);
/** milieu_figure_home_key: Returns: of the figure in that map */
guint32 milieu_figure_home_key (MilieuFigureHome *home);

/** milieu_figure_home_plate: Returns: (nullable): the figure as it stands; %NULL once it is gone */
const MilieuPlate *milieu_figure_home_plate (MilieuFigureHome *home);

/** milieu_figure_home_commit: @group: (transfer full) (nullable): of its map */
gboolean milieu_figure_home_commit (MilieuFigureHome *home, MilieuGroup *group, GError **error);

/** milieu_figure_home_set: writes one field of the figure, which is one change; nothing if it stands there already */
void milieu_figure_home_set (MilieuFigureHome *home, guint field, MilieuValue value);

/**
 * milieu_figure_home_keep:
 *
 * A draft becomes a figure of the session's map.
 *
 * Returns: its key there, MILIEU_NO_KEY with @error if the map refuses it
 */
guint32 milieu_figure_home_keep (MilieuFigureHome *home, GError **error);

/** milieu_present_figure: Returns: what the window shows now as a figure to be added; it borrows from @session */
MilieuNewFigure milieu_present_figure (MilieuSession *session, MilieuPlateView view, MilieuLanguage language);

G_END_DECLS
