import Diagrams

/// A diagram with one of everything, and a layout of it made by hand.
enum Fixtures {
  static var everything: Diagram {
    Diagram(
      title: "A pact between two states", subtitle: "1–9 May 2021 · 4 texts", sourceLine: "Source: hand-made.",
      nodes: [
        .init(id: "a", label: "Aurelia", kind: .country, countryTag: "AU"),
        .init(id: "b", label: "Borduria", kind: .country),
        .init(id: "o", label: "Anna Ober", kind: .official, countryTag: "AU", subtitle: "Foreign Minister"),
        .init(id: "g", label: "Northern Council", kind: .organization, link: "https://example.org/council"),
        .init(id: "p", label: "Treaty of the Two Rivers", kind: .agreement, status: "in force"),
      ],
      edges: [
        .init(
          id: "1", source: "o", target: "p", kind: .stance, weight: 0.6, claimCount: 3, sourceCount: 2,
          label: "defends"),
        .init(id: "2", source: "b", target: "p", kind: .stance, weight: -0.5, isUnconfirmed: true),
        .init(id: "3", source: "a", target: "b", kind: .stance, weight: 0.01),
        .init(id: "4", source: "a", target: "b", kind: .cooperation, weight: 0.8),
        .init(id: "5", source: "o", target: "a", kind: .affiliation),
        .init(id: "6", source: "a", target: "p", kind: .party),
        .init(id: "7", source: "a", target: "g", kind: .membership),
      ],
      hidden: .init(nodes: 3, edges: 1, rule: "what is near the treaty"))
  }

  /// Nodes on a grid with straight lines between them, as an engine might give.
  static func layout(of figure: Figure, columns: Int = 3) -> DiagramLayout {
    var layout = DiagramLayout(engine: .dot, width: Double(columns) * 260, height: 480)
    var centers: [String: Point] = [:]
    for (index, node) in figure.diagram.nodes.enumerated() {
      let center = Point(x: 130 + Double(index % columns) * 260, y: 60 + Double(index / columns) * 180)
      centers[node.id] = center
      layout.nodes["n\(index)"] = Rectangle(center: center, width: 160, height: 40)
    }
    for (index, edge) in figure.diagram.edges.enumerated() {
      let (start, end) = (centers[edge.source]!, centers[edge.target]!)
      func between(_ share: Double) -> Point {
        Point(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
      }
      layout.edges["e\(index)"] = .init(controlPoints: [start, between(1 / 3), between(2 / 3), end])
    }
    return layout
  }

  static func svg(_ diagram: Diagram, style: DiagramStyle = DiagramStyle()) throws -> String {
    let figure = try Figure(diagram, style: style)
    return figure.svg(layout(of: figure))
  }
}
