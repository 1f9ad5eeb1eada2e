/* A table whose columns have roles: what people call a column, and what it is for. */
#pragma once

#include "format/report.h"
#include "format/tables.h"

G_BEGIN_DECLS

/* a role is the token of a field where there is one; names are separated by |, compared without case */
typedef struct
{
  const char *role, *names;
} MilieuRole;

/* each ended by a role %NULL */
extern const MilieuRole milieu_actor_roles[];
extern const MilieuRole milieu_tie_roles[];
extern const MilieuRole milieu_ground_roles[];
extern const MilieuRole milieu_scope_roles[];
extern const MilieuRole milieu_claim_roles[];

typedef struct
{
  MilieuTable *table;
  const MilieuRole *roles;
  GArray *columns; /* int per role, -1 where the table lacks it */
} MilieuSheet;

/**
 * milieu_sheet_open:
 * @report: takes a remark for each column that has no role here, and for each row with more cells than columns
 */
MilieuSheet *milieu_sheet_open (const char *path, const MilieuRole *roles, MilieuReport *report, GError **error);
void milieu_sheet_free (MilieuSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuSheet, milieu_sheet_free)

/** milieu_sheet_has: Returns: whether a column bears @role */
gboolean milieu_sheet_has (const MilieuSheet *sheet, const char *role);
/** milieu_sheet_cell: Returns: (transfer none): the text as it stands, "" where there is none */
const char *milieu_sheet_cell (const MilieuSheet *sheet, guint row, const char *role);

/** milieu_role_find: Returns: (nullable): the role that a column of this name has */
const char *milieu_role_find (const MilieuRole *roles, const char *name);

G_END_DECLS
