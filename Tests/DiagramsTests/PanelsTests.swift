import TestSupport
import Testing

@testable import Diagrams

@Suite struct PanelsTests {
  private static var diagram: Diagram {
    var diagram = Fixtures.everything
    let edges = diagram.edges.filter(\.kind.isSigned)
    var weaker = edges[0]
    weaker.weight = -0.2
    diagram.panels = [
      .init(title: "2019", subtitle: "1 tie", edges: [weaker]), .init(title: "2020", subtitle: "no ties", edges: []),
      .init(title: "2021", subtitle: "all", edges: edges),
    ]
    return diagram
  }

  private static let style = DiagramStyle(presentation: .panels)

  private func elements(_ diagram: Diagram) throws -> [XMLReader.Element] {
    try XMLReader.elements(of: try Fixtures.svg(diagram, style: Self.style))
  }

  @Test func `every node has the same place in every panel`() throws {
    let elements = try elements(Self.diagram)
    for index in Self.diagram.nodes.indices {
      let nodes = elements.filter { $0.attributes["id"]?.hasSuffix("-n\(index)") ?? false }
      #expect(nodes.count == 3)
    }
    let svg = try Fixtures.svg(Self.diagram, style: Self.style)
    // The outline of the first node, wherever it is drawn.
    let outlines = svg.split(separator: "\n").filter { $0.contains("-n0\" ") }
      .map { $0.split(separator: "<rect")[1].split(separator: ">")[0] }
    #expect(outlines.count == 3 && Set(outlines).count == 1)
  }

  @Test func `a panel has its own ties, and pale what it does not tie`() throws {
    let elements = try elements(Self.diagram)
    let ties = elements.filter { $0.attributes["data-weight"] != nil }.compactMap { $0.attributes["id"] }
    #expect(ties.filter { $0.contains("-p0-") }.count == 1)
    #expect(ties.filter { $0.contains("-p1-") }.isEmpty)
    #expect(ties.filter { $0.contains("-p2-") }.count == 4)
    let weight = elements.first { $0.attributes["id"]?.hasSuffix("-p0-e0") ?? false }?.attributes["data-weight"]
    #expect(weight == "-0.2")
    let pale = elements.filter { $0.attributes["id"]?.contains("-p1-n") ?? false && $0.attributes["opacity"] != nil }
    #expect(pale.count == Self.diagram.nodes.count)
  }

  @Test func `ids are unique over all panels`() throws {
    let ids = try elements(Self.diagram).compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test func `panels keep to the edges of their diagram`() {
    var unknown = Self.diagram
    unknown.panels[0].edges[0].id = "none"
    #expect(throws: DiagramError.unknownPanelEdge(id: "none", inPanel: "2019")) {
      try Figure(unknown, style: Self.style)
    }
    var twice = Self.diagram
    twice.panels[2].edges.append(twice.panels[2].edges[0])
    #expect(throws: DiagramError.self) { try Figure(twice, style: Self.style) }
  }

  @Test func `without panels there is nothing to show`() throws {
    #expect(try Fixtures.svg(Fixtures.everything, style: Self.style).contains("Nothing to show."))
  }

  @Test func `what changed is told by more than colour`() throws {
    var diagram = Fixtures.everything
    for (index, change) in Diagram.Change.allCases.enumerated() { diagram.edges[index].change = change }
    let svg = try Fixtures.svg(diagram)
    for mark in ["new", "gone", "turned"] {
      #expect(svg.contains("<tspan font-weight=\"bold\">\(mark)</tspan>"))
    }
    for change in Diagram.Change.allCases { #expect(svg.contains("data-change=\"\(change.rawValue)\"")) }
    for label in ["new</text>", "gone</text>", "sign turned</text>", "unchanged</text>"] {
      #expect(svg.contains(label))
    }
    #expect(svg.contains("stroke-linecap=\"round\"/>"))
    #expect(try Fixtures.svg(Fixtures.everything).contains("unchanged") == false)
  }

  @Test func `ranks too wide for a page run sideways`() throws {
    func star(_ count: Int) throws -> Figure {
      let officials = (0..<count).map { Diagram.Node(id: "o\($0)", label: "Official \($0)", kind: .official) }
      return try Figure(
        Diagram(
          nodes: officials + [.init(id: "p", label: "Pact", kind: .agreement)],
          edges: officials.map { .init(id: $0.id, source: $0.id, target: "p", kind: .stance) }),
        style: .init(engine: .dot))
    }
    #expect(try star(4).direction == .down)
    #expect(try star(14).direction == .right)
    // A cycle has ranks too.
    let faces = try star(3).faces
    let cycle = RankEstimate(faces: faces, ends: [(0, 1), (1, 2), (2, 0), (2, 3), (3, 3)])
    #expect(cycle.count == 4)
  }

  @Test func `small nodes have short names`() {
    var node = Diagram.Node(
      id: "x", label: "General Security of Military Information Agreement", kind: .agreement, subtitle: "y")
    let long = NodeFace(small: node)
    #expect(long.titleLines.count == 1 && long.titleLines[0].hasSuffix("…") && long.detailLines.isEmpty)
    node.shortLabel = "GSOMIA"
    #expect(NodeFace(small: node).titleLines == ["GSOMIA"])
  }
}
