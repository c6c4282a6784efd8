/// The line of an edge, cut to leave room for its head.
struct EdgeDrawing {
  enum Head: Hashable {
    case none
    /// A filled triangle: supports.
    case triangle
    /// A bar across the line: opposes.
    case tee
    /// An open angle: for and against in balance.
    case angle
  }

  var path: CubicPath
  var width: Double
  var head: Head
  /// Where the head touches.
  private var tip: Point
  /// Unit vector at the tip, along the line.
  private var direction: Point

  /// Between a head and the outline that it points at.
  private static let gap = 2.5

  /// - Parameters:
  ///   - controlPoints: Of the whole route, which may reach into the nodes or stop short of them.
  ///   - source: What the line begins at.
  ///   - target: What it ends at.
  init?(
    controlPoints: [Point], edge: Diagram.Edge, source: (shape: NodeShape, box: Rectangle),
    target: (shape: NodeShape, box: Rectangle)
  ) {
    guard let whole = CubicPath(controlPoints) else { return nil }
    width = EdgeStroke.width(of: edge)
    head =
      switch (edge.kind, edge.polarity) {
      case (.stance, .supports): .triangle
      case (.stance, .opposes): .tee
      case (.stance, .mixed): .angle
      default: .none
      }
    let joined = whole.ending(
      atRegion: { target.shape.contains($0, in: target.box) }, goal: target.box.center
    ).reversed.ending(
      atRegion: { source.shape.contains($0, in: source.box) }, goal: source.box.center
    ).reversed
    let reaching = head == .none ? joined : joined.droppingLast(Self.gap)
    tip = reaching.end
    switch head {
    case .none: path = reaching
    case .triangle: path = reaching.droppingLast(Self.triangleLength(width) - 1)
    case .tee: path = reaching.droppingLast(1.5)
    case .angle: path = reaching.droppingLast(1)
    }
    let base = reaching.droppingLast(Self.triangleLength(width)).end
    let length = base.distance(to: tip)
    direction = length > 0.01 ? (tip - base) * (1 / length) : Point(x: 0, y: 1)
  }

  private static func triangleLength(_ width: Double) -> Double { 7 + width * 1.3 }

  /// What the head covers, nearly; nil where there is none.
  var headBounds: Rectangle? {
    guard head != .none else { return nil }
    let length = head == .tee ? 4.0 : Self.triangleLength(width)
    let half = head == .tee ? 5.5 + width * 0.8 : 3.4 + width * 0.75
    let base = tip - direction * length
    let across = Point(x: -direction.y, y: direction.x) * half
    let corners = [tip + across, tip - across, base + across, base - across].map {
      Rectangle(center: $0, width: 0, height: 0)
    }
    return corners.dropFirst().reduce(corners[0]) { $0.union($1) }
  }

  /// The head as the `d` of an SVG path, and whether it is filled rather than stroked; nil where there is none.
  var headData: (data: String, isFilled: Bool, strokeWidth: Double)? {
    let across = Point(x: -direction.y, y: direction.x)
    // By steps from the first point, each from the one before, as they are written: rounded.
    func text(_ points: Point...) -> String {
      func tenths(_ value: Double) -> Int { Int((min(max(value.isFinite ? value : 0, -1e8), 1e8) * 10).rounded()) }
      var (x, y) = (tenths(points[0].x), tenths(points[0].y))
      var data = "M" + fixed(x, unit: 10) + " " + fixed(y, unit: 10)
      for point in points.dropFirst() {
        let (dx, dy) = (tenths(point.x) - x, tenths(point.y) - y)
        (x, y) = (x + dx, y + dy)
        data += "l" + fixed(dx, unit: 10) + (dy < 0 ? "" : " ") + fixed(dy, unit: 10)
      }
      return data
    }
    switch head {
    case .none: return nil
    case .triangle:
      let length = Self.triangleLength(width)
      let half = 3.4 + width * 0.75
      let base = tip - direction * length
      return (text(tip, base + across * half, base - across * half) + "Z", true, 0)
    case .tee:
      let half = 5.5 + width * 0.8
      let thickness = max(2.4, min(width, 3.4))
      let center = tip - direction * (thickness / 2)
      return (text(center + across * half, center - across * half), false, thickness)
    case .angle:
      let base = tip - direction * 8
      return (
        text(base + across * 4.5, tip, base - across * 4.5), false, max(1.5, min(width, 2.4))
      )
    }
  }
}
