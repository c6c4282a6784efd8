import Reading

/// Reads node-link JSON: `nodes`, and `edges` or, as older versions of NetworkX write them, `links`.
///
/// Nodes and edges are read one by one. Where edges come before the member that says whether they are directed, they
/// wait for it.
struct NodeLinkParser {
  private let assembler: GraphAssembler

  init(_ assembler: GraphAssembler) { self.assembler = assembler }

  func read(path: String?, onRead: @escaping (Int) -> Void) throws {
    do {
      try read(JSONPieces(path: path, onRead: onRead), path: path)
    } catch let failure as JSONPieces.Failure {
      throw InterchangeError(path: path, line: failure.line, rule: "is no JSON: \(failure.rule)")
    }
  }

  private func read(_ pieces: JSONPieces, path: String?) throws {
    var isDirected: Bool?
    var lists: Set<String> = []
    var waiting: [(edge: JSONValue, line: Int)] = []
    while let name = try pieces.nextMember() {
      switch name {
      case "directed": isDirected = try pieces.value().bool
      case "nodes" where try pieces.isArray():
        lists.insert("nodes")
        try pieces.forEachElement { node, line in
          guard let id = node["id"]?.text else {
            throw InterchangeError(path: path, line: line, rule: "a node has no id")
          }
          try assembler.addNode(id, Self.attributes(node), line: line)
        }
      case "edges" where try pieces.isArray(), "links" where try pieces.isArray():
        lists.insert("edges")
        try pieces.forEachElement { edge, line in
          if let isDirected {
            try add(edge, isDirected: isDirected, line: line, path: path)
          } else {
            waiting.append((edge, line))
          }
        }
      default: try pieces.skipValue()
      }
    }
    guard lists.count == 2 else {
      throw InterchangeError(path: path, rule: "is no node-link graph: it needs the lists \"nodes\" and \"edges\"")
    }
    for (edge, line) in waiting { try add(edge, isDirected: isDirected ?? false, line: line, path: path) }
  }

  private func add(_ edge: JSONValue, isDirected: Bool, line: Int, path: String?) throws {
    guard let source = edge["source"]?.text, let target = edge["target"]?.text else {
      throw InterchangeError(path: path, line: line, rule: "an edge has no source or no target")
    }
    try assembler.addEdge(
      source, target, isDirected: edge["directed"]?.bool ?? isDirected, Self.attributes(edge), line: line)
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
}
