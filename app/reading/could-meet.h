/* Pairs that could meet: ghost ties. An unrecorded tie is not an absent one:
 * these are proposals to look into, never facts. */
#pragma once

#include "reading/result.h"

G_BEGIN_DECLS

/* why two actors could meet */
typedef enum
{
  MILIEU_MEETING_PARTNER = 1 << 0, /* a partner in common, by interactions */
  MILIEU_MEETING_PATRON = 1 << 1,  /* else one in common once institutional ties count */
  MILIEU_MEETING_PLACE = 1 << 2,   /* the same municipality */
} MilieuMeetingReasons;

typedef struct
{
  guint32 a, b;          /* keys of actors, a the first by id */
  guint steps;           /* between them by interactions; G_MAXUINT if they cannot reach each other */
  guint reasons;         /* MilieuMeetingReasons, at least one */
  guint n_partners;      /* in common, or patrons */
  guint32 partner;       /* key of the first of them by id; MILIEU_NO_KEY if there is none */
  guint64 gain;          /* cross-ground pairs that could reach each other through this tie and cannot without */
  MilieuPhrase *sentence; /* "MutuaLab and La CoRoutine: both tied to Catalyst; both in Lille" */
} MilieuGhost;

/* zero it, then set what you need */
typedef struct
{
  const guint32 *among; /* (nullable) (array length=n_among): keys: pairs among these alone, whatever their grounds and
                           however near; %NULL: all pairs of different grounds, more than three interactions apart */
  guint n_among;
  guint limit;          /* most ghosts that are returned; 0: all */
} MilieuMeetingRequest;

typedef struct
{
  guint64 revision;
  guint n_actors; /* who were compared */
  guint n_pairs;  /* pairs compared: of different grounds, or all with `among` */
  guint n_tied;   /* of them, tied directly, institutional ties counted */
  guint n_shared; /* of them, not tied and with a partner in common, by interactions */
  guint n_ghosts_in_all; /* before the limit */
  MilieuGhost *ghosts;   /* two reasons first, then a partner before a patron, more of them, more gain, then by id */
  guint n_ghosts;
  MilieuPhrase *sentence; /* "0 of 21 pairs are tied directly, 4 share a partner." */
  MilieuPhrase *caution;  /* an unrecorded tie is not an absent one */
} MilieuMeetings;

/**
 * milieu_could_meet:
 * @request: (nullable): all actors, no limit
 * @cancel: (nullable): an atomic integer; not 0 to give up
 *
 * Pairs without any tie between them (location ties count as one), of
 * different grounds, not connected by interactions or more than three steps
 * apart, in the same municipality or with a common partner or patron. Any thread.
 *
 * Returns: (transfer full) (nullable): %NULL only if cancelled
 */
MilieuMeetings *milieu_could_meet (MilieuSnapshot *snapshot, const MilieuFilter *filter, const MilieuMeetingRequest *request,
                                   const gint *cancel);
/** milieu_meeting_places: Returns: (transfer full) (array length=n): keys of the located places and infrastructures that
 * belong to a ground, and of the schools of the underground, by id: for `among`; g_free() */
guint32 *milieu_meeting_places (MilieuSnapshot *snapshot, const MilieuFilter *filter, guint *n);
void milieu_meetings_free (MilieuMeetings *meetings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuMeetings, milieu_meetings_free)

G_END_DECLS
