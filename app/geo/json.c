#include "milieu-config.h"

/* before words.h, which brings its own N_ */
#include <glib/gi18n-lib.h>

#include "geo/json.h"
#include "geo/basemap.h"

#include <math.h>

#define MOST_BYTES (64 << 20)
#define MOST_LEVELS 32

/* how deep brackets nest outside of strings; what is no JSON gets some number */
static guint
nesting (const char *text, gsize length)
{
  guint depth = 0, deepest = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (quoted && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && (text[i] == '[' || text[i] == '{'))
        {
          depth++;
          deepest = MAX (deepest, depth);
        }
      else if (!quoted && (text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }
  return deepest;
}

static char *
read_bytes (const char *path, gsize *length, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) why = NULL;

  /* not g_file_get_contents: the size is known before anything is copied */
  file = g_mapped_file_new (path, FALSE, &why);
  if (file == NULL)
    {
      g_set_error (error, MILIEU_BASEMAP_ERROR, MILIEU_BASEMAP_ERROR_READ,
                   _("The basemap file “%s” cannot be read: %s. Install Milieu again."), path, why->message);
      return NULL;
    }
  *length = g_mapped_file_get_length (file);
  if (*length > MOST_BYTES)
    {
      milieu_json_damage (error, path, _("it is larger than 64 MiB"));
      return NULL;
    }
  return g_strndup (*length > 0 ? g_mapped_file_get_contents (file) : "", *length);
}

JsonObject *
milieu_json_read (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) why = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  JsonNode *root;

  text = read_bytes (path, &length, error);
  if (text == NULL)
    return NULL;
  if (!g_utf8_validate_len (text, length, NULL))
    milieu_json_damage (error, path, _("it is not UTF-8 text"));
  else if (nesting (text, length) > MOST_LEVELS)
    milieu_json_damage (error, path, _("its brackets nest more than %d deep"), MOST_LEVELS);
  else if (!json_parser_load_from_data (parser, text, length, &why))
    milieu_json_damage (error, path, "%s", why->message);
  else if ((root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    milieu_json_damage (error, path, _("it holds no JSON object"));
  else
    return json_object_ref (json_node_get_object (root));
  return NULL;
}

void
milieu_json_damage (GError **error, const char *path, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MILIEU_BASEMAP_ERROR, MILIEU_BASEMAP_ERROR_FORMAT,
               _("The basemap file “%s” is damaged: %s. Install Milieu again."), path, what);
}

static gboolean
is_number (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE)
         && isfinite (json_node_get_double (node));
}

const char *
milieu_json_text (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

double
milieu_json_number (JsonObject *object, const char *key, double otherwise)
{
  JsonNode *node = json_object_get_member (object, key);

  return is_number (node) ? json_node_get_double (node) : otherwise;
}

JsonArray *
milieu_json_array (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonObject *
milieu_json_nth_object (JsonArray *array, guint i)
{
  JsonNode *node = i < json_array_get_length (array) ? json_array_get_element (array, i) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

gboolean
milieu_json_nth_number (JsonArray *array, guint i, double *value)
{
  JsonNode *node = i < json_array_get_length (array) ? json_array_get_element (array, i) : NULL;

  if (!is_number (node))
    return FALSE;
  *value = json_node_get_double (node);
  return TRUE;
}
