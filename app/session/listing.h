/* A reading as JSON, CSV, text and Markdown: what `milieu read` prints and the window copies and exports. */
#pragma once

#include "reading/result.h"

G_BEGIN_DECLS

/* what is printed beside the reading */
typedef struct
{
  const MilieuReading *reading;
  const char *map;  /* title, else the name of the file */
  const char *hash; /* SHA-256 of the canonical file */
  MilieuLanguage language;
} MilieuListing;

/* each returns (transfer full) what to print, with a final newline */
char *milieu_listing_json (const MilieuListing *listing);
char *milieu_listing_csv (const MilieuListing *listing);
char *milieu_listing_text (const MilieuListing *listing);
char *milieu_listing_markdown (const MilieuListing *listing);

/* An indicator as files name it: one for each id. Where both columns have it,
 * the interactionist one is the headline and the structural one, "all", stands
 * among its parts. */
typedef struct
{
  const MilieuResult *result;
  const MilieuResult *all; /* (nullable) */
} MilieuListed;

/** milieu_listing_indicators: Returns: (transfer full) (array length=n): in the order of the reading; g_free() */
MilieuListed *milieu_listing_indicators (const MilieuReading *reading, guint *n);

/** milieu_listed_side: Returns: the token of its column: "structural", "interactionist", "both" */
const char *milieu_listed_side (const MilieuListed *listed);
/** milieu_status_token: Returns: "value", "empty", "not-evaluable" */
const char *milieu_status_token (MilieuStatus status);
const char *milieu_outcome_token (MilieuOutcome outcome);

/** milieu_number_shortest: Returns: (transfer full): the fewest digits that read back as @value, with a point; "" for no number */
char *milieu_number_shortest (double value);

G_END_DECLS
