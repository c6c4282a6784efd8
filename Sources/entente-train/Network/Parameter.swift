import CKernels
import Provenance

/// A matrix of a network under training, with its gradient and the moments of Adam.
///
/// Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015, arXiv:1412.6980.
final class Parameter {
  let rows: Int
  let columns: Int
  var count: Int { rows * columns }
  let value: UnsafeMutablePointer<Float>
  let gradient: UnsafeMutablePointer<Float>
  private let first: UnsafeMutablePointer<Float>
  private let second: UnsafeMutablePointer<Float>
  /// The value with rows and columns exchanged; kept for matrices whose products are differentiated.
  let transposed: UnsafeMutablePointer<Float>

  static let decay1: Float = 0.9
  static let decay2: Float = 0.99

  /// Normally distributed values with a standard deviation, or zeros.
  init(_ rows: Int, _ columns: Int, deviation: Float = 0, random: inout SplitMix64) {
    self.rows = rows
    self.columns = columns
    func zeros() -> UnsafeMutablePointer<Float> {
      let memory = UnsafeMutablePointer<Float>.allocate(capacity: rows * columns)
      memory.initialize(repeating: 0, count: rows * columns)
      return memory
    }
    value = zeros()
    gradient = zeros()
    first = zeros()
    second = zeros()
    transposed = zeros()
    if deviation > 0 {
      for index in 0..<(rows * columns) {
        // A sum of twelve even draws is near enough to a normal one, and needs no logarithm.
        var sum: Float = -6
        for _ in 0..<12 { sum += random.unit() }
        value[index] = sum * deviation
      }
    }
    transpose()
  }

  deinit {
    for memory in [value, gradient, first, second, transposed] { memory.deallocate() }
  }

  func transpose() {
    for row in 0..<rows {
      for column in 0..<columns { transposed[column * rows + row] = value[row * columns + column] }
    }
  }

  /// Sum of the squares of the gradient of some rows.
  func squares(_ range: Range<Int>) -> Double {
    var sum: Float = 0
    for index in range.lowerBound * columns..<range.upperBound * columns { sum += gradient[index] * gradient[index] }
    return Double(sum)
  }

  /// One step of Adam over some rows, after which their gradient is zero.
  func step(_ range: Range<Int>, rate: Float, scale: Float, correction1: Float, correction2: Float) {
    for index in range.lowerBound * columns..<range.upperBound * columns {
      let g = gradient[index] * scale
      let m = Parameter.decay1 * first[index] + (1 - Parameter.decay1) * g
      let v = Parameter.decay2 * second[index] + (1 - Parameter.decay2) * g * g
      first[index] = m
      second[index] = v
      value[index] -= rate * (m * correction1) / ((v * correction2).squareRoot() + 1e-8)
      gradient[index] = 0
    }
  }
}

extension SplitMix64 {
  /// An even draw from 0 ..< 1.
  mutating func unit() -> Float { Float(next() >> 40) * (1 / 16_777_216) }
}

/// Products of row-major matrices.
enum Product {
  /// c (+)= a · b, of n × k and k × m.
  static func forward(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, n: Int, k: Int, m: Int, into c: UnsafeMutablePointer<Float>,
    adding: Bool = false
  ) {
    entente_multiply_float(a, n, k, k, 1, b, m, c, adding ? 1 : 0)
  }

  /// c += aᵀ · b, of n × k and n × m.
  static func transposed(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, n: Int, k: Int, m: Int,
    addingTo c: UnsafeMutablePointer<Float>
  ) {
    entente_multiply_float(a, k, 1, n, k, b, m, c, 1)
  }
}
