#ifndef NodePlaces_h
#define NodePlaces_h

#include "TreeBuilder.h"

// Where libyaml's places are not those that a reader sees.

// Where a node begins whose `properties`, an anchor, a tag or both, begin at `start`.
YTreePlace ytree_content_start(TreeBuilder *builder, YTreePlace start, int properties);

// The two ends of the tag of a node whose anchor and tag begin at `start`.
void ytree_find_tag(TreeBuilder *builder, YTreePlace start, YTreePlace *from, YTreePlace *to);

// The end of a literal or folded scalar: that of its last line that is not blank. libyaml puts it
// where the next node begins.
YTreePlace ytree_block_scalar_end(TreeBuilder *builder, YTreePlace start, YTreePlace end);

// The place of a value that is not there: behind its colon or, when there is no colon, behind its
// key. libyaml puts it at the next node then.
YTreePlace ytree_place_of_nothing(TreeBuilder *builder, YTreePlace place);

#endif
