#ifndef Graphviz_h
#define Graphviz_h

#include <gvc.h>

#include "CGraphvizShim.h"

// What the files of this shim share.

struct gvs_engine {
  GVC_t *context;
  lt_symlist_t plugins[2];
};

// Graphviz keeps much in global variables, so that one thread at a time may be in it. Entering sets
// the count of errors to 0.
void gvs_enter(void);
void gvs_leave(void);

// Messages since then that Graphviz wrote as errors. What it returns does not tell of all of them.
extern int gvs_error_count;

// A graph whose objects get ids that count up.
Agraph_t *gvs_open_graph(void);

// Gives an attribute its default, without which no object can have it.
void gvs_declare(Agraph_t *graph, int kind, const char *name, const char *value);

#endif
