import Diplomacy

/// GraphML, as Gephi, yEd, igraph and NetworkX read it.
///
/// Source: U. Brandes et al., "GraphML Progress Report", 2002, doi:10.1007/3-540-45848-4_59.
struct GraphMLSyntax: GraphSyntax {
  /// The name that other programs look for.
  static func name(_ attribute: String) -> String { attribute == "signed_weight" ? "weight" : attribute }

  private static func type(_ type: GraphAttributes.Kind) -> String {
    switch type {
    case .string: "string"
    case .double: "double"
    case .integer: "long"
    }
  }

  func head(name: String) -> [Piece] {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """
    for (domain, attributes) in [("node", GraphAttributes.ofNodes), ("edge", GraphAttributes.ofEdges)] {
      for (name, type) in attributes {
        text += "<key id=\"\(domain)_\(name)\" for=\"\(domain)\" attr.name=\"\(Self.name(name))\" "
        text += "attr.type=\"\(Self.type(type))\"/>\n"
      }
    }
    return [(.whole, text + "<graph id=\"\(XMLEscape.escaped(name))\" edgedefault=\"directed\">\n")]
  }

  func node(_ node: ExchangeNode, number: Int) -> Piece {
    let data = Self.data("node", GraphAttributes.ofNodes, GraphAttributes.values(node))
    return (.whole, "<node id=\"\(XMLEscape.escaped(node.id))\">\(data)</node>\n")
  }

  var betweenNodesAndEdges: [Piece] { [] }

  func edge(_ edge: ExchangeEdge, number: Int) -> Piece {
    let data = Self.data("edge", GraphAttributes.ofEdges, GraphAttributes.values(edge))
    let direction = edge.kind.isDirected ? "" : " directed=\"false\""
    return (
      .whole,
      "<edge id=\"e\(number)\" source=\"\(XMLEscape.escaped(edge.source))\" target=\"\(XMLEscape.escaped(edge.target))\""
        + "\(direction)>\(data)</edge>\n"
    )
  }

  var foot: [Piece] { [(.whole, "</graph>\n</graphml>\n")] }

  private static func data(
    _ domain: String, _ attributes: [(name: String, type: GraphAttributes.Kind)], _ values: [AttributeValue?]
  ) -> String {
    zip(attributes, values).map { attribute, value in
      value.map { "<data key=\"\(domain)_\(attribute.name)\">\(XMLEscape.escaped($0.written))</data>" } ?? ""
    }.joined()
  }
}
