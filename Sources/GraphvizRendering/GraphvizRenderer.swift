import CGraphviz
public import Diagrams

/// Graphviz, one call at a time.
///
/// libgvc and libcgraph keep global state (string table, error level, random numbers, layout scratch), and two
/// threads in them crash the process even with a context each. So there is one renderer, `shared`, and it is an
/// actor: that is the process-wide lock. A host that uses libgvc by other ways as well must keep them apart itself.
///
/// Each call starts clean: what an earlier one reported or broke does not touch the next. Random seeds are set
/// before each layout, which also sets those of `rand` and `drand48` for the whole process.
public actor GraphvizRenderer {
  public static let shared = GraphvizRenderer()

  /// Measures by `TextMetrics`, so that the fonts of the machine move nothing.
  private var context: Context?
  /// Measures by the machine's fonts, for the formats that draw letters with them.
  private var nativeContext: Context?

  private init() {}

  /// A result with what Graphviz said on the way.
  public struct Output<Value: Sendable>: Sendable {
    public var value: Value
    public var diagnostics: [Diagnostic]
  }

  /// The bounds of a layout that a process of its own works on.
  public struct Limits: Hashable, Sendable {
    /// Seconds on the clock.
    public var seconds: Double
    /// Bytes that the layout may take.
    public var memory: Int

    public init(seconds: Double = 30, memory: Int = 2 << 30) {
      self.seconds = seconds
      self.memory = memory
    }
  }

  /// The version of the library: "2.43.0".
  public func version() throws(RenderingError) -> String { try ownContext().version }

  /// Lays out DOT text.
  ///
  /// - Parameters:
  ///   - dot: Text of a graph, whose own `layout` attribute does not count. Edges are known by their `id`.
  ///   - limits: Where given, the layout is worked out by a process of its own, which ends at the limits: Graphviz
  ///     cannot be interrupted.
  /// - Throws: `RenderingError.failed` with diagnostics where the text is no DOT or the engine gives up,
  ///   `.timedOut` or `.workerDied` at a limit.
  public func layout(
    _ dot: String, engine: LayoutEngine, limits: Limits? = nil
  ) throws(RenderingError) -> Output<DiagramLayout> {
    let context = try ownContext()
    let listing: [UInt8]
    var diagnostics: [Diagnostic] = []
    if let limits {
      listing = try context.geometryByWorker(dot, engine: engine, limits: limits)
    } else {
      listing = try context.laidOut(dot, engine: engine, diagnostics: &diagnostics) {
        (graph, _) throws(RenderingError) in
        graph.geometry()
      }
    }
    var reader = GeometryListing(listing)
    guard let layout = reader.layout(engine: engine) else {
      throw .failed(stage: .layout, diagnostics: diagnostics)
    }
    return Output(value: layout, diagnostics: diagnostics)
  }

  /// Draws DOT text in one of Graphviz's own formats.
  public func render(
    _ dot: String, engine: LayoutEngine, format: NativeFormat
  ) throws(RenderingError) -> Output<[UInt8]> {
    let context = try format.usesMachineFonts ? systemContext() : ownContext()
    var diagnostics: [Diagnostic] = []
    let bytes = try context.laidOut(dot, engine: engine, diagnostics: &diagnostics) {
      (graph, diagnostics) throws(RenderingError) in
      try graph.rendered(format, diagnostics: &diagnostics)
    }
    return Output(value: bytes, diagnostics: diagnostics)
  }

  private func ownContext() throws(RenderingError) -> Context {
    if let context { return context }
    let created = try Context(measuresByTextMetrics: true)
    context = created
    return created
  }

  private func systemContext() throws(RenderingError) -> Context {
    if let nativeContext { return nativeContext }
    let created = try Context(measuresByTextMetrics: false)
    nativeContext = created
    return created
  }
}

// MARK: - Handles

/// The width of a line for Graphviz, called back from C.
private func measure(
  _ text: UnsafePointer<UInt8>, _ count: Int, _ size: Double, _ isBold: Bool
) -> Double {
  let bytes = unsafe UnsafeBufferPointer(start: text, count: count)
  return unsafe TextMetrics.width(ofUTF8: bytes, size: size, isBold: isBold)
}

/// A Graphviz context. Confined to the renderer's actor, whose properties alone hold one.
private final class Context {
  private let handle: ContextHandle

  init(measuresByTextMetrics: Bool) throws(RenderingError) {
    // The tables of widths come to life here, not in a worker process that shares no locks.
    _ = TextMetrics.width(of: "x", size: 1)
    let width: cgv_text_width? = unsafe measuresByTextMetrics ? measure : nil
    guard let pointer = unsafe cgv_context_create(width) else {
      throw .unavailable(reason: "no context could be made.")
    }
    handle = unsafe ContextHandle(pointer: pointer)
  }

  var version: String { unsafe String(cString: cgv_context_version(handle.pointer)) }

  /// Reads and lays out a graph, and hands it to `body` while it stands.
  func laidOut(
    _ dot: String, engine: LayoutEngine, diagnostics: inout [Diagnostic],
    body: (borrowing Graph, inout [Diagnostic]) throws(RenderingError) -> [UInt8]
  ) throws(RenderingError) -> [UInt8] {
    guard !dot.utf8.contains(0) else { throw .nulInText }
    _ = takeDiagnostics(.reading)
    guard let pointer = unsafe dot.withCString({ unsafe cgv_graph_read($0) }) else {
      throw .failed(stage: .reading, diagnostics: takeDiagnostics(.reading))
    }
    let graph = unsafe Graph(pointer: pointer, context: handle.pointer)
    diagnostics += takeDiagnostics(.reading)
    guard graph.layOut(engine) else {
      throw .failed(stage: .layout, diagnostics: diagnostics + takeDiagnostics(.layout))
    }
    diagnostics += takeDiagnostics(.layout)
    return try body(graph, &diagnostics)
  }

  /// The geometry of a graph, worked out by a child process within limits.
  func geometryByWorker(
    _ dot: String, engine: LayoutEngine, limits: GraphvizRenderer.Limits
  ) throws(RenderingError) -> [UInt8] {
    guard !dot.utf8.contains(0) else { throw .nulInText }
    _ = takeDiagnostics(.reading)
    var output = unsafe cgv_bytes()
    let result = unsafe cgv_worker_geometry(
      handle.pointer, dot, engine.rawValue, limits.seconds, max(limits.memory, 0), &output)
    let bytes = unsafe taken(output)
    switch result {
    case CGV_WORKER_DONE: return bytes
    case CGV_WORKER_FAILED: throw .failed(stage: .layout, diagnostics: parsed(bytes, .layout))
    case CGV_WORKER_TIMED_OUT: throw .timedOut(engine: engine.rawValue, seconds: limits.seconds)
    case CGV_WORKER_DIED: throw .workerDied(engine: engine.rawValue)
    default: throw .unavailable(reason: "no process could be started.")
    }
  }
}

@safe private struct ContextHandle: ~Copyable {
  let pointer: OpaquePointer

  deinit { unsafe cgv_context_destroy(pointer) }
}

/// A graph read from DOT, with its layout once there is one.
@safe private struct Graph: ~Copyable {
  private let pointer: OpaquePointer
  private let context: OpaquePointer

  init(pointer: OpaquePointer, context: OpaquePointer) {
    unsafe self.pointer = pointer
    unsafe self.context = context
  }

  deinit {
    unsafe cgv_graph_free_layout(context, pointer)
    unsafe cgv_graph_close(pointer)
  }

  func layOut(_ engine: LayoutEngine) -> Bool { unsafe cgv_graph_layout(context, pointer, engine.rawValue) }

  func geometry() -> [UInt8] { unsafe taken(cgv_graph_geometry(pointer)) }

  func rendered(_ format: NativeFormat, diagnostics: inout [Diagnostic]) throws(RenderingError) -> [UInt8] {
    var output = unsafe cgv_bytes()
    let isDone = unsafe cgv_graph_render(context, pointer, format.graphvizName, &output)
    let bytes = unsafe taken(output)
    diagnostics += takeDiagnostics(.drawing)
    guard isDone else { throw .failed(stage: .drawing, diagnostics: diagnostics) }
    return bytes
  }
}

/// Copies bytes that C allocated, and frees them.
private func taken(_ bytes: cgv_bytes) -> [UInt8] {
  defer { unsafe cgv_bytes_free(bytes) }
  guard let start = unsafe bytes.bytes else { return [] }
  return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: bytes.count))
}

private func takeDiagnostics(_ stage: RenderingError.Stage) -> [Diagnostic] {
  unsafe parsed(taken(cgv_take_diagnostics()), stage)
}

/// One message a line, behind a letter for its level.
private func parsed(_ bytes: [UInt8], _ stage: RenderingError.Stage) -> [Diagnostic] {
  bytes.split(separator: 0x0A).map { line in
    let level: Diagnostic.Level = line.first == 0x57 ? .warning : .error
    let hasLevel = line.first == 0x57 || line.first == 0x45
    let text = String(decoding: hasLevel ? line.dropFirst() : line, as: UTF8.self)
    return Diagnostic(level: level, stage: stage, text: String(text.drop { $0 == " " }))
  }
}
