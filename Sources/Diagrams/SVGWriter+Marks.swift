/// Small drawings that recur: the icons of kinds and the signs of polarity.
///
/// Where a style sheet is allowed they are defined once and used by reference; readers that know no style sheet are
/// trusted with no references either, and get each of them in full.
extension SVGWriter {
  /// An icon whose field of 15 points begins at a place.
  mutating func icon(_ kind: Diagram.Node.Kind, x: Double, y: Double, scale: Double) -> String {
    mark(Self.iconName(kind), x: x, y: y, scale: scale) { $0.iconDrawing(kind) }
  }

  /// A disc with the sign in it, drawn rather than written, so that no font can blur it.
  mutating func signPart(_ polarity: Diagram.Polarity, at center: Point, scale: Double) -> String {
    mark(Self.signName(polarity), x: center.x, y: center.y, scale: scale) { $0.signDrawing(polarity) }
  }

  /// Short, because every node and edge refers to one: "mc" is the mark of a country.
  private static func iconName(_ kind: Diagram.Node.Kind) -> String {
    switch kind {
    case .country: "mc"
    case .official: "mo"
    case .organization: "mb"
    case .agreement: "ma"
    }
  }

  private static func signName(_ polarity: Diagram.Polarity) -> String {
    switch polarity {
    case .supports: "sp"
    case .opposes: "sn"
    case .mixed: "sm"
    case .none: "s0"
    }
  }

  private mutating func mark(
    _ name: String, x: Double, y: Double, scale: Double, drawing: (inout SVGWriter) -> String
  ) -> String {
    guard figure.style.usesStyleSheet else {
      let place =
        "translate(\(decimal(x)) \(decimal(y)))"
        + (scale == 1 ? "" : "scale(\(fixed(Int((scale * 100).rounded()), unit: 100)))")
      return "<g transform=\"\(place)\">\(drawing(&self))</g>"
    }
    if definitions[name] == nil {
      let used = (fills: usedFills, strokes: usedStrokes)
      (usedFills, usedStrokes) = (0, 0)
      definitions[name] = drawing(&self)
      markFills |= usedFills
      markStrokes |= usedStrokes
      usedFills |= used.fills
      usedStrokes |= used.strokes
    }
    if scale == 1 { return "<use href=\"#\(prefix)-\(name)\" x=\"\(decimal(x))\" y=\"\(decimal(y))\"/>" }
    let place = "translate(\(decimal(x)) \(decimal(y)))scale(\(fixed(Int((scale * 100).rounded()), unit: 100)))"
    return "<use href=\"#\(prefix)-\(name)\" transform=\"\(place)\"/>"
  }

  /// Every mark that was used, by name.
  var definitionsPart: String {
    guard !definitions.isEmpty else { return "" }
    let parts = definitions.sorted { $0.key < $1.key }.map { "<g id=\"\(prefix)-\($0.key)\">\($0.value)</g>" }
    return "<defs>\(parts.joined())</defs>"
  }

  private mutating func iconDrawing(_ kind: Diagram.Node.Kind) -> String {
    "<path d=\"\(kind.iconPath)\"\(paint(fill: nil, stroke: colours(of: kind).ink))"
      + " stroke-width=\"1.1\" stroke-linecap=\"round\"/>"
  }

  private mutating func signDrawing(_ polarity: Diagram.Polarity) -> String {
    let strokes =
      switch polarity {
      case .supports: "M-3.5 0h7M0 -3.5v7"
      case .opposes, .none: "M-3.5 0h7"
      // Plus above minus.
      case .mixed: "M-3 -1.3h6M0 -4.1v5.6M-3 3.4h6"
      }
    return "<circle r=\"\(decimal(Self.signRadius))\"\(paint(fill: Self.role(of: polarity), stroke: .ground))"
      + " stroke-width=\"1.5\"/><path d=\"\(strokes)\"\(paint(fill: nil, stroke: .onSign))"
      + " stroke-width=\"\(polarity == .mixed ? "1.4" : "2")\"/>"
  }
}
