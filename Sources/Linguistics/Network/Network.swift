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

  /// Tags and parses a batch of sentences; the results are then in the workspace, by row.
  ///
  /// Products of matrices are taken over all rows of the batch at once, so that short sentences cost no more than long
  /// ones. No sentence's result depends on what else is in the batch.
  ///
  /// - Complexity: O(rows), and O(count²) with a small factor for each sentence.
  func run(in space: NetworkWorkspace) {
    let width = shape.width
    let rows = space.rows
    guard rows > 0 else { return }
    space.reserve(shape)
    embed(in: space)
    for layer in layout.layers {
      multiply(space.x, rows: rows, depth: width, layer.weights, layer.bias, columns: width * 3, into: space.sums)
      for piece in space.pieces {
        entente_recurrent_layer(
          space.sums + piece.row * width * 3, space.x + piece.row * width, space.cells, piece.count + 1, width)
      }
    }
    tag(in: space)
    findHeads(in: space)
    label(in: space)
  }

  /// Adds up the vectors of each token's features. Keys, places and vectors of the whole batch are each asked for before
  /// the first is used, since they lie far apart in memory.
  private func embed(in space: NetworkWorkspace) {
    let width = shape.width
    let kinds = NetworkFeatures.count
    let vectors = (base + layout.vectors.lowerBound).assumingMemoryBound(to: Int8.self)
    let buckets = (base + layout.buckets.lowerBound).assumingMemoryBound(to: UInt64.self)
    let shift = Int32(FixedPoint.activation - shape.vectorBits)
    let bucketCount = UInt64(shape.bucketCount)
    for piece in space.pieces {
      for row in (piece.row + 1)...(piece.row + piece.count) {
        let keys = space.keys + row * kinds
        NetworkFeatures.fill(keys, space.tokens[row])
        for kind in 0..<kinds { entente_prefetch(HashBuckets.place(keys[kind], in: buckets, count: bucketCount)) }
      }
    }
    unknown.withUnsafeBufferPointer { unknown in
      for piece in space.pieces {
        for row in (piece.row + 1)...(piece.row + piece.count) {
          for kind in 0..<kinds {
            let found = Network.row(space.keys[row * kinds + kind], buckets, shape) ?? unknown[kind]
            space.vectorRows[row * kinds + kind] = found
            // Two lines of memory bring the next ones with them.
            entente_prefetch(vectors + Int(found) * width)
            entente_prefetch(vectors + Int(found) * width + 64)
          }
        }
      }
    }
    for piece in space.pieces {
      withUnsafePointer(to: rootRow) {
        entente_sum_vectors(vectors, $0, 1, width, shift, space.x + piece.row * width)
      }
      for row in (piece.row + 1)...(piece.row + piece.count) {
        let sum = space.x + row * width
        if space.tokens[row].isName {
          // One more vector: the places of the features, and the name's behind them.
          withUnsafeTemporaryAllocation(of: Int32.self, capacity: kinds + 1) { rows in
            for kind in 0..<kinds { rows[kind] = space.vectorRows[row * kinds + kind] }
            rows[kinds] = nameRow
            entente_sum_vectors(vectors, rows.baseAddress!, kinds + 1, width, shift, sum)
          }
        } else {
          entente_sum_vectors(vectors, space.vectorRows + row * kinds, kinds, width, shift, sum)
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

  private func tag(in space: NetworkWorkspace) {
    multiply(
      space.x, rows: space.rows, depth: shape.width, layout.tags.weights, layout.tags.bias, columns: shape.tagColumns,
      into: space.sums)
    for row in 0..<space.rows {
      space.tags[row] = UInt8(
        truncatingIfNeeded: entente_index_of_largest(space.sums + row * shape.tagColumns, shape.tagCount))
    }
  }

  /// An arc's score is the product of the dependent, mapped, with the head; the best tree of a sentence is taken.
  private func findHeads(in space: NetworkWorkspace) {
    let rows = space.rows
    let reading = shape.reading
    let sums = space.sums
    let product = FixedPoint.activation + FixedPoint.weight
    multiply(
      space.x, rows: rows, depth: shape.width, layout.dependents.weights, layout.dependents.bias, columns: reading,
      into: sums)
    entente_narrow(sums, rows * reading, Int32(product - FixedPoint.activation), 0, space.left)
    multiply(
      space.left, rows: rows, depth: reading, layout.arcs.weights, layout.arcs.bias, columns: reading, into: sums)
    entente_narrow(sums, rows * reading, Int32(product - FixedPoint.mapped), -32_767, space.left)
    multiply(
      space.x, rows: rows, depth: shape.width, layout.heads.weights, layout.heads.bias, columns: reading, into: sums)
    entente_narrow(sums, rows * reading, Int32(product - FixedPoint.head), 0, space.right)
    for piece in space.pieces {
      let rows = piece.count + 1
      let columns = NetworkShape.padded(rows)
      entente_pack_columns(space.right + piece.row * reading, rows, reading, columns, space.packed)
      entente_multiply_int16(
        space.left + piece.row * reading, rows, reading, space.packed, columns, space.zeros, space.arcs)
      MaximumSpanningTree.find(space.arcs, rows: rows, columns: columns, heads: space.heads + piece.row)
    }
  }

  /// Relations have a hidden layer over the halves that a word and its head give.
  private func label(in space: NetworkWorkspace) {
    let rows = space.rows
    let reading = shape.reading
    let shift = Int32(FixedPoint.weight)
    multiply(
      space.x, rows: rows, depth: shape.width, layout.labelDependents.weights, layout.labelDependents.bias,
      columns: reading, into: space.sums)
    entente_narrow(space.sums, rows * reading, shift, -32_767, space.left)
    multiply(
      space.x, rows: rows, depth: shape.width, layout.labelHeads.weights, layout.labelHeads.bias, columns: reading,
      into: space.sums)
    entente_narrow(space.sums, rows * reading, shift, -32_767, space.right)
    for piece in space.pieces {
      for row in (piece.row + 1)...(piece.row + piece.count) {
        entente_rectified_sum(
          space.left + row * reading, space.right + (piece.row + Int(space.heads[row])) * reading, reading)
      }
    }
    multiply(
      space.left, rows: rows, depth: reading, layout.labels.weights, layout.labels.bias, columns: shape.labelColumns,
      into: space.sums)
    let root = Int(DependencyRelation.root.rawValue)
    for piece in space.pieces {
      for row in (piece.row + 1)...(piece.row + piece.count) {
        let scores = space.sums + row * shape.labelColumns
        if space.heads[row] == 0 {
          space.labels[row] = DependencyRelation.root.rawValue
        } else {
          scores[root] = Int32.min
          space.labels[row] = UInt8(truncatingIfNeeded: entente_index_of_largest(scores, shape.labelCount))
        }
      }
      UniqueRelations.enforce(
        space.labels + piece.row, heads: space.heads + piece.row, count: piece.count,
        scores: space.sums + (piece.row + 1) * shape.labelColumns, columns: shape.labelColumns,
        labelCount: shape.labelCount)
    }
  }
}
