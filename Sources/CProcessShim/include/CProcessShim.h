#ifndef CProcessShim_h
#define CProcessShim_h

#include <sys/types.h>

// What the system offers only through macros, variadics or a call of one platform. Functions that
// answer an int give 0 or an errno.

// Starts a program with pipes as its standard input and output and nothing as its standard error.
// The parent's ends come back in `to_child` and `from_child`: closed on exec, and not blocking.
int shim_spawn(
  const char *path, char *const arguments[], char *const environment[], pid_t *child,
  int *to_child, int *from_child);

// The path of the running executable; good for exec even where the file was replaced meanwhile.
int shim_own_executable(char *buffer, unsigned int size);

// Swaps two paths in one step. ENOTSUP where the file system or the platform cannot.
int shim_swap_paths(const char *one, const char *other);

// Makes a write to a closed pipe an error instead of the end of the process.
void shim_ignore_broken_pipes(void);

// The processors that this process may use, at least 1.
int shim_usable_processors(void);

// Calls `body` with `context` on that many threads, this one among them, and returns when all calls
// have; on fewer where the system has no more.
void shim_run_side_by_side(int threads, void (*body)(void *), void *context);

// Columns of the terminal behind a descriptor; 0 when there is none.
int shim_terminal_columns(int descriptor);

// How a collected child ended: its exit code and -1, or -1 and the signal.
void shim_read_status(int status, int *exit_code, int *signal_number);

// Keeps the memory that this process has freed for what it asks for next, and has the system hand
// it out in large pages where it can.
//
// A run is short and its heap only grows: giving large arrays back at once, as is usual, means that
// the kernel clears and maps the same pages again and again, 4 KB at a time. Where the system or the
// C library has no such choice, nothing happens.
void shim_keep_memory(void);

// The environment of this process, ended by NULL.
char **shim_environment(void);

#endif
