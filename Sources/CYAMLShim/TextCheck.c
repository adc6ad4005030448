#include "CYAMLShim.h"

#include <string.h>

#include "LineCursor.h"

// Whether eight bytes are all printable ASCII; may say no where it is yes.
static bool all_plain(const uint8_t *bytes) {
  const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return ((word | (word - 0x20 * ones) | (word + ones)) & tops) == 0;
}

// Decodes the scalar at the start of `bytes`; returns its length, or 0 for malformed UTF-8.
static size_t decode(const uint8_t *bytes, size_t count, uint32_t *scalar) {
  uint8_t first = bytes[0];
  size_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  *scalar = first;
  if (length == 1) return 1;
  if (first < 0xC2 || first > 0xF4 || count < length) return 0;
  uint32_t value = first & (0xFF >> (length + 1));
  for (size_t index = 1; index < length; index++) {
    if ((bytes[index] & 0xC0) != 0x80) return 0;
    value = value << 6 | (bytes[index] & 0x3F);
  }
  bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0;
  *scalar = value;
  return length;
}

// What YAML 1.2 calls printable, less the characters that YAML 1.1 (and so libyaml) takes for line
// breaks, and less byte order marks, which no editor shows.
static bool allowed(uint32_t scalar) {
  if (scalar < 0x20) return scalar == '\t' || scalar == '\n' || scalar == '\r';
  if (scalar < 0x7F) return true;
  if (scalar < 0xA0 || scalar == 0x2028 || scalar == 0x2029) return false;
  return scalar != 0xFEFF && scalar != 0xFFFE && scalar != 0xFFFF;
}

YTreeTextFault ytree_check_text(const uint8_t *bytes, size_t count) {
  YTreeTextFault fault = {0};
  size_t offset = 0;
  while (offset < count) {
    if (count - offset >= 8 && all_plain(bytes + offset)) {
      offset += 8;
      continue;
    }
    size_t length = decode(bytes + offset, count - offset, &fault.scalar);
    if (length == 0 || !allowed(fault.scalar)) {
      fault.found = true;
      fault.malformed = length == 0;
      fault.place = ytree_place(bytes, offset);
      return fault;
    }
    offset += length;
  }
  return fault;
}
