#include "window/verdict-page.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "edit/convention.h"
#include "figure/verdict-grid.h"
#include "reading/verdict.h"
#include "window/field-row.h"
#include "window/labels.h"
#include "window/rows.h"
#include "window/tie-classes.h"
#include "window/verdict-card.h"
#include "window/verdict-cells.h"
#include "window/verdict-test.h"

#define TICKS 3   /* frames: shown, measured, laid out */
#define MARGIN 36 /* px above what is scrolled to: its heading */

struct _MilieuVerdictPage
{
  AdwBin parent_instance;

  MilieuSession *session; /* not owned */
  MilieuReading *reading; /* (nullable) */
  GtkWidget *back, *body, *none;
  AdwBin *head; /* the outcome */
  GtkLabel *count, *stability, *sentence;
  GtkWidget *reset;
  MilieuVerdictTest *tests[MILIEU_N_TESTS];
  MilieuVerdictCells *cells;
  GtkDropDown *emerging;
  GtkWidget *emerging_changed; /* its mark */
  GtkWidget *classes;
  GtkWidget *target; /* (nullable): where the keyboard goes once the page is laid out */
  guint ticks;       /* frames until then */
  gboolean turning; /* one line closes because another opens */
};

enum { BACK, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MilieuVerdictPage, milieu_verdict_page, ADW_TYPE_BIN)

/* what the emerging ground counts as, in the order of the choices; the first is that of the convention */
static const MilieuGround emergings[] = { MILIEU_GROUND_EMERGING, MILIEU_GROUND_UPPERGROUND, MILIEU_GROUND_MIDDLEGROUND };

static void
on_back (MilieuVerdictPage *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

/* one line is open at a time: it is what the canvas lights */
static void
on_test_opened (MilieuVerdictTest *test, MilieuVerdictPage *self)
{
  if (self->turning)
    return;
  self->turning = TRUE;
  for (guint i = 0; i < MILIEU_N_TESTS; i++)
    if (self->tests[i] != test)
      milieu_verdict_test_set_open (self->tests[i], FALSE);
  self->turning = FALSE;
  if (milieu_verdict_test_is_open (test))
    milieu_verdict_test_light (test);
  else
    milieu_selection_unlight (milieu_session_selection (self->session));
}

static void
on_reset (MilieuVerdictPage *self)
{
  gtk_widget_grab_focus (self->back); /* the button that was pressed goes */
  milieu_document_commit (milieu_session_document (self->session),
                          milieu_edit_reset_thresholds (milieu_session_map (self->session)), NULL);
}

static char *
sentence_of (MilieuVerdictPage *self)
{
  return milieu_phrase_words (self->reading->questions[0] != NULL ? self->reading->questions[0] : self->reading->verdict->sentence,
                              milieu_language_of_window ());
}

static void
on_copy_sentence (MilieuVerdictPage *self)
{
  g_autofree char *sentence = sentence_of (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), sentence);
}

/* the sentence goes along: that it is exploratory, or a simulation, must not be lost on the way */
static void
on_copy_table (MilieuVerdictPage *self)
{
  g_autofree char *table = milieu_verdict_grid_text (self->reading, milieu_language_of_window ());
  g_autofree char *sentence = sentence_of (self);
  g_autofree char *text = g_strdup_printf ("%s\n%s\n", table, sentence);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
on_emerging (MilieuVerdictPage *self)
{
  MilieuGround chosen = emergings[gtk_drop_down_get_selected (self->emerging)];

  if (!self->turning && chosen != milieu_emerging_counts (milieu_session_snapshot (self->session)))
    milieu_document_commit (milieu_session_document (self->session),
                            milieu_edit_set_emerging (milieu_session_map (self->session), chosen), NULL);
}

static GtkWidget *
icon_button_new (MilieuVerdictPage *self, const char *icon, const char *words, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

/* a heading with what can be done with what it heads */
static GtkWidget *
heading_new (const char *title, GtkWidget *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *label = milieu_label_new (title, "heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "section");
  gtk_box_append (GTK_BOX (box), label);
  if (button != NULL)
    gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
add_outcome (MilieuVerdictPage *self, GtkBox *body)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->head = ADW_BIN (adw_bin_new ());
  self->count = GTK_LABEL (milieu_label_new ("", "sub dim-label"));
  self->stability = GTK_LABEL (milieu_label_new ("", "sub"));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "verdict");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->stability));
  gtk_box_append (body, card);
  gtk_box_append (body, milieu_label_new (milieu_label (milieu_verdict_notice ()), "sub caution"));
}

static void
add_tests (MilieuVerdictPage *self, GtkBox *body)
{
  GtkWidget *list = milieu_boxed_list_new (_("The Six Tests"));

  gtk_box_append (body, heading_new (_("The Six Tests"), NULL));
  for (guint i = 0; i < MILIEU_N_TESTS; i++)
    {
      self->tests[i] = MILIEU_VERDICT_TEST (milieu_verdict_test_new (self->session, i));
      g_signal_connect (self->tests[i], "opened", G_CALLBACK (on_test_opened), self);
      gtk_box_append (GTK_BOX (list), GTK_WIDGET (self->tests[i]));
    }
  self->reset = milieu_wrapping_button_new (_("All Thresholds Back to the Convention"));
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (on_reset), self);
  gtk_widget_set_margin_top (self->reset, 6);
  gtk_box_append (body, list);
  gtk_box_append (body, self->reset);
}

static GtkWidget *
emerging_new (MilieuVerdictPage *self)
{
  const char *const labels[] = { _("On its own"), _("With the upperground"), _("With the middleground"), NULL };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = milieu_label_new (_("The emerging ground counts"), "fact");
  GtkWidget *dropdown = gtk_drop_down_new_from_strings (labels), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *mark = NULL;

  self->emerging = GTK_DROP_DOWN (dropdown);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (line, "tie-class");
  gtk_accessible_update_property (GTK_ACCESSIBLE (dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The emerging ground counts"), -1);
  g_signal_connect_swapped (dropdown, "notify::selected", G_CALLBACK (on_emerging), self);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), dropdown);
  /* Translators: %s is what the convention says */
  mark = g_strdup_printf (_("◆ changed from %s"), labels[0]);
  self->emerging_changed = milieu_label_new (mark, "sub changed");
  gtk_widget_hide (self->emerging_changed);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->emerging_changed);
  return box;
}

static GtkWidget *
body_new (MilieuVerdictPage *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *copy = icon_button_new (self, "edit-copy-symbolic", _("Copy as Table"), G_CALLBACK (on_copy_table));

  add_outcome (self, GTK_BOX (body));
  add_tests (self, GTK_BOX (body));
  self->cells = MILIEU_VERDICT_CELLS (milieu_verdict_cells_new (self->session));
  gtk_box_append (GTK_BOX (body), heading_new (_("By Evidence and Grounds"), copy));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->cells));
  gtk_box_append (GTK_BOX (body), heading_new (_("What Each Tie Counts As"), NULL));
  self->classes = milieu_tie_classes_new (self->session);
  gtk_box_append (GTK_BOX (body), self->classes);
  gtk_box_append (GTK_BOX (body), emerging_new (self));
  copy = icon_button_new (self, "edit-copy-symbolic", _("Copy as Sentence"), G_CALLBACK (on_copy_sentence));
  self->sentence = GTK_LABEL (milieu_label_new ("", "sub"));
  gtk_label_set_selectable (self->sentence, TRUE);
  gtk_box_append (GTK_BOX (body), heading_new (_("In a Sentence"), copy));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->sentence));
  return body;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  on_back (MILIEU_VERDICT_PAGE (widget));
  return GDK_EVENT_STOP;
}

static void
milieu_verdict_page_dispose (GObject *object)
{
  g_clear_pointer (&MILIEU_VERDICT_PAGE (object)->reading, milieu_reading_unref);
  G_OBJECT_CLASS (milieu_verdict_page_parent_class)->dispose (object);
}

static void
milieu_verdict_page_class_init (MilieuVerdictPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_verdict_page_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape, NULL);
  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_verdict_page_init (MilieuVerdictPage *self)
{
}

GtkWidget *
milieu_verdict_page_new (MilieuSession *session)
{
  MilieuVerdictPage *self = g_object_new (MILIEU_TYPE_VERDICT_PAGE, NULL);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->session = session;
  self->back = icon_button_new (self, "go-previous-symbolic", _("Back to the Readings"), G_CALLBACK (on_back));
  self->none = milieu_label_new (_("There is no verdict on this map yet"), "not-evaluable");
  self->body = body_new (self);
  gtk_box_append (GTK_BOX (head), self->back);
  gtk_box_append (GTK_BOX (head), milieu_label_new (_("System or ecosystem?"), "heading"));
  gtk_widget_add_css_class (page, "readings");
  gtk_box_append (GTK_BOX (page), head);
  gtk_box_append (GTK_BOX (page), self->none);
  gtk_box_append (GTK_BOX (page), self->body);
  adw_bin_set_child (ADW_BIN (self), page);
  return GTK_WIDGET (self);
}

static void
show_outcome (MilieuVerdictPage *self, const MilieuVerdict *verdict)
{
  g_autofree char *count = milieu_verdict_count (verdict);
  g_autofree char *stability = milieu_verdict_stability (verdict, milieu_language_of_window ());

  adw_bin_set_child (self->head, milieu_verdict_head_new (verdict));
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->stability, stability);
}

static void
show_conventions (MilieuVerdictPage *self)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  MilieuGround counts = milieu_emerging_counts (snapshot);
  gboolean any_changed = FALSE;
  guint emerging = 0;

  for (guint i = 0; i < MILIEU_N_THRESHOLDS; i++)
    {
      gboolean changed;

      milieu_threshold_value (snapshot, i, &changed);
      any_changed |= changed;
    }
  gtk_widget_set_visible (self->reset, any_changed);
  for (guint i = 1; i < G_N_ELEMENTS (emergings); i++)
    if (emergings[i] == counts)
      emerging = i;
  self->turning = TRUE;
  gtk_drop_down_set_selected (self->emerging, emerging);
  gtk_widget_set_visible (self->emerging_changed, emerging != 0);
  self->turning = FALSE;
}

void
milieu_verdict_page_show (MilieuVerdictPage *self, MilieuReading *reading)
{
  MilieuReading *old = self->reading;
  g_autofree char *sentence = NULL;

  g_return_if_fail (MILIEU_IS_VERDICT_PAGE (self) && reading != NULL);

  self->reading = milieu_reading_ref (reading);
  g_clear_pointer (&old, milieu_reading_unref);
  gtk_widget_set_visible (self->none, reading->verdict == NULL);
  gtk_widget_set_visible (self->body, reading->verdict != NULL);
  if (reading->verdict == NULL)
    return;
  sentence = sentence_of (self);
  gtk_label_set_label (self->sentence, sentence);
  show_outcome (self, reading->verdict);
  show_conventions (self);
  milieu_verdict_cells_show (self->cells, reading);
  for (guint i = 0; i < MILIEU_N_TESTS; i++)
    {
      milieu_verdict_test_show (self->tests[i], reading);
      if (gtk_widget_get_mapped (GTK_WIDGET (self)) && milieu_verdict_test_is_open (self->tests[i]))
        milieu_verdict_test_light (self->tests[i]);
    }
}

static void
scroll_to (GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = scrolled != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)) : NULL;
  double y;

  if (adjustment != NULL && gtk_widget_translate_coordinates (widget, scrolled, 0, 0, NULL, &y))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - MARGIN);
}

/* a page that has just come to show can scroll once it has been laid out */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MilieuVerdictPage *self = MILIEU_VERDICT_PAGE (widget);

  if (--self->ticks > 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_child_focus (self->target, GTK_DIR_TAB_FORWARD);
  scroll_to (self->target);
  return G_SOURCE_REMOVE;
}

static void
go_to (MilieuVerdictPage *self, GtkWidget *target)
{
  self->target = target;
  if (self->ticks == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
  self->ticks = TICKS;
}

void
milieu_verdict_page_open (MilieuVerdictPage *self, int test)
{
  g_return_if_fail (MILIEU_IS_VERDICT_PAGE (self));

  gtk_widget_grab_focus (self->back);
  if (test == MILIEU_N_TESTS)
    go_to (self, self->classes);
  else if (test >= 0)
    {
      milieu_verdict_test_set_open (self->tests[test], TRUE);
      milieu_verdict_test_light (self->tests[test]);
      go_to (self, GTK_WIDGET (self->tests[test]));
    }
}
