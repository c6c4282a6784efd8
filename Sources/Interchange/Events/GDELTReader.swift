import Diplomacy
import Provenance
import Reading

/// Reads the event table of GDELT 2.0: 61 columns parted by tabs, without a header.
///
/// Actors that act for a state become its country; groups that GDELT knows become organizations by their name, and other
/// bodies by their country and sector. An event becomes a claim by its CAMEO code, with the Goldstein intensity the row
/// gives. The report's address is its source, and reports of one address are one story.
///
/// Source: GDELT Event Database Data Format Codebook V2.0, 2015.
///
/// - Complexity: linear in the bytes; memory in the longest row.
public struct GDELTReader: Sendable {
  private let countries: CountryCodes
  private let cameo = CAMEO()

  public init(countries: CountryCodes = CountryCodes()) { self.countries = countries }

  /// Places of the columns.
  private enum Column {
    static let id = 0, day = 1, event = 26, goldstein = 30, mentions = 31, added = 59, address = 60, count = 61
    static let actors = [5, 15]
  }

  /// Calls `emit` with each row in order.
  public func read(
    path: String?, onRead: @escaping (Int) -> Void = { _ in }, emit: (ImportItem) throws -> Void
  ) throws {
    let reader = try DelimitedReader(path: path, separator: 0x09, onRead: onRead)
    while let row = try reader.next() { try emit(item(row)) }
  }

  private func item(_ row: DelimitedReader.Row) -> ImportItem {
    func bad(_ rule: String) -> ImportItem { .bad(line: row.line, rule: rule) }
    func skipped(_ reason: String) -> ImportItem { .skipped(line: row.line, reason: reason) }
    guard row.count == Column.count else {
      return bad("it has \(row.count) columns; an event record of GDELT 2.0 has \(Column.count), parted by tabs")
    }
    guard let date = DateField.date(of: row.text(Column.day)) else {
      return bad("\"\(FieldText.shown(row.text(Column.day)))\" is no day; GDELT writes 20191112")
    }
    guard let entry = cameo[row.text(Column.event)] else { return skipped(EventRows.unknownEvent) }
    guard let event = entry.event else { return skipped(EventRows.noRelation) }
    var ends: [ActorName] = []
    for column in Column.actors {
      switch side(row, column) {
      case .actor(let actor): ends.append(actor)
      case .none(let reason): return skipped(reason)
      }
    }
    guard ends[0] != ends[1] else { return skipped(EventRows.sameActor) }
    let goldstein = row.text(Column.goldstein)
    guard let weight = goldstein.isEmpty ? entry.goldstein / 10 : EventRows.weight(goldstein: goldstein) else {
      return bad("\"\(FieldText.shown(goldstein))\" is no intensity on the Goldstein scale, −10…10")
    }
    guard weight != 0 else { return skipped(EventRows.neutral) }
    let address = FieldText.trimmed(row.text(Column.address))
    let isAddress = address.contains("://")
    let code = row.text(Column.event)
    return .row(
      CodedRow(
        line: row.line, key: "gdelt:" + row.text(Column.id), storyKey: isAddress ? address : nil,
        kind: event.claimKind, source: ends[0], target: ends[1], event: event, weight: weight,
        modality: code.hasPrefix("02") ? .requested : .asserted, date: date,
        document: isAddress ? address : nil, publisher: isAddress ? Self.host(of: address) : nil,
        reported: DateField.date(of: String(row.text(Column.added).prefix(8))),
        text: Self.text(row, code: code, date: date), rule: "CAMEO \(code)"))
  }

  /// The actor whose columns begin with its code: name, country, known group, … and three types.
  private func side(_ row: DelimitedReader.Row, _ column: Int) -> EventSide {
    guard !row.text(column).isEmpty else { return .none(reason: EventRows.noActor) }
    let types = (column + 7...column + 9).map { row.text($0) }.filter { !$0.isEmpty }
    let country = countries.cameo(row.text(column + 2))
    let role = ActorSectors.role(codes: types)
    let isKnownGroup = !row.text(column + 3).isEmpty
    if let country, role == .state, !(isKnownGroup && types.isEmpty) { return .actor(EventRows.country(country)) }
    // A body that GDELT knows, as the United Nations: named in capitals.
    let name = isKnownGroup ? Capitals.title(FieldText.trimmed(row.text(column + 1))) : nil
    let actors = EventActors(countries: countries)
    switch role {
    case .body(let noun, let isIntergovernmental):
      return actors.body(named: name, noun: noun, country: country, isIntergovernmental: isIntergovernmental)
    case .state where isKnownGroup && types.isEmpty:
      return actors.body(named: name, noun: "", country: country, isIntergovernmental: false)
    case .state: return .none(reason: EventRows.nameless)
    case .people: return .none(reason: EventRows.noBody)
    }
  }

  /// What the record says, in words.
  private static func text(_ row: DelimitedReader.Row, code: String, date: CalendarDate) -> String {
    let names = Column.actors.map { row.text($0 + 1) }
    let mentions = row.text(Column.mentions)
    return "\(date): \(names[0]), CAMEO \(code), \(names[1])"
      + (mentions.isEmpty ? "" : " (\(mentions) \(mentions == "1" ? "mention" : "mentions"))")
  }

  /// "www.example.org" of "https://www.example.org/a".
  static func host(of address: String) -> String? {
    guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
    let host = address[start...].prefix { $0 != "/" && $0 != "?" && $0 != ":" }
    return host.isEmpty ? nil : String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }
}

/// Names that a data set writes in capitals.
enum Capitals {
  private static let small: Set<Substring> = ["OF", "THE", "AND", "FOR", "IN", "ON", "TO"]

  /// "UNITED NATIONS" as "United Nations"; a single word of four letters or less stays: "NATO".
  static func title(_ name: String) -> String {
    let words = name.split(separator: " ")
    if words.count == 1, name.utf8.count <= 5 { return name }
    return words.enumerated().map { place, word in
      if place > 0, small.contains(word) { return word.lowercased() }
      return word.prefix(1) + word.dropFirst().lowercased()
    }.joined(separator: " ")
  }
}
