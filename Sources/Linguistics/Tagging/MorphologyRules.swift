/// Derives morphological features from tags, forms and, where a parse is there, from auxiliaries.
enum MorphologyRules {
  /// The features that a token's tags and form tell by themselves.
  ///
  /// - Parameter form: the token's bytes.
  static func features(
    part: UniversalPartOfSpeech, penn: PennTag, form: UnsafeBufferPointer<UInt8>
  ) -> Morphology {
    switch penn {
    case .noun, .properNoun: return .singular
    case .nounPlural, .properNounPlural: return .plural
    case .verbPast: return [.past, .indicative, .finite]
    case .verbPresent: return [.present, .indicative, .finite]
    case .verbThirdPersonSingular: return [.present, .indicative, .finite, .thirdPerson, .singular]
    case .modal: return .finite
    case .verbBase: return .infinitive
    case .verbPastParticiple: return [.past, .participle]
    case .verbGerund: return part == .verb || part == .auxiliary ? [.gerund, .present, .participle] : .gerund
    case .personalPronoun: return pronoun(form)
    case .possessivePronoun: return pronoun(form).union(.possessive)
    case .whPossessive, .possessiveEnding: return .possessive
    case .determiner: return determiner(form)
    default: return []
    }
  }

  private static func determiner(_ form: UnsafeBufferPointer<UInt8>) -> Morphology {
    if matches(form, "this") || matches(form, "that") { return .singular }
    if matches(form, "these") || matches(form, "those") { return .plural }
    return []
  }

  private static func pronoun(_ form: UnsafeBufferPointer<UInt8>) -> Morphology {
    for entry in pronouns where matches(form, entry.form) { return entry.features }
    return []
  }

  private static let pronouns: [(form: StaticString, features: Morphology)] = [
    ("it", [.thirdPerson, .singular]), ("its", [.thirdPerson, .singular]),
    ("he", [.thirdPerson, .singular, .masculine]), ("his", [.thirdPerson, .singular, .masculine]),
    ("him", [.thirdPerson, .singular, .masculine]), ("she", [.thirdPerson, .singular, .feminine]),
    ("her", [.thirdPerson, .singular, .feminine]), ("hers", [.thirdPerson, .singular, .feminine]),
    ("they", [.thirdPerson, .plural]), ("their", [.thirdPerson, .plural]), ("them", [.thirdPerson, .plural]),
    ("theirs", [.thirdPerson, .plural]), ("we", [.firstPerson, .plural]), ("our", [.firstPerson, .plural]),
    ("us", [.firstPerson, .plural]), ("ours", [.firstPerson, .plural]), ("i", [.firstPerson, .singular]),
    ("my", [.firstPerson, .singular]), ("me", [.firstPerson, .singular]), ("mine", [.firstPerson, .singular]),
    ("you", .secondPerson), ("your", .secondPerson), ("yours", .secondPerson),
    ("himself", [.thirdPerson, .singular, .masculine]), ("herself", [.thirdPerson, .singular, .feminine]),
    ("itself", [.thirdPerson, .singular]), ("themselves", [.thirdPerson, .plural]),
    ("ourselves", [.firstPerson, .plural]), ("myself", [.firstPerson, .singular]),
    ("yourself", [.secondPerson, .singular]), ("yourselves", [.secondPerson, .plural]),
  ]

  private static func matches(_ form: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    guard form.count == text.utf8CodeUnitCount else { return false }
    for index in form.indices where lowercased(form[index]) != text.utf8Start[index] { return false }
    return true
  }

  /// Adds what only the parse of a sentence tells: the passive of participles and the imperative.
  ///
  /// A participle is passive under an auxiliary `aux:pass`, and where it modifies a noun or a clause without any
  /// auxiliary: "the pact signed in 2016". A base form is imperative where it heads a sentence or a quotation without
  /// subject, auxiliary or "to".
  ///
  /// - Complexity: O(tokens of the sentence).
  static func complete(_ tokens: inout Tokens, sentence: Range<Int>) {
    guard !sentence.isEmpty else { return }
    // Bits per token: passive auxiliary 1, other auxiliary 2, subject 4, "to" or another marker 8.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: sentence.count) { seen in
      seen.initialize(repeating: 0)
      for token in sentence {
        let head = Int(tokens.head[token])
        guard head != token, sentence.contains(head) else { continue }
        let at = head - sentence.lowerBound
        switch tokens.relation[token] {
        case .passiveAuxiliary: seen[at] |= 1
        case .auxiliary, .copula: seen[at] |= 2
        case .nominalSubject, .clausalSubject, .outerSubject, .expletive: seen[at] |= 4
        case .passiveSubject, .passiveClausalSubject: seen[at] |= 5
        case .marker: seen[at] |= 8
        default: break
        }
      }
      for token in sentence {
        let bits = seen[token - sentence.lowerBound]
        switch tokens.pennTag[token] {
        case .verbPastParticiple:
          let bare = bits & 7 == 0
          let modifies =
            switch tokens.relation[token] {
            case .adnominalClause, .adverbialClause, .adjectivalModifier: true
            default: false
            }
          if bits & 1 != 0 || bare && modifies { tokens.morphology[token].insert(.passive) }
        case .verbBase:
          let heads =
            switch tokens.relation[token] {
            case .root, .parataxis, .conjunct, .clausalComplement: true
            default: false
            }
          if heads, bits == 0, tokens.relation[token] != .conjunct || isImperative(tokens, Int(tokens.head[token])) {
            tokens.morphology[token] = [.imperative, .finite]
          }
        default: break
        }
      }
      // The second of two coordinated participles shares the auxiliary of the first.
      for token in sentence where tokens.relation[token] == .conjunct {
        let head = Int(tokens.head[token])
        if tokens.pennTag[token] == .verbPastParticiple, tokens.pennTag[head] == .verbPastParticiple,
          seen[token - sentence.lowerBound] & 7 == 0, tokens.morphology[head].contains(.passive)
        {
          tokens.morphology[token].insert(.passive)
        }
      }
    }
  }

  private static func isImperative(_ tokens: Tokens, _ token: Int) -> Bool {
    tokens.morphology[token].contains(.imperative)
  }
}
