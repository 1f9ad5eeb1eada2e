/* Who stands where in the slope chart, before it is drawn; and its twin as a list. */
#pragma once

#include "figure/slope-chart.h"

G_BEGIN_DECLS

typedef struct
{
  const MilieuReadingActor *actor;
  char *name; /* short */
  guint8 symbol, ground;
  guint ranks[MILIEU_N_GRAPHS]; /* among those who may be ranked, 1 first; 0: no betweenness */
  guint slots[MILIEU_N_GRAPHS]; /* from the top of each side, all different */
  MilieuSlope slope;
} MilieuSlopeRow;

typedef struct
{
  MilieuSlopeRow *rows; /* in the order of their slots by interactions */
  guint n;
  guint n_without; /* betweenness in neither graph */
  guint n_more;    /* over the most that are shown */
  guint n_persons; /* left out */
} MilieuSlopes;

/** milieu_slopes_new: Returns: (transfer full): who is shown, ranked and placed; it borrows @reading */
MilieuSlopes *milieu_slopes_new (MilieuSnapshot *snapshot, const MilieuReading *reading, const MilieuSlopeOptions *options);
void milieu_slopes_free (MilieuSlopes *slopes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuSlopes, milieu_slopes_free)

/** milieu_slope_words: Returns: the msgid of what a slope is called, "" for a steady one */
const char *milieu_slope_words (MilieuSlope slope);

/** milieu_slopes_rest: Returns: (transfer full): who is not shown, in a sentence or several; "" if all are */
char *milieu_slopes_rest (const MilieuSlopes *slopes, MilieuLanguage language);

/** milieu_slope_rank: Returns: (transfer full): "3", or "–" for 0 */
char *milieu_slope_rank (guint rank, MilieuLanguage language);

G_END_DECLS
