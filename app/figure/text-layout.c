#include "figure/text-layout.h"

#include <pango/pangocairo.h>

#include "figure/font.h"

void
milieu_text_prepare_context (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* a worker paints for any language: the process's locale must not choose glyphs */
  pango_context_set_language (context, pango_language_from_string ("fr"));
}

void
milieu_text_prepare_layout (PangoLayout *layout, const char *text, gsize length, const MilieuTextStyle *style)
{
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *families = milieu_font_families (style->family);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_family (font, families);
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->weight);
  pango_font_description_set_style (font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  if (style->tracking > 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (style->tracking * PANGO_SCALE));
  if (style->tabular)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, length);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
}
