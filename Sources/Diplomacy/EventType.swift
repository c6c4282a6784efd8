/// The event types of PLOVER, the Political Language Ontology for Verifiable Event Records.
///
/// Source: Open Event Data Alliance, PLOVER manual; intensities after Goldstein (1992),
/// doi:10.1177/0022002792036002007.
public enum EventType: String, CaseIterable, Sendable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"

  /// The usual intensity, −1 … 1: PLOVER's score divided by 10.
  ///
  /// The manual prints ACCUSE as +3, against its own modes (−2, −3.5) and an earlier table (−2); here it
  /// is −0.2. REQUEST is printed as 0, its mode "change" as −1: a request is pressure on whom it is put to,
  /// and here it is −0.1.
  public var intensity: Double {
    switch self {
    case .agree: 0.25
    case .consult: 0.25
    case .support: 0.5
    case .concede: 0.45
    case .cooperate: 0.95
    case .aid: 1.0
    case .retreat: 0.65
    case .request: -0.1
    case .accuse: -0.2
    case .reject: -0.2
    case .threaten: -0.35
    case .protest: -0.5
    case .sanction: -0.6
    case .mobilize: -0.55
    case .coerce: -0.7
    case .assault: -0.9
    }
  }

  public var isConflict: Bool { intensity < 0 }
}
