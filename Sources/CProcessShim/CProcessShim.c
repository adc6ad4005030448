#ifdef __linux__
#define _GNU_SOURCE
#endif
#include "CProcessShim.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#ifdef __GLIBC__
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#endif
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __APPLE__
#include <crt_externs.h>
#include <mach-o/dyld.h>
#else
extern char **environ;
#endif

// Pipe ends above 2, so that moving one to 0 or 1 in the child cannot overwrite the other.
static int open_pipe(int ends[2]) {
  int raw[2];
#ifdef __linux__
  if (pipe2(raw, O_CLOEXEC)) return errno;
#else
  if (pipe(raw)) return errno;
#endif
  ends[0] = fcntl(raw[0], F_DUPFD_CLOEXEC, 3);
  ends[1] = fcntl(raw[1], F_DUPFD_CLOEXEC, 3);
  int problem = ends[0] < 0 || ends[1] < 0 ? errno : 0;
  close(raw[0]);
  close(raw[1]);
  if (problem) {
    if (ends[0] >= 0) close(ends[0]);
    if (ends[1] >= 0) close(ends[1]);
  }
  return problem;
}

static int spawn_with(
  const char *path, char *const arguments[], char *const environment[], pid_t *child, int input,
  int output) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int problem = posix_spawn_file_actions_init(&actions);
  if (problem) return problem;
  problem = posix_spawnattr_init(&attributes);
  if (problem) {
    posix_spawn_file_actions_destroy(&actions);
    return problem;
  }
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  problem = posix_spawn_file_actions_adddup2(&actions, input, 0);
  if (!problem) problem = posix_spawn_file_actions_adddup2(&actions, output, 1);
  if (!problem) problem = posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  if (!problem) problem = posix_spawn(child, path, &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return problem;
}

int shim_spawn(
  const char *path, char *const arguments[], char *const environment[], pid_t *child,
  int *to_child, int *from_child) {
  int input[2], output[2];
  int problem = open_pipe(input);
  if (problem) return problem;
  problem = open_pipe(output);
  if (problem) {
    close(input[0]);
    close(input[1]);
    return problem;
  }
  problem = spawn_with(path, arguments, environment, child, input[0], output[1]);
  close(input[0]);
  close(output[1]);
  if (problem) {
    close(input[1]);
    close(output[0]);
    return problem;
  }
  fcntl(input[1], F_SETFL, O_NONBLOCK);
  fcntl(output[0], F_SETFL, O_NONBLOCK);
  *to_child = input[1];
  *from_child = output[0];
  return 0;
}

int shim_own_executable(char *buffer, unsigned int size) {
#ifdef __APPLE__
  return _NSGetExecutablePath(buffer, &size) ? ENAMETOOLONG : 0;
#else
  int length = snprintf(buffer, size, "%s", "/proc/self/exe");
  return length < 0 || (unsigned int)length >= size ? ENAMETOOLONG : 0;
#endif
}

int shim_swap_paths(const char *one, const char *other) {
#ifdef __APPLE__
  return renamex_np(one, other, RENAME_SWAP) ? errno : 0;
#elif defined(RENAME_EXCHANGE)
  if (!renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE)) return 0;
  return errno == EINVAL || errno == ENOSYS ? ENOTSUP : errno;
#else
  (void)one;
  (void)other;
  return ENOTSUP;
#endif
}

void shim_ignore_broken_pipes(void) { signal(SIGPIPE, SIG_IGN); }

int shim_usable_processors(void) {
#ifdef __linux__
  cpu_set_t usable;
  if (!sched_getaffinity(0, sizeof usable, &usable)) return CPU_COUNT(&usable);
#endif
  long online = sysconf(_SC_NPROCESSORS_ONLN);
  return online < 1 ? 1 : (int)online;
}

int shim_terminal_columns(int descriptor) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size)) return 0;
  return size.ws_col;
}

void shim_read_status(int status, int *exit_code, int *signal_number) {
  *exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  *signal_number = WIFSIGNALED(status) ? WTERMSIG(status) : -1;
}

char **shim_environment(void) {
#ifdef __APPLE__
  return *_NSGetEnviron();
#else
  return environ;
#endif
}

void shim_keep_memory(void) {
#ifdef __GLIBC__
  const size_t reserve = (size_t)128 << 20;
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_TOP_PAD, (int)reserve);
  // Makes the heap as long as its reserve. Only addresses are taken: no page is there before it is
  // written to.
  void *first = malloc((size_t)1 << 20);
  if (!first) return;
  const uintptr_t page = (size_t)2 << 20;
  uintptr_t start = ((uintptr_t)first + page - 1) & ~(page - 1);
  uintptr_t end = (uintptr_t)sbrk(0);
  if (end > start && end - start <= reserve + 2 * page)
    madvise((void *)start, end - start, MADV_HUGEPAGE);
  free(first);
#endif
}

struct side_work {
  void (*body)(void *);
  void *context;
};

static void *run_side_work(void *work) {
  const struct side_work *own = work;
  own->body(own->context);
  return NULL;
}

void shim_run_side_by_side(int threads, void (*body)(void *), void *context) {
  enum { most_helpers = 63 };
  pthread_t helpers[most_helpers];
  struct side_work work = {body, context};
  int started = 0;
  pthread_attr_t attributes;
  if (!pthread_attr_init(&attributes)) {
    // As deep as the main thread may go, whatever the platform gives by itself.
    pthread_attr_setstacksize(&attributes, (size_t)8 << 20);
    while (started < threads - 1 && started < most_helpers
      && !pthread_create(&helpers[started], &attributes, run_side_work, &work))
      started += 1;
    pthread_attr_destroy(&attributes);
  }
  body(context);
  while (started > 0) pthread_join(helpers[--started], NULL);
}
