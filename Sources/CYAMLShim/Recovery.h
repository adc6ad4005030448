#ifndef Recovery_h
#define Recovery_h

#include "TreeBuilder.h"

// The lines that one run of libyaml reads.
typedef struct {
  size_t start, end;
  uint32_t lines_before;
} Stretch;

// The lines to read after `stretch`, which failed or just ended: the next that begin with a key or
// an item of a collection that is still open, as their indentation tells. Closes what they leave.
bool ytree_next_stretch(TreeBuilder *builder, Stretch *stretch, bool failed);

#endif
