import Diplomacy
import Provenance
import Reading

/// Reads event records of POLECAT, which are coded by PLOVER: a table parted by tabs with a header row.
///
/// Actors that act for a state become its country; where a side names several countries, each takes part. The weight is
/// the intensity the row gives, else that of the event type. `None` is nothing.
///
/// Source: A. Halterman et al., "PLOVER and POLECAT: A New Political Event Ontology and Dataset", 2023.
///
/// - Complexity: linear in the bytes; memory in the longest row.
public struct POLECATReader: Sendable {
  private let countries: CountryCodes

  public init(countries: CountryCodes = CountryCodes()) { self.countries = countries }

  private static let needed = ["Event ID", "Event Date", "Event Type", "Actor Name", "Recipient Name"]
  /// More pairs of one event are no relation between two.
  private static let mostPairs = 16

  /// Calls `emit` with each claim in order; an event between several countries makes several.
  ///
  /// - Throws: ``InterchangeError`` where the header is of something else, `ReadingError`, or what `emit` throws.
  public func read(
    path: String?, onRead: @escaping (Int) -> Void = { _ in }, emit: (ImportItem) throws -> Void
  ) throws {
    let reader = try DelimitedReader(path: path, separator: 0x09, onRead: onRead)
    guard let header = try reader.next() else { throw InterchangeError(path: path, rule: "is empty") }
    let columns = HeaderColumns(header)
    let missing = columns.missing(Self.needed)
    guard missing.isEmpty else {
      throw InterchangeError(
        path: path, line: header.line,
        rule: "is no table of POLECAT events: it has no column \(missing.map { "\"\($0)\"" }.joined(separator: ", "))")
    }
    while let row = try reader.next() { for item in items(row, columns) { try emit(item) } }
  }

  private func items(_ row: DelimitedReader.Row, _ columns: HeaderColumns) -> [ImportItem] {
    func bad(_ rule: String) -> [ImportItem] { [.bad(line: row.line, rule: rule)] }
    func skipped(_ reason: String) -> [ImportItem] { [.skipped(line: row.line, reason: reason)] }
    guard let id = columns.text("Event ID", row), let day = columns.text("Event Date", row),
      let date = DateField.date(of: day)
    else { return bad("it has no id or no date as 2019-11-12") }
    guard let type = columns.text("Event Type", row) else { return bad("it has no event type") }
    guard let event = EventType(rawValue: type.uppercased()) else {
      return bad("\"\(FieldText.shown(type))\" is no PLOVER event type")
    }
    guard columns.text("Actor Name", row) != nil, columns.text("Recipient Name", row) != nil else {
      return skipped(EventRows.noActor)
    }
    let (actors, recipients) = (states("Actor", row, columns), states("Recipient", row, columns))
    guard !actors.isEmpty, !recipients.isEmpty else { return skipped(EventRows.noState) }
    var weight = event.intensity
    if let intensity = columns.text("Intensity", row) {
      guard let given = EventRows.weight(goldstein: intensity) else {
        return bad("\"\(FieldText.shown(intensity))\" is no intensity from −10 to 10")
      }
      // 0 is also what POLECAT writes where it has none.
      if given != 0 { weight = given }
    }
    let pairs = actors.flatMap { actor in recipients.filter { $0 != actor }.map { (actor, $0) } }
    guard !pairs.isEmpty else { return skipped(EventRows.sameActor) }
    guard pairs.count <= Self.mostPairs else {
      return skipped("between more than \(Self.mostPairs) pairs of countries")
    }
    let names = ["Actor Name", "Recipient Name"].map { columns.text($0, row) ?? "" }
    let mode = columns.text("Event Mode", row).map { " (\($0))" } ?? ""
    return pairs.enumerated().map { place, pair in
      .row(
        CodedRow(
          line: row.line, key: "polecat:\(id)" + (pairs.count > 1 ? ":\(place + 1)" : ""), storyKey: "polecat:" + id,
          kind: event.claimKind, source: EventRows.country(pair.0), target: EventRows.country(pair.1), event: event,
          weight: weight, date: date,
          publisher: columns.text("Source", row),
          reported: columns.text("Publication Date", row).flatMap { DateField.date(of: $0) } ?? date,
          text: "\(date): \(names[0]), \(event.rawValue)\(mode), \(names[1])",
          rule: "PLOVER \(event.rawValue)\(mode)"))
    }
  }

  /// The countries that one side acts for, sorted.
  private func states(_ side: String, _ row: DelimitedReader.Row, _ columns: HeaderColumns) -> [String] {
    let sector = columns.text("Primary \(side) Sector", row)
    guard EventRows.actsForState(sector.map { [String($0.prefix(3))] } ?? []) else { return [] }
    func codes(_ name: String, _ code: (String) -> String?) -> [String] {
      (columns.text(name, row) ?? "").split { $0 == ";" || $0 == "|" || $0 == "," }.compactMap {
        code(FieldText.trimmed(String($0)))
      }
    }
    let found = codes("\(side) Country", countries.iso)
    return Set(found.isEmpty ? codes("\(side) COW", countries.correlatesOfWar) : found).sorted()
  }
}
