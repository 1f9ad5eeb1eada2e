#include "window/study-window-row.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "reading/municipalities.h"
#include "reading/study-window.h"
#include "window/labels.h"
#include "window/rows.h"

/* what a rectangle is taken from: see win.study-window */
#define VIEW "view"

/* names are long: the button cuts them, its list breaks them */
#define ROW(property) \
  "<interface><template class='GtkListItem'><property name='child'><object class='GtkLabel'>" \
  "<property name='xalign'>0</property>" property \
  "<binding name='label'><lookup name='string' type='GtkStringObject'><lookup name='item'>GtkListItem</lookup></lookup></binding>" \
  "</object></property></template></interface>"
static const char button_row[] = ROW ("<property name='ellipsize'>end</property>");
static const char list_row[] = ROW ("<property name='wrap'>1</property><property name='max-width-chars'>30</property>");

typedef struct
{
  GtkStringList *names;
  GPtrArray *settings; /* "" for the bounding box */
} Offers;

static void
offer (Offers *offers, const char *setting, const char *name)
{
  g_ptr_array_add (offers->settings, g_strdup (setting));
  gtk_string_list_append (offers->names, name);
}

static void
offer_setting (Offers *offers, const char *setting)
{
  g_autoptr (MilieuPhrase) phrase = milieu_study_window_name (*setting != '\0' ? setting : NULL);
  g_autofree char *words = milieu_phrase_words (phrase, milieu_language_of_window ());

  offer (offers, setting, words);
}

static gboolean
offers_have (const Offers *offers, const char *setting, guint *at)
{
  return g_ptr_array_find_with_equal_func (offers->settings, setting, g_str_equal, at);
}

/* Returns: which of them holds now */
static guint
make_offers (Offers *offers, MilieuSnapshot *snapshot)
{
  const MilieuMunicipality *town = milieu_main_grouping (snapshot);
  const char *held = milieu_snapshot_setting (snapshot, MILIEU_SETTING_STUDY_WINDOW);
  guint at = 0;

  offer_setting (offers, "");
  if (town != NULL)
    {
      g_autofree char *grouping = milieu_study_window_grouping (town->epci);

      offer_setting (offers, grouping);
    }
  offer_setting (offers, "region");
  if (held != NULL && !offers_have (offers, held, &at))
    offer_setting (offers, held);
  if (held != NULL)
    offers_have (offers, held, &at);
  offer (offers, VIEW, _("What the map shows now"));
  return at;
}

static void
on_chosen (GtkDropDown *dropdown, GParamSpec *pspec, gpointer data)
{
  const GPtrArray *settings = g_object_get_data (G_OBJECT (dropdown), "milieu-settings");
  guint at = gtk_drop_down_get_selected (dropdown);

  if (at < settings->len)
    gtk_widget_activate_action (GTK_WIDGET (dropdown), "win.study-window", "s", g_ptr_array_index (settings, at));
}

static void
cut_names (GtkDropDown *dropdown)
{
  g_autoptr (GBytes) button = g_bytes_new_static (button_row, strlen (button_row));
  g_autoptr (GBytes) list = g_bytes_new_static (list_row, strlen (list_row));
  g_autoptr (GtkListItemFactory) factory = gtk_builder_list_item_factory_new_from_bytes (NULL, button);
  g_autoptr (GtkListItemFactory) list_factory = gtk_builder_list_item_factory_new_from_bytes (NULL, list);

  gtk_drop_down_set_factory (dropdown, factory);
  gtk_drop_down_set_list_factory (dropdown, list_factory);
}

GtkWidget *
milieu_study_window_row_new (MilieuSession *session)
{
  Offers offers = { gtk_string_list_new (NULL), g_ptr_array_new_with_free_func (g_free) };
  guint at = make_offers (&offers, milieu_session_snapshot (session));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *dropdown = gtk_drop_down_new (G_LIST_MODEL (offers.names), NULL);

  cut_names (GTK_DROP_DOWN (dropdown));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), at);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The window decides"), -1);
  gtk_widget_set_tooltip_text (dropdown, _("Kept in the map: whether places look clustered depends on the ground they are held against"));
  g_object_set_data_full (G_OBJECT (dropdown), "milieu-settings", offers.settings, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (dropdown, "notify::selected", G_CALLBACK (on_chosen), NULL);
  gtk_box_append (GTK_BOX (box), milieu_label_new (_("The window decides"), "question dim-label"));
  gtk_box_append (GTK_BOX (box), dropdown);
  return box;
}
