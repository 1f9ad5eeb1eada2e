/* What an entry might be completed to, in a list below it: Up and Down walk it
 * while the entry keeps the keyboard, Enter or a click takes a row. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_SUGGESTIONS (milieu_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (MilieuSuggestions, milieu_suggestions, MILIEU, SUGGESTIONS, GtkBox)

/**
 * MilieuSuggest:
 * @folded: what was typed, never empty, with case and accents folded by milieu_words_fold()
 *
 * Returns: (transfer full): what it might become, the likeliest first; the list shows the first few
 */
typedef GStrv (*MilieuSuggest) (const char *folded, gpointer data);

/** milieu_suggestions_new: @entry: whose text they complete, and which outlives them; Returns: (transfer floating): hidden
 *  while there is nothing to suggest */
GtkWidget *milieu_suggestions_new (GtkEntry *entry, MilieuSuggest suggest, gpointer data);

/** milieu_suggestions_match: Returns: whether @folded begins @text or a word of it, case and accents aside */
gboolean milieu_suggestions_match (const char *text, const char *folded);

G_END_DECLS
