import Diagrams
import Testing

@Suite struct LayoutEngineTests {
  private func message(_ name: String) -> String {
    #expect(throws: DiagramError.self) { try LayoutEngine(named: name) }?.description ?? ""
  }

  @Test func `every engine is known by its name`() throws {
    for engine in LayoutEngine.allCases { #expect(try LayoutEngine(named: engine.rawValue) == engine) }
  }

  @Test func `an unknown one lists what there is`() {
    #expect(message("noato").contains("Did you mean 'neato'?"))
    #expect(message("noato").contains("dot, neato, sfdp, circo, twopi"))
    #expect(!message("something else").contains("Did you mean"))
    #expect(message(String(repeating: "x", count: 100_000)).count < 300)
  }

  @Test func `fdp is refused with a reason`() {
    #expect(message("fdp").contains("refused") && message("fdp").contains("sfdp"))
  }

  @Test func `size decides where nothing is asked for`() {
    #expect(LayoutEngine.suggested(nodes: 12, edges: 20) == .dot)
    #expect(LayoutEngine.suggested(nodes: 60, edges: 90) == .neato)
    #expect(LayoutEngine.suggested(nodes: 60, edges: 90, hasClusters: true) == .dot)
    #expect(LayoutEngine.suggested(nodes: 5000, edges: 9000) == .sfdp)
  }
}
