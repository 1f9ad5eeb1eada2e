#include "window/figures-list.h"

#include "milieu-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "session/page-work.h"
#include "window/figure-card.h"

#define LANE "figure-thumbnail"
#define THUMBNAIL_PX 460

struct _MilieuFiguresList
{
  GtkBox parent_instance;

  MilieuSession *session;
  GtkFlowBox *cards;
  GtkWidget *stack;
  GQueue waiting; /* keys of figures that are still to be painted */
  gboolean painting;
};

enum { OPENED, SELECTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MilieuFiguresList, milieu_figures_list, GTK_TYPE_BOX)

/* ---- pictures, one after the other ---- */

static MilieuFigureCard *
card_of (MilieuFiguresList *self, guint32 key)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->cards, i)) != NULL; i++)
    if (milieu_figure_card_key (MILIEU_FIGURE_CARD (child)) == key)
      return MILIEU_FIGURE_CARD (child);
  return NULL;
}

static void paint_next (MilieuFiguresList *self);

static void
on_painted (MilieuJob *job, gpointer data, const GError *error, gpointer owner)
{
  MilieuFiguresList *self = owner;
  const MilieuPageRequest *request = milieu_job_data (job);
  MilieuFigureCard *card = card_of (self, request->plate->record.key);
  MilieuPageResult *result = data;

  self->painting = FALSE;
  if (card != NULL && result != NULL)
    milieu_figure_card_show_picture (card, result);
  g_clear_pointer (&result, milieu_page_result_free);
  paint_next (self);
}

static void
paint_next (MilieuFiguresList *self)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  MilieuPageRequest request = { .preview = THUMBNAIL_PX };

  while (!self->painting && !g_queue_is_empty (&self->waiting) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      request.plate = milieu_snapshot_plate (snapshot, GPOINTER_TO_UINT (g_queue_pop_head (&self->waiting)));
      if (request.plate == NULL)
        continue;
      self->painting = TRUE;
      milieu_jobs_start (milieu_session_jobs (self->session), &(MilieuTask) {
        .lane = LANE, .snapshot = snapshot, .work = milieu_page_work, .data = milieu_page_request_copy (&request),
        .free_data = milieu_page_request_free, .free_result = milieu_page_result_free, .done = on_painted, .owner = self });
    }
}

/* ---- cards ---- */

static void
fill (MilieuFiguresList *self)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  guint32 selected = milieu_figures_list_selected (self);
  GtkFlowBoxChild *child;
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_FIGURE, &n);

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->cards, i)) != NULL;)
    if (milieu_snapshot_plate (snapshot, milieu_figure_card_key (MILIEU_FIGURE_CARD (child))) == NULL)
      gtk_flow_box_remove (self->cards, GTK_WIDGET (child));
    else
      i++;
  g_queue_clear (&self->waiting);
  for (guint i = 0; i < n; i++)
    {
      MilieuFigureCard *card = card_of (self, keys[i]);

      if (card == NULL)
        {
          card = MILIEU_FIGURE_CARD (milieu_figure_card_new (keys[i]));
          gtk_flow_box_insert (self->cards, GTK_WIDGET (card), (int) i);
        }
      milieu_figure_card_show (card, milieu_snapshot_plate (snapshot, keys[i]));
      g_queue_push_tail (&self->waiting, GUINT_TO_POINTER (keys[i]));
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "cards" : "none");
  if (selected != milieu_figures_list_selected (self))
    g_signal_emit (self, signals[SELECTED], 0);
  paint_next (self);
}

static void
on_changed (MilieuFiguresList *self)
{
  fill (self);
}

/* what is not seen is not painted */
static void
on_map (MilieuFiguresList *self)
{
  fill (self);
}

static void
on_activated (GtkFlowBox *cards, GtkFlowBoxChild *child, MilieuFiguresList *self)
{
  g_signal_emit (self, signals[OPENED], 0, milieu_figure_card_key (MILIEU_FIGURE_CARD (child)));
}

static void
on_selected (MilieuFiguresList *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

/* ---- the widget ---- */

static void
milieu_figures_list_dispose (GObject *object)
{
  MilieuFiguresList *self = MILIEU_FIGURES_LIST (object);

  g_queue_clear (&self->waiting);
  if (self->session != NULL)
    milieu_jobs_cancel (milieu_session_jobs (self->session), LANE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (milieu_figures_list_parent_class)->dispose (object);
}

static void
milieu_figures_list_class_init (MilieuFiguresListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_figures_list_dispose;
  signals[OPENED] = g_signal_new ("opened", MILIEU_TYPE_FIGURES_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SELECTED] = g_signal_new ("selected", MILIEU_TYPE_FIGURES_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_figures_list_init (MilieuFiguresList *self)
{
  g_queue_init (&self->waiting);
}

static GtkWidget *
none_new (void)
{
  GtkWidget *page = adw_status_page_new (), *button = gtk_button_new_with_label (_("New Figure"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "image-x-generic-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Figures"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("A figure keeps the present view, its evidence and its filters, with the map."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "figures.new");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

GtkWidget *
milieu_figures_list_new (MilieuSession *session)
{
  MilieuFiguresList *self = g_object_new (MILIEU_TYPE_FIGURES_LIST, NULL);
  GtkWidget *scroll = gtk_scrolled_window_new (), *cards = gtk_flow_box_new ();

  self->session = g_object_ref (session);
  self->cards = GTK_FLOW_BOX (cards);
  self->stack = gtk_stack_new ();
  gtk_flow_box_set_activate_on_single_click (self->cards, FALSE);
  gtk_flow_box_set_homogeneous (self->cards, TRUE);
  gtk_flow_box_set_max_children_per_line (self->cards, 8);
  gtk_widget_set_valign (cards, GTK_ALIGN_START);
  gtk_widget_set_halign (cards, GTK_ALIGN_START);
  gtk_widget_add_css_class (cards, "figure-cards");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cards), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Figures"), -1);
  g_signal_connect (cards, "child-activated", G_CALLBACK (on_activated), self);
  g_signal_connect_swapped (cards, "selected-children-changed", G_CALLBACK (on_selected), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), cards);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_stack_add_named (GTK_STACK (self->stack), scroll, "cards");
  gtk_stack_add_named (GTK_STACK (self->stack), none_new (), "none");
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self), self->stack);
  g_signal_connect_swapped (self, "map", G_CALLBACK (on_map), self);
  g_signal_connect_object (milieu_session_document (session), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_document (session), "reset", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

guint32
milieu_figures_list_selected (MilieuFiguresList *self)
{
  GList *chosen = gtk_flow_box_get_selected_children (self->cards);
  guint32 key = chosen != NULL ? milieu_figure_card_key (chosen->data) : MILIEU_NO_KEY;

  g_list_free (chosen);
  return key;
}

void
milieu_figures_list_select (MilieuFiguresList *self, guint32 key)
{
  MilieuFigureCard *card = card_of (self, key);

  if (card == NULL)
    return;
  gtk_flow_box_select_child (self->cards, GTK_FLOW_BOX_CHILD (card));
  gtk_widget_grab_focus (GTK_WIDGET (card));
}
