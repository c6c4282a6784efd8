import Diagrams
import Diplomacy

/// What the script of the page knows. Names of members are read by `explorer.js`.
extension ExplorerPage {
  /// As JSON that can stand in a script element: nothing in it ends the element, or begins a comment.
  func data(
    _ nodes: [(node: Diagram.Node, part: Int)], _ edges: [(edge: Diagram.Edge, part: Int)]
  ) -> String {
    var ends: [Diagram.Node.ID: (place: Int, name: String)] = [:]
    for (place, node) in nodes.map(\.node).enumerated() { ends[node.id] = (place, ExplorerPage.name(of: node)) }
    var sources = SourceTable()
    let records = edges.map { record($0.edge, part: $0.part, ends, &sources) }
    return ExplorerPage.embedded(
      .object([
        .init("nodes", .array(nodes.map { record($0.node, part: $0.part) })), .init("edges", .array(records)),
        .init("sources", .array(sources.rows)),
      ]))
  }

  /// JSON has these characters in strings alone, where each may be written as an escape.
  static func embedded(_ json: JSONText) -> String {
    var bytes: [UInt8] = []
    for byte in json.line.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "\\u003c".utf8
      case UInt8(ascii: ">"): bytes += "\\u003e".utf8
      case UInt8(ascii: "&"): bytes += "\\u0026".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where sentences stand, each place once.
  private struct SourceTable {
    private var numbers: [String: Int] = [:]
    private(set) var rows: [JSONText] = []

    mutating func number(_ source: String) -> Int {
      if let number = numbers[source] { return number }
      let number = rows.count
      numbers[source] = number
      rows.append(.string(source))
      return number
    }
  }

  private func record(_ node: Diagram.Node, part: Int) -> JSONText {
    let name = ExplorerPage.name(of: node)
    let facts = [
      node.kind.rawValue, node.countryTag.map { DisplayText.line($0, limit: 3) },
      node.subtitle.map { DisplayText.line($0, limit: 400) }, node.status.map { DisplayText.line($0, limit: 400) },
    ]
    var members: [JSONText.Member] = [
      .init("id", .string(node.id)), .init("part", .string("n\(part)")), .init("title", .string(name)),
      .init("kind", .string(node.kind.rawValue)),
      .init("facts", .string(ExplorerPage.listed(facts))),
    ]
    let others = ([node.shortLabel].compactMap(\.self) + (aliases[node.id] ?? []))
      .map { DisplayText.line($0, limit: 200) }.filter { $0 != name }
    if !others.isEmpty { members.append(.init("aliases", .array(others.map { .string($0) }))) }
    if let link = safeLink(node.link) { members.append(.init("link", .string(link))) }
    return .object(members)
  }

  private func record(
    _ edge: Diagram.Edge, part: Int, _ ends: [Diagram.Node.ID: (place: Int, name: String)],
    _ sources: inout SourceTable
  ) -> JSONText {
    // A figure has no edge without its ends.
    guard let source = ends[edge.source], let target = ends[edge.target] else { return .null }
    let tie = ties[edge.id]
    let weight = edge.kind.isSigned ? DiagramSummary.signed(edge.weight) : nil
    let span = tie.map(ExplorerPage.span)
    let texts = edge.sourceCount > 0 ? " in \(counted(edge.sourceCount, "text", "texts"))" : ""
    let isContested = tie.map { $0.supporting > 0 && $0.opposing > 0 } ?? false
    let facts = [
      weight, edge.isUnconfirmed ? "unconfirmed" : nil, edge.change?.rawValue,
      edge.claimCount > 0 ? counted(edge.claimCount, "claim", "claims") + texts : nil,
      isContested ? tie.map { "\($0.supporting) for, \($0.opposing) against" } : nil, span,
    ]
    var members: [JSONText.Member] = [
      .init("id", .string(edge.id)), .init("part", .string("e\(part)")),
      .init("ends", .array([.integer(source.place), .integer(target.place)])),
      .init("title", .string("\(source.name) \(DiagramSummary.verb(of: edge)) \(target.name)")),
      .init("facts", .string(ExplorerPage.listed(facts))),
      .init("short", .string(ExplorerPage.listed([weight, span]))),
      .init("kind", .string(edge.kind.rawValue)), .init("weight", .decimal(edge.weight)),
      .init("signed", .bool(edge.kind.isSigned)),
    ]
    if let link = safeLink(edge.link) { members.append(.init("link", .string(link))) }
    members += [
      .init("order", .integer(tie?.order ?? 0)), .init("cost", .integer(Int(tie?.cost ?? 0))),
      .init("days", .array((tie?.days ?? []).map { .array([.string($0.first), .string($0.last)]) })),
      .init("quotes", .array((tie?.quotations ?? []).map { record($0, &sources) })),
    ]
    if let more = tie?.unquoted, more > 0 {
      members.append(.init("more", .string("and \(counted(more, "more claim", "more claims"))")))
    }
    return .object(members)
  }

  private func record(_ quotation: Quotation, _ sources: inout SourceTable) -> JSONText {
    let claim = quotation.claim
    let rule = DisplayText.line(claim.evidence.rule, limit: 200)
    let read = [
      claim.kind.isSigned ? DiagramSummary.signed(claim.weight) : nil,
      claim.modality == .asserted ? nil : claim.modality.rawValue, rule.isEmpty ? nil : "read by \(rule)",
      quotation.id.map(Quotation.name(of:)),
    ]
    return .object([
      .init("text", .string(DisplayText.line(quotation.text))),
      .init("cue", .string(DisplayText.line(quotation.cue, limit: 400))),
      .init("source", .integer(sources.number(ExplorerPage.source(of: quotation)))),
      .init("read", .string(ExplorerPage.listed(read))),
    ])
  }

  /// "official · JP · Defense Minister".
  private static func listed(_ facts: [String?]) -> String {
    facts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
