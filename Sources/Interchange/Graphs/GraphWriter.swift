/// Writes a graph in a format of other programs, node by node and edge by edge, so that it may be larger than memory.
///
/// ```swift
/// var writer = GraphWriter(.graphml) { part, text in … }
/// try writer.begin(name: "entente")
/// for node in nodes { try writer.add(node) }
/// for edge in edges { try writer.add(edge) }
/// try writer.end()
/// ```
///
/// All nodes come before all edges. The same graph is always the same bytes.
public struct GraphWriter {
  /// Which file a text belongs to: of all formats only the tables have two.
  public enum Part: Sendable { case whole, nodes, edges }

  public typealias Output = (Part, String) throws -> Void

  private let syntax: any GraphSyntax
  private let output: Output
  private var nodes = 0
  private var edges = 0

  /// Nil for formats that hold no graph.
  public init?(_ format: InterchangeFormat, output: @escaping Output) {
    switch format {
    case .graphml: syntax = GraphMLSyntax()
    case .gexf: syntax = GEXFSyntax()
    case .nodeLink: syntax = NodeLinkSyntax()
    case .csv: syntax = TableSyntax()
    case .dot: syntax = DotSyntax()
    case .claims, .edges, .gdelt, .icews, .polecat: return nil
    }
    self.output = output
  }

  public mutating func begin(name: String) throws {
    for (part, text) in syntax.head(name: name) { try output(part, text) }
  }

  public mutating func add(_ node: ExchangeNode) throws {
    let (part, text) = syntax.node(node, number: nodes)
    try output(part, text)
    nodes += 1
  }

  public mutating func add(_ edge: ExchangeEdge) throws {
    if edges == 0 { try turn() }
    let (part, text) = syntax.edge(edge, number: edges)
    try output(part, text)
    edges += 1
  }

  public mutating func end() throws {
    if edges == 0 { try turn() }
    for (part, text) in syntax.foot { try output(part, text) }
  }

  private func turn() throws { for (part, text) in syntax.betweenNodesAndEdges { try output(part, text) } }
}

/// How a format writes the parts of a graph.
protocol GraphSyntax {
  typealias Piece = (GraphWriter.Part, String)
  func head(name: String) -> [Piece]
  func node(_ node: ExchangeNode, number: Int) -> Piece
  var betweenNodesAndEdges: [Piece] { get }
  func edge(_ edge: ExchangeEdge, number: Int) -> Piece
  var foot: [Piece] { get }
}

/// Text in XML.
enum XMLEscape {
  /// Escaped for text and attributes; what XML cannot hold becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n": result.append(contentsOf: "&#10;".unicodeScalars)
      case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
      case "\t": result.append(contentsOf: "&#9;".unicodeScalars)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
