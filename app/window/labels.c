#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/labels.h"

const char *
milieu_label (const char *msgid)
{
  /* gettext answers the empty msgid with the head of its file */
  return msgid && *msgid ? g_dgettext (GETTEXT_PACKAGE, msgid) : "";
}

const char *
milieu_label_of_kind (MilieuSnapshot *snapshot, guint32 kind)
{
  const MilieuKind *record = kind == MILIEU_NO_KEY ? NULL : milieu_snapshot_kind (snapshot, kind);

  if (!record)
    return "";
  return record->label ? milieu_label (record->label) : record->record.id;
}

const char *
milieu_label_of_type (MilieuSnapshot *snapshot, guint32 type)
{
  const MilieuTieType *record = type == MILIEU_NO_KEY ? NULL : milieu_snapshot_type (snapshot, type);

  if (!record)
    return "";
  return record->label ? milieu_label (record->label) : record->record.id;
}

MilieuSymbol
milieu_symbol_of_kind (MilieuSnapshot *snapshot, guint32 kind)
{
  const MilieuKind *record = kind == MILIEU_NO_KEY ? NULL : milieu_snapshot_kind (snapshot, kind);

  return record && record->symbol ? record->symbol : MILIEU_SYMBOL_ORGANISATION;
}

static int
compare_kinds (gconstpointer a, gconstpointer b, gpointer snapshot)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  int by_symbol = (int) milieu_symbol_of_kind (snapshot, x) - (int) milieu_symbol_of_kind (snapshot, y);

  return by_symbol ? by_symbol : g_utf8_collate (milieu_label_of_kind (snapshot, x), milieu_label_of_kind (snapshot, y));
}

guint32 *
milieu_kinds_in_order (MilieuSnapshot *snapshot, guint *n)
{
  guint32 *keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_KIND, n);

  g_qsort_with_data (keys, (int) *n, sizeof *keys, compare_kinds, snapshot);
  return keys;
}

MilieuLanguage
milieu_language_of_window (void)
{
  return milieu_language_of_user ();
}
