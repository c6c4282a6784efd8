/// Sets right a few constructions of news that the network, having met them seldom, reads by their looks.
///
/// Each rule asks for a shape that no right analysis has, so that it seldom does harm; the treebanks' scores do not change.
enum ParseRepairs {
  /// - Complexity: O(tokens of the sentence) for all practical purposes: a rule looks around only where its word stands.
  static func apply(_ columns: inout Tokens, sentence: Range<Int>, text: UnsafeBufferPointer<UInt8>) {
    for token in sentence {
      switch columns.relation[token] {
      case .relativeClause, .adnominalClause: clauseOfTelling(&columns, token, sentence, text)
      case .conjunct:
        lastOfList(&columns, token, sentence)
        namingParticiple(&columns, token, sentence, text)
      case .adverbialClause, .parataxis: namingParticiple(&columns, token, sentence, text)
      case .nominalSubject, .object, .indirectObject, .adverbialModifier: weekday(&columns, token, sentence, text)
      default: break
      }
    }
  }

  /// "told reporters that the pact would end": the clause is what is told, and no relative clause of the hearers. A relative
  /// clause has no conjunction.
  private static func clauseOfTelling(
    _ columns: inout Tokens, _ clause: Int, _ sentence: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    let hearer = Int(columns.head[clause])
    guard hearer < clause, columns.relation[hearer] == .object || columns.relation[hearer] == .indirectObject else {
      return
    }
    let telling = Int(columns.head[hearer])
    guard telling != hearer, telling < hearer, tellingLemmas.contains(columns.lemmaText(telling)) else { return }
    let hasConjunction = (hearer + 1..<clause).contains {
      Int(columns.head[$0]) == clause && columns.relation[$0] == .marker && matches($0, "that", columns, text)
    }
    guard hasConjunction else { return }
    columns.head[clause] = Int32(telling)
    columns.relation[clause] = .clausalComplement
    columns.relation[hearer] = .indirectObject
  }

  private static let tellingLemmas: Set<String> = [
    "tell", "assure", "inform", "notify", "remind", "warn", "convince", "persuade", "promise", "advise", "reassure",
  ]

  /// "China, Russia and Iran": all members of a list hang on its first one, though the coordinator stands before the last alone.
  private static func lastOfList(_ columns: inout Tokens, _ last: Int, _ sentence: Range<Int>) {
    let middle = Int(columns.head[last])
    guard columns.relation[middle] == .conjunct, middle < last, isNominal(columns, last), isNominal(columns, middle)
    else { return }
    let first = Int(columns.head[middle])
    guard first < middle, isNominal(columns, first) else { return }
    var lastHasCoordinator = false
    for other in first + 1..<last where columns.relation[other] == .coordinator {
      if Int(columns.head[other]) == middle { return }
      if Int(columns.head[other]) == last { lastHasCoordinator = true }
    }
    if lastHasCoordinator { columns.head[last] = Int32(first) }
  }

  /// "the pact with Tokyo, called the General Security Agreement": a participle of naming after a comma describes the noun before
  /// it, and is no second predicate.
  private static func namingParticiple(
    _ columns: inout Tokens, _ token: Int, _ sentence: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    guard columns.pennTag[token] == .verbPast || columns.pennTag[token] == .verbPastParticiple,
      token >= sentence.lowerBound + 2, matches(token - 1, ",", columns, text),
      namingForms.contains(where: { matches(token, $0, columns, text) })
    else { return }
    // It has neither subject nor auxiliary of its own, and what it names follows at once.
    var names = false
    for other in sentence where Int(columns.head[other]) == token && other != token {
      switch columns.relation[other].universal {
      case .nominalSubject, .auxiliary, .clausalSubject, .marker, .coordinator: return
      case .openComplement, .object, .oblique, .clausalComplement: if other > token { names = true }
      default: break
      }
    }
    guard names, let noun = describedNoun(columns, before: token - 1, sentence) else { return }
    columns.head[token] = Int32(noun)
    columns.relation[token] = .adnominalClause
    columns.pennTag[token] = .verbPastParticiple
    columns.morphology[token] = [.past, .participle, .passive]
  }

  private static let namingForms: [StaticString] = ["called", "named", "dubbed", "known", "entitled", "titled"]

  /// The head of the noun phrase that ends before a comma; of "the pact with Tokyo", the pact, though "with Tokyo" may hang on
  /// the verb.
  private static func describedNoun(_ columns: Tokens, before comma: Int, _ sentence: Range<Int>) -> Int? {
    var noun = comma - 1
    guard isNominal(columns, noun) else { return nil }
    while true {
      let head = Int(columns.head[noun])
      guard head != noun, head < noun, isNominal(columns, head) else { break }
      noun = head
    }
    let head = Int(columns.head[noun])
    if columns.partOfSpeech[noun] == .properNoun, columns.relation[noun].universal == .oblique, head < noun {
      let object = (head..<noun).last { Int(columns.head[$0]) == head && columns.relation[$0] == .object }
      if let object, columns.partOfSpeech[object] == .noun { noun = object }
    }
    return noun
  }

  private static func isNominal(_ columns: Tokens, _ token: Int) -> Bool {
    columns.partOfSpeech[token] == .noun || columns.partOfSpeech[token] == .properNoun
  }

  /// "officials said Friday": the day after a verb says when.
  private static func weekday(
    _ columns: inout Tokens, _ token: Int, _ sentence: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    let head = Int(columns.head[token])
    guard head < token, columns.partOfSpeech[token] == .properNoun, columns.partOfSpeech[head] == .verb,
      weekdays.contains(where: { matches(token, $0, columns, text) })
    else { return }
    columns.relation[token] = .unmarkedOblique
  }

  private static let weekdays: [StaticString] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static func matches(
    _ token: Int, _ word: StaticString, _ columns: Tokens, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = Int(columns.start[token])
    guard Int(columns.end[token]) - start == word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount where lowercased(text[start + index]) != word.utf8Start[index] {
      return false
    }
    return true
  }
}
