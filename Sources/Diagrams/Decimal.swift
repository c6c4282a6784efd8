/// A coordinate as SVG is to hold it: one decimal, no exponent, no locale, "0" rather than "-0".
func decimal(_ value: Double) -> String { fixed(value, unit: 10) }

/// A weight or a width: two decimals.
func hundredths(_ value: Double) -> String { fixed(value, unit: 100) }

private func fixed(_ value: Double, unit: Int) -> String {
  // Beyond this no picture reaches; a value that is no number shows as 0.
  let bounded = value.isFinite ? min(max(value, -1e9), 1e9) : 0
  let scaled = Int((bounded * Double(unit)).rounded())
  let whole = abs(scaled) / unit
  var rest = abs(scaled) % unit
  var text = scaled < 0 ? "-\(whole)" : "\(whole)"
  guard rest > 0 else { return text }
  var width = unit / 10
  text += "."
  while rest > 0 {
    text += "\(rest / width)"
    rest %= width
    width /= 10
  }
  return text
}
