"""Makes networkx.tsv: what NetworkX says of 200 random graphs, for the tests to hold Entente's answers against.

usage: make_expected.py > networkx.tsv      (needs Python 3 and NetworkX)

The graphs are made anew by the tests from the same numbers, so that neither they nor Python are needed to run these.
Values of all nodes or pairs are summed up, each times a number of 0 to 1 that belongs to its place, so that one wrong
value shows in the sum.
"""

import math

import networkx

MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, bound):
        return (self.next() * bound) >> 64


def make(seed):
    """Nodes 0 … n − 1 and pairs of them with a weight of 0.05 … 1."""
    random = SplitMix64(seed)
    count = 3 + random.below(38)
    graph = networkx.Graph()
    graph.add_nodes_from(range(count))
    for _ in range(random.below(3 * count)):
        a, b, weight = random.below(count), random.below(count), (1 + random.below(20)) / 20
        if a != b and not graph.has_edge(a, b):
            graph.add_edge(a, b, weight=weight, cost=-math.log(weight))
    return graph


def projected(values, seed):
    random = SplitMix64(seed)
    return math.fsum(value * (random.below(1 << 20) / (1 << 20)) for value in values)


def pairs(graph, lengths, seed):
    """Of every fourth pair a < b, if it is linked, in order."""
    nodes = range(len(graph))
    return projected(
        (lengths[a][b] for a in nodes for b in nodes if a < b and (a + 2 * b) % 4 == 0 and b in lengths[a]), seed)


def main():
    print(f"# What NetworkX {networkx.__version__} (BSD licence) says of random graphs; made by make_expected.py.")
    print("seed nodes edges components largest cut_nodes bridges hops costs betweenness pagerank".replace(" ", "\t"))
    for seed in range(200):
        graph = make(seed)
        components = [len(part) for part in networkx.connected_components(graph)]
        betweenness = networkx.betweenness_centrality(graph)
        rank = networkx.pagerank(graph, tol=1e-14, max_iter=100_000)
        row = [
            seed, len(graph), graph.number_of_edges(), len(components), max(components),
            len(list(networkx.articulation_points(graph))), len(list(networkx.bridges(graph))),
            pairs(graph, dict(networkx.all_pairs_shortest_path_length(graph)), 1),
            pairs(graph, dict(networkx.all_pairs_dijkstra_path_length(graph, weight="cost")), 2),
            projected((betweenness[node] for node in range(len(graph))), 3),
            projected((rank[node] for node in range(len(graph))), 4),
        ]
        print("\t".join(repr(value) if isinstance(value, float) else str(value) for value in row))


main()
