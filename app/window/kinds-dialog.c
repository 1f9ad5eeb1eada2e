#include "window/kinds-dialog.h"

#include "milieu-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "edit/kinds.h"
#include "figure/mark.h"
#include "window/field-row.h"
#include "window/labels.h"
#include "window/sample.h"

#define SYMBOL_SIZE 16
#define TIE_WIDTH 40
#define N_PAGES 2 /* kinds, types */

/* kinds of actors and types of ties are edited alike: a record, its fields, how many use it */
typedef struct
{
  MilieuRecordType type;
  AdwPreferencesGroup *group;
  GtkWidget *rows[256];
  guint32 keys[256];
  guint n;
} Page;

#define MILIEU_TYPE_KINDS_DIALOG (milieu_kinds_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MilieuKindsDialog, milieu_kinds_dialog, MILIEU, KINDS_DIALOG, AdwPreferencesWindow)

struct _MilieuKindsDialog
{
  AdwPreferencesWindow parent_instance;

  MilieuSession *session;
  Page pages[N_PAGES];
};

G_DEFINE_FINAL_TYPE (MilieuKindsDialog, milieu_kinds_dialog, ADW_TYPE_PREFERENCES_WINDOW)

/* more words than a toast has room for */
static void
refuse (MilieuKindsDialog *self, const char *words)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("This Cannot Be Done"), words);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
commit (MilieuKindsDialog *self, MilieuGroup *group, GError *refusal)
{
  g_autoptr (GError) error = refusal;

  if (group != NULL)
    milieu_document_commit (milieu_session_document (self->session), group, &error);
  if (error != NULL)
    refuse (self, error->message);
}

static void
on_delete (GtkButton *button, MilieuKindsDialog *self)
{
  Page *page = g_object_get_data (G_OBJECT (button), "milieu-page");
  guint32 key = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "milieu-key"));
  GError *error = NULL;
  MilieuGroup *group = milieu_edit_delete_kind (milieu_session_map (self->session), page->type, key, &error);

  commit (self, group, error);
}

static void
on_add (AdwEntryRow *entry, MilieuKindsDialog *self)
{
  Page *page = g_object_get_data (G_OBJECT (entry), "milieu-page");
  MilieuMap *map = milieu_session_map (self->session);
  g_autofree char *label = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*label == '\0')
    return;
  commit (self, page->type == MILIEU_RECORD_KIND ? milieu_edit_add_kind (map, label, MILIEU_SYMBOL_ORGANISATION, NULL)
                                                 : milieu_edit_add_type (map, label, MILIEU_CLASS_INTERACTION, NULL), NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static guint
count_users (MilieuKindsDialog *self, const Page *page, guint32 key)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  MilieuRecordType users = page->type == MILIEU_RECORD_KIND ? MILIEU_RECORD_ACTOR : MILIEU_RECORD_TIE;
  guint n = 0;

  for (guint32 i = 0; i < milieu_snapshot_n_keys (snapshot, users); i++)
    {
      const MilieuRecord *record = milieu_snapshot_get (snapshot, users, i);

      if (record != NULL && key == (users == MILIEU_RECORD_ACTOR ? ((const MilieuActor *) record)->kind
                                                                 : ((const MilieuTie *) record)->type))
        n++;
    }
  return n;
}

static GtkWidget *
sample_of (MilieuKindsDialog *self, const Page *page, guint32 key)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  const MilieuTieType *type;

  if (page->type == MILIEU_RECORD_KIND)
    return milieu_sample_new_symbol (milieu_symbol_of_kind (snapshot, key), MILIEU_GROUND_PLAIN, SYMBOL_SIZE);
  type = milieu_snapshot_type (snapshot, key);
  return milieu_sample_new_tie (type->tie_class, MILIEU_EVIDENCE_STATED, type->directed != MILIEU_ANSWER_NO, TIE_WIDTH);
}

/* what the row's head says of the record as it stands now */
static void
show_row (MilieuKindsDialog *self, Page *page, guint i)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  GtkWidget *row = page->rows[i];
  AdwBin *slot = g_object_get_data (G_OBJECT (row), "milieu-slot");
  GtkBox *fields = g_object_get_data (G_OBJECT (row), "milieu-fields");
  GtkAccessible *button = g_object_get_data (G_OBJECT (row), "milieu-delete");
  guint32 key = page->keys[i];
  guint n = count_users (self, page, key);
  const char *name = page->type == MILIEU_RECORD_KIND ? milieu_label_of_kind (snapshot, key) : milieu_label_of_type (snapshot, key);
  g_autofree char *label = g_markup_escape_text (name, -1);
  /* Translators: a kind of actor, or a type of tie */
  g_autofree char *words = g_strdup_printf (_("Delete “%s”"), name);
  g_autofree char *users = page->type == MILIEU_RECORD_KIND ? g_strdup_printf (ngettext ("%u actor", "%u actors", n), n)
                                                            : g_strdup_printf (ngettext ("%u tie", "%u ties", n), n);

  adw_bin_set_child (slot, sample_of (self, page, key));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), users);
  gtk_accessible_update_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  milieu_field_list_show (fields, &key, 1);
}

static GtkWidget *
delete_button_new (MilieuKindsDialog *self, Page *page, guint32 key)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Delete"));
  g_object_set_data (G_OBJECT (button), "milieu-page", page);
  g_object_set_data (G_OBJECT (button), "milieu-key", GUINT_TO_POINTER (key));
  g_signal_connect (button, "clicked", G_CALLBACK (on_delete), self);
  return button;
}

static GtkWidget *
row_new (MilieuKindsDialog *self, Page *page, guint32 key)
{
  GtkWidget *row = adw_expander_row_new (), *slot = adw_bin_new (), *fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = delete_button_new (self, page, key);
  guint n;

  milieu_fields (page->type, &n);
  milieu_field_list_fill (GTK_BOX (fields), self->session, page->type, 0, n - 1);
  gtk_widget_add_css_class (fields, "kind-fields");
  gtk_widget_set_size_request (slot, TIE_WIDTH, -1);
  g_object_set_data (G_OBJECT (row), "milieu-slot", slot);
  g_object_set_data (G_OBJECT (row), "milieu-fields", fields);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), slot);
  g_object_set_data (G_OBJECT (row), "milieu-delete", button);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), fields);
  return row;
}

typedef struct
{
  guint32 key;
  char *folded; /* its label, for sorting */
} Entry;

static int
by_label (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (((const Entry *) a)->folded, ((const Entry *) b)->folded);
}

/* by their labels, as the user reads them */
static guint32 *
keys_of (MilieuKindsDialog *self, const Page *page, guint *n)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  guint32 *keys = milieu_snapshot_sorted (snapshot, page->type, n);
  g_autofree Entry *entries = g_new (Entry, *n + 1);

  *n = MIN (*n, G_N_ELEMENTS (page->keys));
  for (guint i = 0; i < *n; i++)
    entries[i] = (Entry) { keys[i], milieu_words_fold (page->type == MILIEU_RECORD_KIND ? milieu_label_of_kind (snapshot, keys[i])
                                                                                        : milieu_label_of_type (snapshot, keys[i])) };
  g_qsort_with_data (entries, (int) *n, sizeof *entries, by_label, NULL);
  for (guint i = 0; i < *n; i++)
    {
      keys[i] = entries[i].key;
      g_free (entries[i].folded);
    }
  return keys;
}

/* rows stay as long as there are the same records, so that what is open stays open, even under another label */
static gboolean
holds_same (MilieuKindsDialog *self, const Page *page, guint n)
{
  gboolean same = n == page->n;

  for (guint i = 0; same && i < n; i++)
    same = milieu_snapshot_get (milieu_session_snapshot (self->session), page->type, page->keys[i]) != NULL;
  return same;
}

static void
update_page (MilieuKindsDialog *self, Page *page)
{
  guint n;
  g_autofree guint32 *keys = keys_of (self, page, &n);

  if (!holds_same (self, page, n))
    {
      for (guint i = 0; i < page->n; i++)
        adw_preferences_group_remove (page->group, page->rows[i]);
      page->n = n;
      for (guint i = 0; i < n; i++)
        {
          page->keys[i] = keys[i];
          page->rows[i] = row_new (self, page, keys[i]);
          adw_preferences_group_add (page->group, page->rows[i]);
        }
    }
  for (guint i = 0; i < page->n; i++)
    show_row (self, page, i);
}

static void
update (MilieuKindsDialog *self)
{
  for (guint i = 0; i < N_PAGES; i++)
    update_page (self, &self->pages[i]);
}

static GtkWidget *
adder_new (MilieuKindsDialog *self, Page *page, const char *words)
{
  GtkWidget *group = adw_preferences_group_new (), *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), words);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_object_set_data (G_OBJECT (entry), "milieu-page", page);
  g_signal_connect (entry, "apply", G_CALLBACK (on_add), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  return group;
}

static void
build_page (MilieuKindsDialog *self, Page *page, MilieuRecordType type, const char *title, const char *icon, const char *add)
{
  GtkWidget *widget = adw_preferences_page_new ();

  page->type = type;
  page->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (widget), title);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (widget), icon);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (widget), ADW_PREFERENCES_GROUP (adder_new (self, page, add)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (widget), page->group);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (widget));
}

static void
milieu_kinds_dialog_finalize (GObject *object)
{
  g_clear_object (&MILIEU_KINDS_DIALOG (object)->session);
  G_OBJECT_CLASS (milieu_kinds_dialog_parent_class)->finalize (object);
}

static void
milieu_kinds_dialog_class_init (MilieuKindsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = milieu_kinds_dialog_finalize;
}

static void
milieu_kinds_dialog_init (MilieuKindsDialog *self)
{
}

void
milieu_kinds_dialog_present (MilieuSession *session, GtkWindow *parent)
{
  MilieuKindsDialog *self = g_object_new (MILIEU_TYPE_KINDS_DIALOG, "transient-for", parent, "modal", TRUE,
                                          "title", _("Kinds and Types"), "search-enabled", FALSE, "default-width", 560,
                                          "default-height", 640, NULL);

  self->session = g_object_ref (session);
  build_page (self, &self->pages[0], MILIEU_RECORD_KIND, _("Kinds of Actors"), "system-users-symbolic", _("Add a kind of actor"));
  build_page (self, &self->pages[1], MILIEU_RECORD_TYPE, _("Types of Ties"), "network-wired-symbolic", _("Add a type of tie"));
  g_signal_connect_object (milieu_session_document (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
