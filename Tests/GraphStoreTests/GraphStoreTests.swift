import Diplomacy
import GraphStore
import Provenance
import TestSupport
import Testing

@Suite("A graph file")
struct GraphStoreTests {
  private let directory: TemporaryDirectory
  private var path: String { directory("graph.sqlite") }

  init() throws { directory = try TemporaryDirectory() }

  @Test("gives back what was put in")
  func roundTrip() throws {
    let store = try GraphStore(path: path)
    #expect(try store.add(coded("a"), entities: everyone) == .added)
    #expect(try store.entities() == everyone)
    let claims = try store.claims()
    #expect(claims.map(\.claim) == coded("a").claims)
    #expect(claims.map(\.id) == [ID(1), ID(2)])
    #expect(claims.allSatisfy { $0.story == ID(1) && $0.publisher == "Agency" })
    #expect(claims.allSatisfy { $0.documentDate == CalendarDate(iso: "2019-11-12") })
    #expect(try store.claims([ID(2), ID(9), ID(1)]) == [claims[1], claims[0]])
    let summaries = try store.documents()
    #expect(summaries.map(\.metadata) == [coded("a").source.metadata])
    #expect(summaries.map { [$0.sentenceCount, $0.claimCount] } == [[2, 2]])
    let evidence = try store.evidence(of: [ID(2), ID(1)])
    #expect(evidence.map(\.text) == [" Seoul and Tokyo met.", "Kono backs the pact."])
    #expect(evidence.map(\.cue) == [" Seoul and Tokyo met.", "backs"])
    #expect(evidence.map(\.document.id) == ["a", "a"])
    #expect(try store.document(id: "b") == nil)
  }

  @Test("gives back documents of any shape", arguments: 0..<20 as Range<UInt64>)
  func randomRoundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let documents = (0..<5).map { randomDocument("d\($0)", using: &random) }
    do {
      let store = try GraphStore(path: path)
      try store.upsert(everyone.shuffled(using: &random))
      for document in documents { try store.add(document) }
    }
    let store = try GraphStore(path: path, mode: .readOnly)
    #expect(try store.claims().map(\.claim) == documents.flatMap(\.claims))
    for document in documents {
      var stored = try #require(try store.document(id: document.source.metadata.id))
      stored.coded.entities = []
      #expect(stored.coded == document)
    }
    var streamed: [RecordedClaim] = []
    var entities: [Entity] = []
    try store.forEachClaim(begin: { entities = $0 }) { streamed.append($0) }
    #expect(entities == everyone)
    #expect(try store.contents().claims == streamed)
  }

  @Test("is not changed by adding a text twice")
  func twice() throws {
    let store = try GraphStore(path: path)
    let document = coded("a", sha256: String(repeating: "a", count: 64))
    try store.add(document, entities: everyone)
    let before = try store.contents()
    var renamed = japan
    renamed.name = "Nihon"
    #expect(try store.add(document, entities: [renamed]) == .unchanged)
    #expect(try store.add(coded("a"), entities: [renamed], onConflict: .replace) == .unchanged)
    let after = try store.contents()
    #expect(after.entities == before.entities && after.claims == before.claims)
    #expect(try store.contains(documentID: "a", sha256: String(repeating: "a", count: 64)))
    #expect(try store.standing(ofDocument: "a", sha256: String(repeating: "b", count: 64)) == .different)
    #expect(try store.standing(ofDocument: "b", sha256: String(repeating: "a", count: 64)) == .absent)
  }

  @Test("refuses another text under the same id unless told to replace it")
  func conflict() throws {
    let store = try GraphStore(path: path)
    try store.add(coded("a"), entities: everyone)
    let other = coded("a", "Kono leaves the pact. No word from Seoul.")
    #expect(throws: StoreError.documentDiffers(id: "a", path: path)) { try store.add(other) }
    #expect(try store.document(id: "a")?.coded.source.text == coded("a").source.text)
    #expect(try store.add(other, onConflict: .replace) == .replaced)
    #expect(try store.document(id: "a")?.coded.source.text == other.source.text)
    #expect(try store.claims().map(\.id) == [ID(3), ID(4)], "numbers are never used again")
    #expect(try store.add(other, onConflict: .recode) == .replaced)
    #expect(try store.claims().map(\.id) == [ID(5), ID(6)])
    #expect(try store.remove(documentID: "a"))
    #expect(try !store.remove(documentID: "a"))
    #expect(try store.claims().isEmpty && store.documents().isEmpty)
    #expect(try store.entities() == everyone)
  }

  @Test("takes entities as they are to be from now on")
  func upsert() throws {
    let store = try GraphStore(path: path)
    try store.upsert(everyone)
    var changed = pact
    changed.aliases = ["intelligence pact", "the pact"]
    changed.details = .agreement(Agreement(acronym: nil, parties: [alliance.id], status: .inForce))
    try store.add(coded("a"), entities: [changed])
    #expect(try store.entities() == everyone.dropLast() + [changed])
  }

  @Test("stores nothing of a document that breaks a rule")
  func invalid() throws {
    let store = try GraphStore(path: path)
    #expect(
      throws: StoreError.invalidDocument(
        id: "a", reason: "it speaks of an entity that is neither stored nor given with it")
    ) { try store.add(coded("a"), entities: [japan]) }
    #expect(try store.entities().isEmpty && store.documents().isEmpty)
    for broken in [1.5, -1.01, .nan, .infinity] {
      var document = coded("a")
      document.claims[0].weight = broken
      let error = #expect(throws: StoreError.self) { try store.add(document, entities: everyone) }
      guard case .invalidDocument(id: "a", _) = error else {
        Issue.record("\(broken): \(String(describing: error))")
        continue
      }
    }
    var nameless = coded("")
    nameless.claims = []
    #expect(throws: StoreError.self) { try store.add(nameless, entities: everyone) }
    var wrongHash = coded("h")
    wrongHash.source.metadata.sha256 = "ABC"
    #expect(throws: StoreError.self) { try store.add(wrongHash, entities: everyone) }
    #expect(try store.documents().isEmpty)
    try store.add(coded("a"), entities: everyone)
    #expect(try store.documents().count == 1)
  }

  @Test("turns cooperation so that the lesser id comes first")
  func turned() throws {
    let store = try GraphStore(path: path)
    var document = coded("a")
    document.claims[1].source = korea.id
    document.claims[1].target = japan.id
    try store.add(document, entities: everyone)
    #expect(try store.claims().last?.claim.source == japan.id)
  }

  @Test("keeps hostile text as text")
  func hostile() throws {
    let text = "'); DROP TABLE document; --\u{0} after NUL \u{202E}\u{FEFF}𝕊"
    let store = try GraphStore(path: path)
    try store.add(coded("x'; --", text), entities: everyone)
    #expect(try store.document(id: "x'; --")?.coded.source.text == text)
  }
}
