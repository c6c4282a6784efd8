import Diagrams
import GraphvizRendering
import Testing

/// Layouts by a process of their own.
@Suite struct WorkerTests {
  let renderer = GraphvizRenderer.shared

  @Test(arguments: LayoutEngine.allCases)
  func `a worker gives what this process gives`(engine: LayoutEngine) async throws {
    let figure = try Figure(Samples.blocs(nodes: 30), style: .init(engine: engine))
    let here = try await renderer.layout(figure.dot, engine: engine).value
    let there = try await renderer.layout(figure.dot, engine: engine, limits: .init()).value
    #expect(here == there)
  }

  @Test func `the deadline ends what does not finish`() async throws {
    let dot = try Figure(Samples.blocs(nodes: 240), style: .init(engine: .dot)).dot
    await #expect(throws: RenderingError.timedOut(engine: "dot", seconds: 0.05)) {
      try await renderer.layout(dot, engine: .dot, limits: .init(seconds: 0.05))
    }
    let next = try await renderer.layout("digraph { a -> b }", engine: .dot, limits: .init())
    #expect(next.value.nodes.count == 2)
  }

  @Test func `the memory limit ends what takes too much`() async throws {
    // Reading it alone takes hundreds of megabytes: more than is allowed, and more than other tests of the process may have
    // taken and given back, which the worker may use without asking for any.
    let dot = "digraph {" + (0..<400_000).map { "n\($0) -> n\($0 + 1);" }.joined() + "}"
    let error = await #expect(throws: RenderingError.self) {
      try await renderer.layout(dot, engine: .sfdp, limits: .init(seconds: 60, memory: 1 << 20))
    }
    #expect(error == .workerDied(engine: "sfdp"))
    #expect(try await renderer.layout("digraph { a }", engine: .dot).value.nodes.count == 1)
  }

  @Test func `a bad text is refused with its reason`() async throws {
    let error = await #expect(throws: RenderingError.self) {
      try await renderer.layout("digraph { a -> ", engine: .dot, limits: .init())
    }
    guard case .failed(_, let diagnostics) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(diagnostics.first?.text.contains("syntax error") == true)
  }
}
