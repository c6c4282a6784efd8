import Provenance

extension SplitMix64 {
  /// True in `numerator` of 1,000 cases.
  mutating func chance(perMille numerator: Int) -> Bool { below(1000) < numerator }

  /// The numbers 0 ..< count in random order (Fisher and Yates).
  mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for index in stride(from: count - 1, to: 0, by: -1) { order.swapAt(index, below(index + 1)) }
    return order
  }
}
