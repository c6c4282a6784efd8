// The queries over a graph.
