/* The catalogue: what each indicator is called, means, rests on and hides. */
#pragma once

#include "reading/result.h"

G_BEGIN_DECLS

/* all texts are msgids, for milieu_words() */
typedef struct
{
  const char *id;
  const char *label;       /* "Structural-interactional gap" */
  const char *caption;     /* one line for the panel */
  const char *definition;  /* a sentence or two */
  const char *formula;     /* in plain characters */
  const char *source;      /* where the measure comes from */
  const char *reservation; /* what it does not say */
} MilieuIndicator;

/** milieu_indicators: Returns: (array length=n): all of them, in the order in which they are read */
const MilieuIndicator *milieu_indicators (guint *n);

/** milieu_indicator_find: Returns: (nullable): by id */
const MilieuIndicator *milieu_indicator_find (const char *id);

/** milieu_indicator_formula_id: Returns: what the value was computed by, for tables that outlive the program: "L1b/1", the
 *  number growing when a definition changes */
const char *milieu_indicator_formula_id (const char *id);

/** milieu_side_label: Returns: the msgid of "structural", "interactionist", "both" */
const char *milieu_side_label (MilieuSide side);

/** milieu_status_label: Returns: the msgid of "value", "empty by construction", "not evaluable" */
const char *milieu_status_label (MilieuStatus status);

/** milieu_outcome_label: Returns: the msgid of "Accumulation of systems" … */
const char *milieu_outcome_label (MilieuOutcome outcome);

G_END_DECLS
