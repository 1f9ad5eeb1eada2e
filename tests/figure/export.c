/* Files: well-formed whatever the names, the same bytes every time. */
#include "figure/export.h"

#include <cairo.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <locale.h>
#include <string.h>
#include <time.h>

#include "handmade.h"

static const char *const hostile[] = {
  "plain",
  "<script>&amp;]]>\"'",
  "control \001\002\033\177 characters",
  "مرحبا بالعالم",
  "e\u0301\u0302\u0323 combining",
  "a\xff\xfe invalid \xc3",
  "nonchar \xef\xbf\xbe \xef\xbf\xbf",
  "two\nlines",
  "\u2028separators\u2029",
  "",
};

static xmlDoc *
parse (GBytes *svg)
{
  gsize size;
  const char *text = g_bytes_get_data (svg, &size);
  xmlDoc *document = xmlReadMemory (text, size, "figure.svg", NULL, XML_PARSE_NONET);

  g_assert_nonnull (document);
  g_assert_cmpstr ((const char *) xmlDocGetRootElement (document)->name, ==, "svg");
  return document;
}

static guint
count (xmlDoc *document, const char *path)
{
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject *found;
  guint n;

  xmlXPathRegisterNs (context, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
  found = xmlXPathEval (BAD_CAST path, context);
  g_assert_nonnull (found);
  n = found->nodesetval ? found->nodesetval->nodeNr : 0;
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return n;
}

static void
check_hostile (const char *name)
{
  for (guint style = 0; style < MILIEU_N_STYLES; style++)
    {
      g_autoptr (MilieuFigure) figure = handmade_figure (name, name);
      g_autoptr (GBytes) svg = milieu_figure_to_svg (figure, milieu_style (style));
      g_autoptr (GBytes) pdf = milieu_figure_to_pdf (figure, milieu_style (style), NULL);
      g_autoptr (GBytes) png = milieu_figure_to_png (figure, milieu_style (style), 96, NULL);
      xmlDoc *document = parse (svg);

      g_assert_nonnull (pdf);
      g_assert_nonnull (png);
      g_assert_cmpuint (count (document, "//*[@id][@id = preceding::*/@id or @id = ancestor::*/@id]"), ==, 0);
      g_assert_cmpuint (count (document, "//s:g[@id='actor-pop_20man']"), ==, 1);
      g_assert_cmpuint (count (document, "//s:g[starts-with(@id, 'actor-anis')]"), ==, 2);
      g_assert_cmpuint (count (document, "//s:g[@id='tie-t3']"), ==, 1);
      xmlFreeDoc (document);
    }
}

static void
test_hostile_names (void)
{
  g_autofree char *long_name = g_strnfill (300, 'W');

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    check_hostile (hostile[i]);
  check_hostile (long_name);
}

static void
test_svg (void)
{
  g_autoptr (MilieuFigure) figure = handmade_figure ("A & B\nC", "Titre");
  g_autoptr (GBytes) svg = milieu_figure_to_svg (figure, milieu_style (MILIEU_STYLE_PRINT));
  xmlDoc *document = parse (svg);

  /* 200 px are 52.92 mm */
  g_assert_cmpuint (count (document, "/s:svg[@width='52.92mm' and @height='26.46mm' and @viewBox='0 0 200 100']"), ==, 1);
  g_assert_cmpuint (count (document, "/s:svg/s:title[.='Titre']"), ==, 1);
  g_assert_cmpuint (count (document, "/s:svg/s:desc[string-length(.) > 20]"), ==, 1);
  g_assert_cmpuint (count (document, "/s:svg/s:metadata[.='seed 42; réseau']"), ==, 1);
  /* one element per line of text, about the middle of its box */
  g_assert_cmpuint (count (document, "//s:g[@id='label-pop_20man']/s:text[@x='25' and @text-anchor='middle']"), ==, 2);
  g_assert_cmpuint (count (document, "//s:text[.='A & B' and @fill='#1e1c19' and @stroke-opacity='0.9' and @paint-order='stroke']"), ==, 1);
  g_assert_cmpuint (count (document, "//s:g[@id='actor-pop_20man']/s:title[.='A & B C']"), ==, 1);
  g_assert_cmpuint (count (document, "//s:g[@clip-path='url(#panel-clip-1)']"), ==, 2);
  g_assert_cmpuint (count (document, "//@*[contains(., 'rgba') or contains(., 'nan') or contains(., 'inf,')]"), ==, 0);
  xmlFreeDoc (document);
}

/* every flag leaves its sign */
static void
test_svg_flags (void)
{
  MilieuFigureBuilder *builder = milieu_figure_builder_new (200, 100, MILIEU_LANGUAGE_ENGLISH);
  MilieuMark tie = { .kind = MILIEU_MARK_TIE, .layer = MILIEU_LAYER_TIES, .width = 1.5,
                     .tie = { { { 10, 10 }, { 50, 10 }, { 90, 10 } }, 1, MILIEU_CLASS_INTERACTION, MILIEU_EVIDENCE_VERIFIED, TRUE } };
  MilieuMark symbol = { .kind = MILIEU_MARK_SYMBOL, .layer = MILIEU_LAYER_SYMBOLS,
                        .symbol = { 50, 50, 12, MILIEU_SYMBOL_WORK, MILIEU_GROUND_MIDDLEGROUND } };
  g_autoptr (MilieuFigure) figure = NULL;
  g_autoptr (GBytes) svg = NULL;
  xmlDoc *document;

  tie.flags = MILIEU_MARK_GHOST;
  milieu_figure_add (builder, &tie);
  tie.flags = MILIEU_MARK_FADES;
  milieu_figure_add (builder, &tie);
  tie.flags = MILIEU_MARK_PLAIN | MILIEU_MARK_NO_TICK;
  milieu_figure_add (builder, &tie);
  symbol.flags = MILIEU_MARK_PINNED;
  milieu_figure_add (builder, &symbol);
  symbol.flags = MILIEU_MARK_GONE;
  milieu_figure_add (builder, &symbol);
  figure = milieu_figure_builder_finish (builder);
  svg = milieu_figure_to_svg (figure, milieu_style (MILIEU_STYLE_LIGHT));
  document = parse (svg);
  g_assert_cmpuint (count (document, "//s:path[@stroke='#7a4fa3' and @stroke-dasharray='7 4']"), ==, 1);
  g_assert_cmpuint (count (document, "//s:circle[@stroke='#7a4fa3' and @r='2.6']"), ==, 2);
  g_assert_cmpuint (count (document, "//s:linearGradient[@id='fade-1']/s:stop"), ==, 3);
  g_assert_cmpuint (count (document, "//s:path[@stroke='url(#fade-1)']"), ==, 1);
  /* the plain tie: its line and its chevron, no casing, no tick */
  g_assert_cmpuint (count (document, "//s:path[@stroke='#ae4626']"), ==, 2);
  g_assert_cmpuint (count (document, "//s:g[@transform='translate(50 50) scale(12)']/s:circle[@r='0.2667' and @cx='0.75']"), ==, 1);
  g_assert_cmpuint (count (document, "//s:g[@transform='translate(50 50) scale(12)']/s:path[@stroke-opacity='0.35']"), ==, 1);
  xmlFreeDoc (document);
}

static void
assert_same (GBytes *a, GBytes *b)
{
  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL), g_bytes_get_size (b));
}

static void
write_all (GBytes *files[3])
{
  g_autoptr (MilieuFigure) figure = handmade_figure ("Métropole\nlilloise", "Été");

  files[0] = milieu_figure_to_svg (figure, milieu_style (MILIEU_STYLE_GREY));
  files[1] = milieu_figure_to_pdf (figure, milieu_style (MILIEU_STYLE_PRINT), NULL);
  files[2] = milieu_figure_to_png (figure, milieu_style (MILIEU_STYLE_DARK), 200, NULL);
}

static gpointer
write_in_thread (gpointer files)
{
  write_all (files);
  return NULL;
}

static void
test_same_bytes (void)
{
  static const char *const zones[] = { "UTC", "Asia/Tokyo", "EAST-13:30" };
  GBytes *first[3];

  write_all (first);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      GBytes *again[3];

      g_setenv ("TZ", zones[i], TRUE);
      tzset ();
      /* where the locale is not installed this changes nothing */
      setlocale (LC_ALL, i == 1 ? "fr_FR.UTF-8" : i == 2 ? "de_DE.UTF-8" : "C.UTF-8");
      g_thread_join (g_thread_new ("writer", write_in_thread, again));
      for (guint f = 0; f < 3; f++)
        {
          assert_same (first[f], again[f]);
          g_bytes_unref (again[f]);
        }
    }
  setlocale (LC_ALL, "C.UTF-8");
  g_unsetenv ("TZ");
  for (guint f = 0; f < 3; f++)
    g_bytes_unref (first[f]);
}

static gboolean
contains (GBytes *bytes, const char *needle)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, needle, strlen (needle)) != NULL;
}

static void
test_pdf (void)
{
  /* 170 × 100 mm are 481.89 × 283.46 points */
  MilieuFigureBuilder *builder = milieu_figure_builder_new (170 * 96 / 25.4, 100 * 96 / 25.4, MILIEU_LANGUAGE_ENGLISH);
  g_autoptr (MilieuFigure) figure = NULL;
  g_autoptr (GBytes) pdf = NULL, later = NULL;
  g_autoptr (GRegex) box = g_regex_new ("/MediaBox\\s*\\[\\s*0\\s+0\\s+481\\.8[89]\\d*\\s+283\\.46\\d*\\s*\\]", G_REGEX_RAW, 0, NULL);
  gsize size;

  milieu_figure_add (builder, &(MilieuMark) { .kind = MILIEU_MARK_LABEL, .fill = MILIEU_COLOUR_INK,
                                              .label = { 10, 10, 90, .text = "words", .style = { 12, 400 } } });
  milieu_figure_set_title (builder, "Title");
  figure = milieu_figure_builder_finish (builder);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  pdf = milieu_figure_to_pdf (figure, milieu_style (MILIEU_STYLE_PRINT), NULL);
  g_assert_true (g_regex_match_full (box, g_bytes_get_data (pdf, &size), g_bytes_get_size (pdf), 0, G_REGEX_MATCH_DEFAULT, NULL, NULL));
  g_assert_true (contains (pdf, "19700101000000Z"));
  g_assert_true (contains (pdf, "/FontFile"));
  g_setenv ("SOURCE_DATE_EPOCH", "1600000000", TRUE);
  later = milieu_figure_to_pdf (figure, milieu_style (MILIEU_STYLE_PRINT), NULL);
  g_assert_true (contains (later, "20200913122640Z"));
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

typedef struct { const guchar *data; gsize size, at; } Reader;

static cairo_status_t
read_bytes (void *closure, guchar *data, guint length)
{
  Reader *reader = closure;

  if (reader->at + length > reader->size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data + reader->at, length);
  reader->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
decode (GBytes *png)
{
  Reader reader = { 0 };
  cairo_surface_t *surface;

  reader.data = g_bytes_get_data (png, &reader.size);
  surface = cairo_image_surface_create_from_png_stream (read_bytes, &reader);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, guint x, guint y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) row)[x] & 0xffffff;
}

static void
test_png (void)
{
  g_autoptr (MilieuFigure) figure = handmade_figure ("POP\nMan", "Titre é");
  g_autoptr (GBytes) png = milieu_figure_to_png (figure, milieu_style (MILIEU_STYLE_LIGHT), 192, NULL);
  cairo_surface_t *surface = decode (png);
  gsize size;
  const guchar *data = g_bytes_get_data (png, &size);
  const guchar *physical = memmem (data, size, "pHYs", 4);

  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 400);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 200);
  /* 192 dots per inch are 7 559 per metre */
  g_assert_nonnull (physical);
  g_assert_cmpuint (physical[6] << 8 | physical[7], ==, 7559);
  g_assert_true (contains (png, "Recipe"));
  /* canvas, emerging fill, town dot, sea in the inset */
  g_assert_cmphex (pixel (surface, 2, 2), ==, 0xFBFAF7);
  g_assert_cmphex (pixel (surface, 60, 94), ==, 0x5C9E8F);
  g_assert_cmphex (pixel (surface, 240, 60), ==, 0x6F675B);
  g_assert_cmphex (pixel (surface, 260, 160), ==, 0xD7E5EC);
  /* the corner of the inset is round */
  g_assert_cmphex (pixel (surface, 201, 21), ==, 0xFBFAF7);
  cairo_surface_destroy (surface);
}

static void
test_too_large (void)
{
  MilieuFigureBuilder *builder = milieu_figure_builder_new (30000, 30000, MILIEU_LANGUAGE_ENGLISH);
  g_autoptr (MilieuFigure) figure = milieu_figure_builder_finish (builder);
  g_autoptr (GError) error = NULL;

  g_assert_null (milieu_figure_to_png (figure, milieu_style (MILIEU_STYLE_LIGHT), 600, &error));
  g_assert_error (error, MILIEU_FIGURE_ERROR, MILIEU_FIGURE_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/hostile-names", test_hostile_names);
  g_test_add_func ("/export/svg", test_svg);
  g_test_add_func ("/export/svg-flags", test_svg_flags);
  g_test_add_func ("/export/same-bytes", test_same_bytes);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/png", test_png);
  g_test_add_func ("/export/too-large", test_too_large);
  return g_test_run ();
}
