import Diplomacy
import GRDB
import GraphStore
import Provenance
import TestSupport
import Testing

@Suite("Curation")
struct CurationTests {
  private let directory: TemporaryDirectory
  private let store: GraphStore
  private var path: String { directory("graph.sqlite") }

  init() throws {
    directory = try TemporaryDirectory()
    store = try GraphStore(path: directory("graph.sqlite"))
    try store.add(coded("a"), entities: everyone)
    try store.add(coded("b", "Kono likes the pact. Both met again."))
  }

  private func reference(_ entity: Entity) -> EntityReference {
    EntityReference(id: entity.id.index, name: entity.name, kind: entity.kind.rawValue)
  }

  @discardableResult
  private func edit(_ action: Edit.Action) throws -> Edit {
    try store.edit(action, author: "Ada", reason: "a test", time: "2026-01-02T03:04:05Z")
  }

  private func entity(_ id: ID<Entity>) throws -> Entity? { try store.entities().first { $0.id == id } }

  private func rows(_ sql: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "null" : "\($0.storage.value ?? "")" }.joined(separator: "|")
      }
    }
  }

  @Test("what is merged is one, its claims the other's, and taking it back restores all")
  func merge() throws {
    let before = try store.contents()
    try edit(.merge(into: reference(kono), entities: [reference(pentagonChief)]))
    let merged = try #require(try entity(kono.id))
    #expect(merged.aliases == ["Kono", "the Pentagon chief"])
    #expect(try entity(pentagonChief.id) == nil)
    #expect(try store.claims()[1].claim.attribution == [kono.id, kono.id])
    #expect(try rows("SELECT count(*) FROM node") == ["6"])
    #expect(try store.recordedEntities() == everyone, "what texts gave is untouched")
    try store.undo(1, author: "Ada")
    #expect(try store.contents().entities == before.entities)
    #expect(try store.contents().claims == before.claims)
    #expect(try store.edits().map(\.undoneBy) == [2, nil])
    try store.undo(2, author: "Ada")
    #expect(try entity(kono.id) == merged, "taken back twice is done")
  }

  @Test("merges carry over, and a circle is refused")
  func circles() throws {
    try edit(.merge(into: reference(japan), entities: [reference(korea)]))
    let claims = try store.claims()
    #expect(claims[1].claim.source == japan.id && claims[1].claim.target == japan.id)
    #expect(try rows("SELECT count(*) FROM edge WHERE kind = 'cooperation'") == ["0"], "with itself nobody cooperates")
    for pair in [(korea, japan), (japan, korea), (japan, japan)] {
      let error = #expect(throws: StoreError.self) {
        try edit(.merge(into: reference(pair.0), entities: [reference(pair.1)]))
      }
      #expect(error?.description.contains("circle") == true || error?.description.contains("itself") == true)
    }
    #expect(throws: StoreError.self) { try edit(.merge(into: reference(japan), entities: [reference(kono)])) }
    #expect(try store.edits().count == 1, "what is refused is not in the log")
  }

  @Test("a name, an alias, a kind and an office")
  func names() throws {
    try edit(.rename(entity: reference(pact), name: "GSOMIA"))
    try edit(.alias(entity: reference(pact), name: "the accord", isRemoved: false))
    try edit(.alias(entity: reference(pact), name: "the pact", isRemoved: true))
    #expect(try entity(pact.id)?.name == "GSOMIA")
    #expect(
      try entity(pact.id)?.aliases == ["General Security of Military Information Agreement", "the accord"])
    try edit(.kind(entity: reference(pentagonChief), kind: "organization", country: "US"))
    #expect(
      try entity(pentagonChief.id)?.details == .organization(Organization(country: "US")))
    try edit(
      .role(entity: reference(kono), title: "defense minister", country: nil, begin: nil, end: "2020-09-16"))
    guard case .official(let official) = try entity(kono.id)?.details else { return }
    #expect(official.roles.last?.end == CalendarDate(iso: "2020-09-16"))
    #expect(official.roles.last?.begin == CalendarDate(iso: "2019-09-11"))
    #expect(
      try rows("SELECT name, kind, country FROM node WHERE id IN (5, 6) ORDER BY id") == [
        "the Pentagon chief|organization|US", "GSOMIA|agreement|null",
      ])
    #expect(try rows("SELECT DISTINCT target_name FROM claim WHERE kind = 'stance'") == ["GSOMIA"])
  }

  @Test("rejected claims stay so when their text is coded anew")
  func reject() throws {
    try edit(.reject(claims: store.references(to: [ID(1)])))
    #expect(try store.claims().map(\.id) == [ID(2), ID(3), ID(4)])
    #expect(try store.claims([ID(1), ID(2)]).map(\.id) == [ID(2)])
    try store.add(coded("a"), onConflict: .recode)
    #expect(try store.claims().map(\.id) == [ID(3), ID(4), ID(6)], "its successor is claim 5")
    #expect(try rows("SELECT id FROM claim") == ["3", "4", "6"])
    #expect(try rows("SELECT claim FROM evidence") == ["3", "4", "6"])
    #expect(try rows("SELECT supporting FROM edge WHERE kind = 'stance'") == ["1"])
    try store.undo(1, author: "Ada")
    #expect(try store.claims().count == 4)
  }

  @Test("an added claim stands like any other until it is taken back")
  func addClaim() throws {
    let added = AddedClaim(
      kind: "stance", source: reference(japan), target: reference(alliance), event: "SUPPORT", weight: 0.4,
      date: "2020-01", isLasting: true, text: "Seen in the minutes.", document: "https://example.org/minutes")
    try edit(.addClaim(claim: added))
    let claim = try #require(try store.claims().last)
    #expect(claim.claim.source == japan.id && claim.claim.target == alliance.id && claim.claim.weight == 0.4)
    #expect(claim.claim.validity == .lasting(until: nil))
    #expect(claim.publisher == "Ada" && claim.claim.evidence.document == "https://example.org/minutes")
    #expect(try store.evidence(of: [claim.id]).first?.text == "Seen in the minutes.")
    #expect(
      try rows("SELECT document, text, file FROM evidence WHERE claim = 5") == [
        "https://example.org/minutes|Seen in the minutes.|curation"
      ])
    try store.undo(1, author: "Ada")
    #expect(try store.claims().count == 4)
    for weight in [0, .nan, 1.5] {
      var bad = added
      bad.weight = weight
      #expect(throws: StoreError.self) { try edit(.addClaim(claim: bad)) }
    }
    #expect(try store.edits().count == 2)
  }

  @Test("a split takes claims, documents and the sentences that use a name, in later texts too")
  func split() throws {
    try edit(
      .split(
        entity: reference(kono), new: EntityReference(id: 0, name: "Yohei Kono", kind: "official"), aliases: ["Kono"],
        documents: [], claims: []))
    let new = try #require(try store.entities().last)
    #expect(new.name == "Yohei Kono" && new.aliases == ["Kono"] && new.id == ID(7))
    #expect(try store.claims().filter { $0.claim.kind == .stance }.map(\.claim.source) == [new.id, new.id])
    try store.add(coded("c", "Kono loves the pact. Both met thrice."))
    #expect(try store.claims().filter { $0.claim.kind == .stance }.map(\.claim.source) == [new.id, new.id, new.id])
    #expect(try rows("SELECT DISTINCT source_name FROM claim WHERE kind = 'stance'") == ["Yohei Kono"])
    try edit(.rename(entity: reference(new), name: "Y. Kono"))
    let error = #expect(throws: StoreError.self) { try store.undo(1, author: "Ada") }
    #expect(error?.description.contains("edit 2 (rename)") == true)
    try store.undo(2, author: "Ada")
    try store.undo(1, author: "Ada")
    #expect(try store.entities() == everyone)
    #expect(try store.claims().filter { $0.claim.kind == .stance }.allSatisfy { $0.claim.source == kono.id })
  }

  @Test("edits travel to another graph, and a second time change nothing")
  func carryOver() throws {
    try edit(.merge(into: reference(kono), entities: [reference(pentagonChief)]))
    try edit(.rename(entity: reference(pact), name: "GSOMIA"))
    try edit(.reject(claims: store.references(to: [ID(1)])))
    try store.undo(2, author: "Ada")
    let other = try GraphStore(path: directory("other.sqlite"))
    try other.add(coded("a"), entities: everyone)
    for edit in try store.edits() { #expect(try other.carryOver(edit) != nil) }
    for edit in try store.edits() { #expect(try other.carryOver(edit) == nil) }
    #expect(try other.edits() == store.edits())
    #expect(try other.entities() == store.entities())
    #expect(try other.claims().map(\.id) == [ID(2)])
    let empty = try GraphStore(path: directory("empty.sqlite"))
    let first = try #require(try store.edits().first)
    #expect(throws: StoreError.self) { try empty.carryOver(first) }
  }

  @Test("edits that make no sense are refused")
  func refusals() throws {
    let bad: [Edit.Action] = [
      .kind(entity: reference(kono), kind: "planet", country: nil),
      .kind(entity: reference(kono), kind: "country", country: nil),
      .role(entity: reference(japan), title: "King", country: nil, begin: "2019", end: nil),
      .role(entity: reference(kono), title: "King", country: nil, begin: nil, end: nil),
      .role(entity: reference(kono), title: "King", country: nil, begin: "2020", end: "2019"),
      .rename(entity: reference(kono), name: ""),
      .split(
        entity: reference(kono), new: EntityReference(id: 0, name: "X", kind: "official"), aliases: [], documents: [],
        claims: []),
      .split(
        entity: reference(japan), new: EntityReference(id: 0, name: "X", kind: "country"), aliases: ["Tokyo"],
        documents: [], claims: []),
    ]
    for action in bad { #expect(throws: StoreError.self, "\(action)") { try edit(action) } }
    #expect(throws: StoreError.self) { try store.undo(1, author: "Ada") }
    #expect(try store.edits().isEmpty)
    #expect(try store.recordedEntities() == everyone)
  }
}
