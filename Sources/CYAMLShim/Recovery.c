#include "Recovery.h"

#include <string.h>

// A line without its line break, split at the end of its indentation.
typedef struct {
  size_t start, content, end;
} Line;

static Line line_at(const LineCursor *cursor) {
  size_t content = cursor->line_start;
  while (content < cursor->count && cursor->bytes[content] == ' ') content++;
  return (Line){
    cursor->line_start, content, ytree_line_end(cursor->bytes, cursor->count, content),
  };
}

static bool ends_word(const uint8_t *bytes, size_t offset, Line line) {
  return offset + 1 == line.end || ytree_is_blank(bytes[offset + 1]);
}

static bool begins_item(const uint8_t *bytes, Line line) {
  return line.content < line.end && bytes[line.content] == '-'
      && ends_word(bytes, line.content, line);
}

static bool begins_key(const uint8_t *bytes, Line line) {
  if (line.content == line.end) return false;
  uint8_t first = bytes[line.content];
  if (first < 0x80 && strchr("\t#-?:,[]{}&*!|>@`%", first)) return false;
  for (size_t offset = line.content + 1; offset < line.end; offset++) {
    if (bytes[offset] == ':' && ends_word(bytes, offset, line)) return true;
  }
  return false;
}

static const YTreeNode *collection_at(const TreeBuilder *builder, size_t depth) {
  return &builder->tree.nodes[builder->open[depth - 1].node];
}

static bool is_block(const TreeBuilder *builder, size_t depth) {
  return !(collection_at(builder, depth)->flags & YTreeFlagFlow);
}

static bool continues(const TreeBuilder *builder, size_t depth, Line line) {
  const YTreeNode *collection = collection_at(builder, depth);
  if (collection->start.column != line.content - line.start + 1) return false;
  const uint8_t *bytes = builder->lines.bytes;
  if (!is_block(builder, depth)) return false;
  return collection->kind == YTreeKindMapping ? begins_key(bytes, line) : begins_item(bytes, line);
}

// The line behind which reading may go on. A quote or bracket that is not closed swallows lines, so
// this is where the latest member of a block collection began, however far libyaml got after it.
static uint32_t last_sure_line(const TreeBuilder *builder, const Stretch *stretch) {
  uint32_t first = stretch->lines_before + 1;
  size_t depth = builder->depth;
  while (depth > 0 && !is_block(builder, depth)) depth--;
  if (depth == 0) return first;
  const OpenCollection *block = &builder->open[depth - 1];
  uint32_t member = block->latest == ytree_no_node ? block->node : block->latest;
  uint32_t line = builder->tree.nodes[member].start.line;
  return line > first ? line : first;
}

// What was swallowed is not what its author meant.
static void drop_nodes_behind(TreeBuilder *builder, uint32_t line) {
  for (size_t index = builder->tree.node_count; index > 0; index--) {
    YTreeNode *node = &builder->tree.nodes[index - 1];
    if (node->end.line < line) return;
    node->flags |= YTreeFlagDropped;
  }
}

// A collection ends before the first line that is indented less; a list may also end before a key
// of the mapping that it lies in, at the same column.
static size_t end_of_collection(const TreeBuilder *builder, LineCursor cursor) {
  const YTreeNode *collection = collection_at(builder, builder->depth);
  bool is_list = collection->kind == YTreeKindSequence;
  if (builder->depth == 1 && !is_list) return cursor.count;
  for (;;) {
    ytree_go_to_line(&cursor, cursor.line + 1);
    if (cursor.line_start >= cursor.count) return cursor.count;
    Line line = line_at(&cursor);
    if (line.content == line.end || cursor.bytes[line.content] == '#') continue;
    size_t column = line.content - line.start + 1;
    bool behind_list = is_list && column == collection->start.column
        && !begins_item(cursor.bytes, line);
    if (column < collection->start.column || behind_list) return line.start;
  }
}

bool ytree_next_stretch(TreeBuilder *builder, Stretch *stretch, bool failed) {
  bool anything = builder->tree.node_count > 0;
  if (builder->stopped || (anything && builder->depth == 0)) return false;
  LineCursor cursor = ytree_line_cursor(builder->lines.bytes, builder->lines.count);
  cursor.line_start = stretch->start;
  cursor.line = stretch->lines_before + 1;
  if (failed) {
    ytree_go_to_line(&cursor, last_sure_line(builder, stretch) + 1);
  } else {
    while (cursor.line_start < stretch->end) ytree_go_to_line(&cursor, cursor.line + 1);
  }
  for (; cursor.line_start < cursor.count; ytree_go_to_line(&cursor, cursor.line + 1)) {
    Line line = line_at(&cursor);
    size_t depth = builder->depth;
    while (depth > 0 && !continues(builder, depth, line)) depth--;
    bool begins_root = !anything && line.content == line.start && begins_key(cursor.bytes, line);
    if (depth == 0 && !begins_root) continue;
    if (failed) drop_nodes_behind(builder, cursor.line);
    while (builder->depth > depth) ytree_close_collection(builder, NULL);
    if (depth > 0) ytree_finish_entry(builder);
    *stretch = (Stretch){
      .start = line.start, .lines_before = cursor.line - 1,
      .end = depth > 0 ? end_of_collection(builder, cursor) : cursor.count,
    };
    return true;
  }
  return false;
}
