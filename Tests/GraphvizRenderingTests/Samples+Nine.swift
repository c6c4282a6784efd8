import Diagrams

extension Samples {
  /// Nine actors and eleven ties, as a small report has them.
  static var nine: Diagram {
    var diagram = gsomia
    diagram.title = "Seoul is pressed to keep the pact"
    diagram.nodes.removeAll { ["CN", "RU", "KP"].contains($0.id) }
    let ids = Set(diagram.nodes.map(\.id))
    diagram.edges.removeAll { edge in
      !ids.contains(edge.source) || !ids.contains(edge.target)
        || ["JP-gsomia-party", "abe-JP-affiliation", "esper-kono", "esper-JP"].contains(edge.id)
        || ["kono-JP-affiliation", "milley-US-affiliation"].contains(edge.id) || edge.id == "JP-KR"
    }
    return diagram
  }
}
