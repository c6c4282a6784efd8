/// What makes one path better than another.
///
/// Every ranking is total, so that the same question always has the same answer: paths that are equal by it are
/// ordered by the ids of their edges from the start.
public enum PathRanking: String, CaseIterable, Hashable, Sendable {
  /// Fewest edges; of equally short paths the strongest.
  case hops
  /// Greatest product of |weight|; of equally strong paths the shortest. Edges of weight 0 carry nothing and are
  /// not walked. Affiliations, parties and memberships count like other edges, by the weight that their claims
  /// give them.
  case strength
  /// Greatest product of trust: how many stories stand behind the edges, and how surely they were read, whatever
  /// they say.
  case trust
}
