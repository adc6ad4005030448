#include "Graphviz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void set(void *object, const char *name, const char *value) {
  agset(object, (char *)name, (char *)value);
}

static void set_number(void *object, const char *name, double value) {
  char text[48];
  snprintf(text, sizeof text, "%.5f", value);
  set(object, name, text);
}

static void declare_number(Agraph_t *graph, int kind, const char *name, double value) {
  char text[48];
  snprintf(text, sizeof text, "%.5f", value);
  gvs_declare(graph, kind, name, text);
}

// A label of a fixed size without a text: an empty table.
static void set_empty_label(Agraph_t *root, void *object, double width, double height) {
  char text[256];
  snprintf(
    text, sizeof text,
    "<TABLE FIXEDSIZE=\"TRUE\" WIDTH=\"%d\" HEIGHT=\"%d\"><TR><TD></TD></TR></TABLE>",
    (int)(width + 0.999), (int)(height + 0.999));
  char *label = agstrdup_html(root, text);
  agset(object, "label", label);
  agstrfree(root, label);
}

static const double points_per_inch = 72;

static void declare_attributes(Agraph_t *root, const gvs_settings *settings) {
  static const char *const routings[] = {"spline", "polyline", "line"};
  // Without newrank dot fails on clusters with labelled edges and corrupts the heap afterwards.
  gvs_declare(root, AGRAPH, "newrank", "true");
  gvs_declare(root, AGRAPH, "rankdir", settings->grows_right ? "LR" : "TB");
  gvs_declare(root, AGRAPH, "splines", routings[settings->routing]);
  declare_number(root, AGRAPH, "nodesep", settings->box_gap / points_per_inch);
  declare_number(root, AGRAPH, "ranksep", settings->rank_gap / points_per_inch);
  declare_number(root, AGRAPH, "margin", settings->frame_margin);
  gvs_declare(root, AGRAPH, "label", "");
  gvs_declare(root, AGRAPH, "labelloc", "t");
  gvs_declare(root, AGRAPH, "labeljust", "l");
  if (settings->simplex_limit > 0) {
    declare_number(root, AGRAPH, "nslimit", settings->simplex_limit);
  }
  if (settings->crossing_effort > 0) {
    declare_number(root, AGRAPH, "mclimit", settings->crossing_effort);
  }
  if (settings->order_only) gvs_declare(root, AGRAPH, "phase", "2");
  gvs_declare(root, AGNODE, "shape", "box");
  gvs_declare(root, AGNODE, "fixedsize", "true");
  gvs_declare(root, AGNODE, "label", "");
  gvs_declare(root, AGNODE, "width", "1");
  gvs_declare(root, AGNODE, "height", "1");
  gvs_declare(root, AGEDGE, "label", "");
  gvs_declare(root, AGEDGE, "minlen", "1");
  gvs_declare(root, AGEDGE, "dir", "forward");
  gvs_declare(root, AGEDGE, "style", "");
  gvs_declare(root, AGEDGE, "arrowsize", "0.9");
}

static void add_frames(
  Agraph_t *root, const gvs_settings *settings, Agraph_t **clusters, const gvs_frame *frames,
  int frame_count)
{
  for (int i = 0; i < frame_count; i++) {
    char name[32];
    snprintf(name, sizeof name, "cluster%d", i);
    Agraph_t *parent = frames[i].parent < 0 ? root : clusters[frames[i].parent];
    clusters[i] = agsubg(parent, name, 1);
    if (frames[i].title_below) set(clusters[i], "labelloc", "b");
    if (frames[i].title_width > 0 && !settings->order_only) {
      set_empty_label(root, clusters[i], frames[i].title_width, frames[i].title_height);
    }
  }
}

static void add_boxes(
  Agraph_t *root, const gvs_settings *settings, Agraph_t **clusters, Agnode_t **nodes,
  const gvs_box *boxes, const int *order, int box_count)
{
  for (int k = 0; k < box_count; k++) {
    int i = order[k];
    char name[32];
    snprintf(name, sizeof name, "n%d", i);
    nodes[i] = agnode(root, name, 1);
    if (boxes[i].frame >= 0) agsubnode(clusters[boxes[i].frame], nodes[i], 1);
    if (settings->order_only) continue;
    set_number(nodes[i], "width", boxes[i].width / points_per_inch);
    set_number(nodes[i], "height", boxes[i].height / points_per_inch);
  }
}

static void add_lines(
  Agraph_t *root, const gvs_settings *settings, Agnode_t **nodes, Agedge_t **edges,
  const gvs_line *lines, int line_count)
{
  for (int i = 0; i < line_count; i++) {
    edges[i] = agedge(root, nodes[lines[i].tail], nodes[lines[i].head], NULL, 1);
    if (lines[i].label_width > 0 && settings->order_only) {
      set(edges[i], "label", " ");  // for the order it counts that there is one
    } else if (lines[i].label_width > 0) {
      set_empty_label(root, edges[i], lines[i].label_width, lines[i].label_height);
    }
    if (lines[i].minimum_length != 1) set_number(edges[i], "minlen", lines[i].minimum_length);
    if (lines[i].points_backward) set(edges[i], "dir", "back");
    if (lines[i].is_invisible) set(edges[i], "style", "invis");
  }
}

// Crossings between a rank and the next one, as dot counts them: an edge crosses those that were
// drawn from a vertex further left to one further right.
static int crossings_below(Agraph_t *root, int rank) {
  int width = (int)GD_rank(root)[rank + 1].n;
  int *ends = calloc((size_t)width + 1, sizeof *ends);
  if (!ends) return 0;
  int crossings = 0;
  for (int i = 0; i < (int)GD_rank(root)[rank].n; i++) {
    Agnode_t *vertex = GD_rank(root)[rank].v[i];
    for (int pass = 0; pass < 2; pass++) {
      for (int k = 0; k < (int)ND_out(vertex).size; k++) {
        int end = (int)ND_order(aghead(ND_out(vertex).list[k]));
        if (end < 0 || end >= width) continue;
        if (pass == 1) ends[end]++;
        else for (int right = end + 1; right < width; right++) crossings += ends[right];
      }
    }
  }
  free(ends);
  return crossings;
}

static int count_crossings(Agraph_t *root) {
  int crossings = 0;
  for (int rank = (int)GD_minrank(root); rank < (int)GD_maxrank(root); rank++) {
    crossings += crossings_below(root, rank);
  }
  return crossings;
}

static int count_points(Agedge_t **edges, int line_count) {
  int points = 0;
  for (int i = 0; i < line_count; i++) {
    splines *curves = ED_spl(edges[i]);
    if (curves && curves->size > 0) points += (int)curves->list[0].size;
  }
  return points;
}

static gvs_point flipped(pointf point, boxf bounds) {
  return (gvs_point){point.x - bounds.LL.x, bounds.UR.y - point.y};
}

// Only the first curve of an edge counts: dot draws a second one only when it joins edges.
static void read_routes(
  gvs_picture *picture, Agedge_t **edges, int line_count, boxf bounds)
{
  int used = 0;
  for (int i = 0; i < line_count; i++) {
    gvs_route *route = &picture->routes[i];
    splines *curves = ED_spl(edges[i]);
    textlabel_t *label = ED_label(edges[i]);
    if (label && label->set) {
      route->has_label = true;
      route->label = flipped(label->pos, bounds);
    }
    if (!curves || curves->size == 0) continue;
    bezier curve = curves->list[0];
    route->first_point = used;
    route->point_count = (int)curve.size;
    for (int k = 0; k < (int)curve.size; k++) {
      picture->points[used++] = flipped(curve.list[k], bounds);
    }
    route->has_tip = curve.eflag || curve.sflag;
    if (route->has_tip) route->tip = flipped(curve.eflag ? curve.ep : curve.sp, bounds);
  }
}

static gvs_picture *new_picture(int box_count, int frame_count, int line_count, int point_count) {
  gvs_picture *picture = calloc(1, sizeof *picture);
  if (!picture) return NULL;
  picture->box_centers = calloc((size_t)box_count + 1, sizeof *picture->box_centers);
  picture->frames = calloc((size_t)frame_count + 1, sizeof *picture->frames);
  picture->routes = calloc((size_t)line_count + 1, sizeof *picture->routes);
  picture->points = calloc((size_t)point_count + 1, sizeof *picture->points);
  if (picture->box_centers && picture->frames && picture->routes && picture->points) {
    return picture;
  }
  gvs_picture_free(picture);
  return NULL;
}

void gvs_picture_free(gvs_picture *picture) {
  if (!picture) return;
  free(picture->box_centers);
  free(picture->frames);
  free(picture->routes);
  free(picture->points);
  free(picture);
}

typedef struct {
  Agraph_t *root;
  Agraph_t **clusters;
  Agnode_t **nodes;
  Agedge_t **edges;
} drawing;

static gvs_picture *read_picture(
  drawing *from, const gvs_settings *settings, int box_count, int frame_count, int line_count)
{
  int point_count = settings->order_only ? 0 : count_points(from->edges, line_count);
  gvs_picture *picture = new_picture(box_count, frame_count, line_count, point_count);
  if (!picture) return NULL;
  picture->crossings = count_crossings(from->root);
  if (settings->order_only) return picture;
  boxf bounds = GD_bb(from->root);
  picture->width = bounds.UR.x - bounds.LL.x;
  picture->height = bounds.UR.y - bounds.LL.y;
  for (int i = 0; i < box_count; i++) {
    picture->box_centers[i] = flipped(ND_coord(from->nodes[i]), bounds);
  }
  for (int i = 0; i < frame_count; i++) {
    boxf box = GD_bb(from->clusters[i]);
    gvs_point low = flipped(box.LL, bounds), high = flipped(box.UR, bounds);
    picture->frames[i] = (gvs_rect){low.x, high.y, high.x, low.y};
  }
  read_routes(picture, from->edges, line_count, bounds);
  return picture;
}

static gvs_picture *layout(
  gvs_engine *engine, gvs_settings settings, const gvs_box *boxes, const int *order, int box_count,
  const gvs_frame *frames, int frame_count, const gvs_line *lines, int line_count)
{
  drawing made = {
    .root = gvs_open_graph(),
    .clusters = calloc((size_t)frame_count + 1, sizeof *made.clusters),
    .nodes = calloc((size_t)box_count + 1, sizeof *made.nodes),
    .edges = calloc((size_t)line_count + 1, sizeof *made.edges),
  };
  gvs_picture *picture = NULL;
  if (made.root && made.clusters && made.nodes && made.edges) {
    declare_attributes(made.root, &settings);
    add_frames(made.root, &settings, made.clusters, frames, frame_count);
    add_boxes(made.root, &settings, made.clusters, made.nodes, boxes, order, box_count);
    add_lines(made.root, &settings, made.nodes, made.edges, lines, line_count);
    if (!gvLayout(engine->context, made.root, "dot")) {
      picture = read_picture(&made, &settings, box_count, frame_count, line_count);
    }
    gvFreeLayout(engine->context, made.root);
  }
  if (made.root) agclose(made.root);
  free(made.clusters);
  free(made.nodes);
  free(made.edges);
  return picture;
}

gvs_picture *gvs_layout(
  gvs_engine *engine, gvs_settings settings, const gvs_box *boxes, const int *order, int box_count,
  const gvs_frame *frames, int frame_count, const gvs_line *lines, int line_count)
{
  gvs_enter();
  gvs_picture *picture = layout(
    engine, settings, boxes, order, box_count, frames, frame_count, lines, line_count);
  gvs_leave();
  return picture;
}

bool gvs_layout_dot(gvs_engine *engine, const char *dot) {
  gvs_enter();
  Agraph_t *root = agmemread(dot);
  bool done = root && !gvLayout(engine->context, root, "dot") && !gvs_error_count;
  if (root) {
    gvFreeLayout(engine->context, root);
    agclose(root);
  }
  gvs_leave();
  return done;
}
