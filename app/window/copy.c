#include "window/copy.h"

#include <string.h>

#include "reading/rows.h"
#include "session/table-copy.h"
#include "window/labels.h"

static GdkContentProvider *
provider_of (const char *type, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

void
milieu_copy_table (GtkWidget *widget, const MilieuReading *reading, const MilieuResult *result)
{
  guint columns;
  g_autoptr (GPtrArray) cells = milieu_table_of (reading, result, milieu_language_of_window (), &columns);
  g_autofree char *tabs = milieu_table_to_tabs (cells, columns);
  GdkContentProvider *kinds[] = {
    provider_of ("text/html", milieu_table_to_html (cells, columns)),
    gdk_content_provider_new_typed (G_TYPE_STRING, tabs),
  };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
}

void
milieu_copy_sentence (GtkWidget *widget, const MilieuReading *reading, const MilieuResult *result)
{
  MilieuLanguage language = milieu_language_of_window ();
  g_autofree char *words = result != NULL ? milieu_result_sentence (reading, result, language)
                                          : milieu_sentences_of (reading, language);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
}
