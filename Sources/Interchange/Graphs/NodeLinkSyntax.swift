import Diplomacy

/// The JSON that NetworkX writes by `node_link_data` and reads by `node_link_graph`: a directed multigraph, in which an
/// edge without direction says so.
struct NodeLinkSyntax: GraphSyntax {
  func head(name: String) -> [Piece] {
    [
      (
        .whole,
        "{\"directed\": true, \"multigraph\": true, \"graph\": {\"name\": \(JSONLine.string(name))},\n\"nodes\": ["
      )
    ]
  }

  func node(_ node: ExchangeNode, number: Int) -> Piece {
    let members =
      [("id", Optional(JSONLine.string(node.id)))] + Self.members(GraphAttributes.ofNodes, GraphAttributes.values(node))
    return (.whole, (number == 0 ? "\n" : ",\n") + JSONLine.object(members))
  }

  var betweenNodesAndEdges: [Piece] { [(.whole, "\n],\n\"edges\": [")] }

  func edge(_ edge: ExchangeEdge, number: Int) -> Piece {
    let members =
      [
        ("source", Optional(JSONLine.string(edge.source))), ("target", JSONLine.string(edge.target)),
        ("key", JSONLine.string(edge.kind.rawValue)), ("directed", edge.kind.isDirected ? "true" : "false"),
      ] + Self.members(GraphAttributes.ofEdges, GraphAttributes.values(edge))
    return (.whole, (number == 0 ? "\n" : ",\n") + JSONLine.object(members))
  }

  var foot: [Piece] { [(.whole, "\n]}\n")] }

  private static func members(
    _ attributes: [(name: String, type: GraphAttributes.Kind)], _ values: [AttributeValue?]
  ) -> [(String, String?)] {
    zip(attributes, values).map { (GraphMLSyntax.name($0.name), $1?.json) }
  }
}
