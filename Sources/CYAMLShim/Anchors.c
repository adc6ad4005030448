#include "Anchors.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

static int by_name(const void *left, const void *right) {
  return strcmp(((const Anchor *)left)->name, ((const Anchor *)right)->name);
}

Anchor *ytree_find_anchor(const Anchors *anchors, const char *name) {
  Anchor key = {.name = (char *)name};
  Anchor **found = tfind(&key, &anchors->root, by_name);
  return found ? *found : NULL;
}

Anchor *ytree_define_anchor(Anchors *anchors, const char *name) {
  Anchor *known = ytree_find_anchor(anchors, name);
  if (known) return known;
  Anchor *anchor = calloc(1, sizeof *anchor);
  if (!anchor) return NULL;
  anchor->name = strdup(name);
  if (!anchor->name || !tsearch(anchor, &anchors->root, by_name)) {
    free(anchor->name);
    free(anchor);
    return NULL;
  }
  return anchor;
}

void ytree_free_anchors(Anchors *anchors) {
  while (anchors->root) {
    Anchor *anchor = *(Anchor **)anchors->root;
    tdelete(anchor, &anchors->root, by_name);
    free(anchor->name);
    free(anchor);
  }
}
