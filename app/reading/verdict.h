/* §5.1: system or ecosystem? Six tests whose thresholds are conventions,
 * stored in the map, that people may edit. */
#pragma once

#include "reading/result.h"

G_BEGIN_DECLS

typedef enum
{
  MILIEU_THRESHOLD_PERCENTILE,  /* T1: at least */
  MILIEU_THRESHOLD_GAP,         /* T1: at most */
  MILIEU_THRESHOLD_NOVELTY,     /* T2: at least */
  MILIEU_THRESHOLD_COVERAGE,    /* T3: at least; not drawn */
  MILIEU_THRESHOLD_REACH,       /* T3: at least */
  MILIEU_THRESHOLD_MEDIATION,   /* T3: at least */
  MILIEU_THRESHOLD_LIFT,        /* T4: at least */
  MILIEU_THRESHOLD_INTEGRATION, /* T5: at least */
  MILIEU_THRESHOLD_ROBUSTNESS,  /* T6: at least */
  MILIEU_THRESHOLD_DEPENDENCE,  /* T6: at most */
} MilieuThresholdName;

typedef struct
{
  const char *setting; /* of the map: "threshold.T1.gap" */
  guint test;          /* 0 for T1 */
  const char *label;   /* msgid */
  double standard;     /* where the map has no such setting */
  gboolean drawn;      /* whether the 300 draws vary it */
  gboolean at_most;    /* the value passes below it */
} MilieuThreshold;

/** milieu_threshold: Returns: (transfer none): what a threshold is */
const MilieuThreshold *milieu_threshold (MilieuThresholdName name);

/** milieu_threshold_value: Returns: the map's own, else the standard one; @changed: (out) (optional): whether they differ */
double milieu_threshold_value (MilieuSnapshot *snapshot, MilieuThresholdName name, gboolean *changed);

G_END_DECLS
