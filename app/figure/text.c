#include "figure/text.h"

#include "figure/text-layout.h"

#include <pango/pangocairo.h>
#include <string.h>

typedef struct
{
  double screen, print; /* px, points */
  guint16 weight;
  gboolean italic;
  double tracking; /* px at the screen's size */
  MilieuColour colour;
  double halo;
} Role;

/* look.md §5; a size in px that paper does not name is that of the screen × 0.85 */
static const Role roles[MILIEU_N_TEXT_ROLES] =
{
  [MILIEU_TEXT_ACTOR] = { 11, 7, 500, FALSE, 0, MILIEU_COLOUR_INK, 2.6 },
  [MILIEU_TEXT_ACTOR_NETWORK] = { 10.6, 7, 500, FALSE, 0, MILIEU_COLOUR_INK, 2.6 },
  [MILIEU_TEXT_ACTOR_STRONG] = { 11, 7, 600, FALSE, 0, MILIEU_COLOUR_INK, 2.6 },
  [MILIEU_TEXT_TOWN] = { 9.6, 6.1, 400, FALSE, 0, MILIEU_COLOUR_TOWN_TEXT, 2 },
  [MILIEU_TEXT_TOWN_LARGE] = { 9.6 * 1.12, 6.1 * 1.12, 400, FALSE, 0, MILIEU_COLOUR_TOWN_TEXT, 2 },
  [MILIEU_TEXT_SEA] = { 11.5, 7.3, 400, TRUE, 1.6, MILIEU_COLOUR_SEA_TEXT, 2.4 },
  [MILIEU_TEXT_DEPARTEMENT] = { 9.4, 6, 400, TRUE, 2.6, MILIEU_COLOUR_DEPARTEMENT_TEXT, 2 },
  [MILIEU_TEXT_COUNTRY] = { 11, 7, 500, FALSE, 4, MILIEU_COLOUR_COUNTRY_TEXT, 0 },
  [MILIEU_TEXT_BAND_TITLE] = { 11, 7, 600, FALSE, 0, MILIEU_COLOUR_INK, 3 },
  [MILIEU_TEXT_BAND_GLOSS] = { 9.6, 6.1, 400, TRUE, 0, MILIEU_COLOUR_SOFT, 3 },
  [MILIEU_TEXT_TITLE] = { 14, 9.2, 600, FALSE, 0, MILIEU_COLOUR_INK, 0 },
  [MILIEU_TEXT_SUBTITLE] = { 11, 7, 400, FALSE, 0, MILIEU_COLOUR_SOFT, 0 },
  [MILIEU_TEXT_LEGEND_HEAD] = { 11.3, 7.2, 600, FALSE, 0, MILIEU_COLOUR_INK, 0 },
  [MILIEU_TEXT_LEGEND] = { 11, 7, 400, FALSE, 0, MILIEU_COLOUR_INK, 0 },
  [MILIEU_TEXT_CREDIT] = { 8.4, 6, 400, FALSE, 0, MILIEU_COLOUR_SOFT, 0 },
  [MILIEU_TEXT_SCALE] = { 8.6, 5.5, 400, FALSE, 0, MILIEU_COLOUR_INK, 2 },
  [MILIEU_TEXT_INSET_TITLE] = { 10.5, 6.7, 600, FALSE, 0, MILIEU_COLOUR_INK, 0 },
  [MILIEU_TEXT_INSET_NUMBER] = { 9.45, 6, 400, FALSE, 0, MILIEU_COLOUR_SOFT, 0 },
  [MILIEU_TEXT_DISC_NAME] = { 11, 7, 600, FALSE, 0, MILIEU_COLOUR_TOWN_TEXT, 2.5 },
  [MILIEU_TEXT_DISC_NUMBER] = { 8.6, 5.5, 400, FALSE, 0, MILIEU_COLOUR_TOWN_TEXT, 2.5 },
  [MILIEU_TEXT_EDGE] = { 10, 6.4, 500, FALSE, 0, MILIEU_COLOUR_INK, 2.6 },
};

struct _MilieuTextMeasure
{
  PangoContext *context; /* NULL: fixed */
  PangoLayout *layout;
  GArray *styles;        /* Widths: few */
};

typedef struct
{
  MilieuTextStyle style;
  GHashTable *widths; /* text → double* */
} Widths;

static PangoContext *
create_context (void)
{
  /* the default font map is one per thread, so that a worker never waits for another */
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  milieu_text_prepare_context (context);
  return context;
}

static double
measure_pango (MilieuTextMeasure *measure, const char *text, const MilieuTextStyle *style)
{
  PangoRectangle logical;

  milieu_text_prepare_layout (measure->layout, text, strlen (text), style);
  pango_layout_get_extents (measure->layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

static double
measure_fixed (const char *text, const MilieuTextStyle *style)
{
  return g_utf8_strlen (text, -1) * (0.6 * style->size + style->tracking);
}

/* the best way to divide words [first, n) into `lines` lines; breaks[] receives
 * the first word of each line but the first */
static double
divide (const double *widths, double space, guint first, guint n, guint lines, guint *breaks)
{
  double best = G_MAXDOUBLE, width = 0;
  guint inner[8];

  if (lines == 1)
    {
      for (guint i = first; i < n; i++)
        width += widths[i] + (i > first ? space : 0);
      return width;
    }
  for (guint i = first + 1; i + lines - 1 <= n; i++)
    {
      double rest, longest;

      width += widths[i - 1] + (i - 1 > first ? space : 0);
      rest = divide (widths, space, i, n, lines - 1, inner);
      longest = MAX (width, rest);
      if (longest < best - 1e-9)
        {
          best = longest;
          breaks[0] = i;
          for (guint k = 0; k + 2 < lines; k++)
            breaks[k + 1] = inner[k];
        }
    }
  return best;
}

static char *
join (char **words, guint n, const guint *breaks, guint n_breaks)
{
  GString *text = g_string_new (words[0]);

  for (guint i = 1, b = 0; i < n; i++)
    {
      gboolean line = b < n_breaks && breaks[b] == i;

      b += line;
      g_string_append_c (text, line ? '\n' : ' ');
      g_string_append (text, words[i]);
    }
  return g_string_free (text, FALSE);
}

static gboolean
same_style (const MilieuTextStyle *a, const MilieuTextStyle *b)
{
  return a->size == b->size && a->weight == b->weight && a->italic == b->italic && a->tabular == b->tabular
         && a->tracking == b->tracking && a->family == b->family;
}

static GHashTable *
widths_of (MilieuTextMeasure *measure, const MilieuTextStyle *style)
{
  Widths fresh = { *style, NULL };

  for (guint i = 0; i < measure->styles->len; i++)
    if (same_style (&g_array_index (measure->styles, Widths, i).style, style))
      return g_array_index (measure->styles, Widths, i).widths;
  fresh.widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_array_append_val (measure->styles, fresh);
  return fresh.widths;
}

static void
clear_widths (gpointer widths)
{
  g_hash_table_unref (((Widths *) widths)->widths);
}

MilieuTextStyle
milieu_text_style (MilieuTextRole role, gboolean print, double scale)
{
  const Role *r = &roles[role < MILIEU_N_TEXT_ROLES ? role : MILIEU_TEXT_ACTOR];
  double size = (print ? r->print * 96 / 72 : r->screen) * scale;

  return (MilieuTextStyle) {
    .size = size,
    .weight = r->weight,
    .italic = r->italic,
    .tabular = TRUE,
    .tracking = r->tracking * size / r->screen,
  };
}

double
milieu_text_smallest (void)
{
  double least = roles[0].print;

  for (guint i = 1; i < MILIEU_N_TEXT_ROLES; i++)
    least = MIN (least, roles[i].print);
  return least;
}

MilieuColour
milieu_text_colour (MilieuTextRole role)
{
  return roles[role < MILIEU_N_TEXT_ROLES ? role : MILIEU_TEXT_ACTOR].colour;
}

double
milieu_text_halo (MilieuTextRole role, double scale)
{
  return roles[role < MILIEU_N_TEXT_ROLES ? role : MILIEU_TEXT_ACTOR].halo * scale;
}

MilieuTextMeasure *
milieu_text_measure_new_fixed (void)
{
  return g_new0 (MilieuTextMeasure, 1);
}

MilieuTextMeasure *
milieu_text_measure_new (void)
{
  MilieuTextMeasure *measure = g_new0 (MilieuTextMeasure, 1);

  measure->context = create_context ();
  measure->layout = pango_layout_new (measure->context);
  measure->styles = g_array_new (FALSE, FALSE, sizeof (Widths));
  g_array_set_clear_func (measure->styles, clear_widths);
  return measure;
}

void
milieu_text_measure_free (MilieuTextMeasure *measure)
{
  g_clear_object (&measure->layout);
  g_clear_object (&measure->context);
  g_clear_pointer (&measure->styles, g_array_unref);
  g_free (measure);
}

double
milieu_text_width (MilieuTextMeasure *measure, const char *text, const MilieuTextStyle *style)
{
  GHashTable *widths;
  double *width;

  g_return_val_if_fail (measure && text && style, 0);
  if (!measure->context)
    return measure_fixed (text, style);
  widths = widths_of (measure, style);
  width = g_hash_table_lookup (widths, text);
  if (!width)
    {
      width = g_new (double, 1);
      *width = measure_pango (measure, text, style);
      g_hash_table_insert (widths, g_strdup (text), width);
    }
  return *width;
}

guint
milieu_text_unknown (MilieuTextMeasure *measure, const char *text, const MilieuTextStyle *style)
{
  if (!measure->context)
    return 0;
  milieu_text_prepare_layout (measure->layout, text, strlen (text), style);
  return pango_layout_get_unknown_glyphs_count (measure->layout);
}

char *
milieu_text_shorten (MilieuTextMeasure *measure, const char *text, const MilieuTextStyle *style, double width)
{
  glong n = g_utf8_strlen (text, -1);
  gboolean cut = g_str_has_suffix (text, "…"); /* its end is gone already */

  if (milieu_text_width (measure, text, style) <= width)
    return g_strdup (text);
  for (glong kept = MIN (n - 1, 200); kept > 2; kept--)
    {
      g_autofree char *head = g_utf8_substring (text, 0, cut ? kept : (kept + 1) / 2);
      g_autofree char *tail = g_utf8_substring (text, cut ? n : n - kept / 2, n);
      g_autofree char *shorter = g_strdup_printf ("%s…%s", head, tail);

      if (milieu_text_width (measure, shorter, style) <= width || kept == 3)
        return g_steal_pointer (&shorter);
    }
  return g_strdup (text);
}

char *
milieu_text_wrap (MilieuTextMeasure *measure, const char *text, const MilieuTextStyle *style,
                  double width, guint lines, double *longest, guint *n_lines)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words), used = 1, breaks[8] = { 0 };
  double space = milieu_text_width (measure, " ", style), found;
  g_autofree double *widths = g_new0 (double, n + 1);

  /* words recur from name to name, lines do not */
  for (guint i = 0; i < n; i++)
    widths[i] = milieu_text_width (measure, words[i], style);
  found = divide (widths, space, 0, n, 1, breaks);
  /* more than three lines or forty words are no label: one line, and no exponential search */
  if (found > width && n <= 40)
    for (guint k = 2; k <= MIN (MIN (lines, 3), n) && (used == 1 || found > 1.1 * width); k++)
      {
        guint more[8] = { 0 };
        double narrower = divide (widths, space, 0, n, k, more);

        /* a line that makes nothing narrower is one too many */
        if (narrower < found - 1e-9)
          {
            used = k;
            found = narrower;
            memcpy (breaks, more, sizeof breaks);
          }
      }
  if (longest)
    *longest = found;
  if (n_lines)
    *n_lines = used;
  return n ? join (words, n, breaks, used - 1) : g_strdup ("");
}
