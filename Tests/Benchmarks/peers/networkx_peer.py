"""NetworkX on the same network and questions. usage: networkx_peer.py FOLDER"""

import sys
from itertools import islice

import networkx

import graph_input
from measure import check, each, repeated, resident_bytes, value

PROGRAM = "NetworkX " + networkx.__version__
folder = sys.argv[1]
rows = list(graph_input.edges(folder))
pairs = graph_input.pairs(folder)
nodes = 1 + max(max(a, b) for a, b, _, _ in rows)

before = resident_bytes()
graph = networkx.Graph()


def build():
    graph.clear()
    graph.add_nodes_from(range(nodes))
    for a, b, strength, cost in rows:
        graph.add_edge(a, b, strength=strength, cost=cost)


repeated("graph/build from claims in memory", PROGRAM, build, repetitions=1, note="edges, not claims")
value("graph/memory", PROGRAM, "bytes/edge", (resident_bytes() - before) / len(rows))


def strongest(pair):
    check(PROGRAM, networkx.bidirectional_dijkstra(graph, pair[0], pair[1], weight="cost")[0], pair[2])


each("graph/strongest path", PROGRAM, strongest, pairs)
each("graph/fewest hops", PROGRAM, lambda pair: networkx.bidirectional_shortest_path(graph, pair[0], pair[1]), pairs)
each(
    "graph/ten best paths", PROGRAM,
    lambda pair: list(islice(networkx.shortest_simple_paths(graph, pair[0], pair[1], weight="cost"), 10)), pairs[:1],
    note="one pair")
repeated(
    "graph/betweenness, 16 sources", PROGRAM, lambda: networkx.betweenness_centrality(graph, k=16, seed=1),
    repetitions=1)
repeated(
    "graph/PageRank", PROGRAM,
    lambda: networkx.pagerank(graph, weight="strength", tol=1e-12 / nodes, max_iter=1000), repetitions=1,
    note="tolerance 1e-12")
