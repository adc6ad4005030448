#ifndef CYAMLShim_h
#define CYAMLShim_h

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YTREE_CLOSED __attribute__((enum_extensibility(closed)))

typedef enum YTREE_CLOSED YTreeKind : uint8_t {
  YTreeKindScalar,
  YTreeKindSequence,
  YTreeKindMapping,
  // Stands for the node whose index is in `text`.
  YTreeKindAlias,
} YTreeKind;

typedef enum YTREE_CLOSED YTreeStyle : uint8_t {
  YTreeStylePlain,
  YTreeStyleSingleQuoted,
  YTreeStyleDoubleQuoted,
  YTreeStyleLiteral,
  YTreeStyleFolded,
} YTreeStyle;

// The node is in error and no member of its parent; of a key, the whole entry.
static const uint8_t YTreeFlagDropped = 1;
// The node has the tag `!!str`: it is text, whatever it looks like.
static const uint8_t YTreeFlagString = 2;
// A collection in brackets or braces.
static const uint8_t YTreeFlagFlow = 4;

// A place in the text, both from 1, the column in Unicode scalars.
typedef struct {
  uint32_t line, column;
} YTreePlace;

// Nodes stand in the order of the text, a collection before its members, a key before its value.
typedef struct {
  YTreeKind kind;
  YTreeStyle style;
  uint8_t flags;
  YTreePlace start, end;
  // Of a scalar: where its text begins in the text buffer. Of an alias: the index of its target.
  uint32_t text;
  // Of a scalar: the bytes of its text. Of a collection: how many nodes are its direct members.
  uint32_t length;
  // The index of the first node after this one and all below it.
  uint32_t next;
} YTreeNode;

typedef enum YTREE_CLOSED YTreeProblemKind : uint8_t {
  YTreeProblemKindSyntax,
  YTreeProblemKindSeveralDocuments,
  YTreeProblemKindTooDeep,
  YTreeProblemKindTooManyNodes,
  YTreeProblemKindOutOfMemory,
  YTreeProblemKindDuplicateKey,
  YTreeProblemKindCollectionAsKey,
  YTreeProblemKindMergeKey,
  YTreeProblemKindUnknownTag,
  YTreeProblemKindUnknownAlias,
  YTreeProblemKindCyclicAlias,
  YTreeProblemKindDeepAlias,
  YTreeProblemKindTooManyAliasedNodes,
} YTreeProblemKind;

typedef struct {
  YTreeProblemKind kind;
  // The node in error, and the node that explains it. Of a syntax problem, the node read last and
  // the innermost open collection, as far as there are any; meaningless for the next four kinds.
  uint32_t node, other;
  // Where the problem was met, and where the construct around it began (line 0: not known). Of an
  // unknown tag, its two ends.
  YTreePlace place, context_place;
  // Of a syntax problem: libyaml's own words, or null. They live as long as the process.
  const char *message, *context;
  // Of an unknown alias or tag: its name in the text buffer.
  uint32_t text, length;
} YTreeProblem;

typedef struct {
  size_t depth, nodes, aliased_nodes;
  // How many problems are kept; the rest is counted.
  size_t problems;
} YTreeLimits;

typedef struct {
  YTreeNode *nodes;
  size_t node_count;
  uint8_t *text;
  size_t text_count;
  YTreeProblem *problems;
  size_t problem_count, problems_left_out;
  // False when a part of the text was not read.
  bool complete;
} YTree;

// Reads bytes that `ytree_check_text` accepts. The tree must be given to `ytree_free`.
YTree ytree_parse(const uint8_t *bytes, size_t count, YTreeLimits limits);
void ytree_free(YTree *tree);

// The first byte of the line nearest to the middle that begins with a letter, and the lines before it;
// 0 where there is none, and where two parts of the text would not read like the whole.
size_t ytree_middle(const uint8_t *bytes, size_t count, uint32_t *lines_before);

typedef struct {
  bool found;
  bool malformed;
  // The scalar that is not allowed; of malformed UTF-8 the first wrong byte.
  uint32_t scalar;
  YTreePlace place;
} YTreeTextFault;

// The first byte that is no UTF-8, or the first scalar that cannot stand in a YAML text.
YTreeTextFault ytree_check_text(const uint8_t *bytes, size_t count);

// The bare event loop of libyaml and nothing else, for comparison. Negative: a syntax error.
long ytree_count_events(const uint8_t *bytes, size_t count);

#endif
