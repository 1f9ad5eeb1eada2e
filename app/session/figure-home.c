#include "session/figure-home.h"

struct _MilieuFigureHome
{
  GObject parent_instance;

  MilieuSession *session;
  MilieuMap *map;
  MilieuHistory *history;
  guint32 key;
  gboolean is_draft;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MilieuFigureHome, milieu_figure_home, G_TYPE_OBJECT)

static void
on_history (MilieuFigureHome *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
milieu_figure_home_dispose (GObject *object)
{
  MilieuFigureHome *self = MILIEU_FIGURE_HOME (object);

  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);
  g_clear_object (&self->map);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (milieu_figure_home_parent_class)->dispose (object);
}

static void
milieu_figure_home_class_init (MilieuFigureHomeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_figure_home_dispose;
  signals[CHANGED] = g_signal_new ("changed", MILIEU_TYPE_FIGURE_HOME, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_figure_home_init (MilieuFigureHome *self)
{
}

/* @map, @history: (transfer full) */
static MilieuFigureHome *
home_new (MilieuSession *session, MilieuMap *map, MilieuHistory *history, guint32 key)
{
  MilieuFigureHome *self = g_object_new (MILIEU_TYPE_FIGURE_HOME, NULL);

  self->session = g_object_ref (session);
  self->map = map;
  self->history = history;
  self->key = key;
  g_signal_connect_swapped (history, "changed", G_CALLBACK (on_history), self);
  return self;
}

MilieuFigureHome *
milieu_figure_home_new (MilieuSession *session, guint32 key)
{
  MilieuDocument *document = milieu_session_document (session);

  return home_new (session, g_object_ref (milieu_document_map (document)), g_object_ref (milieu_document_history (document)), key);
}

/* the words of its filter are those of the map that it shows, not of the map that holds it */
MilieuFigureHome *
milieu_figure_home_new_draft (MilieuSession *session, const MilieuNewFigure *figure)
{
  g_autoptr (MilieuRecord) record = milieu_edit_figure_record (milieu_session_snapshot (session), figure);
  g_autoptr (MilieuGroup) group = milieu_group_new ("new-figure", "");
  MilieuMap *map = milieu_map_new ();
  guint32 key = milieu_map_intern (map, MILIEU_RECORD_FIGURE, "figure");
  MilieuFigureHome *self;

  milieu_group_change (group, NULL, milieu_record_copy_as (record, key, "figure"));
  if (!milieu_map_apply (map, group, NULL))
    g_critical ("an empty map refuses a figure");
  self = home_new (session, map, milieu_history_new (map), key);
  self->is_draft = TRUE;
  return self;
}

gboolean
milieu_figure_home_is_draft (MilieuFigureHome *self)
{
  return self->is_draft;
}

MilieuMap *
milieu_figure_home_map (MilieuFigureHome *self)
{
  return self->map;
}

MilieuHistory *
milieu_figure_home_history (MilieuFigureHome *self)
{
  return self->history;
}

guint32
milieu_figure_home_key (MilieuFigureHome *self)
{
  return self->key;
}

const MilieuPlate *
milieu_figure_home_plate (MilieuFigureHome *self)
{
  return (const MilieuPlate *) milieu_map_get (self->map, MILIEU_RECORD_FIGURE, self->key);
}

gboolean
milieu_figure_home_commit (MilieuFigureHome *self, MilieuGroup *taken, GError **error)
{
  g_autoptr (MilieuGroup) group = taken;

  return group == NULL || milieu_history_commit (self->history, group, error);
}

void
milieu_figure_home_set (MilieuFigureHome *self, guint field, MilieuValue value)
{
  const MilieuPlate *plate = milieu_figure_home_plate (self);
  g_autoptr (MilieuRecord) wanted = plate != NULL ? milieu_record_with (&plate->record, field, value) : NULL;
  g_autoptr (GError) error = NULL;

  if (wanted == NULL || milieu_record_equal (wanted, &plate->record))
    return;
  if (!milieu_figure_home_commit (self, milieu_edit_set_figure (self->map, self->key, &field, &value, 1), &error))
    g_critical ("a figure refuses a value: %s", error->message);
}

guint32
milieu_figure_home_keep (MilieuFigureHome *self, GError **error)
{
  MilieuDocument *document = milieu_session_document (self->session);
  const MilieuPlate *plate = milieu_figure_home_plate (self);
  guint32 key = MILIEU_NO_KEY;
  MilieuGroup *group;

  g_return_val_if_fail (self->is_draft && plate != NULL, MILIEU_NO_KEY);
  group = milieu_edit_keep_figure (milieu_document_map (document), plate, &key);
  return milieu_document_commit (document, group, error) ? key : MILIEU_NO_KEY;
}

MilieuNewFigure
milieu_present_figure (MilieuSession *session, MilieuPlateView view, MilieuLanguage language)
{
  MilieuNewFigure figure = {
    .view = view,
    .frame = MILIEU_PLATE_FRAME_REGION,
    .width = 170,
    .dpi = 300,
    .filter = *milieu_session_filter (session),
  };

  milieu_vocabulary_parse (MILIEU_VOCABULARY_STYLE, "print", &figure.style);
  milieu_vocabulary_parse (MILIEU_VOCABULARY_LANGUAGE, milieu_language_code (language), &figure.language);
  return figure;
}
