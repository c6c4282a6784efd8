import CAssets

/// Codes by which data sets call countries, to those that Entente does.
public struct CountryCodes: Sendable {
  private var byLetters: [String: String] = [:]
  private var byCorrelatesOfWar: [String: String] = [:]
  private var byCAMEO: [String: String] = [:]

  public init() {
    for row in CodeTable(entente_asset_country_codes()).rows where row.count == 4 {
      let code = String(row[0])
      byLetters[code] = code
      if !row[1].isEmpty { byLetters[String(row[1])] = code }
      for number in row[2].split(separator: "|") { byCorrelatesOfWar[String(number)] = code }
      for other in row[3].split(separator: "|") { byCAMEO[String(other)] = code }
    }
  }

  /// By ISO 3166-1 alpha-2 or alpha-3, in capitals.
  public func iso(_ code: String) -> String? { byLetters[code] }

  /// By the number of the Correlates of War project's list of states.
  public func correlatesOfWar(_ number: String) -> String? { byCorrelatesOfWar[number] }

  /// By CAMEO's three letters; those of regions stand for no country.
  public func cameo(_ code: String) -> String? { byCAMEO[code] ?? (code.utf8.count == 3 ? byLetters[code] : nil) }
}
