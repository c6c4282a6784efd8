#pragma once

#include <graphviz/gvc.h>

#include "CGraphviz.h"

/// A growing buffer. After a failed allocation it takes nothing more and `failed` stays set.
typedef struct {
  char *bytes;
  size_t count;
  size_t capacity;
  bool failed;
} cgv_buffer;

void cgv_buffer_append(cgv_buffer *buffer, const char *bytes, size_t count);
void cgv_buffer_append_text(cgv_buffer *buffer, const char *text);
cgv_bytes cgv_buffer_finish(cgv_buffer *buffer);

struct cgv_context {
  GVC_t *gvc;
};

static inline Agraph_t *cgv_agraph(cgv_graph *graph) { return (Agraph_t *)graph; }
