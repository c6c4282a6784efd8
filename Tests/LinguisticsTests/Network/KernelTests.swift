import CKernels
import Testing

@Suite("Matrix products")
struct KernelTests {
  private struct Numbers {
    var state: UInt64
    mutating func next() -> Int16 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int16(truncatingIfNeeded: state >> 45) / 4
    }
  }

  @Test("of whole numbers are exact", arguments: [1, 2, 3, 5, 8, 13], [32, 64, 40, 6])
  func wholeNumbers(rows: Int, columns: Int) {
    let depth = 18
    var numbers = Numbers(state: UInt64(rows * 100 + columns))
    let a = (0..<rows * depth).map { _ in numbers.next() }
    let b = (0..<depth * columns).map { _ in numbers.next() }
    let bias = (0..<columns).map { _ in Int32(numbers.next()) }
    var packed = [Int16](repeating: 0, count: depth * columns)
    for k in 0..<depth {
      for j in 0..<columns { packed[(k / 2 * columns + j) * 2 + k % 2] = b[k * columns + j] }
    }
    var c = [Int32](repeating: 0, count: rows * columns)
    entente_multiply_int16(a, rows, depth, packed, columns, bias, &c)
    for i in 0..<rows {
      for j in 0..<columns {
        let sum = (0..<depth).reduce(bias[j]) { $0 &+ Int32(a[i * depth + $1]) &* Int32(b[$1 * columns + j]) }
        #expect(c[i * columns + j] == sum)
      }
    }
  }

  @Test("of floats add up in one order with fused multiplication", arguments: [1, 4, 9], [7, 32, 33])
  func floats(rows: Int, columns: Int) {
    let depth = 11
    var numbers = Numbers(state: 5)
    let a = (0..<rows * depth).map { _ in Float(numbers.next()) / 1000 }
    let b = (0..<depth * columns).map { _ in Float(numbers.next()) / 1000 }
    var c = [Float](repeating: 1, count: rows * columns)
    entente_multiply_float(a, rows, depth, depth, 1, b, columns, &c, 1)
    for i in 0..<rows {
      for j in 0..<columns {
        var sum: Float = 1
        for k in 0..<depth { sum.addProduct(a[i * depth + k], b[k * columns + j]) }
        #expect(c[i * columns + j] == sum)
      }
    }
  }

  @Test("Packed columns are rows") func packing() {
    let rows: [Int16] = [1, 2, 3, 4, 5, 6, 7, 8]
    var packed = [Int16](repeating: 9, count: 12)
    entente_pack_columns(rows, 2, 4, 3, &packed)
    #expect(packed == [1, 2, 5, 6, 0, 0, 3, 4, 7, 8, 0, 0])
  }

  @Test("Narrowing rounds, clips and rectifies") func narrowing() {
    let numbers: [Int32] = [0, 15, 16, -16, 1 << 24, -(1 << 24), 8]
    var signed = [Int16](repeating: 0, count: numbers.count)
    entente_narrow(numbers, numbers.count, 4, -32_767, &signed)
    #expect(signed == [0, 1, 1, -1, 32_767, -32_767, 1])
    var rectified = signed
    entente_narrow(numbers, numbers.count, 4, 0, &rectified)
    #expect(rectified == [0, 1, 1, 0, 32_767, 0, 1])
  }

  @Test("A recurrent layer runs forward in one half and backward in the other", arguments: [1, 2, 7, 33])
  func recurrence(rows: Int) {
    let width = 32
    var numbers = Numbers(state: UInt64(rows))
    let u = (0..<rows * width * 3).map { _ in Int32(numbers.next()) << 11 }
    let input = (0..<rows * width).map { _ in numbers.next() / 8 }
    var x = input
    var cells = [Int16](repeating: 0, count: 2 * width)
    entente_recurrent_layer(u, &x, &cells, rows, width)
    func gate(_ value: Int32) -> Int32 { min(16384, max(0, (value >> 10) + 8192)) }
    for column in 0..<width {
      var cell: Int32 = 0
      for step in 0..<rows {
        let row = column < width / 2 ? step : rows - 1 - step
        let at = row * width * 3 + column
        let candidate = min(32767, max(-32767, (u[at] + 2048) >> 12))
        cell = candidate + ((gate(u[at + width]) * (cell - candidate) + 8192) >> 14)
        let old = Int32(input[row * width + column])
        let new = old + ((gate(u[at + 2 * width]) * (cell - old) + 8192) >> 14)
        #expect(x[row * width + column] == Int16(truncatingIfNeeded: new))
      }
    }
  }

  @Test("Vectors of bytes add up") func sums() {
    let width = 64
    var numbers = Numbers(state: 3)
    let vectors = (0..<20 * width).map { _ in Int8(truncatingIfNeeded: numbers.next()) }
    var sum = [Int16](repeating: 0, count: width)
    entente_sum_vectors(vectors, [3, 0, 19, 3], 4, width, 2, &sum)
    for column in 0..<width {
      #expect(sum[column] == [3, 0, 19, 3].reduce(0) { $0 + Int16(vectors[$1 * width + column]) } * 4)
    }
  }

  @Test("The largest number is found at its first place") func largest() {
    #expect(entente_index_of_largest([3, 9, 9, -2], 4) == 1)
    #expect(entente_index_of_largest([Int32.min], 1) == 0)
  }
}
