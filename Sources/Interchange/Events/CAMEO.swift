import CAssets
import Diplomacy

/// Event codes of CAMEO, Conflict and Mediation Event Observations, as PLOVER events with a weight.
///
/// Source: P. Schrodt, "CAMEO Conflict and Mediation Event Observations: Event and Actor Codebook", 2012; intensities
/// after Goldstein (1992), doi:10.1177/0022002792036002007.
struct CAMEO: Sendable {
  struct Entry: Sendable {
    /// Nil for statements, which tell of no relation.
    var event: EventType?
    /// −10 … 10.
    var goldstein: Double
  }

  private var entries: [String: Entry] = [:]

  init() {
    for row in CodeTable(entente_asset_cameo()).rows where row.count == 3 {
      entries[String(row[0])] = Entry(event: EventType(rawValue: String(row[1])), goldstein: Double(row[2]) ?? 0)
    }
  }

  /// A code, or where it is not known the nearest above it: 0871 → 087 → 08.
  ///
  /// A zero that a spreadsheet took away before a code is put back: "42" is 042.
  subscript(code: String) -> Entry? {
    var code = code
    if let root = Int(code.prefix(2)), code.utf8.count <= 3, root > 20 { code = "0" + code }
    if code.utf8.count == 1 { code = "0" + code }
    while code.utf8.count >= 2 {
      if let entry = entries[code] { return entry }
      code.removeLast()
    }
    return nil
  }
}

extension EventType {
  /// The kind of claim that an event makes: what two do together has no direction.
  var claimKind: ClaimKind {
    switch self {
    case .agree, .consult, .cooperate, .aid: .cooperation
    default: .stance
    }
  }
}
