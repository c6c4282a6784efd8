import CAssets

/// Codes by which data sets call countries, to those that Entente does.
public struct CountryCodes: Sendable {
  private var byLetters: [String: String] = [:]
  private var byCorrelatesOfWar: [String: String] = [:]
  private var byCAMEO: [String: String] = [:]
  private var byName: [String: String] = [:]
  private var adjectives: [String: String] = [:]

  public init() {
    for row in CodeTable(entente_asset_country_codes()).rows where row.count == 4 {
      let code = String(row[0])
      byLetters[code] = code
      if !row[1].isEmpty { byLetters[String(row[1])] = code }
      for number in row[2].split(separator: "|") { byCorrelatesOfWar[String(number)] = code }
      for other in row[3].split(separator: "|") { byCAMEO[String(other)] = code }
    }
    // Code, kind, name, official name, adjective, …
    for row in CodeTable(entente_gazetteer_countries()).rows where row.count > 4 {
      let code = String(row[0])
      for name in row[2...3] where !name.isEmpty && byName[String(name)] == nil { byName[String(name)] = code }
      if !row[4].isEmpty { adjectives[code] = String(row[4]) }
    }
  }

  /// By the name that Entente calls it by, or the official one.
  public func named(_ name: String) -> String? { byName[name] }

  /// The adjective that names its bodies, as "Japanese", by ISO 3166-1 alpha-2.
  public func adjective(of code: String) -> String? { adjectives[code] }

  /// By ISO 3166-1 alpha-2 or alpha-3, in capitals.
  public func iso(_ code: String) -> String? { byLetters[code] }

  /// By the number of the Correlates of War project's list of states.
  public func correlatesOfWar(_ number: String) -> String? { byCorrelatesOfWar[number] }

  /// By CAMEO's three letters; those of regions stand for no country.
  public func cameo(_ code: String) -> String? { byCAMEO[code] ?? (code.utf8.count == 3 ? byLetters[code] : nil) }
}
