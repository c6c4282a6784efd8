import CKernels
import Linguistics
import Provenance

/// Trains the network: vectors of forms, recurrent layers in both directions, and three readings of their result —
/// tags, heads and relations.
///
/// Sources: Lei et al., "Simple Recurrent Units for Highly Parallelizable Recurrence", EMNLP 2018,
/// doi:10.18653/v1/D18-1477; Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing", ICLR 2017,
/// arXiv:1611.01734. Gates are straight lines with clipped ends, so that whole numbers can follow them exactly.
final class NetworkTrainer {
  struct Settings {
    var hidden = 80
    var layers = 3
    var reading = 64
    var epochs = 20
    var rate: Float = 3e-3
    var dropout: Float = 0.3
    var wordDropout: Float = 0.08
    /// Per mille of sentences with names that are learnt with each name as one token.
    var collapsing = 300
    /// Words of a batch.
    var batch = 1200
    /// Words of unlabelled text, as a teacher parsed it, that an epoch sees beside the treebanks.
    var silverWords = 200_000
    /// Per mille of the epochs that see unlabelled text; the last ones are the treebanks' alone.
    var silverShare = 670
    /// A feature that only unlabelled text has must occur so many times as often as one of the treebanks.
    var silverRarity = 6
    var seed: UInt64 = 3
  }

  struct Layer {
    let weights: Parameter
    /// Of the forget gate and the reset gate.
    let bias: Parameter
  }

  let settings: Settings
  let width: Int
  let tagCount: Int
  let labelCount = DependencyRelation.allCases.count
  let tagColumns: Int
  let labelColumns: Int
  private(set) var rows: [UInt64: Int32] = [:]
  private(set) var keys: [UInt64] = []
  let vectors: Parameter
  let layers: [Layer]
  let tags: Parameter
  let tagBias: Parameter
  let dependents: Parameter
  let dependentBias: Parameter
  let heads: Parameter
  let headBias: Parameter
  let arcs: Parameter
  let headPrior: Parameter
  let labelDependents: Parameter
  let labelHeads: Parameter
  let labelBias: Parameter
  let labels: Parameter
  let labelOutputBias: Parameter
  let arena = Arena()
  private let silver: [PreparedSentence]
  /// Kind of feature of each key.
  private let kinds: [UInt64: Int]
  private var dense: [Parameter] = []
  private var random: SplitMix64
  private var steps = 0
  /// How often a feature of each kind must occur to have a vector.
  static let leastCounts = [2, 3, 3, 4, 4, 3, 6, 3]
  /// Scores of arcs are scaled by this.
  static let arcScale: Float = 0.1

  /// - Parameters:
  ///   - sentences: of treebanks.
  ///   - silver: parsed by a teacher.
  init(sentences: [PreparedSentence], silver: [PreparedSentence], tagCount: Int, settings: Settings) {
    self.silver = silver
    self.settings = settings
    self.tagCount = tagCount
    width = settings.hidden * 2
    tagColumns = (tagCount + 31) / 32 * 32
    labelColumns = (DependencyRelation.allCases.count + 31) / 32 * 32
    random = SplitMix64(seed: settings.seed)
    var counts: [UInt64: Int] = [:]
    var silverCounts: [UInt64: Int] = [:]
    var kinds: [UInt64: Int] = [:]
    func count(_ sentences: [PreparedSentence], in counts: inout [UInt64: Int]) {
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: NetworkFeatures.count) { buffer in
        for sentence in sentences {
          for token in sentence.tokens {
            NetworkFeatures.fill(buffer.baseAddress!, token)
            for kind in 0..<NetworkFeatures.count {
              counts[buffer[kind], default: 0] += 1
              kinds[buffer[kind]] = kind
            }
          }
        }
      }
    }
    count(sentences, in: &counts)
    count(silver, in: &silverCounts)
    for (key, number) in silverCounts { counts[key, default: 0] += number / settings.silverRarity }
    keys = (0..<NetworkFeatures.count).map(NetworkFeatures.unknown) + [NetworkFeatures.root, NetworkFeatures.name]
    keys += counts.filter { $0.value >= NetworkTrainer.leastCounts[kinds[$0.key]!] }.keys.sorted()
    for (index, key) in keys.enumerated() { rows[key] = Int32(index) }

    self.kinds = kinds
    let reading = settings.reading
    let width = width
    let deviation = 1 / Float(width).squareRoot()
    vectors = Parameter(keys.count, width, deviation: 0.35, random: &random)
    var made: [Layer] = []
    for _ in 0..<settings.layers {
      let layer = Layer(
        weights: Parameter(width, width * 3, deviation: deviation, random: &random),
        bias: Parameter(1, width * 2, random: &random))
      for column in 0..<width { layer.bias.value[column] = 1 }
      made.append(layer)
    }
    layers = made
    tags = Parameter(width, tagColumns, deviation: deviation, random: &random)
    tagBias = Parameter(1, tagColumns, random: &random)
    dependents = Parameter(width, reading, deviation: deviation, random: &random)
    dependentBias = Parameter(1, reading, random: &random)
    heads = Parameter(width, reading, deviation: deviation, random: &random)
    headBias = Parameter(1, reading, random: &random)
    arcs = Parameter(reading, reading, deviation: 1 / Float(reading).squareRoot(), random: &random)
    headPrior = Parameter(1, reading, random: &random)
    labelDependents = Parameter(width, reading, deviation: deviation, random: &random)
    labelHeads = Parameter(width, reading, deviation: deviation, random: &random)
    labelBias = Parameter(1, reading, random: &random)
    labels = Parameter(reading, labelColumns, deviation: 1 / Float(reading).squareRoot(), random: &random)
    labelOutputBias = Parameter(1, labelColumns, random: &random)
    dense = layers.flatMap { [$0.weights, $0.bias] }
    dense += [
      tags, tagBias, dependents, dependentBias, heads, headBias, arcs, headPrior, labelDependents, labelHeads,
      labelBias,
      labels, labelOutputBias,
    ]
  }

  /// Takes over the weights of another network of the same shape; a vector it does not have begins as the one that stood
  /// for unknown values of its kind.
  func adopt(_ other: Network) {
    precondition(other.shape.width == width && other.shape.layers == layers.count, "networks differ in shape")
    precondition(
      other.shape.reading == settings.reading && other.shape.tagCount == tagCount, "networks differ in shape")
    for (index, key) in keys.enumerated() {
      let vector = other.vector(of: key) ?? other.vector(of: NetworkFeatures.unknown(kinds[key] ?? 0))!
      for column in 0..<width { vectors.value[index * width + column] = vector[column] }
    }
    func take(
      _ weights: Parameter, _ bias: Parameter?, scale: Float = 1, offset: Int = 0, from place: NetworkLayout.Matrix
    ) {
      let values = other.values(place.weights, place.bias)
      for index in 0..<weights.count { weights.value[index] = values.weights[index] }
      weights.transpose()
      if let bias {
        for column in 0..<bias.columns { bias.value[column] = values.bias[offset + column] * scale }
      }
    }
    for (layer, place) in zip(layers, other.layout.layers) {
      take(
        layer.weights, layer.bias, offset: width, from: NetworkLayout.Matrix(weights: place.weights, bias: place.bias))
    }
    take(tags, tagBias, from: other.layout.tags)
    take(dependents, dependentBias, from: other.layout.dependents)
    take(heads, headBias, from: other.layout.heads)
    take(arcs, headPrior, scale: NetworkTrainer.arcScale, from: other.layout.arcs)
    take(labelDependents, labelBias, from: other.layout.labelDependents)
    take(labelHeads, nil, from: other.layout.labelHeads)
    take(labels, labelOutputBias, from: other.layout.labels)
  }

  /// Number of weights, those of forms' vectors left out.
  var denseCount: Int { dense.reduce(0) { $0 + $1.count } }

  func train(
    _ sentences: [PreparedSentence], collapsed: [PreparedSentence?],
    progress: (String) -> Void, epochEnd: (Int) throws -> Void
  ) rethrows {
    // Each epoch sees every `slices`-th sentence of the unlabelled text, the next one from the next sentence on.
    let silverWords = silver.reduce(0) { $0 + $1.count }
    let slices = max(1, silverWords / max(1, settings.silverWords))
    let silverEpochs = silver.isEmpty ? 0 : settings.epochs * settings.silverShare / 1000
    let words = sentences.reduce(0) { $0 + $1.count } * settings.epochs + silverWords / slices * silverEpochs
    let total = Float(max(1, words / settings.batch))
    for epoch in 0..<settings.epochs {
      var losses = SIMD4<Double>()
      var batch: [PreparedSentence] = []
      var size = 0
      var batches = 0
      func learn() {
        let warmth = min(1, Float(steps + 1) / 100)
        let rate = settings.rate * warmth * max(0.02, 1 - Float(steps) / total)
        losses += step(batch, rate: rate)
        batches += 1
        batch.removeAll(keepingCapacity: true)
        size = 0
      }
      let slice = epoch < silverEpochs ? Array(stride(from: epoch % slices, to: silver.count, by: slices)) : []
      for index in random.permutation(sentences.count + slice.count) {
        var sentence = index < sentences.count ? sentences[index] : silver[slice[index - sentences.count]]
        if index < sentences.count, let shorter = collapsed[index], random.chance(perMille: settings.collapsing) {
          sentence = shorter
        }
        guard sentence.count > 0, sentence.count < 200 else { continue }
        batch.append(sentence)
        size += sentence.count
        if size >= settings.batch { learn() }
      }
      if !batch.isEmpty { learn() }
      let mean = losses / Double(batches)
      progress(
        "epoch \(epoch + 1) of \(settings.epochs): loss of tags \(Figures.decimal(mean[0])), heads "
          + "\(Figures.decimal(mean[1])), relations \(Figures.decimal(mean[2]))")
      try epochEnd(epoch)
    }
  }

  /// Learns from a batch; returns its mean losses of tags, heads and relations.
  private func step(_ sentences: [PreparedSentence], rate: Float) -> SIMD4<Double> {
    let pass = NetworkPass(self, sentences, random: &random)
    pass.forward()
    let losses = pass.backward()
    steps += 1
    var squares = 0.0
    for parameter in dense { squares += parameter.squares(0..<parameter.rows) }
    for row in pass.touched { squares += vectors.squares(Int(row)..<Int(row) + 1) }
    let norm = Float(squares.squareRoot())
    let scale = norm > 5 ? 5 / norm : 1
    // The moments start at zero; the corrections undo that.
    let correction1 = 1 / (1 - NetworkTrainer.power(Parameter.decay1, steps))
    let correction2 = 1 / (1 - NetworkTrainer.power(Parameter.decay2, steps))
    for parameter in dense {
      parameter.step(
        0..<parameter.rows, rate: rate, scale: scale, correction1: correction1, correction2: correction2)
      parameter.transpose()
    }
    for row in pass.touched {
      vectors.step(
        Int(row)..<Int(row) + 1, rate: rate, scale: scale, correction1: correction1, correction2: correction2)
    }
    return losses
  }

  private static func power(_ base: Float, _ exponent: Int) -> Float {
    var result: Float = 1
    for _ in 0..<min(exponent, 5000) { result *= base }
    return result
  }
}
