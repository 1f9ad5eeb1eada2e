#include "session/question.h"

struct _MilieuQuestion
{
  GObject parent;
  MilieuFilter filter;
};

G_DEFINE_FINAL_TYPE (MilieuQuestion, milieu_question, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
milieu_question_class_init (MilieuQuestionClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", MILIEU_TYPE_QUESTION, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
milieu_question_init (MilieuQuestion *self)
{
  milieu_filter_init (&self->filter);
}

MilieuQuestion *
milieu_question_new (void)
{
  return g_object_new (MILIEU_TYPE_QUESTION, NULL);
}

const MilieuFilter *
milieu_question_filter (MilieuQuestion *self)
{
  g_return_val_if_fail (MILIEU_IS_QUESTION (self), NULL);
  return &self->filter;
}

gboolean
milieu_question_asks_the_same (const MilieuFilter *a, const MilieuFilter *b)
{
  return a->evidence == b->evidence && a->suggested == b->suggested
         && a->all_scopes == b->all_scopes && a->year == b->year && a->slice == b->slice;
}

void
milieu_question_set_filter (MilieuQuestion *self, const MilieuFilter *filter)
{
  gboolean asked;

  g_return_if_fail (MILIEU_IS_QUESTION (self));
  if (milieu_filter_equal (&self->filter, filter))
    return;
  asked = !milieu_question_asks_the_same (&self->filter, filter);
  self->filter = *filter;
  g_signal_emit (self, signals[CHANGED], 0, asked);
}
