import Extraction
import Foundation

/// Fits multinomial logistic regression by L-BFGS, to the same numbers on every run.
///
/// Minimized is Σ rᵢ · −log p(yᵢ) + λ/2 · Σ w², with r the weight of a row. Biases are not held small.
///
/// Source: Liu and Nocedal, "On the limited memory BFGS method for large scale optimization", Mathematical
/// Programming 45 (1989), doi:10.1007/BF01589116.
struct SoftmaxTrainer {
  struct Row {
    var features: FeatureSet
    var label: Int
    var weight = 1.0
  }

  var classCount: Int
  /// λ.
  var penalty: Double
  /// Features of fewer rows are left out.
  var leastRows = 2
  /// Whether the classes are outcomes, which tied templates point to.
  var isTied = false
  /// How much smaller than others the weights of words are held: λ is multiplied by it.
  var lexicalFactor = 1.0
  /// λ of the tied weights.
  var tiedPenalty = 1.0
  var iterations = 60
  /// Features whose weights are all smaller, in ``LinearModel/scale``ths, are dropped.
  var leastWeight = 12

  func fit(_ rows: [Row]) -> LinearModel {
    var counts: [UInt32: Int] = [:]
    for row in rows { for key in row.features.keys { counts[key, default: 0] += 1 } }
    let keys = counts.filter { $0.value >= leastRows }.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, Int32($0)) })
    // Rows as runs of feature indices.
    var starts = [0]
    var indices: [Int32] = []
    for row in rows {
      for key in row.features.keys { if let place = places[key] { indices.append(place) } }
      starts.append(indices.count)
    }
    let problem = Problem(
      classCount: classCount, featureCount: keys.count, penalty: penalty, tiedPenalty: tiedPenalty, starts: starts,
      indices: indices,
      labels: rows.map(\.label), rowWeights: rows.map(\.weight), pointers: isTied ? rows.map(\.features.tied) : [],
      factors: keys.map { FeatureSet.isLexical($0) ? lexicalFactor : 1 })
    let tiedCount = isTied ? TiedTemplate.allCases.count : 0
    let solution = LimitedMemoryBFGS(iterations: iterations).minimize(
      [Double](repeating: 0, count: (keys.count + 1) * classCount + tiedCount), problem.value)
    return quantized(solution, keys)
  }

  private func quantized(_ solution: [Double], _ keys: [UInt32]) -> LinearModel {
    func rounded(_ value: Double) -> Double { (value * LinearModel.scale).rounded() }
    var kept: [UInt32] = []
    var weights: [Int16] = []
    for (place, key) in keys.enumerated() {
      let row = solution[(place * classCount)..<((place + 1) * classCount)].map {
        Int16(min(32767, max(-32767, rounded($0))))
      }
      guard row.contains(where: { abs(Int($0)) >= leastWeight }) else { continue }
      kept.append(key)
      weights += row
    }
    let bias = keys.count * classCount
    let biases = solution[bias..<(bias + classCount)].map { Int32(rounded($0)) }
    let tied = solution[(bias + classCount)...].map { Int16(min(32767, max(-32767, rounded($0)))) }
    return LinearModel(biases: biases, keys: kept, weights: weights, tied: tied)
  }

  private struct Problem {
    var classCount: Int
    var featureCount: Int
    var penalty: Double
    var tiedPenalty: Double
    var starts: [Int]
    var indices: [Int32]
    var labels: [Int]
    var rowWeights: [Double]
    /// For each row the outcomes that each tied template points to; empty where nothing is tied.
    var pointers: [[UInt16]]
    /// For each feature what λ is multiplied by.
    var factors: [Double]

    /// The value at a point, and the gradient into `gradient`. Biases and tied weights come last.
    func value(_ point: [Double], _ gradient: inout [Double]) -> Double {
      let classes = classCount
      let bias = featureCount * classes
      var value = 0.0
      for index in 0..<bias {
        let held = factors[index / classes] * point[index]
        value += held * point[index]
        gradient[index] = penalty * held
      }
      value *= penalty / 2
      let tied = bias + classes
      for index in bias..<gradient.count { gradient[index] = 0 }
      for index in tied..<gradient.count {
        gradient[index] = tiedPenalty * point[index]
        value += tiedPenalty / 2 * point[index] * point[index]
      }
      var scores = [Double](repeating: 0, count: classes)
      point.withUnsafeBufferPointer { point in
        gradient.withUnsafeMutableBufferPointer { gradient in
          indices.withUnsafeBufferPointer { indices in
            for row in labels.indices {
              for c in 0..<classes { scores[c] = point[bias + c] }
              for place in starts[row]..<starts[row + 1] {
                let base = Int(indices[place]) * classes
                for c in 0..<classes { scores[c] += point[base + c] }
              }
              if !pointers.isEmpty {
                for (template, outcomes) in pointers[row].enumerated() where outcomes != 0 {
                  for c in 0..<classes where outcomes & (1 << UInt16(c)) != 0 { scores[c] += point[tied + template] }
                }
              }
              var top = scores[0]
              for c in 1..<classes { top = max(top, scores[c]) }
              var sum = 0.0
              let right = scores[labels[row]] - top
              for c in 0..<classes {
                scores[c] = StableMath.exp(scores[c] - top)
                sum += scores[c]
              }
              value += rowWeights[row] * (Foundation.log(sum) - right)
              for c in 0..<classes {
                scores[c] = rowWeights[row] * (scores[c] / sum - (c == labels[row] ? 1 : 0))
              }
              for place in starts[row]..<starts[row + 1] {
                let base = Int(indices[place]) * classes
                for c in 0..<classes { gradient[base + c] += scores[c] }
              }
              for c in 0..<classes { gradient[bias + c] += scores[c] }
              if !pointers.isEmpty {
                for (template, outcomes) in pointers[row].enumerated() where outcomes != 0 {
                  for c in 0..<classes where outcomes & (1 << UInt16(c)) != 0 { gradient[tied + template] += scores[c] }
                }
              }
            }
          }
        }
      }
      return value
    }
  }
}

/// Minimizes a smooth function by limited-memory BFGS with backtracking.
struct LimitedMemoryBFGS {
  var iterations: Int
  private let memory = 8

  init(iterations: Int) { self.iterations = iterations }

  func minimize(_ start: [Double], _ function: ([Double], inout [Double]) -> Double) -> [Double] {
    var point = start
    var gradient = [Double](repeating: 0, count: point.count)
    var value = function(point, &gradient)
    var steps: [(s: [Double], y: [Double], rho: Double)] = []
    for iteration in 0..<iterations {
      var direction = gradient.map { -$0 }
      var alphas: [Double] = []
      for (s, y, rho) in steps.reversed() {
        let alpha = rho * LimitedMemoryBFGS.dot(s, direction)
        alphas.append(alpha)
        LimitedMemoryBFGS.add(-alpha, y, to: &direction)
      }
      if let last = steps.last {
        let scale = 1 / (last.rho * LimitedMemoryBFGS.dot(last.y, last.y))
        for index in direction.indices { direction[index] *= scale }
      }
      for ((s, y, rho), alpha) in zip(steps, alphas.reversed()) {
        LimitedMemoryBFGS.add(alpha - rho * LimitedMemoryBFGS.dot(y, direction), s, to: &direction)
      }
      let slope = LimitedMemoryBFGS.dot(gradient, direction)
      guard slope < 0 else { break }
      var length = iteration == 0 ? min(1, 1 / LimitedMemoryBFGS.dot(gradient, gradient).squareRoot()) : 1.0
      var next = point
      var nextGradient = gradient
      var nextValue = value
      var isBetter = false
      for _ in 0..<20 {
        next = point
        LimitedMemoryBFGS.add(length, direction, to: &next)
        nextValue = function(next, &nextGradient)
        if nextValue <= value + 1e-4 * length * slope {
          isBetter = true
          break
        }
        length /= 2
      }
      guard isBetter else { break }
      var s = next
      LimitedMemoryBFGS.add(-1, point, to: &s)
      var y = nextGradient
      LimitedMemoryBFGS.add(-1, gradient, to: &y)
      let curvature = LimitedMemoryBFGS.dot(s, y)
      if curvature > 1e-12 {
        steps.append((s, y, 1 / curvature))
        if steps.count > memory { steps.removeFirst() }
      }
      let gain = value - nextValue
      (point, gradient, value) = (next, nextGradient, nextValue)
      if gain < 1e-6 * abs(value) { break }
    }
    return point
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }

  private static func add(_ factor: Double, _ a: [Double], to b: inout [Double]) {
    for index in a.indices { b[index] += factor * a[index] }
  }
}
