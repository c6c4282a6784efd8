internal import CKernels

/// The network that tags and parses: recurrent layers over vectors of forms, in whole numbers.
///
/// A token's vector is the sum of the vectors of its features. Each layer mixes it with its neighbours' on both sides;
/// from the last one come scores of tags, of each token as the head of each other, and of relations.
///
/// Sources: Lei et al., "Simple Recurrent Units for Highly Parallelizable Recurrence", EMNLP 2018,
/// doi:10.18653/v1/D18-1477; Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing", ICLR 2017,
/// arXiv:1611.01734.
package struct Network: @unchecked Sendable {
  // The bytes outlive the network: they belong to the program image or to the ``Weights`` that made it.
  let base: UnsafeRawPointer
  package let shape: NetworkShape
  package let layout: NetworkLayout
  private let unknown: [Int32]
  private let rootRow: Int32
  private let nameRow: Int32

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let shape = NetworkShape(bytes) else { return nil }
    let layout = NetworkLayout(shape)
    guard bytes.count >= layout.count else { return nil }
    self.shape = shape
    self.layout = layout
    base = bytes.baseAddress!
    let buckets = (base + layout.buckets.lowerBound).assumingMemoryBound(to: UInt64.self)
    func row(_ key: UInt64) -> Int32? { Network.row(key, buckets, shape) }
    var unknown: [Int32] = []
    for kind in 0..<NetworkFeatures.count {
      guard let found = row(NetworkFeatures.unknown(kind)) else { return nil }
      unknown.append(found)
    }
    guard let rootRow = row(NetworkFeatures.root), let nameRow = row(NetworkFeatures.name) else { return nil }
    self.unknown = unknown
    self.rootRow = rootRow
    self.nameRow = nameRow
  }

  @inline(__always)
  private static func row(_ key: UInt64, _ buckets: UnsafePointer<UInt64>, _ shape: NetworkShape) -> Int32? {
    guard let row = HashBuckets.value(key, in: buckets, count: UInt64(shape.bucketCount)), Int(row) < shape.vectorCount
    else { return nil }
    return Int32(truncatingIfNeeded: row)
  }

  /// The row of a key's vector.
  func row(of key: UInt64) -> Int32? {
    Network.row(key, (base + layout.buckets.lowerBound).assumingMemoryBound(to: UInt64.self), shape)
  }

  /// Runs the network over a sentence; its results are then in the workspace.
  ///
  /// - Parameter tokens: the sentence's tokens from index 1 on.
  /// - Complexity: O(count²) with a small factor for the square; longer sentences than ``NetworkWorkspace/longest``
  ///   are to be cut before.
  func run(_ tokens: UnsafePointer<TokenFeatures>, count: Int, in space: NetworkWorkspace) {
    let rows = count + 1
    let width = shape.width
    space.reserve(rows: rows, shape: shape)
    embed(tokens, count: count, into: space.x)
    for layer in layout.layers {
      multiply(space.x, rows: rows, depth: width, layer.weights, layer.bias, columns: width * 3, into: space.sums)
      entente_recurrent_layer(space.sums, space.x, space.cells, rows, width)
    }
    read(rows: rows, in: space)
  }

  private func embed(_ tokens: UnsafePointer<TokenFeatures>, count: Int, into x: UnsafeMutablePointer<Int16>) {
    let width = shape.width
    let vectors = (base + layout.vectors.lowerBound).assumingMemoryBound(to: Int8.self)
    let buckets = (base + layout.buckets.lowerBound).assumingMemoryBound(to: UInt64.self)
    let shift = Int32(FixedPoint.activation - shape.vectorBits)
    x.update(repeating: 0, count: (count + 1) * width)
    @inline(__always) func add(_ row: Int32, to sum: UnsafeMutablePointer<Int16>) {
      entente_add_bytes(vectors + Int(row) * width, width, shift, sum)
    }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: NetworkFeatures.count) { keys in
      unknown.withUnsafeBufferPointer { unknown in
        add(rootRow, to: x)
        for index in stride(from: 1, through: count, by: 1) {
          let sum = x + index * width
          NetworkFeatures.fill(keys.baseAddress!, tokens[index])
          for kind in 0..<NetworkFeatures.count {
            add(Network.row(keys[kind], buckets, shape) ?? unknown[kind], to: sum)
          }
          if tokens[index].isName { add(nameRow, to: sum) }
        }
      }
    }
  }

  @inline(__always)
  private func multiply(
    _ a: UnsafePointer<Int16>, rows: Int, depth: Int, _ weights: Range<Int>, _ bias: Range<Int>, columns: Int,
    into c: UnsafeMutablePointer<Int32>
  ) {
    entente_multiply_int16(
      a, rows, depth, (base + weights.lowerBound).assumingMemoryBound(to: Int16.self), columns,
      (base + bias.lowerBound).assumingMemoryBound(to: Int32.self), c)
  }

  private func read(rows: Int, in space: NetworkWorkspace) {
    let width = shape.width
    let reading = shape.reading
    let sums = space.sums
    let product = FixedPoint.activation + FixedPoint.weight
    // Tags.
    multiply(
      space.x, rows: rows, depth: width, layout.tags.weights, layout.tags.bias, columns: shape.tagColumns, into: sums)
    for row in 1..<rows {
      space.tags[row] = UInt8(
        truncatingIfNeeded: entente_index_of_largest(sums + row * shape.tagColumns, shape.tagCount))
    }
    // Arcs: the product of each dependent, mapped, with each head.
    multiply(
      space.x, rows: rows, depth: width, layout.dependents.weights, layout.dependents.bias, columns: reading, into: sums
    )
    entente_narrow(sums, rows * reading, Int32(product - FixedPoint.activation), 0, space.left)
    multiply(
      space.left, rows: rows, depth: reading, layout.arcs.weights, layout.arcs.bias, columns: reading, into: sums)
    entente_narrow(sums, rows * reading, Int32(product - FixedPoint.mapped), -32_767, space.left)
    multiply(
      space.x, rows: rows, depth: width, layout.heads.weights, layout.heads.bias, columns: reading, into: sums)
    entente_narrow(sums, rows * reading, Int32(product - FixedPoint.head), 0, space.right)
    let columns = NetworkShape.padded(rows)
    entente_pack_columns(space.right, rows, reading, columns, space.packed)
    entente_multiply_int16(space.left, rows, reading, space.packed, columns, space.zeros, space.arcs)
    // Relations: halves of the hidden layer, to be joined when heads are known.
    multiply(
      space.x, rows: rows, depth: width, layout.labelDependents.weights, layout.labelDependents.bias, columns: reading,
      into: sums)
    entente_narrow(sums, rows * reading, Int32(product - FixedPoint.activation), -32_767, space.left)
    multiply(
      space.x, rows: rows, depth: width, layout.labelHeads.weights, layout.labelHeads.bias, columns: reading, into: sums
    )
    entente_narrow(sums, rows * reading, Int32(product - FixedPoint.activation), -32_767, space.right)
  }

  /// Chooses the relations of all tokens, whose heads are given by row (0 above the root).
  func label(_ heads: UnsafePointer<Int32>, count: Int, in space: NetworkWorkspace) {
    let reading = shape.reading
    let hidden = space.x  // No longer needed: all was read from it.
    for index in 0..<count {
      let left = space.left + (index + 1) * reading
      let right = space.right + Int(heads[index + 1]) * reading
      let out = hidden + index * reading
      for column in 0..<reading {
        out[column] = Int16(truncatingIfNeeded: max(0, min(32_767, Int32(left[column]) + Int32(right[column]))))
      }
    }
    multiply(
      hidden, rows: count, depth: reading, layout.labels.weights, layout.labels.bias, columns: shape.labelColumns,
      into: space.sums)
    for index in 0..<count {
      let scores = space.sums + index * shape.labelColumns
      if heads[index + 1] == 0 {
        space.labels[index + 1] = DependencyRelation.root.rawValue
      } else {
        scores[Int(DependencyRelation.root.rawValue)] = Int32.min
        space.labels[index + 1] = UInt8(truncatingIfNeeded: entente_index_of_largest(scores, shape.labelCount))
      }
    }
    UniqueRelations.enforce(
      space.labels, heads: heads, count: count, scores: space.sums, columns: shape.labelColumns,
      labelCount: shape.labelCount)
  }
}

/// Memory of one analysis for the network, reused from sentence to sentence.
package final class NetworkWorkspace {
  /// Longest run of tokens that is parsed at once.
  package static let longest = 240

  private(set) var x = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  private(set) var sums = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  private(set) var cells = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  private(set) var left = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  private(set) var right = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  private(set) var packed = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  private(set) var zeros = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  private(set) var tags = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
  private(set) var labels = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
  /// Score of each row (column) as the head of each row; a row of ``NetworkShape/padded(_:)`` columns.
  private(set) var arcs = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  private var capacity = 0

  package init() {}

  deinit { release() }

  private func release() {
    x.deallocate()
    sums.deallocate()
    cells.deallocate()
    left.deallocate()
    right.deallocate()
    packed.deallocate()
    zeros.deallocate()
    tags.deallocate()
    labels.deallocate()
    arcs.deallocate()
  }

  func reserve(rows: Int, shape: NetworkShape) {
    guard rows > capacity else { return }
    release()
    capacity = max(rows, min(capacity * 2, NetworkWorkspace.longest + 1), 64)
    let widest = max(shape.width * 3, shape.tagColumns, shape.reading, shape.labelColumns)
    let columns = NetworkShape.padded(capacity)
    x = .allocate(capacity: capacity * max(shape.width, shape.reading))
    sums = .allocate(capacity: capacity * widest)
    cells = .allocate(capacity: shape.width)
    left = .allocate(capacity: capacity * shape.reading)
    right = .allocate(capacity: capacity * shape.reading)
    packed = .allocate(capacity: columns * shape.reading)
    zeros = .allocate(capacity: columns)
    zeros.initialize(repeating: 0, count: columns)
    tags = .allocate(capacity: capacity)
    labels = .allocate(capacity: capacity)
    arcs = .allocate(capacity: capacity * columns)
  }
}
