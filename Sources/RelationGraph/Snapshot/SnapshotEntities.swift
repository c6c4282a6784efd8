import Diplomacy
import Provenance

extension SnapshotWriter {
  mutating func add(_ entity: Entity) {
    add(UInt64(entity.id.rawValue))
    add(entity.name)
    addList(entity.aliases) { $0.add($1) }
    switch entity.details {
    case .country(let country):
      add(0)
      add(country.code)
    case .official(let official):
      add(1)
      add(official.isUnnamed)
      addList(official.roles) { $0.add($1) }
    case .organization(let organization):
      add(2)
      add(organization.isIntergovernmental)
      addOptional(organization.country) { $0.add($1) }
    case .agreement(let agreement):
      add(3)
      addOptional(agreement.acronym) { $0.add($1) }
      addList(agreement.parties) { $0.add(UInt64($1.rawValue)) }
      addOptional(agreement.status) { $0.add($1.rawValue) }
      add(agreement.statusDate)
    }
  }

  private mutating func add(_ role: Role) {
    add(role.title)
    addOptional(role.country) { $0.add($1) }
    addOptional(role.organization) { $0.add(UInt64($1.rawValue)) }
    add(role.begin)
    add(role.end)
  }
}

extension SnapshotReader {
  mutating func entity() throws(GraphSnapshot.Failure) -> Entity {
    let id: ID<Entity> = try id()
    let name = try text()
    let aliases = try list { reader throws(GraphSnapshot.Failure) in try reader.text() }
    let details: Entity.Details =
      switch try number() {
      case 0: .country(Country(code: try text()))
      case 1:
        .official(
          Official(
            isUnnamed: try bool(), roles: try list { reader throws(GraphSnapshot.Failure) in try reader.role() }))
      case 2:
        .organization(Organization(isIntergovernmental: try bool(), country: try optionalText()))
      case 3: .agreement(try agreement())
      default: throw .corrupt
      }
    return Entity(id: id, name: name, aliases: aliases, details: details)
  }

  private mutating func agreement() throws(GraphSnapshot.Failure) -> Agreement {
    let acronym = try optionalText()
    let parties = try list { reader throws(GraphSnapshot.Failure) -> ID<Entity> in try reader.id() }
    var status: Agreement.Status?
    if let code = try optionalText() {
      status = Agreement.Status(rawValue: code)
      if status == nil { throw .corrupt }
    }
    return Agreement(acronym: acronym, parties: parties, status: status, statusDate: try date())
  }

  private mutating func role() throws(GraphSnapshot.Failure) -> Role {
    Role(
      title: try text(), country: try optionalText(),
      organization: try optional { reader throws(GraphSnapshot.Failure) -> ID<Entity> in try reader.id() },
      begin: try date(), end: try date())
  }

  private mutating func optionalText() throws(GraphSnapshot.Failure) -> String? {
    try optional { reader throws(GraphSnapshot.Failure) in try reader.text() }
  }
}

// With their parts in the order in which they are read.
extension Official {
  fileprivate init(isUnnamed: Bool, roles: [Role]) { self.init(roles: roles, isUnnamed: isUnnamed) }
}

extension Organization {
  fileprivate init(isIntergovernmental: Bool, country: String?) {
    self.init(country: country, isIntergovernmental: isIntergovernmental)
  }
}
