import Diplomacy
import PathQueries
import Provenance
import RelationGraph
import TestSupport

/// An edge as a test writes it: the weight of the edge, not of its claims.
struct Tie {
  var source: Int
  var target: Int
  var weight: Double
  var kind: ClaimKind = .stance
  var modality: Modality = .asserted
  var date: String?
  var validity: Validity = .event
}

extension Graph {
  /// A graph of countries 0, 1, 2 … whose edges weigh just what is written, one claim each.
  init(nodes: Int, _ ties: [Tie], kinds: [Int: EntityKind] = [:]) {
    let entities = (0..<nodes).map { id in
      let details: Entity.Details =
        switch kinds[id] ?? .country {
        case .country: .country(Country(code: "ZZ"))
        case .official: .official(Official())
        case .organization: .organization(Organization())
        case .agreement: .agreement(Agreement())
        }
      return Entity(id: ID(id), name: "N\(id)", details: details)
    }
    let claims = ties.enumerated().map { number, tie in
      RecordedClaim(
        id: ID(number + 1),
        claim: Claim(
          kind: tie.kind, source: ID(tie.source), target: ID(tie.target), weight: tie.weight, modality: tie.modality,
          date: tie.date.flatMap { CalendarDate(iso: $0) }, validity: tie.validity,
          evidence: Evidence(document: "d\(number)", sentence: 0, span: Span(0, 1), cue: Span(0, 1))),
        story: ID(number + 1))
    }
    self.init(entities: entities, claims: claims, weighting: EdgeWeighting(shrinkage: 0, halfLife: nil))
  }

  /// A small graph with parallel edges, equal weights, weights of 0 and denied edges.
  static func random(nodes: Int, edges: Int, using random: inout SeededGenerator) -> Graph {
    let ties = (0..<edges).map { _ in
      Tie(
        source: .random(in: 0..<nodes, using: &random), target: .random(in: 0..<nodes, using: &random),
        weight: Double(Int.random(in: -4...4, using: &random)) / 4,
        kind: [.stance, .cooperation, .affiliation].randomElement(using: &random) ?? .stance,
        modality: Int.random(in: 0..<8, using: &random) == 0 ? .negated : .asserted,
        date: [nil, "2018-05-01", "2019-05", "2019-12-31", "2020"].randomElement(using: &random) ?? nil)
    }
    var kinds: [Int: EntityKind] = [:]
    for node in 0..<nodes { kinds[node] = EntityKind.allCases.randomElement(using: &random) }
    return Graph(nodes: nodes, ties, kinds: kinds)
  }

  /// Every simple path between two nodes, as edges, by plain recursion.
  func allSimplePaths(
    from start: ID<Node>, to end: ID<Node>, admitting admits: (ID<Edge>) -> Bool = { _ in true },
    through enters: (ID<Node>) -> Bool = { _ in true }
  ) -> [[ID<Edge>]] {
    var found: [[ID<Edge>]] = []
    func walk(_ node: ID<Node>, _ path: [ID<Edge>], _ seen: Set<ID<Node>>) {
      if node == end {
        found.append(path)
        return
      }
      for edge in edges where self[edge].source == node || self[edge].target == node {
        let next = self[edge].other(than: node)
        guard !seen.contains(next), self[edge].isCounted, admits(edge), next == end || enters(next) else { continue }
        walk(next, path + [edge], seen.union([next]))
      }
    }
    walk(start, [], [start])
    return found
  }
}

/// The order that a ranking promises, by the measures a user sees. Weights are multiples of a quarter, so that
/// products of few of them are exact.
func precedes(_ a: [ID<Edge>], _ b: [ID<Edge>], by ranking: PathRanking, in graph: Graph) -> Bool {
  func strength(_ path: [ID<Edge>]) -> Double { path.reduce(1) { $0 * abs(graph[$1].weight) } }
  func trust(_ path: [ID<Edge>]) -> Double { path.reduce(1) { $0 * graph[$1].trust } }
  func effort(_ path: [ID<Edge>]) -> [Double] {
    let hops = Double(path.count)
    return switch ranking {
    case .hops: [hops, -path.reduce(1) { $0 * max(abs(graph[$1].weight), 0x1p-57) }]
    case .strength: [-strength(path), hops]
    case .trust: [-trust(path), hops]
    }
  }
  let (x, y) = (effort(a), effort(b))
  return x == y ? a.lexicographicallyPrecedes(b) : x.lexicographicallyPrecedes(y)
}
