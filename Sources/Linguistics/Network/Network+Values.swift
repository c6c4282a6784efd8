extension Network {
  /// The vector of a key as numbers, or nil where the network has none.
  package func vector(of key: UInt64) -> [Float]? {
    guard let row = row(of: key) else { return nil }
    let vectors = (base + layout.vectors.lowerBound).assumingMemoryBound(to: Int8.self) + Int(row) * shape.width
    let unit = 1 / Float(1 << shape.vectorBits)
    return (0..<shape.width).map { Float(vectors[$0]) * unit }
  }

  /// A matrix, row by row, and its bias as numbers, to go on training from.
  package func values(_ weights: Range<Int>, _ bias: Range<Int>) -> (weights: [Float], bias: [Float]) {
    let columns = bias.count / 4
    let rows = weights.count / 2 / columns
    let packed = (base + weights.lowerBound).assumingMemoryBound(to: Int16.self)
    let sums = (base + bias.lowerBound).assumingMemoryBound(to: Int32.self)
    let unit = 1 / Float(1 << FixedPoint.weight)
    let sumUnit = 1 / Float(1 << (FixedPoint.weight + FixedPoint.activation))
    var result = [Float](repeating: 0, count: rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        result[row * columns + column] = Float(packed[(row / 2 * columns + column) * 2 + row % 2]) * unit
      }
    }
    return (result, (0..<columns).map { Float(sums[$0]) * sumUnit })
  }
}
