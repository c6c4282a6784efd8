/// A graph file opened for questions: the graph, its names, and the sentences behind its edges.
public struct StoredGraph: Sendable {
  public let store: GraphStore
  public let graph: Graph
  /// Who stands for whom where officials and bodies are rolled up to their countries.
  public let actors: RepresentedActors?
  let names: NameIndex

  /// Opens a graph file for reading and builds the graph of its claims.
  ///
  /// - Parameters:
  ///   - byCountry: Whether officials and bodies are rolled up to their countries; see ``CountryRollUp``.
  ///   - datedOnly: Whether claims that nothing dates are left out, and counted among the graph's omissions; else they
  ///     hold on every day.
  public init(
    path: String, weighting: EdgeWeighting = EdgeWeighting(), byCountry: Bool = false, datedOnly: Bool = false
  ) throws {
    try self.init(
      GraphStore(path: path, mode: .readOnly), weighting: weighting, byCountry: byCountry, datedOnly: datedOnly)
  }

  /// The same of a graph file that is open. A large graph is taken from its snapshot, where that still holds; see
  /// ``StoredSnapshot``.
  public init(
    _ store: GraphStore, weighting: EdgeWeighting = EdgeWeighting(), byCountry: Bool = false, datedOnly: Bool = false
  ) throws {
    try self.init(
      store, weighting: weighting, byCountry: byCountry, datedOnly: datedOnly,
      snapshotFrom: StoredSnapshot.leastClaims)
  }

  /// The same with another number of claims from which on a snapshot is kept.
  package init(
    _ store: GraphStore, weighting: EdgeWeighting = EdgeWeighting(), byCountry: Bool = false, datedOnly: Bool = false,
    snapshotFrom leastClaims: Int
  ) throws {
    self.store = store
    let revision = byCountry || datedOnly ? nil : try store.revision()
    if let revision, let snapshot = StoredSnapshot.load(store, revision: revision, weighting: weighting) {
      graph = snapshot.graph
      names = snapshot.names
      actors = nil
      return
    }
    var builder: GraphBuilder?
    var actors: RepresentedActors?
    try store.forEachClaim { entities in
      if byCountry {
        let rollUp = CountryRollUp(entities)
        actors = RepresentedActors(entities, rollUp: rollUp)
        builder = GraphBuilder(
          entities: rollUp.remaining, weighting: weighting, represented: { rollUp.representative($0, on: $1) },
          leavesOutUndated: datedOnly)
      } else {
        builder = GraphBuilder(entities: entities, weighting: weighting, leavesOutUndated: datedOnly)
      }
    } _: { claim in
      builder?.add(claim)
    }
    graph = builder?.build() ?? Graph(entities: [], claims: [])
    self.actors = actors
    names = NameIndex(actors?.entities ?? graph.entities)
    // What another process wrote meanwhile may be in the graph or not.
    if let revision, try store.revision() == revision {
      StoredSnapshot.save(graph, names, store, revision: revision, from: leastClaims)
    }
  }

  /// Sentences that an edge rests on: those that say most clearly what the edge says first.
  ///
  /// - Parameters:
  ///   - limit: how many at most; nil for all.
  ///   - days: Where given, claims of these days come first.
  ///   - contrary: Whether, where support and opposition stand side by side, the clearest sentence for the other side
  ///     is given too if it is not among them.
  public func quotations(
    of edge: ID<Edge>, limit: Int? = nil, preferring days: DateWindow? = nil, contrary: Bool = false
  ) throws -> [Quotation] {
    let whole = graph[edge]
    func rank(_ recorded: RecordedClaim) -> (Int, Int, Int, Double) {
      let claim = recorded.claim
      let isWithin = days.map { days in recorded.effectiveDate.map(days.contains) ?? false } ?? true
      let counts = claim.modality == .negated || claim.modality == .hypothetical ? 1 : 0
      let agrees = claim.weight * whole.weight >= 0 ? 0 : 1
      return (isWithin ? 0 : 1, counts, agrees, -claim.confidence * (claim.modality == .asserted ? 1 : 0.75))
    }
    let claims = try store.claims(Array(graph.claims(of: edge))).sorted { a, b in
      let (x, y) = (rank(a), rank(b))
      return x != y ? x < y : a.id < b.id
    }
    var seen: Set<String> = []
    var chosen: [RecordedClaim] = []
    func take(_ claim: RecordedClaim) {
      if seen.insert("\(claim.claim.evidence.sentence) \(claim.claim.evidence.document)").inserted {
        chosen.append(claim)
      }
    }
    for claim in claims where chosen.count < limit ?? .max { take(claim) }
    if contrary, whole.isContested, !chosen.contains(where: { $0.claim.contradicts(whole) }),
      let other = claims.first(where: { $0.claim.contradicts(whole) })
    {
      take(other)
    }
    let sentences = try store.evidence(of: chosen.map(\.id))
    return zip(chosen, sentences).map { recorded, sentence in
      var quotation = Quotation(
        document: sentence.document.id, date: sentence.document.date, publisher: sentence.document.publisher,
        sentence: sentence.sentence, text: sentence.text, cue: sentence.cue, claim: recorded.claim,
        id: recorded.id, line: sentence.row?.line)
      quotation.title = sentence.document.title
      return quotation
    }
  }

  /// The same for several edges.
  public func quotations(
    of edges: some Sequence<ID<Edge>>, limit: Int? = nil, preferring days: DateWindow? = nil, contrary: Bool = false
  ) throws -> [ID<Edge>: [Quotation]] {
    var result: [ID<Edge>: [Quotation]] = [:]
    for edge in edges where result[edge] == nil {
      result[edge] = try quotations(of: edge, limit: limit, preferring: days, contrary: contrary)
    }
    return result
  }
}
