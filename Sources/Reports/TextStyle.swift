/// How text for people is set: with or without colour, and how wide.
public struct TextStyle: Sendable {
  public var isColored: Bool
  /// Columns of a line.
  public var columns: Int

  public init(isColored: Bool = false, columns: Int = 100) {
    self.isColored = isColored
    self.columns = max(40, columns)
  }

  func bold(_ text: String) -> String { code("1", text) }
  func dim(_ text: String) -> String { code("2", text) }

  /// Blue for support, vermillion for opposition: the two that people of any colour vision tell apart.
  func signed(_ text: String, by weight: Double) -> String {
    weight > 0 ? code("38;5;32", text) : weight < 0 ? code("38;5;166", text) : text
  }

  private func code(_ sequence: String, _ text: String) -> String {
    isColored ? "\u{1B}[\(sequence)m\(text)\u{1B}[0m" : text
  }

  /// A number of no sign, with two decimals or, where that would be nothing, three digits that count: "0.16",
  /// "0.00042".
  static func share(_ value: Double) -> String {
    var (scaled, zeros) = (abs(value), 0)
    guard scaled.isFinite, scaled > 1e-12 else { return "0" }
    guard scaled < 0.01 else { return String(weight(scaled).dropFirst()) }
    while scaled < 0.1 {
      scaled *= 10
      zeros += 1
    }
    let digits = Int((scaled * 100).rounded())
    return digits == 100
      ? "0." + String(repeating: "0", count: zeros - 1) + "1"
      : "0." + String(repeating: "0", count: zeros) + "\(digits)"
  }

  /// With four decimals: "0.1632".
  static func fraction(_ value: Double) -> String {
    let scaled = Int((value * 10_000).rounded())
    let digits = String(scaled % 10_000)
    return "\(scaled / 10_000)." + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  /// "12 %".
  static func percent(_ value: Double) -> String {
    let percents = value * 100
    return percents > 0 && percents < 0.5 ? "less than 1 %" : "\(Int(percents.rounded())) %"
  }

  /// "+0.42", "−0.17", "0.00".
  static func weight(_ value: Double) -> String {
    let cents = Int((abs(value) * 100).rounded())
    let fraction = cents % 100
    let digits = "\(cents / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    return (cents == 0 ? "" : value < 0 ? "−" : "+") + digits
  }
}
