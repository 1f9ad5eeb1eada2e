/* What is selected and what is lit, shared by all views of a map.
 *
 * Selected is what a person has chosen to act upon. Lit is what a number of
 * the readings points at; without it, a selection lights itself and its
 * neighbours on the canvas.
 */
#pragma once

#include "model/snapshot.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_SELECTION (milieu_selection_get_type ())
G_DECLARE_FINAL_TYPE (MilieuSelection, milieu_selection, MILIEU, SELECTION, GObject)

/** MilieuSelection::changed: other things are selected or lit than before */
/** MilieuSelection::hover-changed: the pointer is over another thing; comes often, so do little */

MilieuSelection *milieu_selection_new (void);

/** milieu_selection_clear: nothing is selected, nothing is lit */
void milieu_selection_clear (MilieuSelection *selection);

/**
 * milieu_selection_set:
 * @actors: (array length=n_actors) (nullable): keys
 * @ties: (array length=n_ties) (nullable): keys
 *
 * Selects these and nothing else; what was lit is let go.
 */
void milieu_selection_set (MilieuSelection *selection, const guint32 *actors, guint n_actors,
                           const guint32 *ties, guint n_ties);

/** milieu_selection_only: selects one record and nothing else; @type is ACTOR or TIE */
void milieu_selection_only (MilieuSelection *selection, MilieuRecordType type, guint32 key);
void milieu_selection_add (MilieuSelection *selection, MilieuRecordType type, const guint32 *keys, guint n);
void milieu_selection_toggle (MilieuSelection *selection, MilieuRecordType type, guint32 key);

/** milieu_selection_has: Returns: whether the record is selected; @type is ACTOR or TIE */
gboolean milieu_selection_has (MilieuSelection *selection, MilieuRecordType type, guint32 key);
/** milieu_selection_count: Returns: how many records of @type are selected */
guint milieu_selection_count (MilieuSelection *selection, MilieuRecordType type);

/** milieu_selection_keys: Returns: (transfer none) (array length=n): the selected keys of @type, ascending */
const guint32 *milieu_selection_keys (MilieuSelection *selection, MilieuRecordType type, guint *n);

/** milieu_selection_single: Returns: the key if exactly one record is selected and it is of @type, else %MILIEU_NO_KEY */
guint32 milieu_selection_single (MilieuSelection *selection, MilieuRecordType type);

/**
 * milieu_selection_light:
 *
 * Lights these and dims the rest, and selects nothing: what stands behind a number.
 */
void milieu_selection_light (MilieuSelection *selection, const guint32 *actors, guint n_actors,
                             const guint32 *ties, guint n_ties);
/** milieu_selection_unlight: lets go of what is lit */
void milieu_selection_unlight (MilieuSelection *selection);
/** milieu_selection_is_lit: Returns: whether a number has lit something */
gboolean milieu_selection_is_lit (MilieuSelection *selection);
/** milieu_selection_lit: Returns: (transfer none) (array length=n): the lit keys of @type, ascending */
const guint32 *milieu_selection_lit (MilieuSelection *selection, MilieuRecordType type, guint *n);

/** milieu_selection_hover: the record under the pointer; %MILIEU_NO_KEY for none */
void milieu_selection_hover (MilieuSelection *selection, MilieuRecordType type, guint32 key);
guint32 milieu_selection_hovered (MilieuSelection *selection, MilieuRecordType type);

/** milieu_selection_prune: forgets what @snapshot does not hold; says changed only if there was something */
void milieu_selection_prune (MilieuSelection *selection, MilieuSnapshot *snapshot);

G_END_DECLS
