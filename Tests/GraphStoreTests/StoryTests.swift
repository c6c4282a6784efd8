import Diplomacy
import GraphStore
import Provenance
import TestSupport
import Testing

@Suite("Stories")
struct StoryTests {
  private let directory: TemporaryDirectory
  private var path: String { directory("graph.sqlite") }

  init() throws { directory = try TemporaryDirectory() }

  /// A signature that agrees with that of seed 0 in `shared` of 128 places, spread evenly.
  private func signature(_ seed: UInt64, sharing shared: Int = 0) -> [UInt32] {
    var base = SeededGenerator(seed: 0)
    var own = SeededGenerator(seed: seed)
    return (0..<128).map { place in
      let (a, b) = (UInt32(truncatingIfNeeded: base.next()), UInt32(truncatingIfNeeded: own.next()))
      return place < shared ? a : b
    }
  }

  private func stories(_ store: GraphStore) throws -> [String: Int] {
    Dictionary(uniqueKeysWithValues: try store.documents().map { ($0.metadata.id, $0.story.index) })
  }

  @Test("near-copies tell one story, others their own")
  func nearCopies() throws {
    let store = try GraphStore(path: path)
    try store.upsert(everyone)
    try store.add(coded("a", "one", signature: signature(0)))
    try store.add(coded("b", "two", signature: signature(1, sharing: 64)))
    try store.add(coded("c", "three", signature: signature(2, sharing: 63)))
    try store.add(coded("d", "four", signature: signature(3)))
    #expect(try stories(store) == ["a": 1, "b": 1, "c": 3, "d": 4])
    #expect(try store.claims().map(\.story.index) == [1, 1, 1, 1, 3, 3, 4, 4])
  }

  @Test("texts too short for a signature match only the same text")
  func short() throws {
    let store = try GraphStore(path: path)
    try store.upsert(everyone)
    let hash = String(repeating: "0", count: 64)
    try store.add(coded("a", "Same.", sha256: hash))
    try store.add(coded("b", "Other."))
    try store.add(coded("c", "Same.", sha256: hash))
    #expect(try stories(store) == ["a": 1, "b": 2, "c": 1])
  }

  @Test(
    "the grouping does not depend on the order of adding, and removing undoes it", arguments: 0..<12 as Range<UInt64>)
  func order(seed: UInt64) throws {
    // b is a near-copy of a and of c, which are none of each other.
    var (a, b, c) = (signature(10), signature(11), signature(12))
    b.replaceSubrange(0..<70, with: a[0..<70])
    c.replaceSubrange(40..<128, with: b[40..<128])
    a[127] = 1
    let documents = [
      coded("a", "1", signature: a), coded("b", "2", signature: b), coded("c", "3", signature: c),
      coded("d", "4", signature: signature(13)),
    ]
    var random = SeededGenerator(seed: seed)
    let shuffled = documents.shuffled(using: &random)
    let store = try GraphStore(path: path)
    try store.upsert(everyone)
    for document in shuffled { try store.add(document) }
    var grouped = try stories(store)
    #expect(grouped["a"] == grouped["b"] && grouped["b"] == grouped["c"] && grouped["c"] != grouped["d"])
    let numbers = shuffled.enumerated().filter { $0.element.source.metadata.id != "d" }.map { $0.offset + 1 }
    #expect(grouped["a"] == numbers.min())
    try store.remove(documentID: "b")
    grouped = try stories(store)
    #expect(Set(grouped.values).count == 3)
  }
}
