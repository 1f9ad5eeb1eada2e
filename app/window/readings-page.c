#include "window/readings-page.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "reading/indicator.h"
#include "reading/rows.h"
#include "window/basis-page.h"
#include "window/glance-card.h"
#include "window/indicators-list.h"
#include "window/labels.h"
#include "window/meter.h"
#include "window/questions-card.h"
#include "window/ranks-card.h"
#include "window/renewal.h"
#include "window/rows.h"
#include "window/sample.h"
#include "window/verdict-card.h"
#include "window/verdict-page.h"

#define BAR_HEIGHT 5
#define GAP_HEIGHT 8
#define SYMBOL_SIZE 14

struct _MilieuReadingsPage
{
  AdwBin parent_instance;

  MilieuSession *session;
  GtkStack *stack;     /* the rows, or what lies behind a number */
  GtkWidget *rows;     /* (nullable) */
  GtkWidget *ranks;    /* stays while rows come and go: a worker paints it */
  MilieuBasisPage *basis;
  MilieuVerdictPage *verdict;
  const char *before_basis; /* the page that a number was opened from */
  MilieuReading *reading; /* what the rows show; (nullable) */
};

G_DEFINE_FINAL_TYPE (MilieuReadingsPage, milieu_readings_page, ADW_TYPE_BIN)

static gboolean
is_at (MilieuReadingsPage *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static void
show_basis (MilieuReadingsPage *self, const MilieuResult *result)
{
  self->before_basis = is_at (self, "verdict") ? "verdict" : "rows";
  milieu_basis_page_show (self->basis, self->reading, result);
  gtk_stack_set_visible_child_name (self->stack, "basis");
  milieu_selection_light (milieu_session_selection (self->session), result->actors, result->n_actors, result->ties,
                          result->n_ties);
}

/* the verdict is hidden while it does not show: a screen reader walks all that a stack holds */
static void
show_rows (MilieuReadingsPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "rows");
  gtk_widget_hide (GTK_WIDGET (self->verdict));
  milieu_selection_unlight (milieu_session_selection (self->session));
}

static void
show_verdict (MilieuReadingsPage *self, int test)
{
  gtk_widget_show (GTK_WIDGET (self->verdict));
  gtk_stack_set_visible_child_name (self->stack, "verdict");
  milieu_verdict_page_open (self->verdict, test);
}

static void
show_before_basis (MilieuReadingsPage *self)
{
  show_rows (self);
  if (g_strcmp0 (self->before_basis, "verdict") == 0)
    show_verdict (self, -1);
}

static void
act_basis (GtkWidget *widget, const char *action, GVariant *id)
{
  MilieuReadingsPage *self = MILIEU_READINGS_PAGE (widget);
  const char *name = g_variant_get_string (id, NULL);
  const MilieuResult *result = milieu_reading_find (self->reading, name, MILIEU_SIDE_INTERACTIONIST);

  if (result == NULL)
    result = milieu_reading_find (self->reading, name, MILIEU_SIDE_BOTH);
  if (result != NULL)
    show_basis (self, result);
}

static void
act_verdict (GtkWidget *widget, const char *action, GVariant *test)
{
  show_verdict (MILIEU_READINGS_PAGE (widget), g_variant_get_int32 (test));
}

static void
on_cell_clicked (GtkButton *button, MilieuReadingsPage *self)
{
  show_basis (self, g_object_get_data (G_OBJECT (button), "milieu-result"));
}

/* a number as a flat button: @child shows it, @words says it */
static GtkWidget *
button_of (MilieuReadingsPage *self, const MilieuResult *result, GtkWidget *child, const char *words)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cell");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  /* the reading, which the page holds as long as its rows, holds the result */
  g_object_set_data (G_OBJECT (button), "milieu-result", (gpointer) result);
  gtk_widget_set_sensitive (button, result != NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (on_cell_clicked), self);
  return button;
}

static MilieuColour
colour_of (MilieuSide side)
{
  return side == MILIEU_SIDE_STRUCTURAL ? MILIEU_COLOUR_TIE_INSTITUTION : MILIEU_COLOUR_TIE_INTERACTION;
}

static GtkWidget *
headline_of (MilieuReadingsPage *self, const MilieuCell *cell)
{
  gboolean is_value = cell->result == NULL || cell->result->status == MILIEU_STATUS_VALUE;
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  const MilieuActor *actor = cell->actor != MILIEU_NO_KEY ? milieu_snapshot_actor (snapshot, cell->actor) : NULL;
  const MilieuReadingActor *read = actor != NULL ? milieu_reading_actor (self->reading, cell->actor) : NULL;
  GtkWidget *box, *label;

  if (read == NULL)
    return milieu_label_new (cell->headline, is_value ? "num" : "not-evaluable dim-label");
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  label = milieu_label_new (cell->headline, "num2");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_box_append (GTK_BOX (box), milieu_sample_new_symbol (milieu_symbol_of_kind (snapshot, actor->kind), read->ground,
                                                           SYMBOL_SIZE));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
cell_new (MilieuReadingsPage *self, const char *question, const MilieuCell *cell, MilieuSide side)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Translators: a side of the panel, its question, the number, its caption: for screen readers */
  g_autofree char *words = g_strdup_printf (_("%s, %s: %s, %s"), milieu_label (milieu_side_label (side)), question,
                                            cell->headline, cell->caption);

  gtk_box_append (GTK_BOX (box), headline_of (self, cell));
  if (!isnan (cell->bar_from) && !isnan (cell->bar_to))
    {
      GtkWidget *meter = milieu_meter_new (BAR_HEIGHT, cell->bar_from != 0);

      milieu_meter_add (MILIEU_METER (meter), cell->bar_from, cell->bar_to, colour_of (side));
      gtk_box_append (GTK_BOX (box), meter);
    }
  gtk_box_append (GTK_BOX (box), milieu_label_new (cell->caption, "sub dim-label"));
  return button_of (self, cell->result, box, words);
}

static GtkWidget *
column_head_new (MilieuReadingsPage *self, const char *title, MilieuSide side)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *caption = milieu_reading_side_caption (self->reading, side, milieu_language_of_window ());

  gtk_widget_add_css_class (box, "column-head");
  gtk_widget_add_css_class (box, side == MILIEU_SIDE_STRUCTURAL ? "structural" : "interactionist");
  gtk_box_append (GTK_BOX (box), milieu_label_new (title, "heading"));
  gtk_box_append (GTK_BOX (box), milieu_label_new (caption, "sub dim-label"));
  return box;
}

static GtkWidget *
gap_new (MilieuReadingsPage *self)
{
  g_autoptr (MilieuGapStrip) gap = milieu_reading_gap (self->reading, milieu_language_of_window ());
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *caption = milieu_label_new (gap->caption, "sub");
  g_autofree char *words = g_strdup_printf ("%s, %s. %s", gap->headline, gap->caption, gap->meaning);
  GtkWidget *button;

  gtk_widget_set_valign (caption, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), milieu_label_new (gap->headline, isnan (gap->lambda_all) ? "not-evaluable" : "num"));
  gtk_box_append (GTK_BOX (head), caption);
  gtk_box_append (GTK_BOX (strip), head);
  if (!isnan (gap->lambda_all) && !isnan (gap->lambda_interaction))
    {
      GtkWidget *meter = milieu_meter_new (GAP_HEIGHT, FALSE);

      milieu_meter_add (MILIEU_METER (meter), 0, gap->lambda_interaction, MILIEU_COLOUR_TIE_INTERACTION);
      milieu_meter_add (MILIEU_METER (meter), gap->lambda_interaction, gap->lambda_all, MILIEU_COLOUR_TIE_INSTITUTION);
      gtk_box_append (GTK_BOX (strip), meter);
    }
  gtk_box_append (GTK_BOX (strip), milieu_label_new (gap->meaning, "sub"));
  button = button_of (self, gap->result, strip, words);
  gtk_widget_add_css_class (button, "gap");
  return button;
}

/* the gap stands after what holds together, the second row */
#define ROWS_BEFORE_GAP 2

static GtkWidget *
grid_new (MilieuReadingsPage *self)
{
  GtkWidget *grid = gtk_grid_new ();
  guint n;
  MilieuRow *rows = milieu_reading_rows (self->reading, milieu_language_of_window (), &n);
  int line = 0;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_grid_attach (GTK_GRID (grid), column_head_new (self, _("Structural"), MILIEU_SIDE_STRUCTURAL), 0, line, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), column_head_new (self, _("Interactionist"), MILIEU_SIDE_INTERACTIONIST), 1, line++,
                   1, 1);
  for (guint i = 0; i < n; i++)
    {
      const MilieuRow *row = &rows[i];

      if (i == ROWS_BEFORE_GAP)
        gtk_grid_attach (GTK_GRID (grid), gap_new (self), 0, line++, 2, 1);
      gtk_grid_attach (GTK_GRID (grid), milieu_label_new (row->question, "question dim-label"), 0, line++, 2, 1);
      gtk_grid_attach (GTK_GRID (grid), cell_new (self, row->question, &row->structural, MILIEU_SIDE_STRUCTURAL), 0,
                       line, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), cell_new (self, row->question, &row->interactionist, MILIEU_SIDE_INTERACTIONIST),
                       1, line++, 1, 1);
    }
  milieu_rows_free (rows, n);
  return grid;
}

static GtkWidget *
takeaway_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Copy as _Sentences"), "win.copy-sentences");
  g_menu_append (menu, _("Copy as _Table"), "win.copy-table");
  g_menu_append (menu, _("E_xport Table…"), "win.export-table");
  g_menu_append (menu, _("_Report…"), "win.report");
  g_menu_append (menu, _("S_ources…"), "win.sources");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "edit-copy-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "takeaway");
  gtk_widget_set_tooltip_text (button, _("Copy, Export, Report"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copy, Export, Report"), -1);
  return button;
}

static GtkWidget *
rows_new (MilieuReadingsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *head = milieu_reading_head (self->reading, milieu_language_of_window ());
  GtkWidget *label = milieu_label_new (head, "sub dim-label");

  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (box, "readings");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (line, "readings-head");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), takeaway_new ());
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), grid_new (self));
  if (self->reading->verdict != NULL)
    gtk_box_append (GTK_BOX (box), milieu_verdict_card_new (self->reading->verdict));
  if (milieu_questions_have_answers (self->reading))
    gtk_box_append (GTK_BOX (box), milieu_questions_new (self->session, self->reading));
  gtk_box_append (GTK_BOX (box), self->ranks);
  gtk_box_append (GTK_BOX (box), milieu_indicators_list_new (self->reading, G_CALLBACK (on_cell_clicked), self));
  gtk_box_append (GTK_BOX (box), milieu_glance_card_new (self->session, self->reading));
  return box;
}

/* numbers that are being computed again stay, at half strength */
static void
update_strength (MilieuReadingsPage *self)
{
  gtk_widget_set_opacity (GTK_WIDGET (self->stack),
                          milieu_readings_is_stale (milieu_session_readings (self->session)) ? 0.5 : 1);
}

static void
update (MilieuReadingsPage *self)
{
  MilieuReading *reading = milieu_readings_get (milieu_session_readings (self->session));

  gboolean at_rows = self->rows == NULL || is_at (self, "rows"), at_basis = !at_rows && is_at (self, "basis");
  MilieuRenewal *renewal = NULL;

  update_strength (self);
  if (reading == NULL || reading == self->reading)
    return;
  if (self->rows != NULL)
    {
      renewal = milieu_renewal_begin (self->rows);
      gtk_box_remove (GTK_BOX (self->rows), self->ranks);
      gtk_stack_remove (self->stack, self->rows);
    }
  if (at_basis)
    milieu_basis_page_follow (self->basis, reading);
  g_clear_pointer (&self->reading, milieu_reading_unref);
  self->reading = milieu_reading_ref (reading);
  self->rows = rows_new (self);
  gtk_stack_add_named (self->stack, self->rows, "rows");
  milieu_verdict_page_show (self->verdict, reading);
  if (at_rows)
    gtk_stack_set_visible_child (self->stack, self->rows);
  if (renewal != NULL)
    milieu_renewal_end (renewal, self->rows);
}

static void
milieu_readings_page_dispose (GObject *object)
{
  MilieuReadingsPage *self = MILIEU_READINGS_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->ranks);
  g_clear_pointer (&self->reading, milieu_reading_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (milieu_readings_page_parent_class)->dispose (object);
}

static void
milieu_readings_page_class_init (MilieuReadingsPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = milieu_readings_page_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "readings.basis", "s", act_basis);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "readings.verdict", "i", act_verdict);
}

static void
milieu_readings_page_init (MilieuReadingsPage *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
milieu_readings_page_new (MilieuSession *session)
{
  MilieuReadingsPage *self = g_object_new (MILIEU_TYPE_READINGS_PAGE, NULL);

  self->session = g_object_ref (session);
  self->ranks = g_object_ref_sink (milieu_ranks_card_new (session));
  self->basis = MILIEU_BASIS_PAGE (milieu_basis_page_new (session));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->basis), "basis");
  self->verdict = MILIEU_VERDICT_PAGE (milieu_verdict_page_new (session));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->verdict), "verdict");
  gtk_widget_hide (GTK_WIDGET (self->verdict));
  g_signal_connect_object (self->basis, "back", G_CALLBACK (show_before_basis), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->verdict, "back", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_readings (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
