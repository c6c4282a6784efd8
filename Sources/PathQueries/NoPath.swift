public import Diplomacy
public import RelationGraph

/// That two nodes are not linked, and what stands between them.
public struct NoPath: Error, Hashable, Sendable {
  public var from: ID<Node>
  public var to: ID<Node>
  public var reason: Reason

  public enum Reason: Hashable, Sendable {
    /// Start and end are the same.
    case sameNode
    /// They lie in different components: nothing links them, whatever the constraints. With the number of nodes in
    /// each of the two.
    case separate(sizeOfSource: Int, sizeOfTarget: Int)
    /// Every path between them has an edge of weight 0, which a ranking by strength does not walk.
    case weightless
    /// Constraints each of which, lifted alone, opens a path; or where no single one does, all that are set.
    case constrained(by: [PathConstraint])
    /// There are paths within the other constraints, but the shortest has this many edges.
    case tooLong(fewestHops: Int)
    /// None was found before the search reached its limit: simple paths through given nodes are hard to find in
    /// general, and it is not proven that there is none.
    case undecided

    /// Whether it is certain that there is no path within the bounds of the question.
    public var isProven: Bool { self != .undecided }
  }
}
