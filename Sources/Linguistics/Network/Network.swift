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
  private let layers: [NetworkMatrix]
  private let tags: NetworkMatrix
  /// What a row is as a dependent and as a head, of an arc and of a relation, each ``NetworkShape/reading`` columns.
  private let readings: NetworkMatrix
  private let arcs: NetworkMatrix
  private let labels: NetworkMatrix

  init?(_ bytes: UnsafeRawBufferPointer, precision: NetworkPrecision) {
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

    let base = base
    func part(_ matrix: NetworkLayout.Matrix, used: Int? = nil) -> NetworkMatrix.Part {
      NetworkMatrix.Part(
        weights: (base + matrix.weights.lowerBound).assumingMemoryBound(to: Int16.self),
        bias: (base + matrix.bias.lowerBound).assumingMemoryBound(to: Int32.self), columns: matrix.bias.count / 4,
        used: used)
    }
    func matrix(_ parts: [NetworkMatrix.Part], depth: Int) -> NetworkMatrix? {
      NetworkMatrix(parts, depth: depth, precision: precision)
    }
    let layers = layout.layers.compactMap { layer in
      var part = part(NetworkLayout.Matrix(weights: layer.weights, bias: layer.bias))
      part.gates = shape.width..<shape.width * 3
      return matrix([part], depth: shape.width)
    }
    var dependents = part(layout.dependents)
    dependents.least = 0
    var heads = part(layout.heads)
    heads.least = 0
    heads.bits = FixedPoint.head
    var mapped = part(layout.arcs)
    mapped.bits = FixedPoint.mapped
    guard layers.count == layout.layers.count,
      let tags = matrix([part(layout.tags, used: shape.tagCount)], depth: shape.width),
      let readings = matrix(
        [dependents, heads, part(layout.labelDependents), part(layout.labelHeads)], depth: shape.width),
      let arcs = matrix([mapped], depth: shape.reading),
      let labels = matrix([part(layout.labels, used: shape.labelCount)], depth: shape.reading)
    else { return nil }
    self.layers = layers
    self.tags = tags
    self.readings = readings
    self.arcs = arcs
    self.labels = labels
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
    for layer in layers {
      layer.multiply(space.x, rows: rows, stride: width, into: space.mixed)
      for piece in space.pieces {
        entente_recurrent_layer(
          space.mixed + piece.row * layer.columns, space.x + piece.row * width, space.cells, piece.count + 1, width)
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

  private func tag(in space: NetworkWorkspace) {
    tags.multiply(space.x, rows: space.rows, stride: shape.width, into: space.sums)
    entente_find_largest(space.sums, space.rows, tags.columns, space.places)
    for row in 0..<space.rows { space.tags[row] = UInt8(truncatingIfNeeded: space.places[row]) }
  }

  /// An arc's score is the product of the dependent, mapped, with the head; the best tree of a sentence is taken.
  private func findHeads(in space: NetworkWorkspace) {
    let reading = shape.reading
    let stride = readings.columns
    readings.multiply(space.x, rows: space.rows, stride: shape.width, into: space.mixed)
    arcs.multiply(space.mixed, rows: space.rows, stride: stride, into: space.mapped)
    for piece in space.pieces {
      let rows = piece.count + 1
      let columns = NetworkShape.padded(rows)
      entente_pack_columns(
        space.mixed + piece.row * stride + reading, rows, stride, reading, columns, space.packed)
      entente_multiply_int16(
        space.mapped + piece.row * reading, rows, reading, space.packed, columns, space.edge(after: rows), space.scores)
      // No row is its own head.
      for row in 0..<rows { space.scores[row * columns + row] = .min }
      entente_find_largest(space.scores, rows, columns, space.heads + piece.row)
      MaximumSpanningTree.complete(space.scores, rows: rows, columns: columns, heads: space.heads + piece.row)
    }
  }

  /// Relations have a hidden layer over the halves that a word and its head give.
  private func label(in space: NetworkWorkspace) {
    let reading = shape.reading
    let stride = readings.columns
    let dependents = space.mixed + reading * 2
    let heads = space.mixed + reading * 3
    for piece in space.pieces {
      for row in (piece.row + 1)...(piece.row + piece.count) {
        entente_rectified_sum(
          dependents + row * stride, heads + (piece.row + Int(space.heads[row])) * stride, reading)
      }
    }
    labels.multiply(dependents, rows: space.rows, stride: stride, into: space.sums)
    let root = Int(DependencyRelation.root.rawValue)
    for row in 0..<space.rows { space.sums[row * labels.columns + root] = .min }
    entente_find_largest(space.sums, space.rows, labels.columns, space.places)
    for piece in space.pieces {
      for row in (piece.row + 1)...(piece.row + piece.count) {
        space.labels[row] =
          space.heads[row] == 0
          ? DependencyRelation.root.rawValue : UInt8(truncatingIfNeeded: space.places[row])
      }
      UniqueRelations.enforce(
        space.labels + piece.row, heads: space.heads + piece.row, count: piece.count,
        scores: space.sums + (piece.row + 1) * labels.columns, columns: labels.columns,
        labelCount: shape.labelCount, bits: labels.sumBits)
    }
  }
}
