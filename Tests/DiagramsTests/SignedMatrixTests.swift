import TestSupport
import Testing

@testable import Diagrams

@Suite struct SignedMatrixTests {
  /// Two camps of three, friends inside and foes across, with ids that mix them.
  private static var camps: Diagram {
    let ids = ["a1", "b2", "a3", "b4", "a5", "b6"]
    var edges: [Diagram.Edge] = []
    for source in ids {
      for target in ids where source != target {
        edges.append(
          .init(
            id: source + target, source: source, target: target, kind: .stance,
            weight: source.first == target.first ? 0.6 : -0.6))
      }
    }
    return Diagram(nodes: ids.map { .init(id: $0, label: $0.uppercased(), kind: .country) }, edges: edges)
  }

  @Test func `friends are neighbours`() throws {
    let figure = try Figure(Self.camps)
    let matrix = SignedMatrix(diagram: figure.diagram, ends: figure.ends)
    let row = matrix.order.map { figure.diagram.nodes[$0].id.first! }
    #expect(row == ["a", "a", "a", "b", "b", "b"] || row == ["b", "b", "b", "a", "a", "a"])
    #expect(matrix.cells.count == 30 && matrix.breaks.isEmpty)
  }

  @Test func `clusters stand together, with a rule between them`() throws {
    var diagram = Self.camps
    diagram.clusters = [.init(id: "x", label: "X", nodes: ["a1", "b2"]), .init(id: "y", label: "Y", nodes: ["b6"])]
    let figure = try Figure(diagram)
    let matrix = SignedMatrix(diagram: figure.diagram, ends: figure.ends)
    #expect(matrix.breaks == [2, 3])
    #expect(Set(matrix.order.prefix(2).map { figure.diagram.nodes[$0].id }) == ["a1", "b2"])
  }

  @Test func `cooperation stands in both cells, ties of belonging in none`() throws {
    let figure = try Figure(Fixtures.everything)
    let matrix = SignedMatrix(diagram: figure.diagram, ends: figure.ends)
    #expect(matrix.order.count == 4)
    #expect(matrix.cells.count == 5)
  }

  @Test func `the table says what it shows`() throws {
    let svg = try Figure(Fixtures.everything).matrixSVG()
    let elements = try XMLReader.elements(of: svg)
    #expect(elements.count { $0.attributes["data-kind"] != nil } == 5)
    #expect(svg.contains(">row opposes column</text>") && svg.contains(">row supports column</text>"))
    #expect(try Figure(Diagram()).matrixSVG().contains("Nothing to show."))
    for text in HostileTextTests.corpus {
      _ = try XMLReader.elements(of: try Figure(HostileTextTests.diagram(text)).matrixSVG())
    }
    try expectGolden(svg, named: "everything-matrix.svg")
  }
}
