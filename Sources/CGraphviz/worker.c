#define _GNU_SOURCE // srand48, clock_gettime and kill under a strict language standard

#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WORKER_OK = 0, WORKER_FAILED = 3 };

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void write_all(int file, cgv_bytes bytes) {
  size_t done = 0;
  while (done < bytes.count) {
    const ssize_t count = write(file, bytes.bytes + done, bytes.count - done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    done += (size_t)count;
  }
}

static void limit_memory(size_t allowance) {
#ifdef __linux__
  // The limit counts address space, of which the process already holds some.
  unsigned long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (file == NULL) return;
  const int fields = fscanf(file, "%lu", &pages);
  fclose(file);
  if (fields != 1) return;
  const rlim_t limit = (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) + allowance;
  const struct rlimit limits = {limit, limit};
  setrlimit(RLIMIT_AS, &limits);
#else
  (void)allowance;
#endif
}

// Runs in the child: C alone, and nothing that another thread of the parent may have held at the fork but
// the allocator, which the C library makes good.
_Noreturn static void work(cgv_context *context, const char *dot, const char *engine, size_t memory, int file) {
  const struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  limit_memory(memory);
  cgv_graph *graph = cgv_graph_read(dot);
  if (graph != NULL && cgv_graph_layout(context, graph, engine)) {
    write_all(file, cgv_graph_geometry(graph));
    _exit(WORKER_OK);
  }
  write_all(file, cgv_take_diagnostics());
  _exit(WORKER_FAILED);
}

/// Collects what the child writes until it closes its end; false where the deadline came first.
static bool collect(int file, double deadline, cgv_buffer *buffer) {
  char chunk[65536];
  for (;;) {
    const double left = deadline - now();
    if (left <= 0) return false;
    struct pollfd wait = {.fd = file, .events = POLLIN};
    const int ready = poll(&wait, 1, left > 3600 ? 3600000 : (int)(left * 1000) + 1);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    const ssize_t count = read(file, chunk, sizeof chunk);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return true;
    cgv_buffer_append(buffer, chunk, (size_t)count);
  }
}

cgv_worker_result cgv_worker_geometry(
    cgv_context *context, const char *dot, const char *engine, double seconds, size_t memory, cgv_bytes *out) {
  *out = (cgv_bytes){0};
  const double deadline = now() + seconds;
  int ends[2];
  if (pipe(ends) != 0) return CGV_WORKER_UNAVAILABLE;
  const pid_t child = fork();
  if (child < 0) {
    close(ends[0]);
    close(ends[1]);
    return CGV_WORKER_UNAVAILABLE;
  }
  if (child == 0) {
    close(ends[0]);
    work(context, dot, engine, memory, ends[1]);
  }
  close(ends[1]);
  cgv_buffer buffer = {0};
  const bool finished = collect(ends[0], deadline, &buffer);
  if (!finished) kill(child, SIGKILL);
  close(ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  *out = cgv_buffer_finish(&buffer);
  if (!finished) return CGV_WORKER_TIMED_OUT;
  if (!WIFEXITED(status)) return CGV_WORKER_DIED;
  switch (WEXITSTATUS(status)) {
  case WORKER_OK: return out->bytes != NULL ? CGV_WORKER_DONE : CGV_WORKER_DIED;
  case WORKER_FAILED: return CGV_WORKER_FAILED;
  default: return CGV_WORKER_DIED; // exit(1) of a library that could not allocate
  }
}
