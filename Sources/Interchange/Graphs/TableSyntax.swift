import Diplomacy

/// A table of nodes and one of edges, with the headers that Neo4j's importer takes (`neo4j-admin database import`).
struct TableSyntax: GraphSyntax {
  func head(name: String) -> [Piece] {
    let nodes = ["id:ID"] + GraphAttributes.ofNodes.map { Self.header($0) } + [":LABEL"]
    let edges = [":START_ID", ":END_ID", ":TYPE"] + GraphAttributes.ofEdges.map { Self.header($0) }
    return [(.nodes, Self.line(nodes)), (.edges, Self.line(edges))]
  }

  private static func header(_ attribute: (name: String, type: GraphAttributes.Kind)) -> String {
    let name = GraphMLSyntax.name(attribute.name)
    switch attribute.type {
    case .string: return name
    case .double: return name + ":double"
    case .integer: return name + ":int"
    }
  }

  func node(_ node: ExchangeNode, number: Int) -> Piece {
    let label = node.actor.kind?.rawValue ?? "actor"
    return (
      .nodes,
      Self.line(
        [DelimitedText.cell(node.id)] + Self.cells(GraphAttributes.values(node)) + [
          label.prefix(1).uppercased() + label.dropFirst()
        ])
    )
  }

  var betweenNodesAndEdges: [Piece] { [] }

  func edge(_ edge: ExchangeEdge, number: Int) -> Piece {
    (
      .edges,
      Self.line(
        [DelimitedText.cell(edge.source), DelimitedText.cell(edge.target), edge.kind.rawValue.uppercased()]
          + Self.cells(GraphAttributes.values(edge)))
    )
  }

  var foot: [Piece] { [] }

  private static func cells(_ values: [AttributeValue?]) -> [String] {
    values.map { value in
      switch value {
      case .text(let text)?: DelimitedText.cell(text)
      case .texts?, .json?: DelimitedText.cell(value?.written ?? "")
      case .number?, .count?: value?.written ?? ""
      case nil: ""
      }
    }
  }

  private static func line(_ cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }
}
