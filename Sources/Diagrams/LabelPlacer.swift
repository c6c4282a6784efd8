/// Finds places for signs and words beside the lines of a picture, where they cover nothing.
///
/// Greedy: each label takes the best of its candidates given those placed before it. Points along the lines are kept
/// in a grid of cells, so that a candidate looks only at its surroundings.
struct LabelPlacer {
  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  /// A sampled point of a line.
  private struct Trace {
    var point: Point
    var owner: Int
  }

  private static let cellSize = 32.0
  private var boxes: [Cell: [Rectangle]] = [:]
  private var traces: [Cell: [Trace]] = [:]

  /// Keeps labels off a box.
  mutating func occupy(_ box: Rectangle) {
    for cell in Self.cells(of: box) { boxes[cell, default: []].append(box) }
  }

  /// Makes labels shun a line where they can.
  mutating func trace(_ path: CubicPath, owner: Int) {
    // Close enough that no label fits between two points.
    let length = path.sampled(perPiece: 6).last?.distance ?? 0
    let density = max(6, min(200, Int(length / 6) / path.pieceCount))
    for sample in path.sampled(perPiece: density) {
      traces[Self.cell(of: sample.point), default: []].append(Trace(point: sample.point, owner: owner))
    }
  }

  /// How bad a place is: 0 is free, 1000 and more lies on a box.
  ///
  /// - Parameter owner: Whose own line does not count; nil counts all.
  func cost(of box: Rectangle, ignoring owner: Int?) -> Double {
    var cost = 0.0
    for cell in Self.cells(of: box) {
      for other in boxes[cell] ?? [] where other.intersects(box) { cost += 1000 }
      for trace in traces[cell] ?? [] where trace.owner != owner && box.contains(trace.point) { cost += 12 }
    }
    return cost
  }

  /// The cheapest of the candidates, the first of several that cost the same; nil where all of them lie on boxes.
  func best(of candidates: [Rectangle], ignoring owner: Int?) -> Rectangle? {
    var best: (box: Rectangle, cost: Double)?
    for (rank, candidate) in candidates.enumerated() {
      let cost = cost(of: candidate, ignoring: owner) + Double(rank)
      if cost < best?.cost ?? 1000 { best = (candidate, cost) }
      // No later candidate can cost less than its rank.
      if let best, best.cost <= Double(rank) + 1 { break }
    }
    return best?.box
  }

  private static func cell(of point: Point) -> Cell {
    Cell(column: Int((point.x / cellSize).rounded(.down)), row: Int((point.y / cellSize).rounded(.down)))
  }

  private static func cells(of box: Rectangle) -> [Cell] {
    let first = cell(of: Point(x: box.minX, y: box.minY))
    let last = cell(of: Point(x: box.maxX, y: box.maxY))
    guard first.column <= last.column, first.row <= last.row else { return [] }
    return (first.row...last.row).flatMap { row in (first.column...last.column).map { Cell(column: $0, row: row) } }
  }
}
