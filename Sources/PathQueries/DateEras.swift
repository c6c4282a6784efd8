import Diplomacy
import RelationGraph

/// Spans of time, at most 15, that hold about equally many of a graph's dates; and for the first and last date of an edge
/// the spans they lie in.
///
/// To ask for an edge's dates means to fetch them from far away in memory, which takes longer than all else that a
/// search does with an arc. The eras stand in the arc itself and settle most edges without it.
struct DateEras: Sendable {
  /// First days of the second era and those after it, as ``PackedDate/firstDay``, ascending. Era 0 is that of no date.
  private let bounds: [UInt32]

  private static let most = 15
  private static let sampleSize = 512

  /// - Complexity: O(1): a sample of the edges, evenly spaced, tells the spans.
  init(_ graph: Graph) {
    let step = max(1, graph.edgeCount / Self.sampleSize)
    var days: [UInt32] = []
    for edge in stride(from: 0, to: graph.edgeCount, by: step) where graph.columns.last[edge].isKnown {
      days.append(graph.columns.first[edge].firstDay)
      days.append(graph.columns.last[edge].firstDay)
    }
    days.sort()
    var bounds: [UInt32] = []
    for part in 1..<Self.most where !days.isEmpty {
      let day = days[days.count * part / Self.most]
      if day > bounds.last ?? days[0] { bounds.append(day) }
    }
    self.bounds = bounds
  }

  /// 0 … 255: the era of the last date in the upper four bits, that of the first in the lower.
  func code(first: PackedDate, last: PackedDate) -> UInt64 { UInt64(era(last) << 4 | era(first)) }

  private func era(_ date: PackedDate) -> Int {
    guard date.isKnown else { return 0 }
    let day = date.firstDay
    var era = 1
    for bound in bounds where day >= bound { era += 1 }
    return era
  }

  /// What a code says of whether an edge has a date within a window.
  enum Verdict: UInt8 {
    case no, yes
    /// The dates themselves must be looked at.
    case open
  }

  /// By code.
  ///
  /// - Parameter hasLasting: Whether the graph knows claims that hold beyond their date, of which eras say nothing.
  func verdicts(on dates: DateWindow, hasLasting: Bool) -> [Verdict] {
    let begin = dates.begin.map { PackedDate($0).firstDay } ?? 0
    let end = dates.end.map { PackedDate($0).firstDay } ?? .max
    // From its first day up to, and without, its last.
    let days = (0...Self.most).map { era -> (from: UInt32, to: UInt32) in
      (
        from: era < 2 ? 0 : era - 2 < bounds.count ? bounds[era - 2] : .max,
        to: era >= 1 && era - 1 < bounds.count ? bounds[era - 1] : .max
      )
    }
    func isWithin(_ era: Int) -> Bool { era > 0 && days[era].from >= begin && days[era].to <= end }
    let no = hasLasting ? Verdict.open : .no
    return (0..<256).map { code in
      let (first, last) = (code & 15, code >> 4)
      if first == 0 || last == 0 { return no }
      if isWithin(first) || isWithin(last) { return .yes }
      return days[last].to <= begin || days[first].from >= end ? no : .open
    }
  }
}
