#include "window/verdict-test.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "reading/indicator.h"
#include "reading/rows.h"
#include "window/behind.h"
#include "window/labels.h"
#include "window/quotes.h"
#include "window/rows.h"
#include "window/threshold-row.h"

struct _MilieuVerdictTest
{
  GtkBox parent_instance;

  MilieuSession *session; /* not owned */
  guint test;
  GtkExpander *expander;
  GtkLabel *sign, *words, *reason;
  GtkWidget *changed, *indicators, *behind_title, *behind;
  MilieuThresholdRow *thresholds[MILIEU_N_THRESHOLDS]; /* those of the test */
  GArray *actors, *ties; /* keys, sorted: what stands behind it */
};

enum { OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MilieuVerdictTest, milieu_verdict_test, GTK_TYPE_BOX)

/* what stands on a chip: a sign and a style class, never colour alone */
static const struct
{
  const char *sign, *class, *words;
} statuses[] = {
  [MILIEU_TEST_PASS] = { "✓", "pass", N_("passed") },
  [MILIEU_TEST_FAIL] = { "✗", "fail", N_("failed") },
  [MILIEU_TEST_NOT_EVALUABLE] = { "–", "unknown", N_("not evaluable") },
};

const char *
milieu_test_sign (MilieuTestStatus status, const char **class, const char **words)
{
  if (class)
    *class = statuses[status].class;
  if (words)
    *words = statuses[status].words;
  return statuses[status].sign;
}

/* what is long to list is listed once someone looks */
static void
fill_behind (MilieuVerdictTest *self)
{
  milieu_box_clear (GTK_BOX (self->behind));
  if (gtk_expander_get_expanded (GTK_EXPANDER (self->behind_title)))
    milieu_behind_append (GTK_BOX (self->behind), self->session, (const guint32 *) self->actors->data, self->actors->len,
                          (const guint32 *) self->ties->data, self->ties->len);
}

static void
on_expanded (MilieuVerdictTest *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static void
sort_once (GArray *keys)
{
  guint n = 0;

  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    if (i == 0 || g_array_index (keys, guint32, i) != g_array_index (keys, guint32, n - 1))
      g_array_index (keys, guint32, n++) = g_array_index (keys, guint32, i);
  g_array_set_size (keys, n);
}

/* of an indicator that stands in both columns, that of the interactions */
static const MilieuResult *
result_of (const MilieuReading *reading, const char *id)
{
  const MilieuResult *result = milieu_reading_find (reading, id, MILIEU_SIDE_INTERACTIONIST);

  return result != NULL ? result : milieu_reading_find (reading, id, MILIEU_SIDE_BOTH);
}

static GtkWidget *
indicator_new (const MilieuResult *result)
{
  const MilieuIndicator *indicator = milieu_indicator_find (result->id);
  const char *label = indicator != NULL ? milieu_label (indicator->label) : result->id;
  GtkWidget *button = gtk_button_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *name = milieu_label_new (label, "fact");
  g_autofree char *headline = milieu_result_headline (result, milieu_language_of_window ());
  g_autofree char *words = g_strdup_printf (_("%s, %s"), label, headline);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), milieu_label_new (headline, "sub dim-label numeric"));
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "readings.basis");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", result->id);
  return button;
}

static void
take_behind (MilieuVerdictTest *self, const MilieuReading *reading)
{
  const char *const *ids = milieu_test_indicators (self->test);

  g_array_set_size (self->actors, 0);
  g_array_set_size (self->ties, 0);
  milieu_box_clear (GTK_BOX (self->indicators));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const MilieuResult *result = result_of (reading, ids[i]);

      if (result == NULL)
        continue;
      if (result->n_actors > 0)
        g_array_append_vals (self->actors, result->actors, result->n_actors);
      if (result->n_ties > 0)
        g_array_append_vals (self->ties, result->ties, result->n_ties);
      gtk_box_append (GTK_BOX (self->indicators), indicator_new (result));
    }
  sort_once (self->actors);
  sort_once (self->ties);
}

static void
show_behind (MilieuVerdictTest *self)
{
  g_autofree char *actors = g_strdup_printf (ngettext ("%u actor", "%u actors", self->actors->len), self->actors->len);
  g_autofree char *ties = g_strdup_printf (ngettext ("%u tie", "%u ties", self->ties->len), self->ties->len);
  /* Translators: "93 actors", "88 ties" */
  g_autofree char *words = g_strdup_printf (_("%s, %s"), actors, ties);

  gtk_expander_set_label (GTK_EXPANDER (self->behind_title), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->behind_title), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (self->behind_title, self->actors->len + self->ties->len > 0);
  fill_behind (self);
}

static void
milieu_verdict_test_finalize (GObject *object)
{
  MilieuVerdictTest *self = MILIEU_VERDICT_TEST (object);

  g_array_unref (self->actors);
  g_array_unref (self->ties);
  G_OBJECT_CLASS (milieu_verdict_test_parent_class)->finalize (object);
}

static void
milieu_verdict_test_class_init (MilieuVerdictTestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = milieu_verdict_test_finalize;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_verdict_test_init (MilieuVerdictTest *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "verdict-test");
  self->actors = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ties = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static GtkWidget *
head_new (MilieuVerdictTest *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: the number of a test and what it is about: T1 Coupling */
  g_autofree char *title = g_strdup_printf (_("T%u %s"), self->test + 1, milieu_label (milieu_test_label (self->test)));
  GtkWidget *name = milieu_label_new (title, "fact test-name");

  self->sign = GTK_LABEL (milieu_label_new ("", "test sign"));
  gtk_label_set_xalign (self->sign, 0.5f);
  self->words = GTK_LABEL (milieu_label_new ("", "sub"));
  gtk_label_set_wrap (self->words, FALSE);
  gtk_label_set_wrap (self->sign, FALSE);
  gtk_label_set_wrap (GTK_LABEL (name), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->sign));
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return head;
}

static GtkWidget *
body_new (MilieuVerdictTest *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (guint i = 0; i < MILIEU_N_THRESHOLDS; i++)
    if (milieu_threshold (i)->test == self->test)
      {
        self->thresholds[i] = MILIEU_THRESHOLD_ROW (milieu_threshold_row_new (self->session, i));
        gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->thresholds[i]));
      }
  self->indicators = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->behind = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->behind_title = milieu_expander_new (NULL);
  gtk_widget_add_css_class (self->behind_title, "sub");
  milieu_expander_fold (GTK_EXPANDER (self->behind_title), self->behind);
  g_signal_connect_swapped (self->behind_title, "notify::expanded", G_CALLBACK (fill_behind), self);
  gtk_widget_add_css_class (body, "test-body");
  gtk_box_append (GTK_BOX (body), self->indicators);
  gtk_box_append (GTK_BOX (body), self->behind_title);
  return body;
}

GtkWidget *
milieu_verdict_test_new (MilieuSession *session, guint test)
{
  MilieuVerdictTest *self = g_object_new (MILIEU_TYPE_VERDICT_TEST, NULL);
  GtkWidget *expander = milieu_expander_new (NULL), *label = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  self->session = session;
  self->test = test;
  self->expander = GTK_EXPANDER (expander);
  self->reason = GTK_LABEL (milieu_label_new ("", "sub dim-label"));
  self->changed = milieu_label_new (_("◆ threshold changed"), "sub changed");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (label), head_new (self));
  gtk_box_append (GTK_BOX (label), GTK_WIDGET (self->reason));
  gtk_box_append (GTK_BOX (label), self->changed);
  gtk_expander_set_label_widget (self->expander, label);
  milieu_expander_fold (self->expander, body_new (self));
  g_signal_connect_swapped (expander, "notify::expanded", G_CALLBACK (on_expanded), self);
  gtk_box_append (GTK_BOX (self), expander);
  return GTK_WIDGET (self);
}

static void
show_status (MilieuVerdictTest *self, const MilieuTest *test)
{
  const char *class, *words;
  const char *sign = milieu_test_sign (test->status, &class, &words);
  g_autofree char *reason = milieu_phrase_words (test->reason, milieu_language_of_window ());
  /* Translators: a test (T1), what it is about, its outcome, its reason: for screen readers */
  g_autofree char *spoken = g_strdup_printf (_("%s %s, %s: %s"), test->id, milieu_label (milieu_test_label (self->test)),
                                             milieu_label (words), reason);
  const char *const classes[] = { "test", "sign", class, NULL };

  gtk_label_set_label (self->sign, sign);
  gtk_widget_set_css_classes (GTK_WIDGET (self->sign), (const char **) classes);
  gtk_label_set_label (self->words, milieu_label (words));
  gtk_label_set_label (self->reason, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

void
milieu_verdict_test_show (MilieuVerdictTest *self, const MilieuReading *reading)
{
  gboolean any_changed = FALSE;

  show_status (self, &reading->verdict->tests[self->test]);
  for (guint i = 0; i < MILIEU_N_THRESHOLDS; i++)
    if (self->thresholds[i] != NULL)
      {
        gboolean changed;

        milieu_threshold_value (milieu_session_snapshot (self->session), i, &changed);
        any_changed |= changed;
        milieu_threshold_row_show (self->thresholds[i], reading->verdict);
      }
  gtk_widget_set_visible (self->changed, any_changed);
  take_behind (self, reading);
  show_behind (self);
}

void
milieu_verdict_test_set_open (MilieuVerdictTest *self, gboolean open)
{
  gtk_expander_set_expanded (self->expander, open);
}

gboolean
milieu_verdict_test_is_open (MilieuVerdictTest *self)
{
  return gtk_expander_get_expanded (self->expander);
}

void
milieu_verdict_test_light (MilieuVerdictTest *self)
{
  milieu_selection_light (milieu_session_selection (self->session), (const guint32 *) self->actors->data, self->actors->len,
                          (const guint32 *) self->ties->data, self->ties->len);
}
