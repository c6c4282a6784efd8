import Provenance

extension GraphPicture {
  /// Sentences that a page quotes for one tie at most.
  static let mostQuotations = 12

  /// The picture as a page to explore, in one HTML file; see ``ExplorerPage``.
  ///
  /// - Parameters:
  ///   - limits: Of one layout.
  ///   - notify: Told in a sentence what differs from what was asked for.
  /// - Throws: `ExplorerError`, `DiagramError`, `StoreError` or `RenderingError`.
  public func explorer(
    limits: GraphvizRenderer.Limits = .init(seconds: 60), notify: (String) -> Void = { _ in }
  ) async throws -> ExplorerPage {
    if case .timeline = time { throw ExplorerError.manyTimes }
    var picture = self
    picture.style.isExplorable = true
    picture.style.usesStyleSheet = true
    let figure = try picture.figure()
    for notice in figure.notices { notify(notice) }
    let (drawn, svg) = try await GraphPicture.svg(figure, limits, notify)
    return ExplorerPage(
      figure: drawn, svg: svg, ties: try ties(of: figure.diagram), aliases: aliases(of: figure.diagram))
  }

  /// What stands behind the edges of a diagram, by their ids.
  private func ties(of diagram: Diagram) throws -> [Diagram.Edge.ID: ExplorerTie] {
    var stored = [stored]
    if case .comparison(let first, let last) = time {
      stored = [try opened(asOf: max(first, last)), try opened(asOf: min(first, last))]
    }
    var ties: [Diagram.Edge.ID: ExplorerTie] = [:]
    let shown = Set(diagram.edges.map(\.id))
    for (place, stored) in stored.enumerated() {
      let finder = PathFinder(stored.graph, by: .strength, preparation: .asNeeded)
      for id in stored.graph.edges {
        let name = GraphDiagram.id(of: stored.graph[id], in: stored.graph)
        guard shown.contains(name), ties[name] == nil else { continue }
        var tie = try self.tie(id, in: stored)
        // What is no more leads nowhere.
        tie.cost = place == 0 ? finder.cost(of: id) : nil
        ties[name] = tie
      }
    }
    return ties
  }

  private func tie(_ id: ID<Edge>, in stored: StoredGraph) throws -> ExplorerTie {
    let edge = stored.graph[id]
    let quotations = try stored.quotations(
      of: id, limit: GraphPicture.mostQuotations, preferring: filter.dates, contrary: true)
    return ExplorerTie(
      order: id.index, supporting: edge.supporting, opposing: edge.opposing, firstDate: edge.firstDate,
      lastDate: edge.lastDate, days: GraphPicture.days(of: id, in: stored.graph), quotations: quotations,
      unquoted: max(0, stored.graph.claims(of: id).count - quotations.count))
  }

  /// The days that ``EdgeFilter/dates`` goes by.
  private static func days(of edge: ID<Edge>, in graph: Graph) -> [ExplorerTie.Days] {
    let columns = graph.columns
    var days: Set<ExplorerTie.Days> = []
    for place in columns.claimRange(edge) {
      let date = columns.claimDates[place]
      let first = date.isKnown ? date.date.map(ExplorerTie.day) ?? "" : ""
      if date.isKnown { days.insert(.init(first: first, last: first)) }
      guard columns.claimEnds.count > 0, columns.claimEnds[place].isKnown else { continue }
      let end = columns.claimEnds[place]
      let last = end == .never ? nil : end.date?.adding(days: -1)
      days.insert(.init(first: first, last: last.map(ExplorerTie.day) ?? "9999-12-31"))
    }
    return days.sorted()
  }

  private func aliases(of diagram: Diagram) -> [Diagram.Node.ID: [String]] {
    let shown = Set(diagram.nodes.map(\.id))
    var aliases: [Diagram.Node.ID: [String]] = [:]
    for entity in stored.graph.entities where !entity.aliases.isEmpty {
      let name = GraphDiagram.id(of: entity)
      if shown.contains(name) { aliases[name] = entity.aliases }
    }
    return aliases
  }
}

extension ExplorerTie {
  /// The first day that a date may mean.
  fileprivate static func day(_ date: CalendarDate) -> String { (date.adding(days: 0) ?? date).description }
}

/// Why a picture cannot be explored.
public enum ExplorerError: Error, CustomStringConvertible {
  /// Small pictures of one period after the other.
  case manyTimes

  public var description: String {
    switch self {
    case .manyTimes:
      "a page to explore shows one time, or what changed between two (--compare); leave out --timeline, "
        + "or write it as svg"
    }
  }
}
