public import Diplomacy

/// What is different between two graphs of the same actors: mostly the same claims seen as of two days.
///
/// Edges are held against each other by kind and ends. Since the weight of a tie fades and never quite vanishes, one
/// whose |weight| is below a floor counts as absent.
public struct GraphComparison: Hashable, Sendable {
  /// An edge that is not the same in both.
  public struct Change: Hashable, Sendable {
    public var kind: ClaimKind
    public var source: ID<Entity>
    public var target: ID<Entity>
    /// The edge in the earlier graph, with its nodes numbered as there; nil where there is none.
    public var before: Edge?
    public var after: Edge?

    /// The weight after less that before; an edge that is not there weighs 0.
    public var difference: Double { (after?.weight ?? 0) - (before?.weight ?? 0) }
  }

  /// Edges that only the later graph has.
  public var appeared: [Change] = []
  /// Edges that only the earlier graph has.
  public var vanished: [Change] = []
  /// Edges that are friendly in one and hostile in the other.
  public var turned: [Change] = []
  /// Edges of the same sign whose weight differs by the threshold at least.
  public var changed: [Change] = []

  public var isEmpty: Bool { appeared.isEmpty && vanished.isEmpty && turned.isEmpty && changed.isEmpty }

  /// Each list is in order of the size of the difference, the greatest first, then of source, target and kind.
  ///
  /// - Parameters:
  ///   - threshold: Least difference of weights that is a change, 0 … 2.
  ///   - floor: |weight| below which an edge counts as absent, 0 … 1.
  ///   - filter: Edges that are looked at in both.
  /// - Complexity: O(edges + changes × log changes).
  public init(
    from before: Graph, to after: Graph, threshold: Double = 0.1, floor: Double = 0.05,
    _ filter: EdgeFilter = EdgeFilter()
  ) {
    func admitted(_ graph: Graph) -> [Edge] {
      graph.edges(filter).lazy.map { graph[$0] }.filter { abs($0.weight) >= floor }
    }
    let (old, new) = (admitted(before), admitted(after))
    // Both are in order of entities, for nodes are in order of these.
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let oldKey = i < old.count ? Key(old[i], before) : nil
      let newKey = j < new.count ? Key(new[j], after) : nil
      let isOld = newKey.map { key in oldKey.map { $0 <= key } ?? false } ?? true
      let isNew = oldKey.map { key in newKey.map { $0 <= key } ?? false } ?? true
      guard let key = isOld ? oldKey : newKey else { break }
      let change = Change(
        kind: key.kind, source: key.source, target: key.target, before: isOld ? old[i] : nil,
        after: isNew ? new[j] : nil)
      if isOld { i += 1 }
      if isNew { j += 1 }
      switch (change.before, change.after) {
      case (nil, _): appeared.append(change)
      case (_, nil): vanished.append(change)
      case (let before?, let after?):
        if let x = before.sign, let y = after.sign, x != y {
          turned.append(change)
        } else if abs(change.difference) >= threshold {
          changed.append(change)
        }
      }
    }
    // They were found in order of source, target and kind.
    func bySize(_ changes: [Change]) -> [Change] {
      changes.enumerated().sorted { a, b in
        let (x, y) = (abs(a.element.difference), abs(b.element.difference))
        return x != y ? x > y : a.offset < b.offset
      }.map(\.element)
    }
    appeared = bySize(appeared)
    vanished = bySize(vanished)
    turned = bySize(turned)
    changed = bySize(changed)
  }

  private struct Key: Comparable {
    var source: ID<Entity>
    var target: ID<Entity>
    var kind: ClaimKind

    init(_ edge: Edge, _ graph: Graph) {
      source = graph.entities[edge.source.index].id
      target = graph.entities[edge.target.index].id
      kind = edge.kind
    }

    static func < (a: Key, b: Key) -> Bool {
      (a.source, a.target, a.kind.order) < (b.source, b.target, b.kind.order)
    }
  }
}
