#include "window/print.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "figure/paint-cairo.h"
#include "session/figure-home.h"
#include "session/page-work.h"
#include "window/labels.h"

#define LANE "print"
#define WIDTH_MM 180 /* of A4 between margins of 15 mm */

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, MilieuFigure *figure)
{
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  double scale = MIN (width / milieu_figure_width (figure), height / milieu_figure_height (figure));

  milieu_paint_figure (gtk_print_context_get_cairo_context (context), figure, milieu_style (MILIEU_STYLE_PRINT),
                       &(MilieuPaintOptions) { .scale = scale, .no_background = TRUE });
}

static void
say (GtkWindow *parent, const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.say", "s", words);
}

static void
on_page (MilieuJob *job, gpointer data, const GError *error, gpointer parent)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GError) problem = NULL;
  MilieuPageResult *result = data;

  if (result == NULL)
    {
      if (error != NULL)
        say (parent, error->message);
      return;
    }
  if (milieu_figure_width (result->figure) > milieu_figure_height (result->figure))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, milieu_figure_title (result->figure) != NULL
                                                 ? milieu_figure_title (result->figure) : _("Figure"));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw), milieu_figure_ref (result->figure),
                         (GClosureNotify) (void (*) (void)) milieu_figure_unref, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &problem)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    say (parent, problem->message);
  milieu_page_result_free (result);
}

void
milieu_print (MilieuSession *session, MilieuView view, GtkWindow *parent)
{
  MilieuNewFigure figure = milieu_present_figure (session, MILIEU_PLATE_VIEW_MAP + view, milieu_language_of_window ());
  g_autoptr (MilieuRecord) plate = NULL;
  MilieuPageRequest request = { .departure = *milieu_simulation_departure (milieu_session_simulation (session)) };
  MilieuTask task = {
    .lane = LANE,
    .title = _("Preparing the page"),
    .snapshot = milieu_session_snapshot (session),
    .work = milieu_page_work,
    .free_data = milieu_page_request_free,
    .free_result = milieu_page_result_free,
    .done = on_page,
    .owner = parent,
  };

  figure.width = WIDTH_MM;
  plate = milieu_edit_figure_record (milieu_session_snapshot (session), &figure);
  request.plate = (const MilieuPlate *) plate;
  task.data = milieu_page_request_copy (&request);
  milieu_jobs_start (milieu_session_jobs (session), &task);
}
