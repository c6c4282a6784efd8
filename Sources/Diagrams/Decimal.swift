/// A coordinate as SVG is to hold it: one decimal, no exponent, no locale, no zero before the point, "0" rather than
/// "-0".
func decimal(_ value: Double) -> String { fixed(value, unit: 10, keepsZero: false) }

/// A weight or a width: two decimals, as people read it: "0.52".
package func hundredths(_ value: Double) -> String { fixed(value, unit: 100, keepsZero: true) }

private func fixed(_ value: Double, unit: Int, keepsZero: Bool) -> String {
  // Beyond this no picture reaches; a value that is no number shows as 0.
  let bounded = value.isFinite ? min(max(value, -1e9), 1e9) : 0
  return fixed(Int((bounded * Double(unit)).rounded()), unit: unit, keepsZero: keepsZero)
}

/// A count of tenths or hundredths: ".5" or "0.5", "12".
func fixed(_ scaled: Int, unit: Int, keepsZero: Bool = false) -> String {
  String(unsafeUninitializedCapacity: 24) { buffer in
    var end = 0
    func put(_ byte: UInt8) {
      buffer[end] = byte
      end += 1
    }
    var rest = abs(scaled) % unit
    let whole = abs(scaled) / unit
    if scaled < 0 { put(0x2D) }
    if whole > 0 || rest == 0 || keepsZero {
      var power = 1
      while power <= whole / 10 { power *= 10 }
      while power > 0 {
        put(0x30 + UInt8(whole / power % 10))
        power /= 10
      }
    }
    guard rest > 0 else { return end }
    put(0x2E)
    var width = unit / 10
    while rest > 0 {
      put(0x30 + UInt8(rest / width))
      rest %= width
      width /= 10
    }
    return end
  }
}
