#include "window/could-meet-page.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/labels.h"
#include "window/quotes.h"
#include "window/rows.h"
#include "window/tie-popover.h"

struct _MilieuCouldMeetPage
{
  AdwBin parent_instance;

  MilieuSession *session; /* not owned */
  GtkWidget *back, *places;
  GtkBox *pairs;
};

G_DEFINE_FINAL_TYPE (MilieuCouldMeetPage, milieu_could_meet_page, ADW_TYPE_BIN)

static MilieuProposals *
proposals_of (MilieuCouldMeetPage *self)
{
  return milieu_session_proposals (self->session);
}

/* ---- a pair ---- */

/* both ends stand on the button, so that rows need no closure */
static void
on_pair_clicked (GtkWidget *button, MilieuSession *session)
{
  guint32 ends[2] = { GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "milieu-a")),
                      GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "milieu-b")) };

  milieu_selection_set (milieu_session_selection (session), ends, 2, NULL, 0);
}

static char *
steps_words (const MilieuGhost *ghost)
{
  if (ghost->steps == G_MAXUINT)
    return g_strdup (_("No tie recorded; no path of interactions"));
  return g_strdup_printf (ngettext ("No tie recorded; %u step apart by interactions",
                                    "No tie recorded; %u steps apart by interactions", ghost->steps), ghost->steps);
}

static char *
names_of (MilieuCouldMeetPage *self, const MilieuGhost *ghost)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  const MilieuActor *a = milieu_snapshot_actor (snapshot, ghost->a), *b = milieu_snapshot_actor (snapshot, ghost->b);

  /* Translators: two actors */
  return a != NULL && b != NULL ? g_strdup_printf (_("%s and %s"), a->name, b->name) : NULL;
}

/* a tie that was made is selected, and then inspected */
static gboolean
drop_popover (gpointer popover)
{
  GtkWidget *page = gtk_widget_get_parent (popover);
  MilieuSelection *selection = milieu_session_selection (MILIEU_COULD_MEET_PAGE (page)->session);

  if (milieu_selection_single (selection, MILIEU_RECORD_TIE) != MILIEU_NO_KEY)
    gtk_widget_activate_action (page, "win.panel-page", "s", "inspector");
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
on_popover_closed (GtkWidget *popover)
{
  /* not from within its own signal */
  g_idle_add (drop_popover, popover);
}

/* as any tie is added; the popover hangs on the page, for the rows are made anew when the map changes */
static void
on_record (GtkWidget *button, MilieuSession *session)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, MILIEU_TYPE_COULD_MEET_PAGE), *popover;
  graphene_rect_t place;

  if (!gtk_widget_compute_bounds (button, page, &place))
    return;
  popover = milieu_tie_popover_new (session, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "milieu-a")),
                                    GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "milieu-b")));
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_LEFT);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) place.origin.x, (int) place.origin.y, 1,
                                                                        (int) place.size.height });
  gtk_widget_set_parent (popover, page);
  milieu_selection_clear (milieu_session_selection (session));
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
set_ends (GtkWidget *button, const MilieuGhost *ghost)
{
  g_object_set_data (G_OBJECT (button), "milieu-a", GUINT_TO_POINTER (ghost->a));
  g_object_set_data (G_OBJECT (button), "milieu-b", GUINT_TO_POINTER (ghost->b));
}

static GtkWidget *
record_button_new (MilieuCouldMeetPage *self, const MilieuGhost *ghost, const char *names)
{
  GtkWidget *record = gtk_button_new_with_label (_("Record This Tie"));
  /* Translators: %s is two actors */
  g_autofree char *words = g_strdup_printf (_("Record This Tie: %s"), names);

  gtk_widget_add_css_class (record, "record");
  gtk_widget_set_halign (record, GTK_ALIGN_END);
  set_ends (record, ghost);
  g_signal_connect_object (record, "clicked", G_CALLBACK (on_record), self->session, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (record), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return record;
}

static GtkWidget *
pair_new (MilieuCouldMeetPage *self, const MilieuGhost *ghost, const char *names)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();
  g_autofree char *reason = milieu_phrase_words (ghost->sentence, milieu_language_of_window ());
  g_autofree char *steps = steps_words (ghost), *said = g_strdup_printf ("%s. %s.", reason, steps);

  gtk_box_append (GTK_BOX (words), milieu_label_new (reason, "fact"));
  gtk_box_append (GTK_BOX (words), milieu_label_new (steps, "sub dim-label numeric"));
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_tooltip_text (button, _("Select Both"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  set_ends (button, ghost);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_pair_clicked), self->session, 0);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (row), record_button_new (self, ghost, names));
  return row;
}

/* ---- the list ---- */

static void
append_pairs (MilieuCouldMeetPage *self, const MilieuMeetings *meetings)
{
  for (guint i = 0; i < meetings->n_ghosts; i++)
    {
      g_autofree char *names = names_of (self, &meetings->ghosts[i]);

      /* the map may have lost an actor since the pairs were found */
      if (names != NULL)
        gtk_box_append (self->pairs, pair_new (self, &meetings->ghosts[i], names));
    }
  if (meetings->n_ghosts < meetings->n_ghosts_in_all)
    {
      guint n = meetings->n_ghosts_in_all - meetings->n_ghosts;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

      gtk_box_append (self->pairs, milieu_label_new (more, "sub dim-label"));
    }
}

static void
update (MilieuCouldMeetPage *self)
{
  const MilieuMeetings *meetings = milieu_proposals_get (proposals_of (self));
  MilieuLanguage language = milieu_language_of_window ();
  g_autofree char *sentence = NULL, *caution = NULL;
  GtkWidget *box;

  milieu_box_clear (self->pairs);
  if (meetings == NULL)
    {
      gtk_box_append (self->pairs, milieu_label_new (_("The pairs are being looked for."), "sub dim-label"));
      return;
    }
  sentence = milieu_phrase_words (meetings->sentence, language);
  caution = milieu_phrase_words (meetings->caution, language);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (box, "caution");
  gtk_box_append (GTK_BOX (box), milieu_label_new (caution, "sub"));
  gtk_box_append (self->pairs, milieu_label_new (sentence, "fact numeric"));
  gtk_box_append (self->pairs, box);
  append_pairs (self, meetings);
}

static void
show_proposals (MilieuCouldMeetPage *self)
{
  milieu_proposals_show (proposals_of (self), gtk_widget_get_mapped (GTK_WIDGET (self)),
                         gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->places)));
}

static void
milieu_could_meet_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (milieu_could_meet_page_parent_class)->map (widget);
  show_proposals (MILIEU_COULD_MEET_PAGE (widget));
  gtk_widget_grab_focus (MILIEU_COULD_MEET_PAGE (widget)->back);
}

static void
milieu_could_meet_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (milieu_could_meet_page_parent_class)->unmap (widget);
  show_proposals (MILIEU_COULD_MEET_PAGE (widget));
}

static void
milieu_could_meet_page_class_init (MilieuCouldMeetPageClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = milieu_could_meet_page_map;
  GTK_WIDGET_CLASS (klass)->unmap = milieu_could_meet_page_unmap;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "win.panel-page", "s", "readings");
}

static void
milieu_could_meet_page_init (MilieuCouldMeetPage *self)
{
}

static GtkWidget *
head_new (MilieuCouldMeetPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *title = milieu_label_new (_("Pairs That Could Meet"), "heading");

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_set_tooltip_text (self->back, _("Back to the Readings"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to the Readings"), -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->back), "s", "readings");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "win.panel-page");
  gtk_box_append (GTK_BOX (box), self->back);
  gtk_box_append (GTK_BOX (box), title);
  return box;
}

static GtkWidget *
choice_new (MilieuCouldMeetPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *all = gtk_toggle_button_new_with_label (_("Across Grounds"));

  self->places = gtk_toggle_button_new_with_label (_("Meeting Places"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->places), GTK_TOGGLE_BUTTON (all));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (all), TRUE);
  g_signal_connect_object (self->places, "toggled", G_CALLBACK (show_proposals), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "segments");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), all);
  gtk_box_append (GTK_BOX (box), self->places);
  return box;
}

GtkWidget *
milieu_could_meet_page_new (MilieuSession *session)
{
  MilieuCouldMeetPage *self = g_object_new (MILIEU_TYPE_COULD_MEET_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->session = session;
  self->pairs = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_add_css_class (box, "readings");
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), choice_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pairs));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (milieu_session_proposals (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
