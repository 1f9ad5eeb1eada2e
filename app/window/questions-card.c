#include "window/questions-card.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/behind.h"
#include "window/labels.h"
#include "window/question-answers.h"
#include "window/quotes.h"
#include "window/rows.h"

static const char *const questions[MILIEU_N_QUESTIONS] = {
  N_("System or ecosystem?"),
  N_("Who are the boundary spanners?"),
  N_("What lets communities grow?"),
  N_("Why so little dynamism?"),
  N_("Is the dispersion of third places a brake?"),
};

gboolean
milieu_questions_have_answers (const MilieuReading *reading)
{
  for (guint i = 0; i < MILIEU_N_QUESTIONS; i++)
    if (reading->questions[i] != NULL)
      return TRUE;
  return FALSE;
}

/* where what an answer lacks is entered; indexed by question */
static const struct
{
  const char *label, *action, *kind;
} ways[MILIEU_N_QUESTIONS] = {
  [2] = { N_("Choose the Communities"), "win.enter-kind", "community" },
  [3] = { N_("Enter Participants…"), "win.participants", NULL },
  [4] = { N_("Choose the Places"), "win.enter-kind", "place" },
};

static GtkWidget *
way_new (guint question)
{
  GtkWidget *button = gtk_button_new_with_label (_(ways[question].label));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), ways[question].action);
  if (ways[question].kind != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", ways[question].kind);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_start (button, 18);
  return button;
}

static gboolean
lacks_data (const MilieuResult *answer)
{
  return answer == NULL || answer->status != MILIEU_STATUS_VALUE;
}

/* ---- who stands behind an answer ---- */

/* long lists are made once someone looks, and those in them light up */
static void
on_behind (GtkExpander *expander, GParamSpec *pspec, MilieuSession *session)
{
  const MilieuReading *reading = g_object_get_data (G_OBJECT (expander), "milieu-reading");
  const MilieuResult *answer = reading->answers[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (expander), "milieu-question"))];
  MilieuSelection *selection = milieu_session_selection (session);
  GtkBox *box = GTK_BOX (gtk_expander_get_child (expander));

  milieu_box_clear (box);
  if (!gtk_expander_get_expanded (expander))
    {
      milieu_selection_unlight (selection);
      return;
    }
  milieu_behind_append (box, session, answer->actors, answer->n_actors, answer->ties, answer->n_ties);
  milieu_selection_light (selection, answer->actors, answer->n_actors, answer->ties, answer->n_ties);
}

static GtkWidget *
behind_new (MilieuSession *session, MilieuReading *reading, guint question)
{
  GtkWidget *expander = milieu_expander_new (_("Actors and Ties behind This Answer"));

  milieu_expander_fold (GTK_EXPANDER (expander), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_object_set_data_full (G_OBJECT (expander), "milieu-reading", milieu_reading_ref (reading), (GDestroyNotify) milieu_reading_unref);
  g_object_set_data (G_OBJECT (expander), "milieu-question", GUINT_TO_POINTER (question));
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (on_behind), session, 0);
  gtk_widget_set_margin_start (expander, 18);
  return expander;
}

/* ---- the questions ---- */

static GtkWidget *
answer_new (MilieuSession *session, MilieuReading *reading, guint question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const MilieuResult *answer = reading->answers[question];
  g_autofree char *words = milieu_phrase_words (reading->questions[question], milieu_language_of_window ());
  GtkWidget *label = milieu_label_new (words, "sub answer");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (answer != NULL)
    milieu_answer_append (GTK_BOX (box), session, reading, question);
  if (ways[question].label != NULL && lacks_data (answer))
    gtk_box_append (GTK_BOX (box), way_new (question));
  if (answer != NULL && answer->n_actors + answer->n_ties > 0)
    gtk_box_append (GTK_BOX (box), behind_new (session, reading, question));
  return box;
}

GtkWidget *
milieu_questions_new (MilieuSession *session, MilieuReading *reading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), milieu_label_new (_("Five questions"), "heading section"));
  for (guint i = 0; i < MILIEU_N_QUESTIONS; i++)
    if (reading->questions[i] != NULL)
      {
        GtkWidget *expander = milieu_expander_new (_(questions[i]));

        milieu_expander_fold (GTK_EXPANDER (expander), answer_new (session, reading, i));
        gtk_widget_add_css_class (expander, "ask");
        gtk_box_append (GTK_BOX (box), expander);
      }
  return box;
}
