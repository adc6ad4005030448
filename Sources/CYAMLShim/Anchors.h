#ifndef Anchors_h
#define Anchors_h

#include "CYAMLShim.h"

// What an anchor's name stands for.
typedef struct {
  char *name;
  uint32_t node;
  // Whether the node is still being read, so that an alias here would contain itself.
  bool open;
  // How many nodes it has when all its aliases are followed, and how many levels of collections.
  uint64_t weight;
  size_t height;
} Anchor;

// The anchors of a text by name: a balanced tree, so that no choice of names makes it slow.
typedef struct {
  void *root;
} Anchors;

// The anchor with a name, made if there is none; null when memory is short.
Anchor *ytree_define_anchor(Anchors *anchors, const char *name);
// The anchor with a name, or null.
Anchor *ytree_find_anchor(const Anchors *anchors, const char *name);
void ytree_free_anchors(Anchors *anchors);

#endif
