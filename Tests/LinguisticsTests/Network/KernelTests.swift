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

  @Test("The largest number is found at its first place") func largest() {
    #expect(entente_index_of_largest([3, 9, 9, -2], 4) == 1)
    #expect(entente_index_of_largest([Int32.min], 1) == 0)
  }
}
