import Diplomacy

/// How many claims of each sign a document has of whom toward whom.
struct ClaimTally {
  /// Opposed, favoured, together.
  private typealias Counts = SIMD4<Int32>
  private var pairs: [UInt64: Counts] = [:]
  private var sources: [Counts]
  private var targets: [Counts]

  init(_ claims: [Claim], entities: Int) {
    sources = [Counts](repeating: .zero, count: entities)
    targets = sources
    for claim in claims where !claim.isVoid {
      let sign = ClaimTally.sign(claim)
      for (source, target) in ClaimTally.ways(claim) {
        pairs[ClaimTally.key(source, target), default: .zero][sign] += 1
        sources[source.index][sign] += 1
        targets[target.index][sign] += 1
      }
    }
  }

  /// What other sentences say: of the first toward the second (bits 0 to 2), the other way (3 to 5), of the first toward
  /// others (8 to 10), of others toward the second (11 to 13).
  func elsewhere(_ source: ID<Entity>, _ target: ID<Entity>, _ own: ArraySlice<Claim>) -> UInt64 {
    var there = pairs[ClaimTally.key(source, target)] ?? .zero
    var back = pairs[ClaimTally.key(target, source)] ?? .zero
    var out = sources[source.index] &- there
    var into = targets[target.index] &- there
    for claim in own where !claim.isVoid {
      let sign = ClaimTally.sign(claim)
      for (a, b) in ClaimTally.ways(claim) {
        if a == source, b == target {
          there[sign] -= 1
        } else if a == source {
          out[sign] -= 1
        } else if b == target {
          into[sign] -= 1
        }
        if a == target, b == source { back[sign] -= 1 }
      }
    }
    var bits: UInt64 = 0
    for sign in 0..<3 {
      if there[sign] > 0 { bits |= 1 << UInt64(sign) }
      if back[sign] > 0, sign < 2 { bits |= 1 << UInt64(3 + sign) }
      if out[sign] > 0 { bits |= 1 << UInt64(8 + sign) }
      if into[sign] > 0 { bits |= 1 << UInt64(11 + sign) }
    }
    return bits
  }

  private static func sign(_ claim: Claim) -> Int { claim.kind == .cooperation ? 2 : claim.weight < 0 ? 0 : 1 }

  private static func ways(_ claim: Claim) -> [(ID<Entity>, ID<Entity>)] {
    claim.kind == .cooperation
      ? [(claim.source, claim.target), (claim.target, claim.source)] : [(claim.source, claim.target)]
  }

  private static func key(_ source: ID<Entity>, _ target: ID<Entity>) -> UInt64 {
    UInt64(source.index) << 32 | UInt64(target.index)
  }
}

extension Claim {
  /// Whether what it says did not take place.
  var isVoid: Bool { modality == .negated || modality == .hypothetical }
}
