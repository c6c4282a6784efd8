import Diagrams
import Testing

@Suite struct LayoutEngineTests {
  @Test func `fdp is refused and the others are listed`() {
    #expect(throws: DiagramError.self) { try LayoutEngine(named: "fdp") }
    let message = #expect(throws: DiagramError.self) { try LayoutEngine(named: "noato") }?.description ?? ""
    #expect(message.contains("Did you mean 'neato'?"))
    #expect(message.contains("dot, neato, sfdp, circo, twopi"))
  }
}
