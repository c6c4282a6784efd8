import Diplomacy
import Provenance
import Reading

/// What the readers of event data share: rows parted by tabs, and why some tell no tie.
enum EventRows {
  static let noActor = "one side names no actor"
  static let noState = "one side is no state, nor acts for one"
  static let sameActor = "both sides are of one country"
  static let noRelation = "a statement, which tells of no relation"
  static let neutral = "an intensity of 0"
  static let unknownEvent = "an event code that is not known"

  /// Sectors of CAMEO and PLOVER that act for their state.
  private static let ofState: Set<String> = ["GOV", "MIL", "COP", "JUD", "LEG", "SPY", "STA"]

  /// Whether an actor of these sectors stands for its country; one without sector is the country itself.
  static func actsForState(_ sectors: [String]) -> Bool { sectors.isEmpty || sectors.contains(where: ofState.contains) }

  static func country(_ code: String) -> ActorName { ActorName("", kind: .country, country: code) }

  /// −1 … 1; nil for what is no number.
  static func weight(goldstein text: String) -> Double? {
    guard let value = Double(FieldText.trimmed(text)), value.isFinite, abs(value) <= 10 else { return nil }
    return value / 10
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
