#ifndef CPictureShim_h
#define CPictureShim_h

#include <stddef.h>

// SVG to PNG and PDF through librsvg and cairo, which are loaded when first asked for. No headers of
// theirs are needed: the few functions are declared in CPictureShim.c. A document and what is written
// from it belong to one thread at a time; different documents do not touch each other.

typedef enum {
  CPICTURE_OK = 0,
  CPICTURE_NOT_LOADED,
  CPICTURE_NOT_READ,
  CPICTURE_NOT_DRAWN,
  CPICTURE_NOT_WRITTEN,
} cpicture_status;

/// What became of a call; `message` is empty where `status` is CPICTURE_OK.
typedef struct {
  cpicture_status status;
  char message[240];
} cpicture_outcome;

/// A growing run of bytes; to be given back to cpicture_free_bytes.
typedef struct {
  unsigned char *start;
  size_t length;
  size_t capacity;
} cpicture_bytes;

typedef struct cpicture_document cpicture_document;
typedef struct cpicture_book cpicture_book;

/// The file name of the first library that cannot be loaded, or what it lacks; NULL when all is there.
const char *cpicture_missing_library(void);

/// Reads a picture; NULL, with the reason in `outcome`, when that fails.
cpicture_document *cpicture_read(const unsigned char *svg, size_t length, cpicture_outcome *outcome);
void cpicture_close(cpicture_document *document);

/// The picture's own size in pixels of 1/96 inch; zero for both where it states none.
void cpicture_size(const cpicture_document *document, double *width, double *height);

/// Draws a document to fill `width` times `height` pixels and writes it as PNG.
cpicture_outcome cpicture_write_png(
    const cpicture_document *document, int width, int height, cpicture_bytes *png);

/// Starts a PDF of several pages without any date in it; NULL when memory is short. `title` may be NULL.
cpicture_book *cpicture_open_book(const char *title, cpicture_outcome *outcome);
/// Adds a page of that size in points, filled by the document.
cpicture_outcome cpicture_add_page(
    cpicture_book *book, const cpicture_document *document, double width, double height);
/// Closes the book and hands over its bytes.
cpicture_outcome cpicture_close_book(cpicture_book *book, cpicture_bytes *pdf);

void cpicture_free_bytes(cpicture_bytes *bytes);

#endif
