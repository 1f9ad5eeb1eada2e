/* Records of any map in words: what they are called, and what their parts say. */
#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/** milieu_record_words: Returns: (transfer full): "Actor “MEL”", "Tie “MEL” – “POP”" … translated */
char *milieu_record_words (MilieuSnapshot *snapshot, const MilieuRecord *record);

/** milieu_part_label: @part: the token of a field or of a child element, or "extra"; Returns: its label, translated; never freed */
const char *milieu_part_label (const char *part);

/** milieu_part_words: Returns: (transfer full): what the fields of @part say; "" where they are absent */
char *milieu_part_words (MilieuSnapshot *snapshot, const MilieuRecord *record, const char *part);

/** milieu_part_of: Returns: the token of the part to which a field belongs: its child element's, else its own */
const char *milieu_part_of (const MilieuField *field);

G_END_DECLS
