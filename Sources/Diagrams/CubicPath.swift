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
  ///
  /// - Complexity: O(length), where the curve is much longer.
  func droppingLast(_ length: Double) -> CubicPath {
    // Along a chord this long no third needs keeping.
    if start.distance(to: end) > 2 * length { return droppingLastOfLong(length) }
    let samples = sampled(perPiece: 16)
    let total = samples.last!.distance
    let wanted = max(total - length, total / 3)
    guard let next = samples.firstIndex(where: { $0.distance >= wanted }), next > 0 else { return self }
    let (before, after) = (samples[next - 1], samples[next])
    let span = after.distance - before.distance
    let share = span > 0 ? (wanted - before.distance) / span : 0
    return prefix(upTo: before.place + (after.place - before.place) * share)
  }

  private func droppingLastOfLong(_ length: Double) -> CubicPath {
    var left = length
    var point = end
    for step in stride(from: 16 * pieceCount - 1, through: 0, by: -1) {
      let place = Double(step) / 16
      let before = self.point(at: place)
      let span = before.distance(to: point)
      if span >= left { return prefix(upTo: place + (span > 0 ? (1 - left / span) / 16 : 0)) }
      left -= span
      point = before
    }
    return self
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

  /// The way along the control points, no less than that of the curve.
  var controlLength: Double {
    var length = 0.0
    for index in 1..<points.count { length += points[index - 1].distance(to: points[index]) }
    return length
  }

  /// Points after given shares of the way.
  ///
  /// - Parameter shares: In any order.
  func points(atShares shares: [Double]) -> [Point] {
    let samples = sampled(perPiece: pieceCount == 1 ? 24 : 16)
    let total = samples[samples.count - 1].distance
    return shares.map { share in
      var (low, high) = (0, samples.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if samples[middle].distance < share * total { low = middle + 1 } else { high = middle }
      }
      return samples[low].point
    }
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

  /// As the `d` of an SVG path: steps from point to point, in tenths, which is shorter than the places themselves and
  /// just as exact.
  var data: String {
    func tenths(_ value: Double) -> Int { Int((min(max(value.isFinite ? value : 0, -1e8), 1e8) * 10).rounded()) }
    var (x, y) = (tenths(points[0].x), tenths(points[0].y))
    var text = "M" + fixed(x, unit: 10) + " " + fixed(y, unit: 10) + "c"
    var isFirst = true
    func append(_ step: Int) {
      // A minus parts two numbers as a space does.
      if !isFirst && step >= 0 { text += " " }
      isFirst = false
      text += fixed(step, unit: 10)
    }
    for piece in 0..<pieceCount {
      let (fromX, fromY) = (x, y)
      for point in points[(3 * piece + 1)...(3 * piece + 3)] {
        (x, y) = (tenths(point.x), tenths(point.y))
        append(x - fromX)
        append(y - fromY)
      }
    }
    return text
  }
}
