/* A figure that the map keeps: which question it asks and what it hides, as
 * words that files and recipes can hold. */
#pragma once

#include "model/filter.h"

G_BEGIN_DECLS

/**
 * milieu_plate_hidden:
 *
 * What @filter hides, separated by spaces and sorted as the map's ids are:
 * ground:underground class:location kind:company type:funds period:2010/2019 undated
 *
 * Returns: (transfer full): the words, "" if nothing is hidden
 */
char *milieu_plate_hidden (const MilieuFilter *filter, MilieuSnapshot *snapshot);

/**
 * milieu_plate_hide:
 * @words: (nullable): as milieu_plate_hidden() writes them
 * @filter: (inout): hides these too
 *
 * Kinds and types that the map does not have are passed over: there is nothing of them to hide.
 *
 * Returns: (transfer full) (nullable): the first word that is none of these; %NULL if all are
 */
char *milieu_plate_hide (const char *words, MilieuSnapshot *snapshot, MilieuFilter *filter);

/** milieu_plate_filter: @filter: (out): the question that @plate asks, on what it shows */
void milieu_plate_filter (const MilieuPlate *plate, MilieuSnapshot *snapshot, MilieuFilter *filter);

G_END_DECLS
