#ifndef TreeBuilder_h
#define TreeBuilder_h

#include "Anchors.h"
#include "CYAMLShim.h"
#include "LineCursor.h"

// A collection whose end has not been met.
typedef struct {
  uint32_t node;
  uint32_t members;
  // The latest key or item, or `ytree_no_node`.
  uint32_t latest;
  uint64_t weight;
  size_t height;
  // Null when it has no anchor.
  Anchor *anchor;
  YTreePlace end_of_last_member;
} OpenCollection;

typedef struct {
  YTree tree;
  YTreeLimits limits;
  size_t node_capacity, text_capacity, problem_capacity;
  OpenCollection *open;
  size_t depth;
  Anchors anchors;
  uint64_t aliased_nodes;
  LineCursor lines;
  // Set by a problem after which nothing more is read.
  bool stopped;
} TreeBuilder;

static const uint32_t ytree_no_node = UINT32_MAX;

bool ytree_start(TreeBuilder *builder, const uint8_t *bytes, size_t count, YTreeLimits limits);
void ytree_add_problem(TreeBuilder *builder, YTreeProblem problem);
void ytree_stop(TreeBuilder *builder, YTreeProblemKind kind, YTreePlace place);

// Bytes into the text buffer; returns where they begin.
uint32_t ytree_keep_text(TreeBuilder *builder, const void *bytes, size_t length);
// Adds a node as the next member of the open collection; returns its index or `ytree_no_node`.
uint32_t ytree_add_node(TreeBuilder *builder, YTreeNode node);
void ytree_add_alias(TreeBuilder *builder, const char *name, YTreePlace start, YTreePlace end);
void ytree_name_node(TreeBuilder *builder, uint32_t node, const char *anchor);
void ytree_open_collection(TreeBuilder *builder, uint32_t node, const char *anchor);
// Closes the innermost collection. Without an `end` of its own it ends with its last member.
void ytree_close_collection(TreeBuilder *builder, const YTreePlace *end);

// Of a mapping whose latest key has lost its value: makes that key no entry.
void ytree_finish_entry(TreeBuilder *builder);

// Reports every key of a mapping that an earlier one equals, and drops its entry.
void ytree_check_keys(TreeBuilder *builder, uint32_t mapping);

#endif
