/* What a newer file held and we do not know: the opaque text of a record's
 * `extra`, in sections. Names of sections: "attributes" and "elements" of the
 * record, "place/attributes" and "place/elements" of its child, "version" of
 * the file. The texts are XML as the file shall hold it again. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *sections; /* (nullable) */
} MilieuExtra;

/** milieu_extra_parse: @text may be %NULL; what is malformed is left out */
void milieu_extra_parse (MilieuExtra *extra, const char *text);
void milieu_extra_clear (MilieuExtra *extra);

/** milieu_extra_section: Returns: (transfer none): the text of a section, to be appended to; made now if it is not there */
GString *milieu_extra_section (MilieuExtra *extra, const char *name);

/** milieu_extra_get: Returns: (transfer none): the text of section @name, or of "@child/@name"; "" if there is none */
const char *milieu_extra_get (const MilieuExtra *extra, const char *child, const char *name);

/** milieu_extra_format: Returns: (transfer full) (nullable): the opaque text, %NULL if it is empty */
char *milieu_extra_format (const MilieuExtra *extra);

/** milieu_xml_append_escaped: @value as XML; what XML cannot hold becomes U+FFFD; @length -1: up to NUL */
void milieu_xml_append_escaped (GString *text, const char *value, gssize length, gboolean attribute);

G_END_DECLS
