import Diagrams
import GraphvizRendering
import TestSupport
import Testing

@Suite struct GraphvizRendererTests {
  let renderer = GraphvizRenderer.shared

  private func svg(_ diagram: Diagram, _ style: DiagramStyle = DiagramStyle()) async throws -> String {
    let figure = try Figure(diagram, style: style)
    return figure.svg(try await renderer.layout(figure.dot, engine: figure.engine).value)
  }

  @Test func `the founding case, as DOT`() throws {
    try expectGolden(try Figure(Samples.gsomia).dot, named: "gsomia.dot")
  }

  /// Another version of Graphviz may place nodes otherwise, so each has a picture of its own, and only those recorded
  /// are compared.
  @Test func `the founding case, as SVG`() async throws {
    let svg = try await svg(Samples.gsomia)
    _ = try XMLReader.elements(of: svg)
    if try await renderer.version() == "2.43.0" { try expectGolden(svg, named: "gsomia-2.43.svg") }
    #expect(svg.utf8.count < 24_000)
  }

  @Test(arguments: LayoutEngine.allCases)
  func `every node and edge has its place, and no node lies on another`(engine: LayoutEngine) async throws {
    let figure = try Figure(Samples.blocs(nodes: 40), style: .init(engine: engine))
    let output = try await renderer.layout(figure.dot, engine: engine)
    let layout = output.value
    #expect(output.diagnostics.isEmpty)
    #expect(layout.engine == engine && layout.nodes.count == 40)
    #expect(layout.edges.count == figure.diagram.edges.count)
    let boxes = layout.nodes.values.sorted { ($0.minX, $0.minY) < ($1.minX, $1.minY) }
    for (index, box) in boxes.enumerated() {
      #expect(box.minX >= -1 && box.minY >= -1 && box.maxX <= layout.width + 1 && box.maxY <= layout.height + 1)
      for other in boxes[(index + 1)...] {
        #expect(box.maxX <= other.minX || other.maxX <= box.minX || box.maxY <= other.minY || other.maxY <= box.minY)
      }
    }
  }

  @Test func `text is measured by the project's own metrics`() async throws {
    func room(_ text: String) async throws -> Double {
      let dot = "digraph { a -> b [id=e, label=\"\(text)\", fontsize=10, fontname=\"Helvetica\"] }"
      return try #require(try await renderer.layout(dot, engine: .dot).value.edges["e"]?.label).width
    }
    // Graphviz adds the same margin to each.
    let short = "x"
    for text in ["defends the pact", "Москва", "한국 日本", "iiiiiiii"] {
      let measured = TextMetrics.width(of: text, size: 10) - TextMetrics.width(of: short, size: 10)
      #expect(abs(try await room(text) - room(short) - measured) < 0.01)
    }
  }

  @Test func `the same bytes every time, whatever was drawn before`() async throws {
    var first: [String: String] = [:]
    var random = SeededGenerator(seed: 11)
    for round in 0..<60 {
      let engine = LayoutEngine.allCases.randomElement(using: &random)!
      let size = [5, 20, 40].randomElement(using: &random)!
      let svg = try await svg(Samples.blocs(nodes: size), .init(engine: engine))
      let key = "\(engine) \(size)"
      #expect(svg == first[key, default: svg], "\(key) in round \(round)")
      first[key] = svg
    }
  }

  @Test func `many at once give what one gives`() async throws {
    let alone = try await svg(Samples.gsomia)
    let all = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<40 { group.addTask { try await svg(Samples.gsomia) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all.count == 40 && all.allSatisfy { $0 == alone })
  }

  @Test(arguments: LayoutEngine.allCases)
  func `odd graphs give a sane picture`(engine: LayoutEngine) async throws {
    func nodes(_ count: Int) -> [Diagram.Node] {
      (0..<count).map { .init(id: "\($0)", label: "Country \($0)", kind: .country) }
    }
    func edges(_ pairs: [(Int, Int)], weight: Double = -0.5) -> [Diagram.Edge] {
      pairs.enumerated().map {
        .init(
          id: "\($0.offset)", source: "\($0.element.0)", target: "\($0.element.1)", kind: .stance, weight: weight,
          label: "says")
      }
    }
    let odd: [Diagram] = [
      Diagram(), Diagram(nodes: nodes(1)), Diagram(nodes: nodes(1), edges: edges([(0, 0)])),
      Diagram(nodes: nodes(2), edges: edges([(0, 0), (0, 1), (1, 0), (0, 1), (1, 1)])),
      Diagram(nodes: nodes(12), edges: edges([(0, 1), (2, 3), (4, 5)])),
      Diagram(nodes: nodes(8), edges: edges((0..<8).flatMap { a in (0..<8).map { (a, $0) } })),
    ]
    for diagram in odd {
      let svg = try await svg(diagram, .init(engine: engine, edgeLabels: .always))
      let groups = try XMLReader.elements(of: svg).filter { $0.attributes["data-kind"] != nil }
      #expect(groups.count == diagram.nodes.count + diagram.edges.count)
    }
  }

  @Test func `clusters are framed`() async throws {
    var diagram = Samples.gsomia
    diagram.clusters = [
      .init(id: "us", label: "United States", nodes: ["US", "milley", "esper"]),
      .init(id: "jp", label: "Japan", nodes: ["JP", "motegi", "abe", "kono"]),
    ]
    let figure = try Figure(diagram)
    #expect(figure.engine == .dot)
    let layout = try await renderer.layout(figure.dot, engine: .dot).value
    let frame = try #require(layout.clusters["cluster0"]?.frame)
    for (index, node) in figure.diagram.nodes.enumerated() {
      let center = layout.nodes["n\(index)"]!.center
      let isInside =
        center.x > frame.minX && center.x < frame.maxX && center.y > frame.minY && center.y < frame.maxY
      #expect(isInside == ["JP", "motegi", "abe", "kono"].contains(node.id))
    }
    _ = try XMLReader.elements(of: figure.svg(layout))
  }

  @Test func `a bad text is refused with its reason, and the next one is drawn`() async throws {
    let good = try await svg(Samples.gsomia)
    for bad in ["", "digraph {", "digraph { a -> ", "not a graph", "digraph { a [label=\"x] }", "}", "\u{1F4A9}"] {
      let error = await #expect(throws: RenderingError.self) { try await renderer.layout(bad, engine: .dot) }
      guard case .failed(.reading, let diagnostics) = error else {
        Issue.record("\(bad): \(String(describing: error))")
        continue
      }
      if bad.contains("->") { #expect(diagnostics.first?.level == .error) }
      #expect(try await svg(Samples.gsomia) == good)
    }
    await #expect(throws: RenderingError.nulInText) { try await renderer.layout("digraph { \u{0} }", engine: .dot) }
  }

  @Test func `a graph cannot choose its own engine`() async throws {
    let plain = try await renderer.layout("digraph { a -> b; b -> c; c -> a }", engine: .dot).value
    let stubborn = try await renderer.layout("digraph { layout=fdp; a -> b; b -> c; c -> a }", engine: .dot).value
    #expect(plain == stubborn)
  }

  @Test func `warnings come as values`() async throws {
    let output = try await renderer.layout("digraph { a [shape=nosuchshape] }", engine: .dot)
    #expect(output.diagnostics.map(\.level) == [.warning])
    #expect(output.diagnostics.first?.text.contains("nosuchshape") == true)
    #expect(try await renderer.layout("digraph { a }", engine: .dot).diagnostics.isEmpty)
  }

  @Test func `native formats are what they claim to be`() async throws {
    let figure = try Figure(Samples.gsomia)
    func bytes(_ format: NativeFormat) async throws -> [UInt8] {
      try await renderer.render(figure.dot, engine: figure.engine, format: format).value
    }
    #expect(try await bytes(.png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try await bytes(.pdf).starts(with: Array("%PDF".utf8)))
    #expect(String(decoding: try await bytes(.svg), as: UTF8.self).contains("<svg"))
    let dot = String(decoding: try await bytes(.dot), as: UTF8.self)
    #expect(dot.hasPrefix("digraph") && dot.contains("pos="))
  }

  @Test func `an unknown format lists what there is`() {
    let message = #expect(throws: RenderingError.self) { try NativeFormat(named: "gif") }?.description ?? ""
    #expect(message.contains("dot, svg-graphviz, png, pdf"))
    for format in NativeFormat.allCases { #expect((try? NativeFormat(named: format.rawValue)) == format) }
  }
}
