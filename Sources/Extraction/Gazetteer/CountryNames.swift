/// The countries that Entente knows, by their codes and by every name that means one of them alone.
///
/// Capitals, demonyms and forms that need other evidence stay out: in a table "Georgia" is the country and "Washington"
/// may be anyone.
public struct CountryNames: Sendable {
  /// A country with its names, the usual one first.
  public struct Country: Hashable, Sendable {
    /// ISO 3166-1 alpha-2, or a withdrawn or user-assigned code.
    public var code: String
    public var names: [String]
  }

  /// In order of code.
  public let countries: [Country]

  public init() { self.init(GazetteerAssets.embedded) }

  init(_ assets: GazetteerAssets) {
    let table = Table(assets.countries.buffer)
    let columns = ["code", "name", "official", "forms", "former"].map { table.column($0) }
    countries = (0..<table.rowCount).map { row in
      var names: [String] = []
      for column in columns.dropFirst() {
        table.forEachItem(row, column) { range in
          // Names of other times end in "@begin..end".
          let name = String(table.text(range).prefix { $0 != "@" })
          if !name.isEmpty, !names.contains(name) { names.append(name) }
        }
      }
      return Country(code: table.text(row, columns[0]), names: names)
    }
  }
}
