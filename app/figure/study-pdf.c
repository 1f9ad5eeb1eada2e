/* A study as PDF: pages of marks, painted as every figure is. */
#include "figure/study-pages.h"

#include "milieu-config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "figure/export.h"
#include "figure/paint-cairo.h"

#define POINTS 0.75 /* of a px */

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const MilieuStudy *study)
{
  g_autofree char *date = milieu_creation_date ();

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, study->title);
  if (*study->author)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, study->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Milieu " MILIEU_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static void
paint_sheet (cairo_t *cr, const MilieuStudyPage *sheet, const MilieuStyle *style)
{
  milieu_paint_figure (cr, sheet->text, style, &(MilieuPaintOptions) { .scale = POINTS });
  for (guint i = 0; i < sheet->placed->len; i++)
    {
      const MilieuPlaced *placed = &g_array_index (sheet->placed, MilieuPlaced, i);

      cairo_save (cr);
      cairo_translate (cr, placed->x * POINTS, placed->y * POINTS);
      milieu_paint_figure (cr, placed->figure, style, &(MilieuPaintOptions) { .scale = POINTS * placed->scale, .no_background = TRUE });
      cairo_restore (cr);
    }
}

GBytes *
milieu_study_to_pdf (const MilieuStudy *study, const MilieuStyle *style, MilieuTextMeasure *measure, GError **error)
{
  g_autoptr (GPtrArray) sheets = milieu_study_pages (study, measure);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, MILIEU_PAGE_WIDTH * POINTS, MILIEU_PAGE_HEIGHT * POINTS);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_metadata (surface, study);
  for (guint i = 0; i < sheets->len; i++)
    {
      paint_sheet (cr, sheets->pdata[i], style);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, MILIEU_FIGURE_ERROR, MILIEU_FIGURE_ERROR_FAILED,
               g_dgettext (GETTEXT_PACKAGE, "The report could not be drawn: %s"), cairo_status_to_string (status));
  return NULL;
}
