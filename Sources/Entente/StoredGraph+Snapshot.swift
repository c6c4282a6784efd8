/// A built graph kept in a file beside the graph file, so that a question to a large one need not read all claims.
///
/// `entente.sqlite` has its snapshot in `entente.sqlite.snapshot`. It is derived and never needed: who deletes it loses
/// a few seconds once. It holds the graph under the default weighting, without rolling up, as of one revision of the
/// graph file; when that has another revision, or when the snapshot was damaged, cut or written by another version
/// of Entente, the graph is built from the claims and the snapshot written anew, whole or not at all. Where the
/// folder cannot be written there is none.
///
/// Other weightings and roll-ups are not kept: there are as many as there are days to see the graph as of, each would
/// be a file as large as the first, to be written anew with every document, and to build one from the claims takes
/// seconds even for a million.
enum StoredSnapshot {
  /// Graphs of fewer claims are built in less time than a file beside them is worth.
  static let leastClaims = 50_000

  static func path(of store: GraphStore) -> String { store.path + ".snapshot" }

  /// The snapshot of a revision and weighting; nil where there is none that can be used.
  static func load(_ store: GraphStore, revision: Revision, weighting: EdgeWeighting) -> GraphSnapshot? {
    guard weighting == EdgeWeighting(), let file = MappedFile(path: path(of: store)),
      (try? GraphSnapshot.origin(of: file.bytes)) == revision.origin,
      let snapshot = try? GraphSnapshot(bytes: file.bytes, owner: file), snapshot.graph.weighting == weighting
    else { return nil }
    return snapshot
  }

  /// Keeps a graph for the next time, if it is large and as anyone would ask for it.
  static func save(
    _ graph: Graph, _ names: NameIndex, _ store: GraphStore, revision: Revision, from leastClaims: Int
  ) {
    guard graph.weighting == EdgeWeighting(), graph.claimCount >= leastClaims else { return }
    let snapshot = GraphSnapshot(graph: graph, names: names, origin: revision.origin)
    // Without it the next question only takes longer.
    try? AtomicFile.write(snapshot.encoded(), to: path(of: store))
  }
}

extension Revision {
  fileprivate var origin: String { "\(number) \(stamp)" }
}
