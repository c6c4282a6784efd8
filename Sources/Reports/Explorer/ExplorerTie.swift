public import Provenance

/// What a page tells of a tie besides what its picture shows.
public struct ExplorerTie: Hashable, Sendable {
  /// Days, both included, on which something is told of the tie or on which it held.
  public struct Days: Hashable, Comparable, Sendable {
    /// ISO 8601, to the day; empty for a beginning that is not known.
    public var first: String
    /// ISO 8601, to the day; `9999-12-31` for what has no end.
    public var last: String

    public init(first: String, last: String) {
      self.first = first
      self.last = last
    }

    public static func < (a: Days, b: Days) -> Bool { (a.first, a.last) < (b.first, b.last) }
  }

  /// What walking the tie costs by the ranking of paths by strength, in its whole units; nil where no path walks it.
  public var cost: UInt64?
  /// Place among all ties of the graph: of paths as good as each other the first by these is given.
  public var order: Int
  public var supporting: Int
  public var opposing: Int
  public var firstDate: CalendarDate?
  public var lastDate: CalendarDate?
  public var days: [Days]
  /// Those that say most clearly what the tie says first.
  public var quotations: [Quotation]
  /// Claims beyond those quoted.
  public var unquoted: Int

  public init(
    cost: UInt64? = nil, order: Int, supporting: Int = 0, opposing: Int = 0, firstDate: CalendarDate? = nil,
    lastDate: CalendarDate? = nil, days: [Days] = [], quotations: [Quotation] = [], unquoted: Int = 0
  ) {
    self.cost = cost
    self.order = order
    self.supporting = supporting
    self.opposing = opposing
    self.firstDate = firstDate
    self.lastDate = lastDate
    self.days = days
    self.quotations = quotations
    self.unquoted = unquoted
  }
}
