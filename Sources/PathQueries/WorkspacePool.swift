import Synchronization

/// Workspaces that searches borrow and give back, so that a question costs no clearing of whole tables.
///
/// Any number of threads may ask at once: each gets a workspace of its own.
final class WorkspacePool: Sendable {
  /// A workspace that nobody uses, and so may change hands between threads.
  private struct Idle: @unchecked Sendable {
    var workspace: SearchWorkspace
  }

  private let nodes: Int
  private let idle = Mutex<[Idle]>([])

  init(nodes: Int) { self.nodes = nodes }

  deinit { idle.withLock { for idle in $0 { idle.workspace.deallocate() } } }

  func withWorkspace<Value>(_ body: (inout SearchWorkspace) -> Value) -> Value {
    var workspace = idle.withLock { $0.popLast() }?.workspace ?? SearchWorkspace(nodes: nodes)
    let value = body(&workspace)
    let used = Idle(workspace: workspace)
    idle.withLock { $0.append(used) }
    return value
  }
}
