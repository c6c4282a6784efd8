import Diplomacy
import GRDB
import Provenance

/// Entities with their aliases, roles and parties as rows.
enum EntityRecords {
  /// Inserts or replaces. Roles and parties may name entities that come later in the list.
  static func upsert(_ entities: [Entity], in db: Database) throws {
    let upsert = try db.cachedStatement(
      sql: """
        INSERT INTO entity (id, kind, name, country, is_intergovernmental, is_unnamed, acronym, status, status_date)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, country = excluded.country,
          is_intergovernmental = excluded.is_intergovernmental, is_unnamed = excluded.is_unnamed,
          acronym = excluded.acronym, status = excluded.status, status_date = excluded.status_date
        """)
    let clear = try [
      "DELETE FROM alias WHERE entity = ?", "DELETE FROM role WHERE entity = ?",
      "DELETE FROM party WHERE agreement = ?",
    ].map { try db.cachedStatement(sql: $0) }
    let insertAlias = try db.cachedStatement(sql: "INSERT INTO alias VALUES (?, ?, ?)")
    let insertRole = try db.cachedStatement(sql: "INSERT INTO role VALUES (?, ?, ?, ?, ?, ?, ?)")
    let insertParty = try db.cachedStatement(sql: "INSERT INTO party VALUES (?, ?, ?)")
    for entity in entities {
      let id = Int64(entity.id.rawValue)
      var row = Columns()
      var roles: [Role] = []
      var parties: [ID<Entity>] = []
      switch entity.details {
      case .country(let country): row.country = country.code
      case .official(let official):
        row.isUnnamed = official.isUnnamed
        roles = official.roles
      case .organization(let organization):
        row.country = organization.country
        row.isIntergovernmental = organization.isIntergovernmental
      case .agreement(let agreement):
        row.acronym = agreement.acronym
        row.status = agreement.status
        row.statusDate = agreement.statusDate
        parties = agreement.parties
      }
      try upsert.execute(arguments: [
        id, entity.kind.rawValue, entity.name, row.country, row.isIntergovernmental, row.isUnnamed, row.acronym,
        row.status?.rawValue, row.statusDate?.description,
      ])
      for statement in clear { try statement.execute(arguments: [id]) }
      for (position, alias) in entity.aliases.enumerated() {
        try insertAlias.execute(arguments: [id, position, alias])
      }
      for (position, role) in roles.enumerated() {
        try insertRole.execute(arguments: [
          id, position, role.title, role.country, role.organization.map { Int64($0.rawValue) },
          role.begin?.description, role.end?.description,
        ])
      }
      for (position, party) in parties.enumerated() {
        try insertParty.execute(arguments: [id, position, Int64(party.rawValue)])
      }
    }
  }

  /// All entities, in order of id.
  static func all(in db: Database) throws -> [Entity] {
    var aliases: [Int64: [String]] = [:]
    let aliasRows = try Row.fetchCursor(db, sql: "SELECT entity, name FROM alias ORDER BY entity, position")
    while let row = try aliasRows.next() { aliases[row[0], default: []].append(row[1]) }
    var roles: [Int64: [Role]] = [:]
    let roleRows = try Row.fetchCursor(
      db,
      sql: "SELECT entity, title, country, organization, begin_date, end_date FROM role ORDER BY entity, position")
    while let row = try roleRows.next() {
      roles[row[0], default: []].append(
        Role(
          title: row[1], country: row[2], organization: (row[3] as Int?).map(ID.init), begin: date(row[4]),
          end: date(row[5])))
    }
    var parties: [Int64: [ID<Entity>]] = [:]
    let partyRows = try Row.fetchCursor(db, sql: "SELECT agreement, party FROM party ORDER BY agreement, position")
    while let row = try partyRows.next() { parties[row[0], default: []].append(ID(row[1])) }

    var entities: [Entity] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, kind, name, country, is_intergovernmental, is_unnamed, acronym, status, status_date
        FROM entity ORDER BY id
        """)
    while let row = try rows.next() {
      let id: Int64 = row[0]
      let details: Entity.Details
      switch EntityKind(rawValue: row[1]) {
      case .country: details = .country(Country(code: row[3]))
      case .official: details = .official(Official(roles: roles[id] ?? [], isUnnamed: row[5] ?? false))
      case .organization:
        details = .organization(Organization(country: row[3], isIntergovernmental: row[4] ?? false))
      case .agreement:
        details = .agreement(
          Agreement(
            acronym: row[6], parties: parties[id] ?? [],
            status: (row[7] as String?).flatMap(Agreement.Status.init(rawValue:)), statusDate: date(row[8])))
      case nil:
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "entity \(id) is of no known kind")
      }
      entities.append(Entity(id: ID(Int(id)), name: row[2], aliases: aliases[id] ?? [], details: details))
    }
    return entities
  }

  static func date(_ text: String?) -> CalendarDate? { text.flatMap { CalendarDate(iso: $0) } }

  private struct Columns {
    var country: String?
    var isIntergovernmental: Bool?
    var isUnnamed: Bool?
    var acronym: String?
    var status: Agreement.Status?
    var statusDate: CalendarDate?
  }
}
