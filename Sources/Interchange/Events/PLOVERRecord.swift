import Diplomacy
import Reading

/// An event coded by PLOVER as a row of POLECAT or a JSON object has it.
struct PLOVERRecord {
  /// Who acts, or to whom it is done.
  struct Actor {
    /// As written; several may be parted by semicolons.
    var name: String?
    /// By three letters, as GOV; nil where it has none.
    var sector: String?
    /// ISO 3166-1 alpha-2.
    var countries: [String]
  }

  var id: String?
  var date: String?
  var type: String?
  var mode: String?
  var intensity: String?
  var publisher: String?
  var published: String?
  var actors: [Actor] = []
  var recipients: [Actor] = []
  var text: String?
}

extension PLOVERRecord {
  static let needed = ["Event ID", "Event Date", "Event Type", "Actor Name", "Recipient Name"]

  /// A row of POLECAT's table.
  init(_ row: DelimitedReader.Row, _ columns: HeaderColumns, _ countries: CountryCodes) {
    self.init {
      columns.text($0, row)
    } countries: {
      countries.code(polecat: $0, cow: $1)
    }
  }

  /// What both the table and flat JSON have: one value a column.
  private init(_ text: (String) -> String?, countries: (_ letters: String, _ numbers: String) -> [String]) {
    id = text("Event ID")
    date = text("Event Date")
    type = text("Event Type")
    mode = text("Event Mode")
    intensity = text("Intensity")
    publisher = text("Source")
    published = text("Publication Date")
    func side(_ name: String) -> [Actor] {
      guard let words = text("\(name) Name") else { return [] }
      return [
        Actor(
          name: words, sector: text("Primary \(name) Sector"),
          countries: countries(text("\(name) Country") ?? "", text("\(name) COW") ?? ""))
      ]
    }
    actors = side("Actor")
    recipients = side("Recipient")
  }

  /// A JSON object: with POLECAT's columns as members; or as PLOVER's own records and those of the NGEC coder are, with
  /// `actor` and `recipient` lists of objects (`name` or `text`, `country`, `sector` or `code_1`), there within
  /// `attributes`. Names of members are the same in any case, with spaces or underscores.
  init(json: JSONValue, _ countries: CountryCodes) {
    let members = Members(json)
    self.init {
      members.column($0)
    } countries: {
      countries.code(polecat: $0, cow: $1)
    }
    id = id ?? members.text("id")
    date = date ?? members.text("date")
    type = type ?? members.text("type", "event", "code", "plovercode")
    mode = mode ?? members.text("mode")
    published = published ?? members.text("pubdate", "published")
    publisher = members.text("publisher") ?? publisher
    text = members.text("eventtext", "text", "sentence")
    let attributes = members["attributes"].map(Members.init)
    func side(_ names: String...) -> [Actor] {
      for name in names {
        guard let value = attributes?[name] ?? members[name] else { continue }
        let values = value.elements.isEmpty ? [value] : value.elements
        let found = values.compactMap { Actor($0, countries) }
        if !found.isEmpty { return found }
      }
      return []
    }
    if actors.isEmpty { actors = side("actor", "actors", "source") }
    if recipients.isEmpty { recipients = side("recip", "recipient", "recipients", "target") }
    // With a target a source is who acts, not who reports.
    if members["target"] != nil, members["publisher"] == nil { publisher = nil }
  }
}

extension PLOVERRecord.Actor {
  /// An object or a mere name; nil for what is neither.
  fileprivate init?(_ value: JSONValue, _ codes: CountryCodes) {
    guard case .object = value else {
      guard let name = value.text else { return nil }
      self.init(name: name, sector: nil, countries: codes.iso(name).map { [$0] } ?? [])
      return
    }
    let members = Members(value)
    let letters = members.text("country", "countrycode", "code") ?? ""
    self.init(
      name: members.text("name", "wiki", "text"), sector: members.text("sector", "primarysector", "code1", "agent"),
      countries: codes.code(polecat: letters, cow: members.text("cow") ?? ""))
    if name == nil, countries.isEmpty { return nil }
  }
}

extension CountryCodes {
  /// The countries of a list of codes by letters, else of numbers of the Correlates of War list; sorted.
  fileprivate func code(polecat letters: String, cow numbers: String) -> [String] {
    func codes(_ list: String, _ code: (String) -> String?) -> [String] {
      list.split { $0 == ";" || $0 == "|" || $0 == "," }.compactMap { code(FieldText.trimmed(String($0))) }
    }
    let found = codes(letters, iso)
    return Set(found.isEmpty ? codes(numbers, correlatesOfWar) : found).sorted()
  }
}

/// The members of a JSON object by their names without case, spaces and underscores.
private struct Members {
  private var values: [String: JSONValue] = [:]

  init(_ value: JSONValue) {
    guard case .object(let members) = value else { return }
    for member in members { values[Self.key(member.name)] = member.value }
  }

  private static func key(_ name: String) -> String {
    name.lowercased().filter { $0 != " " && $0 != "_" && $0 != "-" }
  }

  /// By a key.
  subscript(key: String) -> JSONValue? { values[key] }

  /// The text of the first that has one; of a list the first.
  func text(_ keys: String...) -> String? {
    for key in keys {
      guard let value = values[key] else { continue }
      if let text = value.text ?? value.elements.first?.text, !FieldText.isMissing(text) { return text }
    }
    return nil
  }

  /// By a column of POLECAT's table.
  func column(_ name: String) -> String? { text(Self.key(name)) }
}
