/* The side panel: row against row, structural beside interactionist, worded. */
#pragma once

#include "reading/result.h"

G_BEGIN_DECLS

typedef struct
{
  const MilieuResult *result; /* (transfer none): of the reading, behind the number */
  guint32 actor;   /* whose symbol stands before the headline, MILIEU_NO_KEY for none */
  char *headline;  /* "λ 0.8140", "MEL", "35 → 17", "not evaluable" */
  char *caption;   /* "35 actors in one piece", or the reason */
  double bar_from, bar_to; /* 0 to 1, what a small bar fills; both NAN for no bar */
} MilieuCell;

typedef struct
{
  char *question; /* "Who is at the centre" */
  MilieuCell structural, interactionist;
} MilieuRow;

/**
 * milieu_reading_rows:
 * @n: (out): how many
 *
 * Centre, what holds, across grounds, what would be lost, deciding or doing
 * with, showing or linking, isolates.
 *
 * Returns: (transfer full) (array length=n): free with milieu_rows_free()
 */
MilieuRow *milieu_reading_rows (const MilieuReading *reading, MilieuLanguage language, guint *n);
void milieu_rows_free (MilieuRow *rows, guint n);

/* the Δ strip between the columns */
typedef struct
{
  const MilieuResult *result; /* L1b */
  char *headline; /* "Δ 0.4186", or "not evaluable" */
  char *caption;  /* "gap between the two readings" */
  char *meaning;  /* "18 actors hold to the whole only through institutional ties." */
  double lambda_interaction, lambda_all; /* 0 to 1; NAN where not evaluable */
} MilieuGapStrip;

/** milieu_reading_gap: Returns: (transfer full): the strip, milieu_gap_free() */
MilieuGapStrip *milieu_reading_gap (const MilieuReading *reading, MilieuLanguage language);
void milieu_gap_free (MilieuGapStrip *gap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuGapStrip, milieu_gap_free)

/** milieu_reading_head: Returns: (transfer full): "43 actors · evidence: verified · suggested grounds" */
char *milieu_reading_head (const MilieuReading *reading, MilieuLanguage language);

/** milieu_reading_side_caption: Returns: (transfer full): "all ties: 49", "interactions alone: 25" */
char *milieu_reading_side_caption (const MilieuReading *reading, MilieuSide side, MilieuLanguage language);

/** milieu_reading_tail: Returns: (transfer full): "(evidence: verified, suggested grounds, 43 actors, 50 ties, 60% dated)" */
char *milieu_reading_tail (const MilieuReading *reading, MilieuLanguage language);

/** milieu_result_headline: Returns: (transfer full): the value with its decimals and unit, or its status in words */
char *milieu_result_headline (const MilieuResult *result, MilieuLanguage language);

/** milieu_result_sentence: Returns: (transfer full): label, value or status, reason, evidence tail: what "Copy as sentence" copies */
char *milieu_result_sentence (const MilieuReading *reading, const MilieuResult *result, MilieuLanguage language);

G_END_DECLS
