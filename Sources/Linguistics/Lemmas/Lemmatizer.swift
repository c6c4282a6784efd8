/// Finds the lemma of a tagged form: by exception, by a verb it is known to belong to, or by its ending.
package struct Lemmatizer: Sendable {
  private let tables: LemmaTables

  package init(tables: LemmaTables) { self.tables = tables }

  /// Writes the lemma of a form and returns its length.
  ///
  /// - Parameters:
  ///   - form: bytes of the form; longer ones than ``longestForm`` are their own lemma and must not be given.
  ///   - lemma: room for at least `form.count + 16` bytes.
  /// - Complexity: O(bytes of the form).
  package func lemma(
    of form: UnsafeBufferPointer<UInt8>, part: UniversalPartOfSpeech, penn: PennTag,
    into lemma: UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard !form.isEmpty else { return 0 }
    let tag = UInt16(part.rawValue) << 8 | UInt16(penn.rawValue)
    let capitalized = form[0] >= 0x41 && form[0] <= 0x5A
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: form.count) { lower in
      for index in form.indices { lower[index] = lowercased(form[index]) }
      let lower = UnsafeBufferPointer(lower)
      if let text = tables.exception(LemmaTables.exceptionKey(tag: tag, form: lower, capitalized: capitalized)) {
        return copy(text, to: lemma)
      }
      // A capital says nothing of a word that is no name.
      if capitalized, part != .properNoun,
        let text = tables.exception(LemmaTables.exceptionKey(tag: tag, form: lower, capitalized: false))
      {
        return copy(text, to: lemma)
      }
      if part == .verb || part == .auxiliary, let length = knownVerb(lower, penn: penn, into: lemma) { return length }
      var ending = min(LemmaTables.longestEnding, form.count)
      while ending >= 0 {
        if let rule = tables.rule(LemmaTables.ruleKey(tag: tag, form: lower, ending: ending, capitalized: capitalized)),
          rule.count >= 2, Int(rule[1]) <= form.count
        {
          let kept = form.count - Int(rule[1])
          if kept + rule.count - 2 > 0 {
            let source = rule[0] == 1 ? lower : form
            for index in 0..<kept { lemma[index] = source[index] }
            for index in 2..<rule.count { lemma[kept + index - 2] = rule[index] }
            return kept + rule.count - 2
          }
        }
        ending -= 1
      }
      return copy(part == .properNoun ? form : lower, to: lemma)
    }
  }

  package static let longestForm = 96

  private func copy(_ text: UnsafeBufferPointer<UInt8>, to lemma: UnsafeMutablePointer<UInt8>) -> Int {
    for index in text.indices { lemma[index] = text[index] }
    return text.count
  }

  /// The base of a regular verb form, where just the way of undoing its ending that comes first gives a known verb.
  private func knownVerb(
    _ form: UnsafeBufferPointer<UInt8>, penn: PennTag, into lemma: UnsafeMutablePointer<UInt8>
  ) -> Int? {
    func ends(_ text: StaticString) -> Bool {
      let length = text.utf8CodeUnitCount
      guard form.count > length + 1 else { return false }
      for index in 0..<length where form[form.count - length + index] != text.utf8Start[index] { return false }
      return true
    }
    func known(strip: Int, append: UInt8? = nil) -> Int? {
      var length = form.count - strip
      for index in 0..<length { lemma[index] = form[index] }
      if let append {
        lemma[length] = append
        length += 1
      }
      return tables.isVerb(UnsafeBufferPointer(start: lemma, count: length)) ? length : nil
    }
    let e = UInt8(ascii: "e")
    let y = UInt8(ascii: "y")
    switch penn {
    case .verbThirdPersonSingular:
      if ends("ies"), let found = known(strip: 3, append: y) { return found }
      if ends("s"), let found = known(strip: 1) { return found }
      if ends("es"), let found = known(strip: 2) { return found }
    case .verbPast, .verbPastParticiple:
      guard ends("ed") else { return nil }
      if ends("ied"), let found = known(strip: 3, append: y) { return found }
      return undo(2, form: form, known: known, e: e)
    case .verbGerund:
      guard ends("ing") else { return nil }
      return undo(3, form: form, known: known, e: e)
    default: break
    }
    return nil
  }

  private func undo(
    _ strip: Int, form: UnsafeBufferPointer<UInt8>, known: (Int, UInt8?) -> Int?, e: UInt8
  ) -> Int? {
    let stem = form.count - strip
    // A single consonant after a single vowel would have been doubled, so that "hoping" is of "hope", not of "hop".
    let undoubled =
      stem >= 3 && !isVowel(form[stem - 1]) && isVowel(form[stem - 2]) && !isVowel(form[stem - 3])
    if undoubled, let found = known(strip, e) { return found }
    if let found = known(strip, nil) { return found }
    if let found = known(strip, e) { return found }
    if stem >= 3, form[stem - 1] == form[stem - 2], let found = known(strip + 1, nil) { return found }
    return nil
  }

  private func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }
}
