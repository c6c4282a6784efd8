/// Reads the nodes and edges of DOT, with their attributes. Subgraphs are read as part of the graph, ports and HTML
/// labels are passed over.
///
/// Since nodes may be described after the edges that name them, edges wait for the end of the text. What they say is not
/// kept meanwhile but read again where it stands.
///
/// Source: the DOT language, graphviz.org/doc/info/lang.html.
final class DotParser {
  private let assembler: GraphAssembler
  private var tokens = DotTokens([])
  private var path: String?
  /// In order of their first mention, with their places by name.
  private var nodes: [(id: String, attributes: [String: String], line: Int)] = []
  private var places: [String: UInt32] = [:]
  private var edges: [Edge] = []
  /// Attributes that hold for all edges from some place on, one after the other.
  private var edgeDefaults: [[String: String]] = [[:]]
  private var isDirected = true

  private struct Defaults {
    var node: [String: String] = [:]
    /// A place in the list of defaults of edges.
    var edge = 0
  }

  private struct Edge {
    var source: UInt32
    var target: UInt32
    var defaults: UInt32
    var line: UInt32
    var attributes: DotTokens.Mark
  }

  /// What `{a b c} -> {d e f}` multiplies to is bounded.
  private static let mostEdges = 20_000_000

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
    for node in nodes { try assembler.addNode(node.id, node.attributes, line: node.line) }
    for edge in edges {
      tokens.go(to: edge.attributes)
      let attributes = edgeDefaults[Int(edge.defaults)].merging(try attributes()) { $1 }
      try assembler.addEdge(
        nodes[Int(edge.source)].id, nodes[Int(edge.target)].id,
        isDirected: isDirected && attributes["dir"] != "none", attributes, line: Int(edge.line))
    }
  }

  private func broken(_ rule: String) -> InterchangeError {
    InterchangeError(path: path, line: tokens.line, rule: "is no DOT: \(rule)")
  }

  /// Statements up to the closing brace. Returns the nodes they name.
  private func statements(_ inherited: Defaults, depth: Int) throws -> [UInt32] {
    guard depth < Self.maximumDepth else { throw broken("subgraphs lie too deep in each other") }
    var defaults = inherited
    var named: [UInt32] = []
    while true {
      if tokens.take("}") { return named }
      if tokens.take(";") || tokens.take(",") { continue }
      guard tokens.peek != .end else { throw broken("a } is missing") }
      named += try statement(&defaults, depth: depth)
    }
  }

  private func statement(_ defaults: inout Defaults, depth: Int) throws -> [UInt32] {
    for word in ["graph", "node", "edge"] where tokens.takeWord(word) {
      let attributes = try attributes()
      if word == "node" { defaults.node.merge(attributes) { $1 } }
      if word == "edge" {
        edgeDefaults.append(edgeDefaults[defaults.edge].merging(attributes) { $1 })
        defaults.edge = edgeDefaults.count - 1
      }
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
    let mark = tokens.mark
    let attributes = try attributes()
    if groups.count == 1 {
      for node in groups[0].nodes where groups[0].isName { nodes[Int(node)].attributes.merge(attributes) { $1 } }
      return groups[0].nodes
    }
    for (tail, head) in zip(groups, groups.dropFirst()) {
      guard tail.nodes.count * head.nodes.count <= Self.mostEdges - edges.count else {
        throw broken("it has more than \(Self.mostEdges) edges, which is the most")
      }
      for source in tail.nodes {
        for target in head.nodes {
          edges.append(
            Edge(
              source: source, target: target, defaults: UInt32(defaults.edge), line: UInt32(line), attributes: mark))
        }
      }
    }
    return groups.flatMap(\.nodes)
  }

  /// The place of a node, which is made where it is named first.
  private func place(of id: String, _ defaults: Defaults, _ line: Int) -> UInt32 {
    if let place = places[id] { return place }
    nodes.append((id, defaults.node, line))
    places[id] = UInt32(nodes.count - 1)
    return UInt32(nodes.count - 1)
  }

  /// A node, or a subgraph with the nodes it names.
  private func operand(_ defaults: Defaults, depth: Int) throws -> (nodes: [UInt32], isName: Bool) {
    if tokens.takeWord("subgraph") {
      if case .id = tokens.peek { tokens.advance() }
      guard tokens.take("{") else { return ([], false) }
      return (try statements(defaults, depth: depth + 1), false)
    }
    if tokens.take("{") { return (try statements(defaults, depth: depth + 1), false) }
    guard case .id(let id) = tokens.peek else { throw broken("a node's name is missing") }
    let line = tokens.line
    tokens.advance()
    if tokens.peek == .sign("=") { return (nodes: [], isName: true) }
    while tokens.take(":") { tokens.advance() }
    return ([place(of: id, defaults, line)], true)
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
