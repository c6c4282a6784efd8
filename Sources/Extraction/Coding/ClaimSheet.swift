import Diplomacy
import Linguistics
import Provenance

/// Collects the claims of a document, one per (kind, source, target, sign, sentence), the surest one.
struct ClaimSheet {
  private struct Key: Hashable {
    var kind: ClaimKind
    var source: ID<Entity>
    var target: ID<Entity>
    var isNegative: Bool
    var isVoid: Bool
    var sentence: Int
  }

  private var claims: [Claim] = []
  private var places: [Key: Int] = [:]

  mutating func add(_ claim: Claim) {
    var claim = claim
    guard claim.source != claim.target else { return }
    if !claim.kind.isDirected, claim.target < claim.source { swap(&claim.source, &claim.target) }
    let key = Key(
      kind: claim.kind, source: claim.source, target: claim.target, isNegative: claim.weight < 0,
      isVoid: claim.modality == .negated || claim.modality == .hypothetical, sentence: claim.evidence.sentence)
    if let place = places[key] {
      if claims[place].confidence < claim.confidence { claims[place] = claim }
    } else {
      places[key] = claims.count
      claims.append(claim)
    }
  }

  /// Who last spoke or acted against someone or someone's side, no more than three sentences back.
  func accusers(upTo sentence: Int, of isAccused: (ID<Entity>) -> Bool) -> [ID<Entity>] {
    let against = claims.filter {
      isAccused($0.target) && $0.kind == .stance && $0.weight < 0 && $0.modality != .negated
        && $0.modality != .hypothetical && sentence - $0.evidence.sentence <= 3
    }
    guard let last = against.map(\.evidence.sentence).max() else { return [] }
    var found: [ID<Entity>] = []
    for claim in against where claim.evidence.sentence == last && !found.contains(claim.source) {
      found.append(claim.source)
    }
    return found
  }

  /// In order of the text, then of kind and parties.
  func sorted() -> [Claim] {
    claims.sorted { a, b in
      if a.evidence.sentence != b.evidence.sentence { return a.evidence.sentence < b.evidence.sentence }
      if a.evidence.cue.start != b.evidence.cue.start { return a.evidence.cue.start < b.evidence.cue.start }
      if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
      if a.source != b.source { return a.source < b.source }
      if a.target != b.target { return a.target < b.target }
      return a.weight < b.weight
    }
  }
}
