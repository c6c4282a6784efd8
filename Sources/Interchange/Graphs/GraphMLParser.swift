import Reading

/// Reads GraphML. Nested graphs are read as one; ports and hyperedges are passed over.
final class GraphMLParser {
  private let assembler: GraphAssembler
  private var keys: [String: (name: String, fallback: String?)] = [:]
  private var isDirected = true
  private var element: (isNode: Bool, attributes: [String: String], data: [String: String], line: Int)?
  private var nodes: [(id: String, data: [String: String], line: Int)] = []
  private var key: String?
  private var definition: String?
  private var text: String?
  private var hasRoot = false

  /// One value of an attribute; a tie has as many bytes of claims.
  private static let longestText = 64 << 20

  init(_ assembler: GraphAssembler) { self.assembler = assembler }

  func read(path: String?, onRead: @escaping (Int) -> Void) throws {
    try GraphReader.readXML(path: path, onRead: onRead) { event, line in
      switch event {
      case .begin(let name, let attributes):
        if !hasRoot, name != "graphml" {
          throw InterchangeError(path: path, line: line, rule: "is no GraphML: it begins with <\(name)>")
        }
        hasRoot = true
        try begin(name, attributes, line)
      case .text(let piece):
        guard text != nil else { return }
        text! += piece
        if text!.utf8.count > Self.longestText {
          throw InterchangeError(path: path, line: line, rule: "a value is longer than 64 MiB")
        }
      case .end(let name): try end(name)
      }
    }
  }

  private func begin(_ name: String, _ attributes: [String: String], _ line: Int) throws {
    switch name {
    case "key":
      guard let id = attributes["id"] else { return }
      keys[id] = (attributes["attr.name"] ?? id, nil)
      definition = id
    case "default": text = ""
    case "graph": isDirected = attributes["edgedefault"] != "undirected"
    case "node": nodes.append((attributes["id"] ?? "", [:], line))
    case "edge": element = (false, attributes, [:], line)
    case "data":
      key = attributes["key"]
      text = ""
    default: break
    }
  }

  private func end(_ name: String) throws {
    switch name {
    case "default":
      if let definition, let text { keys[definition]?.fallback = text }
      text = nil
    case "key": definition = nil
    case "data":
      if let key, let text {
        let name = keys[key]?.name ?? key
        if element != nil {
          element?.data[name] = text
        } else if !nodes.isEmpty {
          nodes[nodes.count - 1].data[name] = text
        }
      }
      text = nil
    case "node":
      guard let node = nodes.popLast() else { return }
      try assembler.addNode(node.id, node.data, line: node.line)
    case "edge":
      guard let edge = element else { return }
      element = nil
      let directed = edge.attributes["directed"].map { $0 == "true" } ?? isDirected
      var data = edge.data
      for (name, fallback) in keys.values where data[name] == nil { data[name] = fallback }
      try assembler.addEdge(
        edge.attributes["source"] ?? "", edge.attributes["target"] ?? "", isDirected: directed, data, line: edge.line)
    default: break
    }
  }
}
