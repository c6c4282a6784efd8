import Diplomacy

/// What becomes of an event that is not yet, or not, done.
///
/// PLOVER codes words and deeds apart: a promise of aid is AGREE and not AID, a threat of sanctions THREATEN, a plea
/// for talks REQUEST, a refused meeting REJECT.
///
/// Source: PLOVER manual, sections on AGREE, THREATEN, REQUEST and REJECT.
enum EventComposition {
  static func compose(
    _ event: EventType?, weight: Double, modality: Modality, isRefused: Bool = false
  ) -> (event: EventType?, weight: Double) {
    guard let event else { return (nil, weight) }
    let isCooperative = weight > 0
    if isRefused, isCooperative { return (.reject, EventType.reject.intensity) }
    switch modality {
    case .planned:
      switch event {
      case .consult, .concede, .cooperate, .aid, .retreat, .support:
        return isCooperative ? (.agree, min(weight, 0.3)) : (event, weight)
      case .sanction, .mobilize, .coerce, .assault, .protest:
        return isCooperative ? (event, weight) : (.threaten, max(weight, EventType.threaten.intensity))
      default: return (event, weight)
      }
    case .requested:
      switch event {
      case .consult, .cooperate, .aid, .retreat, .concede: return isCooperative ? (.request, weight) : (event, weight)
      default: return (event, weight)
      }
    case .asserted, .hypothetical, .negated: return (event, weight)
    }
  }
}
