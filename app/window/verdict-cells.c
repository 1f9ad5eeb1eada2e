#include "window/verdict-cells.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "figure/verdict-grid.h"
#include "reading/indicator.h"
#include "window/labels.h"
#include "window/rows.h"

struct _MilieuVerdictCells
{
  GtkGrid parent_instance;

  MilieuSession *session; /* not owned */
  GtkToggleButton *cells[MILIEU_N_CELL_EVIDENCES][2];
  gboolean showing; /* the buttons follow the question */
};

G_DEFINE_FINAL_TYPE (MilieuVerdictCells, milieu_verdict_cells, GTK_TYPE_GRID)

static const char *
evidence_label (guint evidence)
{
  return milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_EVIDENCE, MILIEU_EVIDENCE_STATED + evidence));
}

static const char *
grounds_label (guint suggested)
{
  return suggested ? _("Suggested grounds") : _("Strict grounds");
}

static void
ask (MilieuVerdictCells *self, guint evidence, guint suggested)
{
  MilieuFilter filter = *milieu_session_filter (self->session);

  filter.evidence = MILIEU_EVIDENCE_STATED + evidence;
  filter.suggested = suggested;
  milieu_question_set_filter (milieu_session_question (self->session), &filter);
}

static void
on_toggled (GtkToggleButton *button, MilieuVerdictCells *self)
{
  if (self->showing || !gtk_toggle_button_get_active (button))
    return;
  for (guint evidence = 0; evidence < MILIEU_N_CELL_EVIDENCES; evidence++)
    for (guint suggested = 0; suggested < 2; suggested++)
      if (self->cells[evidence][suggested] == button)
        ask (self, evidence, suggested);
}

/* what was asked may be none of the eight: the evidence of a session */
static void
show_asked (MilieuVerdictCells *self)
{
  const MilieuFilter *filter = milieu_session_filter (self->session);

  self->showing = TRUE;
  for (guint evidence = 0; evidence < MILIEU_N_CELL_EVIDENCES; evidence++)
    for (guint suggested = 0; suggested < 2; suggested++)
      gtk_toggle_button_set_active (self->cells[evidence][suggested],
                                    filter->evidence == MILIEU_EVIDENCE_STATED + evidence && !filter->suggested == !suggested);
  self->showing = FALSE;
}

static void
milieu_verdict_cells_class_init (MilieuVerdictCellsClass *klass)
{
}

static void
milieu_verdict_cells_init (MilieuVerdictCells *self)
{
  gtk_grid_set_column_homogeneous (GTK_GRID (self), FALSE);
  gtk_grid_set_column_spacing (GTK_GRID (self), 6);
  gtk_grid_set_row_spacing (GTK_GRID (self), 4);
}

static GtkToggleButton *
cell_new (MilieuVerdictCells *self)
{
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), milieu_label_new ("", "fact"));
  gtk_box_append (GTK_BOX (box), milieu_label_new ("", "sub dim-label"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "verdict-cell");
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  return GTK_TOGGLE_BUTTON (button);
}

GtkWidget *
milieu_verdict_cells_new (MilieuSession *session)
{
  MilieuVerdictCells *self = g_object_new (MILIEU_TYPE_VERDICT_CELLS, NULL);
  GtkGrid *grid = GTK_GRID (self);

  self->session = session;
  for (guint suggested = 0; suggested < 2; suggested++)
    gtk_grid_attach (grid, milieu_label_new (grounds_label (suggested), "question dim-label"), (int) suggested + 1, 0, 1, 1);
  for (guint evidence = 0; evidence < MILIEU_N_CELL_EVIDENCES; evidence++)
    {
      gtk_grid_attach (grid, milieu_label_new (evidence_label (evidence), "sub dim-label"), 0, (int) evidence + 1, 1, 1);
      for (guint suggested = 0; suggested < 2; suggested++)
        {
          self->cells[evidence][suggested] = cell_new (self);
          gtk_grid_attach (grid, GTK_WIDGET (self->cells[evidence][suggested]), (int) suggested + 1, (int) evidence + 1, 1, 1);
        }
    }
  return GTK_WIDGET (self);
}

static void
show_cell (MilieuVerdictCells *self, guint evidence, guint suggested, const MilieuCellVerdict *cell)
{
  GtkWidget *button = GTK_WIDGET (self->cells[evidence][suggested]), *box = gtk_button_get_child (GTK_BUTTON (button));
  const char *outcome = milieu_label (milieu_outcome_label (cell->outcome));
  g_autofree char *signed_words = g_strdup_printf ("%s %s", milieu_outcome_sign (cell->outcome), outcome);
  g_autofree char *tests = g_strdup_printf (ngettext ("%u of %u test passed", "%u of %u tests passed", cell->evaluable),
                                            cell->passed, cell->evaluable);
  /* Translators: the first is how many passed, and decides the plural */
  g_autofree char *brief = g_strdup_printf (ngettext ("%u of %u passed", "%u of %u passed", cell->passed), cell->passed, cell->evaluable);
  /* Translators: evidence, grounds, verdict, tests: a cell of a table, for screen readers */
  g_autofree char *words = g_strdup_printf (_("%s, %s: %s, %s"), evidence_label (evidence), grounds_label (suggested), outcome,
                                            tests);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), signed_words);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), brief);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
milieu_verdict_cells_show (MilieuVerdictCells *self, const MilieuReading *reading)
{
  for (guint evidence = 0; evidence < MILIEU_N_CELL_EVIDENCES; evidence++)
    for (guint suggested = 0; suggested < 2; suggested++)
      show_cell (self, evidence, suggested, &reading->verdict->cells[evidence][suggested]);
  show_asked (self);
}
