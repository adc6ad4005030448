#include "CGraphvizShim.h"

#include <sys/resource.h>
#include <unistd.h>

void gvs_confine(unsigned long long memory) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  struct rlimit limit = {(rlim_t)memory, (rlim_t)memory};
  setrlimit(RLIMIT_AS, &limit);
}

void gvs_end_after(unsigned int seconds) { alarm(seconds); }
