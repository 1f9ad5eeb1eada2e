/* Words for those who do not see the figure, and its caption. */
#pragma once

#include "figure/figure.h"

G_BEGIN_DECLS

/**
 * milieu_figure_describe:
 *
 * What is shown, how many actors, of which grounds, how many ties, of which
 * class and evidence. In the figure's language.
 *
 * Returns: (transfer full): sentences; the title alone, or "", where the figure has no facts
 */
char *milieu_figure_describe (const MilieuFigure *figure);

/**
 * milieu_figure_caption:
 *
 * What stands under a figure in a paper: its title, how many actors and ties,
 * up to which evidence, grounds, year, layout and seed, the basemap's credit.
 * In the figure's language.
 *
 * Returns: (transfer full): sentences
 */
char *milieu_figure_caption (const MilieuFigure *figure);

/** milieu_facts_ties: Returns: (transfer full): "56 ties, of which 41 verified, 13 stated, 2 implied." for captions */
char *milieu_facts_ties (const MilieuFigureFacts *facts, MilieuLanguage language);

/** milieu_facts_evidence: Returns: (transfer full): which ties and grounds are shown: "Ties established by the document or by a verified source; suggested grounds included." */
char *milieu_facts_evidence (const MilieuFigureFacts *facts, MilieuLanguage language);

G_END_DECLS
