import Diplomacy

/// What the sectors of actors stand for in event data: their state, a body of its own, or people at large.
///
/// Source: P. Schrodt, "CAMEO Conflict and Mediation Event Observations: Event and Actor Codebook", 2012, chapter 4;
/// A. Halterman et al., "PLOVER and POLECAT", 2023; sectors in words after E. Boschee et al., "ICEWS Coded Event Data",
/// doi:10.7910/DVN/28075.
enum ActorSectors {
  enum Role: Hashable {
    case state
    /// Called by this noun where the file has no name for it.
    case body(String, isIntergovernmental: Bool)
    /// Citizens, refugees, crowds: nobody who could be anyone's ally.
    case people
  }

  /// What an actor of these sectors is, by three letters each; one without sector is its country itself, and one that has
  /// several is its state where any of them says so.
  static func role(codes: [String]) -> Role {
    if codes.isEmpty || codes.contains(where: ofState.contains) { return .state }
    for code in codes { if let body = bodies[String(code)] { return body } }
    return .people
  }

  /// The same by sectors in words, parted by commas.
  static func role(words: String) -> Role {
    let sectors = words.split(separator: ",").map { FieldText.trimmed(String($0)) }
    if sectors.isEmpty || sectors.contains("Government") || ofStateInWords.contains(where: words.contains) {
      return .state
    }
    if crowdsInWords.contains(where: words.contains) { return .people }
    return bodiesInWords.first { words.contains($0.word) }?.role ?? .people
  }

  private static let ofState: Set<String> = ["GOV", "MIL", "COP", "JUD", "LEG", "SPY", "STA"]

  private static let bodies: [String: Role] = [
    "IGO": .body("intergovernmental organization", isIntergovernmental: true), "REB": body("rebels"),
    "INS": body("insurgents"), "SEP": body("separatists"), "UAF": body("armed groups"), "PRM": body("paramilitaries"),
    "PAR": body("paramilitaries"), "RAD": body("radicals"), "CRM": body("criminal groups"), "OPP": body("opposition"),
    "PTY": body("parties"), "BUS": body("companies"), "MNC": body("companies"),
    "NGO": body("non-governmental organizations"), "NGM": body("non-governmental organizations"),
    "MED": body("media"), "LAB": body("labor unions"), "EDU": body("universities and schools"),
    "HRI": body("human rights organizations"), "REL": body("religious bodies"),
  ]

  private static func body(_ noun: String) -> Role { .body(noun, isIntergovernmental: false) }

  /// Words in a list of sectors that speak of a state's own organs.
  private static let ofStateInWords = [
    "Military", "Executive", "Legislative", "Judicial", "Police", "Ministry", "Elite",
  ]

  private static let crowdsInWords = ["General Population", "Popular Opposition", "Protestors", "Mobs"]

  private static let bodiesInWords: [(word: String, role: Role)] = [
    ("International Government", .body("intergovernmental organization", isIntergovernmental: true)),
    ("Rebel", body("rebels")), ("Insurgent", body("insurgents")), ("Separatist", body("separatists")),
    ("Radical", body("radicals")), ("Organized Violent", body("armed groups")),
    ("Unidentified Forces", body("armed groups")), ("Criminal", body("criminal groups")),
    ("Parties", body("parties")), ("Opposition", body("opposition")), ("Multinational", body("companies")),
    ("Business", body("companies")), ("Nongovernmental", body("non-governmental organizations")),
    ("News", body("media")), ("Media", body("media")), ("Labor", body("labor unions")),
    ("Education", body("universities and schools")), ("Religious", body("religious bodies")),
  ]
}
