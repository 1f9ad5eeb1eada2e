#include "window/ranks-card.h"

#include "milieu-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "edit/field.h"
#include "model/short-name.h"
#include "reading/persons.h"
#include "window/labels.h"
#include "window/quotes.h"
#include "window/rows.h"
#include "window/slope-view.h"
#include "window/window.h"

struct _MilieuRanksCard
{
  GtkBox parent_instance;

  MilieuSession *session; /* not owned */
  MilieuSlopeView *view;
  GtkBox *words, *list;
  GtkSwitch *persons;
  gboolean following; /* the switch is being set, not pressed */
};

G_DEFINE_FINAL_TYPE (MilieuRanksCard, milieu_ranks_card, GTK_TYPE_BOX)

static void
append_words (MilieuRanksCard *self, const char *what, GString *names)
{
  /* Translators: what actors are, and their names */
  g_autofree char *words = g_strdup_printf (_("%s: %s"), what, names->str);

  if (names->len > 0)
    gtk_box_append (self->words, milieu_label_new (words, "sub"));
}

static void
name_slopes (MilieuRanksCard *self, const MilieuSlopes *slopes, MilieuSlope slope, const char *what)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < slopes->n; i++)
    if (slopes->rows[i].slope == slope)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", slopes->rows[i].name);
  append_words (self, what, names);
}

/* who may not be ranked is told by what they do */
static void
name_roles (MilieuRanksCard *self)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  MilieuReading *reading = milieu_readings_get (milieu_session_readings (self->session));

  for (guint i = 0; reading != NULL && i < reading->n_actors; i++)
    {
      const MilieuReadingActor *actor = &reading->actors[i];
      g_autoptr (MilieuPhrase) roles = NULL;
      g_autofree char *name = NULL, *words = NULL;
      g_autoptr (GString) text = NULL;

      if (milieu_may_rank (snapshot, actor->key) || actor->measures[MILIEU_GRAPH_INTERACTION].betweenness == 0)
        continue;
      roles = milieu_roles_phrase (&actor->measures[MILIEU_GRAPH_INTERACTION]);
      name = milieu_short_name (actor->name);
      words = milieu_phrase_words (roles, milieu_language_of_window ());
      text = g_string_new (words);
      append_words (self, name, text);
    }
}

static void
fill_list (MilieuRanksCard *self, const MilieuSlopes *slopes)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  MilieuLanguage language = milieu_language_of_window ();

  milieu_box_clear (self->list);
  for (guint i = 0; i < slopes->n; i++)
    {
      const MilieuSlopeRow *row = &slopes->rows[i];
      g_autofree char *all = milieu_slope_rank (row->ranks[MILIEU_GRAPH_ALL], language);
      g_autofree char *interaction = milieu_slope_rank (row->ranks[MILIEU_GRAPH_INTERACTION], language);
      g_autofree char *ranks = g_strdup_printf ("%s → %s", all, interaction);
      g_autofree char *words = milieu_slope_words_of (row);
      GtkWidget *button;

      if (milieu_snapshot_actor (snapshot, row->actor->key) == NULL)
        continue;
      button = milieu_actor_row_new (self->session, row->actor->key, ranks);
      gtk_widget_set_tooltip_text (button, words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      gtk_box_append (self->list, button);
    }
}

static void
update (MilieuRanksCard *self)
{
  const MilieuSlopes *slopes = milieu_slope_view_slopes (self->view);

  self->following = TRUE;
  gtk_switch_set_active (self->persons, milieu_persons_are_ranked (milieu_session_snapshot (self->session)));
  self->following = FALSE;
  milieu_box_clear (self->words);
  if (slopes == NULL)
    return;
  name_slopes (self, slopes, MILIEU_SLOPE_GIANT, _("Giants that broker nothing"));
  name_slopes (self, slopes, MILIEU_SLOPE_BROKER, _("Invisible brokers"));
  name_roles (self);
  fill_list (self, slopes);
}

static void
on_persons (MilieuRanksCard *self)
{
  g_autoptr (GError) error = NULL;
  MilieuGroup *group;

  if (self->following)
    return;
  group = milieu_edit_set_setting (milieu_session_map (self->session), MILIEU_SETTING_PERSONS_RANKED,
                                   gtk_switch_get_active (self->persons) ? "yes" : NULL);
  milieu_window_commit (MILIEU_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), group, NULL);
}

static GtkWidget *
persons_row_new (MilieuRanksCard *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *toggle = gtk_switch_new ();
  GtkWidget *label = milieu_label_new (_("Rank persons too"), "fact");

  self->persons = GTK_SWITCH (toggle);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (toggle, _("Kept in the map: its report ranks persons too"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rank persons too"), -1);
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (on_persons), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), toggle);
  gtk_widget_add_css_class (row, "persons");
  return row;
}

static void
milieu_ranks_card_class_init (MilieuRanksCardClass *class)
{
}

static void
milieu_ranks_card_init (MilieuRanksCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
}

GtkWidget *
milieu_ranks_card_new (MilieuSession *session)
{
  MilieuRanksCard *self = g_object_new (MILIEU_TYPE_RANKS_CARD, NULL);
  GtkWidget *expander = milieu_expander_new (_("As a list")), *view = milieu_slope_view_new (session);

  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _("As a list"), -1);
  self->session = session;
  self->view = MILIEU_SLOPE_VIEW (view);
  self->words = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  milieu_expander_fold (GTK_EXPANDER (expander), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (expander, "ask");
  gtk_box_append (GTK_BOX (self), milieu_label_new (_("Rank against rank"), "heading section"));
  gtk_box_append (GTK_BOX (self), milieu_label_new (_("Ranks by betweenness: all ties against interactions alone"), "sub dim-label"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self), view);
  gtk_box_append (GTK_BOX (self), expander);
  gtk_box_append (GTK_BOX (self), persons_row_new (self));
  g_signal_connect_object (view, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
