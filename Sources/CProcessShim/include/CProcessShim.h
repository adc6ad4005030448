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

// Columns of the terminal behind a descriptor; 0 when there is none.
int shim_terminal_columns(int descriptor);

// How a collected child ended: its exit code and -1, or -1 and the signal.
void shim_read_status(int status, int *exit_code, int *signal_number);

// The environment of this process, ended by NULL.
char **shim_environment(void);

#endif
