/* A figure with some of its actors and ties simulated as gone. */
#pragma once

#include "figure/figure.h"

G_BEGIN_DECLS

/* keys; arrays are borrowed for the call */
typedef struct
{
  const guint32 *actors, *ties; /* gone */
  guint n_actors, n_ties;
  const guint32 *dropped;       /* actors who stay, and drop out of the largest component */
  guint n_dropped;
} MilieuGone;

/**
 * milieu_figure_new_simulated:
 * @figure: stays as it is
 *
 * The same marks where they were: symbols that are gone as dashed outlines,
 * their labels and ties faint, a ring around those who drop out. Any thread.
 *
 * Returns: (transfer full): another figure
 */
MilieuFigure *milieu_figure_new_simulated (const MilieuFigure *figure, const MilieuGone *gone);

G_END_DECLS
