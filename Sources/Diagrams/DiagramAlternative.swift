extension Diagram {
  /// What the picture says, in place of it: its title, what it counts, and its strongest ties in words.
  ///
  /// "Ties around GSOMIA. 2 countries and 1 agreement; of 2 ties, 1 supports, 1 opposes. South Korea opposes GSOMIA;
  /// Japan supports GSOMIA." It is on one line, and no format's escape is in it.
  ///
  /// - Parameter mostTies: Ties told of at most; those at which the picture looks come first.
  public func alternativeText(mostTies: Int = 6) -> String {
    var labels: [Node.ID: String] = [:]
    for node in nodes { labels[node.id] = DisplayText.line(node.shortLabel ?? node.label, limit: 80) }
    func rank(_ edge: Edge) -> (Int, Double, String) {
      (edge.emphasis == .strong ? 0 : edge.kind.isSigned ? 1 : 2, edge.kind.isSigned ? -abs(edge.weight) : 0, edge.id)
    }
    let told = edges.filter { $0.kind.isSigned || $0.emphasis == .strong }.sorted { rank($0) < rank($1) }
      .prefix(mostTies).compactMap { edge -> String? in
        guard let source = labels[edge.source], let target = labels[edge.target] else { return nil }
        return "\(source) \(DiagramSummary.verb(of: edge)) \(target)"
      }
    var sentences: [String] = []
    let heading = DisplayText.line(title, limit: 200)
    if !heading.isEmpty { sentences.append(heading + ".") }
    let counted = summary.isEmpty ? DiagramSummary.text(of: self) : DisplayText.line(summary)
    sentences.append(counted)
    if !told.isEmpty { sentences.append(told.joined(separator: "; ") + ".") }
    return sentences.joined(separator: " ")
  }
}
