/// How a diagram is drawn.
public struct DiagramStyle: Hashable, Sendable {
  /// What colours a picture has.
  public enum Theme: String, CaseIterable, Sendable {
    /// Light, and dark where the reader's system asks for it (`prefers-color-scheme`).
    case automatic
    case light, dark
    /// For print in black: polarity is told by arrowhead, sign and lightness alone.
    case greyscale
    /// Blue against yellow-brown, far apart in lightness too: for readers who see no red or no green, and for
    /// projectors that wash out hues.
    case colourblind

    /// What a person calls it; American spelling and short forms are understood as well.
    public init?(named name: String) {
      switch name.lowercased() {
      case "auto", "automatic": self = .automatic
      case "light": self = .light
      case "dark": self = .dark
      case "grey", "gray", "greyscale", "grayscale": self = .greyscale
      case "colourblind", "colorblind", "colour-blind", "color-blind": self = .colourblind
      default: return nil
      }
    }

    /// The name to list.
    public var name: String {
      switch self {
      case .automatic: "auto"
      case .greyscale: "grey"
      case .light, .dark, .colourblind: rawValue
      }
    }
  }

  /// Which way the ranks of `dot` run.
  public enum Direction: String, CaseIterable, Sendable {
    case down = "TB"
    case right = "LR"
  }

  /// What a diagram is drawn as.
  public enum Presentation: String, CaseIterable, Sendable {
    /// Nodes and lines.
    case links
    /// A table of who holds what of whom, for what is too dense to draw as links.
    case matrix
    /// The diagram's panels as small pictures side by side.
    case panels
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
  /// Chosen by how wide the ranks would be where nil.
  public var direction: Direction?
  public var edgeLabels: LabelDisplay
  public var presentation: Presentation
  /// Whether the picture is to stand in a page whose script changes it: the signs and words beside a line, and the
  /// cells of a table, then name their edge (`data-of="e3"`), the head is a group of its own that says how high it is,
  /// and there is no style attribute, which a strict content policy refuses.
  public var isExplorable = false

  public init(
    theme: Theme = .automatic, usesStyleSheet: Bool = true, idPrefix: String? = nil, engine: LayoutEngine? = nil,
    direction: Direction? = nil, edgeLabels: LabelDisplay = .automatic,
    presentation: Presentation = .links
  ) {
    self.theme = theme
    self.usesStyleSheet = usesStyleSheet
    self.idPrefix = idPrefix
    self.engine = engine
    self.direction = direction
    self.edgeLabels = edgeLabels
    self.presentation = presentation
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
