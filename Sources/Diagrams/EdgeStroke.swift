/// How heavy the line of an edge is, and how it is broken.
enum EdgeStroke {
  /// In points: a hairline for ties of belonging, 1.2 to 4.5 by strength for the signed.
  static func width(of edge: Diagram.Edge) -> Double {
    let base = edge.kind.isSigned ? 1.2 + 3.3 * abs(edge.weight) : 1
    return edge.emphasis == .strong ? base + 1 : base
  }

  /// Round dots for what is no more.
  static func dots(width: Double) -> String { "0 \(decimal(width * 1.6 + 2))" }

  /// Dash and gap for what is unconfirmed.
  static func dashes(width: Double) -> String { "\(decimal(4 + width)) \(decimal(3 + width * 0.6))" }
}
