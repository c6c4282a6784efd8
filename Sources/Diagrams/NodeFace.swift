/// What a node shows and how large it is: its lines, set, before it has a place.
struct NodeFace: Hashable {
  var titleLines: [String]
  /// In the small frame before the second line: "JP".
  var tag: String?
  var detailLines: [String]
  /// Of the widest line, as measured.
  var textWidth: Double
  var width: Double
  var height: Double
  var shape: NodeShape
  var isBold: Bool
  /// A name alone, for pictures side by side.
  var isSmall: Bool

  static let titleSize = 12.5
  static let smallTitleSize = 9.5
  static let titleLeading = 15.0
  static let detailSize = 9.5
  static let detailLeading = 12.0
  static let tagSize = 8.0
  static let iconSize = 15.0
  /// Between the outline and what it holds, left and right.
  static let padding = 11.0
  static let iconGap = 7.0
  private static let verticalPadding = 7.0
  /// The widest line before it is broken.
  private static let measure = 138.0
  /// Room beyond the measured width, for faces that run wider than Helvetica: bold ones all the more.
  private static let slack = 1.07
  private static let boldSlack = 1.12
  /// Widths come in steps, so that nodes of about one width have one width.
  private static let step = 6.0

  /// A name, an icon, and what else is known of the node.
  init(_ node: Diagram.Node) {
    shape = NodeShape(kind: node.kind)
    isBold = node.kind == .country
    isSmall = false
    let label = DisplayText.line(node.label, limit: 400)
    titleLines = LineBreaking.lines(
      of: label.isEmpty ? "?" : label, width: Self.measure, size: Self.titleSize, isBold: isBold, maximumLines: 3)
    let code = DisplayText.line(node.countryTag ?? "", limit: 3)
    tag = node.kind == .country || node.kind == .agreement || code.isEmpty ? nil : code
    let details = [node.subtitle, node.status].compactMap { $0 }.map { DisplayText.line($0, limit: 400) }
    let detail = details.filter { !$0.isEmpty }.joined(separator: " · ")
    let tagWidth = tag.map { Self.tagWidth($0) + 5 } ?? 0
    detailLines = LineBreaking.lines(
      of: detail, width: Self.measure + 12 - tagWidth, size: Self.detailSize, maximumLines: 2)

    textWidth = 0
    for line in titleLines {
      textWidth = max(textWidth, TextMetrics.width(of: line, size: Self.titleSize, isBold: isBold))
    }
    for line in detailLines {
      textWidth = max(textWidth, tagWidth + TextMetrics.width(of: line, size: Self.detailSize))
    }
    if detailLines.isEmpty { textWidth = max(textWidth, tagWidth) }
    let inner = Self.iconSize + Self.iconGap + textWidth * (isBold ? Self.boldSlack : Self.slack)
    width = (inner + 2 * Self.padding).roundedUp(toStep: Self.step)
    let secondLines = max(detailLines.count, tag == nil ? 0 : 1)
    height =
      2 * Self.verticalPadding + Double(titleLines.count) * Self.titleLeading + Double(secondLines)
      * Self.detailLeading
  }

  /// A short name in one line.
  init(small node: Diagram.Node) {
    shape = NodeShape(kind: node.kind)
    isBold = node.kind == .country
    isSmall = true
    let label = DisplayText.line(node.shortLabel ?? node.label, limit: 400)
    titleLines = LineBreaking.lines(
      of: label.isEmpty ? "?" : label, width: 84, size: Self.smallTitleSize, isBold: isBold, maximumLines: 1)
    detailLines = []
    textWidth = TextMetrics.width(of: titleLines[0], size: Self.smallTitleSize, isBold: isBold)
    width = (textWidth * (isBold ? Self.boldSlack : Self.slack) + 14).roundedUp(toStep: Self.step)
    height = 18
  }

  static func tagWidth(_ tag: String) -> Double {
    (TextMetrics.width(of: tag, size: tagSize, isBold: true) + 7).rounded()
  }
}

extension Double {
  /// The least multiple of `step` that is no less.
  func roundedUp(toStep step: Double) -> Double { (self / step).rounded(.up) * step }
}
