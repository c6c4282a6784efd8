/// What a linear model looks at: hashes of features that hold, each once.
///
/// A feature is a template with up to three values; its key is a 32-bit hash, so that no table of names is needed.
/// With the some 100,000 features of a training set, fewer than two of them are expected to share a key.
package struct FeatureSet: Sendable {
  /// Sorted and without repetition once ``finish()`` was called.
  package private(set) var keys: [UInt32] = []
  /// For each ``TiedTemplate`` the set of outcomes that it points to, one bit each.
  package private(set) var tied = [UInt16](repeating: 0, count: TiedTemplate.allCases.count)

  package init() { keys.reserveCapacity(512) }

  /// Notes that something in the text points to an outcome.
  package mutating func point(_ template: TiedTemplate, to outcome: PairModel.Outcome) {
    tied[template.rawValue] |= 1 << UInt16(outcome.rawValue)
  }

  package mutating func add(_ template: FeatureTemplate, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0) {
    var hash = FeatureSet.mix(template.rawValue &+ 0x9E37_79B9_7F4A_7C15)
    hash = FeatureSet.mix(hash ^ a)
    hash = FeatureSet.mix(hash ^ b)
    hash = FeatureSet.mix(hash ^ c)
    // The lowest bit tells the words' features from those of the construction; see ``isLexical(_:)``.
    let key = UInt32(truncatingIfNeeded: hash >> 32)
    keys.append(template.isLexical ? key | 1 : key & ~1)
  }

  /// Whether a key is of a feature that names words and not what binds them.
  package static func isLexical(_ key: UInt32) -> Bool { key & 1 == 1 }

  /// - Complexity: O(n log n) in the number of features.
  package mutating func finish() {
    keys.sort()
    var kept = 0
    for index in keys.indices where index == 0 || keys[index] != keys[kept - 1] {
      keys[kept] = keys[index]
      kept += 1
    }
    keys.removeLast(keys.count - kept)
  }

  /// The finalizer of SplitMix64: every bit of the result depends on every bit given.
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// FNV-1a over bytes, letters of ASCII in lower case.
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes {
      hash = (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}

/// The kinds of features. Numbers are part of the weights' format: a new template takes a new number.
package enum FeatureTemplate: UInt64, CaseIterable, Sendable {
  // What the rules found.
  case ruleEvent = 1
  case ruleEventDirection, rulePredicate, ruleOperator, ruleNone, claimEvent, claimReading, ruleSign
  case nearEvent, nearPredicate, ruleAgreement
  // The tree.
  case pathRelations = 20
  case pathWord, pathSense, joinWord, joinSense, joinRelations, joinVoice, joinModality, joinChild
  case sourceRelation, targetRelation, sourceAbove, targetAbove, sourceAboveSense, targetAboveSense, commonVerb
  // The words.
  case word = 50
  case regionWord, pair, regionPair, skipPair, beside, sense, regionSense, senseName, stem, sentenceModality
  case sourceWord, targetWord, sourceSense, targetSense
  // The shape of the text.
  case distance = 80
  case order, apart, sourceShape, targetShape, both, length, regionPart

  /// Bags of words, wherever they stand: what a fit is to trust less than constructions and senses.
  package var isLexical: Bool {
    switch self {
    case .word, .regionWord, .pair, .regionPair, .skipPair, .stem, .sourceWord, .targetWord: true
    default: false
    }
  }
}

/// What may point to an outcome, whichever it is. One weight for all outcomes, so that what is learnt of frequent events
/// holds for rare ones. The order is part of the weights' format.
package enum TiedTemplate: Int, CaseIterable, Sendable {
  /// The reading that the rules would choose; the same where its direction is the one asked for, where a verb tells it,
  /// where the text asserts it.
  case rule, ruleAsked, ruleVerb, ruleAsserted
  case claim, near, nearAlone
  /// The word that joins the two in the tree, what lies on the way, what depends on the joint.
  case joint, path, dependent
  case verb, noun, between, sourceWord, targetWord
  /// The first verb above the source and above the target.
  case sourceVerb, targetVerb
  /// An attitude, a demand or a pledge for which the lexicon names no event.
  case impliedJoint, impliedPath
}
