/// The place, date and agency before the first sentence of a report: `SEOUL, Jan. 2 (Yonhap) -- `.
///
/// Read as: places, at most one date, at most one agency in brackets or slashes, a dash or a colon. Capitals alone are not
/// enough (`NATO - the alliance …`): a place needs a date or an agency beside it, or stands in capitals at the very start of
/// the body with a sentence after the dash.
enum Dateline {
  /// The token after the dateline that opens a block, or nil.
  ///
  /// - Parameter isFirst: whether the block is the first of the body.
  static func end(in tokens: Range<Int>, _ reader: TokenReader, isFirst: Bool) -> Int? {
    var at = tokens.lowerBound
    let limit = min(tokens.upperBound, at + 30)
    guard at < limit, reader.traits(at).contains(.capitalized) || reader.traits(at).contains(.opensBracket) else {
      return nil
    }
    let place = places(from: at, limit, reader)
    at = place.end
    let date = PublicationDate.dayAndMonth(at: skipComma(at, reader), reader)
    if let date {
      at = date.end
      if reader.isYear(skipComma(at, reader)) { at = skipComma(at, reader) + 1 }
    }
    if reader.isAny(at, ["."]) { at += 1 }
    let agency = agencyEnd(from: at, limit, reader)
    if let agency { at = agency }
    guard place.count > 0 || date != nil && agency != nil || agency != nil else { return nil }
    if let agency, reader.isAny(agency, ["."]), reader.isSlash(agency - 1) { return within(agency + 1, tokens) }
    guard at < limit else { return nil }
    // "(CNN) Officials said", "TOKYO (Kyodo) Officials said".
    if let agency, isFirst, date == nil, place.count == 0 || place.isUppercase,
      place.count > 0 || reader.isUppercase(tokens.lowerBound + 1) && agency == tokens.lowerBound + 3,
      reader.traits(at).contains(.capitalized)
    {
      return at
    }
    let isDash = reader.isHyphen(at) || reader.isAny(at, ["_"]) && agency != nil
    let isColon = reader.isColon(at)
    guard isDash || isColon else { return nil }
    // A hyphen between words is no dash.
    if isDash, reader.range(at).count == 1, !reader.traits(at).contains(.spaceBefore) { return nil }
    let next = at + 1
    guard next < tokens.upperBound else { return nil }
    if agency != nil || date != nil && place.count > 0 { return next }
    guard isFirst, place.isUppercase, opensSentence(next, reader) else { return nil }
    if isColon {
      let words = tokens.lowerBound..<at
      return words.count <= 2 && !words.contains { isLabel($0, reader) } ? next : nil
    }
    // In a text of capitals a dash proves nothing.
    let following = (next..<min(next + 6, tokens.upperBound)).contains { reader.traits($0).contains(.lowercase) }
    return following ? next : nil
  }

  private static func within(_ token: Int, _ tokens: Range<Int>) -> Int? { token < tokens.upperBound ? token : nil }

  private static func skipComma(_ at: Int, _ reader: TokenReader) -> Int { reader.isComma(at) ? at + 1 : at }

  private static func opensSentence(_ token: Int, _ reader: TokenReader) -> Bool {
    !reader.traits(token).isDisjoint(with: [.capitalized, .digit, .opensQuote, .closesQuote])
  }

  /// Words before a colon that are no place.
  private static func isLabel(_ token: Int, _ reader: TokenReader) -> Bool {
    reader.isAny(
      token,
      [
        "update", "breaking", "note", "watch", "read", "fact", "the", "mr.", "ms.", "mrs.", "q", "a", "moderator",
        "secretary", "president", "question", "answer", "minister", "ambassador", "photo", "file", "opinion",
        "analysis",
        "exclusive", "correction", "editor", "subject", "re", "from", "to", "factbox", "explainer", "speaker", "host",
        "vice",
        "first", "lady", "general", "senator", "director", "chancellor", "king", "queen", "prime", "ambassador",
        "admiral",
        "chairman", "chair", "mayor", "governor", "administrator", "advisor", "adviser", "dr.", "participant",
        "reporter",
        "background", "summary", "conclusion", "today", "live", "video", "by", "with", "for", "on", "in", "memorandum",
      ])
  }

  /// Up to three places of up to four capitalized words, joined by commas, slashes or "and".
  private static func places(
    from start: Int, _ limit: Int, _ reader: TokenReader
  ) -> (end: Int, count: Int, isUppercase: Bool) {
    var at = start
    var count = 0
    var isUppercase = false
    while count < 3 {
      let first = at
      while at < limit, at - first < 5, isPlaceWord(at, first, reader) { at += 1 }
      guard at > first else { break }
      if count == 0 {
        isUppercase = (first..<at).allSatisfy {
          reader.isUppercase($0) || reader.traits($0).isDisjoint(with: .word)
        }
        if isUppercase, reader.range(first).count < 3, !reader.traits(first).contains(.abbreviation) {
          isUppercase = false
        }
      }
      count += 1
      guard at < limit else { break }
      if PublicationDate.dayAndMonth(at: skipComma(at, reader), reader) != nil { break }
      guard reader.isComma(at) || reader.isSlash(at) || reader.isAny(at, ["and"]), isPlaceWord(at + 1, at + 1, reader)
      else {
        break
      }
      at += 1
    }
    return (at, count, isUppercase)
  }

  private static func isPlaceWord(_ token: Int, _ first: Int, _ reader: TokenReader) -> Bool {
    let traits = reader.traits(token)
    if traits.contains(.capitalized) { return PublicationDate.dayAndMonth(at: token, reader) == nil }
    guard token > first else { return false }
    if reader.isAny(token, ["-"]), !traits.contains(.spaceBefore) {
      return reader.traits(token + 1).contains(.capitalized) && !reader.traits(token + 1).contains(.spaceBefore)
    }
    return traits.contains(.lowercase)
      && reader.isAny(token, ["de", "del", "da", "do", "el", "la", "al", "of", "upon", "'s", "am"])
  }

  /// The token after `(Yonhap)`, `(Kyodo News)`, `/TASS/`.
  private static func agencyEnd(from start: Int, _ limit: Int, _ reader: TokenReader) -> Int? {
    let isSlash = reader.isSlash(start)
    guard start < limit, isSlash || reader.traits(start).contains(.opensBracket) else { return nil }
    var at = start + 1
    while at < limit, at - start <= 8 {
      if isSlash ? reader.isSlash(at) : reader.traits(at).contains(.closesBracket) {
        return at > start + 1 ? at + 1 : nil
      }
      guard
        reader.traits(at).contains(.capitalized) && reader.range(at).count > 1 || reader.isSlash(at)
          || reader.isHyphen(at)
          || reader.isAny(at, ["dpa", "pti", "of", "and", "ians", "&"]) || reader.isAny(at, ["."])
      else { return nil }
      at += 1
    }
    return nil
  }
}
