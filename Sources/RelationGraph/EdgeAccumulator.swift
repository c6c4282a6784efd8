import Diplomacy

/// Turns claims in order of source, target, kind and id into the columns of edges.
///
/// A story counts once: of its claims on one edge with one sign, only the one with the greatest credence weighs;
/// of equal ones the one that says more, and then the one recorded first.
///
/// - Complexity: O(1) a claim, amortized: which stories an edge has seen is kept in tables stamped with the
///   edge's number, so that they never need clearing.
struct EdgeAccumulator {
  /// A claim with its entities replaced by nodes.
  struct Row {
    var id: ID<Claim>
    var kind: ClaimKind
    var source: ID<Node>
    var target: ID<Node>
    /// Index of the claim in the list of stories.
    var story: Int
    var weight: Double
    var credence: Double
    var isAsserted: Bool
    var date: PackedDate
    /// See ``EdgeColumns/claimEnds``.
    var end: PackedDate
  }

  private let shrinkage: Double
  private let stories: [ID<Story>]
  private let numbering: DenseNumbering
  /// For each story and sign: the edge that last saw it (plus one), and where its contribution then stood.
  private var stamps: [UInt32]
  private var places: [UInt32]
  private var storyStamps: [UInt32]
  private var contributions: [(credence: Double, weight: Double)] = []
  /// Places of the claims of the edge at hand that do not count.
  private var uncounted: [Int] = []
  private var columns = EdgeRows()

  init(shrinkage: Double, stories: [ID<Story>]) {
    self.shrinkage = shrinkage
    self.stories = stories
    numbering = DenseNumbering(stories.map(\.rawValue))
    stamps = [UInt32](repeating: 0, count: 3 * numbering.count)
    places = stamps
    storyStamps = [UInt32](repeating: 0, count: numbering.count)
  }

  mutating func add(_ row: Row) {
    let last = columns.source.count - 1
    if last < 0 || columns.source[last] != row.source || columns.target[last] != row.target
      || columns.kind[last] != row.kind
    {
      close()
      open(row)
    }
    let edge = columns.source.count - 1
    columns.claims.append(row.id)
    columns.claimDates.append(row.date)
    columns.claimEnds.append(row.end)
    guard row.credence > 0 else {
      columns.uncounted[edge] += 1
      uncounted.append(columns.claims.count - 1)
      return
    }
    if row.weight > 0 { columns.supporting[edge] += 1 }
    if row.weight < 0 { columns.opposing[edge] += 1 }
    if row.isAsserted { columns.asserted[edge] += 1 }
    extend(edge, by: row.date)

    let stamp = UInt32(edge + 1)
    guard let story = numbering[stories[row.story].rawValue] else { return }
    if storyStamps[story] != stamp {
      storyStamps[story] = stamp
      columns.stories[edge] += 1
    }
    let slot = 3 * story + (row.weight > 0 ? 2 : row.weight < 0 ? 0 : 1)
    if stamps[slot] != stamp {
      stamps[slot] = stamp
      places[slot] = UInt32(contributions.count)
      contributions.append((row.credence, row.weight))
    } else {
      let place = Int(places[slot])
      if (row.credence, abs(row.weight)) > (contributions[place].credence, abs(contributions[place].weight)) {
        contributions[place] = (row.credence, row.weight)
      }
    }
  }

  mutating func finish() -> EdgeColumns {
    close()
    if !columns.claimEnds.contains(where: \.isKnown) { columns.claimEnds = [] }
    var rows = EdgeRows()
    swap(&rows, &columns)
    return EdgeColumns(rows)
  }

  private mutating func open(_ row: Row) {
    columns.kind.append(row.kind)
    columns.source.append(row.source)
    columns.target.append(row.target)
    columns.weight.append(0)
    columns.trust.append(0)
    columns.supporting.append(0)
    columns.opposing.append(0)
    columns.asserted.append(0)
    columns.uncounted.append(0)
    columns.stories.append(0)
    columns.first.append(PackedDate(nil))
    columns.last.append(PackedDate(nil))
  }

  private mutating func close() {
    guard let edge = columns.source.indices.last else { return }
    var credence = 0.0
    var weighted = 0.0
    for contribution in contributions {
      credence += contribution.credence
      weighted += contribution.credence * contribution.weight
    }
    contributions.removeAll(keepingCapacity: true)
    if credence > 0 {
      columns.weight[edge] = weighted / (shrinkage + credence)
      columns.trust[edge] = credence / (shrinkage + credence)
      // A denial does not date an edge that something else speaks for.
      for place in uncounted {
        columns.claimDates[place] = PackedDate(nil)
        columns.claimEnds[place] = PackedDate(nil)
      }
    } else {
      for place in uncounted { extend(edge, by: columns.claimDates[place]) }
    }
    uncounted.removeAll(keepingCapacity: true)
    columns.claimOffsets.append(UInt32(columns.claims.count))
  }

  private mutating func extend(_ edge: Int, by date: PackedDate) {
    guard date.isKnown else { return }
    if !columns.first[edge].isKnown || date < columns.first[edge] { columns.first[edge] = date }
    if date > columns.last[edge] { columns.last[edge] = date }
  }
}
