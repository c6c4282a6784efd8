import Diplomacy
import Provenance
import Reading

/// Reads event records coded by PLOVER: those of POLECAT, a table parted by tabs with a header row, or JSON objects, one a
/// line, with the same fields or those of PLOVER's own records.
///
/// Actors that act for a state become its country; where a side names several countries, each takes part. Rebels,
/// companies, organizations between governments and other bodies stand by their name, or where the record has none by
/// country and sector. The weight is the intensity the record gives, else that of the event type. `None` is nothing.
///
/// Source: A. Halterman et al., "PLOVER and POLECAT: A New Political Event Ontology and Dataset", 2023.
///
/// - Complexity: linear in the bytes; memory in the longest row.
public struct POLECATReader: Sendable {
  private let countries: CountryCodes

  public init(countries: CountryCodes = CountryCodes()) { self.countries = countries }

  /// More pairs of one event are no relation between two.
  private static let mostPairs = 16

  /// Calls `emit` with each claim in order; an event between several actors makes several.
  ///
  /// - Throws: ``InterchangeError`` where the header is of something else, `ReadingError`, or what `emit` throws.
  public func read(
    path: String?, onRead: @escaping (Int) -> Void = { _ in }, emit: (ImportItem) throws -> Void
  ) throws {
    let (reader, first) = try EventTable.open(path: path, onRead: onRead)
    switch first.bytes.first(where: { $0 > 0x20 }) {
    case UInt8(ascii: "{"):
      var row: DelimitedReader.Row? = first
      while let line = row {
        for item in items(json: line) { try emit(item) }
        row = try reader.next()
      }
    case UInt8(ascii: "["):
      throw InterchangeError(
        path: path, line: first.line,
        rule:
          "is one JSON list; write one object a line: jq -c '.[]' FILE | entente import - --name NAME --format polecat")
    default:
      let table = try EventTable(
        reader, header: first, path: path, of: "POLECAT", needed: PLOVERRecord.needed)
      try table.forEach { row in
        for item in items(PLOVERRecord(row, table.columns, countries), line: row.line) { try emit(item) }
      }
    }
  }

  private func items(json row: DelimitedReader.Row) -> [ImportItem] {
    do throws(JSONReader.Failure) {
      let value = try JSONReader.value(of: row.bytes)
      guard case .object = value else {
        return [.bad(line: row.line, rule: "it is \(value.kindName); each line is one JSON object")]
      }
      return items(PLOVERRecord(json: value, countries), line: row.line)
    } catch {
      return [.bad(line: row.line, rule: "it is no JSON: \(error.rule)")]
    }
  }

  private func items(_ record: PLOVERRecord, line: Int) -> [ImportItem] {
    func bad(_ rule: String) -> [ImportItem] { [.bad(line: line, rule: rule)] }
    func skipped(_ reason: String) -> [ImportItem] { [.skipped(line: line, reason: reason)] }
    guard let id = record.id, let date = record.date.flatMap({ DateField.date(of: $0) }) else {
      return bad("it has no id or no date as 2019-11-12")
    }
    guard let type = record.type else { return bad("it has no event type") }
    guard let event = EventType(rawValue: type.uppercased()) else {
      return bad("\"\(FieldText.shown(type))\" is no PLOVER event type")
    }
    guard !record.actors.isEmpty, !record.recipients.isEmpty else { return skipped(EventRows.noActor) }
    var sides: [[ActorName]] = []
    for side in [record.actors, record.recipients] {
      var names: [ActorName] = []
      var reason = EventRows.noBody
      for actor in side {
        let (found, why) = self.names(actor)
        names += found.filter { !names.contains($0) }
        if let why { reason = why }
      }
      if names.isEmpty { return skipped(reason) }
      sides.append(names)
    }
    var weight = event.intensity
    if let intensity = record.intensity {
      guard let given = EventRows.weight(goldstein: intensity) else {
        return bad("\"\(FieldText.shown(intensity))\" is no intensity from −10 to 10")
      }
      // 0 is also what POLECAT writes where it has none.
      if given != 0 { weight = given }
    }
    let pairs = sides[0].flatMap { actor in sides[1].filter { $0 != actor }.map { (actor, $0) } }
    guard !pairs.isEmpty else { return skipped(EventRows.sameActor) }
    guard pairs.count <= Self.mostPairs else { return skipped("between more than \(Self.mostPairs) pairs of actors") }
    let mode = record.mode.map { " (\($0))" } ?? ""
    let names = [record.actors, record.recipients].map { $0.compactMap(\.name).joined(separator: "; ") }
    let text = record.text ?? "\(date): \(names[0]), \(event.rawValue)\(mode), \(names[1])"
    return pairs.enumerated().map { place, pair in
      .row(
        CodedRow(
          line: line, key: "polecat:\(id)" + (pairs.count > 1 ? ":\(place + 1)" : ""), storyKey: "polecat:" + id,
          kind: event.claimKind, source: pair.0, target: pair.1, event: event, weight: weight, date: date,
          publisher: record.publisher, reported: record.published.flatMap { DateField.date(of: $0) } ?? date,
          text: text, rule: "PLOVER \(event.rawValue)\(mode)"))
    }
  }

  /// Whom an entry of one side names, or why nobody: several countries where it acts for them.
  private func names(_ actor: PLOVERRecord.Actor) -> (names: [ActorName], reason: String?) {
    switch ActorSectors.role(codes: actor.sector.map { [$0.prefix(3).uppercased()] } ?? []) {
    case .people: return ([], EventRows.noBody)
    case .state:
      return (actor.countries.map(EventRows.country), actor.countries.isEmpty ? EventRows.nameless : nil)
    case .body(let noun, let isIntergovernmental):
      let country = actor.countries.count == 1 ? actor.countries[0] : nil
      // The name of its country, or several, is no name of a body.
      let name = actor.name.flatMap { name in
        name.contains(";") || countries.iso(name) != nil || countries.named(name) != nil ? nil : name
      }
      let body = EventActors(countries: countries).body(
        named: name, noun: noun, country: country, isIntergovernmental: isIntergovernmental)
      switch body {
      case .actor(let body): return ([body], nil)
      case .none(let reason): return ([], reason)
      }
    }
  }
}
