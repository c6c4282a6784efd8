extension SVGWriter {
  static let signRadius = 6.5

  private var signScale: Double { content == .panels ? 0.7 : 1 }

  /// An edge with its line cut to size.
  private struct Drawn {
    var index: Int
    var edge: Diagram.Edge
    var drawing: EdgeDrawing
    /// Room that the engine kept for its label.
    var reserved: Rectangle?
  }

  /// The lines, each with its title and data, and apart from them the signs and words, which lie above all lines.
  mutating func edgeParts() -> (lines: String, labels: String, covered: [Rectangle]) {
    let edges = drawnEdges()
    guard !edges.isEmpty else { return ("", "", []) }
    var lines = "<g fill=\"none\">\n"
    for drawn in edges { lines += linePart(drawn) }
    let labels = labelParts(edges)
    let covered = edges.map { $0.drawing.path.bounds.insetBy(-$0.drawing.width / 2) } + labels.covered
    return (lines + "</g>\n", labels.svg, covered)
  }

  /// In the order of drawing: pale before normal before strong, ties of belonging below the signed.
  private func drawnEdges() -> [Drawn] {
    var edges: [Drawn] = []
    let nodes = figure.diagram.nodes.indices.map { node($0) }
    let router = nodes.contains { $0 == nil } ? nil : EdgeRouter(boxes: nodes.compactMap { $0?.box })
    let bows = EdgeRouter.bows(of: figure.ends)
    let coinciding = layout.engine == .dot ? coincidingEdges() : []
    for (index, edge) in figure.diagram.edges.enumerated() {
      let ends = figure.ends[index]
      guard let route = layout.edges[DotWriter.edgeName(index)], let source = nodes[ends.source],
        let target = nodes[ends.target]
      else { continue }
      var points = route.controlPoints
      var reserved = route.label
      if let router, ends.source != ends.target {
        // `dot` leads lines well, save within a rank, where it lays there on back; the other engines only place nodes.
        let isSideways = DotWriter(figure: figure).isSideways(index)
        if layout.engine != .dot || coinciding.contains(index) || (isSideways && bows[index] != 0) {
          points = router.route(from: ends.source, to: ends.target, bow: bows[index])
          reserved = nil
        } else if isSideways && figure.direction == .down {
          points = router.bridge(from: ends.source, to: ends.target) ?? points
        } else if let arc = router.shortcut(from: ends.source, to: ends.target, bow: bows[index], insteadOf: points) {
          points = arc
          reserved = nil
        }
      }
      guard let drawing = EdgeDrawing(controlPoints: points, edge: edge, source: source, target: target) else {
        continue
      }
      edges.append(Drawn(index: index, edge: edge, drawing: drawing, reserved: reserved))
    }
    func rank(_ edge: Diagram.Edge) -> Int {
      let emphasis = edge.emphasis == .pale ? 0 : edge.emphasis == .normal ? 1 : 2
      return emphasis * 2 + (edge.kind.isSigned ? 1 : 0)
    }
    return edges.sorted { (rank($0.edge), $0.index) < (rank($1.edge), $1.index) }
  }

  /// Edges whose lines the engine drew on top of each other.
  private func coincidingEdges() -> Set<Int> {
    struct Pair: Hashable {
      var low: Int
      var high: Int

      init(_ ends: (source: Int, target: Int)) {
        low = min(ends.source, ends.target)
        high = max(ends.source, ends.target)
      }
    }
    var seen: [Pair: [(index: Int, samples: [CubicPath.Sample])]] = [:]
    var coinciding: Set<Int> = []
    var counts: [Pair: Int] = [:]
    for ends in figure.ends { counts[Pair(ends), default: 0] += 1 }
    for (index, ends) in figure.ends.enumerated() where ends.source != ends.target && counts[Pair(ends)]! > 1 {
      guard let route = layout.edges[DotWriter.edgeName(index)], let path = CubicPath(route.controlPoints) else {
        continue
      }
      let pair = Pair(ends)
      let middle = path.halfway
      for other in seen[pair] ?? [] where other.samples.contains(where: { $0.point.distance(to: middle) < 9 }) {
        coinciding.formUnion([index, other.index])
      }
      seen[pair, default: []].append((index, path.sampled(perPiece: 16)))
    }
    return coinciding
  }

  func node(_ index: Int) -> (shape: NodeShape, box: Rectangle)? {
    guard let placed = layout.nodes[DotWriter.nodeName(index)] else { return nil }
    let face = figure.faces[index]
    // The size is the face's own: an engine gives it back in inches with few decimals. Whole points keep outlines and
    // letters sharp.
    let x = (placed.center.x - face.width / 2).rounded()
    let y = (placed.center.y - face.height / 2).rounded()
    return (face.shape, Rectangle(minX: x, minY: y, maxX: x + face.width, maxY: y + face.height))
  }

  // MARK: - Lines

  private mutating func linePart(_ drawn: Drawn) -> String {
    let edge = drawn.edge
    let ends = figure.ends[drawn.index]
    let nodes = figure.diagram.nodes
    var opening = "<g id=\"\(scope)-e\(drawn.index)\" role=\"img\" data-kind=\"\(edge.kind.rawValue)\""
    opening += " data-from=\"n\(ends.source)\" data-to=\"n\(ends.target)\""
    if edge.kind.isSigned { opening += " data-weight=\"\(hundredths(edge.weight))\"" }
    if edge.claimCount > 0 { opening += " data-claims=\"\(edge.claimCount)\"" }
    if edge.sourceCount > 0 { opening += " data-sources=\"\(edge.sourceCount)\"" }
    if edge.isUnconfirmed { opening += " data-unconfirmed=\"true\"" }
    if let change = edge.change { opening += " data-change=\"\(change.rawValue)\"" }
    if edge.emphasis == .pale { opening += " opacity=\".3\"" }
    opening += paint(stroke: Self.role(of: edge.polarity))
    let given = DisplayText.line(edge.tooltip ?? "", limit: 600)
    let statement = DiagramSummary.text(of: edge, source: nodes[ends.source].label, target: nodes[ends.target].label)
    opening += "><title>\(escapedXML(given.isEmpty ? statement : "\(statement): \(given)"))</title>"
    return opening + linked(strokes(drawn.drawing, edge), to: edge.link) + "</g>\n"
  }

  private mutating func strokes(_ drawing: EdgeDrawing, _ edge: Diagram.Edge) -> String {
    let role = Self.role(of: edge.polarity)
    var part = "<path d=\"\(drawing.path.data)\""
    if drawing.width != 1 { part += " stroke-width=\"\(decimal(drawing.width))\"" }
    if edge.change == .vanished {
      part += " stroke-dasharray=\"\(EdgeStroke.dots(width: drawing.width))\" stroke-linecap=\"round\""
    } else if edge.isUnconfirmed {
      part += " stroke-dasharray=\"\(EdgeStroke.dashes(width: drawing.width))\""
    }
    part += "/>"
    if let head = drawing.headData {
      part += "<path d=\"\(head.data)\""
      part +=
        head.isFilled ? paint(fill: role) + "/>" : " stroke-width=\"\(hundredths(head.strokeWidth))\"/>"
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

  private mutating func labelParts(_ edges: [Drawn]) -> (svg: String, covered: [Rectangle]) {
    let drawn = edges.map(\.drawing.path.bounds) + figure.diagram.nodes.indices.compactMap { node($0)?.box }
    guard let first = drawn.first else { return ("", []) }
    var placer = LabelPlacer(bounds: drawn.reduce(first) { $0.union($1) })
    for index in figure.diagram.nodes.indices {
      if let node = node(index) { placer.occupy(node.box.insetBy(-2)) }
    }
    for index in figure.diagram.clusters.indices where layout.engine == .dot {
      if let label = layout.clusters[DotWriter.clusterName(index)]?.label { placer.occupy(label) }
    }
    for drawn in edges {
      placer.trace(drawn.drawing.path, owner: drawn.index)
      if let head = drawn.drawing.headBounds { placer.occupy(head) }
    }

    // Signs first, all of them: what a line means comes before what is written beside it.
    var signs: [Int: Point] = [:]
    var covered: [Rectangle] = []
    for drawn in edges where drawn.edge.polarity != .none {
      let center = signPlace(of: drawn, in: placer)
      let side = 2 * Self.signRadius * signScale + 1
      let box = Rectangle(center: center, width: side, height: side)
      placer.occupy(box)
      covered.append(box)
      signs[drawn.index] = center
    }
    var signParts = ""
    var wordParts = ""
    for drawn in edges {
      let isPale = drawn.edge.emphasis == .pale
      let sign = signs[drawn.index]
      if let sign {
        let part = signPart(drawn.edge.polarity, at: sign, scale: signScale)
        // The line must not show through a pale disc.
        signParts += owned(
          isPale
            ? "<circle cx=\"\(decimal(sign.x))\" cy=\"\(decimal(sign.y))\""
              + " r=\"\(decimal(Self.signRadius * signScale))\"\(paint(fill: .ground))/><g opacity=\".4\">\(part)</g>"
            : part, by: drawn.index)
      }
      let lines = words(beside: drawn)
      guard !lines.isEmpty, let box = wordPlace(of: drawn, lines: lines, sign: sign, in: placer) else {
        continue
      }
      placer.occupy(box)
      covered.append(box)
      let first = box.center.y - Double(lines.count - 1) * Figure.labelLeading / 2 + 3.4
      let part = haloed(
        lines, x: box.center.x, y: first, leading: Figure.labelLeading, leadsBold: drawn.edge.change != nil)
      wordParts += owned(isPale ? "<g opacity=\".5\">\(part)</g>" : part, by: drawn.index) + "\n"
    }
    guard !signParts.isEmpty || !wordParts.isEmpty else { return ("", covered) }
    var part = "<g pointer-events=\"none\" aria-hidden=\"true\">\(signParts)"
    if !wordParts.isEmpty {
      part += "<g text-anchor=\"middle\" font-size=\"\(decimal(Figure.labelSize))\"\(haloAttributes)>\n\(wordParts)</g>"
    }
    part += "</g>\n"
    return (part, covered)
  }

  /// What has changed, then the label, led by the numbers of the notes.
  private func words(beside drawn: Drawn) -> [String] {
    var lines = figure.edgeLabels[drawn.index]
    if let change = drawn.edge.change { lines = [change.mark] + lines }
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
    let side = 2 * Self.signRadius * signScale + 3
    let candidates = points.map { Rectangle(center: $0, width: side, height: side) }
    return placer.best(of: candidates, ignoring: drawn.index)?.center ?? points[0]
  }

  private func points(along path: CubicPath) -> [Point] { path.points(atShares: Self.shares) }

  /// Where words may lie from a point, in shares of what clears it.
  private static let directions: [(Double, Double)] = [
    (1, 0), (-1, 0), (0, -1), (0, 1), (0.8, 1), (-0.8, 1), (0.8, -1), (-0.8, -1), (1, 1), (-1, 1), (1, -1), (-1, -1),
    (0.5, 1), (-0.5, 1), (0.5, -1), (-0.5, -1),
  ]

  /// Beside the sign, else where the engine kept room, else anywhere along the line; nil where there is no free place.
  private func wordPlace(
    of drawn: Drawn, lines: [String], sign: Point?, in placer: LabelPlacer
  ) -> Rectangle? {
    let width = (lines.map { TextMetrics.width(of: $0, size: Figure.labelSize) }.max() ?? 0) * 1.04 + 4
    let height = Double(lines.count) * Figure.labelLeading + 2
    var candidates: [Rectangle] = []
    func add(around point: Point, clearance: Double) {
      let dx = clearance + width / 2
      let dy = clearance + height / 2
      for (right, down) in Self.directions {
        let (x, y) = (dx * right, dy * down)
        candidates.append(Rectangle(center: Point(x: point.x + x, y: point.y + y), width: width, height: height))
      }
    }
    if let sign { add(around: sign, clearance: Self.signRadius + 2) }
    if let reserved = drawn.reserved {
      candidates.append(Rectangle(center: reserved.center, width: width, height: height))
    }
    for point in points(along: drawn.drawing.path) { add(around: point, clearance: 4) }
    // Words that would lie across lines are left to the title of the line.
    let isNeeded = !drawn.edge.notes.isEmpty || drawn.edge.change != nil
    return placer.best(of: candidates, ignoring: nil, limit: isNeeded ? 1000 : 12)
  }
}
