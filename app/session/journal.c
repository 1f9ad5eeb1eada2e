#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/journal.h"

#include "format/journal-line.h"
#include "session/journal-writer.h"

struct _MilieuJournal
{
  GObject parent;
  MilieuJournalWriter *writer; /* (nullable): from the first line on */
  GFile *file;                 /* (nullable) */
  char *title;
  GBytes *base;     /* (nullable): not known yet */
  GPtrArray *lines; /* since the base */
  gboolean begun;   /* the writer knows of this base */
};

G_DEFINE_FINAL_TYPE (MilieuJournal, milieu_journal, G_TYPE_OBJECT)

enum { FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* atomic where GLib hands it over, for the thread checker does not see that */
typedef struct { GWeakRef journal; int code; } Failure;

static gboolean
say_failed (gpointer data)
{
  Failure *failure = data;
  int code = g_atomic_int_get (&failure->code);
  g_autoptr (MilieuJournal) self = g_weak_ref_get (&failure->journal);
  g_autofree char *words = NULL;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  if (code == 0)
    {
      g_signal_emit (self, signals[FAILED], 0, NULL);
      return G_SOURCE_REMOVE;
    }
  /* Translators: %s is what the system says, as “No space left on device” */
  words = g_strdup_printf (_("What you do is not kept safe against a crash: %s. Make room on the disk, or save the map elsewhere."),
                           g_strerror (code));
  g_signal_emit (self, signals[FAILED], 0, words);
  return G_SOURCE_REMOVE;
}

static void
failure_free (gpointer data)
{
  Failure *failure = data;

  g_weak_ref_clear (&failure->journal);
  g_free (failure);
}

/* in the writer's thread, which ends before the journal does */
static void
on_failed (int code, gpointer data)
{
  Failure *failure = g_new0 (Failure, 1);

  g_weak_ref_init (&failure->journal, data);
  g_atomic_int_set (&failure->code, code);
  g_idle_add_full (G_PRIORITY_DEFAULT, say_failed, failure, failure_free);
}

static void
milieu_journal_dispose (GObject *object)
{
  MilieuJournal *self = MILIEU_JOURNAL (object);

  g_clear_pointer (&self->writer, milieu_journal_writer_free);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (milieu_journal_parent_class)->dispose (object);
}

static void
milieu_journal_finalize (GObject *object)
{
  MilieuJournal *self = MILIEU_JOURNAL (object);

  g_clear_pointer (&self->base, g_bytes_unref);
  g_ptr_array_unref (self->lines);
  g_free (self->title);
  G_OBJECT_CLASS (milieu_journal_parent_class)->finalize (object);
}

static void
milieu_journal_class_init (MilieuJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_journal_dispose;
  G_OBJECT_CLASS (klass)->finalize = milieu_journal_finalize;
  signals[FAILED] = g_signal_new ("failed", MILIEU_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
milieu_journal_init (MilieuJournal *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_free);
}

MilieuJournal *
milieu_journal_new (GFile *file, const char *title, GBytes *base)
{
  MilieuJournal *self = g_object_new (MILIEU_TYPE_JOURNAL, NULL);

  g_set_object (&self->file, file);
  self->title = g_strdup (title);
  if (base != NULL)
    self->base = g_bytes_ref (base);
  return self;
}

/* the first line: what the journal is about */
static char *
heading (MilieuJournal *self)
{
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;
  g_autoptr (GVariant) whole = g_variant_ref_sink (g_variant_new ("(uss)", 1, uri != NULL ? uri : "", self->title));
  g_autofree char *text = g_variant_print (whole, FALSE);

  return milieu_journal_sealed (text);
}

static void
begin (MilieuJournal *self)
{
  g_autofree char *parent = milieu_journal_folder (), *name = g_uuid_string_random ();
  g_autofree char *folder = g_build_filename (parent, name, NULL), *head = heading (self);
  GString *lines = g_string_new (head);

  for (guint i = 0; i < self->lines->len; i++)
    g_string_append (lines, self->lines->pdata[i]);
  if (self->writer == NULL)
    self->writer = milieu_journal_writer_new (on_failed, self);
  milieu_journal_writer_begin (self->writer, folder, self->base, lines->str);
  g_string_free (lines, TRUE);
  self->begun = TRUE;
}

/* @line: (transfer full) */
static void
add_line (MilieuJournal *self, char *line)
{
  g_ptr_array_add (self->lines, line);
  if (self->begun)
    milieu_journal_writer_append (self->writer, line);
  else if (self->base != NULL)
    begin (self);
}

void
milieu_journal_set_base (MilieuJournal *self, GBytes *base)
{
  g_return_if_fail (MILIEU_IS_JOURNAL (self));
  if (self->base != NULL)
    return; /* a save came before */
  self->base = g_bytes_ref (base);
  if (self->lines->len > 0)
    begin (self);
}

void
milieu_journal_append (MilieuJournal *self, MilieuGroup *group, MilieuMap *map)
{
  g_return_if_fail (MILIEU_IS_JOURNAL (self));
  add_line (self, milieu_journal_line (group, map));
}

gboolean
milieu_journal_has_begun (MilieuJournal *self)
{
  g_return_val_if_fail (MILIEU_IS_JOURNAL (self), FALSE);
  return self->begun;
}

/* the writer stays, once it is there, as long as the journal does */
void
milieu_journal_wait (MilieuJournal *self)
{
  g_return_if_fail (MILIEU_IS_JOURNAL (self) && self->writer != NULL);
  milieu_journal_writer_settle (self->writer);
}

gboolean
milieu_journal_settle (MilieuJournal *self)
{
  g_return_val_if_fail (MILIEU_IS_JOURNAL (self), FALSE);
  return self->lines->len == 0 || (self->begun && milieu_journal_writer_settle (self->writer));
}

guint
milieu_journal_mark (MilieuJournal *self)
{
  g_return_val_if_fail (MILIEU_IS_JOURNAL (self), 0);
  if (self->lines->len > 0)
    add_line (self, milieu_journal_sealed (MILIEU_JOURNAL_MARK));
  return self->lines->len;
}

void
milieu_journal_saved (MilieuJournal *self, guint mark, GFile *file, GBytes *base)
{
  g_return_if_fail (MILIEU_IS_JOURNAL (self) && mark <= self->lines->len);
  g_set_object (&self->file, file);
  g_clear_pointer (&self->base, g_bytes_unref);
  self->base = g_bytes_ref (base);
  g_ptr_array_remove_range (self->lines, 0, mark);
  if (self->lines->len > 0)
    begin (self);
  else
    milieu_journal_close (self);
}

GBytes *
milieu_journal_base (MilieuJournal *self)
{
  return self->base;
}

static gpointer
copy_line (gconstpointer line, gpointer data)
{
  return g_strdup (line);
}

GPtrArray *
milieu_journal_lines (MilieuJournal *self)
{
  return g_ptr_array_copy (self->lines, copy_line, NULL);
}

void
milieu_journal_close (MilieuJournal *self)
{
  g_return_if_fail (MILIEU_IS_JOURNAL (self));
  if (self->begun)
    milieu_journal_writer_end (self->writer);
  self->begun = FALSE;
  g_ptr_array_set_size (self->lines, 0);
}

char *
milieu_journal_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "milieu", "journals", NULL);
}
