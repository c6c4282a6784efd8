/// The sizes of a network, as the head of its section gives them.
package struct NetworkShape: Hashable, Sendable {
  /// Length of a token's vector: twice the cells of a layer in one direction; a multiple of 32.
  package var width: Int
  package var layers: Int
  /// Length of the vectors that arcs and relations are read from; a multiple of 32.
  package var reading: Int
  package var tagCount: Int
  package var labelCount: Int
  /// Number of vectors of forms.
  package var vectorCount: Int
  /// Number of buckets of eight keys.
  package var bucketCount: Int
  /// A vector's bytes are its values times two to this power.
  package var vectorBits: Int

  package init(
    width: Int, layers: Int, reading: Int, tagCount: Int, labelCount: Int, vectorCount: Int, bucketCount: Int,
    vectorBits: Int
  ) {
    self.width = width
    self.layers = layers
    self.reading = reading
    self.tagCount = tagCount
    self.labelCount = labelCount
    self.vectorCount = vectorCount
    self.bucketCount = bucketCount
    self.vectorBits = vectorBits
  }

  package var tagColumns: Int { NetworkShape.padded(tagCount) }
  package var labelColumns: Int { NetworkShape.padded(labelCount) }

  package static func padded(_ count: Int) -> Int { (count + 31) / 32 * 32 }

  /// The numbers in the order in which they are stored.
  package var numbers: [Int] {
    [width, layers, reading, tagCount, labelCount, vectorCount, bucketCount, vectorBits]
  }

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 64 else { return nil }
    func number(_ index: Int) -> Int { Int(bytes.load(fromByteOffset: index * 4, as: UInt32.self)) }
    self.init(
      width: number(0), layers: number(1), reading: number(2), tagCount: number(3), labelCount: number(4),
      vectorCount: number(5), bucketCount: number(6), vectorBits: number(7))
    guard width > 0, width % 32 == 0, width <= 1024, layers > 0, layers <= 8, reading > 0, reading % 32 == 0,
      reading <= 1024, tagCount > 0, tagCount < 250, labelCount > 0, labelCount <= 64, bucketCount > 0,
      vectorCount > 0, vectorCount < 1 << 22, bucketCount < 1 << 22, vectorBits <= 10
    else { return nil }
  }
}

/// Places of the parts of a network within its section, each at a multiple of 64 bytes, in the order of the properties.
package struct NetworkLayout: Sendable {
  package private(set) var buckets = 0..<0
  package private(set) var vectors = 0..<0
  /// Weights and bias of each layer.
  package private(set) var layers: [(weights: Range<Int>, bias: Range<Int>)] = []
  package private(set) var tags = Matrix()
  package private(set) var dependents = Matrix()
  package private(set) var heads = Matrix()
  package private(set) var arcs = Matrix()
  package private(set) var labelDependents = Matrix()
  package private(set) var labelHeads = Matrix()
  package private(set) var labels = Matrix()
  /// Length of the section.
  package private(set) var count = 64

  package struct Matrix: Sendable {
    package var weights = 0..<0
    package var bias = 0..<0

    package init(weights: Range<Int> = 0..<0, bias: Range<Int> = 0..<0) {
      self.weights = weights
      self.bias = bias
    }
  }

  package init(_ shape: NetworkShape) {
    buckets = take(shape.bucketCount * 64)
    vectors = take(shape.vectorCount * shape.width)
    for _ in 0..<shape.layers {
      let matrix = matrix(shape.width, shape.width * 3)
      layers.append((matrix.weights, matrix.bias))
    }
    tags = matrix(shape.width, shape.tagColumns)
    dependents = matrix(shape.width, shape.reading)
    heads = matrix(shape.width, shape.reading)
    arcs = matrix(shape.reading, shape.reading)
    labelDependents = matrix(shape.width, shape.reading)
    labelHeads = matrix(shape.width, shape.reading)
    labels = matrix(shape.reading, shape.labelColumns)
  }

  private mutating func take(_ length: Int) -> Range<Int> {
    let start = (count + 63) / 64 * 64
    count = start + length
    return start..<count
  }

  private mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix {
    let weights = take(rows * columns * 2)
    return Matrix(weights: weights, bias: take(columns * 4))
  }
}

/// Positions of the binary point.
package enum FixedPoint {
  /// Bits after the point of a token's vector.
  package static let activation = 10
  /// Bits after the point of a weight.
  package static let weight = 12
  /// Bits after the point of a recurrent layer's gate.
  package static let gate = 14
  /// Bits after the point of a head's vector and of a dependent's mapped vector when their product is taken.
  package static let head = 8
  package static let mapped = 6
}
