import Diplomacy

/// The triangles of signed ties by their signs. A triangle is balanced where the product of its signs is positive:
/// three friends, or two friends with an enemy in common.
///
/// Source: F. Heider, 1946, doi:10.1080/00223980.1946.9917275; D. Cartwright, F. Harary, 1956, doi:10.1037/h0046049.
public struct TriadCensus: Hashable, Sendable {
  /// Number of triangles with 0, 1, 2 and 3 negative ties.
  public internal(set) var counts: [Int] = [0, 0, 0, 0]

  public var total: Int { counts.reduce(0, +) }

  public var balanced: Int { counts[0] + counts[2] }

  public var unbalanced: Int { counts[1] + counts[3] }
}

extension PairGraph {
  /// Counts the triangles of ties that have a sign.
  ///
  /// Each is found once, from the node that comes first by degree: so hubs are never started from.
  ///
  /// Source: N. Chiba, T. Nishizeki, 1985, doi:10.1137/0214017.
  ///
  /// - Complexity: O(ties^1.5 × log of the greatest degree).
  public func triadCensus() -> TriadCensus {
    var census = TriadCensus()
    func precedes(_ a: ID<Node>, _ b: ID<Node>) -> Bool { (degree(a), a) < (degree(b), b) }
    for first in (0..<nodeCount).map({ ID<Node>($0) }) {
      let later = ties(of: first).filter { $0.sign != nil && precedes(first, $0.neighbor) }
      for (place, second) in later.enumerated() {
        for third in later[(place + 1)...] {
          guard let sign = tie(second.neighbor, third.neighbor)?.sign else { continue }
          census.counts[[second.sign, third.sign, sign].count { $0 == .negative }] += 1
        }
      }
    }
    return census
  }
}
