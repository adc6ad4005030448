#include "NodePlaces.h"

#include <string.h>

static bool is_anchor_byte(uint8_t byte) {
  return byte == '-' || byte == '_' || (byte >= '0' && byte <= '9')
      || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static size_t skip_property(const uint8_t *bytes, size_t count, size_t offset) {
  bool is_anchor = bytes[offset] == '&';
  bool is_verbatim = offset + 1 < count && bytes[offset + 1] == '<';
  for (offset++; offset < count; offset++) {
    uint8_t byte = bytes[offset];
    if (is_anchor && !is_anchor_byte(byte)) break;
    if (ytree_is_blank(byte) || ytree_is_break(byte)) break;
    if (!is_verbatim && strchr("{[\"'", byte)) break;
  }
  return offset;
}

static size_t skip_separation(const uint8_t *bytes, size_t count, size_t offset) {
  while (offset < count && (ytree_is_blank(bytes[offset]) || ytree_is_break(bytes[offset]))) {
    offset++;
    if (offset < count && bytes[offset] == '#') offset = ytree_line_end(bytes, count, offset);
  }
  return offset;
}

// The place of a byte that lies behind the one at `start`.
static YTreePlace place_behind(const uint8_t *bytes, YTreePlace start, size_t from, size_t offset) {
  YTreePlace place = ytree_place(bytes + from, offset - from);
  if (place.line == 1) return (YTreePlace){start.line, start.column + place.column - 1};
  return (YTreePlace){start.line + place.line - 1, place.column};
}

YTreePlace ytree_content_start(TreeBuilder *builder, YTreePlace start, int properties) {
  const uint8_t *bytes = builder->lines.bytes;
  size_t count = builder->lines.count;
  size_t from = ytree_offset(&builder->lines, start);
  size_t offset = from;
  while (properties-- > 0) {
    offset = skip_separation(bytes, count, skip_property(bytes, count, offset));
  }
  return place_behind(bytes, start, from, offset);
}

void ytree_find_tag(TreeBuilder *builder, YTreePlace start, YTreePlace *from, YTreePlace *to) {
  const uint8_t *bytes = builder->lines.bytes;
  size_t count = builder->lines.count;
  size_t first = ytree_offset(&builder->lines, start);
  size_t tag = first;
  if (bytes[tag] == '&') tag = skip_separation(bytes, count, skip_property(bytes, count, tag));
  *from = place_behind(bytes, start, first, tag);
  *to = place_behind(bytes, start, first, skip_property(bytes, count, tag));
}

YTreePlace ytree_block_scalar_end(TreeBuilder *builder, YTreePlace start, YTreePlace end) {
  const uint8_t *bytes = builder->lines.bytes;
  size_t first = ytree_offset(&builder->lines, start);
  size_t header = first;
  size_t count = builder->lines.count;
  while (header < count && bytes[header] && strchr("|>+-0123456789", bytes[header])) header++;
  size_t offset = ytree_offset(&builder->lines, end);
  uint32_t line = end.line;
  while (line > start.line) {
    size_t line_start = offset;
    bool blank = true;
    while (line_start > first && !ytree_is_break(bytes[line_start - 1])) {
      line_start--;
      blank = blank && ytree_is_blank(bytes[line_start]);
    }
    if (!blank) return (YTreePlace){line, 1 + ytree_scalar_count(bytes, line_start, offset)};
    offset = line_start - 1;
    if (bytes[offset] == '\n' && offset > first && bytes[offset - 1] == '\r') offset--;
    line--;
  }
  return (YTreePlace){start.line, start.column + (uint32_t)(header - first)};
}

YTreePlace ytree_place_of_nothing(TreeBuilder *builder, YTreePlace place) {
  if (builder->depth == 0) return place;
  const OpenCollection *parent = &builder->open[builder->depth - 1];
  bool is_value = builder->tree.nodes[parent->node].kind == YTreeKindMapping
      && parent->members % 2 == 1;
  size_t offset = is_value ? ytree_offset(&builder->lines, place) : 0;
  bool behind_colon = offset > 0 && builder->lines.bytes[offset - 1] == ':';
  return is_value && !behind_colon ? parent->end_of_last_member : place;
}
