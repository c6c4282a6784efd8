/// A format that Graphviz draws by itself, without Entente's hand.
public enum NativeFormat: String, CaseIterable, Sendable {
  /// The graph with its positions, as DOT.
  case dot
  /// Graphviz's own SVG.
  case svg = "svg-graphviz"
  case png
  case pdf

  /// What Graphviz calls it.
  var graphvizName: String {
    switch self {
    case .dot: "dot"
    case .svg: "svg"
    case .png: "png"
    case .pdf: "pdf"
    }
  }

  /// Whether text is measured by the machine's fonts: to draw letters with them, or to give what the `dot` program
  /// gives on this machine.
  var usesMachineFonts: Bool { self != .dot }

  /// The format of that name.
  ///
  /// - Throws: `RenderingError.unknownFormat`, which lists what there is.
  public init(named name: String) throws(RenderingError) {
    guard let format = NativeFormat(rawValue: name) else { throw .unknownFormat(name: name) }
    self = format
  }

  /// "dot, svg-graphviz, png, pdf", for messages and help.
  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
