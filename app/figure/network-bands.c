#include "figure/network-bands.h"

#include "figure/ties.h"

#define BAND_RADIUS 6.0
#define TITLE_X 9.0
#define TITLE_Y 12.0
#define RAISED_Y 8.5       /* where the first row stands near */
#define HALF_LINE 6.5
#define ABOVE 3.0          /* between a band and a head above it */
#define LINE 13.0
#define NARROW 4.0         /* left and right of a title in a band with no more room */
#define SLIDE 8.0
#define SYMBOL_ROOM 8.0    /* half a symbol, with its outline */

static const double column_dash[2] = { 3, 3 };

static const char *const glosses[MILIEU_N_GROUNDS] = {
  [MILIEU_GROUND_UPPERGROUND] = N_("institutions and companies that fund and bring together"),
  [MILIEU_GROUND_EMERGING] = N_("new actors, an upperground in the making"),
  [MILIEU_GROUND_MIDDLEGROUND] = N_("events, schemes and connectors"),
  [MILIEU_GROUND_UNDERGROUND] = N_("communities, third places, activists"),
};

guint
milieu_network_bands (MilieuSnapshot *snapshot, const MilieuFilter *filter, const MilieuLayout *layout,
                      MilieuBand *bands)
{
  guint n = 0, keys = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR);
  g_autofree guint8 *grounds = milieu_snapshot_grounds (snapshot, filter->suggested);
  g_autofree guint8 *placed = g_new (guint8, MAX (keys, 1));

  for (guint i = 0; layout != NULL && i < layout->n_bands; i++)
    bands[i] = layout->bands[i];
  if (layout != NULL)
    return layout->n_bands;
  for (guint32 key = 0; key < keys; key++)
    if (milieu_snapshot_actor (snapshot, key) != NULL && milieu_snapshot_spot (snapshot, key) != NULL)
      placed[n++] = grounds[key];
  return n > 0 ? milieu_layout_bands (n, placed, NULL, bands) : 0;
}

const char *
milieu_network_ground_label (MilieuGround ground, MilieuLanguage language)
{
  if (ground == MILIEU_GROUND_NONE)
    return milieu_words (language, N_("No ground"));
  return milieu_words (language, milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, ground));
}

/* ---- heads ---- */

/* a head stands where no symbol does: higher, further right, shorter, or not at all */
typedef struct
{
  char *title;       /* one line, or two in a narrow band */
  const char *gloss; /* "" where there is no room */
  char *number;      /* "" likewise */
  double title_width, number_width, gloss_width, height;
  gboolean placed;
  MilieuPoint at;    /* of the middle of the first line's left end, px of the view */
} Head;

typedef struct
{
  const MilieuPen *pen;
  const MilieuNetworkPlan *plan;
  const MilieuPoint *symbols; /* px of the view */
  MilieuBox box;              /* of the band */
  MilieuBox others[MILIEU_N_GROUNDS];
  guint n_others;
} Band;

static double
width_of (const Head *head, double unit, gboolean number, gboolean gloss)
{
  return head->title_width + (number ? 6 * unit + head->number_width : 0) + (gloss ? 10 * unit + head->gloss_width : 0);
}

static MilieuBox
head_box (const Head *head, MilieuPoint at, double width, double unit)
{
  return (MilieuBox) { at.x, at.y - HALF_LINE * unit, at.x + width, at.y - HALF_LINE * unit + head->height };
}

/* no symbol stands there, and no other band lies there */
static gboolean
is_free (const Band *b, MilieuBox box)
{
  for (guint i = 0; i < b->n_others; i++)
    if (milieu_boxes_meet (&b->others[i], &box, 0))
      return FALSE;
  for (guint i = 0; i < b->plan->cast->n_actors; i++)
    {
      MilieuBox symbol = milieu_box_around (b->symbols[i].x, b->symbols[i].y, SYMBOL_ROOM * b->pen->unit);

      if (milieu_boxes_meet (&symbol, &box, 0))
        return FALSE;
    }
  return TRUE;
}

/* at the left end of the band, or anywhere along it; above it, where its symbols leave no room within */
static gboolean
place (const Band *b, Head *head, gboolean number, gboolean gloss, gboolean slide, gboolean above)
{
  static const double heights[] = { TITLE_Y, RAISED_Y };
  double u = b->pen->unit, width = width_of (head, u, number, gloss), indent = MIN (TITLE_X * u, (b->box.x1 - b->box.x0 - width) / 2);

  for (double x = b->box.x0 + indent; x + width <= b->box.x1; x += SLIDE * u)
    {
      for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
        {
          MilieuBox box;

          head->at = (MilieuPoint) { x, b->box.y0 + (above ? (HALF_LINE - ABOVE) * u - head->height : heights[i] * u) };
          box = head_box (head, head->at, width, u);
          if ((above || milieu_box_holds (b->box, box)) && is_free (b, box))
            return TRUE;
        }
      if (!slide)
        break;
    }
  return FALSE;
}

static void
find_place (const Band *b, Head *head)
{
  static const struct { gboolean number, gloss, slide, above; } ways[] = {
    { TRUE, TRUE, FALSE, FALSE }, { TRUE, FALSE, FALSE, FALSE }, { FALSE, FALSE, FALSE, FALSE }, { TRUE, FALSE, TRUE, FALSE },
    { FALSE, FALSE, TRUE, FALSE }, { TRUE, FALSE, TRUE, TRUE }, { FALSE, FALSE, TRUE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (ways) && !head->placed; i++)
    {
      if ((ways[i].gloss && *head->gloss == '\0') || !place (b, head, ways[i].number, ways[i].gloss, ways[i].slide, ways[i].above))
        continue;
      head->placed = TRUE;
      if (!ways[i].number)
        head->number[0] = '\0';
      if (!ways[i].gloss)
        head->gloss = "";
    }
}

static Head
head_of (const Band *b, const MilieuBand *band)
{
  const MilieuPen *pen = b->pen;
  MilieuLanguage language = pen->tools->language;
  MilieuTextStyle style = milieu_pen_style (pen, MILIEU_TEXT_BAND_TITLE);
  double room = b->box.x1 - b->box.x0 - 2 * NARROW * pen->unit;
  double longest;
  guint lines;
  Head h = { .gloss = "" };
  const char *label = milieu_network_ground_label (band->ground, language);
  g_autofree char *title = milieu_text_wrap (pen->tools->measure, label, &style, room / 1.1, 2, &longest, &lines);

  if (longest > room)
    lines = 1;
  h.title = lines > 1 ? g_strdup (title) : milieu_text_shorten (pen->tools->measure, label, &style, room);
  h.height = (2 * HALF_LINE + (lines - 1) * LINE) * pen->unit;
  h.number = milieu_words_number (language, b->plan->cast->facts.n_grounds[band->ground], 0);
  if (lines > 1)
    h.number[0] = '\0';
  h.title_width = lines > 1 ? longest : milieu_pen_width (pen, MILIEU_TEXT_BAND_TITLE, h.title);
  h.number_width = milieu_pen_width (pen, MILIEU_TEXT_BAND_TITLE, h.number);
  if (glosses[band->ground] != NULL && lines == 1)
    h.gloss = milieu_words (language, glosses[band->ground]);
  h.gloss_width = milieu_pen_width (pen, MILIEU_TEXT_BAND_GLOSS, h.gloss);
  find_place (b, &h);
  return h;
}

static void
head_clear (Head *head)
{
  g_free (head->title);
  g_free (head->number);
}

static Band
band_of (const MilieuPen *pen, const MilieuNetworkPlan *plan, const MilieuPoint *symbols, const MilieuNetworkView *view, guint which)
{
  Band b = { .pen = pen, .plan = plan, .symbols = symbols, .box = milieu_network_plan_band (view, &plan->bands[which]) };

  for (guint i = 0; i < plan->n_bands; i++)
    if (i != which)
      b.others[b.n_others++] = milieu_network_plan_band (view, &plan->bands[i]);
  return b;
}

GArray *
milieu_network_band_titles (const MilieuNetworkPlan *plan, const MilieuFigureTools *tools, const MilieuNetworkView *view)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (MilieuBox));
  MilieuPen pen = { .tools = tools, .unit = plan->unit };
  g_autofree MilieuPoint *symbols = milieu_network_plan_points (plan, view);

  for (guint i = 0; i < plan->n_bands; i++)
    {
      Band b = band_of (&pen, plan, symbols, view, i);
      Head h = head_of (&b, &plan->bands[i]);
      double width = width_of (&h, plan->unit, *h.number != '\0', *h.gloss != '\0');
      MilieuBox box = milieu_box_grow (head_box (&h, h.at, width, plan->unit), 2 * plan->unit);

      if (h.placed)
        g_array_append_val (boxes, box);
      head_clear (&h);
    }
  return boxes;
}

void
milieu_network_bands_draw (const MilieuPen *pen, const MilieuNetworkPlan *plan, const MilieuNetworkView *view,
                           MilieuPoint origin)
{
  double dash[2] = { column_dash[0] * pen->unit, column_dash[1] * pen->unit };

  for (guint i = 0; i < plan->n_bands; i++)
    {
      MilieuBox box = milieu_network_plan_band (view, &plan->bands[i]);
      gboolean none = plan->bands[i].ground == MILIEU_GROUND_NONE;

      box = (MilieuBox) { box.x0 + origin.x, box.y0 + origin.y, box.x1 + origin.x, box.y1 + origin.y };
      milieu_pen_box (pen, box, BAND_RADIUS * pen->unit, MILIEU_COLOUR_BAND (plan->bands[i].ground), 1,
                      none ? MILIEU_COLOUR_FRAME : MILIEU_COLOUR_NONE, none ? 0.8 * pen->unit : 0, 0.7, none ? dash : NULL);
    }
}

static void
draw_head (const Band *b, const MilieuBand *band, MilieuPoint origin)
{
  double u = b->pen->unit;
  MilieuColour halo = MILIEU_COLOUR_BAND (band->ground);
  MilieuPenText title = { .colour = MILIEU_COLOUR_LINE (band->ground), .halo = halo };
  MilieuPenText gloss = { .halo = halo, .halo_width = 3 * u };
  Head h = head_of (b, band);
  g_auto (GStrv) lines = g_strsplit (h.title, "\n", -1);
  double x = h.at.x + origin.x, y = h.at.y + origin.y, end = x;

  for (guint i = 0; lines[i] != NULL && h.placed; i++)
    end = x + milieu_pen_text_as (b->pen, MILIEU_TEXT_BAND_TITLE, lines[i], x, y + i * LINE * u, &title);
  x = end + 6 * u;
  title.tabular = TRUE;
  if (h.placed && *h.number != '\0')
    x += milieu_pen_text_as (b->pen, MILIEU_TEXT_BAND_TITLE, h.number, x, y, &title) + 10 * u;
  if (h.placed && *h.gloss != '\0')
    milieu_pen_text_as (b->pen, MILIEU_TEXT_BAND_GLOSS, h.gloss, x, y, &gloss);
  head_clear (&h);
}

void
milieu_network_band_titles_draw (const MilieuPen *pen, const MilieuNetworkPlan *plan, const MilieuNetworkView *view,
                                 MilieuPoint origin)
{
  g_autofree MilieuPoint *symbols = milieu_network_plan_points (plan, view);

  for (guint i = 0; i < plan->n_bands; i++)
    {
      Band b = band_of (pen, plan, symbols, view, i);

      draw_head (&b, &plan->bands[i], origin);
    }
}
