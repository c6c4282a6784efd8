extension StoredGraph {
  /// All that is told of the ties between two entities.
  ///
  /// - Parameter sentences: For each tie at most; nil for all.
  public func evidence(
    between a: ID<Node>, and b: ID<Node>, sentences: Int? = nil
  ) throws -> EvidenceReport {
    let edges = EvidenceReport.ties(a, b, in: graph)
    return EvidenceReport(
      graph: graph, ends: (a, b), quotations: try quotations(of: edges, limit: sentences, contrary: true),
      actors: actors)
  }
}

extension GraphPicture {
  /// The picture as a part of a report, with what it says in words.
  ///
  /// - Parameter scope: What its ids begin with, where the style does not say.
  /// - Throws: `DiagramError`, `StoreError` or `RenderingError`.
  public func part(scope: String? = nil) async throws -> ReportPicture {
    var picture = self
    if let scope { picture.style.idPrefix = picture.style.idPrefix ?? scope }
    let figure = try picture.figure()
    let svg = try await GraphPicture.render(figure, as: .svg)
    return ReportPicture(
      svg: String(decoding: svg, as: UTF8.self), alternative: figure.diagram.alternativeText())
  }
}
