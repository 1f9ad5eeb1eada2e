#include "window/renewal.h"

struct _MilieuRenewal
{
  GHashTable *unfolded; /* "title 0", "title 1" … of the expanders that are open, each title counted */
  GHashTable *titles;   /* how many of a title were met so far */
  GtkWidget *focus;     /* (nullable): looked for, not owned */
  gboolean has_focus;
  guint met, at;        /* widgets that take the focus: met so far, and which had it */
};

static char *
name_of (MilieuRenewal *self, GtkExpander *expander)
{
  const char *label = gtk_expander_get_label (expander), *title = g_intern_string (label != NULL ? label : "");
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->titles, title));

  g_hash_table_insert (self->titles, (gpointer) title, GUINT_TO_POINTER (n + 1));
  return g_strdup_printf ("%s %u", title, n);
}

/* depth first: a child of an expander shows once it is open */
static void
walk (MilieuRenewal *self, GtkWidget *widget, gboolean restore)
{
  if (GTK_IS_EXPANDER (widget))
    {
      g_autofree char *name = name_of (self, GTK_EXPANDER (widget));

      if (restore && g_hash_table_contains (self->unfolded, name))
        gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
      else if (!restore && gtk_expander_get_expanded (GTK_EXPANDER (widget)))
        g_hash_table_add (self->unfolded, g_steal_pointer (&name));
    }
  if (gtk_widget_get_focusable (widget))
    {
      if (!restore && widget == self->focus)
        {
          self->has_focus = TRUE;
          self->at = self->met;
        }
      if (restore && self->has_focus && self->met == self->at)
        self->focus = widget;
      self->met++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    walk (self, child, restore);
}

MilieuRenewal *
milieu_renewal_begin (GtkWidget *page)
{
  MilieuRenewal *self = g_new0 (MilieuRenewal, 1);
  GtkRoot *root = gtk_widget_get_root (page);

  self->unfolded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->titles = g_hash_table_new (NULL, NULL);
  self->focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  walk (self, page, FALSE);
  return self;
}

void
milieu_renewal_end (MilieuRenewal *self, GtkWidget *page)
{
  self->focus = NULL;
  self->met = 0;
  g_hash_table_remove_all (self->titles);
  walk (self, page, TRUE);
  if (self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
  g_hash_table_unref (self->unfolded);
  g_hash_table_unref (self->titles);
  g_free (self);
}
