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
  /// A few words beside an edge: "rejects".
  public var labels: [ID<Edge>: String] = [:]
  /// Numbers of the notes that an edge rests on.
  public var noteNumbers: [ID<Edge>: [Int]] = [:]
  public var notes: [Diagram.Note] = []
  /// What to look at: the rest is drawn pale.
  public var emphasized: Subgraph?
  /// Nodes drawn together in a frame.
  public var groups: [NodeGroup] = []
  /// Where entities and ties have pages of their own; see ``PictureLinks``.
  public var links: PictureLinks?

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
      edges: shown.edges.map { edge(graph[$0]) }, clusters: clusters,
      hidden: hidden.flatMap { $0.nodes + $0.edges > 0 ? $0 : nil }, notes: notes)
  }

  private var countedEdges: Int { graph.edges.reduce(0) { $0 + (graph[$1].isCounted ? 1 : 0) } }

  /// One cluster for each group, of its nodes that are shown.
  private var clusters: [Diagram.Cluster] {
    let width = String(groups.count).utf8.count
    return groups.enumerated().compactMap { place, group in
      let members = group.nodes.filter { shown.contains($0) }
      guard !members.isEmpty else { return nil }
      // Digits of one width, so that the order of ids is the order of groups.
      let number = String(place)
      let id = String(repeating: "0", count: width - number.utf8.count) + number
      return Diagram.Cluster(id: id, label: group.name, nodes: members.map { GraphDiagram.id(of: graph.entity($0)) })
    }
  }

  package static func id(of entity: Entity) -> String { "n\(entity.id.rawValue)" }

  package static func id(of edge: Edge, in graph: Graph) -> String {
    let (source, target) = (graph.entity(edge.source).id.rawValue, graph.entity(edge.target).id.rawValue)
    return "\(edge.kind.rawValue)-\(source)-\(target)"
  }

  func node(_ id: ID<Node>) -> Diagram.Node {
    let entity = graph.entity(id)
    var node = Diagram.Node(
      id: GraphDiagram.id(of: entity), label: entity.name, kind: Diagram.Node.Kind(entity.kind))
    node.shortLabel = GraphDiagram.shortName(entity)
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
    node.link = links?.address(of: entity)
    return node
  }

  func edge(_ edge: Edge) -> Diagram.Edge {
    let (source, target) = (graph.entity(edge.source), graph.entity(edge.target))
    var drawn = Diagram.Edge(
      id: GraphDiagram.id(of: edge, in: graph), source: GraphDiagram.id(of: source),
      target: GraphDiagram.id(of: target), kind: Diagram.Edge.Kind(edge.kind), weight: edge.weight,
      isUnconfirmed: edge.isUnconfirmed, claimCount: edge.supporting + edge.opposing, sourceCount: edge.stories)
    drawn.tooltip = evidence[edge.id]
    drawn.label = labels[edge.id]
    drawn.notes = noteNumbers[edge.id] ?? []
    drawn.link = links?.address(of: edge, in: graph)
    if let emphasized { drawn.emphasis = emphasized.contains(edge.id) ? .strong : .pale }
    return drawn
  }

  /// What fits a small node: an acronym, or the family name of an official.
  static func shortName(_ entity: Entity) -> String {
    if case .organization = entity.details { return acronym(of: entity) ?? entity.name }
    return ProseNames.shortForm(entity) ?? entity.name
  }

  /// The shortest alias in capitals: "NATO".
  private static func acronym(of entity: Entity) -> String? {
    entity.aliases.filter { alias in
      (3...7).contains(alias.utf8.count) && alias.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }
}

extension Diagram.Node.Kind {
  public init(_ kind: EntityKind) {
    switch kind {
    case .country: self = .country
    case .official: self = .official
    case .organization: self = .organization
    case .agreement: self = .agreement
    }
  }
}

extension Diagram.Edge.Kind {
  public init(_ kind: ClaimKind) {
    switch kind {
    case .stance: self = .stance
    case .cooperation: self = .cooperation
    case .affiliation: self = .affiliation
    case .party: self = .party
    case .membership: self = .membership
    }
  }
}
