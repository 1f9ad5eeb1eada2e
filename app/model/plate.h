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

/**
 * milieu_plate_years:
 * @words: (nullable): years from 1 to 9999, separated by blanks or commas
 * @n: (out): how many
 *
 * Returns: (transfer full) (array length=n): the years, ascending, each once; g_free(); what is no year is passed over
 */
guint *milieu_plate_years (const char *words, guint *n);

/* a label that somebody put where it is */
typedef struct
{
  gboolean network; /* on the network, else on the map or one of its insets */
  guint32 actor;    /* key */
  double dx, dy;    /* mm from the middle of its symbol to the middle of the label */
} MilieuHandLabel;

/** milieu_plate_labels: @words: (nullable): "map:mel@4,-2.5 network:pop@0,3"; Returns: (transfer full) (element-type MilieuHandLabel):
 * those whose actors the map has */
GArray *milieu_plate_labels (const char *words, MilieuSnapshot *snapshot);

/** milieu_plate_labels_with: Returns: (transfer full): @words with this label too; without it where its offset is NAN */
char *milieu_plate_labels_with (const char *words, const MilieuHandLabel *label, MilieuSnapshot *snapshot);

/** milieu_plate_part: @place: (out): where @plate puts @part; the legend is hidden by legend="no", too */
void milieu_plate_part (const MilieuPlate *plate, MilieuPlatePart part, MilieuPartPlace *place);

G_END_DECLS
