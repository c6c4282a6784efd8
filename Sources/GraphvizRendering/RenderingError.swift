/// Why a graph could not be laid out or drawn.
public enum RenderingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was under way.
  public enum Stage: String, Sendable {
    case reading, layout, drawing
  }

  case unknownFormat(name: String)
  case failed(stage: Stage, diagnostics: [Diagnostic])
  /// The graph holds a character that ends a C string.
  case nulInText
  case timedOut(engine: String, seconds: Double)
  /// The process that was laying out ended: out of memory, or a crash in the engine.
  case workerDied(engine: String)
  case unavailable(reason: String)
  /// What Graphviz knows nothing of, such as a table, was asked for in a format that only Graphviz draws.
  case notDrawnByGraphviz(format: String, isConvertible: Bool)

  /// Whether another engine may do what this one did not.
  public var isOfEffort: Bool {
    switch self {
    case .timedOut, .workerDied: true
    default: false
    }
  }

  public var description: String {
    switch self {
    case .unknownFormat(let name):
      "No format is called '\(name.prefix(60))'. Formats: svg, \(NativeFormat.names)."
    case .failed(let stage, let diagnostics):
      "Graphviz failed while \(stage == .layout ? "laying out" : stage.rawValue)"
        + (diagnostics.isEmpty
          ? ", and did not say why." : ": " + diagnostics.map(\.text).joined(separator: "; "))
    case .nulInText:
      "DOT text must not hold the character U+0000. Remove it."
    case .timedOut(let engine, let seconds):
      "The layout '\(engine)' was not done after \(Int(seconds.rounded(.up))) s. Show fewer nodes."
    case .workerDied(let engine):
      "The layout '\(engine)' ran out of memory or crashed. Show fewer nodes."
    case .unavailable(let reason):
      "Graphviz cannot be used: \(reason)"
    case .notDrawnByGraphviz(let format, let isConvertible):
      "Tables and series of small pictures are no graphs for Graphviz to draw as '\(format)'. Take svg"
        + (isConvertible ? ", or install librsvg's rsvg-convert." : ", png or pdf.")
    }
  }
}

/// What Graphviz reported while working.
public struct Diagnostic: Hashable, Sendable {
  public enum Level: String, Sendable {
    case warning, error
  }
  public var level: Level
  public var stage: RenderingError.Stage
  public var text: String

  public init(level: Level, stage: RenderingError.Stage, text: String) {
    self.level = level
    self.stage = stage
    self.text = text
  }
}
