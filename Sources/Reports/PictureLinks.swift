import Diagrams
public import Diplomacy
public import RelationGraph

/// Addresses that the parts of a picture lead to, below one that a person names.
///
/// An entity of number 12 leads to `BASE` `entity/12`, a tie to `BASE` `tie/stance-3-12`: what stands there is the
/// business of whoever owns the address. Only `http`, `https` and relative addresses are written into a picture.
public struct PictureLinks: Hashable, Sendable {
  /// Ends in a slash, or in what the rest of an address follows at once, such as `#`.
  public var base: String

  public init(base: String) {
    let last = base.utf8.last
    // "https://example.org/graph" names a folder as well as "https://example.org/graph/" does.
    self.base = last == 0x2F || last == 0x23 || last == 0x3D || base.isEmpty ? base : base + "/"
  }

  /// Whether a base leads to a web page, rather than into a script.
  public static func isSafe(_ base: String) -> Bool { safeLink(base) != nil }

  public func address(of entity: Entity) -> String { "\(base)entity/\(entity.id.rawValue)" }

  public func address(of edge: Edge, in graph: Graph) -> String {
    let (source, target) = (graph.entity(edge.source).id.rawValue, graph.entity(edge.target).id.rawValue)
    return "\(base)tie/\(edge.kind.rawValue)-\(source)-\(target)"
  }
}
