/// The names Entente knows before it reads: countries, cities, organizations, titles, and the words that rules
/// speak of, as frozen tables.
public struct Gazetteer: Sendable {
  /// The tables that come with the program.
  public init() {}
}
