/// A linear classifier over hashed features, with whole-number weights, so that all machines agree on every score.
///
/// A feature that the model does not know counts nothing. Scores are weights added up and divided by ``scale``.
package struct LinearModel: Hashable, Sendable {
  /// What one is in weights and biases.
  package static let scale = 1024.0

  package let classCount: Int
  package let biases: [Int32]
  /// Sorted.
  package let keys: [UInt32]
  /// For each key the weight of each class.
  package let weights: [Int16]
  /// What a pointer to a class adds to it, by ``TiedTemplate``; empty where the classes are no outcomes.
  package let tied: [Int16]

  /// - Precondition: keys are sorted, and there are as many weights as keys times classes.
  package init(biases: [Int32], keys: [UInt32], weights: [Int16], tied: [Int16] = []) {
    precondition(weights.count == keys.count * biases.count, "a weight for each key and class")
    precondition(tied.isEmpty || tied.count == TiedTemplate.allCases.count, "a weight for each tied template")
    self.tied = tied
    classCount = biases.count
    self.biases = biases
    self.keys = keys
    self.weights = weights
  }

  /// The score of each class.
  ///
  /// - Complexity: O(features + keys) for few keys, O(features · log keys) for many.
  package func scores(_ features: FeatureSet) -> [Double] {
    var sums = biases
    var low = 0
    for key in features.keys {
      low = lowerBound(key, from: low)
      guard low < keys.count else { break }
      guard keys[low] == key else { continue }
      for index in 0..<classCount { sums[index] += Int32(weights[low * classCount + index]) }
    }
    for (weight, outcomes) in zip(tied, features.tied) where outcomes != 0 {
      for index in 0..<classCount where outcomes & (1 << UInt16(index)) != 0 { sums[index] += Int32(weight) }
    }
    return sums.map { Double($0) / LinearModel.scale }
  }

  /// The first place from `start` on whose key is not less. Both lists are sorted: the search gallops from there.
  private func lowerBound(_ key: UInt32, from start: Int) -> Int {
    var step = 1
    var low = start
    var high = start
    while high < keys.count, keys[high] < key {
      low = high + 1
      high += step
      step *= 2
    }
    high = min(high, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
