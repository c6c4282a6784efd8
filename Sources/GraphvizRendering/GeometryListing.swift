import Diagrams

/// Reads the listing of positions that the C side writes; see `cgv_graph_geometry`.
///
/// Numbers come in thousandths of a point with y upwards, and go in points with y downwards from the top left of
/// the bounding box.
struct GeometryListing {
  private var bytes: [UInt8]
  private var position = 0
  private var left = 0
  private var top = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Returns: nil where the listing is cut short.
  mutating func layout(engine: LayoutEngine) -> DiagramLayout? {
    guard word() == "graph", let x0 = integer(), let y0 = integer(), let x1 = integer(), let y1 = integer() else {
      return nil
    }
    left = x0
    top = y1
    var layout = DiagramLayout(engine: engine, width: Double(x1 - x0) / 1000, height: Double(y1 - y0) / 1000)
    while let record = word(), !record.isEmpty {
      switch record {
      case "node":
        guard let name = name(), let center = point(), let size = pair() else { return nil }
        layout.nodes[name] = Rectangle(center: center, width: size.x, height: size.y)
      case "edge":
        guard let id = name(), name() != nil, name() != nil, let label = label(), let route = controlPoints() else {
          return nil
        }
        layout.edges[id] = DiagramLayout.Route(controlPoints: route, label: label.box)
      case "cluster":
        guard let name = name(), let low = point(), let high = point(), let label = label() else { return nil }
        // y runs the other way: the lower left corner has the larger one.
        let frame = Rectangle(minX: low.x, minY: high.y, maxX: high.x, maxY: low.y)
        layout.clusters[name] = DiagramLayout.Cluster(frame: frame, label: label.box)
      default: return nil
      }
    }
    return layout
  }

  /// The pieces of a spline as one curve: each piece with the straight bits that Graphviz keeps for arrowheads.
  private mutating func controlPoints() -> [Point]? {
    guard let pieces = integer(), pieces >= 0 else { return nil }
    var points: [Point] = []
    for _ in 0..<pieces {
      guard let count = integer(), count >= 0, let hasStart = integer(), let start = point(), let hasEnd = integer(),
        let end = point()
      else { return nil }
      var piece: [Point] = []
      for _ in 0..<count {
        guard let point = point() else { return nil }
        piece.append(point)
      }
      guard let first = piece.first, let last = piece.last else { continue }
      if hasStart == 1 { piece.insert(contentsOf: straight(from: start, to: first).dropLast(), at: 0) }
      if hasEnd == 1 { piece.append(contentsOf: straight(from: last, to: end).dropFirst()) }
      if let joint = points.last {
        points += joint == piece[0] ? [] : straight(from: joint, to: piece[0]).dropFirst()
        points += piece.dropFirst()
      } else {
        points = piece
      }
    }
    return points
  }

  private func straight(from start: Point, to end: Point) -> [Point] {
    func between(_ share: Double) -> Point {
      Point(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
    }
    return [start, between(1 / 3), between(2 / 3), end]
  }

  private mutating func label() -> (box: Rectangle?, Void)? {
    guard let isSet = integer(), let center = point(), let size = pair() else { return nil }
    return (isSet == 1 ? Rectangle(center: center, width: size.x, height: size.y) : nil, ())
  }

  private mutating func point() -> Point? {
    guard let x = integer(), let y = integer() else { return nil }
    return Point(x: Double(x - left) / 1000, y: Double(top - y) / 1000)
  }

  private mutating func pair() -> (x: Double, y: Double)? {
    guard let x = integer(), let y = integer() else { return nil }
    return (Double(x) / 1000, Double(y) / 1000)
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x0A { position += 1 }
  }

  private mutating func word() -> String? {
    skipSpace()
    let start = position
    while position < bytes.count, bytes[position] != 0x20, bytes[position] != 0x0A { position += 1 }
    return start == position ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func integer() -> Int? {
    skipSpace()
    var value = 0
    var isNegative = false
    if position < bytes.count, bytes[position] == 0x2D {
      isNegative = true
      position += 1
    }
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow, product < Int.max - 10 else { return nil }
      value = product + Int(bytes[position] - 0x30)
      position += 1
    }
    return start == position ? nil : isNegative ? -value : value
  }

  /// "length:bytes", whatever the bytes are.
  private mutating func name() -> String? {
    guard let count = integer(), position < bytes.count, bytes[position] == 0x3A, count >= 0,
      count < bytes.count - position
    else { return nil }
    let start = position + 1
    position = start + count
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}
