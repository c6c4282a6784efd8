public import Diplomacy
public import Provenance

/// A node as graph formats carry it.
public struct ExchangeNode: Hashable, Sendable {
  /// Unique in the file.
  public var id: String
  public var actor: ActorName

  public init(id: String, actor: ActorName) {
    self.id = id
    self.actor = actor
  }
}

/// An edge as graph formats carry it: what it weighs and rests on, for other programs, and its claims, from which
/// reading it back makes the same edge again.
public struct ExchangeEdge: Hashable, Sendable {
  /// Ids of nodes.
  public var source: String
  public var target: String
  public var kind: ClaimKind
  /// −1 … 1.
  public var weight: Double
  public var trust: Double
  public var supporting: Int
  public var opposing: Int
  public var uncounted: Int
  public var stories: Int
  public var firstDate: CalendarDate?
  public var lastDate: CalendarDate?
  /// Ids of the documents it rests on, sorted.
  public var sources: [String]
  /// Without ends of their own: the edge has them. Empty where they are left out.
  public var claims: [CodedRow]

  public init(
    source: String, target: String, kind: ClaimKind, weight: Double, trust: Double = 0, supporting: Int = 0,
    opposing: Int = 0, uncounted: Int = 0, stories: Int = 0, firstDate: CalendarDate? = nil,
    lastDate: CalendarDate? = nil, sources: [String] = [], claims: [CodedRow] = []
  ) {
    self.source = source
    self.target = target
    self.kind = kind
    self.weight = weight
    self.trust = trust
    self.supporting = supporting
    self.opposing = opposing
    self.uncounted = uncounted
    self.stories = stories
    self.firstDate = firstDate
    self.lastDate = lastDate
    self.sources = sources
    self.claims = claims
  }

  var sign: String? { kind.isSigned && weight != 0 ? weight > 0 ? "positive" : "negative" : nil }
}

/// An attribute's value in formats that type them.
enum AttributeValue {
  case text(String)
  case number(Double)
  case count(Int)
  case texts([String])
  case json(String)

  /// In formats without lists.
  var written: String {
    switch self {
    case .text(let text), .json(let text): text
    case .number(let value): JSONLine.number(value)
    case .count(let count): String(count)
    case .texts(let texts): JSONLine.list(texts)
    }
  }

  var json: String {
    switch self {
    case .text(let text): JSONLine.string(text)
    case .number, .count, .texts, .json: written
    }
  }
}

/// What nodes and edges have beside their ids, in one order for all formats.
enum GraphAttributes {
  enum Kind { case string, double, integer }

  static let ofNodes: [(name: String, type: Kind)] = [
    ("name", .string), ("kind", .string), ("country", .string), ("aliases", .string), ("role", .string),
    ("acronym", .string), ("intergovernmental", .string),
  ]

  static let ofEdges: [(name: String, type: Kind)] = [
    ("kind", .string), ("signed_weight", .double), ("sign", .string), ("trust", .double), ("supporting", .integer),
    ("opposing", .integer), ("uncounted", .integer), ("stories", .integer), ("first_date", .string),
    ("last_date", .string), ("sources", .string), ("claims", .string),
  ]

  /// Values in the order of ``ofNodes``; nil where there is none.
  static func values(_ node: ExchangeNode) -> [AttributeValue?] {
    let actor = node.actor
    return [
      .text(actor.name), actor.kind.map { .text($0.rawValue) }, actor.country.map { .text($0) },
      actor.aliases.isEmpty ? nil : .texts(actor.aliases), actor.role.map { .text($0) },
      actor.acronym.map { .text($0) }, actor.isIntergovernmental ? .text("true") : nil,
    ]
  }

  /// Values in the order of ``ofEdges``.
  static func values(_ edge: ExchangeEdge) -> [AttributeValue?] {
    [
      .text(edge.kind.rawValue), .number(edge.weight), edge.sign.map { .text($0) }, .number(edge.trust),
      .count(edge.supporting), .count(edge.opposing), .count(edge.uncounted), .count(edge.stories),
      edge.firstDate.map { .text($0.description) }, edge.lastDate.map { .text($0.description) },
      edge.sources.isEmpty ? nil : .texts(edge.sources),
      edge.claims.isEmpty ? nil : .json(JSONLine.array(edge.claims.map { ClaimText.json($0, hasEnds: false) })),
    ]
  }
}
