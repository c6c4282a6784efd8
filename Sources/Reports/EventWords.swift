public import Diplomacy

/// An event in a word or two, as it stands beside a line of a picture.
public enum EventWords {
  /// "rejects", "meets": what the source does.
  ///
  /// - Parameter modality: "plans", "asks" and the like are told by the dashes of the line; what is negated says so.
  public static func text(_ event: EventType, modality: Modality = .asserted) -> String {
    let verb =
      switch event {
      case .agree: "agrees"
      case .consult: "meets"
      case .support: "backs"
      case .concede: "yields"
      case .cooperate: "works with"
      case .aid: "aids"
      case .retreat: "relents"
      case .request: "asks"
      case .accuse: "accuses"
      case .reject: "rejects"
      case .threaten: "threatens"
      case .protest: "protests"
      case .sanction: "sanctions"
      case .mobilize: "mobilizes"
      case .coerce: "pressures"
      case .assault: "attacks"
      }
    return modality == .negated ? "denied: " + verb : verb
  }
}
