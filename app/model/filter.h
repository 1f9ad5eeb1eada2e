/* What is asked of a map (evidence, grounds, scope, time) and what the canvas
 * hides. A plain struct: copy it, compare it, keep it in a job. */
#pragma once

#include "model/snapshot.h"

G_BEGIN_DECLS

/* where the emerging ground counts in readings; figures always show it as it is */
typedef enum
{
  MILIEU_EMERGING_AS_MAP,       /* what the map's setting "emerging" says, else apart */
  MILIEU_EMERGING_APART,
  MILIEU_EMERGING_UPPERGROUND,
  MILIEU_EMERGING_MIDDLEGROUND,
} MilieuEmerging;

typedef struct
{
  /* what is asked: readings, layouts and figures depend on it */
  MilieuEvidence evidence; /* ties up to this evidence; chooses ties and nothing else */
  gboolean suggested;      /* suggested grounds fill empty ones */
  gboolean all_scopes;     /* else core only */
  guint year;              /* reference year, 0: the map's setting "year", else its latest start year */
  guint slice;             /* only what is active in that year; 0: everything */
  MilieuEmerging emerging; /* readings only */
  guint32 without;         /* key of an actor who is left out, MILIEU_NO_KEY for none */
  gboolean simulated;      /* the map is one without those who are simulated as gone, which sentences then say */
  gboolean compute_all;    /* readings only: also what takes long (MilieuResult.seconds) */
  const guint8 *without_ties; /* (nullable): 1 for each tie key that is left out; borrowed, for a worker that draws */

  /* what the canvas hides and readings ignore */
  guint hidden_grounds;    /* 1 << MilieuGround */
  guint hidden_classes;    /* 1 << MilieuClass */
  guint8 hidden_kinds[32]; /* a bit per key of a kind; keys over 255 always show */
  guint8 hidden_types[32]; /* a bit per key of a tie type */
  guint period_from, period_to; /* years; 0: open */
  gboolean hide_undated;   /* only while a period is set */
} MilieuFilter;

/** milieu_filter_init: evidence verified, suggested grounds, core scope, nobody left out, nothing hidden */
void milieu_filter_init (MilieuFilter *filter);
gboolean milieu_filter_equal (const MilieuFilter *a, const MilieuFilter *b);

/** milieu_filter_year: Returns: the reference year, 0 if the map has no date at all; never today */
guint milieu_filter_year (const MilieuFilter *filter, MilieuSnapshot *snapshot);

/** milieu_filter_emerging: Returns: MILIEU_GROUND_EMERGING if it stands apart, else the ground with which it counts as one */
MilieuGround milieu_filter_emerging (const MilieuFilter *filter, MilieuSnapshot *snapshot);

/** milieu_filter_grounds: Returns: (transfer full): milieu_snapshot_grounds() with the emerging ground merged as asked; g_free() */
guint8 *milieu_filter_grounds (const MilieuFilter *filter, MilieuSnapshot *snapshot);

/**
 * milieu_filter_actors:
 * @shown: whether what the canvas hides counts too
 *
 * Returns: (transfer full): 1 for each actor key that is asked for, else 0; length milieu_snapshot_n_keys(); g_free()
 */
guint8 *milieu_filter_actors (const MilieuFilter *filter, MilieuSnapshot *snapshot, gboolean shown);

/**
 * milieu_filter_ties:
 * @actors: what milieu_filter_actors() gave
 *
 * Returns: (transfer full): 1 for each tie key of the evidence set (and slice) with both ends among @actors; g_free()
 */
guint8 *milieu_filter_ties (const MilieuFilter *filter, MilieuSnapshot *snapshot, const guint8 *actors, gboolean shown);

G_END_DECLS
