package import Diplomacy

/// The edges of a graph, column by column; row *i* is edge *i*.
package struct EdgeColumns: Sendable {
  package var kind: [ClaimKind] = []
  package var source: [ID<Node>] = []
  package var target: [ID<Node>] = []
  package var weight: [Double] = []
  package var trust: [Double] = []
  package var supporting: [UInt32] = []
  package var opposing: [UInt32] = []
  package var asserted: [UInt32] = []
  package var uncounted: [UInt32] = []
  package var stories: [UInt32] = []
  package var first: [PackedDate] = []
  package var last: [PackedDate] = []
  /// Claims of edge *i* are `claimOffsets[i]..<claimOffsets[i + 1]` of ``claims`` and ``claimDates``.
  package var claimOffsets: [UInt32] = [0]
  package var claims: [ID<Claim>] = []
  /// None for a claim that does not count, unless none of the edge does.
  package var claimDates: [PackedDate] = []

  package init() {}

  package func claimRange(_ edge: ID<Edge>) -> Range<Int> {
    Int(claimOffsets[edge.index])..<Int(claimOffsets[edge.index + 1])
  }
}
