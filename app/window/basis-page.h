/* What lies behind a number: its definition, formula, source and reservation,
 * and the actors and ties it was made of, each of which can be chosen. */
#pragma once

#include "reading/result.h"
#include "session/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_BASIS_PAGE (milieu_basis_page_get_type ())
G_DECLARE_FINAL_TYPE (MilieuBasisPage, milieu_basis_page, MILIEU, BASIS_PAGE, AdwBin)

/** MilieuBasisPage::back: the person wants to return to the rows */

GtkWidget *milieu_basis_page_new (MilieuSession *session);

/** milieu_basis_page_show: @result: (transfer none): of @reading */
void milieu_basis_page_show (MilieuBasisPage *page, MilieuReading *reading, const MilieuResult *result);

/** milieu_basis_page_follow: shows the same indicator in another reading, and lights what it rests on now */
void milieu_basis_page_follow (MilieuBasisPage *page, MilieuReading *reading);

G_END_DECLS
