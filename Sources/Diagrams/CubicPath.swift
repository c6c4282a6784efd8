/// A curve of cubic Bézier pieces joined end to end.
struct CubicPath: Hashable {
  /// 3 *n* + 1 points: an end, then two controls and an end for each piece.
  private(set) var points: [Point]

  /// - Parameter points: 3 *n* + 1 points, *n* ≥ 1; nil otherwise.
  init?(_ points: [Point]) {
    guard points.count >= 4, points.count % 3 == 1 else { return nil }
    self.points = points
  }

  var start: Point { points[0] }
  var end: Point { points[points.count - 1] }
  var pieceCount: Int { points.count / 3 }
  var reversed: CubicPath { CubicPath(points.reversed())! }

  /// The point at a place along the pieces: piece *k* runs from *k* to *k* + 1.
  func point(at place: Double) -> Point {
    let (piece, t) = split(place)
    let i = 3 * piece
    let u = 1 - t
    let a = u * u * u
    let b = 3 * u * u * t
    let c = 3 * u * t * t
    let d = t * t * t
    return Point(
      x: a * points[i].x + b * points[i + 1].x + c * points[i + 2].x + d * points[i + 3].x,
      y: a * points[i].y + b * points[i + 1].y + c * points[i + 2].y + d * points[i + 3].y)
  }

  private func split(_ place: Double) -> (piece: Int, t: Double) {
    let piece = min(max(Int(place), 0), pieceCount - 1)
    return (piece, place - Double(piece))
  }

  /// The part up to a place, by de Casteljau's construction.
  func prefix(upTo place: Double) -> CubicPath {
    let (piece, t) = split(place)
    let p = points[(3 * piece)..<(3 * piece + 4)].map { $0 }
    let ab = p[0].interpolated(to: p[1], at: t)
    let bc = p[1].interpolated(to: p[2], at: t)
    let cd = p[2].interpolated(to: p[3], at: t)
    let abc = ab.interpolated(to: bc, at: t)
    let bcd = bc.interpolated(to: cd, at: t)
    let middle = abc.interpolated(to: bcd, at: t)
    return CubicPath(Array(points[..<(3 * piece + 1)]) + [ab, abc, middle])!
  }

  /// Adds a straight piece to a point.
  mutating func appendLine(to point: Point) {
    let from = end
    points += [from.interpolated(to: point, at: 1 / 3), from.interpolated(to: point, at: 2 / 3), point]
  }

  /// Makes the curve end where it enters a region for the last time; where it stops short of the region, it is led
  /// on straight towards `goal` until it does.
  func ending(atRegion isInside: (Point) -> Bool, goal: Point) -> CubicPath {
    var path = self
    if !isInside(path.end) { path.appendLine(to: goal) }
    let steps = 24 * path.pieceCount
    var step = steps
    func place(_ step: Int) -> Double { Double(step) / 24 }
    while step > 0 && isInside(path.point(at: place(step))) { step -= 1 }
    // Wholly inside: nothing would be left to draw.
    guard step > 0 else { return self }
    var outside = place(step)
    var inside = place(min(step + 1, steps))
    for _ in 0..<12 {
      let middle = (outside + inside) / 2
      if isInside(path.point(at: middle)) { inside = middle } else { outside = middle }
    }
    return path.prefix(upTo: outside).withoutStub
  }

  /// The curve without a last piece too short to see, which a cut close behind a joint leaves.
  private var withoutStub: CubicPath {
    guard pieceCount > 1, points[points.count - 4].distance(to: end) < 0.75 else { return self }
    return CubicPath(Array(points.dropLast(3)))!
  }

  /// The curve without its last `length` points of way, but no less than a third of it.
  func droppingLast(_ length: Double) -> CubicPath {
    let samples = sampled(perPiece: 16)
    let total = samples.last!.distance
    let wanted = max(total - length, total / 3)
    guard let next = samples.firstIndex(where: { $0.distance >= wanted }), next > 0 else { return self }
    let (before, after) = (samples[next - 1], samples[next])
    let span = after.distance - before.distance
    let share = span > 0 ? (wanted - before.distance) / span : 0
    return prefix(upTo: before.place + (after.place - before.place) * share)
  }

  /// A point on the way.
  struct Sample {
    var place: Double
    var point: Point
    /// Length of way from the start.
    var distance: Double
  }

  /// Points along the curve with the way to each.
  ///
  /// - Complexity: O(pieces · `perPiece`).
  func sampled(perPiece: Int) -> [Sample] {
    var samples = [Sample(place: 0, point: start, distance: 0)]
    samples.reserveCapacity(pieceCount * perPiece + 1)
    for step in 1...(pieceCount * perPiece) {
      let place = Double(step) / Double(perPiece)
      let point = point(at: place)
      let last = samples[samples.count - 1]
      samples.append(Sample(place: place, point: point, distance: last.distance + last.point.distance(to: point)))
    }
    return samples
  }

  /// The point after half the way.
  var halfway: Point {
    let samples = sampled(perPiece: 16)
    let total = samples[samples.count - 1].distance
    return samples.first { $0.distance * 2 >= total }?.point ?? end
  }

  /// A box that holds the curve, nearly the smallest.
  var bounds: Rectangle {
    var bounds = Rectangle(center: start, width: 0, height: 0)
    for step in 1...(12 * pieceCount) {
      bounds = bounds.union(Rectangle(center: point(at: Double(step) / 12), width: 0, height: 0))
    }
    return bounds
  }

  /// As the `d` of an SVG path.
  var data: String {
    var text = "M\(decimal(points[0].x)) \(decimal(points[0].y))C"
    for (index, point) in points.dropFirst().enumerated() {
      if index > 0 { text += " " }
      text += decimal(point.x) + " " + decimal(point.y)
    }
    return text
  }
}
