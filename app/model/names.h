/* Ids as dense keys, in the order in which they came. Main thread only. Private. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MilieuNames MilieuNames;

/** milieu_names_new: Returns: (transfer full): no ids yet */
MilieuNames *milieu_names_new (void);
void milieu_names_free (MilieuNames *names);

/** milieu_names_find: Returns: the key of @id, G_MAXUINT32 if it was never taken */
guint32 milieu_names_find (const MilieuNames *names, const char *id);

/** milieu_names_expect: @id will be asked for soon: its place is fetched meanwhile */
void milieu_names_expect (const MilieuNames *names, const char *id);

/** milieu_names_take: Returns: the key of @id, the next one if it is new */
guint32 milieu_names_take (MilieuNames *names, const char *id);

/** milieu_names_get: Returns: (nullable): the id of a key */
const GRefString *milieu_names_get (const MilieuNames *names, guint32 key);

G_END_DECLS
