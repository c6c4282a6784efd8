extension SVGWriter {
  private static let legendSize = 10.0
  private static let swatchWidth = 26.0
  private static let rowHeight = 20.0

  /// Legend, what is hidden, notes and source, below a rule.
  mutating func footer(width: Double, y: inout Double) -> String {
    var part = ""
    let items = legendItems
    let hidden = figure.diagram.hidden.map(DiagramSummary.hidden) ?? ""
    let source = DisplayText.line(figure.diagram.sourceLine, limit: 600)
    guard !items.isEmpty || !hidden.isEmpty || !source.isEmpty || !figure.diagram.notes.isEmpty else { return "" }
    y += 22
    part +=
      "<path d=\"M\(decimal(Self.margin)) \(decimal(y))h\(decimal(width))\"\(paint(fill: nil, stroke: .hairline))/>\n"
    y += 8
    if !items.isEmpty { part += legend(items, width: width, y: &y) }
    if !figure.diagram.notes.isEmpty { part += notes(width: width, y: &y) }
    for (line, role) in [(hidden, ColourRole.ink), (source, .muted)] where !line.isEmpty {
      let lines = LineBreaking.lines(of: line, width: width, size: 9.5, maximumLines: 4)
      part += text(lines, x: Self.margin, y: y + 14, size: 9.5, leading: 13, role: role) + "\n"
      y += Double(lines.count) * 13 + 3
    }
    return part
  }

  // MARK: - Legend

  /// What the legend explains: only what the picture has.
  private enum LegendItem {
    case node(Diagram.Node.Kind)
    case stance(Diagram.Polarity)
    case cooperation(Diagram.Polarity)
    case ties([Diagram.Edge.Kind])
    case unconfirmed
    case width
    case change(Diagram.Change)
    case unchanged

    func label(in content: SVGWriter.Content) -> String {
      switch self {
      case .stance(.supports) where content == .matrix: "row supports column"
      case .stance(.opposes) where content == .matrix: "row opposes column"
      case .width where content == .matrix: "size: strength"
      case .node(let kind): kind.word
      case .stance(.supports): "supports"
      case .stance(.opposes): "opposes"
      case .stance: "for and against"
      case .cooperation(.supports): "cooperation"
      case .cooperation(.opposes): "cooperation ended"
      case .cooperation: "cooperation, mixed"
      case .ties(let kinds): kinds.map(\.rawValue).joined(separator: ", ")
      case .unconfirmed: "unconfirmed"
      case .width: "width: strength"
      case .change(.appeared): "new"
      case .change(.vanished): "gone"
      case .change(.turned): "sign turned"
      case .unchanged: "unchanged"
      }
    }
  }

  private var legendItems: [LegendItem] {
    let edges = figure.diagram.edges
    var items: [LegendItem] = []
    for kind in Diagram.Node.Kind.allCases
    where content != .matrix && figure.diagram.nodes.contains(where: { $0.kind == kind }) {
      items.append(.node(kind))
    }
    for polarity in [Diagram.Polarity.supports, .opposes, .mixed] {
      if edges.contains(where: { $0.kind == .stance && $0.polarity == polarity }) { items.append(.stance(polarity)) }
    }
    for polarity in [Diagram.Polarity.supports, .opposes, .mixed] {
      if edges.contains(where: { $0.kind == .cooperation && $0.polarity == polarity }) {
        items.append(.cooperation(polarity))
      }
    }
    let ties = Diagram.Edge.Kind.allCases.filter { kind in !kind.isSigned && edges.contains { $0.kind == kind } }
    if !ties.isEmpty && content != .matrix { items.append(.ties(ties)) }
    if edges.contains(where: \.isUnconfirmed) { items.append(.unconfirmed) }
    if edges.contains(where: { $0.kind.isSigned }) { items.append(.width) }
    for change in Diagram.Change.allCases where edges.contains(where: { $0.change == change }) {
      items.append(.change(change))
    }
    if edges.contains(where: { $0.change != nil }), edges.contains(where: { $0.change == nil }) {
      items.append(.unchanged)
    }
    return items
  }

  /// Items in columns of one width, so that rows stand under each other.
  private mutating func legend(_ items: [LegendItem], width: Double, y: inout Double) -> String {
    let widest = items.map { TextMetrics.width(of: $0.label(in: content), size: Self.legendSize) }.max() ?? 0
    let column = Self.swatchWidth + 7 + widest * 1.04 + 18
    let most = max(1, min(items.count, Int((width + 18) / column)))
    // Rows of about one length, rather than a last one with a single item.
    let rows = (items.count + most - 1) / most
    let columns = (items.count + rows - 1) / rows
    var part = "<g aria-hidden=\"true\" font-size=\"\(decimal(Self.legendSize))\"\(paint(fill: .ink))>\n"
    for (place, item) in items.enumerated() {
      let x = Self.margin + Double(place % columns) * column
      let middle = y + Double(place / columns) * Self.rowHeight + Self.rowHeight / 2
      part += swatch(item, x: x, y: middle)
      part += text([item.label(in: content)], x: x + Self.swatchWidth + 7, y: middle + 3.5, role: nil) + "\n"
    }
    y += Double(rows) * Self.rowHeight + 4
    return part + "</g>\n"
  }

  private mutating func swatch(_ item: LegendItem, x: Double, y: Double) -> String {
    switch item {
    case .node(let kind):
      let box = Rectangle(center: Point(x: x + Self.swatchWidth / 2, y: y), width: Self.swatchWidth, height: 15)
      let (fill, stroke, _, _) = colours(of: kind)
      let shape = NodeShape(kind: kind).element(in: box) + paint(fill: fill, stroke: stroke) + "/>"
      return content == .panels
        ? shape : shape + icon(kind, x: box.center.x - 5.25, y: y - 5.25, scale: 0.7)
    case .stance(let polarity): return lineSwatch(.stance, polarity, x: x, y: y)
    case .cooperation(let polarity): return lineSwatch(.cooperation, polarity, x: x, y: y)
    case .ties:
      return "<path d=\"M\(decimal(x)) \(decimal(y))h\(decimal(Self.swatchWidth))\"\(paint(fill: nil, stroke: .tie))/>"
    case .unconfirmed where content == .matrix:
      let box = Rectangle(center: Point(x: x + Self.swatchWidth / 2, y: y), width: 14, height: 14)
      return NodeShape.block.element(in: box) + paint(fill: .ground, stroke: .ink) + " stroke-dasharray=\"3 2\"/>"
    case .width where content == .matrix:
      return [(4.0, 2.5), (11, 4), (20.5, 5.5)].map { offset, radius in
        let square = "M\(decimal(x + offset - radius)) \(decimal(y - radius))h\(decimal(2 * radius))"
        return "<path d=\"\(square)v\(decimal(2 * radius))h-\(decimal(2 * radius))Z\"\(paint(fill: .ink))/>"
      }.joined()
    case .unconfirmed:
      return "<path d=\"M\(decimal(x)) \(decimal(y))h\(decimal(Self.swatchWidth))\"\(paint(fill: nil, stroke: .ink))"
        + " stroke-width=\"1.8\" stroke-dasharray=\"\(EdgeStroke.dashes(width: 1.8))\"/>"
    case .change(let change): return changeSwatch(change, x: x, y: y)
    case .unchanged: return "<g opacity=\".3\">" + plainSwatch(x: x, y: y) + "</g>"
    case .width:
      let right = decimal(x + Self.swatchWidth)
      return "<path d=\"M\(decimal(x)) \(decimal(y - 0.6))L\(right) \(decimal(y - 2.3))V\(decimal(y + 2.3))"
        + "L\(decimal(x)) \(decimal(y + 0.6))Z\"\(paint(fill: .ink))/>"
    }
  }

  private mutating func plainSwatch(x: Double, y: Double, attributes: String = "") -> String {
    "<path d=\"M\(decimal(x)) \(decimal(y))h\(decimal(Self.swatchWidth))\"\(paint(fill: nil, stroke: .ink))"
      + " stroke-width=\"1.8\"\(attributes)/>"
  }

  private mutating func changeSwatch(_ change: Diagram.Change, x: Double, y: Double) -> String {
    switch change {
    case .appeared: return plainSwatch(x: x, y: y)
    case .vanished:
      let dots = EdgeStroke.dots(width: 1.8)
      return plainSwatch(x: x, y: y, attributes: " stroke-dasharray=\"\(dots)\" stroke-linecap=\"round\"")
    case .turned:
      return plainSwatch(x: x, y: y) + signPart(.opposes, at: Point(x: x + 8, y: y), scale: 0.7)
        + signPart(.supports, at: Point(x: x + Self.swatchWidth - 8, y: y), scale: 0.7)
    }
  }

  private mutating func lineSwatch(
    _ kind: Diagram.Edge.Kind, _ polarity: Diagram.Polarity, x: Double, y: Double
  ) -> String {
    if content == .matrix {
      return markPart(kind, polarity, at: Point(x: x + Self.swatchWidth / 2, y: y), radius: 7)
    }
    let role = Self.role(of: polarity)
    let end = x + Self.swatchWidth
    var part = "<path d=\"M\(decimal(x)) \(decimal(y))H\(decimal(kind == .stance ? end - 3 : end))\""
    part += "\(paint(fill: nil, stroke: role)) stroke-width=\"2\"/>"
    if kind == .stance {
      switch polarity {
      case .supports:
        part += "<path d=\"M\(decimal(end)) \(decimal(y))l-7.5 -4v8Z\"\(paint(fill: role))/>"
      case .opposes:
        part +=
          "<path d=\"M\(decimal(end - 1.5)) \(decimal(y - 5.5))v11\"\(paint(fill: nil, stroke: role)) stroke-width=\"2.4\"/>"
      default:
        part +=
          "<path d=\"M\(decimal(end - 6)) \(decimal(y - 4))l6 4l-6 4\"\(paint(fill: nil, stroke: role)) stroke-width=\"1.6\"/>"
      }
    }
    let center = Point(x: x + (kind == .stance ? 9 : Self.swatchWidth / 2), y: y)
    return part + signPart(polarity, at: center, scale: 0.85)
  }

  // MARK: - Notes

  private mutating func notes(width: Double, y: inout Double) -> String {
    var part = ""
    y += 4
    for note in figure.diagram.notes {
      let lines = LineBreaking.lines(
        of: DisplayText.line(note.text, limit: 1000), width: width - 26, size: 10, maximumLines: 6)
      part += text(["[\(note.number)]"], x: Self.margin, y: y + 12, size: 10, role: .ink, isBold: true)
      part += text(lines, x: Self.margin + 26, y: y + 12, size: 10, leading: 14, role: .ink) + "\n"
      y += Double(max(lines.count, 1)) * 14 + 4
    }
    return part
  }
}
