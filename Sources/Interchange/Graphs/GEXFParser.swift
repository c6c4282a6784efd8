import Reading

/// Reads GEXF, versions 1.1 to 1.3. Of dynamic graphs the edges' own times are read, not those of their attributes.
final class GEXFParser {
  private let assembler: GraphAssembler
  private var titles: [String: [String: String]] = [:]
  private var fallbacks: [String: [String: String]] = [:]
  private var domain = "node"
  private var attribute: String?
  private var text: String?
  private var isDirected = true
  private var nodes: [(id: String, values: [String: String], line: Int)] = []
  private var edge: (attributes: [String: String], values: [String: String], line: Int)?
  private var hasRoot = false

  init(_ assembler: GraphAssembler) { self.assembler = assembler }

  func read(path: String?, onRead: @escaping (Int) -> Void) throws {
    try GraphReader.readXML(path: path, onRead: onRead) { event, line in
      switch event {
      case .begin(let name, let attributes):
        if !hasRoot, name != "gexf" {
          throw InterchangeError(path: path, line: line, rule: "is no GEXF: it begins with <\(name)>")
        }
        hasRoot = true
        begin(name, attributes, line)
      case .text(let piece): text? += piece
      case .end(let name): try end(name)
      }
    }
  }

  private func begin(_ name: String, _ attributes: [String: String], _ line: Int) {
    switch name {
    case "graph": isDirected = attributes["defaultedgetype"] == "directed"
    case "attributes": domain = attributes["class"] ?? "node"
    case "attribute":
      attribute = attributes["id"]
      titles[domain, default: [:]][attributes["id"] ?? ""] = attributes["title"]
    case "default": text = ""
    case "node":
      var values: [String: String] = [:]
      values["label"] = attributes["label"]
      nodes.append((attributes["id"] ?? "", values, line))
    case "edge": edge = (attributes, [:], line)
    case "attvalue":
      let id = attributes["for"] ?? attributes["id"] ?? ""
      guard let value = attributes["value"] else { return }
      if edge != nil {
        edge?.values[titles["edge"]?[id] ?? id] = value
      } else if !nodes.isEmpty {
        nodes[nodes.count - 1].values[titles["node"]?[id] ?? id] = value
      }
    default: break
    }
  }

  private func end(_ name: String) throws {
    switch name {
    case "default":
      if let attribute, let text { fallbacks[domain, default: [:]][titles[domain]?[attribute] ?? attribute] = text }
      text = nil
    case "node":
      guard let node = nodes.popLast() else { return }
      try assembler.addNode(node.id, node.values.merging(fallbacks["node"] ?? [:]) { own, _ in own }, line: node.line)
    case "edge":
      guard let edge else { return }
      self.edge = nil
      var values = edge.values.merging(fallbacks["edge"] ?? [:]) { own, _ in own }
      for name in ["weight", "start", "end"] where values[name] == nil { values[name] = edge.attributes[name] }
      try assembler.addEdge(
        edge.attributes["source"] ?? "", edge.attributes["target"] ?? "",
        isDirected: edge.attributes["type"].map { $0 == "directed" } ?? isDirected, values, line: edge.line)
    default: break
    }
  }
}
