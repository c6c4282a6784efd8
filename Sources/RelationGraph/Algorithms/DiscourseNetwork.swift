public import Diplomacy

/// Which actors agree and disagree about the same matters, as discourse network analysts define it.
///
/// Actors refer to targets, and agree or disagree with them. Congruence counts the targets that two actors both support
/// or both oppose, conflict those that one supports and the other opposes. Whoever does both to a target shares it
/// with those on either side. It does not matter how often or how strongly something is said.
///
/// Source: P. Leifeld, "Discourse network analysis: policy debates as dynamic networks", in The Oxford Handbook of
/// Political Networks, 2017, doi:10.1093/oxfordhb/9780190228217.013.25.
public struct DiscourseNetwork: Hashable, Sendable {
  /// Two actors with a target in common.
  public struct Tie: Hashable, Sendable {
    public var actors: NodePair
    /// Targets that both refer to on the same side.
    public var agreed: [ID<Node>]
    /// Targets that they refer to on opposite sides.
    public var disputed: [ID<Node>]
    /// How often they agree and disagree, by the normalization.
    public var congruence: Double
    public var conflict: Double

    /// Congruence less conflict.
    public var difference: Double { congruence - conflict }
  }

  public enum Normalization: String, CaseIterable, Hashable, Sendable {
    /// Numbers of targets.
    case none
    /// Divided by the mean of the numbers of targets that the two refer to: else who speaks of much agrees with many.
    case average
    /// Divided by the number of targets that either refers to.
    case jaccard
  }

  /// In order of their actors.
  public var ties: [Tie]
  /// Each actor's number of targets, in order of actors; those who refer to none are left out.
  public var activity: [Activity]

  public struct Activity: Hashable, Sendable {
    public var actor: ID<Node>
    public var targets: Int
  }

  /// - Parameters:
  ///   - filter: Edges that are looked at. Only stances among them say that an actor supports or opposes.
  ///   - isTarget: Which targets count; by default all, actors as well as agreements.
  /// - Complexity: O(Σ (actors that refer to a target)²).
  public init(
    _ graph: Graph, _ filter: EdgeFilter = EdgeFilter(), normalization: Normalization = .none,
    isTarget: (ID<Node>) -> Bool = { _ in true }
  ) {
    let matcher = EdgeMatcher(graph, filter)
    var activity = [Int](repeating: 0, count: graph.nodeCount)
    var shared: [NodePair: (agreed: [ID<Node>], disputed: [ID<Node>])] = [:]
    for target in graph.nodes where isTarget(target) {
      let stances = graph.incoming(target).filter {
        graph.columns.kind[$0.index] == .stance && matcher.admits($0)
          && (graph.columns.supporting[$0.index] > 0 || graph.columns.opposing[$0.index] > 0)
      }
      for (place, stance) in stances.enumerated() {
        let actor = graph.columns.source[stance.index]
        activity[actor.index] += 1
        let (supports, opposes) = Self.sides(stance, graph)
        for other in stances[(place + 1)...] {
          let (otherSupports, otherOpposes) = Self.sides(other, graph)
          let pair = NodePair(actor, graph.columns.source[other.index])
          if supports && otherSupports || opposes && otherOpposes {
            shared[pair, default: ([], [])].agreed.append(target)
          }
          if supports && otherOpposes || opposes && otherSupports {
            shared[pair, default: ([], [])].disputed.append(target)
          }
        }
      }
    }
    self.activity = graph.nodes.filter { activity[$0.index] > 0 }
      .map { Activity(actor: $0, targets: activity[$0.index]) }
    ties = shared.keys.sorted().map { pair in
      let (agreed, disputed) = shared[pair] ?? ([], [])
      let (a, b) = (activity[pair.a.index], activity[pair.b.index])
      let divisor: Double =
        switch normalization {
        case .none: 1
        case .average: Double(a + b) / 2
        case .jaccard: Double(a + b - Set(agreed + disputed).count)
        }
      return Tie(
        actors: pair, agreed: agreed, disputed: disputed, congruence: Double(agreed.count) / divisor,
        conflict: Double(disputed.count) / divisor)
    }
  }

  private static func sides(_ stance: ID<Edge>, _ graph: Graph) -> (supports: Bool, opposes: Bool) {
    (graph.columns.supporting[stance.index] > 0, graph.columns.opposing[stance.index] > 0)
  }
}
