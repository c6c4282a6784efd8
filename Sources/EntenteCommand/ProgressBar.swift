import Entente

/// How far a long command is, on one line of standard error that is written over. Only on a terminal.
final class ProgressBar {
  private let console: Console
  private let total: Int?
  private var shown = -1
  private var done = 0
  private var isVisible = false

  /// - Parameter total: bytes of all input, where known.
  init(_ console: Console, total: Int?) {
    self.console = console
    self.total = total
  }

  func advance(to bytes: Int) { done = max(done, bytes) }

  func show(documents: Int) { show(documents, "documents") }

  func show(_ count: Int, _ what: String) {
    guard console.errorIsTerminal else { return }
    let permille = total.map { $0 > 0 ? min(1000, done * 1000 / $0) : 1000 }
    // Often enough to see it move, seldom enough not to cost time.
    let step = permille ?? count / 8
    guard step != shown else { return }
    shown = step
    var line = "\(count) \(what)"
    if let permille {
      let filled = permille * 30 / 1000
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
      line = "\(bar) \(permille / 10) %  " + line
    }
    console.writeError("\r\u{1B}[K" + line)
    isVisible = true
  }

  /// Takes the line away, for something else to be said or at the end.
  func clear() {
    guard isVisible else { return }
    console.writeError("\r\u{1B}[K")
    isVisible = false
    shown = -1
  }
}
