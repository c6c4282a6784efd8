/// How a diagram is drawn.
public struct DiagramStyle: Hashable, Sendable {
  /// What colours a picture has.
  public enum Theme: String, CaseIterable, Sendable {
    /// Light, and dark where the reader's system asks for it (`prefers-color-scheme`).
    case automatic
    case light, dark
    /// For print in black: polarity is told by arrowhead and sign alone.
    case greyscale
  }

  /// Which way the ranks of `dot` run.
  public enum Direction: String, CaseIterable, Sendable {
    case down = "TB"
    case right = "LR"
  }

  public enum LabelDisplay: String, CaseIterable, Sendable {
    /// Shown where there are few enough edges to read them.
    case automatic
    case always, never
  }

  public var theme: Theme
  /// False writes colours as literal attributes and no style sheet, for Word, LaTeX and Typst; `automatic` is
  /// then light.
  public var usesStyleSheet: Bool
  /// What every id of the picture begins with; made from its content where nil, so that two pictures in one page
  /// do not clash.
  public var idPrefix: String?
  /// Chosen by size where nil.
  public var engine: LayoutEngine?
  public var direction: Direction
  public var edgeLabels: LabelDisplay

  public init(
    theme: Theme = .automatic, usesStyleSheet: Bool = true, idPrefix: String? = nil, engine: LayoutEngine? = nil,
    direction: Direction = .down, edgeLabels: LabelDisplay = .automatic
  ) {
    self.theme = theme
    self.usesStyleSheet = usesStyleSheet
    self.idPrefix = idPrefix
    self.engine = engine
    self.direction = direction
    self.edgeLabels = edgeLabels
  }

  /// The most edges whose labels are shown when `edgeLabels` is `automatic`.
  static let mostLabelledEdges = 40

  func showsLabels(edges: Int) -> Bool {
    switch edgeLabels {
    case .always: true
    case .never: false
    case .automatic: edges <= Self.mostLabelledEdges
    }
  }
}
