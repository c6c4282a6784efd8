"""NetworKit on the same network and questions. usage: networkit_peer.py FOLDER"""

import os
import sys

import networkit

import graph_input
from measure import check, each, repeated, resident_bytes, value

PROGRAM = "NetworKit " + networkit.__version__
folder = sys.argv[1]
rows = list(graph_input.edges(folder))
pairs = graph_input.pairs(folder)
nodes = 1 + max(max(a, b) for a, b, _, _ in rows)


def build(column):
    graph = networkit.Graph(nodes, weighted=True)
    for row in rows:
        graph.addEdge(row[0], row[1], row[column])
    return graph


before = resident_bytes()
graph = build(3)
value("graph/memory", PROGRAM, "bytes/edge", (resident_bytes() - before) / len(rows))
repeated("graph/build from claims in memory", PROGRAM, lambda: build(3), repetitions=1, note="edges, not claims")


def strongest(pair):
    search = networkit.distance.BidirectionalDijkstra(graph, pair[0], pair[1], True)
    search.run()
    search.getPath()
    check(PROGRAM, search.getDistance(), pair[2])


def hops(pair):
    search = networkit.distance.BidirectionalBFS(graph, pair[0], pair[1], True)
    search.run()
    search.getPath()


each("graph/strongest path", PROGRAM, strongest, pairs)
each("graph/fewest hops", PROGRAM, hops, pairs)
by_strength = build(2)
unweighted = networkit.graphtools.toUnweighted(graph)
for threads in sorted({1, os.cpu_count() or 1}):
    networkit.setNumberOfThreads(threads)
    repeated(
        "graph/betweenness, 16 sources", PROGRAM,
        lambda: networkit.centrality.EstimateBetweenness(unweighted, 16, False, threads > 1).run(), threads=threads)
    repeated(
        "graph/PageRank", PROGRAM, lambda: networkit.centrality.PageRank(by_strength, 0.85, 1e-12).run(),
        threads=threads, note="tolerance 1e-12")
    repeated(
        "graph/blocs", PROGRAM, lambda: networkit.community.PLM(by_strength).run(), threads=threads,
        note="Louvain, strength without sign")
