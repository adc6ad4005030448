#ifndef CGraphvizShim_h
#define CGraphvizShim_h

#include <stdbool.h>

// Layout by libgvc, and nothing else of it: plain numbers go in and come out, in points with y
// growing downwards. No text of a user ever gets here; Graphviz objects are named by their place.
// Calls from several threads wait for each other.

typedef struct { double x, y; } gvs_point;
typedef struct { double min_x, min_y, max_x, max_y; } gvs_rect;

typedef struct {
  double width, height;
  int frame;  // -1 for none
} gvs_box;

typedef struct {
  int parent;  // -1 for none; smaller than its own place
  double title_width, title_height;
  bool title_below;
} gvs_frame;

typedef struct {
  int tail, head;
  double label_width, label_height;  // 0 for no label
  int minimum_length;                // in ranks
  bool points_backward;              // the arrow's head is at the tail
  bool is_invisible;
} gvs_line;

typedef enum { gvs_spline, gvs_polyline, gvs_straight } gvs_routing;

typedef struct {
  bool grows_right;
  double box_gap, rank_gap, frame_margin;
  gvs_routing routing;
  double simplex_limit;    // iterations as a multiple of the boxes; 0 for no limit
  double crossing_effort;  // 1 is Graphviz's own
  bool order_only;         // stop when the order within the ranks is found: only crossings come back
} gvs_settings;

typedef struct {
  int first_point, point_count;  // 3 n + 1 control points; 0 when Graphviz lost the line
  bool has_tip, has_label;
  gvs_point tip, label;  // the arrow's point; the label's centre
} gvs_route;

typedef struct {
  int crossings;  // between neighbouring ranks
  double width, height;
  gvs_point *box_centers;
  gvs_rect *frames;
  gvs_route *routes;
  gvs_point *points;
} gvs_picture;

typedef struct gvs_engine gvs_engine;

// NULL when Graphviz cannot be set up. The light one loads its dot engine only, in 0.2 ms; where that
// is not found, and for `plain`, Graphviz reads its configuration, in 5 ms.
gvs_engine *gvs_engine_new(bool plain);
void gvs_engine_free(gvs_engine *engine);

// Such as 2.43.0; lives as long as the engine.
const char *gvs_version(gvs_engine *engine);

// Boxes are given to Graphviz in the order `order`, which its drawing depends on. NULL when it fails.
gvs_picture *gvs_layout(
  gvs_engine *engine, gvs_settings settings, const gvs_box *boxes, const int *order, int box_count,
  const gvs_frame *frames, int frame_count, const gvs_line *lines, int line_count);
void gvs_picture_free(gvs_picture *picture);

// Lays out a graph in the DOT language as Graphviz does by itself, its own texts measured and all,
// and forgets it. False when it fails or complains. For comparing speeds, and for testing DOT text.
bool gvs_layout_dot(gvs_engine *engine, const char *dot);

// Confines this process before it works for another one: memory in bytes; no core dumps.
void gvs_confine(unsigned long long memory);

// Ends this process after so many seconds, unless it is called again before; 0 takes it back.
void gvs_end_after(unsigned int seconds);

#endif
