/* What records are called in the window, in the language of the desktop. */
#pragma once

#include "model/snapshot.h"
#include "model/words.h"

G_BEGIN_DECLS

/** milieu_label: Returns: the translation of a msgid of vocabulary.c and its like; never freed; "" for %NULL or "" */
const char *milieu_label (const char *msgid);

/** milieu_label_of_kind: Returns: the label of a kind of actor, "" for an unknown one */
const char *milieu_label_of_kind (MilieuSnapshot *snapshot, guint32 kind);

/** milieu_label_of_type: Returns: the label of a type of tie */
const char *milieu_label_of_type (MilieuSnapshot *snapshot, guint32 type);

/** milieu_symbol_of_kind: Returns: the outline of a kind, that of an organisation for an unknown one */
MilieuSymbol milieu_symbol_of_kind (MilieuSnapshot *snapshot, guint32 kind);

/**
 * milieu_kinds_in_order:
 *
 * Returns: (transfer full) (array length=n): keys of the kinds by symbol, then label: the order of lists; g_free()
 */
guint32 *milieu_kinds_in_order (MilieuSnapshot *snapshot, guint *n);

/** milieu_language_of_window: Returns: the language of the window's words */
MilieuLanguage milieu_language_of_window (void);

G_END_DECLS
