#include "figure/font.h"

#include <hb.h>
#include <pango/pangocairo.h>

#include "figure/text.h"

char *
milieu_font_families (const char *family)
{
  return family != NULL ? g_strdup_printf ("%s, %s", family, MILIEU_FONT_FAMILIES) : g_strdup (MILIEU_FONT_FAMILIES);
}

static PangoFont *
load (PangoContext *context, const char *family, guint weight, PangoStyle slant)
{
  g_autofree char *families = milieu_font_families (family);
  PangoFontDescription *wanted = pango_font_description_new ();
  PangoFont *font;

  pango_font_description_set_family (wanted, families);
  pango_font_description_set_weight (wanted, (PangoWeight) weight);
  pango_font_description_set_style (wanted, slant);
  pango_font_description_set_absolute_size (wanted, 10 * PANGO_SCALE);
  font = pango_context_load_font (context, wanted);
  pango_font_description_free (wanted);
  return font;
}

/* the whole file, whatever its name and place */
static void
add_file (GChecksum *sum, PangoFont *font)
{
  hb_blob_t *blob = hb_face_reference_blob (hb_font_get_face (pango_font_get_hb_font (font)));
  unsigned int length;
  const char *data = hb_blob_get_data (blob, &length);

  g_checksum_update (sum, (const guchar *) data, length);
  hb_blob_destroy (blob);
}

static char *
family_of (PangoFont *font)
{
  PangoFontDescription *got = pango_font_describe (font);
  char *family = g_strdup (pango_font_description_get_family (got));

  pango_font_description_free (got);
  return family;
}

char *
milieu_font_found (const char *family)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFont *font = load (context, family, 400, PANGO_STYLE_NORMAL);
  char *found = font != NULL ? family_of (font) : g_strdup ("");

  g_clear_object (&font);
  g_object_unref (context);
  return found;
}

char *
milieu_font_used (const char *wanted)
{
  static const struct { guint weight; PangoStyle slant; } faces[] = { { 400, PANGO_STYLE_NORMAL },
                                                                      { 500, PANGO_STYLE_NORMAL },
                                                                      { 600, PANGO_STYLE_NORMAL },
                                                                      { 400, PANGO_STYLE_ITALIC } };
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *family = NULL;
  char *used;

  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      PangoFont *font = load (context, wanted, faces[i].weight, faces[i].slant);

      if (font == NULL)
        continue;
      if (family == NULL)
        family = g_strdelimit (family_of (font), " \t:", '-');
      add_file (sum, font);
      g_object_unref (font);
    }
  used = g_strdup_printf ("%s:%.12s", family != NULL ? family : "none", g_checksum_get_string (sum));
  g_checksum_free (sum);
  g_object_unref (context);
  return used;
}
