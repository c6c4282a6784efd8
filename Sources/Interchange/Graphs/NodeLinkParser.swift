import Reading

/// Reads node-link JSON: `nodes`, and `edges` or, as older versions of NetworkX write them, `links`.
struct NodeLinkParser {
  private let assembler: GraphAssembler

  init(_ assembler: GraphAssembler) { self.assembler = assembler }

  func read(_ bytes: [UInt8], path: String?) throws {
    let value: JSONValue
    do throws(JSONReader.Failure) {
      value = try JSONReader.value(of: bytes)
    } catch {
      throw InterchangeError(
        path: path, line: Self.line(of: error.offset, in: bytes), rule: "is no JSON: \(error.rule)")
    }
    guard case .array(let nodes)? = value["nodes"], case .array(let edges)? = value["edges"] ?? value["links"] else {
      throw InterchangeError(path: path, rule: "is no node-link graph: it needs the lists \"nodes\" and \"edges\"")
    }
    let isDirected = value["directed"]?.bool ?? false
    var lines = LineCounter(bytes)
    for node in nodes {
      let line = lines.line(of: node.offset)
      guard let id = node.value["id"]?.text else {
        throw InterchangeError(path: path, line: line, rule: "a node has no id")
      }
      try assembler.addNode(id, Self.attributes(node.value), line: line)
    }
    for edge in edges {
      let line = lines.line(of: edge.offset)
      guard let source = edge.value["source"]?.text, let target = edge.value["target"]?.text else {
        throw InterchangeError(path: path, line: line, rule: "an edge has no source or no target")
      }
      try assembler.addEdge(
        source, target, isDirected: edge.value["directed"]?.bool ?? isDirected, Self.attributes(edge.value), line: line)
    }
  }

  private static func attributes(_ value: JSONValue) -> [String: String] {
    guard case .object(let members) = value else { return [:] }
    var attributes: [String: String] = [:]
    for member in members {
      switch member.value {
      case .string(let text), .number(let text): attributes[member.name] = text
      case .bool(let value): attributes[member.name] = value ? "true" : "false"
      case .array, .object: attributes[member.name] = json(member.value)
      case .null: break
      }
    }
    return attributes
  }

  /// A value as text again.
  private static func json(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let text): text
    case .string(let text): JSONLine.string(text)
    case .array(let elements): JSONLine.array(elements.map { json($0.value) })
    case .object(let members): JSONLine.object(members.map { ($0.name, json($0.value)) })
    }
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<min(offset, bytes.count)].count { $0 == 0x0A } + 1
  }

  /// Tells lines of offsets that only grow.
  private struct LineCounter {
    private let bytes: [UInt8]
    private var position = 0
    private var current = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func line(of offset: Int) -> Int {
      guard offset > position else { return current }
      current += bytes[position..<min(offset, bytes.count)].count { $0 == 0x0A }
      position = offset
      return current
    }
  }
}
