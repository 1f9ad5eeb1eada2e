#include "format/check-schema.h"

#include "milieu-config.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>
#include <unistd.h>

#define MAX_FAULTS 1000

typedef struct
{
  const char *path;
  MilieuReport *report;
  GHashTable *lines; /* set: those that have their error */
  guint n;
} Faults;

static char *
schema_path (void)
{
  const char *folder = g_getenv ("MILIEU_DATADIR");

  return g_build_filename (folder != NULL ? folder : MILIEU_PKGDATADIR, "milieu.rng", NULL);
}

static void
ignore (void *data, xmlErrorPtr fault)
{
}

/* one error a line: the first says most */
static void
take_fault (void *data, xmlErrorPtr fault)
{
  Faults *faults = data;
  g_autofree char *message = g_utf8_make_valid (fault->message != NULL ? fault->message : "", -1);

  if (fault->level < XML_ERR_ERROR || faults->n >= MAX_FAULTS || !g_hash_table_add (faults->lines, GINT_TO_POINTER (fault->line)))
    return;
  faults->n++;
  milieu_report_add (faults->report, MILIEU_REPORT_ERROR, faults->path, MAX (fault->line, 1),
                     _("this does not follow the schema milieu.rng (%s): compare it with the lines around"), g_strstrip (message));
}

static void
remember_lines (Faults *faults)
{
  for (guint i = 0; i < milieu_report_size (faults->report); i++)
    if (milieu_report_get (faults->report, i)->kind == MILIEU_REPORT_ERROR)
      g_hash_table_add (faults->lines, GINT_TO_POINTER (milieu_report_get (faults->report, i)->line));
}

static xmlRelaxNG *
load_schema (void)
{
  g_autofree char *path = schema_path ();
  gboolean is_there = g_file_test (path, G_FILE_TEST_IS_REGULAR);
  xmlRelaxNGParserCtxt *context = is_there ? xmlRelaxNGNewParserCtxt (path) : NULL;
  xmlRelaxNG *schema;

  if (context == NULL)
    return NULL;
  xmlRelaxNGSetParserStructuredErrors (context, ignore, NULL);
  schema = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  return schema;
}

static void
validate (Faults *faults, xmlRelaxNG *schema, int descriptor)
{
  xmlTextReader *reader = xmlReaderForFd (descriptor, faults->path, NULL, XML_PARSE_NONET | XML_PARSE_NOENT);

  if (reader == NULL)
    return;
  xmlTextReaderSetStructuredErrorHandler (reader, take_fault, faults);
  xmlTextReaderRelaxNGSetSchema (reader, schema);
  while (xmlTextReaderRead (reader) == 1)
    ;
  xmlFreeTextReader (reader);
}

void
milieu_check_schema (const char *path, MilieuReport *report)
{
  xmlRelaxNG *schema = load_schema ();
  int descriptor = open (path, O_RDONLY | O_CLOEXEC);
  Faults faults = { path, report, g_hash_table_new (NULL, NULL), 0 };

  remember_lines (&faults);
  if (schema == NULL)
    milieu_report_add (report, MILIEU_REPORT_REMARK, path, 0, _("the schema milieu.rng was not found: only the rest was checked. Install Milieu again"));
  else if (descriptor >= 0)
    validate (&faults, schema, descriptor);
  if (descriptor >= 0)
    close (descriptor);
  xmlRelaxNGFree (schema);
  g_hash_table_unref (faults.lines);
}
