"""igraph on the same network and questions. usage: igraph_peer.py FOLDER"""

import sys

import igraph

import graph_input
from measure import check, each, repeated, resident_bytes, value

PROGRAM = "igraph " + igraph.__version__
folder = sys.argv[1]
rows = list(graph_input.edges(folder))
pairs = graph_input.pairs(folder)
nodes = 1 + max(max(a, b) for a, b, _, _ in rows)
ends = [(a, b) for a, b, _, _ in rows]
strength = [row[2] for row in rows]
cost = [row[3] for row in rows]

before = resident_bytes()
graph = igraph.Graph(n=nodes, edges=ends)
value("graph/memory", PROGRAM, "bytes/edge", (resident_bytes() - before) / len(rows), note="without weights")
repeated(
    "graph/build from claims in memory", PROGRAM, lambda: igraph.Graph(n=nodes, edges=ends), note="edges, not claims")


def strongest(pair):
    path = graph.get_shortest_path(pair[0], pair[1], weights=cost, output="epath")
    check(PROGRAM, sum(cost[edge] for edge in path), pair[2])


each("graph/strongest path", PROGRAM, strongest, pairs)
each("graph/fewest hops", PROGRAM, lambda pair: graph.get_shortest_path(pair[0], pair[1]), pairs)
each(
    "graph/ten best paths", PROGRAM,
    lambda pair: graph.get_k_shortest_paths(pair[0], pair[1], k=10, weights=cost, output="epath"), pairs[:1],
    note="one pair")
sources = [sample * nodes // 16 for sample in range(16)]
repeated("graph/betweenness, 16 sources", PROGRAM, lambda: graph.betweenness(sources=sources), repetitions=1)
repeated(
    "graph/blocs", PROGRAM, lambda: graph.community_multilevel(weights=strength), repetitions=1,
    note="Louvain, strength without sign")
repeated("graph/PageRank", PROGRAM, lambda: graph.pagerank(weights=strength), note="solved by PRPACK")
