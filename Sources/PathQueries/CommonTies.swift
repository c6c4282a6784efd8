public import Diplomacy
public import RelationGraph

/// What two or more actors have in common: the ties among themselves, and every node that all of them are tied to.
public struct CommonTies: Hashable, Sendable {
  /// As asked for.
  public var actors: [ID<Node>]
  /// Edges among the actors, in order.
  public var direct: [ID<Edge>]
  /// The nodes that all are tied to, those with the strongest weakest tie first.
  public var shared: [Shared]

  public struct Shared: Hashable, Sendable {
    public var node: ID<Node>
    /// For each actor, in their order, the edges to the node, the strongest first.
    public var ties: [[ID<Edge>]]
    /// Whether all ties that have a sign have the same one; nil where fewer than two actors have a tie with one.
    public var isAgreed: Bool?
  }

  /// - Parameter actors: Two at least, all different.
  /// - Complexity: O(edges at the actors × log of them).
  public init(_ graph: Graph, among actors: [ID<Node>], _ filter: EdgeFilter = EdgeFilter()) {
    precondition(actors.count >= 2 && Set(actors).count == actors.count, "two different actors at least")
    self.actors = actors
    let neighbors = actors.map { actor in
      Dictionary(uniqueKeysWithValues: graph.neighbors(of: actor, filter).map { ($0.node, $0.edges) })
    }
    direct = actors.indices.flatMap { a in actors[(a + 1)...].flatMap { neighbors[a][$0] ?? [] } }.sorted()
    func strength(_ ties: [ID<Edge>]) -> Double { ties.map { abs(graph[$0].weight) }.max() ?? 0 }
    var ranked: [(strength: Double, shared: Shared)] = []
    for node in neighbors[0].keys.sorted() where !actors.contains(node) {
      let ties = neighbors.compactMap { $0[node] }
      guard ties.count == actors.count else { continue }
      let sorted = ties.map { edges in
        edges.sorted { a, b in
          let (x, y) = (abs(graph[a].weight), abs(graph[b].weight))
          return x != y ? x > y : a < b
        }
      }
      let signs = sorted.compactMap { edges in CommonTies.sign(of: edges, in: graph) }
      let isAgreed = signs.count < 2 ? nil : signs.allSatisfy { $0 == signs[0] }
      ranked.append((sorted.map(strength).min() ?? 0, Shared(node: node, ties: sorted, isAgreed: isAgreed)))
    }
    ranked.sort { $0.strength != $1.strength ? $0.strength > $1.strength : $0.shared.node < $1.shared.node }
    shared = ranked.map(\.shared)
  }

  /// The sign of the sum of the weights that have one.
  private static func sign(of edges: [ID<Edge>], in graph: Graph) -> Sign? {
    let sum = edges.reduce(0) { $0 + (graph[$1].kind.isSigned ? graph[$1].weight : 0) }
    return sum > 0 ? .positive : sum < 0 ? .negative : nil
  }
}
