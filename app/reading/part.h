/* What the parts of a result are called, and how people read them.
 *
 * Files know them by their tokens; cards and tables by these words. */
#pragma once

#include "reading/result.h"

G_BEGIN_DECLS

/* what the rows of a table are */
typedef enum
{
  MILIEU_ROWS_NONE,   /* no table */
  MILIEU_ROWS_TEXT,   /* words of the map, or tokens that need none: municipalities, distances */
  MILIEU_ROWS_RANKED, /* ids of actors: persons stand among them only where the map ranks them */
  MILIEU_ROWS_PAIR,   /* two ids of actors, "a – b" */
  MILIEU_ROWS_TIE,    /* ids */
  MILIEU_ROWS_GROUND, /* tokens */
  MILIEU_ROWS_EDITION, /* the id of an actor, and a year where it has several editions; with columns */
  MILIEU_ROWS_CROSS, /* tokens of grounds, with columns: kinds, sectors, decades */
} MilieuRowsForm;

typedef struct
{
  const char *key;      /* a name, "L3b.pairs" where that of another indicator means something else, "editions." + a column */
  const char *label;    /* msgid */
  guint decimals;
  MilieuRowsForm rows;  /* of a table, whose key is its name */
} MilieuPartWords;

/**
 * milieu_result_part_words:
 * @column: whether the column of a table is meant, not the table
 *
 * Returns: (transfer none) (nullable): the words of a part of @result; %NULL for what has none because it is a name
 *   itself: the cells of a table without columns, an actor's id
 */
const MilieuPartWords *milieu_result_part_words (const MilieuResult *result, const MilieuPart *part, gboolean column);

/** milieu_part_value: Returns: (transfer full): the value as people read it, "–" where it is undefined; a year without a space in it */
char *milieu_part_value (const MilieuPart *part, const MilieuPartWords *words, MilieuLanguage language);

/**
 * milieu_part_row:
 * @token: of a row of a table of that form
 *
 * Returns: (transfer full): what the row is called: names of actors, labels of grounds; @token where it is a word already or unknown
 */
char *milieu_part_row (const MilieuReading *reading, MilieuRowsForm form, const char *token, MilieuLanguage language);

/** milieu_part_actor: Returns: the key of the actor that a row of actors names, MILIEU_NO_KEY for none */
guint32 milieu_part_actor (const MilieuReading *reading, const char *token);

G_END_DECLS
