#include "LineCursor.h"

LineCursor ytree_line_cursor(const uint8_t *bytes, size_t count) {
  return (LineCursor){.bytes = bytes, .count = count, .line = 1, .offset = 0};
}

size_t ytree_line_end(const uint8_t *bytes, size_t count, size_t offset) {
  while (offset < count && !ytree_is_break(bytes[offset])) offset++;
  return offset;
}

static size_t after_break(const uint8_t *bytes, size_t count, size_t offset) {
  if (offset + 1 < count && bytes[offset] == '\r' && bytes[offset + 1] == '\n') return offset + 2;
  return offset < count ? offset + 1 : count;
}

size_t ytree_line_start(LineCursor *cursor, uint32_t line) {
  if (line < cursor->line) *cursor = ytree_line_cursor(cursor->bytes, cursor->count);
  while (cursor->line < line && cursor->offset < cursor->count) {
    size_t end = ytree_line_end(cursor->bytes, cursor->count, cursor->offset);
    cursor->offset = after_break(cursor->bytes, cursor->count, end);
    cursor->line++;
  }
  return cursor->offset;
}

static bool begins_scalar(uint8_t byte) { return (byte & 0xC0) != 0x80; }

size_t ytree_offset(LineCursor *cursor, YTreePlace place) {
  size_t offset = ytree_line_start(cursor, place.line);
  uint32_t column = 1;
  while (column < place.column && offset < cursor->count && !ytree_is_break(cursor->bytes[offset])) {
    do offset++;
    while (offset < cursor->count && !begins_scalar(cursor->bytes[offset]));
    column++;
  }
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
