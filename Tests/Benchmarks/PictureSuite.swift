import CGraphviz
import Entente
import Foundation

/// How fast a diagram is drawn, and what Entente adds to Graphviz's own time.
enum PictureSuite {
  static func run(_ settings: Settings) async throws -> [Measurement] {
    var measurements: [Measurement] = []
    for (nodes, edges, engine, repetitions) in [
      (20, 30, LayoutEngine.dot, 100), (200, 318, .dot, 3), (200, 318, .neato, 3),
    ] {
      var watch = settings.stopwatch
      watch.repetitions *= repetitions
      let figure = try Figure(diagram(nodes: nodes, edges: edges), style: DiagramStyle(engine: engine))
      measurements += try await draw(figure, "\(nodes) nodes, \(engine.rawValue)", watch)
    }
    let small = try Figure(diagram(nodes: 9, edges: 11))
    let svg = small.svg(try await GraphvizRenderer.shared.layout(small.dot, engine: small.engine).value)
    measurements.append(
      Measurement(
        "pictures/SVG of 9 nodes and 11 edges", Double(svg.utf8.count) / 1000, "KB",
        note: "with legend, roles and titles, and dark mode"))
    if let bytes = try Memory.growth(.pictures) {
      measurements.append(Measurement("pictures/growth over 1,000 pictures of 20 nodes", bytes / 1e6, "MB"))
    }
    return measurements
  }

  private static func draw(_ figure: Figure, _ size: String, _ watch: Stopwatch) async throws -> [Measurement] {
    let renderer = GraphvizRenderer.shared
    let svg = figure.svg(try await renderer.layout(figure.dot, engine: figure.engine).value)
    let note = "\(figure.diagram.edges.count) edges, layout \(figure.engine.rawValue), \(svg.utf8.count) bytes of SVG"
    // Each round does one of each, so that what else the machine does falls on all of them alike.
    var laps: [[Lap]] = [[], [], [], []]
    for round in 0..<(watch.warmUps + watch.repetitions) {
      let layout = try await renderer.layout(figure.dot, engine: figure.engine).value
      let times = [
        try await BareGraphviz.layoutTime(figure),
        await Lap.time { keep(figure.svg(layout)) },
        try await Lap.time {
          keep(figure.svg(try await renderer.layout(figure.dot, engine: figure.engine).value))
        },
        try await Lap.time {
          let figure = try Figure(figure.diagram, style: figure.style)
          keep(figure.svg(try await renderer.layout(figure.dot, engine: figure.engine).value))
        },
      ]
      guard round >= watch.warmUps else { continue }
      for (index, time) in times.enumerated() { laps[index].append(time) }
    }
    let samples = laps.map { Samples($0) }
    var single = watch
    single.repetitions = max(5, watch.repetitions / 20)
    let share = samples[2].processor.map { 100 * ($0 / (samples[0].processor ?? $0) - 1) } ?? 0
    var measurements = [
      Measurement("pictures/\(size), layout by libgvc alone", samples[0], note: note),
      Measurement("pictures/\(size), layout to SVG", samples[1], note: note),
      Measurement("pictures/\(size), DOT to SVG", samples[2], note: note),
      Measurement("pictures/\(size), diagram to SVG", samples[3], note: note),
      Measurement(
        "pictures/\(size), what reading, listing and drawing add to libgvc's layout", share, "%",
        note: "by processor time"),
      Measurement(
        "pictures/\(size), DOT to SVG within a deadline",
        try await single.time {
          keep(figure.svg(try await renderer.layout(figure.dot, engine: figure.engine, limits: .init()).value))
        }, note: "layout in a process of its own"),
    ]
    if var program = try await dotProgram(figure, single) {
      program.benchmark = "pictures/\(size), DOT to SVG"
      measurements.append(program)
    }
    return measurements
  }

  /// The `dot` program on the same text; nil where it is not installed.
  private static func dotProgram(_ figure: Figure, _ watch: Stopwatch) async throws -> Measurement? {
    guard let program = ChildProcess.path(of: "dot") else { return nil }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("entente-bench-\(UUID().uuidString).dot")
    try Data(figure.dot.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let samples = try await watch.time {
      keep(try ChildProcess.output(of: program, ["-Tsvg", "-K\(figure.engine.rawValue)", file.path]))
    }
    var measurement = Measurement("", samples, note: "a process for each picture")
    measurement.processor = nil  // It was another process that worked.
    measurement.program = "dot program \(try await GraphvizRenderer.shared.version())"
    return measurement
  }

  /// Prints by how many bytes the process grows over a thousand pictures, after some for warming up.
  static func printGrowth() async throws {
    let figure = try Figure(diagram(nodes: 20, edges: 30), style: DiagramStyle(engine: .dot))
    func draw(_ count: Int) async throws {
      for _ in 0..<count {
        keep(figure.svg(try await GraphvizRenderer.shared.layout(figure.dot, engine: figure.engine).value))
      }
    }
    try await draw(100)
    guard let before = Machine.residentBytes() else { return }
    try await draw(1000)
    if let after = Machine.residentBytes() { print(after - before) }
  }

  /// Countries, their officials and agreements, tied as in a scale-free network.
  private static func diagram(nodes: Int, edges: Int) -> Diagram {
    let network = ScaleFreeNetwork(nodes: nodes, edges: edges)
    var random = SplitMix64(seed: 7)
    let kinds: [Diagram.Node.Kind] = [.country, .country, .organization, .official, .official, .agreement]
    var diagram = Diagram(title: "Ties among \(nodes) actors", subtitle: "Made up", sourceLine: "Source: none")
    diagram.nodes = (0..<nodes).map { node in
      let kind = kinds[node % kinds.count]
      return Diagram.Node(
        id: "\(node)", label: "\(kind.rawValue.capitalized) \(node)", kind: kind,
        countryTag: kind == .official ? "XX" : nil, subtitle: kind == .official ? "Foreign Minister" : nil,
        status: kind == .agreement ? "in force" : nil)
    }
    diagram.edges = (0..<edges).map { edge in
      let isOpposed = random.below(3) == 0
      let weight = Double(random.below(90) + 10) / 100
      return Diagram.Edge(
        id: "\(edge)", source: "\(network.sources[edge])", target: "\(network.targets[edge])",
        kind: random.below(3) == 0 ? .cooperation : .stance, weight: isOpposed ? -weight : weight,
        isUnconfirmed: random.below(5) == 0, claimCount: 1 + random.below(9), sourceCount: 1 + random.below(4),
        label: isOpposed ? "criticized" : "met with")
    }
    return diagram
  }
}

/// Graphviz without Entente around it. To be used between the renderer's calls, never beside them.
private enum BareGraphviz {
  /// How long libgvc takes for the layout alone: the text is read before, and nothing is taken out after.
  static func layoutTime(_ figure: Figure) async throws -> Lap {
    guard let context = cgv_context_create(measure), let graph = figure.dot.withCString({ cgv_graph_read($0) }) else {
      throw ChildProcess.Failure(description: "libgvc did not read the text of a figure")
    }
    let time = await Lap.time { keep(cgv_graph_layout(context, graph, figure.engine.rawValue)) }
    cgv_graph_free_layout(context, graph)
    cgv_graph_close(graph)
    cgv_context_destroy(context)
    return time
  }
}

/// The same widths as the renderer's, so that the layout is the same work.
private func measure(_ text: UnsafePointer<UInt8>, _ count: Int, _ size: Double, _ isBold: Bool) -> Double {
  TextMetrics.width(ofUTF8: UnsafeBufferPointer(start: text, count: count), size: size, isBold: isBold)
}
