/// Numbers as reports print them.
enum Figures {
  /// A share in per cent with two decimals.
  static func percent(_ part: Int, _ whole: Int) -> String {
    let hundredths = whole == 0 ? 0 : (part * 100_000 / whole + 5) / 10
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  /// A number with three decimals.
  static func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
