public import Diplomacy
public import RelationGraph

/// Nodes of a graph that a picture shows together, under a name.
public struct NodeGroup: Hashable, Sendable {
  public var name: String
  public var nodes: [ID<Node>]

  public init(name: String, nodes: [ID<Node>]) {
    self.name = name
    self.nodes = nodes
  }

  /// Each country with its officials and bodies, in order of name. A country that stands alone makes no group, nor do
  /// agreements and what belongs to no one country.
  public static func byCountry(_ shown: some Sequence<ID<Node>>, in graph: Graph) -> [NodeGroup] {
    var names: [String: String] = [:]
    for entity in graph.entities {
      if case .country(let country) = entity.details, names[country.code] == nil { names[country.code] = entity.name }
    }
    var members: [String: [ID<Node>]] = [:]
    for node in shown {
      if let code = graph.entity(node).countryCode { members[code, default: []].append(node) }
    }
    return members.filter { $0.value.count > 1 }.map { NodeGroup(name: names[$0.key] ?? $0.key, nodes: $0.value) }
      .sorted { ($0.name, $0.nodes[0]) < ($1.name, $1.nodes[0]) }
  }

  /// Those friendly with each other, the largest bloc first. Who stands alone makes no group.
  ///
  /// - Parameter filter: The ties that blocs are made by.
  public static func byBloc(
    _ shown: some Sequence<ID<Node>>, in graph: Graph, _ filter: EdgeFilter = EdgeFilter()
  ) -> [NodeGroup] {
    let shown = Set(shown)
    let blocs = PairGraph(graph, filter).blocs().groups.map { $0.filter(shown.contains) }.filter { $0.count > 1 }
    return blocs.map { nodes in
      // A country stands for its bloc sooner than an official; of several the best connected, of these the first.
      func rank(_ node: ID<Node>) -> (Int, Int) { (graph.entity(node).kind == .country ? 0 : 1, -graph.degree(node)) }
      let leader = nodes.reduce(nodes[0]) { rank($1) < rank($0) ? $1 : $0 }
      return NodeGroup(name: "Bloc of \(graph.entity(leader).name)", nodes: nodes)
    }
  }

  /// Countries, officials, organizations and agreements.
  public static func byKind(_ shown: some Sequence<ID<Node>>, in graph: Graph) -> [NodeGroup] {
    let shown = Array(shown)
    return [
      (EntityKind.country, "Countries"), (.official, "Officials"), (.organization, "Organizations"),
      (.agreement, "Agreements"),
    ].compactMap { kind, name in
      let members = shown.filter { graph.entity($0).kind == kind }
      return members.isEmpty ? nil : NodeGroup(name: name, nodes: members)
    }
  }
}
