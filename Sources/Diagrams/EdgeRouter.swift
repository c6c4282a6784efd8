/// Leads lines around nodes, for layouts that place nodes alone.
///
/// Every edge is the flattest arc between its ends that touches no other node; edges between the same two nodes are
/// fanned out. Graphviz can route by itself, but takes seconds for 150 nodes where this takes milliseconds, and its
/// splines turn where an arc swings.
struct EdgeRouter {
  private var boxes: [Rectangle]
  private var grid: BoxGrid

  /// Kept free around a node.
  private static let clearance = 7.0
  /// Between neighbouring lines of one pair of nodes, at their middles.
  private static let fan = 30.0

  /// - Parameter boxes: Of all nodes.
  init(boxes: [Rectangle]) {
    self.boxes = boxes
    self.grid = BoxGrid(boxes: boxes.map { $0.insetBy(-Self.clearance) })
  }

  /// The preferred bow of each edge, which tells apart those that join the same two nodes: 0 where there is one.
  ///
  /// Seen from the node of lower number, so that there and back lie on different sides.
  static func bows(of ends: [(source: Int, target: Int)]) -> [Double] {
    struct Pair: Hashable {
      var low: Int
      var high: Int
    }
    func pair(_ ends: (source: Int, target: Int)) -> Pair {
      Pair(low: min(ends.source, ends.target), high: max(ends.source, ends.target))
    }
    var counts: [Pair: Int] = [:]
    for ends in ends { counts[pair(ends), default: 0] += 1 }
    var seen: [Pair: Int] = [:]
    return ends.map { ends in
      let key = pair(ends)
      let place = seen[key, default: 0]
      seen[key] = place + 1
      let bow = (Double(place) - Double(counts[key]! - 1) / 2) * fan
      return ends.source <= ends.target ? bow : -bow
    }
  }

  /// An arc from the middle of one node to the middle of another, in the node's own shapes not yet cut.
  ///
  /// - Complexity: O(candidates · nodes nearby).
  func route(from source: Int, to target: Int, bow: Double) -> [Point] {
    let length = boxes[source].center.distance(to: boxes[target].center)
    var best = arc(from: source, to: target, bow: bow)
    var leastHits = hits(of: best, except: source, target)
    var step = 1.0
    while leastHits > 0 && step <= 7 {
      for side in [1.0, -1.0] {
        let candidate = arc(from: source, to: target, bow: bow + side * step * min(22, max(10, length / 12)))
        let hits = hits(of: candidate, except: source, target, atMost: leastHits)
        if hits < leastHits {
          best = candidate
          leastHits = hits
        }
        if hits == 0 { break }
      }
      step += 1
    }
    return best
  }

  /// An arc that is much shorter than a roundabout route and touches no other node; nil where there is none.
  func shortcut(from source: Int, to target: Int, bow: Double, insteadOf route: [Point]) -> [Point]? {
    guard let path = CubicPath(route) else { return nil }
    let chord = path.start.distance(to: path.end)
    // The way along the controls is no shorter than the curve.
    guard path.controlLength > 1.3 * chord + 20 else { return nil }
    let length = path.sampled(perPiece: 12).last?.distance ?? 0
    guard length > 1.3 * path.start.distance(to: path.end) + 20 else { return nil }
    let arc = self.route(from: source, to: target, bow: bow)
    guard hits(of: arc, except: source, target) == 0, let direct = CubicPath(arc) else { return nil }
    let shorter = direct.sampled(perPiece: 24).last?.distance ?? 0
    // An arc runs from middle to middle, so it is measured with what the nodes cover.
    return shorter < 1.15 * boxes[source].center.distance(to: boxes[target].center) ? arc : nil
  }

  /// A line between two nodes of one rank: straight where nothing stands between them, else a bridge over the rank,
  /// the higher the farther it goes, so that bridges nest; nil where there is no room above.
  func bridge(from source: Int, to target: Int) -> [Point]? {
    let straight = arc(from: source, to: target, bow: 0)
    if hits(of: straight, except: source, target) == 0 { return straight }
    let (start, end) = (boxes[source], boxes[target])
    let side = end.center.x > start.center.x ? 1.0 : -1.0
    // From the near half of each node, so that two bridges from one node do not begin as one.
    let from = Point(x: start.center.x + side * start.width * 0.22, y: start.minY + 1)
    let to = Point(x: end.center.x - side * end.width * 0.22, y: end.minY + 1)
    let rise = 26 + abs(to.x - from.x) * 0.11
    let top = min(from.y, to.y) - rise
    let reach = side * min(34, abs(to.x - from.x) / 3)
    let points = [from, Point(x: from.x + reach, y: top), Point(x: to.x - reach, y: top), to]
    return hits(of: points, except: source, target) == 0 ? points : nil
  }

  /// A symmetric arc whose middle is `bow` points to the left of the straight line.
  private func arc(from source: Int, to target: Int, bow: Double) -> [Point] {
    let start = boxes[source].center
    let end = boxes[target].center
    let length = max(start.distance(to: end), 1)
    let across = Point(x: (end.y - start.y) / length, y: -(end.x - start.x) / length)
    let lift = across * (bow * 4 / 3)
    return [start, start.interpolated(to: end, at: 0.3) + lift, start.interpolated(to: end, at: 0.7) + lift, end]
  }

  /// How many points of an arc lie on nodes that are not its ends.
  ///
  /// - Parameter most: Where the count stops.
  private func hits(of points: [Point], except source: Int, _ target: Int, atMost most: Int = .max) -> Int {
    guard let path = CubicPath(points) else { return 0 }
    let length = path.start.distance(to: path.end)
    let steps = max(12, min(160, Int(length / 9)))
    var count = 0
    for step in 0...steps {
      let point = path.point(at: Double(step) / Double(steps))
      count += grid.count(at: point) { $0 != source && $0 != target }
      if count >= most { return count }
    }
    return count
  }
}

/// Boxes found by place.
struct BoxGrid {
  private let boxes: [Rectangle]
  private let cellSize: Double
  private let columns: Int
  private let rows: Int
  private let origin: Point
  private var cells: [[Int32]]

  init(boxes: [Rectangle], cellSize: Double = 64) {
    self.boxes = boxes
    let bounds = boxes.dropFirst().reduce(boxes.first ?? Rectangle(minX: 0, minY: 0, maxX: 1, maxY: 1)) { $0.union($1) }
    // No more than a million cells, however far apart the boxes are.
    let size = max(cellSize, (max(bounds.width, 1) * max(bounds.height, 1) / 1e6).squareRoot())
    self.cellSize = size
    origin = Point(x: bounds.minX, y: bounds.minY)
    columns = Int(bounds.width / size) + 1
    rows = Int(bounds.height / size) + 1
    cells = Array(repeating: [], count: columns * rows)
    for (index, box) in boxes.enumerated() {
      for row in clampedRow(box.minY)...clampedRow(box.maxY) {
        for column in clampedColumn(box.minX)...clampedColumn(box.maxX) {
          cells[row * columns + column].append(Int32(index))
        }
      }
    }
  }

  private func clampedColumn(_ x: Double) -> Int { min(max(Int((x - origin.x) / cellSize), 0), columns - 1) }
  private func clampedRow(_ y: Double) -> Int { min(max(Int((y - origin.y) / cellSize), 0), rows - 1) }

  /// How many boxes of those wanted hold a point.
  func count(at point: Point, where isWanted: (Int) -> Bool) -> Int {
    cells[clampedRow(point.y) * columns + clampedColumn(point.x)].count {
      isWanted(Int($0)) && boxes[Int($0)].contains(point)
    }
  }
}
