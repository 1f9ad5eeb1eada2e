/* The words of the field: closed lists of tokens, their order and their labels.
 *
 * Tokens are what files hold: English, never translated. Labels are what
 * people see: msgids, to be looked up in a language with milieu_words().
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MILIEU_GROUND_NONE,
  MILIEU_GROUND_UPPERGROUND,
  MILIEU_GROUND_EMERGING,
  MILIEU_GROUND_MIDDLEGROUND,
  MILIEU_GROUND_UNDERGROUND,
} MilieuGround;
#define MILIEU_N_GROUNDS 5

/* each set contains those before it; 0 is unset */
typedef enum
{
  MILIEU_EVIDENCE_UNSET,
  MILIEU_EVIDENCE_STATED,
  MILIEU_EVIDENCE_IMPLIED,
  MILIEU_EVIDENCE_VERIFIED,
  MILIEU_EVIDENCE_RECALLED,
  MILIEU_EVIDENCE_SESSION,
} MilieuEvidence;
#define MILIEU_N_EVIDENCES 6

/* unset counts as core */
typedef enum
{
  MILIEU_SCOPE_UNSET,
  MILIEU_SCOPE_CORE,
  MILIEU_SCOPE_GENERIC,
  MILIEU_SCOPE_TOPONYM,
  MILIEU_SCOPE_AUTHOR,
  MILIEU_SCOPE_AUTHOR_AFFILIATION,
  MILIEU_SCOPE_CONTEXT,
  MILIEU_SCOPE_REFERENCE,
  MILIEU_SCOPE_META,
} MilieuScope;
#define MILIEU_N_SCOPES 9

typedef enum
{
  MILIEU_PRECISION_NONE,
  MILIEU_PRECISION_EXACT,
  MILIEU_PRECISION_APPROXIMATE,
  MILIEU_PRECISION_MUNICIPALITY,
} MilieuPrecision;
#define MILIEU_N_PRECISIONS 4

typedef enum
{
  MILIEU_CLASS_UNSET,
  MILIEU_CLASS_INTERACTION,
  MILIEU_CLASS_INSTITUTION,
  MILIEU_CLASS_LOCATION,
} MilieuClass;
#define MILIEU_N_CLASSES 4

typedef enum
{
  MILIEU_ELEMENT_NONE,
  MILIEU_ELEMENT_PLACE,
  MILIEU_ELEMENT_SPACE,
  MILIEU_ELEMENT_PROJECT,
  MILIEU_ELEMENT_EVENT,
} MilieuElement;
#define MILIEU_N_ELEMENTS 5

typedef enum
{
  MILIEU_ANSWER_UNSET,
  MILIEU_ANSWER_YES,
  MILIEU_ANSWER_NO,
} MilieuAnswer;

/* the ten outlines of look.md §2 */
typedef enum
{
  MILIEU_SYMBOL_UNSET,
  MILIEU_SYMBOL_ORGANISATION,
  MILIEU_SYMBOL_PLACE,
  MILIEU_SYMBOL_SCHOOL,
  MILIEU_SYMBOL_COMMUNITY,
  MILIEU_SYMBOL_COMPANY,
  MILIEU_SYMBOL_SCHEME,
  MILIEU_SYMBOL_INFRASTRUCTURE,
  MILIEU_SYMBOL_WORK,
  MILIEU_SYMBOL_EVENT,
  MILIEU_SYMBOL_PERSON,
} MilieuSymbol;
#define MILIEU_N_SYMBOLS 11

/* what a figure shows */
typedef enum
{
  MILIEU_PLATE_VIEW_UNSET,
  MILIEU_PLATE_VIEW_MAP,
  MILIEU_PLATE_VIEW_NETWORK,
  MILIEU_PLATE_VIEW_BOTH,
  MILIEU_PLATE_VIEW_SLOPE,
  MILIEU_PLATE_VIEW_VERDICT,
  MILIEU_PLATE_VIEW_YEARS, /* the map once for each of some years */
} MilieuPlateView;

/* 0 is unset: the region, print, the user's language, suggested, core */
typedef enum { MILIEU_PLATE_FRAME_UNSET, MILIEU_PLATE_FRAME_REGION, MILIEU_PLATE_FRAME_LILLE, MILIEU_PLATE_FRAME_ALL } MilieuPlateFrame;
typedef enum { MILIEU_ASKED_GROUNDS_UNSET, MILIEU_ASKED_GROUNDS_STRICT, MILIEU_ASKED_GROUNDS_SUGGESTED } MilieuAskedGrounds;
typedef enum { MILIEU_ASKED_SCOPE_UNSET, MILIEU_ASKED_SCOPE_CORE, MILIEU_ASKED_SCOPE_ALL } MilieuAskedScope;

/* what makes symbols large: a measure of the actors in the graph of interactions and institutions */
typedef enum
{
  MILIEU_SIZE_UNSET,
  MILIEU_SIZE_DEGREE,
  MILIEU_SIZE_BETWEENNESS,
  MILIEU_SIZE_EFFECTIVE,
  MILIEU_SIZE_CORE,
  MILIEU_SIZE_PARTICIPATION,
} MilieuSizeBy;
#define MILIEU_N_SIZES 6

typedef enum
{
  MILIEU_VOCABULARY_NONE,
  MILIEU_VOCABULARY_GROUND,
  MILIEU_VOCABULARY_EVIDENCE,
  MILIEU_VOCABULARY_SCOPE,
  MILIEU_VOCABULARY_PRECISION,
  MILIEU_VOCABULARY_CLASS,
  MILIEU_VOCABULARY_ELEMENT,
  MILIEU_VOCABULARY_ANSWER,
  MILIEU_VOCABULARY_SYMBOL,
  MILIEU_VOCABULARY_VIEW,
  MILIEU_VOCABULARY_FRAME,
  MILIEU_VOCABULARY_STYLE,
  MILIEU_VOCABULARY_LANGUAGE,
  MILIEU_VOCABULARY_ASKED_GROUNDS,
  MILIEU_VOCABULARY_ASKED_SCOPE,
  MILIEU_VOCABULARY_SIZE,
} MilieuVocabulary;

/**
 * milieu_vocabulary_size:
 *
 * Returns: how many tokens @vocabulary has, the unset one (0) included
 */
guint milieu_vocabulary_size (MilieuVocabulary vocabulary);

/**
 * milieu_vocabulary_token:
 *
 * Returns: the token of @value as files write it ("upperground"); "" for an
 *   unset value; %NULL out of range
 */
const char *milieu_vocabulary_token (MilieuVocabulary vocabulary, guint value);

/**
 * milieu_vocabulary_label:
 *
 * Returns: the msgid of the label of @value ("Upperground"), to be looked up
 *   with milieu_words() or gettext
 */
const char *milieu_vocabulary_label (MilieuVocabulary vocabulary, guint value);

/**
 * milieu_vocabulary_parse:
 * @value: (out): the value; 0 for a blank token
 *
 * Returns: %FALSE if @token is not of @vocabulary
 */
gboolean milieu_vocabulary_parse (MilieuVocabulary vocabulary, const char *token, guint *value);

/**
 * milieu_vocabulary_field_label:
 * @token: the token of a field or of a record type ("start", "actor")
 *
 * Returns: the msgid of its label ("Start"), or @token itself if it has none
 */
const char *milieu_vocabulary_field_label (const char *token);

G_END_DECLS
