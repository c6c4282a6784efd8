import Entente
import Foundation
import TestSupport
import Testing

/// A snapshot beside a graph file changes what a question costs, never what it answers.
struct SnapshotTests {
  private let folder: TemporaryDirectory
  private let path: String
  private var snapshot: String { path + ".snapshot" }

  init() throws {
    folder = try TemporaryDirectory()
    path = try SampleGraph.write(folder("g.sqlite"))
  }

  /// Opens the file as a question does, with snapshots of graphs however small.
  private func open() throws -> StoredGraph {
    try StoredGraph(GraphStore(path: path, mode: .readOnly), snapshotFrom: 1)
  }

  private func node(_ name: String, _ graph: StoredGraph) throws -> ID<Node> {
    guard case .unique(let node) = graph.resolve(name) else { throw CocoaError(.featureUnsupported) }
    return node
  }

  private func answer(_ graph: StoredGraph) throws -> String {
    let question = PathQuestion(from: try node("esper", graph), to: try node("Seoul", graph))
    guard case .paths(let report) = try graph.paths(question) else { return "" }
    return report.text()
  }

  private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: snapshot)) }

  private func put(_ bytes: Data) throws { try bytes.write(to: URL(fileURLWithPath: snapshot)) }

  @Test func isWrittenOnceAndReadAfterwards() throws {
    let first = try answer(open())
    let written = try bytes()
    #expect(!first.isEmpty)
    #expect(try answer(open()) == first)
    #expect(try bytes() == written)
  }

  @Test("that is cut, changed, of another version or no snapshot at all is made anew", arguments: 0..<5)
  func damaged(_ kind: Int) throws {
    let first = try answer(open())
    let whole = try bytes()
    var broken = whole
    switch kind {
    case 0: broken = whole.prefix(whole.count / 2)
    case 1: broken[whole.count - 5] ^= 1
    case 2: broken[4] ^= 0x40
    case 3: broken = Data("no snapshot".utf8)
    default: broken = Data()
    }
    try put(Data(broken))
    #expect(try answer(open()) == first)
    #expect(try bytes() == whole)
  }

  @Test func ofAnotherRevisionIsPassedOver() throws {
    _ = try answer(open())
    let old = try bytes()
    let graph = try open()
    let edges = graph.graph.edgeCount
    try SampleGraph.addClaim(to: path)
    let later = try open()
    #expect(later.graph.claimCount == graph.graph.claimCount + 1)
    #expect(later.graph.edgeCount >= edges)
    #expect(try bytes() != old)
  }

  @Test func smallGraphsHaveNone() throws {
    _ = try StoredGraph(path: path)
    #expect(!FileManager.default.fileExists(atPath: snapshot))
  }

  @Test func aFolderThatCannotBeWrittenIsNoObstacle() throws {
    // A folder stands where the snapshot would.
    try FileManager.default.createDirectory(atPath: snapshot, withIntermediateDirectories: true)
    #expect(try !answer(open()).isEmpty)
  }
}
