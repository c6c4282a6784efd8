#define _GNU_SOURCE // srand48, clock_gettime and kill under a strict language standard

#include "internal.h"

#include <stdlib.h>
#include <string.h>

// Buffers

void cgv_buffer_append(cgv_buffer *buffer, const char *bytes, size_t count) {
  if (buffer->failed) return;
  if (buffer->capacity - buffer->count <= count) {
    size_t capacity = (buffer->count + count + 1) * 2;
    char *grown = realloc(buffer->bytes, capacity);
    if (grown == NULL) {
      buffer->failed = true;
      return;
    }
    buffer->bytes = grown;
    buffer->capacity = capacity;
  }
  memcpy(buffer->bytes + buffer->count, bytes, count);
  buffer->count += count;
  buffer->bytes[buffer->count] = '\0';
}

void cgv_buffer_append_text(cgv_buffer *buffer, const char *text) { cgv_buffer_append(buffer, text, strlen(text)); }

cgv_bytes cgv_buffer_finish(cgv_buffer *buffer) {
  if (buffer->failed) {
    free(buffer->bytes);
    *buffer = (cgv_buffer){0};
  }
  cgv_bytes bytes = {buffer->bytes, buffer->count};
  *buffer = (cgv_buffer){0};
  return bytes;
}

void cgv_bytes_free(cgv_bytes bytes) { free(bytes.bytes); }

// Diagnostics

// Graphviz hands over a message in pieces: the level, ": ", then the text, and continuations (AGPREV) with
// no level before them. The buffer is global because the hook takes no context.
static cgv_buffer diagnostics;
static bool at_level;

static int receive(char *piece) {
  if (strcmp(piece, "Error") == 0 || strcmp(piece, "Warning") == 0) {
    if (diagnostics.count > 0 && diagnostics.bytes[diagnostics.count - 1] != '\n') {
      cgv_buffer_append_text(&diagnostics, "\n");
    }
    cgv_buffer_append(&diagnostics, piece, 1);
    at_level = true;
    return 0;
  }
  if (at_level) {
    at_level = false;
    if (strcmp(piece, ": ") == 0) return 0;
  }
  // A line break inside a message would read as a new one.
  for (const char *character = piece; *character != '\0'; character++) {
    cgv_buffer_append(&diagnostics, *character == '\n' || *character == '\r' ? " " : character, 1);
  }
  return 0;
}

cgv_bytes cgv_take_diagnostics(void) {
  agreseterrors();
  at_level = false;
  return cgv_buffer_finish(&diagnostics);
}

// Contexts

static cgv_text_width measure_text;

// The type that a text-layout function returns is `boolean` before Graphviz 10 and `bool` since.
#include <graphviz/gvplugin_textlayout.h>
typedef __typeof__(((struct gvtextlayout_engine_s *)0)->textlayout((textspan_t *)0, (char **)0)) plugin_bool;

static plugin_bool measure(textspan_t *span, char **font_path) {
  const double size = span->font->size;
  const char *font = span->font->name;
  const bool is_bold = (span->font->flags & HTML_BF) != 0 || (font != NULL && strstr(font, "Bold") != NULL);
  const char *text = span->str;
  span->size.x = text == NULL ? 0 : measure_text((const unsigned char *)text, strlen(text), size, is_bold);
  span->size.y = size * 1.2;
  span->yoffset_layout = 0;
  span->yoffset_centerline = 0.1 * size;
  span->layout = NULL;
  span->free_layout = NULL;
  if (font_path != NULL) *font_path = (char *)"[entente]";
  return 1;
}

static gvtextlayout_engine_t engine = {measure};
// A quality above the 8 of pango's makes it the one chosen.
static gvplugin_installed_t text_layouts[] = {{0, "textlayout", 100, &engine, NULL}, {0, NULL, 0, NULL, NULL}};
static gvplugin_api_t apis[] = {{API_textlayout, text_layouts}, {(api_t)0, NULL}};
static gvplugin_library_t library = {(char *)"entente", apis};
static const lt_symlist_t builtins[] = {{"gvplugin_entente_LTX_library", &library}, {NULL, NULL}};

// Graphviz loads the library of an engine when the engine is first asked for. A worker process must find it loaded:
// loading takes locks that another thread may hold at the fork, and memory that the limit may refuse.
static void load_layouts(cgv_context *context) {
  for (const char *const *name = (const char *const[]){"dot", "neato", NULL}; *name != NULL; name++) {
    cgv_graph *graph = cgv_graph_read("digraph { a }");
    if (graph == NULL) continue;
    cgv_graph_layout(context, graph, *name);
    cgv_graph_free_layout(context, graph);
    cgv_graph_close(graph);
  }
  // Who asks for an engine that is not there hears of it then.
  cgv_bytes_free(cgv_take_diagnostics());
}

cgv_context *cgv_context_create(cgv_text_width width) {
  cgv_context *context = malloc(sizeof(cgv_context));
  if (context == NULL) return NULL;
  // Builtins are installed before the text layout is chosen; gvAddLibrary would come too late.
  if (width != NULL) {
    measure_text = width;
    context->gvc = gvContextPlugins(builtins, 1);
  } else {
    context->gvc = gvContext();
  }
  if (context->gvc == NULL) {
    free(context);
    return NULL;
  }
  agseterrf((agusererrf)receive);
  agseterr(AGWARN);
  if (width != NULL) load_layouts(context);
  return context;
}

void cgv_context_destroy(cgv_context *context) {
  gvFreeContext(context->gvc);
  free(context);
}

const char *cgv_context_version(const cgv_context *context) { return gvcVersion(context->gvc); }

// Graphs

cgv_graph *cgv_graph_read(const char *dot) { return (cgv_graph *)agmemread(dot); }

void cgv_graph_close(cgv_graph *graph) { agclose(cgv_agraph(graph)); }

bool cgv_graph_layout(cgv_context *context, cgv_graph *graph, const char *engine_name) {
  // A graph's own `layout` attribute would win over the argument.
  agattr(cgv_agraph(graph), AGRAPH, (char *)"layout", (char *)engine_name);
  agsafeset(cgv_agraph(graph), (char *)"layout", (char *)engine_name, (char *)"");
  // sfdp and neato draw from the generators of the C library.
  srand(1);
  srand48(1);
  return gvLayout(context->gvc, cgv_agraph(graph), engine_name) == 0;
}

void cgv_graph_free_layout(cgv_context *context, cgv_graph *graph) { gvFreeLayout(context->gvc, cgv_agraph(graph)); }

bool cgv_graph_render(cgv_context *context, cgv_graph *graph, const char *format, cgv_bytes *out) {
  *out = (cgv_bytes){0};
  // The length is `unsigned *` before Graphviz 13 and `size_t *` since, and no macro tells them apart.
  __typeof__(_Generic(&gvRenderData,
      int (*)(GVC_t *, graph_t *, const char *, char **, size_t *): (size_t)0,
      default: (unsigned)0)) count = 0;
  char *data = NULL;
  const int status = gvRenderData(context->gvc, cgv_agraph(graph), format, &data, &count);
  if (status == 0 && data != NULL) {
    cgv_buffer copy = {0};
    cgv_buffer_append(&copy, data, count);
    *out = cgv_buffer_finish(&copy);
  }
  // Graphviz 2.42 leaves a buffer behind also where it fails.
  if (data != NULL) gvFreeRenderData(data);
  return status == 0 && out->bytes != NULL;
}
