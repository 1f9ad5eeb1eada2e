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
  double most;         /* the largest that makes sense; the smallest is 0 */
  double step;         /* what people choose by; a value nearer than half of it is the standard one */
} MilieuThreshold;

/** milieu_threshold: Returns: (transfer none): what a threshold is */
const MilieuThreshold *milieu_threshold (MilieuThresholdName name);

/** milieu_threshold_value: Returns: the map's own, else the standard one; @changed: (out) (optional): whether they differ */
double milieu_threshold_value (MilieuSnapshot *snapshot, MilieuThresholdName name, gboolean *changed);

/** milieu_threshold_pass: whether @value passes @limit; an undefined one (NAN) does not */
gboolean milieu_threshold_pass (MilieuThresholdName name, double value, double limit);

/** milieu_test_label: Returns: the msgid of what test @t (0 for T1) is about: "Coupling" */
const char *milieu_test_label (guint t);

/** milieu_test_indicators: Returns: (transfer none) (array zero-terminated=1): ids of the indicators that test @t rests on: "L1a", "L1b" */
const char *const *milieu_test_indicators (guint t);

/** milieu_verdict_stability: Returns: (transfer full): in how many draws and removals the verdict stays, counted */
char *milieu_verdict_stability (const MilieuVerdict *verdict, MilieuLanguage language);

/** milieu_verdict_notice: Returns: the msgid of what must stand beside every verdict (indicators §6.7) */
const char *milieu_verdict_notice (void);

/** milieu_tie_class_changed: whether a tie type of the map has another class than the convention gives it; @usual: (out) (optional): that class */
gboolean milieu_tie_class_changed (const MilieuTieType *type, MilieuClass *usual);

/** milieu_emerging_counts: Returns: EMERGING where the ground stands on its own, as in the convention; else the ground that the map's
 *  setting "emerging" counts it with */
MilieuGround milieu_emerging_counts (MilieuSnapshot *snapshot);

/** milieu_verdict_exploratory: Returns: (transfer full) (nullable): that not all six tests could be made, which must stand beside the verdict */
MilieuPhrase *milieu_verdict_exploratory (const MilieuVerdict *verdict);

/**
 * milieu_convention_changes:
 *
 * Returns: (transfer full) (nullable): in which thresholds, tie classes and emerging ground the map
 *   differs from the convention, with what it says; %NULL where it does not
 */
MilieuPhrase *milieu_convention_changes (MilieuSnapshot *snapshot);

G_END_DECLS
