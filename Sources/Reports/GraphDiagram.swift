public import Diagrams
public import Diplomacy
import Provenance
public import RelationGraph

/// What a picture of a graph shows: the nodes and edges of a subgraph, in the words of a diagram.
public struct GraphDiagram: Sendable {
  public var graph: Graph
  public var shown: Subgraph
  public var title = ""
  public var subtitle = ""
  public var sourceLine = ""
  /// What was kept where not all is shown: "the 40 strongest ties".
  public var rule: String?
  /// The sentence that an edge rests on, for pointing at it.
  public var evidence: [ID<Edge>: String] = [:]
  /// What to look at: the rest is drawn pale.
  public var emphasized: Subgraph?

  public init(graph: Graph, shown: Subgraph) {
    self.graph = graph
    self.shown = shown
  }

  /// The diagram. Node ids are the entities' numbers, edge ids the two ends' with the kind: both keep from run to run.
  public func diagram() -> Diagram {
    let hidden = rule.map {
      Diagram.Hidden(nodes: graph.nodeCount - shown.nodes.count, edges: countedEdges - shown.edges.count, rule: $0)
    }
    return Diagram(
      title: title, subtitle: subtitle, sourceLine: sourceLine, nodes: shown.nodes.map(node),
      edges: shown.edges.map(edge), hidden: hidden.flatMap { $0.nodes + $0.edges > 0 ? $0 : nil })
  }

  private var countedEdges: Int { graph.edges.reduce(0) { $0 + (graph[$1].isCounted ? 1 : 0) } }

  private func node(_ id: ID<Node>) -> Diagram.Node {
    let entity = graph.entity(id)
    var node = Diagram.Node(id: "n\(entity.id.rawValue)", label: entity.name, kind: kind(of: entity))
    switch entity.details {
    case .country: break
    case .official(let official):
      node.countryTag = entity.countryCode
      if !official.isUnnamed { node.subtitle = official.principalRole?.title }
    case .organization(let organization): node.countryTag = organization.country
    case .agreement(let agreement):
      let parts = [agreement.status?.rawValue, agreement.statusDate?.description].compactMap(\.self)
      if agreement.status != nil { node.status = parts.joined(separator: " · ") }
    }
    if let emphasized { node.emphasis = emphasized.contains(id) ? .strong : .pale }
    return node
  }

  private func edge(_ id: ID<Edge>) -> Diagram.Edge {
    let edge = graph[id]
    let (source, target) = (graph.entity(edge.source).id.rawValue, graph.entity(edge.target).id.rawValue)
    var drawn = Diagram.Edge(
      id: "\(edge.kind.rawValue)-\(source)-\(target)", source: "n\(source)", target: "n\(target)",
      kind: kind(of: edge), weight: edge.weight, isUnconfirmed: edge.isUnconfirmed,
      claimCount: edge.supporting + edge.opposing, sourceCount: edge.stories)
    drawn.tooltip = evidence[id]
    if let emphasized { drawn.emphasis = emphasized.contains(id) ? .strong : .pale }
    return drawn
  }

  private func kind(of entity: Entity) -> Diagram.Node.Kind {
    switch entity.kind {
    case .country: .country
    case .official: .official
    case .organization: .organization
    case .agreement: .agreement
    }
  }

  private func kind(of edge: Edge) -> Diagram.Edge.Kind {
    switch edge.kind {
    case .stance: .stance
    case .cooperation: .cooperation
    case .affiliation: .affiliation
    case .party: .party
    case .membership: .membership
    }
  }
}
