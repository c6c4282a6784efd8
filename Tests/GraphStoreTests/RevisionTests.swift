import GRDB
import GraphStore
import TestSupport
import Testing

@Suite("Revisions")
struct RevisionTests {
  private let directory: TemporaryDirectory
  private var path: String { directory("graph.sqlite") }

  init() throws { directory = try TemporaryDirectory() }

  @Test("every change makes a new one, and what changes nothing does not")
  func changes() throws {
    let store = try GraphStore(path: path)
    var seen = [try store.revision()]
    #expect(seen[0].number == 0)
    try store.add(coded("a", sha256: String(repeating: "a", count: 64)), entities: everyone)
    seen.append(try store.revision())
    try store.add(coded("a", sha256: String(repeating: "a", count: 64)))
    #expect(try store.revision() == seen[1], "the same text again")
    try store.remove(documentID: "none")
    #expect(try store.revision() == seen[1])
    try store.upsert([japan])
    seen.append(try store.revision())
    try store.remove(documentID: "a")
    seen.append(try store.revision())
    #expect(seen.map(\.number) == [0, 1, 2, 3])
    #expect(Set(seen.map(\.stamp)).count == 4)
    #expect(try GraphStore(path: path, mode: .readOnly).revision() == seen[3])
  }

  @Test("a failed change makes none")
  func failure() throws {
    let store = try GraphStore(path: path)
    #expect(throws: StoreError.self) { try store.add(coded("a")) }
    #expect(try store.revision().number == 0)
  }

  @Test("two files of one history never have one revision")
  func twins() throws {
    let other = try GraphStore(path: directory("other.sqlite"))
    let store = try GraphStore(path: path)
    for each in [store, other] { try each.upsert([japan]) }
    #expect(try store.revision().number == other.revision().number)
    #expect(try store.revision() != other.revision())
  }
}
