/// A diagram with everything decided that does not depend on places: canonical order, broken lines, sizes.
///
/// A figure is drawn in three steps, of which the middle one needs a layout engine:
///
///     let figure = try Figure(diagram)
///     let layout = try await GraphvizRenderer.shared.layout(figure.dot, engine: figure.engine)
///     let svg = figure.svg(layout)
///
/// The same diagram, style and layout give the same bytes, in whatever order nodes and edges came.
public struct Figure: Sendable {
  public let diagram: Diagram
  public let style: DiagramStyle
  /// What the figure is to be laid out with.
  public let engine: LayoutEngine
  /// Which way the ranks of `dot` run.
  let direction: DiagramStyle.Direction
  /// What differs from what was asked for, in sentences for who asked.
  public let notices: [String]
  /// The DOT text to lay out. See `DotWriter`.
  public private(set) var dot = ""
  /// What every id of the picture begins with.
  private(set) var idPrefix = ""
  /// One for each node, in the diagram's order.
  let faces: [NodeFace]
  /// Places of the ends of each edge among the nodes.
  let ends: [(source: Int, target: Int)]
  /// What is written beside each edge, in lines; empty where nothing is.
  let edgeLabels: [[String]]

  static let labelSize = 9.5
  static let labelLeading = 11.5
  static let labelMeasure = 104.0

  /// Sets a diagram.
  ///
  /// - Throws: `DiagramError` where ids clash, an edge or cluster names a node that is not there, or the style's
  ///   id prefix is none.
  /// - Complexity: O(*n* log *n*) in nodes and edges.
  public init(_ diagram: Diagram, style: DiagramStyle = DiagramStyle()) throws(DiagramError) {
    if let prefix = style.idPrefix, !Self.isValidPrefix(prefix) { throw .invalidIDPrefix(prefix) }
    var diagram = diagram
    diagram.nodes.sort { precedes($0.id, $1.id) }
    diagram.edges.sort { precedes($0.id, $1.id) }
    diagram.clusters.sort { precedes($0.id, $1.id) }
    diagram.notes.sort { ($0.number, $0.text) < ($1.number, $1.text) }

    var places: [Diagram.Node.ID: Int] = [:]
    for (place, node) in diagram.nodes.enumerated() {
      if places.updateValue(place, forKey: node.id) != nil { throw .duplicateNode(id: node.id) }
    }
    var ends: [(source: Int, target: Int)] = []
    for (index, edge) in diagram.edges.enumerated() {
      if index > 0 && diagram.edges[index - 1].id == edge.id { throw .duplicateEdge(id: edge.id) }
      guard let source = places[edge.source] else { throw .unknownNode(id: edge.source, inEdge: edge.id) }
      guard let target = places[edge.target] else { throw .unknownNode(id: edge.target, inEdge: edge.id) }
      ends.append((source, target))
      let weight = edge.weight.isNaN ? 0 : edge.weight
      diagram.edges[index].weight = min(max(weight, -1), 1)
    }
    var clustered: Set<Diagram.Node.ID> = []
    for (index, cluster) in diagram.clusters.enumerated() {
      diagram.clusters[index].nodes.sort(by: precedes)
      for id in cluster.nodes {
        if places[id] == nil { throw .unknownClusterNode(id: id, inCluster: cluster.id) }
        if !clustered.insert(id).inserted { throw .nodeInTwoClusters(id: id) }
      }
    }

    var joined: [Diagram.Edge.ID: Diagram.Edge] = [:]
    if !diagram.panels.isEmpty { for edge in diagram.edges { joined[edge.id] = edge } }
    for (index, panel) in diagram.panels.enumerated() {
      var seen: Set<Diagram.Edge.ID> = []
      for edge in panel.edges where joined[edge.id] == nil || !seen.insert(edge.id).inserted {
        throw .unknownPanelEdge(id: edge.id, inPanel: panel.title)
      }
      // What an edge joins is the same in all panels.
      diagram.panels[index].edges = panel.edges.map { edge in
        guard let whole = joined[edge.id] else { return edge }
        var edge = edge
        (edge.source, edge.target, edge.kind) = (whole.source, whole.target, whole.kind)
        edge.weight = min(max(edge.weight.isNaN ? 0 : edge.weight, -1), 1)
        return edge
      }.sorted { precedes($0.id, $1.id) }
    }

    let showsLabels = style.presentation == .links && style.showsLabels(edges: diagram.edges.count)
    self.diagram = diagram
    self.style = style
    let isSmall = style.presentation == .panels
    let wanted =
      style.engine ?? (isSmall && diagram.nodes.count <= LayoutEngine.neato.mostNodes ? .neato : nil)
      ?? .suggested(nodes: diagram.nodes.count, edges: diagram.edges.count, hasClusters: !diagram.clusters.isEmpty)
    self.engine = diagram.nodes.count <= wanted.mostNodes ? wanted : .sfdp
    self.notices = Self.notices(wanted: wanted, used: engine, diagram: diagram)
    self.faces = diagram.nodes.map { isSmall ? NodeFace(small: $0) : NodeFace($0) }
    self.ends = ends
    let engine = self.engine
    self.direction = style.direction ?? (engine == .dot ? Self.direction(diagram, ends, faces) : .down)
    self.edgeLabels = diagram.edges.map { edge in
      guard showsLabels, let label = edge.label else { return [] }
      return LineBreaking.lines(
        of: DisplayText.line(label, limit: 200), width: Self.labelMeasure, size: Self.labelSize, maximumLines: 2)
    }
    dot = DotWriter(figure: self).dot()
    idPrefix = style.idPrefix ?? "e" + contentHash
  }

  /// Whether the picture depends on where a layout engine puts things: a table does not.
  public var needsLayout: Bool { style.presentation != .matrix }

  /// Whether Graphviz can draw the picture by itself, without Entente's hand.
  public var isGraph: Bool { style.presentation == .links }

  /// The figure for another engine, where `dot` was not asked for and has set its ranks so wide that a page would show
  /// them too small to read; nil where the layout is good as it is.
  public func moreCompact(than layout: DiagramLayout) throws(DiagramError) -> Figure? {
    guard style.engine == nil, layout.engine == .dot, isGraph, diagram.clusters.isEmpty,
      layout.width > 1200, layout.width > 2.2 * layout.height
    else { return nil }
    var style = style
    style.engine = .neato
    return try Figure(diagram, style: style)
  }

  /// The finished picture.
  ///
  /// - Parameter layout: Geometry of this figure's DOT text. A node or edge that it lacks is left out. It may be empty
  ///   where none is needed.
  public func svg(_ layout: DiagramLayout) -> String {
    var writer = SVGWriter(figure: self, layout: layout)
    return writer.svg()
  }

  /// The picture where it needs no layout: as a table.
  public func matrixSVG() -> String {
    var writer = SVGWriter(figure: self, layout: DiagramLayout(engine: engine), content: .matrix)
    return writer.svg()
  }

  /// The same figure with other edges, which are among its own, in canonical order; nodes that no edge ties are pale.
  func showing(_ edges: [Diagram.Edge]) -> Figure {
    var places: [Diagram.Node.ID: Int] = [:]
    for (place, node) in diagram.nodes.enumerated() { places[node.id] = place }
    var diagram = diagram
    diagram.edges = edges
    let tied = Set(edges.flatMap { [$0.source, $0.target] })
    for index in diagram.nodes.indices {
      diagram.nodes[index].emphasis = tied.contains(diagram.nodes[index].id) ? .normal : .pale
    }
    let ends = edges.map { (source: places[$0.source] ?? 0, target: places[$0.target] ?? 0) }
    return Figure(showing: diagram, ends: ends, of: self)
  }

  private init(showing diagram: Diagram, ends: [(source: Int, target: Int)], of whole: Figure) {
    self.diagram = diagram
    self.ends = ends
    edgeLabels = Array(repeating: [], count: ends.count)
    style = whole.style
    engine = whole.engine
    direction = whole.direction
    notices = []
    faces = whole.faces
    idPrefix = whole.idPrefix
  }

  /// Six characters that change when anything of the figure does.
  private var contentHash: String {
    var hash = ContentHash()
    hash.combine(dot)
    for text in [diagram.title, diagram.subtitle, diagram.sourceLine, diagram.summary] { hash.combine(text) }
    hash.combine("\(style.theme) \(style.usesStyleSheet) \(style.presentation)")
    for edge in diagram.edges {
      hash.combine(edge.tooltip ?? "")
      if let change = edge.change { hash.combine(change.rawValue) }
    }
    for note in diagram.notes { hash.combine("\(note.number) \(note.text)") }
    for panel in diagram.panels {
      hash.combine("\(panel.title) \(panel.subtitle)")
      for edge in panel.edges { hash.combine("\(edge.id) \(hundredths(edge.weight)) \(edge.isUnconfirmed)") }
    }
    return hash.text
  }

  private static func direction(
    _ diagram: Diagram, _ ends: [(source: Int, target: Int)], _ faces: [NodeFace]
  ) -> DiagramStyle.Direction {
    let ranked = ends.indices.filter { index in
      diagram.edges[index].kind != .cooperation
        || [ends[index].source, ends[index].target].contains { diagram.nodes[$0].kind != .official }
    }.map { ends[$0] }
    let estimate = RankEstimate(faces: faces, ends: ranked)
    return estimate.isBetterSideways(widestNode: faces.map(\.width).max() ?? 0) ? .right : .down
  }

  private static func notices(wanted: LayoutEngine, used: LayoutEngine, diagram: Diagram) -> [String] {
    var notices: [String] = []
    if used != wanted {
      notices.append(
        "The layout '\(wanted.rawValue)' takes minutes for \(diagram.nodes.count) nodes; "
          + "'\(used.rawValue)' is used instead.")
    }
    if used != .dot && !diagram.clusters.isEmpty {
      notices.append("Clusters are framed by the layout 'dot' alone; '\(used.rawValue)' leaves them out.")
    }
    return notices
  }

  private static func isValidPrefix(_ prefix: String) -> Bool {
    guard let first = prefix.utf8.first, prefix.utf8.count <= 64 else { return false }
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    return isLetter(first)
      && prefix.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }
  }
}

/// Order by bytes of UTF-8: the same everywhere, whatever normal form a text is in.
private func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
