extension StoredGraph {
  /// Two nodes whose connection says something of the graph: its best connected official, and the best connected
  /// country or agreement that is linked, but not by a tie of their own.
  public func exampleEnds() -> (from: ID<Node>, to: ID<Node>)? {
    let counted = EdgeFilter()
    let finder = PathFinder(graph, by: .strength)
    let countries =
      EntityList(graph: graph, kind: .country).nodes + EntityList(graph: graph, kind: .agreement).nodes
    for official in EntityList(graph: graph, kind: .official).nodes.prefix(10) {
      let near = Set(graph.neighbors(of: official, counted).map(\.node))
      for country in countries where !near.contains(country) {
        if (try? finder.path(from: official, to: country)) != nil { return (official, country) }
      }
    }
    return nil
  }
}

extension GraphStore {
  /// All documents, in order of adding.
  public func documentRows() throws(StoreError) -> [DocumentRow] {
    try documents().map {
      DocumentRow(
        metadata: $0.metadata, sentences: $0.sentenceCount, claims: $0.claimCount, story: Int($0.story.rawValue))
    }
  }
}
