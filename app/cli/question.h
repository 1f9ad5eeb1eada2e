/* EVIDENCE on the command line: the options that say what is asked of a map. */
#pragma once

#include "model/filter.h"
#include "model/words.h"

G_BEGIN_DECLS

typedef struct
{
  char *evidence, *grounds, *scope, *language, *emerging, *without;
  gboolean compute_all;
  int year, slice;
} MilieuQuestionOptions;

/** milieu_question_options_clear: frees the texts that options gave */
void milieu_question_options_clear (MilieuQuestionOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MilieuQuestionOptions, milieu_question_options_clear)

/** milieu_question_options_add: --evidence, --grounds, --scope, --slice and --lang; and --year, --emerging, --without and --compute-all if @with_year: for what reads */
void milieu_question_options_add (MilieuQuestionOptions *options, GOptionContext *context, gboolean with_year);

/**
 * milieu_question_options_read:
 * @language: (out): of --lang, else the user's
 * @error: G_OPTION_ERROR, names the option and what it may be
 *
 * Returns: %FALSE for a value that is none of those allowed: a usage error
 */
gboolean milieu_question_options_read (const MilieuQuestionOptions *options, MilieuFilter *filter,
                                       MilieuLanguage *language, GError **error);

/**
 * milieu_question_options_leave_out:
 * @snapshot: of the map that is asked
 * @error: G_OPTION_ERROR
 *
 * Finds the actor of --without, if it was given.
 *
 * Returns: %FALSE if the map has no such actor
 */
gboolean milieu_question_options_leave_out (const MilieuQuestionOptions *options, MilieuSnapshot *snapshot,
                                            MilieuFilter *filter, GError **error);

G_END_DECLS
