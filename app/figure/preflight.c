/* Page, text, lines, credit, and the findings themselves. */
#include "figure/preflight-private.h"

#include <string.h>

#include "figure/symbols.h"
#include "figure/ties.h"
#include "geo/credits.h"

#define SLACK 0.005 /* points: of sizes that were converted twice */

/* what journals ask for; a poster is read from two metres, a slide from the last row */
static const MilieuPreset presets[] =
{
  { "single", N_("Single column, 84 mm"), 84, 240, 5, 0.25 },
  { "medium", N_("One and a half columns, 129 mm"), 129, 240, 5, 0.25 },
  { "page", N_("Page, 170 mm"), 170, 240, 5, 0.25 },
  { "double", N_("Double column, 174 mm"), 174, 240, 5, 0.25 },
  { "a4", N_("A4"), 210, 297, 5, 0.25 },
  { "a3", N_("A3"), 297, 420, 6, 0.25 },
  { "slide", N_("Slide, 16:9"), 339, 191, 9, 0.5 },
  { "poster", N_("Poster, A0"), 841, 1189, 18, 0.5 },
};

const MilieuPreset *
milieu_presets (guint *n)
{
  *n = G_N_ELEMENTS (presets);
  return presets;
}

const MilieuPreset *
milieu_preset_parse (const char *token)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_strcmp0 (token, presets[i].token) == 0)
      return &presets[i];
  return NULL;
}

const MilieuPreset *
milieu_preset_of_width (double width_mm)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (presets); i++)
    if (width_mm <= presets[i].width_mm + 0.1)
      return &presets[i];
  return &presets[G_N_ELEMENTS (presets) - 1];
}

void
milieu_finding_free (gpointer data)
{
  MilieuFinding *finding = data;

  g_free (finding->what);
  g_free (finding->fix);
  g_free (finding);
}

MilieuFinding *
milieu_preflight_add (MilieuPreflight *p, MilieuFindingKind kind, guint n, MilieuBox place, char *what, const char *fix)
{
  MilieuFinding *finding = g_new0 (MilieuFinding, 1);

  *finding = (MilieuFinding) { kind, FALSE, n, place, what, g_strdup (milieu_words (p->language, fix)) };
  g_ptr_array_add (p->findings, finding);
  return finding;
}

/* ---- page and text ---- */

static void
judge_page (MilieuPreflight *p)
{
  double width = milieu_figure_width (p->figure) / MILIEU_PX_PER_MM, height = milieu_figure_height (p->figure) / MILIEU_PX_PER_MM;
  g_autofree char *w = milieu_words_number (p->language, width, 0), *h = milieu_words_number (p->language, height, 0);
  g_autofree char *most_w = milieu_words_number (p->language, p->preset->width_mm, 0);
  g_autofree char *most_h = milieu_words_number (p->language, p->preset->height_mm, 0);

  if (width <= p->preset->width_mm + 0.1 && height <= p->preset->height_mm + 0.1)
    return;
  milieu_preflight_add (p, MILIEU_FINDING_PAGE_LARGE, 1, (MilieuBox) { 0 },
                        g_strdup_printf (milieu_words (p->language, N_("The page is %s × %s mm; there is room for %s × %s mm.")),
                                         w, h, most_w, most_h),
                        N_("Choose a smaller width or height: shrunk by the printer, its text would shrink too."));
}

static void
judge_text (MilieuPreflight *p)
{
  const MilieuMark *smallest = NULL;
  g_autofree char *size = NULL, *least = NULL, *text = NULL;
  guint n = 0;

  for (guint i = 0; i < p->n_marks; i++)
    if (p->marks[i].kind == MILIEU_MARK_LABEL
        && p->marks[i].label.style.size / MILIEU_PX_PER_POINT < p->preset->least_text - SLACK)
      {
        if (smallest == NULL || p->marks[i].label.style.size < smallest->label.style.size)
          smallest = &p->marks[i];
        n++;
      }
  if (n == 0)
    return;
  size = milieu_words_number (p->language, smallest->label.style.size / MILIEU_PX_PER_POINT, 1);
  least = milieu_words_number (p->language, p->preset->least_text, 0);
  text = g_strdelimit (g_strdup (smallest->label.text), "\n", ' ');
  milieu_preflight_add (p, MILIEU_FINDING_TEXT_SMALL, n, milieu_figure_mark_box (p->figure, smallest - p->marks),
                        g_strdup_printf (milieu_words_plural (p->language, "%u text is under %s pt; the smallest, “%s”, is %s pt.",
                                                              "%u texts are under %s pt; the smallest, “%s”, is %s pt.", n),
                                         n, least, text, size),
                        N_("Ask for a larger smallest text, and all grows with it; or draw the page narrower and let the printer enlarge it."));
}

/* ---- lines ---- */

/* px of the thinnest stroke of a mark; 0 if it has none */
static double
thinnest (const MilieuPreflight *p, const MilieuMark *mark)
{
  switch ((MilieuMarkKind) mark->kind)
    {
    case MILIEU_MARK_TIE:
      return milieu_tie_shape (mark, p->style, 1).width;
    case MILIEU_MARK_SYMBOL:
      return milieu_symbol_line_width (mark->symbol.size);
    case MILIEU_MARK_LABEL:
      return 0;
    default:
      return mark->stroke != MILIEU_COLOUR_NONE ? mark->width : 0;
    }
}

static const char *
name_of_line (const MilieuMark *mark)
{
  static const char *const layers[MILIEU_N_LAYERS] = {
    N_("a line of the background"), N_("a tie"), N_("a symbol"), N_("a leader line"), N_("a line of the legend or the frame") };

  return layers[MIN (mark->layer, MILIEU_N_LAYERS - 1)];
}

static void
judge_lines (MilieuPreflight *p)
{
  g_autofree char *width = NULL, *least = NULL;
  guint n = 0, first = 0;
  double narrowest = G_MAXDOUBLE;

  for (guint i = 0; i < p->n_marks; i++)
    {
      double px = thinnest (p, &p->marks[i]);

      if (px <= 0 || px / MILIEU_PX_PER_POINT >= p->preset->least_line - SLACK)
        continue;
      first = px < narrowest ? i : first;
      narrowest = MIN (px, narrowest);
      n++;
    }
  if (n == 0)
    return;
  width = milieu_words_number (p->language, narrowest / MILIEU_PX_PER_POINT, 2);
  least = milieu_words_number (p->language, p->preset->least_line, 2);
  milieu_preflight_add (p, MILIEU_FINDING_LINE_THIN, n, milieu_figure_mark_box (p->figure, first),
                        g_strdup_printf (milieu_words_plural (p->language, "%u line is under %s pt; the thinnest, %s, is %s pt.",
                                                              "%u lines are under %s pt; the thinnest, %s, is %s pt.", n),
                                         n, least, milieu_words (p->language, name_of_line (&p->marks[first])), width),
                        N_("Draw the page narrower and let the printer enlarge it, or choose the style of high contrast."));
}

/* ---- credit ---- */

static gboolean
has_basemap (const MilieuPreflight *p)
{
  for (guint i = 0; i < p->n_marks; i++)
    if (p->marks[i].kind == MILIEU_MARK_POLYGON
        && (p->marks[i].fill == MILIEU_COLOUR_SEA || p->marks[i].fill == MILIEU_COLOUR_LAND))
      return TRUE;
  return FALSE;
}

static void
judge_credit (MilieuPreflight *p)
{
  const char *credit = milieu_words (milieu_figure_language (p->figure), MILIEU_CREDIT_SHORT);
  g_autoptr (GString) words = g_string_new (NULL);

  /* a long line of the foot stands in several marks */
  for (guint i = 0; i < p->n_marks; i++)
    if (p->marks[i].kind == MILIEU_MARK_LABEL && p->marks[i].layer == MILIEU_LAYER_FURNITURE)
      g_string_append_printf (words, "%s ", p->marks[i].label.text);
  g_strdelimit (words->str, "\n", ' ');
  if (!has_basemap (p) || strstr (words->str, credit) != NULL)
    return;
  milieu_preflight_add (p, MILIEU_FINDING_CREDIT_MISSING, 1, (MilieuBox) { 0 },
                        g_strdup_printf (milieu_words (p->language, N_("The basemap’s credit is missing: %s.")), credit),
                        N_("Put it into the caption: its licences ask for it."));
}

/* ---- the whole ---- */

GPtrArray *
milieu_preflight (const MilieuFigure *figure, const MilieuStyle *style, const MilieuPreset *preset,
                  MilieuTextMeasure *measure, MilieuLanguage language)
{
  MilieuPreflight p = { figure, style, preset, measure, language, NULL, 0,
                        g_ptr_array_new_with_free_func (milieu_finding_free) };

  p.marks = milieu_figure_marks (figure, &p.n_marks);
  judge_page (&p);
  judge_text (&p);
  judge_lines (&p);
  milieu_preflight_colours (&p);
  milieu_preflight_names (&p);
  judge_credit (&p);
  return p.findings;
}

static guint
count_words (GBytes *bytes, const char *words)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length), *end = data + length;
  guint n = 0;

  for (const char *at = data; at != NULL && at < end; at++)
    {
      at = memmem (at, end - at, words, strlen (words));
      if (at == NULL)
        break;
      n++;
    }
  return n;
}

void
milieu_preflight_file (GPtrArray *findings, GBytes *bytes, MilieuLanguage language)
{
  /* a Type 3 font of cairo is one of bitmaps: coloured pictograms */
  static const struct { const char *begins, *image; } formats[] = {
    { "%PDF-", "/Subtype /Image" }, { "%PDF-", "/Subtype /Type3" }, { "<?xml", "<image" }, { "%", "\\includegraphics" } };
  MilieuPreflight p = { .language = language, .findings = findings };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (length > 5 && g_str_has_prefix (data, formats[i].begins))
      n += count_words (bytes, formats[i].image);
  if (n > 0)
    milieu_preflight_add (&p, MILIEU_FINDING_RASTER, n, (MilieuBox) { 0 },
                          g_strdup_printf (milieu_words_plural (language, "%u image of pixels stands in this file of lines.",
                                                                "%u images of pixels stand in this file of lines.", n), n),
                          N_("Look for pictograms such as ☺ in names and take them out."));
}

const char *
milieu_finding_summary (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (!((const MilieuFinding *) findings->pdata[i])->remark)
      return N_("Something is to be mended");
  return findings->len > 0 ? N_("Ready, with remarks") : N_("Ready");
}

char *
milieu_finding_words (const MilieuFinding *finding, MilieuLanguage language)
{
  const MilieuBox *b = &finding->place;
  g_autofree char *x = milieu_words_number (language, (b->x0 + b->x1) / 2 / MILIEU_PX_PER_MM, 0);
  g_autofree char *y = milieu_words_number (language, (b->y0 + b->y1) / 2 / MILIEU_PX_PER_MM, 0);

  if (b->x1 <= b->x0 && b->y1 <= b->y0)
    return g_strdup_printf ("%s %s", finding->what, finding->fix);
  /* TRANSLATORS: what is wrong, what to do, and where: millimetres from the left and from the top */
  return g_strdup_printf (milieu_words (language, N_("%s %s (First: %s mm from the left, %s mm from the top.)")),
                          finding->what, finding->fix, x, y);
}
