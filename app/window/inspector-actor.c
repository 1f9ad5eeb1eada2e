#include "window/inspector-actor.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "figure/mark.h"
#include "window/claims-dialog.h"
#include "window/field-row.h"
#include "window/labels.h"
#include "window/measures-card.h"
#include "window/quotes.h"
#include "window/rows.h"
#include "window/sample.h"
#include "window/search.h"
#include "window/tie-popover.h"
#include "window/values.h"

#define SYMBOL_SIZE 26

struct _MilieuInspectorActor
{
  GtkBox parent_instance;

  MilieuSession *session; /* not owned */
  guint32 actor;
  MilieuSample *symbol;
  MilieuFieldEditor *name, *note;
  GtkLabel *subtitle, *place_title, *problem, *claims_label;
  GtkWidget *facts, *place; /* lists of fields */
  GtkLabel *ties_title;
  GtkWidget *ties;
  GtkBox *measures, *quotes;
  GtkWidget *quotes_title;
};

G_DEFINE_FINAL_TYPE (MilieuInspectorActor, milieu_inspector_actor, GTK_TYPE_BOX)

static gboolean
drop_popover (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
on_popover_closed (GtkWidget *popover)
{
  /* not from within its own signal */
  g_idle_add (drop_popover, popover);
}

static void
on_found (MilieuInspectorActor *self, guint other)
{
  graphene_rect_t title;
  GtkWidget *popover;

  gtk_widget_set_visible (GTK_WIDGET (self->problem), other == self->actor);
  if (other == self->actor || !gtk_widget_compute_bounds (GTK_WIDGET (self->ties_title), GTK_WIDGET (self), &title))
    return;
  popover = milieu_tie_popover_new (self->session, self->actor, other);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_LEFT);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) title.origin.x, (int) title.origin.y, 1, (int) title.size.height });
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
on_claims (MilieuInspectorActor *self)
{
  milieu_claims_dialog_present (self->session, MILIEU_RECORD_ACTOR, self->actor, -1,
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
add_head (MilieuInspectorActor *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = milieu_field_editor_new (self->session, MILIEU_RECORD_ACTOR, MILIEU_ACTOR_NAME);
  GtkWidget *symbol = milieu_sample_new_symbol (MILIEU_SYMBOL_ORGANISATION, MILIEU_GROUND_PLAIN, SYMBOL_SIZE);

  self->symbol = MILIEU_SAMPLE (symbol);
  self->name = MILIEU_FIELD_EDITOR (name);
  self->subtitle = GTK_LABEL (milieu_label_new ("", "sub dim-label"));
  gtk_widget_add_css_class (milieu_field_editor_get_text (self->name), "name");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->subtitle));
  gtk_box_append (GTK_BOX (head), symbol);
  gtk_box_append (GTK_BOX (head), words);
  gtk_widget_add_css_class (head, "inspector-head");
  gtk_box_append (GTK_BOX (self), head);
}

/* what says where it is, folded: one line until a person wants to see it */
static void
add_place (MilieuInspectorActor *self)
{
  GtkWidget *expander = milieu_expander_new (NULL), *title = milieu_label_new ("", "fact");

  self->place_title = GTK_LABEL (title);
  self->place = milieu_boxed_list_new (_("Place"));
  milieu_field_list_fill (GTK_BOX (self->place), self->session, MILIEU_RECORD_ACTOR, MILIEU_ACTOR_MUNICIPALITY,
                          MILIEU_ACTOR_RADIUS);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), title);
  milieu_expander_fold (GTK_EXPANDER (expander), self->place);
  gtk_widget_add_css_class (expander, "place");
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Place"), -1);
  gtk_box_append (GTK_BOX (self), expander);
}

static void
add_fields (MilieuInspectorActor *self)
{
  self->facts = milieu_boxed_list_new (_("Fields"));
  milieu_field_list_fill (GTK_BOX (self->facts), self->session, MILIEU_RECORD_ACTOR, MILIEU_ACTOR_KIND, MILIEU_ACTOR_TAGS);
  gtk_box_append (GTK_BOX (self), self->facts);
  add_place (self);
}

static void
add_ties (MilieuInspectorActor *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *add = gtk_menu_button_new ();
  MilieuSearch *search = g_object_new (MILIEU_TYPE_SEARCH, NULL);

  milieu_search_set_session (search, self->session);
  g_signal_connect_swapped (search, "found", G_CALLBACK (on_found), self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (add), GTK_WIDGET (search));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (add), "list-add-symbolic");
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, _("Tie to Another Actor"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tie to Another Actor"), -1);
  self->ties_title = GTK_LABEL (milieu_label_new ("", "heading"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->ties_title), TRUE);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->ties_title));
  gtk_box_append (GTK_BOX (head), add);
  gtk_widget_add_css_class (head, "section");
  self->problem = GTK_LABEL (milieu_label_new (_("An actor is not tied to itself: choose another"), "error sub"));
  gtk_widget_hide (GTK_WIDGET (self->problem));
  self->ties = milieu_boxed_list_new (_("Ties"));
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (self), self->ties);
}

static void
add_tail (MilieuInspectorActor *self)
{
  GtkWidget *claims = gtk_button_new (), *note = milieu_field_editor_new (self->session, MILIEU_RECORD_ACTOR, MILIEU_ACTOR_NOTE);

  self->measures = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->quotes_title = milieu_label_new (_("Quotes"), "heading section");
  self->quotes = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->note = MILIEU_FIELD_EDITOR (note);
  self->claims_label = GTK_LABEL (milieu_label_new ("", "fact"));
  gtk_button_set_child (GTK_BUTTON (claims), GTK_WIDGET (self->claims_label));
  gtk_widget_add_css_class (claims, "flat");
  gtk_widget_set_halign (claims, GTK_ALIGN_START);
  g_signal_connect_swapped (claims, "clicked", G_CALLBACK (on_claims), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->measures));
  gtk_box_append (GTK_BOX (self), self->quotes_title);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->quotes));
  gtk_box_append (GTK_BOX (self), milieu_label_new (_("Note"), "heading section"));
  gtk_box_append (GTK_BOX (self), note);
  gtk_box_append (GTK_BOX (self), claims);
}

static void
show_head (MilieuInspectorActor *self, const MilieuActor *actor)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  g_autofree guint8 *grounds = milieu_snapshot_grounds (snapshot, milieu_session_filter (self->session)->suggested);
  g_autofree char *subtitle = g_strjoin (" · ", milieu_label_of_kind (snapshot, actor->kind), actor->sector, NULL);
  const char *where = actor->municipality != NULL ? actor->municipality : _("unknown");
  g_autofree char *place = g_strdup_printf (_("Place: %s (%s)"), where,
                                            milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_PRECISION, actor->precision)));

  milieu_sample_set_symbol (self->symbol, milieu_symbol_of_kind (snapshot, actor->kind), grounds[self->actor]);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_label_set_label (self->place_title, place);
}

static void
show_ties (MilieuInspectorActor *self)
{
  guint n_asked;
  g_autoptr (GArray) ties = milieu_ties_of (self->session, self->actor, &n_asked);
  g_autofree char *title = ties->len > n_asked ? g_strdup_printf (_("Ties (%u of %u)"), n_asked, ties->len)
                                               : g_strdup_printf (_("Ties (%u)"), ties->len);

  gtk_label_set_label (self->ties_title, title);
  milieu_box_clear (GTK_BOX (self->ties));
  for (guint i = 0; i < ties->len; i++)
    {
      GtkWidget *tie = milieu_tie_row_new (self->session, g_array_index (ties, guint32, i), self->actor);

      if (i >= n_asked)
        gtk_widget_add_css_class (tie, "unlit");
      gtk_box_append (GTK_BOX (self->ties), tie);
    }
  gtk_widget_set_visible (self->ties, ties->len > 0);
}

static void
show_claims (MilieuInspectorActor *self)
{
  g_autoptr (GPtrArray) claims = milieu_claims_about (self->session, MILIEU_RECORD_ACTOR, self->actor, -1);
  g_autofree char *words = g_strdup_printf (ngettext ("%u claim about this actor…", "%u claims about this actor…", claims->len),
                                            claims->len);

  gtk_label_set_label (self->claims_label, words);
}

static void
milieu_inspector_actor_class_init (MilieuInspectorActorClass *klass)
{
}

static void
milieu_inspector_actor_init (MilieuInspectorActor *self)
{
  self->actor = MILIEU_NO_KEY;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inspector");
}

GtkWidget *
milieu_inspector_actor_new (MilieuSession *session)
{
  MilieuInspectorActor *self = g_object_new (MILIEU_TYPE_INSPECTOR_ACTOR, NULL);

  self->session = session;
  add_head (self);
  add_fields (self);
  add_ties (self);
  add_tail (self);
  return GTK_WIDGET (self);
}

void
milieu_inspector_actor_show (MilieuInspectorActor *self, guint32 key)
{
  const MilieuActor *actor = milieu_snapshot_actor (milieu_session_snapshot (self->session), key);

  g_return_if_fail (actor != NULL);
  if (key != self->actor)
    gtk_widget_hide (GTK_WIDGET (self->problem));
  /* first, for it commits what was typed of the actor before */
  milieu_field_editor_show (self->name, &key, 1);
  milieu_field_list_show (GTK_BOX (self->facts), &key, 1);
  milieu_field_list_show (GTK_BOX (self->place), &key, 1);
  milieu_field_editor_show (self->note, &key, 1);
  self->actor = key;
  actor = milieu_snapshot_actor (milieu_session_snapshot (self->session), key);
  show_head (self, actor);
  show_ties (self);
  milieu_measures_fill (self->measures, self->session, key);
  gtk_widget_set_visible (self->quotes_title, milieu_quotes_fill (self->quotes, self->session, MILIEU_RECORD_ACTOR, key) > 0);
  show_claims (self);
}
