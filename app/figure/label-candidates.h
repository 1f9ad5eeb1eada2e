/* The positions that a label could take, each with what it costs by itself. */
#pragma once

#include "figure/labels.h"

G_BEGIN_DECLS

typedef struct
{
  MilieuBox box;   /* of the text, a unit wider on either side */
  MilieuLabelPlace place;
  double cost;
} MilieuLabelCandidate;

/* at most so many of the cheapest are kept per label */
#define MILIEU_LABEL_CANDIDATES 150

/**
 * milieu_label_candidates:
 *
 * Returns: (transfer full) (element-type MilieuLabelCandidate): what @wish may
 *   take, cheapest first; empty if it has no room
 */
GArray *milieu_label_candidates (const MilieuLabelProblem *problem, const MilieuLabelWish *wish);

G_END_DECLS
