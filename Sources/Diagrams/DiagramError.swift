/// Why a diagram cannot be drawn.
public enum DiagramError: Error, Hashable, Sendable, CustomStringConvertible {
  case duplicateNode(id: String)
  case duplicateEdge(id: String)
  case unknownNode(id: String, inEdge: String)
  case unknownClusterNode(id: String, inCluster: String)
  case nodeInTwoClusters(id: String)
  case unknownPanelEdge(id: String, inPanel: String)
  case invalidIDPrefix(String)
  case unknownEngine(name: String, suggestion: String?)
  /// Known to Graphviz, but not to be run inside this process.
  case refusedEngine(name: String, reason: String)

  public var description: String {
    switch self {
    case .duplicateNode(let id):
      "Node ids must differ: \(quoted(id)) occurs twice. Merge the two nodes or rename one."
    case .duplicateEdge(let id):
      "Edge ids must differ: \(quoted(id)) occurs twice. Merge the two edges or rename one."
    case .unknownNode(let id, let edge):
      "An edge must join nodes of its diagram: \(quoted(edge)) names \(quoted(id)). Add the node or drop the edge."
    case .unknownClusterNode(let id, let cluster):
      "A cluster must hold nodes of its diagram: \(quoted(cluster)) names \(quoted(id)). Add the node or drop it there."
    case .nodeInTwoClusters(let id):
      "A node must be in one cluster at most: \(quoted(id)) is in two. Take it out of one."
    case .unknownPanelEdge(let id, let panel):
      "A panel must hold edges of its diagram, once each: \(quoted(panel)) names \(quoted(id)). Add the edge there."
    case .invalidIDPrefix(let prefix):
      "An id prefix must be a letter followed by letters, digits, '-' or '_', 64 at most: \(quoted(prefix)) is not."
    case .unknownEngine(let name, let suggestion):
      "No layout is called \(quoted(name))." + (suggestion.map { " Did you mean '\($0)'?" } ?? "")
        + " Layouts: \(LayoutEngine.names)."
    case .refusedEngine(let name, let reason):
      "The layout \(quoted(name)) is refused: \(reason) Layouts: \(LayoutEngine.names)."
    }
  }
}

/// A text in quotes for a message, cut where it is long.
private func quoted(_ text: String) -> String {
  let shown = text.count > 60 ? text.prefix(60) + "…" : text[...]
  return "'\(DisplayText.line(String(shown)))'"
}
