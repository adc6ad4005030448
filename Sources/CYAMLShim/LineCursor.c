#include "LineCursor.h"

LineCursor ytree_line_cursor(const uint8_t *bytes, size_t count) {
  return (LineCursor){.bytes = bytes, .count = count, .line = 1, .column = 1};
}

size_t ytree_line_end(const uint8_t *bytes, size_t count, size_t offset) {
  while (offset < count && !ytree_is_break(bytes[offset])) offset++;
  return offset;
}

static size_t after_break(const uint8_t *bytes, size_t count, size_t offset) {
  if (offset + 1 < count && bytes[offset] == '\r' && bytes[offset + 1] == '\n') return offset + 2;
  return offset < count ? offset + 1 : count;
}

void ytree_go_to_line(LineCursor *cursor, uint32_t line) {
  while (cursor->line < line && cursor->line_start < cursor->count) {
    size_t end = ytree_line_end(cursor->bytes, cursor->count, cursor->line_start);
    cursor->line_start = after_break(cursor->bytes, cursor->count, end);
    cursor->line++;
    cursor->column = 1;
    cursor->offset = cursor->line_start;
  }
}

static bool begins_scalar(uint8_t byte) { return (byte & 0xC0) != 0x80; }

size_t ytree_offset(LineCursor *cursor, YTreePlace place) {
  bool is_before = place.line < cursor->line
      || (place.line == cursor->line && place.column < cursor->column);
  if (is_before) *cursor = ytree_line_cursor(cursor->bytes, cursor->count);
  ytree_go_to_line(cursor, place.line);
  const uint8_t *bytes = cursor->bytes;
  size_t offset = cursor->offset;
  while (cursor->column < place.column) {
    if (offset == cursor->count || ytree_is_break(bytes[offset])) break;
    do offset++;
    while (offset < cursor->count && !begins_scalar(bytes[offset]));
    cursor->column++;
  }
  cursor->offset = offset;
  return offset;
}

uint32_t ytree_scalar_count(const uint8_t *bytes, size_t start, size_t end) {
  uint32_t count = 0;
  for (size_t offset = start; offset < end; offset++) count += begins_scalar(bytes[offset]);
  return count;
}

YTreePlace ytree_place(const uint8_t *bytes, size_t offset) {
  uint32_t line = 1;
  size_t line_start = 0;
  for (size_t index = 0; index < offset;) {
    if (ytree_is_break(bytes[index])) {
      index = after_break(bytes, offset, index);
      line_start = index;
      line++;
    } else {
      index++;
    }
  }
  return (YTreePlace){line, 1 + ytree_scalar_count(bytes, line_start, offset)};
}
