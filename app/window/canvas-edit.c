/* The verbs of the canvas: each gesture becomes one group of changes, at its end. */
#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/canvas-private.h"

#include "edit/actor.h"
#include "edit/spot.h"
#include "geo/projection.h"
#include "session/ground.h"
#include "window/tie-popover.h"

#include <math.h>

/* px by which a hand misses what it aims at: the doubt of a place given by mouse */
#define AIM_PX 4.0
/* metres of doubt under which a place counts as exact */
#define EXACT_METRES 25.0
/* metres beyond which a place is no more said to lie in the municipality whose point is nearest */
#define NEAR_METRES 10000.0

static void
say (MilieuCanvas *self, const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", words);
}

static void
commit (MilieuCanvas *self, MilieuGroup *group, const GError *refusal)
{
  g_autoptr (GError) error = NULL;

  if (!group && refusal)
    say (self, refusal->message);
  else if (!milieu_document_commit (milieu_session_document (self->session), group, &error))
    say (self, error->message);
}

/* the first move on a map without spots keeps where all stood */
static void
keep_stand_ins (MilieuCanvas *self, GArray *stands)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  MilieuPoint spot;

  for (guint i = 0; i < stands->len; i++)
    g_hash_table_add (moved, GUINT_TO_POINTER (g_array_index (stands, MilieuStand, i).actor));
  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR); key++)
    if (milieu_snapshot_actor (snapshot, key) && !g_hash_table_contains (moved, GUINT_TO_POINTER (key))
        && milieu_scene_spot_of (self->scene, key, &spot))
      {
        MilieuStand stand = { key, spot.x, spot.y };
        g_array_append_val (stands, stand);
      }
}

GArray *
milieu_canvas_stands (MilieuCanvas *self)
{
  GArray *stands = g_array_new (FALSE, FALSE, sizeof (MilieuStand));

  if (milieu_snapshot_count (milieu_session_snapshot (self->session), MILIEU_RECORD_SPOT) == 0)
    keep_stand_ins (self, stands);
  return stands;
}

void
milieu_canvas_keep_spots (MilieuCanvas *self)
{
  g_autoptr (GArray) stands = milieu_canvas_stands (self);

  commit (self, milieu_edit_move_actors (milieu_session_map (self->session), (MilieuStand *) stands->data, stands->len, 0),
          NULL);
}

void
milieu_canvas_move_actors (MilieuCanvas *self, const guint32 *actors, guint n, double dx, double dy)
{
  g_autoptr (GArray) stands = g_array_new (FALSE, FALSE, sizeof (MilieuStand));
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  MilieuPoint spot;
  guint moved;

  for (guint i = 0; i < n; i++)
    if (milieu_scene_spot_of (self->scene, actors[i], &spot))
      {
        MilieuStand stand = { actors[i], spot.x + dx, spot.y + dy };
        g_array_append_val (stands, stand);
      }
  moved = stands->len;
  if (milieu_snapshot_count (snapshot, MILIEU_RECORD_SPOT) == 0)
    keep_stand_ins (self, stands);
  commit (self, milieu_edit_move_actors (milieu_session_map (self->session), (MilieuStand *) stands->data, stands->len,
                                         moved), NULL);
}

/* the municipality that a place lies in, as far as points can tell */
static const MilieuMunicipality *
town_at (MilieuMetres metres)
{
  MilieuGazetteer *gazetteer = milieu_ground_gazetteer ();
  double distance = INFINITY;
  const MilieuMunicipality *town = gazetteer ? milieu_gazetteer_nearest (gazetteer, metres, &distance) : NULL;

  return distance < NEAR_METRES ? town : NULL;
}

/* where on earth a point of the map is, how sure one can be of it, and in which municipality (nullable) */
static gboolean
place_at (MilieuCanvas *self, double x, double y, MilieuDegrees *degrees, double *radius, const MilieuMunicipality **town)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  MilieuPoint world;
  double zoom = milieu_scene_ground_at (self->scene, x, y, &world), doubt = AIM_PX / zoom;

  *radius = doubt < EXACT_METRES ? 0 : round (doubt / 10) * 10;
  *town = town_at ((MilieuMetres) { world.x, -world.y });
  return zoom > 0 && milieu_projection_to_degrees (projection, (MilieuMetres) { world.x, -world.y }, degrees);
}

void
milieu_canvas_place_actor (MilieuCanvas *self, guint32 actor, double x, double y)
{
  const MilieuMunicipality *town;
  MilieuDegrees degrees;
  double radius;

  if (!place_at (self, x, y, &degrees, &radius, &town))
    return;
  commit (self, milieu_edit_place_actors (milieu_session_map (self->session), &actor, 1, degrees.lon, degrees.lat,
                                          radius, town ? town->name : "", town ? town->insee : NULL), NULL);
  milieu_selection_only (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR, actor);
}

/* what a verb needs to know is asked for in a small popover where it happens; one at a time */

static MilieuPoint
middle_of (MilieuCanvas *self)
{
  return (MilieuPoint) { gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 };
}

static gboolean
drop_popover (gpointer data)
{
  MilieuCanvas *self = data;

  if (self->popover && !gtk_widget_get_visible (self->popover))
    {
      g_clear_pointer (&self->popover, gtk_widget_unparent);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

static void
on_popover_closed (MilieuCanvas *self)
{
  /* not from within its own signal */
  g_idle_add (drop_popover, g_object_ref (self));
}

static void
pop_up (MilieuCanvas *self, GtkWidget *popover, MilieuPoint at)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = popover;
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) at.x - 6, (int) at.y - 6, 12, 12 });
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_popover_closed), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

typedef struct
{
  MilieuCanvas *canvas;
  GtkWidget *popover, *entry;
  guint32 actor; /* to be renamed, MILIEU_NO_KEY for a new one */
  gboolean has_point;
  MilieuPoint point;
} Naming;

static void
add_named (Naming *naming, const char *name)
{
  MilieuCanvas *self = naming->canvas;
  MilieuNewActor actor = { .name = name, .kind = MILIEU_NO_KEY };
  const MilieuMunicipality *town;
  MilieuGroup *group;
  MilieuDegrees degrees;
  guint32 key = MILIEU_NO_KEY;

  if (self->view == MILIEU_VIEW_MAP && naming->has_point
      && place_at (self, naming->point.x, naming->point.y, &degrees, &actor.radius, &town))
    {
      actor.placed = TRUE;
      actor.municipality = town ? town->name : NULL;
      actor.insee = town ? town->insee : NULL;
      actor.lon = degrees.lon;
      actor.lat = degrees.lat;
    }
  else if (self->view == MILIEU_VIEW_NETWORK && milieu_scene_camera (self->scene).zoom > 0)
    {
      MilieuPoint world = milieu_scene_to_world (self->scene, naming->point.x, naming->point.y);
      actor.spotted = TRUE;
      actor.x = world.x;
      actor.y = world.y;
    }
  group = milieu_edit_add_actor (milieu_session_map (self->session), &actor, &key);
  if (actor.spotted)
    {
      g_autoptr (GArray) stands = milieu_canvas_stands (self);

      milieu_edit_keep_stands (milieu_session_map (self->session), group, (MilieuStand *) stands->data, stands->len);
    }
  commit (self, group, NULL);
  if (milieu_map_get (milieu_session_map (self->session), MILIEU_RECORD_ACTOR, key))
    milieu_selection_only (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR, key);
}

static void
rename_to (Naming *naming, const char *name)
{
  g_autoptr (GError) error = NULL;
  MilieuGroup *group = milieu_edit_rename_actor (milieu_session_map (naming->canvas->session), naming->actor, name, &error);

  commit (naming->canvas, group, error);
}

static void
on_name_given (GtkWidget *entry, Naming *naming)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*name && naming->actor == MILIEU_NO_KEY)
    add_named (naming, name);
  else if (*name)
    rename_to (naming, name);
  gtk_popover_popdown (GTK_POPOVER (naming->popover));
}

static void
ask (MilieuCanvas *self, MilieuPoint at, guint32 actor, gboolean has_point, const char *name, const char *title)
{
  Naming *naming = g_new0 (Naming, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *label = gtk_label_new (title);

  *naming = (Naming) { self, gtk_popover_new (), gtk_entry_new (), actor, has_point, at };
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_editable_set_text (GTK_EDITABLE (naming->entry), name);
  gtk_editable_set_width_chars (GTK_EDITABLE (naming->entry), 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (naming->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), naming->entry);
  gtk_popover_set_child (GTK_POPOVER (naming->popover), box);
  g_object_set_data_full (G_OBJECT (naming->popover), "naming", naming, g_free);
  g_signal_connect (naming->entry, "activate", G_CALLBACK (on_name_given), naming);
  pop_up (self, naming->popover, at);
  gtk_widget_grab_focus (naming->entry);
}

void
milieu_canvas_tie (MilieuCanvas *self, guint32 source, guint32 target)
{
  MilieuPoint at = middle_of (self);

  milieu_canvas_where (self, target, &at);
  pop_up (self, milieu_tie_popover_new (self->session, source, target), at);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
milieu_canvas_ask_actor (MilieuCanvas *self, const MilieuPoint *point)
{
  ask (self, point ? *point : middle_of (self), MILIEU_NO_KEY, point != NULL, "", _("New Actor"));
}

void
milieu_canvas_ask_name (MilieuCanvas *self, guint32 key)
{
  const MilieuActor *actor = milieu_snapshot_actor (milieu_session_snapshot (self->session), key);
  MilieuPoint at = middle_of (self);

  if (!actor)
    return;
  milieu_canvas_where (self, key, &at);
  ask (self, at, key, TRUE, actor->name ? actor->name : "", _("Rename"));
}

void
milieu_canvas_begin_tie (MilieuCanvas *self, guint32 source)
{
  self->tie_source = source;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  say (self, _("Choose the other actor: click it, or walk to it with the arrows and press Enter"));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
