extension SVGWriter {
  static let signRadius = 6.5

  /// An edge with its line cut to size.
  private struct Drawn {
    var index: Int
    var edge: Diagram.Edge
    var drawing: EdgeDrawing
    /// Room that the engine kept for its label.
    var reserved: Rectangle?
  }

  /// The lines, each with its title and data, and apart from them the signs and words, which lie above all lines.
  mutating func edgeParts(at origin: Point) -> (lines: String, labels: String) {
    let edges = drawnEdges(at: origin)
    var lines = ""
    for drawn in edges { lines += linePart(drawn) }
    let labels = labelParts(edges, at: origin)
    return (lines, labels.isEmpty ? "" : "<g pointer-events=\"none\" aria-hidden=\"true\">\n\(labels)</g>\n")
  }

  /// In the order of drawing: pale before normal before strong, ties of belonging below the signed.
  private func drawnEdges(at origin: Point) -> [Drawn] {
    var edges: [Drawn] = []
    for (index, edge) in figure.diagram.edges.enumerated() {
      let ends = figure.ends[index]
      guard let route = layout.edges[DotWriter.edgeName(index)], let source = node(ends.source, at: origin),
        let target = node(ends.target, at: origin),
        let drawing = EdgeDrawing(route: moved(route, by: origin), edge: edge, source: source, target: target)
      else { continue }
      edges.append(Drawn(index: index, edge: edge, drawing: drawing, reserved: route.label?.offsetBy(origin)))
    }
    func rank(_ edge: Diagram.Edge) -> Int {
      let emphasis = edge.emphasis == .pale ? 0 : edge.emphasis == .normal ? 1 : 2
      return emphasis * 2 + (edge.kind.isSigned ? 1 : 0)
    }
    return edges.sorted { (rank($0.edge), $0.index) < (rank($1.edge), $1.index) }
  }

  private func moved(_ route: DiagramLayout.Route, by offset: Point) -> DiagramLayout.Route {
    DiagramLayout.Route(controlPoints: route.controlPoints.map { $0 + offset }, label: nil)
  }

  private func node(_ index: Int, at origin: Point) -> (shape: NodeShape, box: Rectangle)? {
    guard let placed = layout.nodes[DotWriter.nodeName(index)] else { return nil }
    let face = figure.faces[index]
    let box = Rectangle(center: placed.offsetBy(origin).center, width: face.width, height: face.height)
    return (face.shape, box)
  }

  // MARK: - Lines

  private mutating func linePart(_ drawn: Drawn) -> String {
    let edge = drawn.edge
    let ends = figure.ends[drawn.index]
    let nodes = figure.diagram.nodes
    var opening = "<g id=\"\(prefix)-e\(drawn.index)\" role=\"graphics-symbol img\" data-kind=\"\(edge.kind.rawValue)\""
    opening += " data-from=\"\(prefix)-n\(ends.source)\" data-to=\"\(prefix)-n\(ends.target)\""
    if edge.kind.isSigned { opening += " data-weight=\"\(hundredths(edge.weight))\"" }
    if edge.claimCount > 0 { opening += " data-claims=\"\(edge.claimCount)\"" }
    if edge.sourceCount > 0 { opening += " data-sources=\"\(edge.sourceCount)\"" }
    if edge.isUnconfirmed { opening += " data-unconfirmed=\"true\"" }
    if edge.emphasis == .pale { opening += " opacity=\".3\"" }
    let given = DisplayText.line(edge.tooltip ?? "", limit: 600)
    let statement = DiagramSummary.text(of: edge, source: nodes[ends.source].label, target: nodes[ends.target].label)
    opening += "><title>\(escapedXML(given.isEmpty ? statement : "\(statement): \(given)"))</title>"
    return opening + linked(strokes(drawn.drawing, edge), to: edge.link) + "</g>\n"
  }

  private mutating func strokes(_ drawing: EdgeDrawing, _ edge: Diagram.Edge) -> String {
    let role = Self.role(of: edge.polarity)
    var part = "<path d=\"\(drawing.path.data)\"\(paint(fill: nil, stroke: role))"
    part += " stroke-width=\"\(hundredths(drawing.width))\""
    if edge.isUnconfirmed { part += " stroke-dasharray=\"\(EdgeStroke.dashes(width: drawing.width))\"" }
    part += "/>"
    if let head = drawing.headData {
      part += "<path d=\"\(head.data)\"" + (head.isFilled ? paint(fill: role) : paint(fill: nil, stroke: role))
      part += head.isFilled ? "/>" : " stroke-width=\"\(hundredths(head.strokeWidth))\"/>"
    }
    return part
  }

  static func role(of polarity: Diagram.Polarity) -> ColourRole {
    switch polarity {
    case .supports: .supports
    case .opposes: .opposes
    case .mixed: .mixed
    case .none: .tie
    }
  }

  // MARK: - Signs and words

  private mutating func labelParts(_ edges: [Drawn], at origin: Point) -> String {
    var placer = LabelPlacer()
    for index in figure.diagram.nodes.indices {
      if let node = node(index, at: origin) { placer.occupy(node.box.insetBy(-2)) }
    }
    for index in figure.diagram.clusters.indices {
      if let label = layout.clusters[DotWriter.clusterName(index)]?.label { placer.occupy(label.offsetBy(origin)) }
    }
    for drawn in edges { placer.trace(drawn.drawing.path, owner: drawn.index) }

    // Signs first, all of them: what a line means comes before what is written beside it.
    var signs: [Int: Point] = [:]
    for drawn in edges where drawn.edge.polarity != .none {
      let center = signPlace(of: drawn, in: placer)
      placer.occupy(Rectangle(center: center, width: 2 * Self.signRadius + 1, height: 2 * Self.signRadius + 1))
      signs[drawn.index] = center
    }
    let bounds = Rectangle(minX: 0, minY: 0, maxX: layout.width, maxY: layout.height).insetBy(-10).offsetBy(origin)
    var part = ""
    for drawn in edges {
      let sign = signs[drawn.index]
      let lines = words(beside: drawn)
      var group = ""
      if let sign { group += signPart(drawn.edge.polarity, at: sign, radius: Self.signRadius) }
      if !lines.isEmpty, let box = wordPlace(of: drawn, lines: lines, sign: sign, bounds: bounds, in: placer) {
        placer.occupy(box)
        let first = box.center.y - Double(lines.count - 1) * Figure.labelLeading / 2 + 3.4
        group += text(
          lines, x: box.center.x, y: first, size: Figure.labelSize, leading: Figure.labelLeading, role: .ink,
          anchor: "middle", isHaloed: true)
      }
      if group.isEmpty { continue }
      part += drawn.edge.emphasis == .pale ? "<g opacity=\".3\">\(group)</g>\n" : group + "\n"
    }
    return part
  }

  /// The label, led by the numbers of the notes.
  private func words(beside drawn: Drawn) -> [String] {
    var lines = figure.edgeLabels[drawn.index]
    let numbers = drawn.edge.notes.sorted().map(String.init)
    if !numbers.isEmpty {
      let mark = "[\(numbers.joined(separator: ", "))]"
      if lines.isEmpty { lines = [mark] } else { lines[0] = mark + " " + lines[0] }
    }
    return lines
  }

  /// Shares of the way at which a sign may sit, the best first.
  private static let shares = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78, 0.15, 0.85]

  private func signPlace(of drawn: Drawn, in placer: LabelPlacer) -> Point {
    var points = points(along: drawn.drawing.path)
    if let reserved = drawn.reserved {
      // The words go where the engine kept room; the sign stays by them.
      let from = Point(x: reserved.minX, y: reserved.center.y)
      points.sort { $0.distance(to: from) < $1.distance(to: from) }
    }
    let side = 2 * Self.signRadius + 3
    let candidates = points.map { Rectangle(center: $0, width: side, height: side) }
    return placer.best(of: candidates, ignoring: drawn.index)?.center ?? points[0]
  }

  private func points(along path: CubicPath) -> [Point] {
    let samples = path.sampled(perPiece: 24)
    let total = samples[samples.count - 1].distance
    return Self.shares.map { share in
      samples.first { $0.distance >= share * total }?.point ?? path.end
    }
  }

  /// Beside the sign, else where the engine kept room, else anywhere along the line; nil where there is no free place.
  private func wordPlace(
    of drawn: Drawn, lines: [String], sign: Point?, bounds: Rectangle, in placer: LabelPlacer
  ) -> Rectangle? {
    let width = (lines.map { TextMetrics.width(of: $0, size: Figure.labelSize) }.max() ?? 0) * 1.04 + 4
    let height = Double(lines.count) * Figure.labelLeading + 2
    var candidates: [Rectangle] = []
    func add(around point: Point, clearance: Double) {
      let dx = clearance + width / 2
      let dy = clearance + height / 2
      for (x, y) in [(dx, 0), (-dx, 0), (0, -dy), (0, dy), (dx * 0.8, dy * 0.8), (-dx * 0.8, dy * 0.8)] {
        candidates.append(Rectangle(center: Point(x: point.x + x, y: point.y + y), width: width, height: height))
      }
    }
    if let sign { add(around: sign, clearance: Self.signRadius + 2) }
    if let reserved = drawn.reserved {
      candidates.append(Rectangle(center: reserved.center, width: width, height: height))
    }
    for point in points(along: drawn.drawing.path) { add(around: point, clearance: 4) }
    candidates.removeAll {
      !bounds.contains(Point(x: $0.minX, y: $0.minY)) || !bounds.contains(Point(x: $0.maxX, y: $0.maxY))
    }
    return placer.best(of: candidates, ignoring: nil)
  }

  /// A disc with the sign in it, drawn rather than written, so that no font can blur it.
  mutating func signPart(_ polarity: Diagram.Polarity, at center: Point, radius: Double) -> String {
    let arm = radius * 0.54
    let x = decimal(center.x)
    let y = decimal(center.y)
    var strokes = "M\(decimal(center.x - arm)) \(y)h\(decimal(2 * arm))"
    switch polarity {
    case .supports: strokes += "M\(x) \(decimal(center.y - arm))v\(decimal(2 * arm))"
    case .mixed:
      // Plus above minus.
      strokes =
        "M\(decimal(center.x - arm)) \(decimal(center.y - 1.2))h\(decimal(2 * arm))M\(x) \(decimal(center.y - 1.2 - arm * 0.8))"
        + "v\(decimal(1.6 * arm))M\(decimal(center.x - arm)) \(decimal(center.y + arm + 0.4))h\(decimal(2 * arm))"
    case .opposes, .none: break
    }
    let role = Self.role(of: polarity)
    return "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(decimal(radius))\"\(paint(fill: role, stroke: .ground))"
      + " stroke-width=\"1.5\"/><path d=\"\(strokes)\"\(paint(fill: nil, stroke: .onSign))"
      + " stroke-width=\"\(polarity == .mixed ? "1.4" : "2")\"/>"
  }
}
