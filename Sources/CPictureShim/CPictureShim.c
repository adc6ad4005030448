#include "CPictureShim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __APPLE__
#define LIBRARY_RSVG "librsvg-2.2.dylib"
#define LIBRARY_CAIRO "libcairo.2.dylib"
#define LIBRARY_GOBJECT "libgobject-2.0.0.dylib"
#define LIBRARY_GLIB "libglib-2.0.0.dylib"
#else
#define LIBRARY_RSVG "librsvg-2.so.2"
#define LIBRARY_CAIRO "libcairo.so.2"
#define LIBRARY_GOBJECT "libgobject-2.0.so.0"
#define LIBRARY_GLIB "libglib-2.0.so.0"
#endif

// From the stable interfaces of GLib 2, librsvg 2.52 and cairo 1.16.
typedef struct {
  uint32_t domain;
  int code;
  char *message;
} glib_error;
typedef struct {
  double x, y, width, height;
} rsvg_rectangle;
enum { CAIRO_STATUS_SUCCESS = 0, CAIRO_STATUS_WRITE_ERROR = 11 };
enum { CAIRO_FORMAT_ARGB32 = 0 };
enum { CAIRO_PDF_METADATA_TITLE = 0, CAIRO_PDF_METADATA_CREATE_DATE = 5 };
enum { CAIRO_PDF_METADATA_MOD_DATE = 6 };
typedef int (*cairo_sink)(void *closure, const unsigned char *data, unsigned length);

static struct {
  void *(*rsvg_handle_new_from_data)(const unsigned char *, size_t, glib_error **);
  int (*rsvg_handle_get_intrinsic_size_in_pixels)(void *, double *, double *);
  int (*rsvg_handle_render_document)(void *, void *, const rsvg_rectangle *, glib_error **);
  void (*g_object_unref)(void *);
  void (*g_error_free)(glib_error *);
  void *(*cairo_image_surface_create)(int, int, int);
  void *(*cairo_pdf_surface_create_for_stream)(cairo_sink, void *, double, double);
  void (*cairo_pdf_surface_set_size)(void *, double, double);
  void (*cairo_pdf_surface_set_metadata)(void *, int, const char *);
  int (*cairo_surface_write_to_png_stream)(void *, cairo_sink, void *);
  void (*cairo_surface_finish)(void *);
  int (*cairo_surface_status)(void *);
  void (*cairo_surface_destroy)(void *);
  void *(*cairo_create)(void *);
  int (*cairo_status)(void *);
  void (*cairo_show_page)(void *);
  void (*cairo_destroy)(void *);
  const char *(*cairo_status_to_string)(int);
} api;

static const char *missing;
static char missing_text[160];
static pthread_once_t loaded = PTHREAD_ONCE_INIT;

static void *open_library(const char *name) {
  if (missing) return NULL;
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (!library) missing = name;
  return library;
}

/// Looks a function up; `target` is where its address goes.
static void find(void *library, const char *library_name, const char *name, void *target) {
  if (missing) return;
  void *function = dlsym(library, name);
  if (!function) {
    snprintf(missing_text, sizeof missing_text, "%s (too old: no %s)", library_name, name);
    missing = missing_text;
    return;
  }
  memcpy(target, &function, sizeof function);
}

#define FIND(library, name, function) find(library, name, #function, &api.function)

static void load(void) {
  void *glib = open_library(LIBRARY_GLIB);
  void *gobject = open_library(LIBRARY_GOBJECT);
  void *cairo = open_library(LIBRARY_CAIRO);
  void *rsvg = open_library(LIBRARY_RSVG);
  FIND(glib, LIBRARY_GLIB, g_error_free);
  FIND(gobject, LIBRARY_GOBJECT, g_object_unref);
  FIND(rsvg, LIBRARY_RSVG, rsvg_handle_new_from_data);
  FIND(rsvg, LIBRARY_RSVG, rsvg_handle_get_intrinsic_size_in_pixels);
  FIND(rsvg, LIBRARY_RSVG, rsvg_handle_render_document);
  FIND(cairo, LIBRARY_CAIRO, cairo_image_surface_create);
  FIND(cairo, LIBRARY_CAIRO, cairo_pdf_surface_create_for_stream);
  FIND(cairo, LIBRARY_CAIRO, cairo_pdf_surface_set_size);
  FIND(cairo, LIBRARY_CAIRO, cairo_pdf_surface_set_metadata);
  FIND(cairo, LIBRARY_CAIRO, cairo_surface_write_to_png_stream);
  FIND(cairo, LIBRARY_CAIRO, cairo_surface_finish);
  FIND(cairo, LIBRARY_CAIRO, cairo_surface_status);
  FIND(cairo, LIBRARY_CAIRO, cairo_surface_destroy);
  FIND(cairo, LIBRARY_CAIRO, cairo_create);
  FIND(cairo, LIBRARY_CAIRO, cairo_status);
  FIND(cairo, LIBRARY_CAIRO, cairo_show_page);
  FIND(cairo, LIBRARY_CAIRO, cairo_destroy);
  FIND(cairo, LIBRARY_CAIRO, cairo_status_to_string);
}

const char *cpicture_missing_library(void) {
  pthread_once(&loaded, load);
  return missing;
}

static cpicture_outcome succeeded(void) {
  cpicture_outcome outcome = {CPICTURE_OK, ""};
  return outcome;
}

static cpicture_outcome failed(cpicture_status status, const char *message) {
  cpicture_outcome outcome = {status, ""};
  snprintf(outcome.message, sizeof outcome.message, "%s", message ? message : "unknown reason");
  return outcome;
}

static cpicture_outcome failed_by_glib(cpicture_status status, glib_error *error) {
  cpicture_outcome outcome = failed(status, error ? error->message : NULL);
  if (error) api.g_error_free(error);
  return outcome;
}

static cpicture_outcome checked(cpicture_status status, int cairo_status) {
  if (cairo_status == CAIRO_STATUS_SUCCESS) return succeeded();
  return failed(status, api.cairo_status_to_string(cairo_status));
}

static int append(void *closure, const unsigned char *data, unsigned length) {
  cpicture_bytes *bytes = closure;
  if (length > bytes->capacity - bytes->length) {
    size_t capacity = bytes->capacity ? bytes->capacity : 65536;
    while (capacity - bytes->length < length) {
      if (capacity > SIZE_MAX / 2) return CAIRO_STATUS_WRITE_ERROR;
      capacity *= 2;
    }
    unsigned char *start = realloc(bytes->start, capacity);
    if (!start) return CAIRO_STATUS_WRITE_ERROR;
    bytes->start = start;
    bytes->capacity = capacity;
  }
  memcpy(bytes->start + bytes->length, data, length);
  bytes->length += length;
  return CAIRO_STATUS_SUCCESS;
}

void cpicture_free_bytes(cpicture_bytes *bytes) {
  free(bytes->start);
  *bytes = (cpicture_bytes){NULL, 0, 0};
}

// The document is librsvg's own handle.

cpicture_document *cpicture_read(const unsigned char *svg, size_t length, cpicture_outcome *outcome) {
  const char *library = cpicture_missing_library();
  if (library) {
    *outcome = failed(CPICTURE_NOT_LOADED, library);
    return NULL;
  }
  glib_error *error = NULL;
  void *handle = api.rsvg_handle_new_from_data(svg, length, &error);
  *outcome = handle ? succeeded() : failed_by_glib(CPICTURE_NOT_READ, error);
  return handle;
}

void cpicture_close(cpicture_document *document) {
  if (document) api.g_object_unref(document);
}

void cpicture_size(const cpicture_document *document, double *width, double *height) {
  *width = 0;
  *height = 0;
  if (!api.rsvg_handle_get_intrinsic_size_in_pixels((void *)document, width, height)) {
    *width = 0;
    *height = 0;
  }
}

static cpicture_outcome draw(
    const cpicture_document *document, void *context, double width, double height) {
  glib_error *error = NULL;
  rsvg_rectangle area = {0, 0, width, height};
  if (!api.rsvg_handle_render_document((void *)document, context, &area, &error))
    return failed_by_glib(CPICTURE_NOT_DRAWN, error);
  return checked(CPICTURE_NOT_DRAWN, api.cairo_status(context));
}

cpicture_outcome cpicture_write_png(
    const cpicture_document *document, int width, int height, cpicture_bytes *png) {
  void *surface = api.cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
  cpicture_outcome outcome = checked(CPICTURE_NOT_DRAWN, api.cairo_surface_status(surface));
  if (outcome.status == CPICTURE_OK) {
    void *context = api.cairo_create(surface);
    outcome = draw(document, context, width, height);
    api.cairo_destroy(context);
  }
  if (outcome.status == CPICTURE_OK)
    outcome = checked(
        CPICTURE_NOT_WRITTEN, api.cairo_surface_write_to_png_stream(surface, append, png));
  api.cairo_surface_destroy(surface);
  return outcome;
}

struct cpicture_book {
  void *surface;
  cpicture_bytes bytes;
};

cpicture_book *cpicture_open_book(const char *title, cpicture_outcome *outcome) {
  const char *library = cpicture_missing_library();
  if (library) {
    *outcome = failed(CPICTURE_NOT_LOADED, library);
    return NULL;
  }
  cpicture_book *book = calloc(1, sizeof *book);
  if (!book) {
    *outcome = failed(CPICTURE_NOT_WRITTEN, "out of memory");
    return NULL;
  }
  book->surface = api.cairo_pdf_surface_create_for_stream(append, &book->bytes, 1, 1);
  // Without these cairo writes the time of day.
  const char *date = "2000-01-01T00:00:00Z";
  api.cairo_pdf_surface_set_metadata(book->surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  api.cairo_pdf_surface_set_metadata(book->surface, CAIRO_PDF_METADATA_MOD_DATE, date);
  if (title) api.cairo_pdf_surface_set_metadata(book->surface, CAIRO_PDF_METADATA_TITLE, title);
  *outcome = succeeded();
  return book;
}

cpicture_outcome cpicture_add_page(
    cpicture_book *book, const cpicture_document *document, double width, double height) {
  api.cairo_pdf_surface_set_size(book->surface, width, height);
  void *context = api.cairo_create(book->surface);
  cpicture_outcome outcome = draw(document, context, width, height);
  api.cairo_show_page(context);
  api.cairo_destroy(context);
  return outcome;
}

cpicture_outcome cpicture_close_book(cpicture_book *book, cpicture_bytes *pdf) {
  api.cairo_surface_finish(book->surface);
  cpicture_outcome outcome =
      checked(CPICTURE_NOT_WRITTEN, api.cairo_surface_status(book->surface));
  api.cairo_surface_destroy(book->surface);
  *pdf = book->bytes;
  free(book);
  return outcome;
}
