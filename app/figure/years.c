#include "figure/years.h"

#include "figure/map-draw.h"
#include "figure/map-plan.h"
#include "model/date.h"

#include <math.h>
#include <string.h>

/* px of paper */
#define HEAD 17.0
#define GAP 10.0
#define LEAST_PANEL 200.0  /* wide */
#define MOST_COLUMNS 4
#define LEAST_HEIGHT 80.0

/* ---- where ---- */

/* as square as can be: four stand two by two */
static guint
columns_for (guint n, double width, double k)
{
  guint most = MAX (1, MIN (MOST_COLUMNS, (guint) (width / (LEAST_PANEL * k))));
  guint wish = (guint) ceil (sqrt (n));

  return MAX (1, MIN (MIN (wish, most), n));
}

MilieuYearGrid
milieu_year_grid (guint n, double width, double k, double ratio, double room)
{
  MilieuYearGrid grid = { .n = n, .columns = columns_for (n, width, k), .head = HEAD * k, .gap = GAP * k };
  guint rows = (n + grid.columns - 1) / grid.columns;

  grid.width = (width - (grid.columns - 1) * grid.gap) / grid.columns;
  grid.height = grid.width * ratio;
  if (room > 0)
    grid.height = MAX (LEAST_HEIGHT * k, (room - (rows - 1) * grid.gap) / rows - grid.head);
  return grid;
}

double
milieu_year_grid_height (const MilieuYearGrid *grid)
{
  guint rows = (grid->n + grid->columns - 1) / grid->columns;

  return rows * (grid->head + grid->height) + (rows - 1) * grid->gap;
}

/* ---- panels ---- */

static void
draw_panel (MilieuFigureBuilder *builder, MilieuPoint at, double head, MilieuMapPlan *plan, const MilieuFigureTools *tools,
            guint year, guint before)
{
  MilieuPen pen = { builder, tools, milieu_figure_tools_unit (tools), 0, MILIEU_LAYER_FURNITURE };
  g_autoptr (MilieuMapYear) panel = milieu_map_year_new (plan, year, before);
  g_autofree char *number = g_strdup_printf ("%u", year);
  g_autofree char *here = g_strdup_printf (milieu_words_plural (tools->language, "%u actor", "%u actors", panel->n_here), panel->n_here);
  double middle = at.y + head * 0.45;
  double width = milieu_pen_text (&pen, MILIEU_TEXT_BAND_TITLE, number, at.x, middle, MILIEU_ALIGN_LEFT);

  milieu_pen_text (&pen, MILIEU_TEXT_SUBTITLE, here, at.x + width + 7 * pen.unit, middle, MILIEU_ALIGN_LEFT);
  milieu_map_draw (builder, &(MilieuMapDrawing) {
    .plan = plan, .tools = tools, .frame = plan->opening, .origin = { at.x, at.y + head }, .year = panel });
}

void
milieu_years_draw (MilieuFigureBuilder *builder, const MilieuYearGrid *grid, MilieuMapPlan *plan,
                   const MilieuFigureTools *tools, const guint *years)
{
  for (guint i = 0; i < grid->n; i++)
    {
      MilieuPoint at = { grid->origin.x + (i % grid->columns) * (grid->width + grid->gap),
                         grid->origin.y + (i / grid->columns) * (grid->head + grid->height + grid->gap) };

      draw_panel (builder, at, grid->head, plan, tools, years[i], i > 0 ? years[i - 1] : 0);
    }
}

/* ---- what is to be said about dates ---- */

guint
milieu_years_placed (const MilieuMapPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->content.cast->n_actors; i++)
    n += plan->located[i] && plan->content.cast->actors[i].start != 0;
  return n;
}

static gboolean
holds (const char *list, const char *year)
{
  g_auto (GStrv) years = g_strsplit (list, "\n", -1);

  return g_strv_contains ((const char *const *) years, year);
}

/* years that claims give for @field of @actor, besides the adopted one: "1987\n1988", the adopted first */
static void
add_claims (MilieuSnapshot *snapshot, guint32 actor, const char *field, GString *years)
{
  guint n;
  g_autofree guint32 *claims = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_CLAIM, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuClaim *claim = milieu_snapshot_claim (snapshot, claims[i]);
      MilieuDate date;
      g_autofree char *year = NULL;

      if (claim->subject_type != MILIEU_RECORD_ACTOR || claim->subject_key != actor || g_strcmp0 (claim->field, field) != 0
          || claim->value == NULL || !milieu_date_parse (claim->value, &date) || date == MILIEU_DATE_BLANK)
        continue;
      year = g_strdup_printf ("%u", milieu_date_year (date));
      if (!holds (years->str, year))
        g_string_append_printf (years, "\n%s", year);
    }
}

static void
add_dispute (GString *list, MilieuSnapshot *snapshot, const MilieuCastActor *actor, const char *field, guint adopted,
             MilieuLanguage language)
{
  g_autoptr (GString) years = g_string_new (NULL);
  g_auto (GStrv) each = NULL;
  g_autofree char *joined = NULL;

  g_string_append_printf (years, "%u", adopted);
  if (adopted != 0)
    add_claims (snapshot, actor->key, field, years);
  if (strchr (years->str, '\n') == NULL)
    return;
  each = g_strsplit (years->str, "\n", -1);
  joined = g_strjoinv (milieu_words (language, N_(" or ")), each);
  g_string_append_printf (list, "%s%s %s", list->len > 0 ? ", " : "", actor->short_name, joined);
}

char *
milieu_years_disputes (MilieuSnapshot *snapshot, const MilieuMapPlan *plan, MilieuLanguage language)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const MilieuCast *cast = plan->content.cast;

  for (guint i = 0; i < cast->n_actors; i++)
    {
      add_dispute (list, snapshot, &cast->actors[i], "start", cast->actors[i].start, language);
      add_dispute (list, snapshot, &cast->actors[i], "end", cast->actors[i].end, language);
    }
  return list->len > 0 ? g_strdup_printf (milieu_words (language, N_("Dates in dispute, the adopted one first: %s.")), list->str) : NULL;
}
