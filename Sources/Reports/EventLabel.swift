public import Diplomacy

/// What a claim says in a word or two, as it stands beside a line of a picture.
public enum EventLabel {
  /// "met", "plans to withdraw from", "did not sign".
  ///
  /// - Parameter target: What the claim is about; of cooperation, which has no direction, any end.
  public static func text(_ claim: Claim, of target: EntityKind) -> String {
    let phrase = EventWording.phrase(for: claim, target: target)
    // What is planned, asked for or supposed is drawn dashed; the words say which.
    switch claim.modality {
    case .asserted: return phrase.told
    case .planned: return "to " + phrase.base
    case .requested: return "asked to " + phrase.base
    case .hypothetical: return "might " + phrase.base
    case .negated: return phrase.negated
    }
  }
}
