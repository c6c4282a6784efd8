import Diplomacy
import GRDB
import Provenance

/// Claims that people make, as rows: they stand in a document of their own, each as a record of it.
enum AddedClaims {
  /// The id of the document that holds them.
  static let document = "curation"

  static func recordKey(_ edit: String) -> String { "edit:" + edit }

  static func insert(_ added: AddedClaim, of edit: Edit, in db: Database) throws {
    guard let kind = ClaimKind(rawValue: added.kind), let modality = Modality(rawValue: added.modality) else {
      throw EditRefusal("\"\(added.kind)\", \"\(added.modality)\": no kind or modality of claims")
    }
    if let event = added.event, EventType(rawValue: event) == nil {
      throw EditRefusal("\"\(event)\" is no PLOVER event type")
    }
    guard added.weight != 0, abs(added.weight) <= 1, (0...1).contains(added.confidence) else {
      throw EditRefusal("a weight lies in −1…1 and is not 0, a confidence in 0…1")
    }
    let number = try documentNumber(in: db)
    let span = Span(0, added.text.utf8.count)
    let date = added.date.flatMap { CalendarDate(iso: $0) }
    let claim = Claim(
      kind: kind, source: ID(added.source.id), target: ID(added.target.id),
      event: added.event.flatMap(EventType.init(rawValue:)), weight: added.weight, modality: modality, date: date,
      validity: added.isLasting ? .lasting(until: added.end.flatMap { CalendarDate(iso: $0) }) : .event,
      confidence: added.confidence,
      evidence: Evidence(document: document, sentence: edit.number - 1, span: span, cue: span, rule: "added by hand"))
    let stored = try DocumentRecords.insert(claim, document: number, in: db)
    try ImportRecords.insert(
      ImportedRecord(
        claim: claim, line: edit.number, key: recordKey(edit.key), source: added.document, publisher: edit.author,
        text: added.text), of: stored, in: db)
  }

  private static func documentNumber(in db: Database) throws -> Int64 {
    if let number = try Int64.fetchOne(db, sql: "SELECT number FROM document WHERE id = ?", arguments: [document]) {
      let format = try String.fetchOne(db, sql: "SELECT format FROM document WHERE number = ?", arguments: [number])
      guard format == "curation" else {
        throw EditRefusal("a text has the id \"curation\", under which added claims stand; give it another id")
      }
      return number
    }
    return try ImportRecords.insertDocument(
      ImportedFile(id: document, format: "curation", title: "Claims added by hand"), isWhole: true, in: db)
  }
}
