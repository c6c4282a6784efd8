/// A place on the picture, in points, x to the right and y downwards.
public struct Point: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  func distance(to other: Point) -> Double {
    let dx = other.x - x
    let dy = other.y - y
    return (dx * dx + dy * dy).squareRoot()
  }

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Point, factor: Double) -> Point { Point(x: a.x * factor, y: a.y * factor) }

  /// The point on the way to `other`, 0 here and 1 there.
  func interpolated(to other: Point, at fraction: Double) -> Point { self + (other - self) * fraction }
}

/// A box with sides along the axes, in points, y downwards.
public struct Rectangle: Hashable, Sendable {
  public var minX: Double
  public var minY: Double
  public var maxX: Double
  public var maxY: Double

  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  public init(center: Point, width: Double, height: Double) {
    self.init(
      minX: center.x - width / 2, minY: center.y - height / 2, maxX: center.x + width / 2, maxY: center.y + height / 2)
  }

  public var width: Double { maxX - minX }
  public var height: Double { maxY - minY }
  public var center: Point { Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

  func insetBy(_ margin: Double) -> Rectangle {
    Rectangle(minX: minX + margin, minY: minY + margin, maxX: maxX - margin, maxY: maxY - margin)
  }

  func offsetBy(_ offset: Point) -> Rectangle {
    Rectangle(minX: minX + offset.x, minY: minY + offset.y, maxX: maxX + offset.x, maxY: maxY + offset.y)
  }

  func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }

  func intersects(_ other: Rectangle) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  func union(_ other: Rectangle) -> Rectangle {
    Rectangle(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY)
    )
  }
}

/// Where a layout engine put the parts of a graph, by their names in the DOT text.
///
/// Pure geometry in points, y downwards, with the origin at the top left of the bounding box.
public struct DiagramLayout: Hashable, Sendable {
  /// The route of an edge.
  public struct Route: Hashable, Sendable {
    /// Control points of cubic Bézier curves that join end to end: 3 *n* + 1 of them. Includes the straight
    /// pieces that the engine keeps for its own arrowheads.
    public var controlPoints: [Point]
    /// The room kept for the label, where the engine kept any.
    public var label: Rectangle?

    public init(controlPoints: [Point], label: Rectangle? = nil) {
      self.controlPoints = controlPoints
      self.label = label
    }
  }

  public struct Cluster: Hashable, Sendable {
    public var frame: Rectangle
    public var label: Rectangle?

    public init(frame: Rectangle, label: Rectangle? = nil) {
      self.frame = frame
      self.label = label
    }
  }

  public var engine: LayoutEngine
  public var width: Double
  public var height: Double
  public var nodes: [String: Rectangle]
  public var edges: [String: Route]
  public var clusters: [String: Cluster]

  public init(
    engine: LayoutEngine, width: Double = 0, height: Double = 0, nodes: [String: Rectangle] = [:],
    edges: [String: Route] = [:], clusters: [String: Cluster] = [:]
  ) {
    self.engine = engine
    self.width = width
    self.height = height
    self.nodes = nodes
    self.edges = edges
    self.clusters = clusters
  }
}
