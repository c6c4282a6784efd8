import CKernels
import Linguistics
import Provenance

/// One run of the network under training over a batch of sentences, forward and backward.
///
/// Row 0 of each sentence is the node above its root; its words follow.
final class NetworkPass {
  private let net: NetworkTrainer
  private let sentences: [PreparedSentence]
  private let width: Int
  private let reading: Int
  /// Number of rows, words and roots.
  private let n: Int
  /// First row of each sentence.
  private let starts: [Int]
  /// Vectors that each row sums up.
  private var rowVectors: [Int32] = []
  private var rowVectorStarts: [Int] = []
  private(set) var touched: [Int32] = []

  /// Inputs of each layer, and the last one's output.
  private var x: [UnsafeMutablePointer<Float>] = []
  private var masks: [UnsafeMutablePointer<Float>] = []
  private var dropped: [UnsafeMutablePointer<Float>] = []
  private var gates: [UnsafeMutablePointer<Float>] = []
  private var cells: [UnsafeMutablePointer<Float>] = []
  private var y: UnsafeMutablePointer<Float>
  private var yMask: UnsafeMutablePointer<Float>

  init(_ net: NetworkTrainer, _ sentences: [PreparedSentence], random: inout SplitMix64) {
    self.net = net
    self.sentences = sentences
    width = net.width
    reading = net.settings.reading
    var starts: [Int] = []
    var n = 0
    for sentence in sentences {
      starts.append(n)
      n += sentence.count + 1
    }
    self.starts = starts
    self.n = n
    net.arena.reset()
    y = net.arena.floats(n * width)
    yMask = net.arena.floats(n * width)
    collectVectors(random: &random)
    for _ in 0...net.layers.count { x.append(floats(n * width)) }
    for _ in net.layers {
      masks.append(floats(n * width))
      dropped.append(floats(n * width))
      gates.append(floats(n * width * 3))
      cells.append(floats(n * width))
    }
    for mask in masks { fill(mask, random: &random) }
    fill(yMask, random: &random)
  }

  private func floats(_ count: Int) -> UnsafeMutablePointer<Float> { net.arena.floats(count) }

  /// One mask for all words of a sentence (Gal and Ghahramani 2016, arXiv:1512.05287).
  private func fill(_ mask: UnsafeMutablePointer<Float>, random: inout SplitMix64) {
    let rate = net.settings.dropout
    let kept = 1 / (1 - rate)
    for (index, sentence) in sentences.enumerated() {
      let first = mask + starts[index] * width
      for column in 0..<width { first[column] = rate > 0 && random.unit() < rate ? 0 : kept }
      for row in 1...sentence.count { (first + row * width).update(from: first, count: width) }
    }
  }

  private func collectVectors(random: inout SplitMix64) {
    var keys = [UInt64](repeating: 0, count: NetworkFeatures.count)
    var seen: Set<Int32> = []
    for sentence in sentences {
      rowVectorStarts.append(rowVectors.count)
      rowVectors.append(net.rows[NetworkFeatures.root]!)
      for token in sentence.tokens {
        rowVectorStarts.append(rowVectors.count)
        keys.withUnsafeMutableBufferPointer { NetworkFeatures.fill($0.baseAddress!, token) }
        let forgets = random.unit() < net.settings.wordDropout
        for kind in 0..<NetworkFeatures.count {
          // The word itself in both its spellings is forgotten now and then, so that the rest learns to stand for it.
          let hidden = forgets && (kind == 0 || kind == 7)
          rowVectors.append(
            (hidden ? nil : net.rows[keys[kind]]) ?? net.rows[NetworkFeatures.unknown(kind)]!)
        }
        if token.isName { rowVectors.append(net.rows[NetworkFeatures.name]!) }
      }
    }
    rowVectorStarts.append(rowVectors.count)
    seen.formUnion(rowVectors)
    touched = seen.sorted()
  }

  // MARK: Forward

  func forward() {
    for row in 0..<n {
      let sum = x[0] + row * width
      for index in rowVectorStarts[row]..<rowVectorStarts[row + 1] {
        let vector = net.vectors.value + Int(rowVectors[index]) * width
        for column in 0..<width { sum[column] += vector[column] }
      }
    }
    for layer in net.layers.indices { forward(layer) }
    let last = x[net.layers.count]
    for index in 0..<n * width { y[index] = last[index] * yMask[index] }
  }

  private func forward(_ layer: Int) {
    let parameters = net.layers[layer]
    let input = x[layer]
    let output = x[layer + 1]
    let u = gates[layer]
    let cell = cells[layer]
    let mask = masks[layer]
    let masked = dropped[layer]
    for index in 0..<n * width { masked[index] = input[index] * mask[index] }
    Product.forward(masked, parameters.weights.value, n: n, k: width, m: width * 3, into: u)
    let bias = parameters.bias.value
    for row in 0..<n {
      let gate = u + row * width * 3 + width
      for column in 0..<width * 2 {
        gate[column] = max(0, min(1, 0.25 * (gate[column] + bias[column]) + 0.5))
      }
    }
    let half = width / 2
    for (index, sentence) in sentences.enumerated() {
      let first = starts[index]
      let last = first + sentence.count
      var row = first
      while row <= last {
        recur(u, cell, row: row, before: row > first ? row - 1 : nil, columns: 0..<half)
        row += 1
      }
      row = last
      while row >= first {
        recur(u, cell, row: row, before: row < last ? row + 1 : nil, columns: half..<width)
        row -= 1
      }
    }
    for row in 0..<n {
      let reset = u + row * width * 3 + width * 2
      for column in 0..<width {
        let at = row * width + column
        output[at] = reset[column] * (cell[at] - input[at]) + input[at]
      }
    }
  }

  @inline(__always)
  private func recur(
    _ u: UnsafeMutablePointer<Float>, _ cell: UnsafeMutablePointer<Float>, row: Int, before: Int?, columns: Range<Int>
  ) {
    let candidate = u + row * width * 3
    let forget = candidate + width
    let now = cell + row * width
    if let before {
      let old = cell + before * width
      for column in columns {
        now[column] = candidate[column] + forget[column] * (old[column] - candidate[column])
      }
    } else {
      for column in columns { now[column] = candidate[column] * (1 - forget[column]) }
    }
  }

  // MARK: Readings

  private struct Reading {
    var dependents: UnsafeMutablePointer<Float>
    var heads: UnsafeMutablePointer<Float>
    var mapped: UnsafeMutablePointer<Float>
    var labelDependents: UnsafeMutablePointer<Float>
    var labelHeads: UnsafeMutablePointer<Float>
    var tagScores: UnsafeMutablePointer<Float>
  }

  private func read() -> Reading {
    let m = reading
    let result = Reading(
      dependents: floats(n * m), heads: floats(n * m), mapped: floats(n * m), labelDependents: floats(n * m),
      labelHeads: floats(n * m), tagScores: floats(n * net.tagColumns))
    func rectified(_ weights: Parameter, _ bias: Parameter, into output: UnsafeMutablePointer<Float>) {
      Product.forward(y, weights.value, n: n, k: width, m: m, into: output)
      for row in 0..<n {
        for column in 0..<m { output[row * m + column] = max(0, output[row * m + column] + bias.value[column]) }
      }
    }
    rectified(net.dependents, net.dependentBias, into: result.dependents)
    rectified(net.heads, net.headBias, into: result.heads)
    Product.forward(result.dependents, net.arcs.value, n: n, k: m, m: m, into: result.mapped)
    for row in 0..<n {
      for column in 0..<m {
        result.mapped[row * m + column] =
          result.mapped[row * m + column] * NetworkTrainer.arcScale
          + net.headPrior.value[column]
      }
    }
    Product.forward(y, net.labelDependents.value, n: n, k: width, m: m, into: result.labelDependents)
    Product.forward(y, net.labelHeads.value, n: n, k: width, m: m, into: result.labelHeads)
    Product.forward(y, net.tags.value, n: n, k: width, m: net.tagColumns, into: result.tagScores)
    for row in 0..<n {
      for column in 0..<net.tagColumns { result.tagScores[row * net.tagColumns + column] += net.tagBias.value[column] }
    }
    return result
  }

  private func padded(_ count: Int) -> Int { (count + 31) / 32 * 32 }

  /// Scores of each head (columns, padded) for each word (rows).
  private func arcScores(
    _ reading: Reading, first: Int, count: Int, into scores: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let m = self.reading
    let columns = padded(count)
    for row in 0..<count {
      for column in 0..<m { scratch[column * columns + row] = reading.heads[(first + row) * m + column] }
    }
    for row in count..<columns {
      for column in 0..<m { scratch[column * columns + row] = 0 }
    }
    Product.forward(reading.mapped + first * m, scratch, n: count, k: m, m: columns, into: scores)
    for row in 0..<count { scores[row * columns + row] = -1e9 }
  }

  private func labelHidden(_ reading: Reading, word: Int, head: Int, into hidden: UnsafeMutablePointer<Float>) {
    let m = self.reading
    for column in 0..<m {
      hidden[column] = max(
        0,
        reading.labelDependents[word * m + column] + reading.labelHeads[head * m + column]
          + net.labelBias.value[column])
    }
  }

  // MARK: Backward

  /// Adds to all gradients; returns the mean losses of tags, heads and relations.
  func backward() -> SIMD4<Double> {
    let m = reading
    let r = read()
    let words = n - sentences.count
    let share = 1 / Float(words)
    var losses = SIMD4<Double>()
    let dy = floats(n * width)

    // Tags.
    let dTags = floats(n * net.tagColumns)
    for (index, sentence) in sentences.enumerated() {
      for word in 0..<sentence.count {
        let row = starts[index] + 1 + word
        losses[0] += Softmax.loss(
          r.tagScores + row * net.tagColumns, count: net.tagCount, gold: Int(sentence.gold[word]), share: share,
          gradient: dTags + row * net.tagColumns)
      }
    }
    Product.transposed(y, dTags, n: n, k: width, m: net.tagColumns, addingTo: net.tags.gradient)
    addColumns(dTags, net.tagColumns, to: net.tagBias.gradient)
    Product.forward(dTags, net.tags.transposed, n: n, k: net.tagColumns, m: width, into: dy, adding: true)

    // Heads.
    let longest = sentences.map(\.count).max()! + 1
    let scores = floats(longest * padded(longest))
    let dScores = floats(longest * padded(longest))
    let scratch = floats(m * padded(longest))
    let dMapped = floats(n * m)
    let dHeads = floats(n * m)
    for (index, sentence) in sentences.enumerated() {
      let count = sentence.count + 1
      let columns = padded(count)
      let first = starts[index]
      arcScores(r, first: first, count: count, into: scores, scratch: scratch)
      dScores.update(repeating: 0, count: count * columns)
      for word in 1..<count {
        let head = Int(sentence.heads[word - 1])
        losses[1] += Softmax.loss(
          scores + word * columns, count: count, gold: head, share: share,
          gradient: dScores + word * columns)
      }
      entente_multiply_float(
        dScores, count, columns, count, 1, r.heads + first * m, m, dMapped + first * m, 0)
      entente_multiply_float(dScores, count, 1, count, columns, r.mapped + first * m, m, dHeads + first * m, 0)
    }
    addColumns(dMapped, m, to: net.headPrior.gradient)
    for at in 0..<n * m { dMapped[at] *= NetworkTrainer.arcScale }
    Product.transposed(r.dependents, dMapped, n: n, k: m, m: m, addingTo: net.arcs.gradient)
    let dDependents = floats(n * m)
    Product.forward(dMapped, net.arcs.transposed, n: n, k: m, m: m, into: dDependents)
    for at in 0..<n * m {
      if r.dependents[at] <= 0 { dDependents[at] = 0 }
      if r.heads[at] <= 0 { dHeads[at] = 0 }
    }
    learn(net.dependents, net.dependentBias, from: dDependents, into: dy)
    learn(net.heads, net.headBias, from: dHeads, into: dy)

    // Relations, of the right heads.
    let hidden = floats(words * m)
    let labelScores = floats(words * net.labelColumns)
    let dLabels = floats(words * net.labelColumns)
    var at = 0
    for (index, sentence) in sentences.enumerated() {
      for word in 1...sentence.count {
        let head = Int(sentence.heads[word - 1])
        labelHidden(
          r, word: starts[index] + word, head: starts[index] + head,
          into: hidden + at * m)
        at += 1
      }
    }
    Product.forward(hidden, net.labels.value, n: words, k: m, m: net.labelColumns, into: labelScores)
    at = 0
    for sentence in sentences {
      for word in 0..<sentence.count {
        let row = labelScores + at * net.labelColumns
        for column in 0..<net.labelColumns { row[column] += net.labelOutputBias.value[column] }
        losses[2] += Softmax.loss(
          row, count: net.labelCount, gold: Int(sentence.labels[word]), share: share,
          gradient: dLabels + at * net.labelColumns)
        at += 1
      }
    }
    Product.transposed(hidden, dLabels, n: words, k: m, m: net.labelColumns, addingTo: net.labels.gradient)
    addColumns(dLabels, net.labelColumns, to: net.labelOutputBias.gradient, rows: words)
    let dHidden = floats(words * m)
    Product.forward(dLabels, net.labels.transposed, n: words, k: net.labelColumns, m: m, into: dHidden)
    for index in 0..<words * m where hidden[index] <= 0 { dHidden[index] = 0 }
    addColumns(dHidden, m, to: net.labelBias.gradient, rows: words)
    let dLabelDependents = floats(n * m)
    let dLabelHeads = floats(n * m)
    at = 0
    for (index, sentence) in sentences.enumerated() {
      for word in 1...sentence.count {
        let head = Int(sentence.heads[word - 1])
        let headRow = starts[index] + head
        let wordRow = starts[index] + word
        for column in 0..<m {
          dLabelDependents[wordRow * m + column] += dHidden[at * m + column]
          dLabelHeads[headRow * m + column] += dHidden[at * m + column]
        }
        at += 1
      }
    }
    learn(net.labelDependents, nil, from: dLabelDependents, into: dy)
    learn(net.labelHeads, nil, from: dLabelHeads, into: dy)

    // Layers, last to first.
    let dx = floats(n * width)
    for index in 0..<n * width { dx[index] = dy[index] * yMask[index] }
    for layer in net.layers.indices.reversed() { backward(layer, dx) }
    for row in 0..<n {
      for index in rowVectorStarts[row]..<rowVectorStarts[row + 1] {
        let gradient = net.vectors.gradient + Int(rowVectors[index]) * width
        for column in 0..<width { gradient[column] += dx[row * width + column] }
      }
    }
    return losses / Double(words)
  }

  private func learn(
    _ weights: Parameter, _ bias: Parameter?, from gradient: UnsafeMutablePointer<Float>,
    into dy: UnsafeMutablePointer<Float>
  ) {
    Product.transposed(y, gradient, n: n, k: width, m: weights.columns, addingTo: weights.gradient)
    if let bias { addColumns(gradient, weights.columns, to: bias.gradient) }
    Product.forward(gradient, weights.transposed, n: n, k: weights.columns, m: width, into: dy, adding: true)
  }

  private func addColumns(
    _ matrix: UnsafeMutablePointer<Float>, _ columns: Int, to sum: UnsafeMutablePointer<Float>, rows: Int? = nil
  ) {
    for row in 0..<(rows ?? n) {
      for column in 0..<columns { sum[column] += matrix[row * columns + column] }
    }
  }

  /// Turns the gradient of a layer's output, in `dx`, into that of its input.
  private func backward(_ layer: Int, _ dx: UnsafeMutablePointer<Float>) {
    let parameters = net.layers[layer]
    let input = x[layer]
    let u = gates[layer]
    let cell = cells[layer]
    let du = floats(n * width * 3)
    let dCell = floats(n * width)
    for row in 0..<n {
      let reset = u + row * width * 3 + width * 2
      let dReset = du + row * width * 3 + width * 2
      for column in 0..<width {
        let at = row * width + column
        let gate = reset[column]
        dCell[at] = dx[at] * gate
        dReset[column] = gate > 0 && gate < 1 ? dx[at] * (cell[at] - input[at]) * 0.25 : 0
        dx[at] *= 1 - gate
      }
    }
    let half = width / 2
    for (index, sentence) in sentences.enumerated() {
      let first = starts[index]
      let last = first + sentence.count
      var row = last
      while row >= first {
        recurBack(u, du, cell, dCell, row: row, before: row > first ? row - 1 : nil, columns: 0..<half)
        row -= 1
      }
      row = first
      while row <= last {
        recurBack(u, du, cell, dCell, row: row, before: row < last ? row + 1 : nil, columns: half..<width)
        row += 1
      }
    }
    for row in 0..<n {
      for column in 0..<width * 2 { parameters.bias.gradient[column] += du[row * width * 3 + width + column] }
    }
    Product.transposed(dropped[layer], du, n: n, k: width, m: width * 3, addingTo: parameters.weights.gradient)
    let dMasked = floats(n * width)
    Product.forward(du, parameters.weights.transposed, n: n, k: width * 3, m: width, into: dMasked)
    let mask = masks[layer]
    for index in 0..<n * width { dx[index] += dMasked[index] * mask[index] }
  }

  @inline(__always)
  private func recurBack(
    _ u: UnsafeMutablePointer<Float>, _ du: UnsafeMutablePointer<Float>, _ cell: UnsafeMutablePointer<Float>,
    _ dCell: UnsafeMutablePointer<Float>, row: Int, before: Int?, columns: Range<Int>
  ) {
    let candidate = u + row * width * 3
    let forget = candidate + width
    let dCandidate = du + row * width * 3
    let dForget = dCandidate + width
    let d = dCell + row * width
    if let before {
      let old = cell + before * width
      let dOld = dCell + before * width
      for column in columns {
        let gate = forget[column]
        dForget[column] = gate > 0 && gate < 1 ? d[column] * (old[column] - candidate[column]) * 0.25 : 0
        dCandidate[column] = d[column] * (1 - gate)
        dOld[column] += d[column] * gate
      }
    } else {
      for column in columns {
        let gate = forget[column]
        dForget[column] = gate > 0 && gate < 1 ? -d[column] * candidate[column] * 0.25 : 0
        dCandidate[column] = d[column] * (1 - gate)
      }
    }
  }
}

/// Cross-entropy of a softmax.
enum Softmax {
  /// The loss of one choice; writes `share` times its gradient.
  static func loss(
    _ scores: UnsafePointer<Float>, count: Int, gold: Int, share: Float, gradient: UnsafeMutablePointer<Float>
  ) -> Double {
    var largest = scores[0]
    for index in 1..<count { largest = max(largest, scores[index]) }
    var sum: Float = 0
    for index in 0..<count {
      let value = exponential(scores[index] - largest)
      gradient[index] = value
      sum += value
    }
    let scale = share / sum
    let probability = max(gradient[gold] / sum, 1e-12)
    for index in 0..<count { gradient[index] *= scale }
    gradient[gold] -= share
    return -Double(logarithm(probability))
  }

  /// eˣ for x ≤ 0, to about seven digits, by the same steps on every machine.
  @inline(__always)
  static func exponential(_ x: Float) -> Float {
    guard x > -80 else { return 0 }
    let scaled = x * 1.442_695_04
    let whole = scaled.rounded(.down)
    let rest = (scaled - whole) * 0.693_147_18
    let p = 1 + rest * (1 + rest * (0.5 + rest * (1 / 6 + rest * (1 / 24 + rest * (1 / 120 + rest / 720)))))
    return p * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
  }

  /// ln x for the report of losses, by halving and a series.
  static func logarithm(_ x: Float) -> Float {
    let exponent = Float(x.exponent)
    let rest = (x.significand - 1) / (x.significand + 1)
    let square = rest * rest
    return exponent * 0.693_147_18 + 2 * rest
      * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
  }
}
