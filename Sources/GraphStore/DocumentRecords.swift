import Diplomacy
import Foundation
import GRDB
import Provenance

/// Documents with their sentences, mentions and claims as rows.
enum DocumentRecords {
  /// - Returns: The document's number. Its story is its own until it is linked.
  static func insert(_ coded: CodedDocument, in db: Database) throws -> Int64 {
    let metadata = coded.source.metadata
    // As bytes: bound as text it would end at the first NUL.
    try db.cachedStatement(
      sql: """
        INSERT INTO document (id, title, date, publisher, path, sha256, text, story, signature)
        VALUES (?, ?, ?, ?, ?, ?, CAST(? AS TEXT), 0, ?)
        """
    ).execute(arguments: [
      metadata.id, metadata.title, metadata.date?.description, metadata.publisher, metadata.path, metadata.sha256,
      Data(coded.source.text.utf8), StoryLinker.encode(coded.signature),
    ])
    let number = db.lastInsertedRowID
    try db.cachedStatement(sql: "UPDATE document SET story = number WHERE number = ?").execute(arguments: [number])

    let sentence = try db.cachedStatement(sql: "INSERT INTO sentence VALUES (?, ?, ?, ?)")
    for (index, span) in coded.sentences.enumerated() {
      try sentence.execute(arguments: [number, index, span.start, span.end])
    }
    try insert(coded.mentions, document: number, in: db)
    try insert(coded.claims, document: number, in: db)
    return number
  }

  private static func insert(_ mentions: [Mention], document: Int64, in db: Database) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT INTO mention (document, \"start\", \"end\", form) VALUES (?, ?, ?, ?)")
    let insertEntity = try db.cachedStatement(sql: "INSERT INTO mention_entity VALUES (?, ?, ?)")
    for mention in mentions {
      try insert.execute(arguments: [document, mention.span.start, mention.span.end, mention.form.label])
      let number = db.lastInsertedRowID
      for (position, entity) in mention.entities.enumerated() {
        try insertEntity.execute(arguments: [number, position, Int64(entity.rawValue)])
      }
    }
  }

  private static func insert(_ claims: [Claim], document: Int64, in db: Database) throws {
    for claim in claims { try insert(claim, document: document, in: db) }
  }

  /// - Returns: The claim's number.
  @discardableResult
  static func insert(_ claim: Claim, document: Int64, in db: Database) throws -> Int64 {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO coded_claim (document, kind, source, target, event, weight, modality, date, confidence,
          sentence, "start", "end", cue_start, cue_end, rule, is_lasting, end_date)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let turned = !claim.kind.isDirected && claim.target < claim.source
    var isLasting = false
    var end: CalendarDate?
    if case .lasting(let until) = claim.validity { (isLasting, end) = (true, until) }
    try insert.execute(arguments: [
      document, claim.kind.rawValue, Int64((turned ? claim.target : claim.source).rawValue),
      Int64((turned ? claim.source : claim.target).rawValue), claim.event?.rawValue, claim.weight,
      claim.modality.rawValue, claim.date?.description, claim.confidence, claim.evidence.sentence,
      claim.evidence.span.start, claim.evidence.span.end, claim.evidence.cue.start, claim.evidence.cue.end,
      claim.evidence.rule, isLasting, end?.description,
    ])
    let number = db.lastInsertedRowID
    if !claim.attribution.isEmpty {
      let insertAttribution = try db.cachedStatement(sql: "INSERT INTO attribution VALUES (?, ?, ?)")
      for (position, entity) in claim.attribution.enumerated() {
        try insertAttribution.execute(arguments: [number, position, Int64(entity.rawValue)])
      }
    }
    return number
  }
}

extension Mention.Form {
  var label: String {
    switch self {
    case .name: "name"
    case .nominal: "nominal"
    case .pronoun: "pronoun"
    }
  }

  init?(label: String) {
    guard let form = Mention.Form.allCases.first(where: { $0.label == label }) else { return nil }
    self = form
  }
}
