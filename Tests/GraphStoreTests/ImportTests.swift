import Diplomacy
import GRDB
import GraphStore
import Provenance
import TestSupport
import Testing

@Suite("Imported claims")
struct ImportTests {
  private let directory: TemporaryDirectory
  private let store: GraphStore
  private let file = ImportedFile(
    id: "dyads.csv", format: "edges", path: "data/dyads.csv", sha256: String(repeating: "c", count: 64))

  init() throws {
    directory = try TemporaryDirectory()
    store = try GraphStore(path: directory("graph.sqlite"))
    try store.upsert(everyone)
  }

  private func record(_ line: Int, key: String? = nil, story: String? = nil) -> ImportedRecord {
    let text = "Japan,South Korea,\(line)"
    return ImportedRecord(
      claim: Claim(
        kind: .stance, source: japan.id, target: korea.id, weight: -0.5, date: CalendarDate(iso: "1951-09-08"),
        validity: .lasting(until: CalendarDate(iso: "1960")),
        evidence: Evidence(
          document: "", sentence: line - 1, span: Span(0, text.utf8.count), cue: Span(0, 5), rule: "edges")),
      line: line, key: key, storyKey: story, source: story, publisher: "A source", date: CalendarDate(iso: "2018"),
      text: text)
  }

  private func open() throws -> ImportSession {
    guard case .open(let session) = try store.beginImport(file) else { throw StoreError.busy(path: "") }
    return session
  }

  @Test("imported claims stand beside those of texts, with their rows as evidence")
  func evidence() throws {
    try store.add(coded("a"))
    let session = try open()
    _ = try store.add(
      [record(2), record(3, story: "https://example.org/1"), record(4, story: "https://example.org/1")], entities: [],
      to: session, through: 4)
    try store.finish(session)
    let claims = try store.claims().suffix(3)
    #expect(claims.map(\.claim.evidence.document) == ["dyads.csv", "https://example.org/1", "https://example.org/1"])
    #expect(Set(claims.map(\.story)).count == 2, "one address is one story")
    let claim = try #require(claims.first)
    #expect(claim.documentDate == CalendarDate(iso: "2018") && claim.effectiveDate == CalendarDate(iso: "1951-09-08"))
    #expect(claim.claim.validity == .lasting(until: CalendarDate(iso: "1960")))
    let evidence = try #require(try store.evidence(of: [claim.id]).first)
    #expect(evidence.text == "Japan,South Korea,2" && evidence.cue == "Japan")
    #expect(evidence.row?.file == "dyads.csv" && evidence.row?.line == 2)
    #expect(try store.documents().map(\.format) == [nil, "edges"])
    let rows = try DatabaseQueue(path: directory("graph.sqlite")).read { db in
      try Row.fetchAll(
        db, sql: "SELECT document, date, effective_date, reported_date, is_lasting, end_date, file, line FROM claim")
    }
    #expect(rows.last?[0] == "https://example.org/1" && rows.last?[3] == "2018" && rows.last?[5] == "1960")
    #expect(rows[2][0] == "dyads.csv" && rows[2][7] == 2 && rows[0][6] == String?.none)
  }

  @Test("the same file again changes nothing; an interrupted one carries on; another one is refused or replaces it")
  func again() throws {
    let session = try open()
    #expect(session.resumesAfter == 0)
    _ = try store.add([record(2)], entities: [], to: session, through: 2)
    let resumed = try open()
    #expect(resumed.resumesAfter == 2)
    _ = try store.add([record(3)], entities: [], to: resumed, through: 3)
    try store.finish(resumed)
    let revision = try store.revision()
    #expect(try store.beginImport(file) == .unchanged)
    #expect(try store.revision() == revision)
    var other = file
    other.sha256 = String(repeating: "d", count: 64)
    #expect(throws: StoreError.documentDiffers(id: "dyads.csv", path: store.path)) { try store.beginImport(other) }
    guard case .open(let replacing) = try store.beginImport(other, onConflict: .replace) else { return }
    #expect(replacing.resumesAfter == 0)
    #expect(try store.claims().isEmpty)
  }

  @Test("a claim with a name of its own is taken once, from whatever file")
  func keys() throws {
    let session = try open()
    #expect(
      try store.add([record(2, key: "x:1"), record(3, key: "x:2")], entities: [], to: session, through: 3) == (2, 0))
    #expect(
      try store.add([record(4, key: "x:1"), record(5, key: "x:3")], entities: [], to: session, through: 5) == (1, 1))
    #expect(try store.claims().count == 3)
  }

  @Test("an import never replaces a text of the same name")
  func textOfThatName() throws {
    try store.add(coded("dyads.csv"))
    #expect(throws: StoreError.self) { try store.beginImport(file, onConflict: .replace) }
    #expect(try store.claims().count == 2)
  }
}
