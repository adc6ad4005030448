#ifndef LineCursor_h
#define LineCursor_h

#include "CYAMLShim.h"

// Finds the byte of a place. Places asked for in rising order cost one pass in all, even in a text
// of one line.
typedef struct {
  const uint8_t *bytes;
  size_t count;
  // The line that begins at `line_start`, from 1.
  uint32_t line;
  size_t line_start;
  // A place in that line that was asked for before.
  uint32_t column;
  size_t offset;
} LineCursor;

LineCursor ytree_line_cursor(const uint8_t *bytes, size_t count);
// Moves to the start of a line further down; past the last line, to the end of the text.
void ytree_go_to_line(LineCursor *cursor, uint32_t line);
// The byte at a place; past the end of a line, the line's end.
size_t ytree_offset(LineCursor *cursor, YTreePlace place);
// The end of the line that `offset` lies in, before its line break.
size_t ytree_line_end(const uint8_t *bytes, size_t count, size_t offset);
// The number of Unicode scalars that begin in a stretch of well-formed UTF-8.
uint32_t ytree_scalar_count(const uint8_t *bytes, size_t start, size_t end);
// The place of a byte, by counting from the start of the text.
YTreePlace ytree_place(const uint8_t *bytes, size_t offset);

static inline bool ytree_is_break(uint8_t byte) { return byte == '\n' || byte == '\r'; }
static inline bool ytree_is_blank(uint8_t byte) { return byte == ' ' || byte == '\t'; }

#endif
