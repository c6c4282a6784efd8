/// Assigns each token its pair of universal and Penn tag, left to right, by an averaged perceptron.
///
/// Source: Michael Collins, "Discriminative Training Methods for Hidden Markov Models", EMNLP 2002,
/// doi:10.3115/1118693.1118694, with greedy decoding.
struct Tagger: Sendable {
  let weights: Weights

  /// Tags a sentence in place.
  ///
  /// - Parameter tokens: as in ``TaggerFeatures/fill(_:_:_:)``, counting from 1.
  /// - Complexity: O(tokens).
  func tag(_ tokens: UnsafeMutablePointer<TokenFeatures>, count: Int, keys: UnsafeMutablePointer<UInt64>) {
    let classCount = weights.tagPairs.count
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { scores in
      let scores = scores.baseAddress!
      weights.tagPairs.parts.withUnsafeBufferPointer { parts in
        for index in stride(from: 1, through: count, by: 1) {
          var best = tokens[index].fixedTag
          if best == Lexicon.noFixedTag {
            scores.update(repeating: 0, count: classCount)
            let keyCount = TaggerFeatures.fill(keys, tokens, index)
            weights.tagger.add(keys, keyCount, to: scores)
            best = 0
            for candidate in 1..<classCount where scores[candidate] > scores[Int(best)] { best = UInt8(candidate) }
          }
          tokens[index].tag = best
          tokens[index].part = parts[Int(best)].rawValue
        }
      }
    }
  }
}
