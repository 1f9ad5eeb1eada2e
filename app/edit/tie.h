/* Verbs on ties. */
#pragma once

#include "edit/actor.h"

G_BEGIN_DECLS

/** MilieuNewTie: what is known of a tie to be added; all but the ends may be left 0 or %NULL, @type at MILIEU_NO_KEY */
typedef struct
{
  guint32 source, target;  /* keys of actors */
  guint32 type;            /* key of a tie type; MILIEU_NO_KEY: milieu_edit_usual_type() */
  const char *start;       /* (nullable): a date as people write it */
  MilieuEvidence evidence; /* unset counts as stated */
  const char *said_by;     /* (nullable): title of the source that says so; made if no source bears it */
} MilieuNewTie;

/** milieu_edit_usual_type: Returns: what a tie is if nobody says: "collaborates", else the first interaction, else the
 *  first type; MILIEU_NO_KEY if the map has none */
guint32 milieu_edit_usual_type (MilieuMap *map);

/**
 * milieu_edit_add_tie:
 * @key: (out) (optional): the key of the new tie
 *
 * Adds a tie and, if a source says so, the claim of that source about it. The
 * default types join a map that has none.
 *
 * Returns: (transfer full): the group; an actor tied to itself and a date that is none are refused
 */
MilieuGroup *milieu_edit_add_tie (MilieuMap *map, const MilieuNewTie *tie, guint32 *key, GError **error);

/** milieu_edit_reverse_ties: swaps source and target */
MilieuGroup *milieu_edit_reverse_ties (MilieuMap *map, const guint32 *ties, guint n);

G_END_DECLS
