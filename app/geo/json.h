/* JSON files as strangers may have left them: bounded, checked, never asserted.
 * For this room only. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * milieu_json_read:
 *
 * Reads a file of at most 64 MiB of UTF-8, 300 000 values and 32 levels of
 * nesting (json-glib recurses for each), with nothing after its end.
 *
 * Returns: (transfer full): the object it holds; %NULL with MILIEU_BASEMAP_ERROR
 */
JsonObject *milieu_json_read (const char *path, GError **error);

/** milieu_json_damage: sets MILIEU_BASEMAP_ERROR_FORMAT: which file, what is wrong (translated words, after a format), what to do */
void milieu_json_damage (GError **error, const char *path, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** milieu_json_text: Returns: the text of @key, "" unless it is there and text */
const char *milieu_json_text (JsonObject *object, const char *key);

/** milieu_json_number: Returns: the number of @key, @otherwise unless it is there and a finite number */
double milieu_json_number (JsonObject *object, const char *key, double otherwise);

/** milieu_json_array: Returns: (nullable) (transfer none): the array of @key */
JsonArray *milieu_json_array (JsonObject *object, const char *key);

/** milieu_json_nth_object: Returns: (nullable) (transfer none): the object at @i */
JsonObject *milieu_json_nth_object (JsonArray *array, guint i);

/** milieu_json_nth_number: Returns: %FALSE unless a finite number stands at @i */
gboolean milieu_json_nth_number (JsonArray *array, guint i, double *value);

G_END_DECLS
