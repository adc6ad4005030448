#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "NodePlaces.h"
#include "Recovery.h"
#include "TreeBuilder.h"

typedef enum { ReadingEnded, ReadingFailed } Reading;

static YTreePlace place_of(yaml_mark_t mark, Stretch stretch) {
  return (YTreePlace){
    (uint32_t)mark.line + 1 + stretch.lines_before, (uint32_t)mark.column + 1,
  };
}

static YTreeStyle style_of(yaml_scalar_style_t style) {
  switch (style) {
  case YAML_SINGLE_QUOTED_SCALAR_STYLE: return YTreeStyleSingleQuoted;
  case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return YTreeStyleDoubleQuoted;
  case YAML_LITERAL_SCALAR_STYLE: return YTreeStyleLiteral;
  case YAML_FOLDED_SCALAR_STYLE: return YTreeStyleFolded;
  default: return YTreeStylePlain;
  }
}

// Whether a tag is `!`, or one of the core schema that says no more than what the node is anyway.
static bool fits(const char *tag, YTreeKind kind, YTreeStyle style) {
  const char *core = "tag:yaml.org,2002:";
  if (strcmp(tag, "!") == 0) return true;
  if (strncmp(tag, core, strlen(core)) != 0) return false;
  const char *name = tag + strlen(core);
  if (kind == YTreeKindSequence) return strcmp(name, "seq") == 0;
  if (kind == YTreeKindMapping) return strcmp(name, "map") == 0;
  if (strcmp(name, "str") == 0) return true;
  bool typed = strcmp(name, "int") == 0 || strcmp(name, "float") == 0
      || strcmp(name, "bool") == 0 || strcmp(name, "null") == 0;
  return typed && style == YTreeStylePlain;
}

static void check_tag(
    TreeBuilder *builder, uint32_t index, const char *tag, YTreePlace properties) {
  if (!tag || index == ytree_no_node) return;
  YTreeNode *node = &builder->tree.nodes[index];
  if (fits(tag, node->kind, node->style)) return;
  uint32_t length = (uint32_t)strlen(tag);
  uint32_t text = ytree_keep_text(builder, tag, length);
  YTreeProblem problem = {
    .kind = YTreeProblemKindUnknownTag, .node = index, .text = text, .length = length,
  };
  ytree_find_tag(builder, properties, &problem.place, &problem.context_place);
  ytree_add_problem(builder, problem);
}

static void read_scalar(TreeBuilder *builder, const yaml_event_t *event, Stretch stretch) {
  const char *tag = (const char *)event->data.scalar.tag;
  const char *anchor = (const char *)event->data.scalar.anchor;
  YTreeNode node = {
    .kind = YTreeKindScalar, .style = style_of(event->data.scalar.style),
    .start = place_of(event->start_mark, stretch), .end = place_of(event->end_mark, stretch),
    .length = (uint32_t)event->data.scalar.length,
  };
  bool empty = node.style == YTreeStylePlain && node.length == 0;
  if (empty && !tag && !anchor) node.end = ytree_place_of_nothing(builder, node.end);
  if (empty) node.start = node.end;
  else if (tag || anchor) node.start = ytree_content_start(builder, node.start, !!tag + !!anchor);
  if (node.style == YTreeStyleLiteral || node.style == YTreeStyleFolded) {
    node.end = ytree_block_scalar_end(builder, node.start, node.end);
  }
  bool is_string = tag && (strcmp(tag, YAML_STR_TAG) == 0 || strcmp(tag, "!") == 0);
  if (is_string) node.flags = YTreeFlagString;
  node.text = ytree_keep_text(builder, event->data.scalar.value, node.length);
  uint32_t index = ytree_add_node(builder, node);
  ytree_name_node(builder, index, anchor);
  check_tag(builder, index, tag, place_of(event->start_mark, stretch));
}

static void read_collection(
    TreeBuilder *builder, const yaml_event_t *event, Stretch stretch, YTreeKind kind) {
  bool is_mapping = kind == YTreeKindMapping;
  const char *tag = (const char *)(
      is_mapping ? event->data.mapping_start.tag : event->data.sequence_start.tag);
  const char *anchor = (const char *)(
      is_mapping ? event->data.mapping_start.anchor : event->data.sequence_start.anchor);
  bool flow = is_mapping ? event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                         : event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
  YTreePlace start = place_of(event->start_mark, stretch);
  if (tag || anchor) start = ytree_content_start(builder, start, !!tag + !!anchor);
  uint32_t index = ytree_add_node(builder, (YTreeNode){
    .kind = kind, .flags = flow ? YTreeFlagFlow : 0, .start = start, .end = start,
  });
  check_tag(builder, index, tag, place_of(event->start_mark, stretch));
  ytree_open_collection(builder, index, anchor);
}

// Only the bracket of a flow collection is an end of its own.
static void read_end(TreeBuilder *builder, const yaml_event_t *event, Stretch stretch) {
  bool bracket = event->end_mark.index > event->start_mark.index;
  YTreePlace end = place_of(event->end_mark, stretch);
  ytree_close_collection(builder, bracket ? &end : NULL);
}

static void fail(TreeBuilder *builder, const yaml_parser_t *parser, Stretch stretch) {
  builder->tree.complete = false;
  if (parser->error == YAML_MEMORY_ERROR) {
    ytree_stop(builder, YTreeProblemKindOutOfMemory, place_of(parser->mark, stretch));
    return;
  }
  bool reader = parser->error == YAML_READER_ERROR;
  YTreeProblem problem = {
    .kind = YTreeProblemKindSyntax,
    .place = place_of(reader ? parser->mark : parser->problem_mark, stretch),
    .message = parser->problem, .context = parser->context,
    .node = (uint32_t)builder->tree.node_count - 1,
    .other = builder->depth > 0 ? builder->open[builder->depth - 1].node : ytree_no_node,
  };
  if (parser->context) problem.context_place = place_of(parser->context_mark, stretch);
  ytree_add_problem(builder, problem);
}

static void take(TreeBuilder *builder, const yaml_event_t *event, Stretch stretch) {
  switch (event->type) {
  case YAML_SCALAR_EVENT: read_scalar(builder, event, stretch); break;
  case YAML_SEQUENCE_START_EVENT:
    read_collection(builder, event, stretch, YTreeKindSequence);
    break;
  case YAML_MAPPING_START_EVENT:
    read_collection(builder, event, stretch, YTreeKindMapping);
    break;
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT: read_end(builder, event, stretch); break;
  case YAML_ALIAS_EVENT:
    ytree_add_alias(builder, (const char *)event->data.alias.anchor,
                    place_of(event->start_mark, stretch), place_of(event->end_mark, stretch));
    break;
  case YAML_DOCUMENT_START_EVENT:
    if (builder->depth == 0 && builder->tree.node_count > 0) {
      ytree_stop(builder, YTreeProblemKindSeveralDocuments, place_of(event->start_mark, stretch));
    }
    break;
  default: break;
  }
}

static bool is_stream_or_document(yaml_event_type_t type) {
  return type == YAML_STREAM_START_EVENT || type == YAML_DOCUMENT_START_EVENT;
}

// Whether an event begins a collection like the innermost open one, which a later stretch resumes.
static bool resumes(const TreeBuilder *builder, const yaml_event_t *event) {
  const YTreeNode *open = &builder->tree.nodes[builder->open[builder->depth - 1].node];
  return event->type == (open->kind == YTreeKindMapping ? YAML_MAPPING_START_EVENT
                                                        : YAML_SEQUENCE_START_EVENT);
}

static Reading read_stretch(TreeBuilder *builder, Stretch stretch) {
  yaml_parser_t parser;
  yaml_event_t event;
  if (!yaml_parser_initialize(&parser)) {
    ytree_stop(builder, YTreeProblemKindOutOfMemory, (YTreePlace){1, 1});
    return ReadingEnded;
  }
  const LineCursor *lines = &builder->lines;
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(
      &parser, lines->bytes + stretch.start, stretch.end - stretch.start);
  bool resuming = builder->depth > 0;
  Reading reading = ReadingEnded;
  for (bool ended = false; !ended && !builder->stopped;) {
    if (!yaml_parser_parse(&parser, &event)) {
      fail(builder, &parser, stretch);
      reading = ReadingFailed;
      break;
    }
    ended = event.type == YAML_STREAM_END_EVENT;
    if (!resuming) {
      take(builder, &event, stretch);
    } else if (!is_stream_or_document(event.type)) {
      ended = !resumes(builder, &event);
      resuming = false;
    }
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return reading;
}

YTree ytree_parse(const uint8_t *bytes, size_t count, YTreeLimits limits) {
  enum { most_failures = 20 };
  TreeBuilder builder;
  if (!ytree_start(&builder, bytes, count, limits)) {
    ytree_stop(&builder, YTreeProblemKindOutOfMemory, (YTreePlace){1, 1});
    return builder.tree;
  }
  Stretch stretch = {.end = count};
  for (int failures = 0; failures < most_failures;) {
    bool failed = read_stretch(&builder, stretch) == ReadingFailed;
    if (!failed && stretch.end == count) break;
    if (!ytree_next_stretch(&builder, &stretch, failed)) break;
    failures += failed;
  }
  while (builder.depth > 0) ytree_close_collection(&builder, NULL);
  ytree_free_anchors(&builder.anchors);
  free(builder.open);
  return builder.tree;
}

void ytree_free(YTree *tree) {
  free(tree->nodes);
  free(tree->text);
  free(tree->problems);
  *tree = (YTree){0};
}

long ytree_count_events(const uint8_t *bytes, size_t count) {
  yaml_parser_t parser;
  yaml_event_t event;
  if (!yaml_parser_initialize(&parser)) return -1;
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, bytes, count);
  long events = 0;
  for (bool ended = false; !ended; events++) {
    if (!yaml_parser_parse(&parser, &event)) {
      events = -1;
      break;
    }
    ended = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return events;
}
