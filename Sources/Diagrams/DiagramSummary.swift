/// What a picture shows, in words: for those who hear it, and for who points at a line.
package enum DiagramSummary {
  /// "6 countries, 5 officials and 1 agreement; 3 edges support, 2 oppose."
  static func text(of diagram: Diagram) -> String {
    guard !diagram.nodes.isEmpty else { return "An empty diagram." }
    let kinds = Diagram.Node.Kind.allCases.compactMap { kind -> String? in
      let count = diagram.nodes.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(count == 1 ? kind.word : kind.plural)"
    }
    var parts: [String] = []
    for (polarity, singular, plural) in [
      (Diagram.Polarity.supports, "supports", "support"), (.opposes, "opposes", "oppose"),
    ] {
      let count = diagram.edges.count { $0.kind == .stance && $0.polarity == polarity }
      if count > 0 { parts.append("\(count) \(count == 1 ? singular : plural)") }
    }
    let divided = diagram.edges.count { $0.kind == .stance && $0.polarity == .mixed }
    if divided > 0 { parts.append("\(divided) \(divided == 1 ? "is" : "are") told both ways") }
    let cooperations = diagram.edges.count { $0.kind == .cooperation }
    if cooperations > 0 { parts.append("\(cooperations) \(cooperations == 1 ? "is" : "are") cooperation") }
    let ties = diagram.edges.count { !$0.kind.isSigned }
    if ties > 0 { parts.append("\(ties) \(ties == 1 ? "says" : "say") who belongs where") }
    let edges = diagram.edges.count
    let tail =
      edges == 0 ? "; no ties." : "; of \(edges) \(edges == 1 ? "tie" : "ties"), \(parts.joined(separator: ", "))."
    return joined(kinds) + tail + (diagram.hidden.map { " " + hidden($0) } ?? "")
  }

  /// "Not shown: 43 actors and 120 ties (kept: the strongest)."
  package static func hidden(_ hidden: Diagram.Hidden) -> String {
    var counts: [String] = []
    if hidden.nodes > 0 { counts.append("\(hidden.nodes) \(hidden.nodes == 1 ? "node" : "nodes")") }
    if hidden.edges > 0 { counts.append("\(hidden.edges) \(hidden.edges == 1 ? "tie" : "ties")") }
    guard !counts.isEmpty else { return "" }
    let rule = DisplayText.line(hidden.rule, limit: 200)
    return "Not shown: \(counts.joined(separator: " and "))" + (rule.isEmpty ? "." : " (kept: \(rule)).")
  }

  /// "South Korea opposes GSOMIA, −0.52, unconfirmed; 3 claims in 2 texts".
  static func text(of edge: Diagram.Edge, source: String, target: String) -> String {
    let verb = verb(of: edge)
    var text = "\(DisplayText.line(source, limit: 200)) \(verb) \(DisplayText.line(target, limit: 200))"
    if edge.kind.isSigned { text += ", " + signed(edge.weight) }
    if edge.isUnconfirmed { text += ", unconfirmed" }
    if edge.claimCount > 0 {
      text += "; \(edge.claimCount) \(edge.claimCount == 1 ? "claim" : "claims")"
      if edge.sourceCount > 0 { text += " in \(edge.sourceCount) \(edge.sourceCount == 1 ? "text" : "texts")" }
    }
    return text
  }

  /// "opposes", "is party to".
  package static func verb(of edge: Diagram.Edge) -> String {
    switch (edge.kind, edge.polarity) {
    case (.stance, .supports): "supports"
    case (.stance, .opposes): "opposes"
    case (.stance, _): "is of two minds on"
    case (.cooperation, .opposes): "falls out with"
    case (.cooperation, _): "cooperates with"
    case (.affiliation, _): "belongs to"
    case (.party, _): "is party to"
    case (.membership, _): "is a member of"
    }
  }

  /// A weight with its sign, by the proper minus: "−0.52", "+0.3", "0".
  package static func signed(_ weight: Double) -> String {
    let text = hundredths(abs(weight))
    return text == "0" ? text : (weight < 0 ? "\u{2212}" : "+") + text
  }

  private static func joined(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
