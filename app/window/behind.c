#include "window/behind.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/rows.h"
#include "window/simulation-card.h"

/* longer lists say how many more there are: nobody reads a thousand rows in a panel */
#define MOST_ROWS 200

static void
append_more (GtkBox *box, guint n)
{
  g_autofree char *words = NULL;

  if (n <= MOST_ROWS)
    return;
  words = g_strdup_printf (ngettext ("and %u more", "and %u more", n - MOST_ROWS), n - MOST_ROWS);
  gtk_box_append (box, milieu_label_new (words, "sub dim-label"));
}

static void
append_actors (GtkBox *box, MilieuSession *session, const guint32 *actors, guint n)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (session);
  g_autofree char *title = g_strdup_printf (ngettext ("%u actor", "%u actors", n), n);

  if (n == 0)
    return;
  gtk_box_append (box, milieu_label_new (title, "heading section"));
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    /* the map may have lost an actor since the reading was computed */
    if (milieu_snapshot_actor (snapshot, actors[i]) != NULL)
      gtk_box_append (box, milieu_leaving_row_new (session, actors[i]));
  append_more (box, n);
}

static void
append_ties (GtkBox *box, MilieuSession *session, const guint32 *ties, guint n)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (session);
  g_autofree char *title = g_strdup_printf (ngettext ("%u tie", "%u ties", n), n);

  if (n == 0)
    return;
  gtk_box_append (box, milieu_label_new (title, "heading section"));
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    if (milieu_snapshot_tie (snapshot, ties[i]) != NULL)
      gtk_box_append (box, milieu_tie_row_new (session, ties[i], MILIEU_NO_KEY));
  append_more (box, n);
}

void
milieu_behind_append (GtkBox *box, MilieuSession *session, const guint32 *actors, guint n_actors, const guint32 *ties, guint n_ties)
{
  append_actors (box, session, actors, n_actors);
  append_ties (box, session, ties, n_ties);
}
