#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/document-recovery.h"

#include "format/project-write.h"
#include "session/document-private.h"

void
milieu_recovered_clear (MilieuRecovered *self)
{
  g_clear_pointer (&self->aside, g_free);
}

/* what the journal of the recovered map begins with: what the file holds, if it is still that of the journal */
static GBytes *
bytes_at (MilieuRecovery *recovery, MilieuMap *map, guint first)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  GBytes *bytes = first == 0 ? milieu_recovery_base (recovery) : NULL;

  return bytes != NULL ? bytes : milieu_project_write (snapshot);
}

/* @map: (transfer full) */
static void
stand_on (MilieuDocument *self, MilieuMap *map, GFile *file, GBytes *bytes)
{
  g_autofree char *sum = file != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  milieu_document_stand_on (self, map, file, bytes, sum);
}

/* Returns: how many groups from @first on stand in the map */
static guint
replay (MilieuDocument *self, MilieuRecovery *recovery, guint first)
{
  guint n = milieu_recovery_size (recovery), i;

  for (i = first; i < n; i++)
    {
      MilieuGroup *group = milieu_recovery_group (recovery, i, self->map, NULL);

      if (group == NULL || !milieu_document_commit (self, group, NULL))
        break;
    }
  return i - first;
}

static void
settle (MilieuDocument *self, MilieuRecovery *recovery, MilieuRecovered *recovered)
{
  if (!milieu_journal_settle (self->journal))
    return;
  if (recovered->missing > 0 || milieu_recovery_is_damaged (recovery))
    recovered->aside = milieu_recovery_put_aside (recovery);
  else
    milieu_recovery_forget (recovery);
}

gboolean
milieu_document_recover (MilieuDocument *self, MilieuRecovery *recovery, MilieuRecovered *recovered, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MilieuMap *map;
  guint first;

  g_return_val_if_fail (MILIEU_IS_DOCUMENT (self), FALSE);
  *recovered = (MilieuRecovered) { 0 };
  map = milieu_recovery_open (recovery, &recovered->fits, &first, &fault);
  if (map == NULL)
    {
      g_autofree char *aside = milieu_recovery_put_aside (recovery);
      /* Translators: the first %s is why, the second the path of a folder */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The map before these edits cannot be read: %s. The journal is kept in %s."),
                   fault->message, aside);
      return FALSE;
    }
  bytes = bytes_at (recovery, map, first);
  milieu_jobs_cancel (self->jobs, "open"); /* which would come over it */
  self->is_quiet = TRUE;
  stand_on (self, map, recovered->fits ? milieu_recovery_file (recovery) : NULL, bytes);
  recovered->edits = replay (self, recovery, first);
  recovered->missing = milieu_recovery_size (recovery) - first - recovered->edits;
  self->is_quiet = FALSE;
  milieu_document_announce_reset (self);
  settle (self, recovery, recovered);
  return TRUE;
}
