/// Reads the nodes and edges of DOT, with their attributes. Subgraphs are read as part of the graph, ports and HTML
/// labels are passed over.
///
/// Source: the DOT language, graphviz.org/doc/info/lang.html.
final class DotParser {
  private let assembler: GraphAssembler
  private var tokens = DotTokens([])
  private var path: String?
  private var nodes: [String: [String: String]] = [:]
  private var order: [(id: String, line: Int)] = []
  private var edges: [(source: String, target: String, attributes: [String: String], line: Int)] = []
  private var isDirected = true

  private struct Defaults {
    var node: [String: String] = [:]
    var edge: [String: String] = [:]
  }

  /// Deeper than any graph is; what follows is no graph.
  private static let maximumDepth = 64

  init(_ assembler: GraphAssembler) { self.assembler = assembler }

  func read(_ bytes: [UInt8], path: String?) throws {
    self.path = path
    tokens = DotTokens(bytes)
    if tokens.takeWord("strict") {}
    guard tokens.takeWord("digraph") else {
      isDirected = false
      guard tokens.takeWord("graph") else { throw broken("it begins with neither \"graph\" nor \"digraph\"") }
      return try body()
    }
    try body()
  }

  private func body() throws {
    if case .id = tokens.peek { tokens.advance() }
    guard tokens.take("{") else { throw broken("a { is missing") }
    _ = try statements(Defaults(), depth: 0)
    for (id, line) in order { try assembler.addNode(id, nodes[id] ?? [:], line: line) }
    for edge in edges {
      try assembler.addEdge(
        edge.source, edge.target, isDirected: isDirected && edge.attributes["dir"] != "none", edge.attributes,
        line: edge.line)
    }
  }

  private func broken(_ rule: String) -> InterchangeError {
    InterchangeError(path: path, line: tokens.line, rule: "is no DOT: \(rule)")
  }

  /// Statements up to the closing brace. Returns the nodes they name.
  private func statements(_ inherited: Defaults, depth: Int) throws -> [String] {
    guard depth < Self.maximumDepth else { throw broken("subgraphs lie too deep in each other") }
    var defaults = inherited
    var named: [String] = []
    while true {
      if tokens.take("}") { return named }
      if tokens.take(";") || tokens.take(",") { continue }
      guard tokens.peek != .end else { throw broken("a } is missing") }
      named += try statement(&defaults, depth: depth)
    }
  }

  private func statement(_ defaults: inout Defaults, depth: Int) throws -> [String] {
    for word in ["graph", "node", "edge"] where tokens.takeWord(word) {
      let attributes = try attributes()
      if word == "node" { defaults.node.merge(attributes) { $1 } }
      if word == "edge" { defaults.edge.merge(attributes) { $1 } }
      return []
    }
    let line = tokens.line
    var groups = [try operand(defaults, depth: depth)]
    if groups[0].isName, tokens.take("=") {
      guard case .id = tokens.peek else { throw broken("a value is missing after =") }
      tokens.advance()
      return []
    }
    while tokens.take("->") || tokens.take("--") { groups.append(try operand(defaults, depth: depth)) }
    let attributes = try attributes()
    if groups.count == 1 {
      for id in groups[0].nodes { declare(id, groups[0].isName ? attributes : [:], defaults, line) }
      return groups[0].nodes
    }
    for id in groups.flatMap(\.nodes) { declare(id, [:], defaults, line) }
    for (tail, head) in zip(groups, groups.dropFirst()) {
      for source in tail.nodes {
        for target in head.nodes {
          edges.append((source, target, defaults.edge.merging(attributes) { $1 }, line))
        }
      }
    }
    return groups.flatMap(\.nodes)
  }

  private func declare(_ id: String, _ attributes: [String: String], _ defaults: Defaults, _ line: Int) {
    if nodes[id] == nil {
      order.append((id, line))
      nodes[id] = defaults.node
    }
    nodes[id]?.merge(attributes) { $1 }
  }

  /// A node, or a subgraph with the nodes it names.
  private func operand(_ defaults: Defaults, depth: Int) throws -> (nodes: [String], isName: Bool) {
    if tokens.takeWord("subgraph") {
      if case .id = tokens.peek { tokens.advance() }
      guard tokens.take("{") else { return ([], false) }
      return (try statements(defaults, depth: depth + 1), false)
    }
    if tokens.take("{") { return (try statements(defaults, depth: depth + 1), false) }
    guard case .id(let id) = tokens.peek else { throw broken("a node's name is missing") }
    tokens.advance()
    while tokens.take(":") { tokens.advance() }
    return ([id], true)
  }

  private func attributes() throws -> [String: String] {
    var result: [String: String] = [:]
    while tokens.take("[") {
      while !tokens.take("]") {
        guard case .id(let name) = tokens.peek else { throw broken("an attribute's name or a ] is missing") }
        tokens.advance()
        result[name] = "true"
        if tokens.take("=") {
          guard case .id(let value) = tokens.peek else { throw broken("a value is missing after \(name)=") }
          tokens.advance()
          result[name] = value
        }
        if tokens.take(",") || tokens.take(";") {}
      }
    }
    return result
  }
}
