public import Diplomacy
public import RelationGraph

/// Who stands where on a node, and where it stands on others. Every stance is in one list alone, the strongest first.
public struct StanceProfile: Hashable, Sendable {
  public var node: ID<Node>
  /// Stances of others on the node.
  public var received: Sides
  /// Stances of the node on others.
  public var held: Sides

  public struct Sides: Hashable, Sendable {
    /// Told as support alone.
    public var supporting: [ID<Edge>] = []
    /// Told as opposition alone.
    public var opposing: [ID<Edge>] = []
    /// Told both ways.
    public var contested: [ID<Edge>] = []

    public var isEmpty: Bool { supporting.isEmpty && opposing.isEmpty && contested.isEmpty }
    public var all: [ID<Edge>] { supporting + opposing + contested }
  }

  /// - Complexity: O(edges at the node × log of them).
  public init(_ graph: Graph, of node: ID<Node>, _ filter: EdgeFilter = EdgeFilter()) {
    self.node = node
    let matcher = EdgeMatcher(graph, filter)
    func sides(_ edges: some Sequence<ID<Edge>>) -> Sides {
      let stances = edges.filter { graph.columns.kind[$0.index] == .stance && matcher.admits($0) }.map { graph[$0] }
        .sorted { abs($0.weight) != abs($1.weight) ? abs($0.weight) > abs($1.weight) : $0.id < $1.id }
      return Sides(
        supporting: stances.filter { $0.supporting > 0 && !$0.isContested }.map(\.id),
        opposing: stances.filter { $0.opposing > 0 && !$0.isContested }.map(\.id),
        contested: stances.filter(\.isContested).map(\.id))
    }
    received = sides(graph.incoming(node))
    held = sides(graph.outgoing(node))
  }
}
