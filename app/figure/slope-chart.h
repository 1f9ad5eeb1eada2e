/* The slope chart: each actor's rank by betweenness with all ties (left) and by
 * interactions alone (right). Who falls is an institutional giant that brokers
 * nothing; who rises is an invisible broker. */
#pragma once

#include "figure/figure.h"
#include "figure/tools.h"
#include "reading/result.h"

G_BEGIN_DECLS

/* what a slope says */
typedef enum
{
  MILIEU_SLOPE_STEADY,
  MILIEU_SLOPE_GIANT,  /* in the upper third by all ties, and no betweenness by interactions alone */
  MILIEU_SLOPE_BROKER, /* ten per cent of the ranks or more, and three at least, better by interactions */
} MilieuSlope;

/* zero it, then set what you need */
typedef struct
{
  double width, height; /* px; height 0: by content */
  gboolean persons;     /* rank persons too */
  gboolean names_alone; /* what a slope says stands in words elsewhere: beside names there is no room */
  guint most;           /* actors at most, 0 for 24: those with the best of their two ranks */
} MilieuSlopeOptions;

/**
 * milieu_slope_chart_new:
 * @snapshot: for symbols and kinds of the actors
 *
 * Actors with a betweenness in neither graph are left out and counted below.
 * Ranks are taken among those who may be ranked. Giants and brokers are told
 * by a word beside their name and by a heavier line, not by colour alone.
 * Marks bear the actors as owners, so that they can be picked and lit.
 *
 * Returns: (transfer full): the chart
 */
MilieuFigure *milieu_slope_chart_new (MilieuSnapshot *snapshot, const MilieuReading *reading,
                                      const MilieuFigureTools *tools, const MilieuSlopeOptions *options);

/** milieu_slope_chart_text: Returns: (transfer full): the same as a table in plain text, a line per actor, columns aligned */
char *milieu_slope_chart_text (MilieuSnapshot *snapshot, const MilieuReading *reading, MilieuLanguage language,
                               const MilieuSlopeOptions *options);

G_END_DECLS
