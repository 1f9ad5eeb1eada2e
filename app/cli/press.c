#include "cli/press.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "figure/describe.h"
#include "figure/font.h"
#include "figure/symbols.h"

gboolean
milieu_press_take (MilieuPress *press, const char *value, GError **error)
{
  guint n;
  const MilieuPreset *presets = milieu_presets (&n);
  g_autoptr (GString) list = g_string_new (NULL);

  press->preflight = TRUE;
  press->preset = milieu_preset_parse (value);
  if (value == NULL || press->preset != NULL)
    return TRUE;
  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", presets[i].token);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is no value of --%s; it takes %s"), value, "preflight",
               list->str);
  return FALSE;
}

static gboolean
print_findings (const MilieuPress *press, const MilieuFigure *figure, const MilieuStyle *style, GBytes *bytes,
                MilieuTextMeasure *measure)
{
  MilieuLanguage language = milieu_figure_language (figure);
  const MilieuPreset *preset = press->preset != NULL ? press->preset
                               : milieu_preset_of_width (milieu_figure_width (figure) / MILIEU_PX_PER_MM);
  g_autoptr (GPtrArray) findings = milieu_preflight (figure, style, preset, measure, language);
  gboolean good = TRUE;

  if (bytes != NULL)
    milieu_preflight_file (findings, bytes, language);
  g_print ("%s (%s)\n", milieu_words (language, milieu_finding_summary (findings)),
           milieu_words (language, preset->label));
  for (guint i = 0; i < findings->len; i++)
    {
      const MilieuFinding *finding = findings->pdata[i];
      g_autofree char *words = milieu_finding_words (finding, language);

      g_print ("%s %s\n", finding->remark ? "·" : "✗", words);
      good = good && finding->remark;
    }
  return good;
}

gboolean
milieu_press_say (const MilieuPress *press, const MilieuFigure *figure, const MilieuStyle *style, GBytes *bytes,
                  MilieuTextMeasure *measure)
{
  if (press->caption)
    {
      g_autofree char *caption = milieu_figure_caption (figure), *description = milieu_figure_describe (figure);

      g_print ("%s\n\n%s\n", caption, description);
    }
  if (press->preflight || press->strict)
    return print_findings (press, figure, style, bytes, measure) || !press->strict;
  return TRUE;
}

void
milieu_press_say_font (const MilieuPlate *plate)
{
  g_autofree char *found = plate->family != NULL ? milieu_font_found (plate->family) : NULL;

  if (found != NULL && g_ascii_strcasecmp (found, plate->family) != 0)
    g_printerr (_("milieu export: the font “%s” is not here; the nearest, “%s”, is used\n"), plate->family, found);
}
