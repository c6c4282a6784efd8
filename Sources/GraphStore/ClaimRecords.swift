import Diplomacy
import GRDB
import Provenance

/// Claims read from their rows.
enum ClaimRecords {
  private static let columns = """
    coded_claim.number, coded_claim.document, kind, coded_claim.source, target, event, weight, modality,
    coded_claim.date, confidence, sentence, "start", "end", cue_start, cue_end, rule, is_lasting, end_date,
    record.claim, record.story, record.source, record.date, record.publisher
    """
  private static let tables = "coded_claim LEFT JOIN record ON record.claim = coded_claim.number"

  /// Calls `body` with each claim in order of recording, of one document or of all.
  ///
  /// Claims and attributions are read side by side, both in order of claim.
  ///
  /// - Parameter overlay: What people put right; nil for claims as they were coded.
  static func forEach(
    ofDocument document: Int64? = nil, _ overlay: CurationOverlay?, in db: Database,
    _ body: (RecordedClaim) throws -> Void
  ) throws {
    var documents = DocumentCache()
    let condition = document.map { "WHERE document = \($0)" } ?? ""
    let attributions = try Row.fetchCursor(
      db,
      sql: """
        SELECT claim, entity FROM attribution
        \(document == nil ? "" : "JOIN coded_claim ON coded_claim.number = attribution.claim") \(condition)
        ORDER BY claim, position
        """)
    var attribution = try attributions.next().map(Attribution.init)
    let rows = try Row.fetchCursor(db, sql: "SELECT \(columns) FROM \(tables) \(condition) ORDER BY number")
    while let row = try rows.next() {
      var recorded = try recordedClaim(row, in: db, &documents)
      while let next = attribution, next.claim <= recorded.id.rawValue {
        if next.claim == recorded.id.rawValue { recorded.claim.attribution.append(ID(next.entity)) }
        attribution = try attributions.next().map(Attribution.init)
      }
      guard try overlay?.apply(to: &recorded) ?? true else { continue }
      try body(recorded)
    }
  }

  static func fetch(_ ids: [ID<Claim>], _ overlay: CurationOverlay?, in db: Database) throws -> [RecordedClaim] {
    var documents = DocumentCache()
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM \(tables) WHERE number = ?")
    let attributions = try db.cachedStatement(
      sql: "SELECT entity FROM attribution WHERE claim = ? ORDER BY position")
    return try ids.compactMap { id in
      guard let row = try Row.fetchOne(statement, arguments: [Int64(id.rawValue)]) else { return nil }
      var recorded = try recordedClaim(row, in: db, &documents)
      recorded.claim.attribution = try Int.fetchAll(attributions, arguments: [Int64(id.rawValue)]).map(ID.init)
      return try overlay?.apply(to: &recorded) ?? true ? recorded : nil
    }
  }

  private static func recordedClaim(
    _ row: Row, in db: Database, _ documents: inout DocumentCache
  ) throws -> RecordedClaim {
    let document = try documents.document(row[1], in: db)
    guard let kind = ClaimKind(rawValue: row[2]), let modality = Modality(rawValue: row[7]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "claim \(row[0] as Int64) is of no known kind")
    }
    let claim = Claim(
      kind: kind, source: ID(row[3]), target: ID(row[4]),
      event: (row[5] as String?).flatMap(EventType.init(rawValue:)), weight: row[6], modality: modality,
      date: EntityRecords.date(row[8]),
      validity: row[16] ? .lasting(until: EntityRecords.date(row[17])) : .event, confidence: row[9],
      evidence: Evidence(
        document: (row[20] as String?) ?? document.id, sentence: row[10], span: Span(row[11], row[12]),
        cue: Span(row[13], row[14]),
        rule: row[15]))
    guard !row.hasNull(atIndex: 18) else {
      return RecordedClaim(
        id: ID(row[0]), claim: claim, story: document.story, documentDate: document.date,
        publisher: document.publisher)
    }
    return RecordedClaim(
      id: ID(row[0]), claim: claim, story: ID(firstImportedStory + (row[19] as Int)),
      documentDate: EntityRecords.date(row[21]) ?? document.date, publisher: row[22] ?? document.publisher)
  }

  /// Stories of imported claims are numbered from here on, past all those of texts.
  static let firstImportedStory = 1 << 31

  private struct Attribution {
    var claim: UInt32
    var entity: Int

    init(_ row: Row) {
      claim = row[0]
      entity = row[1]
    }
  }

  /// What claims need of their documents, each read once.
  private struct DocumentCache {
    struct Entry {
      var id: String
      var story: ID<Story>
      var date: CalendarDate?
      var publisher: String?
    }

    private var entries: [Int64: Entry] = [:]

    mutating func document(_ number: Int64, in db: Database) throws -> Entry {
      if let entry = entries[number] { return entry }
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT id, story, date, publisher FROM document WHERE number = ?"),
        arguments: [number])
      guard let row else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a claim's document is missing")
      }
      let entry = Entry(id: row[0], story: ID(row[1]), date: EntityRecords.date(row[2]), publisher: row[3])
      entries[number] = entry
      return entry
    }
  }
}
