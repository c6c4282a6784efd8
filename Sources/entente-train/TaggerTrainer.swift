import Linguistics

/// Trains the tagger by the averaged perceptron.
struct TaggerTrainer {
  let classCount: Int
  let weights = ClassWeights()
  private(set) var now: Int64 = 1

  init(classCount: Int) { self.classCount = classCount }

  /// - Parameter sentences: with the lexicon's columns looked up.
  mutating func train(_ sentences: [PreparedSentence], epochs: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: TaggerFeatures.capacity)
    let scores = UnsafeMutablePointer<Int32>.allocate(capacity: 256)
    defer {
      keys.deallocate()
      scores.deallocate()
    }
    for _ in 0..<epochs {
      for index in random.permutation(sentences.count) {
        let sentence = sentences[index]
        sentence.withNodes { nodes in
          for token in stride(from: 1, through: sentence.count, by: 1) {
            var best = nodes[token].fixedTag
            if best == Lexicon.noFixedTag {
              let keyCount = TaggerFeatures.fill(keys, nodes, token)
              best = predict(keys, keyCount, scores)
              let gold = sentence.gold[token - 1]
              now += 1
              if best != gold {
                weights.update(keys, keyCount, right: Int(gold), wrong: Int(best), now: now)
              }
            }
            nodes[token].tag = best
          }
        }
      }
    }
  }

  private func predict(
    _ keys: UnsafePointer<UInt64>, _ keyCount: Int, _ scores: UnsafeMutablePointer<Int32>
  ) -> UInt8 {
    scores.update(repeating: 0, count: classCount)
    weights.add(keys, keyCount, to: scores)
    var best = 0
    for candidate in 1..<classCount where scores[candidate] > scores[best] { best = candidate }
    return UInt8(best)
  }
}

/// Tags of the training sentences by taggers that have not seen them, so that the parser learns from such tags as it
/// will meet.
enum Jackknife {
  static func tags(
    _ sentences: [PreparedSentence], classCount: Int, folds: Int, epochs: Int, clusters: [UInt64: UInt16],
    progress: (String) -> Void
  ) throws -> [[UInt8]] {
    var result = [[UInt8]](repeating: [], count: sentences.count)
    for fold in 0..<folds {
      // Whole runs of sentences, so that no document is on both sides but at the seams.
      let held = sentences.count * fold / folds..<sentences.count * (fold + 1) / folds
      var training = sentences.indices.filter { !held.contains($0) }.map { sentences[$0] }
      let lexicon = LexiconBuilder(training, clusters: clusters)
      for index in training.indices { training[index].look(up: lexicon) }
      var trainer = TaggerTrainer(classCount: classCount)
      trainer.train(training, epochs: epochs, seed: UInt64(100 + fold))
      let decoder = TrainedTagger(trainer)
      var right = 0
      var total = 0
      for index in held {
        var sentence = sentences[index]
        sentence.look(up: lexicon)
        let tags = decoder.tag(sentence)
        result[index] = tags
        for token in tags.indices where tags[token] == sentence.gold[token] { right += 1 }
        total += tags.count
      }
      progress("fold \(fold + 1) of \(folds): \(Figures.percent(right, total)) % of tag pairs right")
    }
    return result
  }
}

extension PreparedSentence {
  /// Fills the lexicon's columns.
  mutating func look(up lexicon: LexiconBuilder) {
    for index in tokens.indices {
      tokens[index].cluster = 0
      tokens[index].ambiguity = 0
      tokens[index].fixedTag = Lexicon.noFixedTag
      lexicon.look(up: &tokens[index])
    }
  }
}

/// A tagger with averaged weights, for use within training.
struct TrainedTagger {
  private let classCount: Int
  private var rows: [UInt64: Int32] = [:]
  private let row: [(key: UInt64, weights: [(label: UInt8, weight: Double)])]

  init(_ trainer: TaggerTrainer) {
    classCount = trainer.classCount
    row = trainer.weights.averaged(now: trainer.now)
    rows.reserveCapacity(row.count)
    for (index, entry) in row.enumerated() { rows[entry.key] = Int32(index) }
  }

  func tag(_ sentence: PreparedSentence) -> [UInt8] {
    var scores = [Double](repeating: 0, count: classCount)
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: TaggerFeatures.capacity)
    defer { keys.deallocate() }
    return sentence.withNodes { nodes in
      var tags: [UInt8] = []
      for token in stride(from: 1, through: sentence.count, by: 1) {
        var best = nodes[token].fixedTag
        if best == Lexicon.noFixedTag {
          for index in scores.indices { scores[index] = 0 }
          let keyCount = TaggerFeatures.fill(keys, nodes, token)
          for index in 0..<keyCount {
            guard let at = rows[keys[index]] else { continue }
            for entry in row[Int(at)].weights { scores[Int(entry.label)] += entry.weight }
          }
          best = 0
          for candidate in 1..<classCount where scores[candidate] > scores[Int(best)] { best = UInt8(candidate) }
        }
        nodes[token].tag = best
        tags.append(best)
      }
      return tags
    }
  }
}

enum Figures {
  /// A share in per cent with two decimals.
  static func percent(_ part: Int, _ whole: Int) -> String {
    let hundredths = whole == 0 ? 0 : (part * 100_000 / whole + 5) / 10
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
