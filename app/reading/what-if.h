/* What if they left? The reach of a map without some actors, without a whole
 * ground or without institutional ties. Pure: the map stays as it is. */
#pragma once

#include "reading/result.h"

G_BEGIN_DECLS

/* who and what leaves; zero it, then set what you need */
typedef struct
{
  const guint32 *actors; /* (nullable) (array length=n_actors): keys; those who are not among the n change nothing */
  guint n_actors;
  guint grounds;         /* 1 << MilieuGround of grounds that leave as a whole, suggested ones with the switch */
  gboolean institutional_ties;
} MilieuDeparture;

/* of one graph */
typedef struct
{
  guint component_before, component_after; /* actors of the largest component; 0 without actors */
  guint64 pairs_before, pairs_after;       /* X(G) of L6b: pairs of different grounds that can reach each other */
  guint32 *dropped;  /* keys, by id: stayed, were in the largest component and are no longer */
  guint n_dropped;
  guint32 *stranded; /* keys, by id: stayed and lost their last tie */
  guint n_stranded;
} MilieuLoss;

/* Holds keys and copied strings; may cross threads. */
typedef struct
{
  guint64 revision;      /* of the snapshot it was computed from */
  guint n_before, n_after;
  MilieuGraphKind graph; /* the graph that the sentence tells of: ALL if institutional ties leave, else INTERACTION */
  MilieuLoss losses[MILIEU_N_GRAPHS];
  guint32 *gone;         /* keys of the actors who left, by id: draw them with MILIEU_MARK_GONE */
  guint n_gone;
  guint32 *gone_ties;    /* keys of the ties that left, by id, location left out */
  guint n_gone_ties;
  MilieuPhrase *banner;   /* "Simulation: without “POP Man”. The project is not changed." */
  MilieuPhrase *sentence; /* what is lost in `graph`: pairs, largest component, who drops out */
  MilieuPhrase *caution;  /* what the simulation does not say; with one actor, whether his ties come from one source */
} MilieuWhatIf;

/**
 * milieu_what_if_new:
 * @snapshot: read, not kept
 * @departure: what leaves; nothing at all gives the map as it is
 * @cancel: (nullable): an atomic integer; not 0 to give up
 *
 * L6b, L6d for any departure. O(n + m). Any thread.
 *
 * Returns: (transfer full) (nullable): %NULL only if cancelled
 */
MilieuWhatIf *milieu_what_if_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, const MilieuDeparture *departure,
                                  const gint *cancel);
void milieu_what_if_free (MilieuWhatIf *what_if);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuWhatIf, milieu_what_if_free)

/** milieu_loss_share: Returns: the share of cross-ground pairs that is lost, 0 to 1; NAN if there were none */
double milieu_loss_share (const MilieuLoss *loss);

G_END_DECLS
