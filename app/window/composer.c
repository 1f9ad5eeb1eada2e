#include "window/composer.h"

#include "milieu-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "figure/symbols.h"
#include "model/plate.h"
#include "session/page-work.h"
#include "session/plate-mend.h"
#include "window/figure-check.h"
#include "window/figure-file.h"
#include "window/figure-settings.h"
#include "window/labels.h"
#include "window/page-view.h"
#include "window/part-settings.h"
#include "window/rows.h"
#include "window/zoom-bar.h"

#define LANE "composer"
#define PATIENCE_MS 60 /* keys that repeat ask once */
#define SIDE_WIDTH 350

struct _MilieuComposer
{
  GtkBox parent_instance;

  MilieuSession *session;
  MilieuFigureHome *home;
  MilieuPageView *view;
  MilieuZoomBar *zoom;
  MilieuFigureCheck *check;
  MilieuPartSettings *parts;
  GtkWidget *spinner;
  GtkLabel *problem;
  guint timeout;
};

enum { WRITTEN, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MilieuComposer, milieu_composer, GTK_TYPE_BOX)

/* ---- painting ---- */

static void
say_problem (MilieuComposer *self, const char *words)
{
  gtk_label_set_label (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
}

static double
margin_of (const MilieuPlate *plate)
{
  return isnan (plate->margin) ? 0 : plate->margin;
}

static void
on_painted (MilieuJob *job, gpointer data, const GError *error, gpointer owner)
{
  MilieuComposer *self = owner;
  MilieuPageResult *result = data;
  const MilieuPageRequest *request = milieu_job_data (job);
  const MilieuPlate *plate = milieu_figure_home_plate (self->home);

  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  say_problem (self, error != NULL ? error->message : NULL);
  if (result == NULL)
    return;
  milieu_page_view_paint (self->view, result);
  milieu_zoom_bar_set_page (self->zoom, milieu_figure_width (result->figure) / MILIEU_PX_PER_MM,
                            milieu_figure_height (result->figure) / MILIEU_PX_PER_MM);
  /* a painting of what has changed since would put parts back under the hand that moves them */
  if (plate != NULL && milieu_record_equal (&plate->record, &request->plate->record))
    {
      milieu_page_view_set_parts (self->view, result->figure, margin_of (plate));
      milieu_part_settings_refresh (self->parts);
      milieu_figure_check_show (self->check, result, plate, milieu_session_snapshot (self->session), request->preset);
    }
  milieu_page_result_free (result);
}

static gboolean
ask (gpointer data)
{
  MilieuComposer *self = data;
  const MilieuPlate *plate = milieu_figure_home_plate (self->home);
  MilieuPageRequest request = {
    .plate = plate,
    .findings = milieu_language_of_window (),
    .scale = milieu_zoom_bar_px_per_mm (self->zoom) / MILIEU_PX_PER_MM * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
  };

  self->timeout = 0;
  if (plate == NULL)
    return G_SOURCE_REMOVE;
  request.preset = milieu_figure_preset (plate);
  if (milieu_figure_home_is_draft (self->home))
    request.departure = *milieu_simulation_departure (milieu_session_simulation (self->session));
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  milieu_jobs_start (milieu_session_jobs (self->session), &(MilieuTask) {
    .lane = LANE, .snapshot = milieu_session_snapshot (self->session), .work = milieu_page_work,
    .data = milieu_page_request_copy (&request), .free_data = milieu_page_request_free, .free_result = milieu_page_result_free,
    .done = on_painted, .owner = self });
  return G_SOURCE_REMOVE;
}

static void
update (MilieuComposer *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (PATIENCE_MS, ask, self);
}

static void
on_zoom (MilieuComposer *self)
{
  milieu_page_view_set_zoom (self->view, milieu_zoom_bar_px_per_mm (self->zoom));
  update (self);
}

/* ---- gestures ---- */

static void
commit (MilieuComposer *self, MilieuGroup *group)
{
  g_autoptr (GError) error = NULL;

  if (!milieu_figure_home_commit (self->home, group, &error))
    say_problem (self, error->message);
}

static MilieuGroup *
place_group (MilieuComposer *self, guint part, const MilieuPartPlace *place)
{
  return milieu_edit_place_part (milieu_figure_home_map (self->home), milieu_figure_home_key (self->home), part, place);
}

static void
on_placed (MilieuPageView *view, guint part, gpointer place, MilieuComposer *self)
{
  commit (self, place_group (self, part, place));
}

static void
on_hidden (MilieuPageView *view, guint part, MilieuComposer *self)
{
  const MilieuPlate *plate = milieu_figure_home_plate (self->home);
  MilieuPartPlace place;

  if (plate == NULL || part == MILIEU_PART_MAP || part == MILIEU_PART_NETWORK || part == MILIEU_PART_CHART)
    return;
  milieu_plate_part (plate, part, &place);
  place.hidden = TRUE;
  commit (self, place_group (self, part, &place));
}

static void
on_pointed (MilieuFigureCheck *check, const MilieuBox *px, MilieuComposer *self)
{
  MilieuBox mm = { px->x0 / MILIEU_PX_PER_MM, px->y0 / MILIEU_PX_PER_MM, px->x1 / MILIEU_PX_PER_MM, px->y1 / MILIEU_PX_PER_MM };

  milieu_page_view_point_at (self->view, &mm);
  milieu_zoom_bar_scroll_to (self->zoom, mm);
}

static void
on_mended (MilieuFigureCheck *check, guint kind, MilieuComposer *self)
{
  const MilieuPlate *plate = milieu_figure_home_plate (self->home);
  MilieuMending mending;

  if (plate != NULL
      && milieu_plate_mend (plate, milieu_session_snapshot (self->session), kind, milieu_figure_preset (plate), &mending))
    commit (self, milieu_edit_set_figure (milieu_figure_home_map (self->home), milieu_figure_home_key (self->home), mending.fields,
                                          mending.values, mending.n));
  milieu_mending_clear (&mending);
}

/* ---- writing ---- */

static void
on_written (GObject *owner, const char *path, const char *problem)
{
  g_signal_emit (owner, signals[problem != NULL ? FAILED : WRITTEN], 0, problem != NULL ? problem : path);
}

void
milieu_composer_export (MilieuComposer *self)
{
  milieu_figure_file_ask (self->session, self->home, G_OBJECT (self), on_written);
}

/* ---- the widget ---- */

static void
add_page (GtkWidget *stack, const char *name, const char *title, GtkWidget *child)
{
  GtkWidget *scroll = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  /* long words wrap: they do not take the page's room */
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), SIDE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_widget_add_css_class (child, "dialog-body");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_stack_add_titled (GTK_STACK (stack), scroll, name, title);
}

static GtkWidget *
side_new (MilieuComposer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *stack = gtk_stack_new (), *switcher = gtk_stack_switcher_new ();

  self->parts = MILIEU_PART_SETTINGS (milieu_part_settings_new (self->home, self->view));
  self->check = MILIEU_FIGURE_CHECK (milieu_figure_check_new ());
  g_signal_connect (self->check, "pointed", G_CALLBACK (on_pointed), self);
  g_signal_connect (self->check, "mended", G_CALLBACK (on_mended), self);
  add_page (stack, "content", _("Content"), milieu_figure_content_new (self->home, self->session));
  add_page (stack, "page", _("Page"), milieu_figure_page_form_new (self->home));
  add_page (stack, "parts", _("Parts"), GTK_WIDGET (self->parts));
  add_page (stack, "check", _("Check"), GTK_WIDGET (self->check));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (switcher, 8);
  gtk_widget_add_css_class (switcher, "side-pages");
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), stack);
  gtk_widget_set_size_request (box, SIDE_WIDTH, -1);
  gtk_widget_set_hexpand (box, FALSE);
  return box;
}

static GtkWidget *
page_new (MilieuComposer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroll = gtk_scrolled_window_new ();

  self->view = MILIEU_PAGE_VIEW (milieu_page_view_new ());
  self->zoom = MILIEU_ZOOM_BAR (milieu_zoom_bar_new (GTK_SCROLLED_WINDOW (scroll)));
  self->problem = GTK_LABEL (milieu_label_new ("", "error"));
  self->spinner = gtk_spinner_new ();
  gtk_widget_hide (GTK_WIDGET (self->problem));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_widget_set_hexpand (scroll, TRUE);
  gtk_widget_add_css_class (scroll, "desk");
  gtk_box_append (GTK_BOX (self->zoom), self->spinner);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->zoom));
  g_signal_connect (self->view, "placed", G_CALLBACK (on_placed), self);
  g_signal_connect (self->view, "hidden", G_CALLBACK (on_hidden), self);
  g_signal_connect_swapped (self->zoom, "changed", G_CALLBACK (on_zoom), self);
  return box;
}

static void
milieu_composer_dispose (GObject *object)
{
  MilieuComposer *self = MILIEU_COMPOSER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->session != NULL)
    milieu_jobs_cancel (milieu_session_jobs (self->session), LANE);
  g_clear_object (&self->home);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (milieu_composer_parent_class)->dispose (object);
}

static void
milieu_composer_class_init (MilieuComposerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_composer_dispose;
  signals[WRITTEN] = g_signal_new ("written", MILIEU_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", MILIEU_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
milieu_composer_init (MilieuComposer *self)
{
}

GtkWidget *
milieu_composer_new (MilieuSession *session, MilieuFigureHome *home)
{
  MilieuComposer *self = g_object_new (MILIEU_TYPE_COMPOSER, NULL);
  GtkWidget *page;

  self->session = g_object_ref (session);
  self->home = g_object_ref (home);
  page = page_new (self);
  gtk_box_append (GTK_BOX (self), page);
  gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self), side_new (self));
  g_signal_connect_object (home, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_document (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  on_zoom (self);
  return GTK_WIDGET (self);
}

MilieuFigureHome *
milieu_composer_home (MilieuComposer *self)
{
  return self->home;
}

void
milieu_composer_zoom (MilieuComposer *self, int step)
{
  milieu_zoom_bar_step (self->zoom, step);
}
