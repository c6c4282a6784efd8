/// How Graphviz places the nodes.
public enum LayoutEngine: String, CaseIterable, Sendable {
  /// In ranks along the direction of the edges. The clearest for small graphs, but the time grows steeply.
  case dot
  /// By stress: distances on paper follow distances in the graph.
  case neato
  /// By forces on several scales. The fastest for large graphs.
  case sfdp
  /// On a circle for each biconnected part.
  case circo
  /// On rings around one node.
  case twopi

  /// The engine that a picture of so many nodes and edges is drawn with where none is asked for.
  ///
  /// - Parameter hasClusters: Clusters are framed by `dot` alone.
  public static func suggested(nodes: Int, edges: Int, hasClusters: Bool = false) -> LayoutEngine {
    if hasClusters && nodes <= 80 && edges <= 200 { return .dot }
    // Ranks read well while they fit a page; beyond, they make for a tall picture with long lines.
    if nodes <= 24 && edges <= 2 * nodes + 4 { return .dot }
    return nodes <= 250 && edges <= 800 ? .neato : .sfdp
  }

  /// The most nodes that the engine lays out within a minute or so, and on a page that can be read at all.
  public var mostNodes: Int {
    switch self {
    case .dot: 250
    case .neato: 1500
    case .circo, .twopi: 2000
    case .sfdp: 20000
    }
  }

  /// The engine of that name.
  ///
  /// - Throws: `DiagramError.unknownEngine` or `.refusedEngine`, both of which list what there is.
  public init(named name: String) throws(DiagramError) {
    if let engine = LayoutEngine(rawValue: name) {
      self = engine
    } else if name == "fdp" {
      throw .refusedEngine(
        name: name, reason: "it places the same graph differently each time. 'sfdp' is the repeatable kin.")
    } else {
      throw .unknownEngine(name: name, suggestion: Self.closest(to: name))
    }
  }

  /// "dot, neato, sfdp, circo, twopi", for messages and help.
  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  private static func closest(to name: String) -> String? {
    let near = allCases.map { ($0.rawValue, editDistance($0.rawValue, String(name.lowercased().prefix(20)))) }
      .min { $0.1 < $1.1 }
    return near.flatMap { $0.1 <= 2 ? $0.0 : nil }
  }
}

/// Levenshtein's distance over characters.
///
/// - Complexity: O(*n* · *m*).
private func editDistance(_ first: String, _ second: String) -> Int {
  let second = Array(second)
  var row = Array(0...second.count)
  for (index, character) in first.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for (column, other) in second.enumerated() {
      let substitution = diagonal + (character == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(substitution, row[column] + 1, diagonal + 1)
    }
  }
  return row[second.count]
}
