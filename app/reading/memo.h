/* What was computed once and need not be again: costly numbers under the hash
 * of all that they depend on. A reading hands its memo to the next, so an edit
 * computes only what it made stale. Private.
 *
 * One thread fills a memo; once its reading is there nobody writes it any more,
 * and any thread may read it. */
#pragma once

#include "network/measures.h"

G_BEGIN_DECLS

typedef struct _MilieuMemo MilieuMemo;

/** milieu_memo_new: @before: (nullable): whose numbers may be taken. Returns: (transfer full): keeps of them what is asked for */
MilieuMemo *milieu_memo_new (MilieuMemo *before);
MilieuMemo *milieu_memo_ref (MilieuMemo *memo);
void milieu_memo_unref (MilieuMemo *memo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuMemo, milieu_memo_unref)

/** milieu_memo_recall: @memo: (nullable). Returns: whether @value could be filled from what stands under @key */
gboolean milieu_memo_recall (MilieuMemo *memo, const char *key, gpointer value, gsize size);

/** milieu_memo_keep: @memo: (nullable): copies @value, which was computed, under @key */
void milieu_memo_keep (MilieuMemo *memo, const char *key, gconstpointer value, gsize size);

/** milieu_memo_measures: Returns: (transfer full) (nullable): the measures under @key */
MilieuMeasures *milieu_memo_measures (MilieuMemo *memo, const char *key);
void milieu_memo_keep_measures (MilieuMemo *memo, const char *key, MilieuMeasures *measures);

/** milieu_memo_finish: lets the one before go; nothing is kept any more. @computed, @recalled: (out). Returns: (transfer full): @memo */
MilieuMemo *milieu_memo_finish (MilieuMemo *memo, guint *computed, guint *recalled);

G_END_DECLS
