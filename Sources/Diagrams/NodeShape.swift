/// The outline by which the kind of a node is known.
enum NodeShape: Hashable, CaseIterable {
  /// A country: a block.
  case block
  /// An official: a pill.
  case pill
  /// An organization: a box with its corners cut.
  case chamfered
  /// An agreement: a sheet with a corner folded.
  case sheet

  init(kind: Diagram.Node.Kind) {
    switch kind {
    case .country: self = .block
    case .official: self = .pill
    case .organization: self = .chamfered
    case .agreement: self = .sheet
    }
  }

  /// How far the corners are rounded, cut or folded.
  private func corner(in box: Rectangle) -> Double {
    switch self {
    case .block: 3
    case .pill: min(box.height / 2, 19)
    case .chamfered: min(8, box.height / 3)
    case .sheet: min(10, box.height / 3)
    }
  }

  /// Whether a point lies within the outline drawn in a box.
  func contains(_ point: Point, in box: Rectangle) -> Bool {
    guard box.contains(point) else { return false }
    let corner = corner(in: box)
    // From the nearest corner of the box, inwards.
    let fromSide = min(point.x - box.minX, box.maxX - point.x)
    let fromEnd = min(point.y - box.minY, box.maxY - point.y)
    switch self {
    case .block, .pill:
      guard fromSide < corner && fromEnd < corner else { return true }
      let dx = corner - fromSide
      let dy = corner - fromEnd
      return dx * dx + dy * dy <= corner * corner
    case .chamfered:
      return fromSide + fromEnd >= corner
    case .sheet:
      return box.maxX - point.x + point.y - box.minY >= corner
    }
  }

  /// The outline as SVG, without paint: `<rect …` or `<path …`, left open for more attributes.
  func element(in box: Rectangle) -> String {
    let corner = corner(in: box)
    let left = decimal(box.minX)
    let right = decimal(box.maxX)
    let top = decimal(box.minY)
    let bottom = decimal(box.maxY)
    switch self {
    case .block, .pill:
      return "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(decimal(box.width))\" height=\"\(decimal(box.height))\""
        + " rx=\"\(decimal(corner))\""
    case .chamfered:
      let x1 = decimal(box.minX + corner)
      let x2 = decimal(box.maxX - corner)
      let y1 = decimal(box.minY + corner)
      let y2 = decimal(box.maxY - corner)
      return "<path d=\"M\(x1) \(top)H\(x2)L\(right) \(y1)V\(y2)L\(x2) \(bottom)H\(x1)L\(left) \(y2)V\(y1)Z\""
    case .sheet:
      let fold = decimal(box.maxX - corner)
      let foldEnd = decimal(box.minY + corner)
      return
        "<path d=\"M\(left) \(top)H\(fold)L\(right) \(foldEnd)V\(bottom)H\(left)ZM\(fold) \(top)V\(foldEnd)H\(right)\""
    }
  }
}

extension Diagram.Node.Kind {
  /// Strokes of the icon on a field of 15 by 15 points.
  var iconPath: String {
    switch self {
    case .country:  // A globe.
      "M7.5 1.5a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM1.5 7.5h12M7.5 1.5c-3.6 3.4-3.6 8.6 0 12c3.6-3.4 3.6-8.6 0-12"
    case .official:  // A bust.
      "M7.5 1.7a2.9 2.9 0 1 0 0 5.8a2.9 2.9 0 1 0 0-5.8zM1.9 13.6c0-3 2.4-4.3 5.6-4.3s5.6 1.3 5.6 4.3"
    case .organization:  // A house of columns.
      "M1.6 5.4L7.5 1.8l5.9 3.6zM3.4 7.4v4M7.5 7.4v4M11.6 7.4v4M1.6 13.3h11.8"
    case .agreement:  // Lines and a signature.
      "M2.2 3h10.6M2.2 6.2h7M2 12.3c1.4-3.6 2.8-3.6 2.4-.9c-.3 2 1 1.3 1.9-.3c.3 1.8 1.2 1.5 2.2.2c.6 1.2 2.2.9 4.3.2"
    }
  }

  /// As a reader says it: "country".
  public var word: String { rawValue }

  /// "countries".
  public var plural: String { self == .country ? "countries" : rawValue + "s" }
}
