#include <string.h>

#include "CYAMLShim.h"

static size_t distance(size_t one, size_t other) { return one < other ? other - one : one - other; }

static bool is_letter(uint8_t byte) { return (byte | 32) >= 'a' && (byte | 32) <= 'z'; }

// libyaml counts lines at these, too, which the search below does not.
static bool has_rare_breaks(const uint8_t *bytes, size_t count) {
  if (memchr(bytes, '\r', count)) return true;
  const uint8_t *end = bytes + count;
  for (const uint8_t *at = bytes; (at = memchr(at, 0xC2, (size_t)(end - at))); at++) {
    if (end - at > 1 && at[1] == 0x85) return true;
  }
  for (const uint8_t *at = bytes; (at = memchr(at, 0xE2, (size_t)(end - at))); at++) {
    if (end - at > 2 && at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9)) return true;
  }
  return false;
}

size_t ytree_middle(const uint8_t *bytes, size_t count, uint32_t *lines_before) {
  if (has_rare_breaks(bytes, count)) return 0;
  size_t best = 0;
  uint32_t line = 0;
  const uint8_t *end;
  for (size_t start = 0; (end = memchr(bytes + start, '\n', count - start));) {
    start = (size_t)(end - bytes) + 1;
    line++;
    if (start + 3 > count) break;
    // A document may end here, and what follows would be no part of it.
    if (memcmp(bytes + start, "---", 3) == 0 || memcmp(bytes + start, "...", 3) == 0) return 0;
    if (is_letter(bytes[start]) && distance(start, count / 2) < distance(best, count / 2)) {
      best = start;
      *lines_before = line;
    }
  }
  return best;
}
