extension StoredGraph {
  /// All within a number of steps of a node.
  ///
  /// - Parameter sentences: For each tie at most; 0 for none.
  public func neighbors(
    of node: ID<Node>, radius: Int = 1, _ filter: EdgeFilter = EdgeFilter(), sentences: Int = 0
  ) throws -> NeighborReport {
    let network = EgoNetwork(graph, around: node, radius: radius, filter)
    return NeighborReport(graph: graph, network: network, quotations: try cited(network.edges, sentences, filter))
  }

  /// What two or more actors have in common.
  ///
  /// - Parameter limit: Shared nodes that are told of at most; nil for all.
  public func commonTies(
    among actors: [ID<Node>], _ filter: EdgeFilter = EdgeFilter(), limit: Int? = nil, sentences: Int = 0
  ) throws -> CommonTiesReport {
    let common = CommonTies(graph, among: actors, filter)
    let edges = common.direct + common.shared.prefix(limit ?? .max).flatMap { $0.ties.joined() }
    return CommonTiesReport(
      graph: graph, common: common, quotations: try cited(edges, sentences, filter), limit: limit)
  }

  /// Who stands where on a node, and where it stands on others.
  public func stances(
    of node: ID<Node>, _ filter: EdgeFilter = EdgeFilter(), sentences: Int = 2
  ) throws -> StanceReport {
    let profile = StanceProfile(graph, of: node, filter)
    return StanceReport(
      graph: graph, profile: profile,
      quotations: try cited(profile.received.all + profile.held.all, sentences, filter), actors: actors)
  }

  /// The tie of two nodes in order of time.
  public func timeline(
    of a: ID<Node>, _ b: ID<Node>, _ filter: EdgeFilter = EdgeFilter()
  ) throws -> TimelineReport {
    var filter = filter
    filter.includesUncounted = true
    // Days bound what is told, not which edges are looked at.
    let days = filter.dates
    filter.dates = nil
    var edges: [ID<Claim>: ID<Edge>] = [:]
    for edge in graph.edges(between: a, and: b) where graph.admits(edge, filter) {
      for claim in graph.claims(of: edge) { edges[claim] = edge }
    }
    let ids = edges.keys.sorted()
    let claims = try store.claims(ids).filter { claim in
      days.map { days in claim.effectiveDate.map(days.contains) ?? false } ?? true
    }
    var sentences: [ID<Claim>: Quotation] = [:]
    for (claim, sentence) in zip(claims, try store.evidence(of: claims.map(\.id))) {
      sentences[claim.id] = Quotation(
        document: sentence.document.id, date: sentence.document.date, publisher: sentence.document.publisher,
        sentence: sentence.sentence, text: sentence.text, cue: sentence.cue, claim: claim.claim)
    }
    var represented: GraphBuilder.Representation?
    if let rollUp = actors?.rollUp { represented = { rollUp.representative($0, on: $1) } }
    let timeline = TieTimeline(
      claims, entities: [graph.entity(a), graph.entity(b)], weighting: graph.weighting, represented: represented)
    return TimelineReport(
      graph: graph, actors: (a, b), timeline: timeline, quotations: sentences, edges: edges, represented: actors)
  }

  /// What is different between two graphs of one file, with sentences of the later one.
  ///
  /// - Parameters:
  ///   - earlier: The same file as of an earlier day.
  ///   - threshold: Least difference of weights that is a change.
  ///   - floor: |weight| below which a tie counts as absent.
  ///   - limit: Changes told of each sort at most; nil for all.
  public func changes(
    since earlier: StoredGraph, threshold: Double = 0.1, floor: Double = 0.05, _ filter: EdgeFilter = EdgeFilter(),
    limit: Int? = nil, sentences: Int = 1
  ) throws -> ComparisonReport {
    let comparison = GraphComparison(from: earlier.graph, to: graph, threshold: threshold, floor: floor, filter)
    var report = ComparisonReport(
      before: earlier.graph, after: graph, days: (earlier.graph.weighting.asOf, graph.weighting.asOf),
      comparison: comparison, limit: limit)
    let since = earlier.graph.weighting.asOf.flatMap { $0.adding(days: 1) }
    if sentences > 0 {
      // What was said since the earlier day is what made the change.
      report.quotations = try quotations(
        of: report.told.compactMap(\.after?.id), limit: sentences, preferring: since.map { DateWindow(begin: $0) })
    }
    return report
  }

  private func cited(
    _ edges: [ID<Edge>], _ sentences: Int, _ filter: EdgeFilter
  ) throws -> [ID<Edge>: [Quotation]] {
    guard sentences > 0 else { return [:] }
    return try quotations(of: edges, limit: sentences, preferring: filter.dates, contrary: true)
  }
}
