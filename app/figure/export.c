/* PDF and PNG. The same figure gives the same bytes: no clock, no locale. */
#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "figure/export.h"

#include <cairo-pdf.h>
#include <math.h>
#include <png.h>
#include <setjmp.h>

#include "figure/describe.h"
#include "figure/paint-cairo.h"

#define MOST_PIXELS 400e6

G_DEFINE_QUARK (milieu-figure-error-quark, milieu_figure_error)

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* reproducible builds: SOURCE_DATE_EPOCH, else 1970 */
char *
milieu_creation_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (epoch ? g_ascii_strtoll (epoch, NULL, 10) : 0);

  if (!date)
    date = g_date_time_new_from_unix_utc (0);
  return g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
}

static void
set_metadata (cairo_surface_t *surface, const MilieuFigure *figure)
{
  g_autofree char *date = milieu_creation_date (), *description = milieu_figure_describe (figure);

  if (milieu_figure_title (figure))
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, milieu_figure_title (figure));
  if (milieu_figure_author (figure))
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, milieu_figure_author (figure));
  if (milieu_figure_recipe (figure))
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, milieu_figure_recipe (figure));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Milieu " MILIEU_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, MILIEU_FIGURE_ERROR, MILIEU_FIGURE_ERROR_FAILED,
               g_dgettext (GETTEXT_PACKAGE, "The figure could not be drawn: %s. Try a smaller one."),
               cairo_status_to_string (status));
  return FALSE;
}

static cairo_surface_t *
paint_image (const MilieuFigure *figure, const MilieuStyle *style, double scale, GError **error)
{
  int width = MAX (1, lround (milieu_figure_width (figure) * scale));
  int height = MAX (1, lround (milieu_figure_height (figure) * scale));
  MilieuPaintOptions options = { .scale = scale };
  cairo_surface_t *surface;
  cairo_t *cr;

  if ((double) width * height > MOST_PIXELS || MAX (width, height) > 32767)
    {
      g_set_error (error, MILIEU_FIGURE_ERROR, MILIEU_FIGURE_ERROR_TOO_LARGE,
                   g_dgettext (GETTEXT_PACKAGE, "An image of %d × %d pixels is too large. Choose fewer dots per inch or a smaller width."),
                   width, height);
      return NULL;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  /* the last row and column may reach over the page by a part of a pixel */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  milieu_paint_figure (cr, figure, style, &options);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (check (cairo_surface_status (surface), error))
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

static void
png_write (png_structp png, png_bytep data, png_size_t length)
{
  g_byte_array_append (png_get_io_ptr (png), data, length);
}

static void
png_no_flush (png_structp png)
{
}

static void
add_text (png_structp png, png_infop info, const char *key, const char *value)
{
  png_text text = { .key = (char *) key, .text = (char *) value };

  if (!value || !*value)
    return;
  /* tEXt is Latin-1; what is not ASCII goes into iTXt, which is UTF-8 */
  text.compression = g_str_is_ascii (value) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
  png_set_text (png, info, &text, 1);
}

static void
write_header (png_structp png, png_infop info, const MilieuFigure *figure, guint width, guint height, double dpi)
{
  g_autofree char *description = milieu_figure_describe (figure);
  png_uint_32 per_metre = lround (dpi / 0.0254);

  png_set_IHDR (png, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB_gAMA_and_cHRM (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  add_text (png, info, "Title", milieu_figure_title (figure));
  add_text (png, info, "Author", milieu_figure_author (figure));
  add_text (png, info, "Description", description);
  add_text (png, info, "Software", "Milieu " MILIEU_VERSION);
  add_text (png, info, "Recipe", milieu_figure_recipe (figure));
  png_write_info (png, info);
}

static void
write_rows (png_structp png, cairo_surface_t *image, png_bytep row)
{
  int width = cairo_image_surface_get_width (image), height = cairo_image_surface_get_height (image);
  const guchar *data = cairo_image_surface_get_data (image);

  for (int y = 0; y < height; y++)
    {
      const guint32 *pixels = (const guint32 *) (data + (gsize) y * cairo_image_surface_get_stride (image));

      for (int x = 0; x < width; x++)
        {
          row[3 * x] = pixels[x] >> 16;
          row[3 * x + 1] = pixels[x] >> 8;
          row[3 * x + 2] = pixels[x];
        }
      png_write_row (png, row);
    }
}

static gboolean
encode (GByteArray *bytes, cairo_surface_t *image, const MilieuFigure *figure, double dpi)
{
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png ? png_create_info_struct (png) : NULL;
  png_bytep row = g_malloc ((gsize) cairo_image_surface_get_width (image) * 3);
  volatile gboolean done = FALSE;

  if (info && !setjmp (png_jmpbuf (png)))
    {
      png_set_write_fn (png, bytes, png_write, png_no_flush);
      write_header (png, info, figure, cairo_image_surface_get_width (image), cairo_image_surface_get_height (image), dpi);
      write_rows (png, image, row);
      png_write_end (png, info);
      done = TRUE;
    }
  png_destroy_write_struct (&png, &info);
  g_free (row);
  return done;
}

GBytes *
milieu_figure_to_pdf (const MilieuFigure *figure, const MilieuStyle *style, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  MilieuPaintOptions options = { .scale = 0.75 }; /* points */
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, milieu_figure_width (figure) * 0.75,
                                                                  milieu_figure_height (figure) * 0.75);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_metadata (surface, figure);
  milieu_paint_figure (cr, figure, style, &options);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
milieu_figure_to_png (const MilieuFigure *figure, const MilieuStyle *style, double dpi, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *image;
  gboolean done;

  dpi = CLAMP (dpi, 36, 1200);
  image = paint_image (figure, style, dpi / 96, error);
  if (!image)
    return NULL;
  done = encode (bytes, image, figure, dpi);
  cairo_surface_destroy (image);
  if (!done)
    {
      g_set_error_literal (error, MILIEU_FIGURE_ERROR, MILIEU_FIGURE_ERROR_FAILED,
                           g_dgettext (GETTEXT_PACKAGE, "The image could not be written. Try fewer dots per inch."));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
