/// Writes a laid-out figure as SVG to be set into a page.
///
/// There is no prolog, every id begins with the figure's prefix, and all that comes from outside is escaped. Colours
/// are presentation attributes, which any reader of SVG understands; where the style allows a style sheet, its
/// variables lie over them, so that a page can set its own and a dark system gets dark colours.
struct SVGWriter {
  let figure: Figure
  let layout: DiagramLayout
  let palette: Palette
  let prefix: String
  /// What the ids of nodes and edges begin with: the prefix, or in a panel the panel's.
  let scope: String
  let content: Content
  private let attributes: PaintAttributes
  /// Colour roles that a style sheet must cover: a bit for each role's ordinal.
  var usedFills: UInt32 = 0
  var usedStrokes: UInt32 = 0
  /// Those of them that marks use.
  var markFills: UInt32 = 0
  var markStrokes: UInt32 = 0
  /// Drawings that recur, by name.
  var definitions: [String: String] = [:]

  static let margin = 26.0
  /// No narrower, so that title and legend have room.
  private static let leastContentWidth = 430.0

  /// What stands between title and legend.
  typealias Content = DiagramStyle.Presentation

  init(figure: Figure, layout: DiagramLayout, content: Content? = nil, panel: Int? = nil) {
    self.content = content ?? figure.style.presentation
    self.scope = figure.idPrefix + (panel.map { "-p\($0)" } ?? "")
    self.figure = figure
    self.layout = layout
    self.palette = .base(of: figure.style.theme)
    self.attributes = PaintAttributes(palette)
    self.prefix = figure.idPrefix
  }

  mutating func svg() -> String {
    let drawing =
      switch content {
      case .links: drawing()
      case .matrix: matrixDrawing()
      case .panels: panelsDrawing()
      }
    let bounds = drawing.bounds ?? Rectangle(minX: 0, minY: 0, maxX: 0, maxY: 0)
    let contentWidth = max(bounds.width, Self.leastContentWidth).rounded(.up)
    let width = contentWidth + 2 * Self.margin
    var y = Self.margin
    var body = header(width: contentWidth, y: &y)
    if drawing.bounds != nil {
      let left = Self.margin + (contentWidth - bounds.width) / 2 - bounds.minX
      body += "<g transform=\"translate(\(decimal(left)) \(decimal(y - bounds.minY)))\">\n\(drawing.svg)</g>\n"
      y += bounds.height
    } else {
      y += 4
      body += text(["Nothing to show."], x: Self.margin, y: y + 12, size: 12, role: .muted) + "\n"
      y += 16
    }
    body += footer(width: contentWidth, y: &y)
    let height = (y + Self.margin - 4).rounded(.up)

    let card =
      "<rect width=\"\(decimal(width))\" height=\"\(decimal(height))\" rx=\"6\"\(paint(fill: .ground))/>\n"
    var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\(prefix)\""
    svg += " viewBox=\"0 0 \(decimal(width)) \(decimal(height))\""
    svg += " width=\"\(decimal(width))\" height=\"\(decimal(height))\""
    if figure.style.usesStyleSheet && !figure.style.isExplorable { svg += " style=\"max-width:100%;height:auto\"" }
    svg += " role=\"graphics-document document\" aria-labelledby=\"\(prefix)-t \(prefix)-d\""
    svg += " font-family=\"Helvetica,Arial,'Liberation Sans',sans-serif\">\n"
    let title = DisplayText.line(figure.diagram.title)
    svg += "<title id=\"\(prefix)-t\">\(escapedXML(title.isEmpty ? "Relationship diagram" : title))</title>\n"
    svg += "<desc id=\"\(prefix)-d\">\(escapedXML(description))</desc>\n"
    if figure.style.usesStyleSheet { svg += "<style>\(styleSheet)</style>" }
    return svg + definitionsPart + card + body + "</svg>\n"
  }

  // MARK: - Paint

  /// Fill and stroke as attributes, with the classes that a style sheet hangs on.
  mutating func paint(fill: ColourRole?, stroke: ColourRole? = nil) -> String {
    fill == nil ? " fill=\"none\"" + paint(stroke: stroke) : painted(fill: fill, stroke: stroke)
  }

  /// A stroke alone, for what inherits its fill.
  mutating func paint(stroke: ColourRole?) -> String { painted(fill: nil, stroke: stroke) }

  private mutating func painted(fill: ColourRole?, stroke: ColourRole?) -> String {
    var text = ""
    if let fill { text += attributes.fills[fill.ordinal] }
    if let stroke { text += attributes.strokes[stroke.ordinal] }
    guard figure.style.usesStyleSheet else { return text }
    if let fill {
      usedFills |= 1 << fill.ordinal
      text += " class=\""
      text += attributes.fillClasses[fill.ordinal]
      if stroke == nil { text += "\"" }
    }
    if let stroke {
      usedStrokes |= 1 << stroke.ordinal
      text += fill == nil ? " class=\"" : " "
      text += attributes.strokeClasses[stroke.ordinal]
      text += "\""
    }
    return text
  }

  private var styleSheet: String {
    let roles = ColourRole.allCases.filter { (usedFills | usedStrokes) & 1 << $0.ordinal != 0 }
    func variables(_ palette: Palette) -> String {
      "#\(prefix){" + roles.map { "--\($0.rawValue):\(palette[$0].hex)" }.joined(separator: ";") + "}"
    }
    var sheet = variables(palette)
    if figure.style.theme == .automatic {
      sheet += "@media(prefers-color-scheme:dark){\(variables(.dark))}"
    }
    for role in roles {
      for (name, property, used) in [
        (role.fillClass, "fill", usedFills), (role.strokeClass, "stroke", usedStrokes),
      ] where used & 1 << role.ordinal != 0 {
        // Marks by the beginning of their ids: within a `use` they stand alone, and what is around their definition does
        // not count.
        let isMarks = property == "fill" ? markFills : markStrokes
        let scope = isMarks & 1 << role.ordinal != 0 ? "[id|=\(prefix)]" : "#\(prefix)"
        sheet += "\(scope) .\(name){\(property):var(--\(role.rawValue))}"
      }
    }
    return sheet
  }

  // MARK: - Text

  /// Lines of text, the first with its baseline at `y`. The text must be fit for display already.
  mutating func text(
    _ lines: [String], x: Double, y: Double, size: Double? = nil, leading: Double = 0, role: ColourRole?,
    anchor: String = "", isBold: Bool = false
  ) -> String {
    var attributes = " x=\"\(decimal(x))\" y=\"\(decimal(y))\""
    if let size { attributes += " font-size=\"\(decimal(size))\"" }
    if !anchor.isEmpty { attributes += " text-anchor=\"\(anchor)\"" }
    if isBold { attributes += " font-weight=\"bold\"" }
    if let role { attributes += paint(fill: role) }
    return "<text\(attributes)>\(content(of: lines, x: x, leading: leading))</text>"
  }

  /// Lines that stay readable on top of others, in a group with `haloAttributes`.
  mutating func haloed(
    _ lines: [String], x: Double, y: Double, leading: Double, leadsBold: Bool = false
  ) -> String {
    let place = " x=\"\(decimal(x))\" y=\"\(decimal(y))\""
    let content = content(of: lines, x: x, leading: leading, leadsBold: leadsBold)
    if figure.style.usesStyleSheet { return "<text\(place)>\(content)</text>" }
    // Not every reader knows `paint-order`: there the halo is a text of its own underneath.
    return "<text\(place)\(paint(fill: .ground))>\(content)</text>"
      + "<text\(place)\(paint(fill: .ink)) stroke=\"none\">\(content)</text>"
  }

  var haloAttributes: String {
    mutating get {
      paint(fill: .ink, stroke: .ground) + " stroke-width=\"3.5\" stroke-linejoin=\"round\""
        + (figure.style.usesStyleSheet ? " paint-order=\"stroke\"" : "")
    }
  }

  private func content(of lines: [String], x: Double, leading: Double, leadsBold: Bool = false) -> String {
    var content = escapedXML(lines.first ?? "")
    if leadsBold { content = "<tspan font-weight=\"bold\">\(content)</tspan>" }
    for line in lines.dropFirst() {
      content += "<tspan x=\"\(decimal(x))\" dy=\"\(decimal(leading))\">\(escapedXML(line))</tspan>"
    }
    return content
  }

  // MARK: - Parts

  private mutating func header(width: Double, y: inout Double) -> String {
    var part = ""
    let diagram = figure.diagram
    let title = LineBreaking.lines(
      of: DisplayText.line(diagram.title, limit: 400), width: width, size: 18, isBold: true, maximumLines: 3)
    if !title.isEmpty {
      part += text(title, x: Self.margin, y: y + 15, size: 18, leading: 22, role: .ink, isBold: true) + "\n"
      y += Double(title.count) * 22
    }
    let subtitle = LineBreaking.lines(
      of: DisplayText.line(diagram.subtitle, limit: 400), width: width, size: 11, maximumLines: 3)
    if !subtitle.isEmpty {
      part += text(subtitle, x: Self.margin, y: y + 12, size: 11, leading: 15, role: .muted) + "\n"
      y += Double(subtitle.count) * 15
    }
    if !part.isEmpty { y += 22 }
    guard figure.style.isExplorable, !part.isEmpty else { return part }
    return "<g data-part=\"head\" data-height=\"\(decimal(y - Self.margin))\">\(part)</g>\n"
  }

  /// A part that belongs to an edge, without being its line, for a script to find.
  func owned(_ part: String, by edge: Int) -> String {
    figure.style.isExplorable ? "<g data-of=\"e\(edge)\">\(part)</g>" : part
  }

  /// Clusters, then lines, then nodes, then signs and words, so that nothing lies under a line that is to be read.
  ///
  /// - Returns: The parts in the layout's own coordinates, and what they cover: nil where there is nothing. Lines may
  ///   swing out of the box that the layout engine gave.
  mutating func drawing() -> (svg: String, bounds: Rectangle?) {
    let edges = edgeParts()
    let clusters = clusterParts()
    let svg = clusters.frames + edges.lines + nodeParts() + clusters.titles + edges.labels
    let boxes =
      figure.diagram.nodes.indices.compactMap { node($0)?.box }
      + (layout.engine == .dot ? layout.clusters.values.map(\.frame) : []) + edges.covered
    guard let first = boxes.first else { return (svg, nil) }
    return (svg, boxes.reduce(first) { $0.union($1) })
  }

  /// Frames to lie below the lines, and titles to lie above them.
  private mutating func clusterParts() -> (frames: String, titles: String) {
    // The other engines scatter the members, and a frame around them would hold strangers.
    guard layout.engine == .dot, !figure.diagram.clusters.isEmpty else { return ("", "") }
    var part = ""
    var titles = ""
    for (index, cluster) in figure.diagram.clusters.enumerated() {
      guard let placed = layout.clusters[DotWriter.clusterName(index)] else { continue }
      let frame = placed.frame
      let label = DisplayText.line(cluster.label, limit: 80)
      part += "<g id=\"\(scope)-c\(index)\" role=\"group\"><title>\(escapedXML(label))</title>"
      part += "<rect x=\"\(decimal(frame.minX))\" y=\"\(decimal(frame.minY))\" width=\"\(decimal(frame.width))\""
      part += " height=\"\(decimal(frame.height))\" rx=\"8\"\(paint(fill: .tint, stroke: .hairline))/>"
      if let box = placed.label {
        titles += haloed([label], x: frame.minX + 12, y: box.center.y + 3.5, leading: 0) + "\n"
      }
      part += "</g>\n"
    }
    let group = "<g font-weight=\"bold\" font-size=\"\(decimal(Figure.labelSize))\"\(haloAttributes)>\n\(titles)</g>\n"
    return (part, group)
  }

  /// A sentence or two in place of the picture.
  private var description: String {
    let given = DisplayText.line(figure.diagram.summary)
    return given.isEmpty ? DiagramSummary.text(of: figure.diagram) : given
  }
}
