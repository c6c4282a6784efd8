package import Diplomacy

/// The edges of a graph, column by column; row *i* is edge *i*.
package struct EdgeColumns: Sendable {
  package let kind: FlatColumn<ClaimKind>
  package let source: FlatColumn<ID<Node>>
  package let target: FlatColumn<ID<Node>>
  package let weight: FlatColumn<Double>
  package let trust: FlatColumn<Double>
  package let supporting: FlatColumn<UInt32>
  package let opposing: FlatColumn<UInt32>
  package let asserted: FlatColumn<UInt32>
  package let uncounted: FlatColumn<UInt32>
  package let stories: FlatColumn<UInt32>
  package let first: FlatColumn<PackedDate>
  package let last: FlatColumn<PackedDate>
  /// Claims of edge *i* are `claimOffsets[i]..<claimOffsets[i + 1]` of ``claims`` and ``claimDates``.
  package let claimOffsets: FlatColumn<UInt32>
  package let claims: FlatColumn<ID<Claim>>
  /// None for a claim that does not count, unless none of the edge does.
  package let claimDates: FlatColumn<PackedDate>
  /// When what a claim states ends: a day it no longer holds, ``PackedDate/never`` where it has no end, none for an event.
  /// Empty where no claim of the graph lasts.
  package let claimEnds: FlatColumn<PackedDate>

  package func claimRange(_ edge: ID<Edge>) -> Range<Int> {
    Int(claimOffsets[edge.index])..<Int(claimOffsets[edge.index + 1])
  }
}

/// Columns in the making.
struct EdgeRows {
  var kind: [ClaimKind] = []
  var source: [ID<Node>] = []
  var target: [ID<Node>] = []
  var weight: [Double] = []
  var trust: [Double] = []
  var supporting: [UInt32] = []
  var opposing: [UInt32] = []
  var asserted: [UInt32] = []
  var uncounted: [UInt32] = []
  var stories: [UInt32] = []
  var first: [PackedDate] = []
  var last: [PackedDate] = []
  var claimOffsets: [UInt32] = [0]
  var claims: [ID<Claim>] = []
  var claimDates: [PackedDate] = []
  var claimEnds: [PackedDate] = []
}

extension EdgeColumns {
  init(_ rows: consuming EdgeRows) {
    // Each list goes as soon as its column is made, so that little is in memory twice.
    func column<Element>(_ list: inout [Element]) -> FlatColumn<Element> {
      defer { list = [] }
      return FlatColumn(list)
    }
    self.init(
      kind: column(&rows.kind), source: column(&rows.source), target: column(&rows.target),
      weight: column(&rows.weight), trust: column(&rows.trust), supporting: column(&rows.supporting),
      opposing: column(&rows.opposing), asserted: column(&rows.asserted), uncounted: column(&rows.uncounted),
      stories: column(&rows.stories), first: column(&rows.first), last: column(&rows.last),
      claimOffsets: column(&rows.claimOffsets), claims: column(&rows.claims), claimDates: column(&rows.claimDates),
      claimEnds: column(&rows.claimEnds))
  }
}
