import Diplomacy
import Provenance
import Reading

/// What the readers of event data share: rows parted by tabs, and why some tell no tie.
enum EventRows {
  static let noActor = "one side names no actor"
  static let noBody = "one side is people at large, no state and no organization"
  static let nameless = "one side is a body without name or country"
  static let sameActor = "both sides are one actor"
  static let noRelation = "a statement, which tells of no relation"
  static let neutral = "an intensity of 0"
  static let unknownEvent = "an event code that is not known"

  static func country(_ code: String) -> ActorName { ActorName("", kind: .country, country: code) }

  /// −1 … 1; nil for what is no number.
  static func weight(goldstein text: String) -> Double? {
    guard let value = Double(FieldText.trimmed(text)), value.isFinite, abs(value) <= 10 else { return nil }
    return value / 10
  }
}

/// An actor of an event, or why there is none.
enum EventSide {
  case actor(ActorName)
  case none(reason: String)
}

/// Makes actors of what event data say of them.
struct EventActors: Sendable {
  let countries: CountryCodes

  /// A body by its name; one without name is called by its country and sector, as "Syrian rebels".
  ///
  /// - Parameter country: ISO 3166-1 alpha-2.
  func body(named name: String?, noun: String, country: String?, isIntergovernmental: Bool) -> EventSide {
    if let name, !name.isEmpty {
      return .actor(
        ActorName(name, kind: .organization, country: country, isIntergovernmental: isIntergovernmental))
    }
    guard let country, let adjective = countries.adjective(of: country) else {
      return .none(reason: EventRows.nameless)
    }
    return .actor(
      ActorName(
        "\(adjective) \(noun)", kind: .organization, country: country, isIntergovernmental: isIntergovernmental))
  }
}

/// A table of events parted by tabs with a header row.
struct EventTable {
  let reader: DelimitedReader
  let columns: HeaderColumns

  /// - Parameters:
  ///   - header: The first row, where it was read already.
  ///   - dataSet: What the events are of, for messages.
  ///   - needed: Columns without which it is another table.
  /// - Throws: ``InterchangeError`` where it is.
  init(
    _ reader: DelimitedReader, header: DelimitedReader.Row, path: String?, of dataSet: String, needed: [String]
  ) throws {
    self.reader = reader
    columns = HeaderColumns(header)
    let missing = columns.missing(needed)
    guard missing.isEmpty else {
      throw InterchangeError(
        path: path, line: header.line,
        rule: "is no table of \(dataSet) events: it has no column "
          + missing.map { "\"\($0)\"" }.joined(separator: ", "))
    }
  }

  static func open(
    path: String?, onRead: @escaping (Int) -> Void
  ) throws -> (reader: DelimitedReader, first: DelimitedReader.Row) {
    let reader = try DelimitedReader(path: path, separator: 0x09, onRead: onRead)
    guard let first = try reader.next() else { throw InterchangeError(path: path, rule: "is empty") }
    return (reader, first)
  }

  /// Calls `body` with each row after the header.
  func forEach(_ body: (DelimitedReader.Row) throws -> Void) throws {
    while let row = try reader.next() { try body(row) }
  }
}

/// Columns of a table by their header.
struct HeaderColumns {
  private var places: [String: Int] = [:]

  init(_ row: DelimitedReader.Row) {
    for place in 0..<row.count { places[FieldText.trimmed(row.text(place))] = place }
  }

  func missing(_ names: [String]) -> [String] { names.filter { places[$0] == nil } }

  /// A cell, nil where it is empty or says so.
  func text(_ name: String, _ row: DelimitedReader.Row) -> String? {
    guard let place = places[name] else { return nil }
    let text = FieldText.trimmed(row.text(place))
    return FieldText.isMissing(text) ? nil : text
  }
}
