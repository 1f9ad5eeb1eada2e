#include "milieu-config.h"

/* before words.h, which brings its own N_ */
#include <glib/gi18n-lib.h>

#include "geo/json.h"
#include "geo/basemap.h"

#include <math.h>
#include <string.h>

#define MOST_BYTES (64 << 20)
#define MOST_LEVELS 32
/* json-glib takes up to 200 bytes for one that is written in two */
#define MOST_VALUES 300000

/* what a look at the brackets outside of strings tells; what is no JSON gets some answer */
typedef struct
{
  guint depth, deepest, values;
  gboolean quoted, ended; /* the outermost bracket has closed */
  gboolean more;          /* and something comes after it, for which json-glib forgets what came before */
  gboolean strange;       /* no JSON: in a comment or in other quotes, json-glib would see other brackets than we do */
} Look;

static void
look_at (Look *look, char c)
{
  look->more |= look->ended && !g_ascii_isspace (c);
  switch (c)
    {
    case '"':
      look->quoted = TRUE;
      break;
    case '[':
    case '{':
      look->depth++;
      look->values++;
      look->deepest = MAX (look->deepest, look->depth);
      break;
    case ']':
    case '}':
      look->depth -= look->depth > 0;
      look->ended |= look->depth == 0;
      break;
    case ',':
      look->values++;
      break;
    default:
      look->strange |= !g_ascii_isalnum (c) && !g_ascii_isspace (c) && strchr ("+-.:", c) == NULL;
      break;
    }
}

static Look
look_over (const char *text, gsize length)
{
  Look look = { 0 };

  for (gsize i = 0; i < length; i++)
    if (!look.quoted)
      look_at (&look, text[i]);
    else if (text[i] == '\\')
      i++;
    else if (text[i] == '"')
      look.quoted = FALSE;
  return look;
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
  Look look;

  text = read_bytes (path, &length, error);
  if (text == NULL)
    return NULL;
  if (!g_utf8_validate_len (text, length, NULL))
    milieu_json_damage (error, path, _("it is not UTF-8 text"));
  else if ((look = look_over (text, length)).strange)
    milieu_json_damage (error, path, _("it holds no JSON object"));
  else if (look.deepest > MOST_LEVELS)
    milieu_json_damage (error, path, _("its brackets nest more than %d deep"), MOST_LEVELS);
  else if (look.values > MOST_VALUES)
    milieu_json_damage (error, path, _("it holds more than %d values"), MOST_VALUES);
  else if (look.more)
    milieu_json_damage (error, path, _("something follows its end"));
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
