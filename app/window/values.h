/* Values of fields in words for people, and what claims say of a field. */
#pragma once

#include "session/session.h"

G_BEGIN_DECLS

/** milieu_field_words: Returns: the label of a field, translated; never freed */
const char *milieu_field_words (const MilieuField *field);

/** milieu_value_words: Returns: (transfer full): a value as people read it; "" where it is absent */
char *milieu_value_words (MilieuSession *session, const MilieuField *field, MilieuValue value);

/** milieu_value_words_in: the same of a value of any snapshot */
char *milieu_value_words_in (MilieuSnapshot *snapshot, const MilieuField *field, MilieuValue value);

/** milieu_claim_words: Returns: (transfer full): the value of a claim as people read it; "" where it has none */
char *milieu_claim_words (MilieuSession *session, const MilieuClaim *claim);

/** milieu_evidence_words: Returns: "stated" … in small letters; never freed */
const char *milieu_evidence_words (MilieuEvidence evidence);

/** milieu_source_words: Returns: the title of the claim's source, "" if it has none; borrowed from the map */
const char *milieu_source_words (MilieuSession *session, const MilieuClaim *claim);

/**
 * milieu_claims_about:
 * @field: index of a field of @type; -1 for all claims about the record
 *
 * Returns: (transfer container) (element-type MilieuClaim): the claims, the best evidence first, then by id
 */
GPtrArray *milieu_claims_about (MilieuSession *session, MilieuRecordType type, guint32 key, int field);

/** milieu_claim_differs: whether a claim says another value than the one that stands in the record */
gboolean milieu_claim_differs (MilieuSession *session, const MilieuClaim *claim);

/**
 * milieu_dispute_words:
 * @record: (not nullable): an actor or a tie
 * @is_suggestion: (out) (optional): whether they suggest a ground to an actor that has none
 *
 * Returns: (transfer full): what stands in a field, and each claim that says otherwise: "1987 ≠ 1988 (verified)"; "" if none does
 */
char *milieu_dispute_words (MilieuSession *session, const MilieuRecord *record, guint field, gboolean *is_suggestion);

/**
 * milieu_evidence_of:
 *
 * Returns: the best evidence for the value that stands in a field: of a claim
 *   that agrees with it, else of the record as a whole; unset if nobody says so
 */
MilieuEvidence milieu_evidence_of (MilieuSession *session, const MilieuRecord *record, guint field);

G_END_DECLS
