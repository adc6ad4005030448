#include <stdlib.h>
#include <string.h>

#include "TreeBuilder.h"

typedef struct {
  const uint8_t *text;
  uint32_t length;
  uint32_t node;
} Key;

static int compare_text(const Key *left, const Key *right) {
  if (left->length != right->length) return left->length < right->length ? -1 : 1;
  return left->length == 0 ? 0 : memcmp(left->text, right->text, left->length);
}

static int by_text_then_place(const void *left, const void *right) {
  int order = compare_text(left, right);
  if (order != 0) return order;
  uint32_t first = ((const Key *)left)->node, second = ((const Key *)right)->node;
  return (first > second) - (first < second);
}

static void drop_duplicate(TreeBuilder *builder, uint32_t node, uint32_t first) {
  builder->tree.nodes[node].flags |= YTreeFlagDropped;
  ytree_add_problem(builder, (YTreeProblem){
    .kind = YTreeProblemKindDuplicateKey, .node = node, .other = first,
  });
}

static size_t collect_keys(const YTree *tree, uint32_t mapping, Key *keys) {
  size_t count = 0;
  uint32_t node = mapping + 1;
  while (node < tree->nodes[mapping].next) {
    const YTreeNode *key = &tree->nodes[node];
    if (!(key->flags & YTreeFlagDropped)) {
      const YTreeNode *meant = key->kind == YTreeKindAlias ? &tree->nodes[key->text] : key;
      keys[count++] = (Key){tree->text + meant->text, meant->length, node};
    }
    if (key->next >= tree->nodes[mapping].next) break;
    node = tree->nodes[key->next].next;
  }
  return count;
}

void ytree_check_keys(TreeBuilder *builder, uint32_t mapping) {
  enum { few = 8 };
  Key some[few];
  size_t entries = builder->tree.nodes[mapping].length / 2;
  Key *keys = entries <= few ? some : malloc(entries * sizeof *keys);
  if (!keys) {
    ytree_stop(builder, YTreeProblemKindOutOfMemory, builder->tree.nodes[mapping].start);
    return;
  }
  size_t count = collect_keys(&builder->tree, mapping, keys);
  if (count <= few) {
    for (size_t later = 1; later < count; later++) {
      size_t earlier = 0;
      while (earlier < later && compare_text(&keys[earlier], &keys[later]) != 0) earlier++;
      if (earlier < later) drop_duplicate(builder, keys[later].node, keys[earlier].node);
    }
  } else {
    // Sorted and not hashed, so that no choice of keys makes it slow.
    qsort(keys, count, sizeof *keys, by_text_then_place);
    size_t first = 0;
    for (size_t index = 1; index < count; index++) {
      if (compare_text(&keys[first], &keys[index]) != 0) {
        first = index;
      } else {
        drop_duplicate(builder, keys[index].node, keys[first].node);
      }
    }
  }
  if (keys != some) free(keys);
}
