/// Finds places for signs and words beside the lines of a picture, where they cover nothing.
///
/// Greedy: each label takes the best of its candidates given those placed before it. Boxes and points along the lines
/// are kept in a grid of cells, so that a candidate looks only at its surroundings.
struct LabelPlacer {
  /// A sampled point of a line.
  private struct Trace {
    var point: Point
    var owner: Int
  }

  private static let cellSize = 32.0
  private let bounds: Rectangle
  private let columns: Int
  private let rows: Int
  // What lies in a cell is a chain: a cell holds the place of its first link, a link that of the next; -1 ends it.
  private var boxes: [(box: Rectangle, next: Int32)] = []
  private var firstBox: [Int32]
  private var traces: [(trace: Trace, next: Int32)] = []
  private var firstTrace: [Int32]

  /// - Parameter bounds: What is drawn so far. Labels may lie outside, at the price of a slower search there.
  init(bounds: Rectangle) {
    self.bounds = bounds
    // No more than a million cells, however large the picture is.
    columns = min(max(Int(bounds.width / Self.cellSize) + 1, 1), 1000)
    rows = min(max(Int(bounds.height / Self.cellSize) + 1, 1), 1000)
    firstBox = Array(repeating: -1, count: columns * rows)
    firstTrace = Array(repeating: -1, count: columns * rows)
  }

  /// Keeps labels off a box.
  mutating func occupy(_ box: Rectangle) {
    let (columnRange, rowRange) = cells(of: box)
    for row in rowRange {
      for column in columnRange {
        let cell = row * columns + column
        boxes.append((box, firstBox[cell]))
        firstBox[cell] = Int32(boxes.count - 1)
      }
    }
  }

  /// Makes labels shun a line where they can.
  mutating func trace(_ path: CubicPath, owner: Int) {
    for piece in 0..<path.pieceCount {
      // Close enough that no label fits between two points.
      let length = path.point(at: Double(piece)).distance(to: path.point(at: Double(piece) + 0.5)) * 2
      let steps = max(3, min(200, Int(length / 8)))
      for step in 0..<steps {
        let point = path.point(at: Double(piece) + Double(step) / Double(steps))
        let cell = row(of: point.y) * columns + column(of: point.x)
        traces.append((Trace(point: point, owner: owner), firstTrace[cell]))
        firstTrace[cell] = Int32(traces.count - 1)
      }
    }
  }

  /// How bad a place is: 0 is free, 1000 and more lies on a box.
  ///
  /// - Parameter owner: Whose own line does not count; nil counts all.
  func cost(of box: Rectangle, ignoring owner: Int?) -> Double {
    var cost = 0.0
    let (columnRange, rowRange) = cells(of: box)
    for row in rowRange {
      for column in columnRange {
        let cell = row * columns + column
        var link = Int(firstBox[cell])
        while link >= 0 {
          if boxes[link].box.intersects(box) { cost += 1000 }
          link = Int(boxes[link].next)
        }
        link = Int(firstTrace[cell])
        while link >= 0 {
          let trace = traces[link].trace
          if trace.owner != owner && box.contains(trace.point) { cost += 12 }
          link = Int(traces[link].next)
        }
      }
    }
    return cost
  }

  /// The cheapest of the candidates, the first of several that cost about the same; nil where all cost more than the
  /// limit.
  ///
  /// - Parameter limit: 1000 for what may lie on lines but not on boxes; 12 for what may touch a line at most.
  func best(of candidates: [Rectangle], ignoring owner: Int?, limit: Double = 1000) -> Rectangle? {
    var best: (box: Rectangle, cost: Double)?
    for (rank, candidate) in candidates.enumerated() {
      let bias = Double(rank) * 0.1
      let cost = cost(of: candidate, ignoring: owner)
      if cost < limit, cost + bias < best?.cost ?? .infinity { best = (candidate, cost + bias) }
      // No later candidate can cost less than its rank.
      if let best, best.cost <= bias + 0.1 { break }
    }
    return best?.box
  }

  private func column(of x: Double) -> Int { min(max(Int((x - bounds.minX) / Self.cellSize), 0), columns - 1) }
  private func row(of y: Double) -> Int { min(max(Int((y - bounds.minY) / Self.cellSize), 0), rows - 1) }

  /// Cells that a box touches; what lies outside the bounds counts to the cells at the rim.
  private func cells(of box: Rectangle) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    let (left, top) = (column(of: box.minX), row(of: box.minY))
    return (left...max(left, column(of: box.maxX)), top...max(top, row(of: box.maxY)))
  }
}
