#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/filters.h"

#include "figure/mark.h"
#include "window/counts.h"
#include "window/labels.h"
#include "window/period.h"
#include "window/sample.h"

#define SYMBOL_SIZE 14
#define KIND_SIZE 12.5
#define EVIDENCE_WIDTH 34
#define CLASS_WIDTH 36

/* from the top of the column down: what institutions are first */
static const guint8 ground_order[MILIEU_N_GROUNDS] = {
  MILIEU_GROUND_UPPERGROUND, MILIEU_GROUND_EMERGING, MILIEU_GROUND_MIDDLEGROUND,
  MILIEU_GROUND_UNDERGROUND, MILIEU_GROUND_NONE,
};

struct _MilieuFilters
{
  AdwBin parent;
  MilieuSession *session; /* not owned */
  GtkWidget *evidences, *grounds, *kinds, *classes;
  GtkSwitch *suggested, *core;
  GtkWidget *period_section;
  GtkLabel *period_label, *undated_count;
  MilieuPeriod *period;
  GtkCheckButton *undated;
  GtkWidget *evidence_rows[MILIEU_N_EVIDENCES], *ground_rows[MILIEU_N_GROUNDS], *class_rows[MILIEU_N_CLASSES];
  GArray *kind_keys;     /* of the cells of the grid, in order */
  GPtrArray *kind_cells; /* GtkToggleButton */
  guint first, last;     /* years */
  gboolean showing;      /* widgets follow the filter, not the other way round */
  guint idle;
};

G_DEFINE_FINAL_TYPE (MilieuFilters, milieu_filters, ADW_TYPE_BIN)

static GtkWidget *
count_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "count");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/* a row: what it looks like, what it is called, how many there are */
static GtkWidget *
row_content (GtkWidget *sample, const char *text, int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, spacing);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *count = count_label ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), sample);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  return box;
}

static void
show_count (GtkWidget *content, const char *name, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  g_autofree char *spoken = g_strdup_printf ("%s, %u", name, count);
  GtkWidget *row = gtk_widget_get_parent (content);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (content)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static GtkWidget *
check_row (MilieuFilters *self, GtkWidget *box, GtkWidget *sample, const char *text)
{
  GtkWidget *row = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (row), row_content (sample, text, 5));
  gtk_widget_set_hexpand (row, TRUE);
  gtk_box_append (GTK_BOX (box), row);
  return row;
}

/* from widgets to the filter */

static void
read_checks (GtkWidget **rows, guint n, guint *hidden)
{
  for (guint i = 0; i < n; i++)
    if (rows[i])
      {
        gboolean shown = gtk_check_button_get_active (GTK_CHECK_BUTTON (rows[i]));
        *hidden = shown ? *hidden & ~(1u << i) : *hidden | 1u << i;
      }
}

static void
read_kinds (MilieuFilters *self, MilieuFilter *filter)
{
  for (guint i = 0; i < self->kind_cells->len; i++)
    {
      guint32 key = g_array_index (self->kind_keys, guint32, i);
      guint8 bit = (guint8) (1u << (key % 8));

      if (key >= 8 * sizeof filter->hidden_kinds)
        continue;
      if (gtk_toggle_button_get_active (self->kind_cells->pdata[i]))
        filter->hidden_kinds[key / 8] &= (guint8) ~bit;
      else
        filter->hidden_kinds[key / 8] |= bit;
    }
}

static void
read_period (MilieuFilters *self, MilieuFilter *filter)
{
  guint from, to;

  milieu_period_get (self->period, &from, &to);
  filter->hide_undated = !gtk_check_button_get_active (self->undated);
  /* the whole range is no period, unless it is there to leave out what has no date */
  filter->period_from = from > self->first || filter->hide_undated ? from : 0;
  filter->period_to = to < self->last || filter->hide_undated ? to : 0;
}

static void
on_touched (MilieuFilters *self)
{
  MilieuFilter filter;

  if (self->showing)
    return;
  filter = *milieu_session_filter (self->session);
  for (guint i = 0; i < MILIEU_N_EVIDENCES; i++)
    if (self->evidence_rows[i] && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->evidence_rows[i])))
      filter.evidence = i;
  read_checks (self->ground_rows, MILIEU_N_GROUNDS, &filter.hidden_grounds);
  read_checks (self->class_rows, MILIEU_N_CLASSES, &filter.hidden_classes);
  read_kinds (self, &filter);
  filter.suggested = gtk_switch_get_active (self->suggested);
  filter.all_scopes = !gtk_switch_get_active (self->core);
  if (self->first)
    read_period (self, &filter);
  milieu_question_set_filter (milieu_session_question (self->session), &filter);
}

/* the rows */

static void
add_evidences (MilieuFilters *self)
{
  GtkCheckButton *group = NULL;

  for (guint i = MILIEU_EVIDENCE_STATED; i < MILIEU_N_EVIDENCES; i++)
    {
      GtkWidget *sample = milieu_sample_new_tie (MILIEU_CLASS_UNSET, i, FALSE, EVIDENCE_WIDTH);
      GtkWidget *row = check_row (self, self->evidences, sample,
                                  milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_EVIDENCE, i)));

      gtk_check_button_set_group (GTK_CHECK_BUTTON (row), group);
      group = GTK_CHECK_BUTTON (row);
      self->evidence_rows[i] = row;
    }
}

static void
add_grounds (MilieuFilters *self)
{
  for (guint i = 0; i < MILIEU_N_GROUNDS; i++)
    {
      guint ground = ground_order[i];
      GtkWidget *sample = milieu_sample_new_symbol (MILIEU_SYMBOL_ORGANISATION, ground, SYMBOL_SIZE);

      self->ground_rows[ground] = check_row (self, self->grounds, sample,
                                             milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, ground)));
    }
}

static void
add_classes (MilieuFilters *self)
{
  for (guint i = MILIEU_CLASS_INTERACTION; i < MILIEU_N_CLASSES; i++)
    {
      GtkWidget *sample = milieu_sample_new_tie (i, MILIEU_EVIDENCE_STATED, TRUE, CLASS_WIDTH);

      self->class_rows[i] = check_row (self, self->classes, sample,
                                       milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_CLASS, i)));
    }
}

static GtkWidget *
kind_cell (MilieuFilters *self, guint32 key)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  GtkWidget *cell = gtk_toggle_button_new ();
  GtkWidget *sample = milieu_sample_new_symbol (milieu_symbol_of_kind (snapshot, key), MILIEU_GROUND_PLAIN, KIND_SIZE);

  gtk_button_set_child (GTK_BUTTON (cell), row_content (sample, milieu_label_of_kind (snapshot, key), 2));
  gtk_widget_set_tooltip_text (cell, milieu_label_of_kind (snapshot, key));
  gtk_widget_add_css_class (cell, "flat");
  gtk_widget_add_css_class (cell, "kind");
  g_signal_connect_swapped (cell, "toggled", G_CALLBACK (on_touched), self);
  return cell;
}

static void
fill_kinds (MilieuFilters *self)
{
  guint n;
  g_autofree guint32 *keys = milieu_kinds_in_order (milieu_session_snapshot (self->session), &n);
  guint rows = (n + 1) / 2;

  for (guint i = 0; i < self->kind_cells->len; i++)
    gtk_grid_remove (GTK_GRID (self->kinds), self->kind_cells->pdata[i]);
  g_ptr_array_set_size (self->kind_cells, 0);
  g_array_set_size (self->kind_keys, 0);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *cell = kind_cell (self, keys[i]);

      gtk_grid_attach (GTK_GRID (self->kinds), cell, (int) (i / rows), (int) (i % rows), 1, 1);
      g_ptr_array_add (self->kind_cells, cell);
      g_array_append_val (self->kind_keys, keys[i]);
    }
}

/* from the filter to widgets */

static void
show_rows (GtkWidget **rows, const guint *counts, guint n, guint hidden)
{
  for (guint i = 0; i < n; i++)
    if (rows[i])
      {
        GtkWidget *content = gtk_check_button_get_child (GTK_CHECK_BUTTON (rows[i]));
        GtkWidget *label = gtk_widget_get_next_sibling (gtk_widget_get_first_child (content));

        gtk_check_button_set_active (GTK_CHECK_BUTTON (rows[i]), !(hidden >> i & 1));
        show_count (content, gtk_label_get_label (GTK_LABEL (label)), counts[i]);
      }
}

static void
show_evidences (MilieuFilters *self, const MilieuCounts *counts, MilieuEvidence evidence)
{
  show_rows (self->evidence_rows, counts->evidences, MILIEU_N_EVIDENCES, ~(1u << evidence));
  for (guint i = MILIEU_EVIDENCE_STATED; i < MILIEU_N_EVIDENCES; i++)
    {
      GtkWidget *content = gtk_check_button_get_child (GTK_CHECK_BUTTON (self->evidence_rows[i]));
      GtkWidget *label = gtk_widget_get_next_sibling (gtk_widget_get_first_child (content));

      if (i > evidence)
        gtk_widget_add_css_class (label, "dim-label");
      else
        gtk_widget_remove_css_class (label, "dim-label");
    }
  /* only who works in sessions needs that row */
  gtk_widget_set_visible (self->evidence_rows[MILIEU_EVIDENCE_SESSION],
                          counts->evidences[MILIEU_EVIDENCE_SESSION] > 0 || evidence == MILIEU_EVIDENCE_SESSION);
}

static void
show_kinds (MilieuFilters *self, const MilieuCounts *counts, const MilieuFilter *filter)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);

  for (guint i = 0; i < self->kind_cells->len; i++)
    {
      guint32 key = g_array_index (self->kind_keys, guint32, i);
      GtkWidget *cell = self->kind_cells->pdata[i];
      gboolean hidden = key < 8 * sizeof filter->hidden_kinds && (filter->hidden_kinds[key / 8] >> (key % 8) & 1);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (cell), !hidden);
      show_count (gtk_button_get_child (GTK_BUTTON (cell)), milieu_label_of_kind (snapshot, key),
                  key < counts->n_kinds ? counts->kinds[key] : 0);
    }
}

static void
show_period (MilieuFilters *self, const MilieuCounts *counts, const MilieuFilter *filter)
{
  guint from = filter->period_from ? filter->period_from : counts->first;
  guint to = filter->period_to ? filter->period_to : counts->last;
  g_autofree char *years = g_strdup_printf ("%u – %u", from, to);
  g_autofree char *undated = g_strdup_printf ("%u", counts->undated);

  self->first = counts->first;
  self->last = counts->last;
  gtk_widget_set_visible (self->period_section, counts->first > 0 && counts->first < counts->last);
  if (counts->first == 0)
    return;
  milieu_period_set_limits (self->period, counts->first, counts->last);
  milieu_period_set (self->period, from, to);
  gtk_label_set_label (self->period_label, years);
  gtk_check_button_set_active (self->undated, !filter->hide_undated);
  gtk_label_set_label (self->undated_count, undated);
}

static gboolean
show (gpointer data)
{
  MilieuFilters *self = data;
  const MilieuFilter *filter = milieu_session_filter (self->session);
  MilieuCounts counts;

  self->idle = 0;
  milieu_counts (&counts, milieu_session_snapshot (self->session), filter);
  self->showing = TRUE;
  show_evidences (self, &counts, filter->evidence);
  show_rows (self->ground_rows, counts.grounds, MILIEU_N_GROUNDS, filter->hidden_grounds);
  show_rows (self->class_rows, counts.classes, MILIEU_N_CLASSES, filter->hidden_classes);
  show_kinds (self, &counts, filter);
  show_period (self, &counts, filter);
  gtk_switch_set_active (self->suggested, filter->suggested);
  gtk_switch_set_active (self->core, !filter->all_scopes);
  self->showing = FALSE;
  milieu_counts_clear (&counts);
  return G_SOURCE_REMOVE;
}

static void
show_soon (MilieuFilters *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, show, self, NULL);
}

static void
on_reset (MilieuFilters *self)
{
  fill_kinds (self);
  show_soon (self);
}

static void
on_changed (MilieuFilters *self, guint mask)
{
  if (mask & 1u << MILIEU_RECORD_KIND)
    fill_kinds (self);
  if (mask & ~MILIEU_RECORDS_OF_LOOKS)
    show_soon (self);
}

static void
milieu_filters_dispose (GObject *object)
{
  MilieuFilters *self = MILIEU_FILTERS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->kind_cells, g_ptr_array_unref);
  g_clear_pointer (&self->kind_keys, g_array_unref);
  G_OBJECT_CLASS (milieu_filters_parent_class)->dispose (object);
}

static void
milieu_filters_class_init (MilieuFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = milieu_filters_dispose;
  g_type_ensure (MILIEU_TYPE_PERIOD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/milieu/Milieu/filters.ui");
  gtk_widget_class_bind_template_child (widget_class, MilieuFilters, evidences);
  gtk_widget_class_bind_template_child (widget_class, MilieuFilters, grounds);
  gtk_widget_class_bind_template_child (widget_class, MilieuFilters, kinds);
  gtk_widget_class_bind_template_child (widget_class, MilieuFilters, classes);
  gtk_widget_class_bind_template_child (widget_class, MilieuFilters, suggested);
  gtk_widget_class_bind_template_child (widget_class, MilieuFilters, core);
  gtk_widget_class_bind_template_child (widget_class, MilieuFilters, period_section);
  gtk_widget_class_bind_template_child (widget_class, MilieuFilters, period_label);
  gtk_widget_class_bind_template_child (widget_class, MilieuFilters, period);
  gtk_widget_class_bind_template_child (widget_class, MilieuFilters, undated);
  gtk_widget_class_bind_template_child (widget_class, MilieuFilters, undated_count);
}

static void
milieu_filters_init (MilieuFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->kind_cells = g_ptr_array_new ();
  self->kind_keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  add_evidences (self);
  add_grounds (self);
  add_classes (self);
}

static void
connect_rows (MilieuFilters *self, GtkWidget **rows, guint n)
{
  for (guint i = 0; i < n; i++)
    if (rows[i])
      g_signal_connect_swapped (rows[i], "toggled", G_CALLBACK (on_touched), self);
}

void
milieu_filters_set_session (MilieuFilters *self, MilieuSession *session)
{
  MilieuDocument *document = milieu_session_document (session);

  self->session = session;
  connect_rows (self, self->evidence_rows, MILIEU_N_EVIDENCES);
  connect_rows (self, self->ground_rows, MILIEU_N_GROUNDS);
  connect_rows (self, self->class_rows, MILIEU_N_CLASSES);
  g_signal_connect_swapped (self->suggested, "notify::active", G_CALLBACK (on_touched), self);
  g_signal_connect_swapped (self->core, "notify::active", G_CALLBACK (on_touched), self);
  g_signal_connect_swapped (self->undated, "toggled", G_CALLBACK (on_touched), self);
  g_signal_connect_swapped (self->period, "changed", G_CALLBACK (on_touched), self);
  g_signal_connect_object (document, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_question (session), "changed", G_CALLBACK (show_soon), self, G_CONNECT_SWAPPED);
  on_reset (self);
}
