#include "window/inspector-map.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/field-row.h"
#include "window/history-list.h"
#include "window/labels.h"
#include "window/quotes.h"
#include "window/rows.h"
#include "window/sample.h"
#include "window/source-dialog.h"

#define TIE_WIDTH 30
#define N_SETTINGS 3

struct _MilieuInspectorMap
{
  GtkBox parent_instance;

  MilieuSession *session; /* not owned */
  MilieuFieldEditor *settings[N_SETTINGS];
  GtkLabel *counts;
  GtkWidget *evidences, *sources, *history;
  GtkWidget *sources_title, *history_title;
};

G_DEFINE_FINAL_TYPE (MilieuInspectorMap, milieu_inspector_map, GTK_TYPE_BOX)

static GtkWidget *
add_part (MilieuInspectorMap *self, const char *title, GtkWidget **list)
{
  GtkWidget *label = milieu_label_new (title, "heading section");

  *list = milieu_boxed_list_new (title);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), *list);
  return label;
}

static void
add_settings (MilieuInspectorMap *self)
{
  static const struct { const char *id, *label; } settings[N_SETTINGS] = {
    { "title", N_("Title") }, { "authors", N_("Authors") }, { "year", N_("Year") },
  };
  GtkWidget *list = milieu_boxed_list_new (_("Fields of the map"));

  for (guint i = 0; i < N_SETTINGS; i++)
    {
      const char *label = milieu_label (settings[i].label);
      GtkWidget *editor = milieu_field_editor_new_setting (self->session, settings[i].id, label);

      self->settings[i] = MILIEU_FIELD_EDITOR (editor);
      gtk_box_append (GTK_BOX (list), milieu_field_row_new_of (editor, label));
    }
  gtk_box_append (GTK_BOX (self), list);
}

static void
show_counts (MilieuInspectorMap *self)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  guint n_actors = milieu_snapshot_count (snapshot, MILIEU_RECORD_ACTOR), n_ties = milieu_snapshot_count (snapshot, MILIEU_RECORD_TIE);
  g_autofree char *actors = g_strdup_printf (ngettext ("%u actor", "%u actors", n_actors), n_actors);
  g_autofree char *ties = g_strdup_printf (ngettext ("%u tie", "%u ties", n_ties), n_ties);
  /* Translators: "93 actors", "88 ties" */
  g_autofree char *words = g_strdup_printf (_("%s, %s"), actors, ties);

  gtk_label_set_label (self->counts, words);
}

static GtkWidget *
evidence_row_new (MilieuEvidence evidence, guint n)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = milieu_label_new (milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_EVIDENCE, evidence)), "fact");
  g_autofree char *count = g_strdup_printf ("%u", n);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), milieu_sample_new_tie (MILIEU_CLASS_UNSET, evidence, FALSE, TIE_WIDTH));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), milieu_label_new (count, "fact numeric dim-label"));
  gtk_widget_add_css_class (row, "field-row");
  return row;
}

static void
show_evidences (MilieuInspectorMap *self)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  guint counts[MILIEU_N_EVIDENCES] = { 0 };

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_TIE); key++)
    {
      const MilieuTie *tie = milieu_snapshot_tie (snapshot, key);

      if (tie != NULL)
        counts[tie->evidence]++;
    }
  milieu_box_clear (GTK_BOX (self->evidences));
  for (guint i = 1; i < MILIEU_N_EVIDENCES; i++)
    if (counts[i] > 0)
      gtk_box_append (GTK_BOX (self->evidences), evidence_row_new (i, counts[i]));
  gtk_widget_set_visible (self->evidences, gtk_widget_get_first_child (self->evidences) != NULL);
}

static guint *
count_claims (MilieuSnapshot *snapshot)
{
  guint32 n = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_SOURCE);
  guint *counts = g_new0 (guint, n + 1);

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_CLAIM); key++)
    {
      const MilieuClaim *claim = milieu_snapshot_claim (snapshot, key);

      if (claim != NULL && claim->source < n)
        counts[claim->source]++;
    }
  return counts;
}

static void
on_source (GtkButton *button, MilieuInspectorMap *self)
{
  milieu_source_dialog_present (self->session, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "milieu-key")),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static GtkWidget *
source_row_new (MilieuInspectorMap *self, const MilieuSource *source, guint n)
{
  GtkWidget *button = gtk_button_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const char *title = source->title != NULL ? source->title : source->record.id;
  GtkWidget *label = milieu_label_new (title, "fact");
  g_autofree char *count = g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);
  g_autofree char *words = NULL;

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), milieu_label_new (count, "sub dim-label numeric"));
  gtk_button_set_child (GTK_BUTTON (button), line);
  words = g_strdup_printf (_("%s, %s"), title, count);
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  g_object_set_data (G_OBJECT (button), "milieu-key", GUINT_TO_POINTER (source->record.key));
  g_signal_connect (button, "clicked", G_CALLBACK (on_source), self);
  return button;
}

static int
by_claims (gconstpointer a, gconstpointer b, gpointer counts)
{
  guint x = ((const guint *) counts)[*(const guint32 *) a], y = ((const guint *) counts)[*(const guint32 *) b];

  /* the keys stood sorted by id, and equal ones stay so */
  return x > y ? -1 : x < y;
}

static void
show_sources (MilieuInspectorMap *self)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_SOURCE, &n);
  g_autofree guint *counts = count_claims (snapshot);
  g_autofree char *title = g_strdup_printf (_("Sources (%u)"), n);

  milieu_box_clear (GTK_BOX (self->sources));
  g_qsort_with_data (keys, (int) n, sizeof *keys, by_claims, counts);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->sources), source_row_new (self, milieu_snapshot_source (snapshot, keys[i]), counts[keys[i]]));
  gtk_label_set_label (GTK_LABEL (self->sources_title), title);
  gtk_widget_set_visible (self->sources_title, n > 0);
  gtk_widget_set_visible (self->sources, n > 0);
}

static void
milieu_inspector_map_class_init (MilieuInspectorMapClass *klass)
{
}

static void
milieu_inspector_map_init (MilieuInspectorMap *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inspector");
}

GtkWidget *
milieu_inspector_map_new (MilieuSession *session)
{
  MilieuInspectorMap *self = g_object_new (MILIEU_TYPE_INSPECTOR_MAP, NULL);

  self->session = session;
  gtk_box_append (GTK_BOX (self), milieu_label_new (_("The Map"), "title-4 inspector-head"));
  add_settings (self);
  self->counts = GTK_LABEL (milieu_label_new ("", "heading section numeric"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->counts));
  self->evidences = milieu_boxed_list_new (_("Ties by evidence"));
  gtk_box_append (GTK_BOX (self), self->evidences);
  self->history_title = add_part (self, _("Changes"), &self->history);
  self->sources_title = add_part (self, _("Sources"), &self->sources);
  return GTK_WIDGET (self);
}

void
milieu_inspector_map_show (MilieuInspectorMap *self)
{
  gboolean has_history;

  for (guint i = 0; i < N_SETTINGS; i++)
    milieu_field_editor_show (self->settings[i], NULL, 0);
  show_counts (self);
  show_evidences (self);
  milieu_history_list_fill (GTK_BOX (self->history), self->session);
  has_history = gtk_widget_get_first_child (self->history) != NULL;
  gtk_widget_set_visible (self->history_title, has_history);
  gtk_widget_set_visible (self->history, has_history);
  show_sources (self);
}
