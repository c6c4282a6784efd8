import Diplomacy

/// GEXF 1.3, Gephi's own format.
///
/// Gephi takes an edge's weight for its width and wants it positive: it is the absolute one, the signed one an attribute.
struct GEXFSyntax: GraphSyntax {
  private static func type(_ type: GraphAttributes.Kind) -> String {
    switch type {
    case .string: "string"
    case .double: "double"
    case .integer: "integer"
    }
  }

  func head(name: String) -> [Piece] {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
      <meta><creator>Entente</creator><description>\(XMLEscape.escaped(name))</description></meta>
      <graph mode="static" defaultedgetype="directed">

      """
    for (domain, attributes) in [("node", GraphAttributes.ofNodes), ("edge", GraphAttributes.ofEdges)] {
      text += "<attributes class=\"\(domain)\">"
      for (place, (name, type)) in attributes.enumerated() {
        text += "<attribute id=\"\(place)\" title=\"\(name)\" type=\"\(Self.type(type))\"/>"
      }
      text += "</attributes>\n"
    }
    return [(.whole, text + "<nodes>\n")]
  }

  func node(_ node: ExchangeNode, number: Int) -> Piece {
    (
      .whole,
      "<node id=\"\(XMLEscape.escaped(node.id))\" label=\"\(XMLEscape.escaped(node.actor.name))\">"
        + Self.values(GraphAttributes.values(node)) + "</node>\n"
    )
  }

  var betweenNodesAndEdges: [Piece] { [(.whole, "</nodes>\n<edges>\n")] }

  func edge(_ edge: ExchangeEdge, number: Int) -> Piece {
    (
      .whole,
      "<edge id=\"\(number)\" source=\"\(XMLEscape.escaped(edge.source))\" target=\"\(XMLEscape.escaped(edge.target))\" "
        + "type=\"\(edge.kind.isDirected ? "directed" : "undirected")\" weight=\"\(JSONLine.number(abs(edge.weight)))\">"
        + Self.values(GraphAttributes.values(edge)) + "</edge>\n"
    )
  }

  var foot: [Piece] { [(.whole, "</edges>\n</graph>\n</gexf>\n")] }

  private static func values(_ values: [AttributeValue?]) -> String {
    "<attvalues>"
      + values.enumerated().map { place, value in
        value.map { "<attvalue for=\"\(place)\" value=\"\(XMLEscape.escaped($0.written))\"/>" } ?? ""
      }.joined() + "</attvalues>"
  }
}
