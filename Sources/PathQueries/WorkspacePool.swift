import Synchronization

/// Workspaces that searches borrow and give back, so that a question costs no clearing of whole tables.
///
/// Any number of threads may ask at once: each gets a workspace of its own.
final class WorkspacePool: Sendable {
  private let nodes: Int
  private let free = Mutex<[ShortestPath.Workspace]>([])

  init(nodes: Int) { self.nodes = nodes }

  func withWorkspace<Value>(_ body: (inout ShortestPath.Workspace) -> Value) -> Value {
    var workspace = free.withLock { $0.popLast() } ?? ShortestPath.Workspace(nodes: nodes)
    let value = body(&workspace)
    let used = workspace
    free.withLock { $0.append(used) }
    return value
  }
}
