#include "internal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

// Numbers are written as integers, which no locale spells differently.
static void append_number(cgv_buffer *buffer, double points) {
  char text[32];
  snprintf(text, sizeof text, " %lld", isfinite(points) ? llround(points * 1000) : 0LL);
  cgv_buffer_append_text(buffer, text);
}

static void append_count(cgv_buffer *buffer, size_t count) {
  char text[32];
  snprintf(text, sizeof text, " %zu", count);
  cgv_buffer_append_text(buffer, text);
}

static void append_name(cgv_buffer *buffer, const char *name) {
  if (name == NULL) name = "";
  const size_t count = strlen(name);
  append_count(buffer, count);
  cgv_buffer_append_text(buffer, ":");
  cgv_buffer_append(buffer, name, count);
}

static void append_point(cgv_buffer *buffer, pointf point) {
  append_number(buffer, point.x);
  append_number(buffer, point.y);
}

static void append_box(cgv_buffer *buffer, boxf box) {
  append_point(buffer, box.LL);
  append_point(buffer, box.UR);
}

static void append_label(cgv_buffer *buffer, const textlabel_t *label) {
  const bool is_set = label != NULL && label->set;
  append_count(buffer, is_set);
  append_point(buffer, is_set ? label->pos : (pointf){0, 0});
  append_point(buffer, is_set ? label->dimen : (pointf){0, 0});
}

static void append_edge(cgv_buffer *buffer, Agedge_t *edge) {
  cgv_buffer_append_text(buffer, "edge");
  append_name(buffer, agget(edge, (char *)"id"));
  append_name(buffer, agnameof(agtail(edge)));
  append_name(buffer, agnameof(aghead(edge)));
  append_label(buffer, ED_label(edge));
  const splines *route = ED_spl(edge);
  const size_t pieces = route == NULL ? 0 : (size_t)route->size;
  append_count(buffer, pieces);
  for (size_t index = 0; index < pieces; index++) {
    const bezier *piece = &route->list[index];
    append_count(buffer, (size_t)piece->size);
    append_count(buffer, piece->sflag != 0);
    append_point(buffer, piece->sp);
    append_count(buffer, piece->eflag != 0);
    append_point(buffer, piece->ep);
    for (size_t point = 0; point < (size_t)piece->size; point++) append_point(buffer, piece->list[point]);
  }
  cgv_buffer_append_text(buffer, "\n");
}

// Engines that know no clusters leave them without a box: what the macros would read is then another record.
static bool has_box(Agraph_t *part) {
  Agrec_t *record = aggetrec(part, (char *)"Agraphinfo_t", 0);
  return record != NULL && record == AGDATA(part);
}

static void append_clusters(cgv_buffer *buffer, Agraph_t *graph) {
  for (Agraph_t *part = agfstsubg(graph); part != NULL; part = agnxtsubg(part)) {
    const char *name = agnameof(part);
    if (name != NULL && strncmp(name, "cluster", 7) == 0 && has_box(part)) {
      cgv_buffer_append_text(buffer, "cluster");
      append_name(buffer, name);
      append_box(buffer, GD_bb(part));
      append_label(buffer, GD_label(part));
      cgv_buffer_append_text(buffer, "\n");
    }
    append_clusters(buffer, part);
  }
}

cgv_bytes cgv_graph_geometry(cgv_graph *handle) {
  Agraph_t *graph = cgv_agraph(handle);
  cgv_buffer buffer = {0};
  cgv_buffer_append_text(&buffer, "graph");
  append_box(&buffer, GD_bb(graph));
  cgv_buffer_append_text(&buffer, "\n");
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node)) {
    cgv_buffer_append_text(&buffer, "node");
    append_name(&buffer, agnameof(node));
    append_point(&buffer, ND_coord(node));
    append_number(&buffer, ND_width(node) * 72);
    append_number(&buffer, ND_height(node) * 72);
    cgv_buffer_append_text(&buffer, "\n");
  }
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node)) {
    for (Agedge_t *edge = agfstout(graph, node); edge != NULL; edge = agnxtout(graph, edge)) {
      append_edge(&buffer, edge);
    }
  }
  append_clusters(&buffer, graph);
  return cgv_buffer_finish(&buffer);
}
