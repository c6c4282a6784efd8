/// A dense identifier that only fits what it identifies: an `ID<Entity>` is no `ID<Claim>`.
public struct ID<Subject>: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  public init(_ rawValue: Int) { self.rawValue = UInt32(rawValue) }

  /// For indexing arrays.
  public var index: Int { Int(rawValue) }

  public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
}
