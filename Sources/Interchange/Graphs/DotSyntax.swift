import Diplomacy

/// DOT without any drawing: a graph for Graphviz's tools and for reading back. Pictures come from `entente render`.
struct DotSyntax: GraphSyntax {
  func head(name: String) -> [Piece] { [(.whole, "digraph \(Self.quoted(name)) {\n")] }

  func node(_ node: ExchangeNode, number: Int) -> Piece {
    let attributes = Self.attributes(
      [("label", .text(node.actor.name))], GraphAttributes.ofNodes, GraphAttributes.values(node))
    return (.whole, "  \(Self.quoted(node.id)) [\(attributes)];\n")
  }

  var betweenNodesAndEdges: [Piece] { [] }

  func edge(_ edge: ExchangeEdge, number: Int) -> Piece {
    let attributes = Self.attributes(
      edge.kind.isDirected ? [] : [("dir", .text("none"))], GraphAttributes.ofEdges, GraphAttributes.values(edge))
    return (.whole, "  \(Self.quoted(edge.source)) -> \(Self.quoted(edge.target)) [\(attributes)];\n")
  }

  var foot: [Piece] { [(.whole, "}\n")] }

  private static func attributes(
    _ first: [(String, AttributeValue)], _ attributes: [(name: String, type: GraphAttributes.Kind)],
    _ values: [AttributeValue?]
  ) -> String {
    let rest = zip(attributes, values).compactMap { attribute, value in value.map { (attribute.name, $0) } }
    return (first + rest).map { "\($0)=\(quoted($1.written))" }.joined(separator: ", ")
  }

  /// In quotes. A backslash before a quote cannot be written in DOT; it becomes the character reference that Graphviz
  /// shows as one.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "&#92;"
      case "&": result += "&amp;"
      case "\u{0}": result += "\u{FFFD}"
      case "\r": result += "&#13;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
