import Diplomacy
import Provenance
import Reading

/// Reads coded events of ICEWS: a table parted by tabs with a header row.
///
/// Actors that act for a state become its country, which ICEWS names in words; rebels, companies, organizations between
/// governments and other bodies stand by the name the row gives. An event becomes a claim by its CAMEO code, with the
/// intensity the row gives. Events of one story are one story.
///
/// Source: E. Boschee et al., "ICEWS Coded Event Data", Harvard Dataverse, doi:10.7910/DVN/28075. An event's id is
/// unique only together with its date.
///
/// - Complexity: linear in the bytes; memory in the longest row.
public struct ICEWSReader: Sendable {
  private let countries: CountryCodes
  private let cameo = CAMEO()

  public init(countries: CountryCodes = CountryCodes()) { self.countries = countries }

  private static let needed = ["Event ID", "Event Date", "CAMEO Code", "Source Name", "Target Name"]
  /// Calls `emit` with each row in order.
  ///
  /// - Throws: ``InterchangeError`` where the header is of something else, `ReadingError`, or what `emit` throws.
  public func read(
    path: String?, onRead: @escaping (Int) -> Void = { _ in }, emit: (ImportItem) throws -> Void
  ) throws {
    let (reader, header) = try EventTable.open(path: path, onRead: onRead)
    let table = try EventTable(reader, header: header, path: path, of: "ICEWS", needed: Self.needed)
    try table.forEach { try emit(item($0, table.columns)) }
  }

  private func item(_ row: DelimitedReader.Row, _ columns: HeaderColumns) -> ImportItem {
    func bad(_ rule: String) -> ImportItem { .bad(line: row.line, rule: rule) }
    func skipped(_ reason: String) -> ImportItem { .skipped(line: row.line, reason: reason) }
    guard let id = columns.text("Event ID", row), let day = columns.text("Event Date", row),
      let date = DateField.date(of: day)
    else { return bad("it has no id or no date as 2019-11-12") }
    guard var code = columns.text("CAMEO Code", row) else { return bad("it has no CAMEO code") }
    // A zero at the head of a code is often lost on the way: "42" is 042.
    if code.utf8.count == 2 { code = "0" + code }
    guard let entry = cameo[code] else { return skipped(EventRows.unknownEvent) }
    guard let event = entry.event else { return skipped(EventRows.noRelation) }
    var ends: [ActorName] = []
    for side in ["Source", "Target"] {
      switch actor(side, row, columns) {
      case .actor(let actor): ends.append(actor)
      case .none(let reason): return skipped(reason)
      }
    }
    guard ends[0] != ends[1] else { return skipped(EventRows.sameActor) }
    let intensity = columns.text("Intensity", row)
    guard let weight = intensity.map(EventRows.weight(goldstein:)) ?? entry.goldstein / 10 else {
      return bad("\"\(FieldText.shown(intensity ?? ""))\" is no intensity from −10 to 10")
    }
    guard weight != 0 else { return skipped(EventRows.neutral) }
    let story = columns.text("Story ID", row)
    let names = ["Source Name", "Target Name"].map { columns.text($0, row) ?? "" }
    return .row(
      CodedRow(
        line: row.line, key: "icews:\(id):\(date)", storyKey: story.map { "icews:" + $0 }, kind: event.claimKind,
        source: ends[0], target: ends[1], event: event, weight: weight,
        modality: code.hasPrefix("02") ? .requested : .asserted, date: date,
        document: story.map { "ICEWS story \($0)" }, publisher: columns.text("Publisher", row), reported: date,
        text: "\(date): \(names[0]), \(columns.text("Event Text", row) ?? "CAMEO " + code), \(names[1])",
        rule: "CAMEO \(code)"))
  }

  private func actor(_ side: String, _ row: DelimitedReader.Row, _ columns: HeaderColumns) -> EventSide {
    guard let name = columns.text(side + " Name", row) else { return .none(reason: EventRows.noActor) }
    let country = columns.text(side + " Country", row)
    let role = name == country ? .state : ActorSectors.role(words: columns.text(side + " Sectors", row) ?? "")
    switch (role, country) {
    case (.state, let country?): return .actor(ActorName(country, kind: .country))
    case (.state, nil): return .none(reason: EventRows.nameless)
    case (.people, _): return .none(reason: EventRows.noBody)
    case (.body(let noun, let isIntergovernmental), _):
      return EventActors(countries: countries).body(
        named: name, noun: noun, country: country.flatMap(countries.named), isIntergovernmental: isIntergovernmental)
    }
  }
}
