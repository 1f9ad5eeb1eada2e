#include "window/inspector-several.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "edit/actor.h"
#include "window/field-row.h"
#include "window/quotes.h"
#include "window/rows.h"

/* more rows than a person reads */
#define MOST_ROWS 60

struct _MilieuInspectorSeveral
{
  GtkBox parent_instance;

  MilieuSession *session; /* not owned */
  GtkLabel *title;
  GtkWidget *leave, *actor_part, *actor_fields, *tie_part, *tie_fields, *members;
};

G_DEFINE_FINAL_TYPE (MilieuInspectorSeveral, milieu_inspector_several, GTK_TYPE_BOX)

static void
on_delete (MilieuInspectorSeveral *self)
{
  MilieuSelection *selection = milieu_session_selection (self->session);
  guint n_actors, n_ties;
  const guint32 *actors = milieu_selection_keys (selection, MILIEU_RECORD_ACTOR, &n_actors);
  const guint32 *ties = milieu_selection_keys (selection, MILIEU_RECORD_TIE, &n_ties);

  milieu_document_commit (milieu_session_document (self->session),
                          milieu_edit_delete (milieu_session_map (self->session), actors, n_actors, ties, n_ties), NULL);
}

static GtkWidget *
part_new (const char *title, GtkWidget *list)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (part), milieu_label_new (title, "heading section"));
  gtk_box_append (GTK_BOX (part), list);
  return part;
}

/* the words of how many there are of each */
static char *
title_of (guint n_actors, guint n_ties)
{
  g_autofree char *actors = g_strdup_printf (ngettext ("%u actor", "%u actors", n_actors), n_actors);
  g_autofree char *ties = g_strdup_printf (ngettext ("%u tie", "%u ties", n_ties), n_ties);

  if (n_ties == 0)
    return g_steal_pointer (&actors);
  if (n_actors == 0)
    return g_steal_pointer (&ties);
  return g_strdup_printf (_("%s and %s"), actors, ties);
}

static void
show_members (MilieuInspectorSeveral *self, const guint32 *actors, guint n_actors, const guint32 *ties, guint n_ties)
{
  guint rows = 0;

  milieu_box_clear (GTK_BOX (self->members));
  for (guint i = 0; i < n_actors && rows < MOST_ROWS; i++, rows++)
    gtk_box_append (GTK_BOX (self->members), milieu_actor_row_new (self->session, actors[i], NULL));
  for (guint i = 0; i < n_ties && rows < MOST_ROWS; i++, rows++)
    gtk_box_append (GTK_BOX (self->members), milieu_tie_row_new (self->session, ties[i], MILIEU_NO_KEY));
  if (n_actors + n_ties > rows)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_actors + n_ties - rows), n_actors + n_ties - rows);

      gtk_box_append (GTK_BOX (self->members), milieu_label_new (more, "sub dim-label more"));
    }
}

static void
milieu_inspector_several_class_init (MilieuInspectorSeveralClass *klass)
{
}

static void
milieu_inspector_several_init (MilieuInspectorSeveral *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inspector");
}

GtkWidget *
milieu_inspector_several_new (MilieuSession *session)
{
  MilieuInspectorSeveral *self = g_object_new (MILIEU_TYPE_INSPECTOR_SEVERAL, NULL);
  GtkWidget *delete = milieu_mnemonic_button_new (_("_Delete Them"));

  self->session = session;
  self->title = GTK_LABEL (milieu_label_new ("", "title-4"));
  self->actor_fields = milieu_boxed_list_new (_("Fields of the actors"));
  milieu_field_list_fill (GTK_BOX (self->actor_fields), session, MILIEU_RECORD_ACTOR, MILIEU_ACTOR_KIND, MILIEU_ACTOR_RADIUS);
  self->tie_fields = milieu_boxed_list_new (_("Fields of the ties"));
  milieu_field_list_fill (GTK_BOX (self->tie_fields), session, MILIEU_RECORD_TIE, MILIEU_TIE_TYPE, MILIEU_TIE_EVIDENCE);
  self->members = milieu_boxed_list_new (_("What is selected"));
  self->actor_part = part_new (_("In all actors"), self->actor_fields);
  self->tie_part = part_new (_("In all ties"), self->tie_fields);
  self->leave = gtk_button_new_with_label (_("Simulate Their Departure"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->leave), "win.what-if-selected");
  gtk_widget_add_css_class (self->leave, "section");
  gtk_widget_add_css_class (delete, "destructive-action");
  gtk_widget_add_css_class (delete, "section");
  g_signal_connect_swapped (delete, "clicked", G_CALLBACK (on_delete), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self), self->actor_part);
  gtk_box_append (GTK_BOX (self), self->tie_part);
  gtk_box_append (GTK_BOX (self), part_new (_("What is selected"), self->members));
  gtk_box_append (GTK_BOX (self), self->leave);
  gtk_box_append (GTK_BOX (self), delete);
  return GTK_WIDGET (self);
}

void
milieu_inspector_several_show (MilieuInspectorSeveral *self)
{
  MilieuSelection *selection = milieu_session_selection (self->session);
  guint n_actors, n_ties;
  const guint32 *of_actors = milieu_selection_keys (selection, MILIEU_RECORD_ACTOR, &n_actors);
  const guint32 *of_ties = milieu_selection_keys (selection, MILIEU_RECORD_TIE, &n_ties);
  /* committing what was typed may change the selection's own arrays */
  g_autofree guint32 *actors = g_memdup2 (of_actors, n_actors * sizeof *actors);
  g_autofree guint32 *ties = g_memdup2 (of_ties, n_ties * sizeof *ties);
  g_autofree char *title = title_of (n_actors, n_ties);

  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->actor_part, n_actors > 0);
  gtk_widget_set_visible (self->leave, n_actors > 0);
  gtk_widget_set_visible (self->tie_part, n_ties > 0);
  milieu_field_list_show (GTK_BOX (self->actor_fields), actors, n_actors);
  milieu_field_list_show (GTK_BOX (self->tie_fields), ties, n_ties);
  show_members (self, actors, n_actors, ties, n_ties);
}
