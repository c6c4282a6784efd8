import Diplomacy
import Provenance
import Reading

/// Makes claims of the nodes and edges of a file, whichever come first.
///
/// An edge that Entente wrote has its claims with it; of any other edge one claim is made, of its weight or sign. Edges
/// wait until both their nodes are known.
final class GraphAssembler {
  private struct Edge {
    var line: Int
    var source: String
    var target: String
    var isDirected: Bool
    var attributes: [String: String]
  }

  private let path: String?
  private let emit: (ImportItem) throws -> Void
  private var nodes: [String: ActorName] = [:]
  private var tied: Set<String> = []
  private var order: [(id: String, line: Int)] = []
  private var waiting: [Edge] = []

  init(path: String?, emit: @escaping (ImportItem) throws -> Void) {
    self.path = path
    self.emit = emit
  }

  func addNode(_ id: String, _ attributes: [String: String], line: Int) throws {
    guard !id.isEmpty else { return try emit(.bad(line: line, rule: "a node has no id")) }
    guard nodes[id] == nil else {
      return try emit(.bad(line: line, rule: "two nodes have the id \"\(FieldText.shown(id))\""))
    }
    nodes[id] = ActorName(
      attributes["name"] ?? attributes["label"] ?? id, kind: attributes["kind"].flatMap(EntityKind.init(rawValue:)),
      country: attributes["country"], aliases: JSONLine.texts(attributes["aliases"] ?? ""), role: attributes["role"],
      acronym: attributes["acronym"], isIntergovernmental: attributes["intergovernmental"] == "true")
    order.append((id, line))
  }

  func addEdge(
    _ source: String, _ target: String, isDirected: Bool, _ attributes: [String: String], line: Int
  ) throws {
    let edge = Edge(line: line, source: source, target: target, isDirected: isDirected, attributes: attributes)
    guard nodes[source] != nil, nodes[target] != nil else { return waiting.append(edge) }
    try take(edge)
  }

  /// - Parameter areNodesImplied: Whether an edge makes its nodes, as in DOT.
  func end(areNodesImplied: Bool = false) throws {
    for edge in waiting {
      for id in [edge.source, edge.target] where nodes[id] == nil && areNodesImplied {
        try addNode(id, [:], line: edge.line)
      }
      if let id = [edge.source, edge.target].first(where: { nodes[$0] == nil }) {
        try emit(.bad(line: edge.line, rule: "the edge names the node \"\(FieldText.shown(id))\", which is not there"))
      } else {
        try take(edge)
      }
    }
    waiting.removeAll()
    for (id, _) in order where !tied.contains(id) { if let actor = nodes[id] { try emit(.actor(actor)) } }
  }

  private func take(_ edge: Edge) throws {
    guard let source = nodes[edge.source], let target = nodes[edge.target] else { return }
    do throws(RowProblem) {
      for row in try claims(edge, source, target) {
        tied.formUnion([edge.source, edge.target])
        do { try emit(.row(row)) } catch { throw .stopped(error) }
      }
    } catch {
      switch error {
      case .rule(let rule): try emit(.bad(line: edge.line, rule: rule))
      case .stopped(let reason): throw reason
      }
    }
  }

  private func claims(_ edge: Edge, _ source: ActorName, _ target: ActorName) throws(RowProblem) -> [CodedRow] {
    let attributes = edge.attributes
    let kind =
      try attributes["kind"].map { text throws(RowProblem) in try FieldText.claimKind(text) }
      ?? (edge.isDirected ? .stance : .cooperation)
    if let text = attributes["claims"], !text.isEmpty {
      guard let value = try? JSONReader.value(of: Array(text.utf8)) else {
        throw .rule("the edge's \"claims\" are no JSON")
      }
      var rows: [CodedRow] = []
      for claim in value.elements {
        rows.append(try ClaimText.row(claim, line: edge.line, ends: (source, target, kind)))
      }
      if !rows.isEmpty { return rows }
    }
    return [try row(edge, source, target, kind)]
  }

  /// The one claim of an edge without claims of its own.
  private func row(
    _ edge: Edge, _ source: ActorName, _ target: ActorName, _ kind: ClaimKind
  ) throws(RowProblem) -> CodedRow {
    let attributes = edge.attributes
    func date(_ name: String) throws(RowProblem) -> CalendarDate? {
      guard let text = attributes[name], !FieldText.isMissing(text) else { return nil }
      return try FieldText.date(text)
    }
    var weight = 1.0
    if kind.isSigned {
      let sign = attributes["sign"]
      if let text = attributes["signed_weight"] ?? attributes["weight"] {
        guard let value = FieldText.number(text) else {
          throw .rule("the weight \"\(FieldText.shown(text))\" is not a number")
        }
        weight = value
      } else if sign == nil {
        throw .rule("the edge has neither a weight nor a sign")
      }
      if attributes["signed_weight"] == nil, let sign {
        guard let factor = FieldText.sign(sign) else {
          throw .rule("the sign \"\(FieldText.shown(sign))\" is neither positive nor negative")
        }
        weight = abs(weight) * factor
      }
      if let rule = CodedRow.brokenRule(weight: weight, of: kind) { throw .rule(rule) }
    }
    let begin = if attributes["begin"] != nil { try date("begin") } else { try date("start") }
    let end = try date("end")
    if let begin, let end, end.dayNumber <= begin.dayNumber {
      throw .rule("it ends (\(end)) no later than it begins (\(begin))")
    }
    let isLasting = begin != nil || end != nil
    let sources = JSONLine.texts(attributes["sources"] ?? "")
    return CodedRow(
      line: edge.line, kind: kind, source: source, target: target, weight: weight,
      date: isLasting ? begin : try date(attributes["date"] == nil ? "first_date" : "date"),
      validity: isLasting ? .lasting(until: end) : .event, document: sources.first,
      text: attributes["text"] ?? attributes["evidence"]
        ?? "\(source.name), \(kind.rawValue) \(weight), \(target.name)",
      rule: "imported edge")
  }
}
