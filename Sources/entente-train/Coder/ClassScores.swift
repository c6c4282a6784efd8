/// F1 by class, and how well confidences tell what is right.
struct ClassScores {
  private var right: [String: Int] = [:]
  private var wanted: [String: Int] = [:]
  private var given: [String: Int] = [:]
  private(set) var rows = 0
  private(set) var correct = 0

  /// - Parameter got: nil where nothing was coded.
  mutating func add(wanted want: String, got: String?) {
    rows += 1
    wanted[want, default: 0] += 1
    if let got { given[got, default: 0] += 1 }
    if want == got {
      right[want, default: 0] += 1
      correct += 1
    }
  }

  /// The classes that the annotations know, with their F1, by name.
  var byClass: [(name: String, f1: Double, count: Int)] {
    wanted.keys.sorted().map { name in
      let sum = wanted[name]! + (given[name] ?? 0)
      return (name, 2 * Double(right[name] ?? 0) / Double(max(1, sum)), wanted[name]!)
    }
  }

  var macroF1: Double {
    let all = byClass
    return all.isEmpty ? 0 : all.reduce(0) { $0 + $1.f1 } / Double(all.count)
  }

  var accuracy: Double { rows == 0 ? 0 : Double(correct) / Double(rows) }
}

/// Expected calibration error: over ten equal bins of confidence, how far the share that is right lies from the mean
/// confidence, weighted by the rows of a bin.
///
/// Source: Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015.
struct Calibration {
  private var counts = [Int](repeating: 0, count: 10)
  private var sums = [Double](repeating: 0, count: 10)
  private var rights = [Int](repeating: 0, count: 10)

  mutating func add(confidence: Double, isRight: Bool) {
    let bin = min(9, max(0, Int(confidence * 10)))
    counts[bin] += 1
    sums[bin] += confidence
    if isRight { rights[bin] += 1 }
  }

  var expectedError: Double {
    let all = counts.reduce(0, +)
    guard all > 0 else { return 0 }
    return counts.indices.reduce(0) { $0 + abs(Double(rights[$1]) - sums[$1]) } / Double(all)
  }

  /// For each bin that holds rows: mean confidence, share that is right, rows.
  var bins: [(confidence: Double, right: Double, count: Int)] {
    counts.indices.filter { counts[$0] > 0 }.map {
      (sums[$0] / Double(counts[$0]), Double(rights[$0]) / Double(counts[$0]), counts[$0])
    }
  }
}
