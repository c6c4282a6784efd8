extension SVGWriter {
  private static let panelPadding = 12.0
  private static let panelGap = 16.0
  private static let panelHead = 22.0
  /// Width to height of the whole that panels are set for: a page held upright or a screen, halfway.
  private static let panelsAspect = 1.25

  /// The panels in rows, each with every node in the same place: what is not tied in it is pale.
  mutating func panelsDrawing() -> (svg: String, bounds: Rectangle?) {
    guard !figure.diagram.panels.isEmpty, !figure.diagram.nodes.isEmpty else { return ("", nil) }
    var drawings: [(svg: String, bounds: Rectangle?)] = []
    for place in figure.diagram.panels.indices {
      let (scene, layout) = scene(place)
      var writer = SVGWriter(figure: scene, layout: layout, content: .panels, panel: place)
      drawings.append(writer.drawing())
      usedFills |= writer.usedFills
      usedStrokes |= writer.usedStrokes
      definitions.merge(writer.definitions) { old, _ in old }
    }
    guard let first = drawings.lazy.compactMap(\.bounds).first else { return ("", nil) }
    // One frame for all, so that a place on one panel is the same place on the next.
    let bounds = drawings.compactMap(\.bounds).reduce(first) { $0.union($1) }
    let width = bounds.width + 2 * Self.panelPadding
    let height = bounds.height + 2 * Self.panelPadding + Self.panelHead
    let columns = Self.columns(of: drawings.count, width: width + Self.panelGap, height: height + Self.panelGap)
    var svg = ""
    for (place, drawing) in drawings.enumerated() {
      let x = Double(place % columns) * (width + Self.panelGap)
      let y = Double(place / columns) * (height + Self.panelGap)
      svg += panelPart(place, drawing.svg, bounds, x: x, y: y, width: width, height: height)
    }
    let rows = (drawings.count + columns - 1) / columns
    let whole = Rectangle(
      minX: 0, minY: 0, maxX: Double(columns) * (width + Self.panelGap) - Self.panelGap,
      maxY: Double(rows) * (height + Self.panelGap) - Self.panelGap)
    return (svg, whole)
  }

  private mutating func panelPart(
    _ place: Int, _ drawing: String, _ bounds: Rectangle, x: Double, y: Double, width: Double, height: Double
  ) -> String {
    let panel = figure.diagram.panels[place]
    let title = DisplayText.line(panel.title, limit: 80)
    let subtitle = DisplayText.line(panel.subtitle, limit: 80)
    let description = subtitle.isEmpty ? title : "\(title): \(subtitle)"
    var part = "<g id=\"\(prefix)-p\(place)\" role=\"group\" transform=\"translate(\(decimal(x)) \(decimal(y)))\">"
    part += "<title>\(escapedXML(description))</title>\n"
    part += text([title], x: 0, y: 12, size: 11.5, role: .ink, isBold: true)
    part += text([subtitle], x: width, y: 12, size: 9.5, role: .muted, anchor: "end") + "\n"
    part += "<rect y=\"\(decimal(Self.panelHead))\" width=\"\(decimal(width))\""
    part += " height=\"\(decimal(height - Self.panelHead))\" rx=\"4\"\(paint(fill: .ground, stroke: .hairline))/>\n"
    let left = decimal(Self.panelPadding - bounds.minX)
    let top = decimal(Self.panelPadding + Self.panelHead - bounds.minY)
    return part + "<g transform=\"translate(\(left) \(top))\">\n\(drawing)</g></g>\n"
  }

  /// As many columns as bring the whole nearest to the aspect.
  private static func columns(of count: Int, width: Double, height: Double) -> Int {
    func distance(_ columns: Int) -> Double {
      let rows = (count + columns - 1) / columns
      let aspect = Double(columns) * width / (Double(rows) * height) / panelsAspect
      return max(aspect, 1 / aspect)
    }
    // The first of several alike: fewer columns are larger on a phone.
    return (1...count).reduce(1) { distance($1) < distance($0) ? $1 : $0 }
  }

  /// The diagram as one panel has it, with the places that all have in common.
  private func scene(_ place: Int) -> (Figure, DiagramLayout) {
    let edges = figure.diagram.panels[place].edges
    var rows: [Diagram.Edge.ID: Int] = [:]
    for (row, edge) in figure.diagram.edges.enumerated() { rows[edge.id] = row }
    let scene = figure.showing(edges)
    var layout = self.layout
    layout.edges = [:]
    for (index, edge) in scene.diagram.edges.enumerated() {
      if let row = rows[edge.id] {
        layout.edges[DotWriter.edgeName(index)] = self.layout.edges[DotWriter.edgeName(row)]
      }
    }
    return (scene, layout)
  }
}

extension Diagram.Change {
  /// What stands beside a line.
  var mark: String {
    switch self {
    case .appeared: "new"
    case .vanished: "gone"
    case .turned: "turned"
    }
  }
}
