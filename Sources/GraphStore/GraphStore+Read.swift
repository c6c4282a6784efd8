public import Diplomacy
import Foundation
import GRDB
import Provenance

extension GraphStore {
  /// All entities as they stand after curation, in order of id. Those that were merged into others leave gaps.
  public func entities() throws(StoreError) -> [Entity] {
    try read { try Self.curatedEntities(in: $0) }
  }

  /// Entities that were merged, to those that they are now.
  public func mergedEntities() throws(StoreError) -> [ID<Entity>: ID<Entity>] {
    try read { db in
      var survivors: [ID<Entity>: ID<Entity>] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT entity, survivor FROM merged") {
        survivors[ID(row[0] as Int)] = ID(row[1] as Int)
      }
      return survivors
    }
  }

  /// All entities as texts gave them, in order of id without gaps: what new texts are linked with, for curation is
  /// applied to what they are linked to.
  public func recordedEntities() throws(StoreError) -> [Entity] {
    try read { try EntityRecords.all(in: $0) }
  }

  private static func curatedEntities(in db: Database) throws -> [Entity] {
    let entities = try EntityRecords.all(in: db)
    guard let state = try CurationState.current(in: db) else { return entities }
    return state.apply(to: entities)
  }

  /// All claims that stand, in order of recording.
  public func claims() throws(StoreError) -> [RecordedClaim] {
    try read { db in
      var claims: [RecordedClaim] = []
      try ClaimRecords.forEach(CurationOverlay(in: db), in: db) { claims.append($0) }
      return claims
    }
  }

  /// All entities and claims as of one moment, whatever another process writes meanwhile.
  public func contents() throws(StoreError) -> (entities: [Entity], claims: [RecordedClaim]) {
    try read { db in
      var claims: [RecordedClaim] = []
      try ClaimRecords.forEach(CurationOverlay(in: db), in: db) { claims.append($0) }
      return (try Self.curatedEntities(in: db), claims)
    }
  }

  /// All entities, then each claim in order of recording, without holding the claims in memory.
  ///
  /// Both are as of one moment. `begin` is called once, before the first claim.
  public func forEachClaim(
    begin: ([Entity]) throws -> Void, _ body: (RecordedClaim) throws -> Void
  ) throws(StoreError) {
    try read { db in
      try begin(Self.curatedEntities(in: db))
      try ClaimRecords.forEach(CurationOverlay(in: db), in: db, body)
    }
  }

  /// The claims with these ids, in the order given; an id that is not stored, or was rejected, is passed over.
  public func claims(_ ids: [ID<Claim>]) throws(StoreError) -> [RecordedClaim] {
    try read { db in try ClaimRecords.fetch(ids, CurationOverlay(in: db, few: true), in: db) }
  }

  /// The sentences that claims are written in, in the order given; an id that is not stored is passed over.
  public func evidence(of claims: [ID<Claim>]) throws(StoreError) -> [EvidenceSentence] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT coalesce(record.source, document.id), coalesce(record.title, document.title),
            coalesce(record.date, document.date), coalesce(record.publisher, document.publisher), document.path,
            document.sha256, coded_claim.sentence,
            substr(CAST(coalesce(record.text, document.text) AS BLOB), coded_claim."start" + 1,
              coded_claim."end" - coded_claim."start"),
            substr(CAST(coalesce(record.text, document.text) AS BLOB), cue_start + 1, cue_end - cue_start),
            record.line, document.id, record.key, record.story_key, kind, coded_claim.source, target, event, modality,
            coded_claim.date, "start", "end", cue_start, cue_end, rule
          FROM coded_claim JOIN document ON document.number = coded_claim.document
          LEFT JOIN record ON record.claim = coded_claim.number
          WHERE coded_claim.number = ?
          """)
      return try claims.compactMap { claim in
        try Row.fetchOne(statement, arguments: [Int64(claim.rawValue)]).map { row in
          EvidenceSentence(
            claim: claim, document: Self.metadata(row), sentence: row[6], text: Self.text(row[7]),
            cue: Self.text(row[8]), row: (row[9] as Int?).map { EvidenceSentence.Row(file: row[10], line: $0) },
            storyKey: row[12], identity: Self.identity(row))
        }
      }
    }
  }

  /// All documents without their texts, in order of recording.
  public func documents() throws(StoreError) -> [DocumentSummary] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, title, date, publisher, path, sha256, story,
            (SELECT count(*) FROM sentence WHERE sentence.document = document.number),
            (SELECT count(*) FROM coded_claim
              WHERE coded_claim.document = document.number
                AND coded_claim.number NOT IN (SELECT claim FROM rejected)),
            format
          FROM document ORDER BY number
          """
      ).map { row in
        DocumentSummary(
          metadata: Self.metadata(row), story: ID(row[6]), sentenceCount: row[7], claimCount: row[8], format: row[9])
      }
    }
  }

  /// A document with its text and all that was read from it, before curation; nil where there is none with this id.
  public func document(id: String) throws(StoreError) -> StoredDocument? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT id, title, date, publisher, path, sha256, story, CAST(text AS BLOB), signature, number
          FROM document WHERE id = ?
          """, arguments: [id])
      guard let row else { return nil }
      let number: Int64 = row[9]
      let sentences = try Row.fetchAll(
        db, sql: "SELECT \"start\", \"end\" FROM sentence WHERE document = ? ORDER BY number", arguments: [number])
      let mentions = try Self.mentions(ofDocument: number, in: db)
      var claims: [Claim] = []
      try ClaimRecords.forEach(ofDocument: number, nil, in: db) { claims.append($0.claim) }
      var named = Set(mentions.flatMap(\.entities))
      for claim in claims { named.formUnion([claim.source, claim.target] + claim.attribution) }
      return StoredDocument(
        coded: CodedDocument(
          source: SourceText(metadata: Self.metadata(row), text: Self.text(row[7])),
          sentences: sentences.map { Span($0[0], $0[1]) },
          entities: try EntityRecords.all(in: db).filter { named.contains($0.id) },
          mentions: mentions, claims: claims, signature: StoryLinker.decode(row[8])),
        story: ID(row[6]))
    }
  }

  private static func mentions(ofDocument number: Int64, in db: Database) throws -> [Mention] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT mention.number, "start", "end", form, entity
        FROM mention LEFT JOIN mention_entity ON mention_entity.mention = mention.number
        WHERE document = ? ORDER BY mention.number, position
        """, arguments: [number])
    var mentions: [Mention] = []
    var last: Int64?
    while let row = try rows.next() {
      let mention: Int64 = row[0]
      if mention != last {
        mentions.append(Mention(span: Span(row[1], row[2]), form: Mention.Form(label: row[3]) ?? .name, entities: []))
        last = mention
      }
      if let entity = row[4] as Int? { mentions[mentions.count - 1].entities.append(ID(entity)) }
    }
    return mentions
  }

  /// What tells a claim from all others in any graph: its own name, or its text, place and reading, which curation does
  /// not touch.
  private static func identity(_ row: Row) -> EvidenceSentence.Identity {
    if let key = row[11] as String? { return .key(key) }
    let text: String = (row[5] as String?) ?? row[0]
    return .reading(
      ([text] + row.dropFirst(13).map { "\($0.1)" }).joined(separator: "\u{1F}"))
  }

  /// From the first six columns: id, title, date, publisher, path, sha256.
  private static func metadata(_ row: Row) -> DocumentMetadata {
    DocumentMetadata(
      id: row[0], title: row[1], date: EntityRecords.date(row[2]), publisher: row[3], path: row[4], sha256: row[5])
  }

  private static func text(_ data: Data?) -> String { String(decoding: data ?? Data(), as: UTF8.self) }
}
