#include "window/quotes.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "window/rows.h"
#include "window/values.h"

void
milieu_box_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

guint
milieu_quotes_fill (GtkBox *box, MilieuSession *session, MilieuRecordType type, guint32 key)
{
  g_autoptr (GPtrArray) claims = milieu_claims_about (session, type, key, -1);
  guint n = 0;

  milieu_box_clear (box);
  for (guint i = 0; i < claims->len; i++)
    {
      const MilieuClaim *claim = claims->pdata[i];
      const char *source = milieu_source_words (session, claim);
      g_autofree char *who = NULL, *quote = NULL;
      GtkWidget *label;

      if (claim->quote == NULL)
        continue;
      quote = g_strdup_printf (_("“%s”"), claim->quote);
      who = g_strjoin (", ", *source != '\0' ? source : milieu_evidence_words (claim->evidence),
                       *source != '\0' ? milieu_evidence_words (claim->evidence) : NULL, NULL);
      label = milieu_label_new (quote, "quote");
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_set_focusable (label, FALSE);
      gtk_box_append (box, label);
      gtk_box_append (box, milieu_label_new (who, "sub dim-label"));
      n++;
    }
  return n;
}

typedef struct
{
  MilieuSnapshot *snapshot;
  const guint8 *asked;
} Order;

static int
compare_ties (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  const MilieuTie *s = milieu_snapshot_tie (order->snapshot, x), *t = milieu_snapshot_tie (order->snapshot, y);
  guint class_s = milieu_snapshot_tie_class (order->snapshot, s), class_t = milieu_snapshot_tie_class (order->snapshot, t);

  if (order->asked[x] != order->asked[y])
    return order->asked[y] - order->asked[x];
  if (class_s != class_t)
    return (int) class_s - (int) class_t;
  if (s->type != t->type)
    return s->type < t->type ? -1 : 1;
  return strcmp (s->record.id, t->record.id);
}

GArray *
milieu_ties_of (MilieuSession *session, guint32 actor, guint *n_asked)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (session);
  const MilieuFilter *filter = milieu_session_filter (session);
  g_autofree guint8 *actors = milieu_filter_actors (filter, snapshot, FALSE);
  g_autofree guint8 *ties = milieu_filter_ties (filter, snapshot, actors, FALSE);
  Order order = { snapshot, ties };
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n;
  const guint32 *all = milieu_map_ties_of (milieu_session_map (session), actor, &n);

  *n_asked = 0;
  for (guint i = 0; i < n; i++)
    *n_asked += ties[all[i]];
  g_array_append_vals (keys, all, n);
  g_array_sort_with_data (keys, compare_ties, &order);
  return keys;
}
