/* The keys of the actors that the canvas shows, sorted by a worker, as a list
 * whose items are made when a row asks for one. */
#pragma once

#include "session/session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_CONTENTS_MODEL (milieu_contents_model_get_type ())
G_DECLARE_FINAL_TYPE (MilieuContentsModel, milieu_contents_model, MILIEU, CONTENTS_MODEL, GObject)

#define MILIEU_TYPE_CONTENTS_ITEM (milieu_contents_item_get_type ())
G_DECLARE_FINAL_TYPE (MilieuContentsItem, milieu_contents_item, MILIEU, CONTENTS_ITEM, GObject)

/** MilieuContentsModel: a GListModel of MilieuContentsItem, kept up with the map and the question */
MilieuContentsModel *milieu_contents_model_new (MilieuSession *session);

/** milieu_contents_model_key: Returns: the actor at @position */
guint32 milieu_contents_model_key (MilieuContentsModel *model, guint position);

/** milieu_contents_item_actor: Returns: its key */
guint32 milieu_contents_item_actor (MilieuContentsItem *item);
/** milieu_contents_item_ground: Returns: with suggestions, if they are asked for */
guint milieu_contents_item_ground (MilieuContentsItem *item);
/** milieu_contents_item_ties: Returns: how many ties the canvas shows of it */
guint milieu_contents_item_ties (MilieuContentsItem *item);

G_END_DECLS
