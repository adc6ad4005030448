#ifdef __linux__
#define _GNU_SOURCE
#endif
#include "Graphviz.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void gvs_enter(void) {
  pthread_mutex_lock(&lock);
  gvs_error_count = 0;
}

void gvs_leave(void) { pthread_mutex_unlock(&lock); }

int gvs_error_count;

// Graphviz calls back once for each part of a message, the level by itself.
static int count_error(char *part) {
  if (!strcmp(part, "Error")) gvs_error_count++;
  return 0;
}

// By default an id is the heap address of a name, and subgraphs are sorted by id, so that the drawing
// depends on what malloc did before. Here ids count up; cgraph keeps the names itself when a
// discipline says that it cannot map them.

static void *open_ids(Agraph_t *graph, Agdisc_t *discipline) {
  (void)graph;
  (void)discipline;
  return calloc(1, sizeof(IDTYPE));
}

static long map_id(void *state, int kind, char *name, IDTYPE *id, int create) {
  (void)kind;
  if (name || !create) return 0;
  *id = 2 * ++*(IDTYPE *)state;
  return 1;
}

static void free_id(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
}

static char *print_id(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
  return NULL;
}

static void close_ids(void *state) { free(state); }

static void register_id(void *state, int kind, void *object) {
  (void)state;
  (void)kind;
  (void)object;
}

Agraph_t *gvs_open_graph(void) {
  // Copies of the defaults with some fields replaced fit every version, whatever else is in them.
  static Agiddisc_t ids;
  static Agdisc_t discipline;
  ids = AgIdDisc;
  ids.open = open_ids;
  ids.map = map_id;
  ids.free = free_id;
  ids.print = print_id;
  ids.close = close_ids;
  ids.idregister = register_id;
  discipline = AgDefaultDisc;
  discipline.id = &ids;
  return agopen("g", Agdirected, &discipline);
}

void gvs_declare(Agraph_t *graph, int kind, const char *name, const char *value) {
  agattr(graph, kind, (char *)name, (char *)value);
}

// Graphviz keeps its plugins in a folder beside libgvc, with names that end alike:
// libgvc.so.6 and graphviz/libgvplugin_dot_layout.so.6.
static void *find_dot_plugin(void) {
  Dl_info library;
  if (!dladdr((void *)gvLayout, &library) || !library.dli_fname) return NULL;
  const char *name = strrchr(library.dli_fname, '/');
  if (!name || strncmp(name, "/libgvc", 7)) return NULL;
  char path[4096];
  int length = snprintf(
    path, sizeof path, "%.*s/graphviz/libgvplugin_dot_layout%s",
    (int)(name - library.dli_fname), library.dli_fname, name + 7);
  if (length < 0 || length >= (int)sizeof path) return NULL;
  void *plugin = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  return plugin ? dlsym(plugin, "gvplugin_dot_layout_LTX_library") : NULL;
}

// Without its plugins a context is made and cannot draw.
static bool can_draw(GVC_t *context) {
  Agraph_t *root = gvs_open_graph();
  if (!root) return false;
  gvs_declare(root, AGNODE, "label", "");
  agnode(root, "n", 1);
  bool can = !gvLayout(context, root, "dot");
  if (can) gvFreeLayout(context, root);
  agclose(root);
  return can;
}

static gvs_engine *new_engine(bool plain) {
  gvs_engine *engine = calloc(1, sizeof *engine);
  if (!engine) return NULL;
  void *dot = plain ? NULL : find_dot_plugin();
  if (dot) {
    engine->plugins[0].name = "gvplugin_dot_layout_LTX_library";
    engine->plugins[0].address = dot;
    engine->context = gvContextPlugins(engine->plugins, 0);
  } else {
    engine->context = gvContext();
  }
  agseterr(AGWARN);  // every message goes to the function and none to a log file
  agseterrf(count_error);
  if (engine->context && can_draw(engine->context)) return engine;
  if (engine->context) gvFreeContext(engine->context);
  free(engine);
  return NULL;
}

gvs_engine *gvs_engine_new(bool plain) {
  gvs_enter();
  gvs_engine *engine = new_engine(plain);
  gvs_leave();
  return engine;
}

const char *gvs_version(gvs_engine *engine) { return gvcVersion(engine->context); }

void gvs_engine_free(gvs_engine *engine) {
  if (!engine) return;
  gvs_enter();
  gvFreeContext(engine->context);
  gvs_leave();
  free(engine);
}
