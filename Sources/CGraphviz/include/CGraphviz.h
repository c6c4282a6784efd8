#pragma once

#include <stdbool.h>
#include <stddef.h>

// The door to Graphviz: plain functions over opaque handles, the same for Graphviz 2.42 to 14.
//
// Graphviz keeps global state (string table, error state, random numbers, layout scratch), so no two of
// these functions may run at once in a process, whatever their arguments. The caller serializes.

typedef struct cgv_context cgv_context;
typedef struct cgv_graph cgv_graph;

/// Bytes owned by the caller, to be given to `cgv_bytes_free`. Followed by a NUL that `count` leaves out.
typedef struct {
  char *_Nullable bytes;
  size_t count;
} cgv_bytes;

void cgv_bytes_free(cgv_bytes bytes);

/// The advance width, in points, of one line of UTF-8 text of `count` bytes.
typedef double (*cgv_text_width)(const unsigned char *_Nonnull text, size_t count, double size, bool is_bold);

/// A context whose text is measured by `width`, so that the fonts of the machine move nothing; with NULL the
/// fonts of the machine are used, as the formats that draw letters need. NULL where memory is short.
cgv_context *_Nullable cgv_context_create(cgv_text_width _Nullable width);
void cgv_context_destroy(cgv_context *_Nonnull context);

/// "2.43.0". Valid as long as the context.
const char *_Nonnull cgv_context_version(const cgv_context *_Nonnull context);

/// Reads the first graph of DOT text; NULL where the text is no DOT.
cgv_graph *_Nullable cgv_graph_read(const char *_Nonnull dot);
void cgv_graph_close(cgv_graph *_Nonnull graph);

/// Lays the graph out with the named engine, whatever the graph itself asks for, from fixed random seeds.
/// To be undone by `cgv_graph_free_layout`, also where it fails.
bool cgv_graph_layout(cgv_context *_Nonnull context, cgv_graph *_Nonnull graph, const char *_Nonnull engine);
void cgv_graph_free_layout(cgv_context *_Nonnull context, cgv_graph *_Nonnull graph);

/// The laid-out positions as a listing: one record a line, names written as "length:bytes", numbers as
/// integers in thousandths of a point, y upwards.
///
///     graph x0 y0 x1 y1
///     node NAME x y width height
///     edge ID TAIL HEAD hasLabel labelX labelY labelWidth labelHeight pieces { points hasStart sx sy hasEnd ex ey x y … }
///     cluster NAME x0 y0 x1 y1 hasLabel labelX labelY labelWidth labelHeight
cgv_bytes cgv_graph_geometry(cgv_graph *_Nonnull graph);

/// Draws the laid-out graph in one of Graphviz's own formats.
bool cgv_graph_render(
    cgv_context *_Nonnull context, cgv_graph *_Nonnull graph, const char *_Nonnull format, cgv_bytes *_Nonnull out);

/// What Graphviz reported since the last call, one message a line behind "E" (error) or "W" (warning);
/// forgets it, and Graphviz's own memory of it.
cgv_bytes cgv_take_diagnostics(void);

typedef enum {
  CGV_WORKER_DONE,
  /// Graphviz failed; the output holds its diagnostics.
  CGV_WORKER_FAILED,
  /// Not finished within the time allowed.
  CGV_WORKER_TIMED_OUT,
  /// Ended by a signal: out of memory, or a crash of the layout engine.
  CGV_WORKER_DIED,
  /// No process could be started.
  CGV_WORKER_UNAVAILABLE,
} cgv_worker_result;

/// Reads, lays out and lists the geometry of DOT text in a child process, which a deadline and a memory
/// limit can end: Graphviz itself cannot be interrupted.
///
/// @param seconds the time allowed, by the clock on the wall.
/// @param memory bytes that the child may take beyond what this process holds.
cgv_worker_result cgv_worker_geometry(
    cgv_context *_Nonnull context, const char *_Nonnull dot, const char *_Nonnull engine, double seconds, size_t memory,
    cgv_bytes *_Nonnull out);
