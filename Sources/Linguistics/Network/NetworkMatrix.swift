internal import CKernels

/// How many bits weights and rows have when a network multiplies them.
package enum NetworkPrecision: Sendable {
  /// 8 bits.
  case bytes
  /// 16 bits, as the weights are stored: half as fast. The weights were trained on trees that were found with it.
  case words
}

/// Matrices of the network side by side over the same rows.
///
/// In 8 bits each column has a unit of its own, so that its largest weight becomes 127, and so has each row that it is
/// multiplied with. Sums of products are whole numbers, and the step back to fixed point is two products of floats,
/// each rounded as the standard says: results are the same bits on every machine.
///
/// Source: Dettmers et al., "LLM.int8(): 8-bit Matrix Multiplication for Transformers at Scale", NeurIPS 2022,
/// arXiv:2208.07339, for the units of rows and columns.
final class NetworkMatrix: @unchecked Sendable {
  /// One of the stored matrices, and what its columns become.
  struct Part {
    let weights: UnsafePointer<Int16>
    let bias: UnsafePointer<Int32>
    let columns: Int
    /// Bits after the point of the results where they are narrowed to 16 bits.
    var bits = FixedPoint.activation
    /// The smallest result where they are narrowed.
    var least = Int16.min
    /// Columns that become gates when they are narrowed: a half and a quarter of the sum, with ``FixedPoint/gate`` bits.
    var gates = 0..<0

    /// The columns behind them fill up a row; they never have its largest sum.
    let used: Int

    init(weights: UnsafePointer<Int16>, bias: UnsafePointer<Int32>, columns: Int, used: Int? = nil) {
      self.weights = weights
      self.bias = bias
      self.columns = columns
      self.used = used ?? columns
    }

    /// Bits that narrowing takes off the end of a sum.
    func shift(_ column: Int) -> Int {
      FixedPoint.activation + FixedPoint.weight - (gates.contains(column) ? FixedPoint.gate - 2 : bits)
    }

    /// What a sum begins with: its bias, and what narrowing has to add before it takes bits off.
    func start(_ column: Int) -> Int32 {
      let shift = Int32(shift(column))
      return bias[column] + (gates.contains(column) ? 1 << (Int32(FixedPoint.gate) - 1 + shift) : 1 << (shift - 1))
    }
  }

  /// Bits that narrowing takes off the end of a sum of bytes' products.
  private static let guardBits = 3

  let columns: Int
  /// Bits after the point of whole sums.
  var sumBits: Int {
    precision == .bytes ? FixedPoint.activation + NetworkMatrix.guardBits : FixedPoint.activation + FixedPoint.weight
  }
  private let depth: Int
  private let parts: [Part]
  private let precision: NetworkPrecision
  private let bytes: entente_byte_matrix

  /// - Parameter parts: their memory must outlive the matrix.
  /// - Complexity: O(depth · columns).
  init?(_ parts: [Part], depth: Int, precision: NetworkPrecision) {
    self.parts = parts
    self.depth = depth
    self.precision = precision
    columns = parts.reduce(0) { $0 + $1.columns }
    var bytes = entente_byte_matrix(
      weights: .allocate(capacity: depth * columns), starts: .allocate(capacity: columns),
      units: .allocate(capacity: columns), bias: .allocate(capacity: columns), least: .allocate(capacity: columns),
      depth: depth, columns: columns)
    var first = 0
    for part in parts {
      entente_pack_int8(part.weights, part.columns, &bytes, first)
      for column in first..<first + part.used {
        let shift = part.shift(column - first) - NetworkMatrix.guardBits
        bytes.units[column] /= Float(1 << shift)
        bytes.bias[column] = part.start(column - first) >> Int32(shift)
        bytes.least[column] = part.least
      }
      for column in first + part.used..<first + part.columns {
        bytes.units[column] = 0
        bytes.bias[column] = .min
        bytes.least[column] = part.least
      }
      first += part.columns
    }
    self.bytes = bytes
    guard (0..<columns).allSatisfy(fits) else { return nil }
  }

  /// Whether the greatest sum that a column could come to has no more than 31 bits.
  private func fits(_ column: Int) -> Bool {
    var sizes = 0
    let strip = column / 32 * 32 * depth
    for k in 0..<depth { sizes += Int(bytes.weights[strip + (k / 4 * 32 + column % 32) * 4 + k % 4].magnitude) }
    // No unit of a row is greater than 258, and none of its bytes than 127.
    return Double(sizes) * 127 * 258.1 * Double(bytes.units[column]) + Double(bytes.bias[column].magnitude) <= 0x1p31
  }

  deinit {
    bytes.weights.deallocate()
    bytes.starts.deallocate()
    bytes.units.deallocate()
    bytes.bias.deallocate()
    bytes.least.deallocate()
  }

  /// Products with rows that begin `stride` apart, as whole sums.
  func multiply(
    _ x: UnsafePointer<Int16>, rows: Int, stride: Int, into sums: UnsafeMutablePointer<Int32>
  ) {
    switch precision {
    case .bytes:
      withUnsafePointer(to: bytes) { entente_multiply_int8(x, rows, stride, $0, sums, nil) }
    case .words:
      multiplyWords(x, rows: rows, stride: stride) { row, column, _, sum in sums[row * columns + column] = sum }
    }
  }

  /// Products with rows that begin `stride` apart, narrowed to 16 bits.
  func multiply(
    _ x: UnsafePointer<Int16>, rows: Int, stride: Int, into narrow: UnsafeMutablePointer<Int16>
  ) {
    switch precision {
    case .bytes:
      withUnsafePointer(to: bytes) { entente_multiply_int8(x, rows, stride, $0, nil, narrow) }
    case .words:
      multiplyWords(x, rows: rows, stride: stride) { row, column, place, sum in
        let value = sum >> Int32(place.part.shift(place.column))
        narrow[row * columns + column] = Int16(clamping: max(value, Int32(place.part.least)))
      }
    }
  }

  private func multiplyWords(
    _ x: UnsafePointer<Int16>, rows: Int, stride: Int,
    _ store: (_ row: Int, _ column: Int, _ place: (part: Part, column: Int), _ sum: Int32) -> Void
  ) {
    let left = (0..<rows).flatMap { UnsafeBufferPointer(start: x + $0 * stride, count: depth) }
    var first = 0
    for part in parts {
      var sums = [Int32](repeating: 0, count: rows * part.columns)
      let starts = (0..<part.columns).map { part.start($0) }
      entente_multiply_int16(left, rows, depth, part.weights, part.columns, starts, &sums)
      for row in 0..<rows {
        for column in 0..<part.columns {
          let sum = column < part.used ? sums[row * part.columns + column] : .min
          store(row, first + column, (part, column), sum)
        }
      }
      first += part.columns
    }
  }
}
