/* Partial ISO 8601 dates: 2019, 2019-03, 2019-03-12, each with ~ for "about". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MilieuDate:
 *
 * A partial date packed into an integer; 0 is a blank date. Two dates compare
 * as integers in the order of time, a year before its months.
 */
typedef guint32 MilieuDate;

#define MILIEU_DATE_BLANK ((MilieuDate) 0)

/**
 * milieu_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12, or 0 if unknown
 * @day: 1 to 31, or 0 if unknown
 * @about: whether the date is approximate
 */
MilieuDate milieu_date_new (guint year, guint month, guint day, gboolean about);

/**
 * milieu_date_parse:
 * @text: `2019`, `2019-03`, `2019-03-12`, any of them with a final `~`, or blank
 * @date: (out): the date, 0 for a blank text
 *
 * Returns: %FALSE if @text is no such date (no thirteenth month, no 30 February).
 */
gboolean milieu_date_parse (const char *text, MilieuDate *date);

/**
 * milieu_date_format:
 *
 * Returns: (transfer full): the canonical text, "" for a blank date
 */
char *milieu_date_format (MilieuDate date);

/** milieu_date_year: Returns: 1 to 9999, or 0 for a blank date */
guint milieu_date_year (MilieuDate date);
guint milieu_date_month (MilieuDate date);
guint milieu_date_day (MilieuDate date);
gboolean milieu_date_is_about (MilieuDate date);

/**
 * milieu_date_is_after:
 *
 * Whether @a is surely later than @b: 2019-03 is after 2019-02 and not after
 * 2019; a blank date is after nothing.
 */
gboolean milieu_date_is_after (MilieuDate a, MilieuDate b);

G_END_DECLS
