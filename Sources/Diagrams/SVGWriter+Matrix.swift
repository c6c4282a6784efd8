extension SVGWriter {
  private static let cellSize = 24.0

  /// The table, with what it covers: nil where no edge is signed.
  mutating func matrixDrawing() -> (svg: String, bounds: Rectangle?) {
    let matrix = SignedMatrix(diagram: figure.diagram, ends: figure.ends)
    guard !matrix.order.isEmpty else { return ("", nil) }
    let names = matrix.order.map { name(of: figure.diagram.nodes[$0]) }
    let widest = names.map { TextMetrics.width(of: $0, size: 11) }.max() ?? 0
    let side = Double(matrix.order.count) * Self.cellSize
    var svg = grid(matrix, side: side)
    svg += "<g font-size=\"11\"\(paint(fill: .ink))>\n"
    for (place, name) in names.enumerated() {
      let middle = (Double(place) + 0.5) * Self.cellSize
      svg += text([name], x: -8, y: middle + 4, role: nil, anchor: "end")
      // Read upwards from the table, at a slant that leaves each name its own line.
      svg += "<text transform=\"translate(\(decimal(middle + 3)) -8)rotate(-55)\">\(escapedXML(name))</text>\n"
    }
    svg += "</g>\n"
    let stances = Set(
      matrix.cells.filter { figure.diagram.edges[$0.edge].kind == .stance }.map { [$0.row, $0.column] })
    for cell in matrix.cells {
      // Cooperation moves into a corner where a stance has the cell.
      let isCorner =
        figure.diagram.edges[cell.edge].kind == .cooperation && stances.contains([cell.row, cell.column])
      svg += cellPart(cell, isCorner: isCorner)
    }
    // Sine and cosine of 55°.
    let bounds = Rectangle(
      minX: -8 - widest * 1.06, minY: -12 - widest * 1.06 * 0.82, maxX: side + widest * 0.58, maxY: side)
    return (svg, bounds)
  }

  /// In one line, and short where the whole name does not fit it.
  private func name(of node: Diagram.Node) -> String {
    func line(_ text: String) -> String {
      LineBreaking.lines(of: DisplayText.line(text, limit: 200), width: 150, size: 11, maximumLines: 1).first ?? ""
    }
    let whole = line(node.label)
    let name = whole.hasSuffix("…") ? node.shortLabel.map(line) ?? whole : whole
    return name.isEmpty ? "?" : name
  }

  private mutating func grid(_ matrix: SignedMatrix, side: Double) -> String {
    var lines = ""
    var breaks = ""
    for place in 0...matrix.order.count {
      let at = decimal(Double(place) * Self.cellSize)
      let line = "M0 \(at)h\(decimal(side))M\(at) 0v\(decimal(side))"
      if matrix.breaks.contains(place) { breaks += line } else { lines += line }
    }
    var diagonal = ""
    for place in matrix.order.indices {
      let at = decimal(Double(place) * Self.cellSize)
      diagonal += "M\(at) \(at)h\(decimal(Self.cellSize))v\(decimal(Self.cellSize))h-\(decimal(Self.cellSize))Z"
    }
    var svg =
      "<path d=\"\(diagonal)\"\(paint(fill: .tint))/>\n<path d=\"\(lines)\"\(paint(fill: nil, stroke: .hairline))/>\n"
    if !breaks.isEmpty { svg += "<path d=\"\(breaks)\"\(paint(fill: nil, stroke: .outline))/>\n" }
    return svg
  }

  private mutating func cellPart(_ cell: SignedMatrix.Cell, isCorner: Bool) -> String {
    let edge = figure.diagram.edges[cell.edge]
    let ends = figure.ends[cell.edge]
    let nodes = figure.diagram.nodes
    let statement = DiagramSummary.text(of: edge, source: nodes[ends.source].label, target: nodes[ends.target].label)
    let place = isCorner ? 0.83 : 0.5
    let center = Point(
      x: (Double(cell.column) + place) * Self.cellSize, y: (Double(cell.row) + place) * Self.cellSize)
    // Stronger is larger, not paler: a pale cell would lose its hue.
    let radius = isCorner ? 3.2 : 5.5 + 5 * abs(edge.weight)
    var part = "<g role=\"img\" data-kind=\"\(edge.kind.rawValue)\" data-weight=\"\(hundredths(edge.weight))\""
    if edge.claimCount > 0 { part += " data-claims=\"\(edge.claimCount)\"" }
    if edge.sourceCount > 0 { part += " data-sources=\"\(edge.sourceCount)\"" }
    if figure.style.isExplorable { part += " data-of=\"e\(cell.edge)\"" }
    part += ">"
    part += "<title>\(escapedXML(statement))</title>"
    let mark = markPart(
      edge.kind, edge.polarity, at: center, radius: radius, isUnconfirmed: edge.isUnconfirmed, hasSign: !isCorner)
    return part + linked(mark, to: edge.link) + "</g>\n"
  }

  /// A square for a stance, a disc for cooperation, hollow and dashed where unconfirmed, with its sign.
  mutating func markPart(
    _ kind: Diagram.Edge.Kind, _ polarity: Diagram.Polarity, at center: Point, radius: Double,
    isUnconfirmed: Bool = false, hasSign: Bool = true
  ) -> String {
    let role = Self.role(of: polarity)
    let paint = isUnconfirmed ? paint(fill: .ground, stroke: role) : paint(fill: role, stroke: hasSign ? role : .ground)
    var part: String
    if kind == .cooperation {
      part = "<circle cx=\"\(decimal(center.x))\" cy=\"\(decimal(center.y))\" r=\"\(decimal(radius))\"\(paint)"
    } else {
      part = "<rect x=\"\(decimal(center.x - radius))\" y=\"\(decimal(center.y - radius))\""
      part += " width=\"\(decimal(2 * radius))\" height=\"\(decimal(2 * radius))\" rx=\"1.5\"\(paint)"
    }
    if isUnconfirmed { part += " stroke-dasharray=\"3 2\"" }
    part += " stroke-width=\"1.4\"/>"
    guard hasSign else { return part }
    let arm = 3.4
    let sign =
      switch polarity {
      case .supports:
        "M\(decimal(center.x - arm)) \(decimal(center.y))h\(decimal(2 * arm))M\(decimal(center.x)) "
          + "\(decimal(center.y - arm))v\(decimal(2 * arm))"
      // Plus above minus.
      case .mixed:
        "M\(decimal(center.x - 2.6)) \(decimal(center.y - 1.1))h5.2M\(decimal(center.x)) \(decimal(center.y - 3.5))v4.8"
          + "M\(decimal(center.x - 2.6)) \(decimal(center.y + 3.2))h5.2"
      case .opposes, .none: "M\(decimal(center.x - arm)) \(decimal(center.y))h\(decimal(2 * arm))"
      }
    part +=
      "<path d=\"\(sign)\"\(self.paint(fill: nil, stroke: isUnconfirmed ? role : .onSign)) stroke-width=\"\(polarity == .mixed ? "1.3" : "1.8")\"/>"
    return part
  }
}
