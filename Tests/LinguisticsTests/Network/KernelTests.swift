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

  /// Where a matrix of bytes has an entry.
  private static func place(_ k: Int, _ column: Int, depth: Int) -> Int {
    column / 32 * 32 * depth + (k / 4 * 32 + column % 32) * 4 + k % 4
  }

  /// A product with a matrix of bytes, and what its rules say of it.
  private struct ByteProduct {
    let rows: Int, depth: Int, columns: Int, stride: Int
    let a: [Int16]
    private let b: [Int8]
    private let matrix: entente_byte_matrix

    init(rows: Int, depth: Int, columns: Int, extreme: Bool) {
      self.rows = rows
      self.depth = depth
      self.columns = columns
      let stride = depth + 5
      self.stride = stride
      var numbers = Numbers(state: UInt64(rows * 1000 + depth * 10 + columns))
      a = (0..<rows * stride).map { index in
        let number = numbers.next()
        // Rows of zeros and of small numbers are rows too.
        if extreme { return number % 3 == 0 ? .min : .max }
        return index / stride % 7 == 3 ? 0 : index / stride % 7 == 5 ? number % 3 : number
      }
      b = (0..<depth * columns).map { _ in
        let number = numbers.next()
        return extreme ? (number % 3 == 0 ? -127 : 127) : Int8(number % 128)
      }
      matrix = entente_byte_matrix(
        weights: .allocate(capacity: depth * columns), starts: .allocate(capacity: columns),
        units: .allocate(capacity: columns), bias: .allocate(capacity: columns), least: .allocate(capacity: columns),
        depth: depth, columns: columns)
      for column in 0..<columns {
        var sum = 0
        for k in 0..<depth {
          let value = b[k * columns + column]
          matrix.weights[KernelTests.place(k, column, depth: depth)] = value
          sum += Int(value)
        }
        matrix.starts[column] = Int32(sum * -128)
        // Some so large that sums come near their limit.
        matrix.units[column] = column % 5 == 0 ? 1.9 : Float(abs(Int(numbers.next())) + 1) / 1e7
        matrix.bias[column] = Int32(numbers.next()) * 10
        matrix.least[column] = column % 2 == 0 ? 0 : -32_768
      }
    }

    func free() {
      matrix.weights.deallocate()
      matrix.starts.deallocate()
      matrix.units.deallocate()
      matrix.bias.deallocate()
      matrix.least.deallocate()
    }

    /// The bytes of a row and their unit.
    func row(_ row: Int) -> (bytes: [Int], unit: Float) {
      let numbers = a[row * stride..<row * stride + depth].map { Int($0) }
      let greatest = max(1, numbers.map(abs).max() ?? 1)
      var shift = 0
      while greatest << (shift + 1) < 32_768 { shift += 1 }
      let factor = 127 << 15 / (greatest << shift)
      return (numbers.map { ($0 << shift * factor + 1 << 14) >> 15 }, 32_768 / Float(factor << shift))
    }

    func sums() -> [Int32] {
      (0..<rows).flatMap { index in
        let (bytes, unit) = row(index)
        return (0..<columns).map { column in
          var products = 0
          for k in 0..<depth { products += bytes[k] * Int(b[k * columns + column]) }
          return Int32(Float(products) * (matrix.units[column] * unit)) + matrix.bias[column]
        }
      }
    }

    func narrowed(_ sums: [Int32]) -> [Int16] {
      sums.enumerated().map { index, sum in max(matrix.least[index % columns], Int16(clamping: sum >> 3)) }
    }

    /// Both products by one kind of processor, or nil where this one is not of the kind.
    func multiply(_ processor: entente_processor) -> (sums: [Int32], narrow: [Int16])? {
      var sums = [Int32](repeating: 0, count: rows * columns)
      var narrow = [Int16](repeating: 0, count: rows * columns)
      return withUnsafePointer(to: matrix) { matrix in
        guard entente_multiply_int8_by(processor, a, rows, stride, matrix, &sums, nil) == 1,
          entente_multiply_int8_by(processor, a, rows, stride, matrix, nil, &narrow) == 1
        else { return nil }
        return (sums, narrow)
      }
    }
  }

  private static let processors = [
    entente_processor_any, entente_processor_avx2, entente_processor_avxvnni, entente_processor_avx512,
  ]

  @Test(
    "of bytes are the same by the instructions of every processor",
    arguments: [1, 2, 5, 11, 12, 13, 30, 217], [(32, 96), (64, 32), (160, 64), (96, 32), (1024, 32)])
  func bytes(rows: Int, shape: (depth: Int, columns: Int)) {
    for extreme in [false, true] {
      let product = ByteProduct(rows: rows, depth: shape.depth, columns: shape.columns, extreme: extreme)
      defer { product.free() }
      let sums = product.sums()
      let narrowed = product.narrowed(sums)
      var kinds = 0
      for kind in KernelTests.processors {
        guard let found = product.multiply(kind) else { continue }
        kinds += 1
        #expect(found.sums == sums, "kind \(kind.rawValue)")
        #expect(found.narrow == narrowed, "kind \(kind.rawValue)")
      }
      #expect(kinds > 0)
    }
  }

  @Test("A row's greatest number becomes 127 or nearly so") func rowUnits() {
    let product = ByteProduct(rows: 40, depth: 160, columns: 32, extreme: false)
    defer { product.free() }
    for row in 0..<product.rows {
      let (bytes, unit) = product.row(row)
      let words = product.a[row * product.stride..<row * product.stride + product.depth]
      #expect(unit < 258.1)
      for (byte, word) in zip(bytes, words) {
        #expect(abs(byte) <= 127)
        #expect(abs(Float(byte) * unit - Float(word)) <= unit * 0.51)
      }
    }
  }

  @Test("A matrix in bytes is the one of words in units of its columns") func packingBytes() {
    let depth = 64
    let columns = 32
    var numbers = Numbers(state: 77)
    var words = [Int16](repeating: 0, count: depth * columns)
    for index in words.indices { words[index] = numbers.next() / 16 }
    // A column of zeros and one with the greatest number there is.
    for k in 0..<depth {
      words[(k / 2 * columns + 2) * 2 + k % 2] = 0
      words[(k / 2 * columns + 3) * 2 + k % 2] = k == 5 ? -32_768 : 32_767
    }
    var weights = [Int8](repeating: 99, count: depth * 96)
    var starts = [Int32](repeating: 0, count: 96)
    var units = [Float](repeating: 0, count: 96)
    weights.withUnsafeMutableBufferPointer { weights in
      starts.withUnsafeMutableBufferPointer { starts in
        units.withUnsafeMutableBufferPointer { units in
          var matrix = entente_byte_matrix(
            weights: weights.baseAddress, starts: starts.baseAddress, units: units.baseAddress, bias: nil, least: nil,
            depth: depth, columns: 96)
          entente_pack_int8(words, columns, &matrix, 32)
        }
      }
    }
    for column in 0..<columns {
      var sum = 0
      for k in 0..<depth {
        let word = Float(words[(k / 2 * columns + column) * 2 + k % 2])
        let byte = weights[KernelTests.place(k, 32 + column, depth: depth)]
        #expect(abs(Float(byte) * units[32 + column] - word) <= units[32 + column] * 0.51)
        sum += Int(byte)
      }
      #expect(starts[32 + column] == Int32(-128 * sum))
    }
    #expect(weights[..<(32 * depth)].allSatisfy { $0 == 99 } && weights[(64 * depth)...].allSatisfy { $0 == 99 })
  }

  @Test("Packed columns are rows") func packing() {
    let rows: [Int16] = [1, 2, 3, 4, 0, 5, 6, 7, 8, 0]
    var packed = [Int16](repeating: 9, count: 12)
    entente_pack_columns(rows, 2, 5, 4, 3, &packed)
    #expect(packed == [1, 2, 5, 6, 0, 0, 3, 4, 7, 8, 0, 0])
  }

  @Test("A recurrent layer runs forward in one half and backward in the other", arguments: [1, 2, 7, 33], [32, 160])
  func recurrence(rows: Int, width: Int) {
    var numbers = Numbers(state: UInt64(rows))
    let u = (0..<rows * width * 3).map { index in index % 29 == 0 ? (index % 2 == 0 ? .min : .max) : numbers.next() * 3
    }
    let input = (0..<rows * width).map { index in index % 31 == 0 ? (index % 2 == 0 ? .min : .max) : numbers.next() }
    var x = input
    var cells = [Int16](repeating: 0, count: width)
    entente_recurrent_layer(u, &x, &cells, rows, width)
    func gate(_ value: Int16) -> Int32 { min(16384, max(0, Int32(value))) }
    var wrong = 0
    for column in 0..<width {
      var cell: Int32 = 0
      for step in 0..<rows {
        let row = column < width / 2 ? step : rows - 1 - step
        let at = row * width * 3 + column
        let candidate = Int32(u[at])
        cell = candidate + ((gate(u[at + width]) * (cell - candidate) + 8192) >> 14)
        let old = Int32(input[row * width + column])
        let new = old + ((gate(u[at + 2 * width]) * (cell - old) + 8192) >> 14)
        if x[row * width + column] != Int16(new) { wrong += 1 }
      }
    }
    #expect(wrong == 0)
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

  @Test("Each row's largest number is found at its first place", arguments: [32, 64, 96])
  func largest(columns: Int) {
    var numbers = (0..<(columns + 2) * columns).map { Int32($0 * 7 % 13) }
    // In row p the largest number stands at place p and at the last one.
    for row in 0..<columns {
      numbers[row * columns + row] = 13
      numbers[row * columns + columns - 1] = 13
    }
    for column in 0..<columns {
      numbers[columns * columns + column] = .min
      numbers[(columns + 1) * columns + column] = column == 5 ? -3 : -4
    }
    for kind in KernelTests.processors {
      var places = [Int32](repeating: -1, count: columns + 2)
      guard entente_find_largest_by(kind, numbers, columns + 2, columns, &places) == 1 else { continue }
      #expect(places == (0..<Int32(columns)).map { $0 } + [0, 5])
    }
    var places: [Int32] = [9, 9]
    entente_find_largest(numbers, 2, columns, &places)
    #expect(places == [0, 1])
  }
}
