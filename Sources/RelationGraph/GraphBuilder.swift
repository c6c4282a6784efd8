public import Diplomacy
public import Provenance

/// Gathers claims, one at a time, and makes a ``Graph`` of them.
///
/// ```swift
/// var builder = GraphBuilder(entities: entities)
/// for claim in claims { builder.add(claim) }
/// let graph = builder.build()
/// ```
///
/// The graph depends on the set of claims alone, not on the order they are added in. A claim is kept in 50
/// bytes, so that millions can be streamed from a database without holding their texts.
///
/// - Complexity: O(entities + claims), apart from sorting entities that are not in order of id.
public struct GraphBuilder {
  private let entities: [Entity]
  private let weighting: EdgeWeighting
  private let nodes: DenseNumbering
  private let represented: Representation?
  private let leavesOutUndated: Bool
  private var omissions = Graph.Omissions()
  private var newestPublication: CalendarDate?
  private var newestClaim: CalendarDate?

  // One row a claim.
  private var ids: [ID<Claim>] = []
  private var kinds: [ClaimKind] = []
  private var sources: [ID<Node>] = []
  private var targets: [ID<Node>] = []
  private var stories: [ID<Story>] = []
  private var weights: [Double] = []
  private var confidences: [Double] = []
  private var modalities: [Modality] = []
  private var dates: [PackedDate] = []
  /// Ends of what lasts; see ``EdgeColumns/claimEnds``.
  private var ends: [PackedDate] = []
  /// From when on a claim ages: its date, or of what lasts the end; none for what still holds.
  private var agedFrom: [PackedDate] = []

  /// Who stands for an entity in claims of a day, so that a graph can be of countries where claims are of
  /// officials.
  public typealias Representation = @Sendable (_ entity: ID<Entity>, _ on: CalendarDate?) -> ID<Entity>

  /// - Parameters:
  ///   - represented: Puts other entities in the place of claims' sources and targets; claims between two for whom one
  ///     stands are left out. Nil for the entities as claimed.
  ///   - leavesOutUndated: Whether claims that nothing dates are left out; else they hold on every day.
  public init(
    entities: [Entity], weighting: EdgeWeighting = EdgeWeighting(), represented: Representation? = nil,
    leavesOutUndated: Bool = false
  ) {
    self.represented = represented
    self.leavesOutUndated = leavesOutUndated
    var sorted = entities
    if !zip(entities, entities.dropFirst()).allSatisfy({ $0.id < $1.id }) { sorted.sort { $0.id < $1.id } }
    self.entities = sorted
    self.weighting = weighting
    nodes = DenseNumbering(sorted.map(\.id.rawValue))
  }

  public mutating func add(_ recorded: RecordedClaim) {
    let claim = recorded.claim
    var (sourceEntity, targetEntity) = (claim.source, claim.target)
    if let represented {
      sourceEntity = represented(sourceEntity, recorded.effectiveDate)
      targetEntity = represented(targetEntity, recorded.effectiveDate)
    }
    guard let source = nodes[sourceEntity.rawValue], let target = nodes[targetEntity.rawValue] else {
      omissions.unknownEntity += 1
      return
    }
    guard source != target else {
      omissions.reflexive += 1
      return
    }
    if let asOf = weighting.asOf, let date = recorded.effectiveDate, date.dayNumber > asOf.dayNumber {
      omissions.later += 1
      return
    }
    if let asOf = weighting.asOf, case .lasting(let end?) = claim.validity, end.dayNumber <= asOf.dayNumber {
      omissions.ended += 1
      return
    }
    if leavesOutUndated, recorded.isUndated {
      omissions.undated += 1
      return
    }
    if let date = recorded.documentDate { newestPublication = max(newestPublication ?? date, date) }
    if let date = claim.date { newestClaim = max(newestClaim ?? date, date) }
    let turned = !claim.kind.isDirected && target < source
    ids.append(recorded.id)
    kinds.append(claim.kind)
    sources.append(ID(turned ? target : source))
    targets.append(ID(turned ? source : target))
    stories.append(recorded.story)
    weights.append(claim.weight)
    confidences.append(claim.confidence)
    modalities.append(claim.modality)
    dates.append(PackedDate(recorded.effectiveDate))
    switch claim.validity {
    case .event:
      agedFrom.append(PackedDate(recorded.effectiveDate))
      ends.append(PackedDate(nil))
    case .lasting(let end):
      agedFrom.append(PackedDate(end))
      ends.append(end.map { PackedDate($0) } ?? .never)
    }
  }

  /// The graph of the claims added so far.
  public func build() -> Graph {
    let reference = weighting.asOf ?? newestPublication ?? newestClaim
    var order = StableOrder(count: ids.count)
    if !zip(ids, ids.dropFirst()).allSatisfy({ $0 < $1 }) { order.sort { ids[$0].rawValue } }
    order.sort { UInt32(kinds[$0].order) }
    order.sort { targets[$0].rawValue }
    order.sort { sources[$0].rawValue }

    var edges = EdgeAccumulator(shrinkage: weighting.shrinkage, stories: stories)
    for row in order.rows.lazy.map(Int.init) {
      edges.add(
        EdgeAccumulator.Row(
          id: ids[row], kind: kinds[row], source: sources[row], target: targets[row], story: row,
          weight: weights[row], credence: credence(row, reference: reference),
          isAsserted: modalities[row] == .asserted, date: dates[row], end: ends[row]))
    }
    return Graph(
      entities: entities, weighting: weighting, reference: reference, omissions: omissions,
      columns: edges.finish())
  }

  private func credence(_ row: Int, reference: CalendarDate?) -> Double {
    let age: Int? =
      if let reference, let date = agedFrom[row].date { reference.dayNumber - date.dayNumber } else { nil }
    return confidences[row] * weighting.factor(for: modalities[row]) * weighting.decay(of: kinds[row], age: age)
  }
}

extension Graph {
  /// The graph of a set of claims.
  ///
  /// - Complexity: O(entities + claims).
  public init(
    entities: [Entity], claims: some Sequence<RecordedClaim>, weighting: EdgeWeighting = EdgeWeighting(),
    represented: GraphBuilder.Representation? = nil
  ) {
    var builder = GraphBuilder(entities: entities, weighting: weighting, represented: represented)
    for claim in claims { builder.add(claim) }
    self = builder.build()
  }
}

extension ClaimKind {
  /// Place in the declared order, which is the order of parallel edges.
  package var order: Int {
    switch self {
    case .stance: 0
    case .cooperation: 1
    case .affiliation: 2
    case .party: 3
    case .membership: 4
    }
  }
}

extension RecordedClaim {
  /// Whether nothing says of which days it speaks: it has no date of its own nor of its document, and no end.
  fileprivate var isUndated: Bool {
    if case .lasting(_?) = claim.validity { return false }
    return effectiveDate == nil
  }
}
