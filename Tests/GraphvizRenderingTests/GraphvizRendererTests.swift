import Diagrams
import GraphvizRendering
import Testing

@Suite struct GraphvizRendererTests {
  @Test func `lays out every node and every edge`() async throws {
    let figure = try Figure(Samples.gsomia)
    let layout = try await GraphvizRenderer.shared.layout(figure.dot, engine: figure.engine).value
    #expect(layout.nodes.count == Samples.gsomia.nodes.count)
    #expect(layout.edges.count == Samples.gsomia.edges.count)
    #expect(layout.edges.values.allSatisfy { $0.controlPoints.count >= 4 })
  }
}
