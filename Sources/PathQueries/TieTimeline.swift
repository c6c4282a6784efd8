public import Diplomacy
import Provenance
public import RelationGraph

/// All that is claimed between two actors, in order of time, and how their tie stood after each day.
public struct TieTimeline: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var claim: RecordedClaim
    /// Σ of the weights of the signed edges between the two as they stood at the end of the day: −2 … 2 and more, for
    /// there are two directions and two kinds.
    public var balance: Double
    /// The sign that the tie turned to on the day, at the claim that says so most strongly; nil elsewhere.
    public var turn: Sign?
  }

  /// Dated claims, the earliest first; of one day in order of recording. Those that are negated or hypothetical are
  /// among them, though they do not weigh.
  public var entries: [Entry]
  /// Claims without a date, in order of recording.
  public var undated: [RecordedClaim]

  /// - Parameters:
  ///   - claims: Those between two nodes of a graph, of any kind and direction, in any order.
  ///   - entities: The two, and whoever acts for them.
  ///   - weighting: As of which the past is seen is set for each day anew.
  ///   - represented: As of the graph's builder.
  /// - Complexity: O(days × claims).
  public init(
    _ claims: [RecordedClaim], entities: [Entity], weighting: EdgeWeighting = EdgeWeighting(),
    represented: GraphBuilder.Representation? = nil
  ) {
    undated = claims.filter { $0.effectiveDate == nil }.sorted { $0.id < $1.id }
    let dated = claims.compactMap { claim in claim.effectiveDate.map { (day: $0, claim: claim) } }
      .sorted { $0.day != $1.day ? $0.day < $1.day : $0.claim.id < $1.claim.id }
    entries = []
    var side: Sign?
    var begin = 0
    while begin < dated.count {
      let day = dated[begin].day
      let end = dated[begin...].firstIndex { $0.day.dayNumber != day.dayNumber } ?? dated.count
      var then = weighting
      then.asOf = day
      let graph = Graph(
        entities: entities, claims: dated[..<end].map(\.claim), weighting: then, represented: represented)
      let balance = graph.edges.reduce(0) { $0 + (graph[$1].kind.isSigned ? graph[$1].weight : 0) }
      // Sums of fading weights that cancel out are no sign.
      let now: Sign? = abs(balance) < 1e-9 ? nil : balance > 0 ? .positive : .negative
      let turn = side != nil && now != nil && side != now ? now : nil
      var strongest: Int?
      for place in begin..<end {
        entries.append(Entry(claim: dated[place].claim, balance: balance))
        let claim = dated[place].claim.claim
        if let turn, claim.kind.isSigned, claim.weight != 0, claim.modality != .negated,
          claim.modality != .hypothetical, (claim.weight > 0) == (turn == .positive),
          abs(claim.weight) > strongest.map({ abs(dated[$0].claim.claim.weight) }) ?? 0
        {
          strongest = place
        }
      }
      if let turn { entries[strongest ?? end - 1].turn = turn }
      side = now ?? side
      begin = end
    }
  }
}
