/// Functions whose last bit is the same on every machine: sums and products only, in a fixed order.
package enum StableMath {
  /// e to the power of x; 0 below −700, for which no probability has a use.
  ///
  /// Relative error below 1e-14: the argument is reduced to |r| ≤ ln 2 / 2 and expanded in thirteen terms.
  package static func exp(_ x: Double) -> Double {
    if x < -700 { return 0 }
    let x = min(x, 700)
    let power = (x * 1.442_695_040_888_963_4).rounded()
    let r = (x - power * 0.693_147_180_369_123_8) - power * 1.908_214_929_270_587_7e-10
    var sum = 1.0
    var term = 13.0
    while term >= 1 {
      sum = 1 + sum * r / term
      term -= 1
    }
    return sum * Double(sign: .plus, exponent: Int(power), significand: 1)
  }

  /// Shares proportional to the exponentials of some scores; they add up to 1.
  package static func softmax(_ scores: [Double]) -> [Double] {
    guard let top = scores.max() else { return [] }
    let powers = scores.map { exp($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
