/* Text: the roles of look.md §5, its width, and its division into lines. */
#pragma once

#include "figure/mark.h"

G_BEGIN_DECLS

typedef enum
{
  MILIEU_TEXT_ACTOR,
  MILIEU_TEXT_ACTOR_NETWORK,
  MILIEU_TEXT_ACTOR_STRONG, /* selected and its neighbours */
  MILIEU_TEXT_TOWN,
  MILIEU_TEXT_TOWN_LARGE, /* over 60 000 inhabitants */
  MILIEU_TEXT_SEA,
  MILIEU_TEXT_DEPARTEMENT,
  MILIEU_TEXT_COUNTRY,
  MILIEU_TEXT_BAND_TITLE,
  MILIEU_TEXT_BAND_GLOSS,
  MILIEU_TEXT_TITLE,
  MILIEU_TEXT_SUBTITLE,
  MILIEU_TEXT_LEGEND_HEAD,
  MILIEU_TEXT_LEGEND,
  MILIEU_TEXT_CREDIT,
  MILIEU_TEXT_SCALE,      /* scale bar, graticule */
  MILIEU_TEXT_INSET_TITLE,
  MILIEU_TEXT_INSET_NUMBER,
  MILIEU_TEXT_DISC_NAME,  /* inside a rosette */
  MILIEU_TEXT_DISC_NUMBER,
  MILIEU_TEXT_EDGE,       /* beside an edge marker */
} MilieuTextRole;
#define MILIEU_N_TEXT_ROLES 21

#define MILIEU_LINE_HEIGHT 1.16 /* of the size */
#define MILIEU_BASELINE 0.364   /* of the size, from the middle of a line down to its baseline */

/**
 * milieu_text_style:
 * @role: what the text is
 * @print: sizes of paper (points) instead of the screen's
 * @scale: of the desktop's text, 1 in print
 *
 * Returns: the style
 */
MilieuTextStyle milieu_text_style (MilieuTextRole role, gboolean print, double scale);

/** milieu_text_smallest: Returns: points of the smallest role in print, at scale 1 */
double milieu_text_smallest (void);

/** milieu_text_colour: Returns: the class of colour of @role; that of a band title is its ground's line */
MilieuColour milieu_text_colour (MilieuTextRole role);

/** milieu_text_halo: Returns: px of halo each side: 2.6, towns 2, titles 3, none for text of the page; times @scale */
double milieu_text_halo (MilieuTextRole role, double scale);

/* Measures text. Not shared between threads: each worker has its own. */
typedef struct _MilieuTextMeasure MilieuTextMeasure;

/** milieu_text_measure_new: Returns: (transfer full): measures by Pango, in Inter, else Cantarell, else DejaVu Sans; widths are cached */
MilieuTextMeasure *milieu_text_measure_new (void);

/** milieu_text_measure_new_fixed: Returns: (transfer full): every character is 0.6 em: dumps that no font changes */
MilieuTextMeasure *milieu_text_measure_new_fixed (void);
void milieu_text_measure_free (MilieuTextMeasure *measure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuTextMeasure, milieu_text_measure_free)

/**
 * milieu_text_width:
 * @text: one line
 *
 * Returns: px
 */
double milieu_text_width (MilieuTextMeasure *measure, const char *text, const MilieuTextStyle *style);

/**
 * milieu_text_wrap:
 * @width: px wanted
 * @lines: at most so many lines, 1 or more
 * @longest: (out) (optional): px of the longest line
 * @n_lines: (out) (optional): how many there are
 *
 * The fewest lines whose longest stays under 1.1 × @width; among the breaks of
 * that many lines, the one whose longest is shortest. Lines break at spaces,
 * never at no-break spaces.
 *
 * Returns: (transfer full): the lines, separated by \n
 */
char *milieu_text_wrap (MilieuTextMeasure *measure, const char *text, const MilieuTextStyle *style,
                        double width, guint lines, double *longest, guint *n_lines);

/**
 * milieu_text_shorten:
 * @text: one line
 * @width: px
 *
 * Takes characters out of the middle, where names differ least, until the
 * rest and "…" are no wider than @width; three characters always stay. A text
 * that ends with "…" loses more of its end.
 *
 * Returns: (transfer full): the line
 */
char *milieu_text_shorten (MilieuTextMeasure *measure, const char *text, const MilieuTextStyle *style, double width);

/** milieu_text_unknown: Returns: how many characters of @text no installed font can draw (they become hex boxes); 0 for a fixed measure */
guint milieu_text_unknown (MilieuTextMeasure *measure, const char *text, const MilieuTextStyle *style);

#define MILIEU_FONT_FAMILIES "Inter, Cantarell, DejaVu Sans"

G_END_DECLS
