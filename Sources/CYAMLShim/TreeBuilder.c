#include "TreeBuilder.h"

#include <stdlib.h>
#include <string.h>

// Makes room for one more item; doubles, so that adding costs the same on average.
static bool reserve(void **items, size_t *capacity, size_t needed, size_t size) {
  if (needed <= *capacity) return true;
  size_t grown = *capacity < 64 ? 64 : *capacity;
  while (grown < needed) grown *= 2;
  void *moved = realloc(*items, grown * size);
  if (!moved) return false;
  *items = moved;
  *capacity = grown;
  return true;
}

bool ytree_start(TreeBuilder *builder, const uint8_t *bytes, size_t count, YTreeLimits limits) {
  *builder = (TreeBuilder){.limits = limits, .lines = ytree_line_cursor(bytes, count)};
  builder->tree.complete = true;
  builder->open = calloc(limits.depth + 1, sizeof *builder->open);
  return builder->open != NULL;
}

void ytree_add_problem(TreeBuilder *builder, YTreeProblem problem) {
  YTree *tree = &builder->tree;
  bool room = tree->problem_count < builder->limits.problems
      && reserve((void **)&tree->problems, &builder->problem_capacity, tree->problem_count + 1,
                 sizeof problem);
  if (room) {
    tree->problems[tree->problem_count++] = problem;
  } else {
    tree->problems_left_out++;
  }
}

void ytree_stop(TreeBuilder *builder, YTreeProblemKind kind, YTreePlace place) {
  if (builder->stopped) return;
  builder->stopped = true;
  builder->tree.complete = false;
  // Why reading ended is told in any case.
  builder->limits.problems++;
  ytree_add_problem(builder, (YTreeProblem){.kind = kind, .place = place});
}

uint32_t ytree_keep_text(TreeBuilder *builder, const void *bytes, size_t length) {
  YTree *tree = &builder->tree;
  if (length == 0) return 0;
  if (!reserve((void **)&tree->text, &builder->text_capacity, tree->text_count + length, 1)) {
    ytree_stop(builder, YTreeProblemKindOutOfMemory, (YTreePlace){1, 1});
    return 0;
  }
  uint32_t start = (uint32_t)tree->text_count;
  memcpy(tree->text + start, bytes, length);
  tree->text_count += length;
  return start;
}

static void drop(TreeBuilder *builder, YTreeProblemKind kind, uint32_t node, uint32_t other) {
  builder->tree.nodes[node].flags |= YTreeFlagDropped;
  ytree_add_problem(builder, (YTreeProblem){.kind = kind, .node = node, .other = other});
}

static bool is_merge_key(const YTree *tree, const YTreeNode *key) {
  return key->kind == YTreeKindScalar && key->style == YTreeStylePlain && key->length == 2
      && !(key->flags & YTreeFlagString) && memcmp(tree->text + key->text, "<<", 2) == 0;
}

static void check_new_key(TreeBuilder *builder, uint32_t index) {
  const YTreeNode *key = &builder->tree.nodes[index];
  if (key->flags & YTreeFlagDropped) return;
  if (is_merge_key(&builder->tree, key)) drop(builder, YTreeProblemKindMergeKey, index, index);
  const YTreeNode *meant = key->kind == YTreeKindAlias ? &builder->tree.nodes[key->text] : key;
  if (meant->kind != YTreeKindScalar) {
    drop(builder, YTreeProblemKindCollectionAsKey, index, index);
  }
}

uint32_t ytree_add_node(TreeBuilder *builder, YTreeNode node) {
  YTree *tree = &builder->tree;
  if (tree->node_count >= builder->limits.nodes) {
    ytree_stop(builder, YTreeProblemKindTooManyNodes, node.start);
    return ytree_no_node;
  }
  if (!reserve((void **)&tree->nodes, &builder->node_capacity, tree->node_count + 1, sizeof node)) {
    ytree_stop(builder, YTreeProblemKindOutOfMemory, node.start);
    return ytree_no_node;
  }
  uint32_t index = (uint32_t)tree->node_count++;
  node.next = index + 1;
  tree->nodes[index] = node;
  if (builder->depth == 0) return index;
  OpenCollection *parent = &builder->open[builder->depth - 1];
  bool in_mapping = tree->nodes[parent->node].kind == YTreeKindMapping;
  bool is_key = in_mapping && parent->members % 2 == 0;
  if (is_key) check_new_key(builder, index);
  if (is_key || !in_mapping) parent->latest = index;
  parent->members++;
  parent->weight++;
  parent->end_of_last_member = node.end;
  return index;
}

void ytree_name_node(TreeBuilder *builder, uint32_t node, const char *name) {
  if (!name || node == ytree_no_node) return;
  Anchor *anchor = ytree_define_anchor(&builder->anchors, name);
  if (!anchor) {
    ytree_stop(builder, YTreeProblemKindOutOfMemory, builder->tree.nodes[node].start);
    return;
  }
  *anchor = (Anchor){.name = anchor->name, .node = node, .weight = 1};
}

void ytree_open_collection(TreeBuilder *builder, uint32_t node, const char *name) {
  if (node == ytree_no_node) return;
  const YTreeNode *collection = &builder->tree.nodes[node];
  if (builder->depth >= builder->limits.depth) {
    ytree_stop(builder, YTreeProblemKindTooDeep, collection->start);
    return;
  }
  ytree_name_node(builder, node, name);
  Anchor *anchor = name ? ytree_find_anchor(&builder->anchors, name) : NULL;
  if (anchor) anchor->open = true;
  builder->open[builder->depth++] = (OpenCollection){
    .node = node, .weight = 1, .height = 1, .anchor = anchor, .latest = ytree_no_node,
    .end_of_last_member = collection->end,
  };
}

void ytree_finish_entry(TreeBuilder *builder) {
  OpenCollection *mapping = &builder->open[builder->depth - 1];
  if (builder->tree.nodes[mapping->node].kind != YTreeKindMapping || mapping->members % 2 == 0) {
    return;
  }
  YTreePlace end = mapping->end_of_last_member;
  YTreeNode nothing = {.kind = YTreeKindScalar, .start = end, .end = end};
  builder->tree.nodes[mapping->latest].flags |= YTreeFlagDropped;
  // Even a text that is at its limit needs it: keys and values must pair up.
  builder->limits.nodes++;
  ytree_add_node(builder, nothing);
}

void ytree_close_collection(TreeBuilder *builder, const YTreePlace *end) {
  OpenCollection *closed = &builder->open[builder->depth - 1];
  bool is_mapping = builder->tree.nodes[closed->node].kind == YTreeKindMapping;
  ytree_finish_entry(builder);
  YTreeNode *node = &builder->tree.nodes[closed->node];
  node->end = end ? *end : closed->end_of_last_member;
  node->length = closed->members;
  node->next = (uint32_t)builder->tree.node_count;
  if (closed->anchor && closed->anchor->node == closed->node) {
    closed->anchor->open = false;
    closed->anchor->weight = closed->weight;
    closed->anchor->height = closed->height;
  }
  builder->depth--;
  if (builder->depth > 0) {
    OpenCollection *parent = &builder->open[builder->depth - 1];
    parent->weight += closed->weight - 1;
    if (parent->height < closed->height + 1) parent->height = closed->height + 1;
    parent->end_of_last_member = node->end;
  }
  if (is_mapping) ytree_check_keys(builder, closed->node);
}

// Follows an alias in counting only; what it stands for is found when the tree is walked.
static void count_alias(TreeBuilder *builder, uint32_t index, const Anchor *anchor) {
  OpenCollection *parent = &builder->open[builder->depth - 1];
  if (builder->depth + anchor->height > builder->limits.depth) {
    drop(builder, YTreeProblemKindDeepAlias, index, anchor->node);
    return;
  }
  builder->aliased_nodes += anchor->weight;
  parent->weight += anchor->weight - 1;
  if (parent->height < anchor->height + 1) parent->height = anchor->height + 1;
  if (builder->aliased_nodes > builder->limits.aliased_nodes) {
    drop(builder, YTreeProblemKindTooManyAliasedNodes, index, anchor->node);
    builder->stopped = true;
    builder->tree.complete = false;
  }
}

void ytree_add_alias(TreeBuilder *builder, const char *name, YTreePlace start, YTreePlace end) {
  const Anchor *anchor = ytree_find_anchor(&builder->anchors, name);
  YTreeNode alias = {.kind = YTreeKindAlias, .start = start, .end = end};
  YTreeProblem problem = {0};
  bool unusable = !anchor || anchor->open || builder->depth == 0;
  if (unusable) {
    alias.kind = YTreeKindScalar;
    alias.flags = YTreeFlagDropped;
    problem.kind = anchor ? YTreeProblemKindCyclicAlias : YTreeProblemKindUnknownAlias;
    problem.other = anchor ? anchor->node : 0;
    problem.length = (uint32_t)strlen(name);
    problem.text = ytree_keep_text(builder, name, problem.length);
  } else {
    alias.text = anchor->node;
  }
  uint32_t index = ytree_add_node(builder, alias);
  if (index == ytree_no_node) return;
  problem.node = index;
  if (unusable) {
    ytree_add_problem(builder, problem);
  } else {
    count_alias(builder, index, anchor);
  }
}
