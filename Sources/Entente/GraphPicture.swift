/// A picture of a stored graph, drawn by Graphviz and by Entente.
public struct GraphPicture: Sendable {
  /// What of the graph is shown.
  public enum Selection: Sendable {
    /// All that is tied to something, or where that is more than a person can follow, the strongest ties.
    case automatic
    case everything
    /// The strongest ties, so many.
    case strongest(Int)
    /// An entity with all within so many steps.
    case around([ID<Node>], radius: Int)
    /// What a path passes, with its neighbours pale.
    case exactly(Subgraph)
  }

  public enum Format: String, CaseIterable, Sendable {
    case svg, dot, png, pdf
    case graphvizSVG = "svg-graphviz"
  }

  public var stored: StoredGraph
  public var selection: Selection
  /// Where empty, the picture is titled by what it is around, or by its most connected nodes.
  public var title = ""
  public var style = DiagramStyle()

  public init(_ stored: StoredGraph, selection: Selection = .automatic) {
    self.stored = stored
    self.selection = selection
  }

  /// More than this many nodes or edges nobody can follow.
  static let mostNodes = 50
  static let mostEdges = 100

  /// The picture, ready to be drawn. Its `notices` tell what differs from what was asked for.
  ///
  /// - Throws: `DiagramError` or `StoreError`.
  public func figure() throws -> Figure { try Figure(diagram(), style: style) }

  /// The bytes of a picture.
  ///
  /// - Parameter searchPath: Where to look for librsvg's `rsvg-convert`, as in `PATH`: it makes PNG and PDF of
  ///   Entente's own picture, and where it is missing Graphviz draws a plainer one.
  /// - Throws: `RenderingError`.
  public static func render(_ figure: Figure, as format: Format, searchPath: String = "") async throws -> [UInt8] {
    switch format {
    case .dot: return Array(figure.dot.utf8)
    case .svg: return Array(try await svg(figure).utf8)
    case .png, .pdf:
      if let converter = SVGConverter(searchPath: searchPath) {
        return try converter.convert(try await svg(figure), to: format == .png ? .png : .pdf)
      }
      return try await native(figure, format)
    case .graphvizSVG: return try await native(figure, format)
    }
  }

  private static func svg(_ figure: Figure) async throws -> String {
    let layout = try await GraphvizRenderer.shared.layout(figure.dot, engine: figure.engine, limits: .init())
    return figure.svg(layout.value)
  }

  private static func native(_ figure: Figure, _ format: Format) async throws -> [UInt8] {
    let native = try NativeFormat(named: format.rawValue)
    return try await GraphvizRenderer.shared.render(figure.dot, engine: figure.engine, format: native).value
  }

  /// What the picture shows, in words.
  public func diagram() throws -> Diagram {
    let (shown, rule) = choose()
    var picture = GraphDiagram(graph: stored.graph, shown: shown)
    picture.rule = rule
    picture.title = title.isEmpty ? defaultTitle(of: shown) : title
    picture.evidence = try stored.quotations(of: shown.edges, limit: 1).compactMapValues { quotations in
      quotations.first.map { "\($0.text) [\($0.document)]" }
    }
    let documents = try stored.store.documents()
    let dates = documents.compactMap(\.metadata.date).sorted()
    picture.subtitle = GraphPicture.subtitle(documents.count, from: dates.first, to: dates.last)
    let publishers = Set(documents.compactMap(\.metadata.publisher)).sorted()
    if !publishers.isEmpty {
      picture.sourceLine =
        "Source: " + publishers.prefix(4).joined(separator: ", ")
        + (publishers.count > 4 ? " and \(publishers.count - 4) more" : "")
    }
    return picture.diagram()
  }

  /// "Ties around GSOMIA", or "South Korea, Japan, United States and 12 others".
  private func defaultTitle(of shown: Subgraph) -> String {
    let graph = stored.graph
    if case .around(let centers, _) = selection {
      return "Ties around " + centers.map { shortName(graph.entity($0)) }.joined(separator: ", ")
    }
    let nodes = shown.nodes.sorted { a, b in
      let (x, y) = (graph.degree(a), graph.degree(b))
      return x != y ? x > y : graph.entity(a).name < graph.entity(b).name
    }
    let named = nodes.prefix(3).map { shortName(graph.entity($0)) }
    let others = nodes.count - named.count
    if others > 0 { return named.joined(separator: ", ") + " and \(others) \(others == 1 ? "other" : "others")" }
    return named.count < 2
      ? named.joined() : named.dropLast().joined(separator: ", ") + " and " + named[named.count - 1]
  }

  /// The acronym of an agreement that has one, else the name.
  private func shortName(_ entity: Entity) -> String {
    if case .agreement(let agreement) = entity.details, let acronym = agreement.acronym { return acronym }
    return entity.name
  }

  private static func subtitle(_ count: Int, from first: CalendarDate?, to last: CalendarDate?) -> String {
    var text = "\(count) \(count == 1 ? "text" : "texts")"
    if let first, let last { text += first == last ? ", \(first)" : ", \(first) – \(last)" }
    return text
  }

  private func choose() -> (Subgraph, rule: String?) {
    let graph = stored.graph
    let counted = graph.edges.filter { graph[$0].isCounted }
    switch selection {
    case .everything: return (graph.subgraph(), nil)
    case .exactly(let subgraph): return (subgraph, nil)
    case .around(let centers, let radius):
      let names = centers.map { graph.entity($0).name }.joined(separator: ", ")
      return (
        graph.neighborhood(of: centers, radius: radius),
        "\(names) and all within \(radius == 1 ? "one step" : "\(radius) steps")"
      )
    case .strongest(let count):
      return (Subgraph(of: graph, edges: graph.strongestEdges(count)), "the \(count) strongest ties")
    case .automatic:
      let all = Subgraph(of: graph, edges: counted)
      if all.nodes.count <= GraphPicture.mostNodes, all.edges.count <= GraphPicture.mostEdges {
        return (all, "all that is tied to something")
      }
      return reduced()
    }
  }

  /// As many of the strongest ties as stay within what a person can follow.
  private func reduced() -> (Subgraph, rule: String?) {
    let graph = stored.graph
    var nodes: Set<ID<Node>> = []
    var kept: [ID<Edge>] = []
    for edge in graph.strongestEdges() {
      let ends: Set = [graph[edge].source, graph[edge].target]
      guard nodes.union(ends).count <= GraphPicture.mostNodes - 10 else { continue }
      nodes.formUnion(ends)
      kept.append(edge)
      if kept.count == GraphPicture.mostEdges - 20 { break }
    }
    return (Subgraph(of: graph, edges: kept), "the \(kept.count) strongest ties among \(nodes.count) of them")
  }
}
