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

  /// "+0.42", "−0.17", "0.00".
  static func weight(_ value: Double) -> String {
    let cents = Int((abs(value) * 100).rounded())
    let fraction = cents % 100
    let digits = "\(cents / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    return (cents == 0 ? "" : value < 0 ? "−" : "+") + digits
  }
}
