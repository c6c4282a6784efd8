internal import Provenance

/// Tells the parts of a news text apart by their form: headline, byline, dateline, body, captions, boilerplate.
///
/// Blocks before the first paragraph are headers; each is judged by its own words and by what stood before it. In a paragraph a
/// leading dateline, an inner caption and a trailing credit are cut off, so that no sentence holds them.
///
/// - Complexity: O(tokens).
struct ZoneFinder {
  /// A stretch of tokens of one kind, inside one block.
  struct Part {
    var kind: Zone.Kind
    var tokens: Range<Int>
  }

  let reader: TokenReader
  let blocks: [TextBlock]
  /// The title that the document's record gives.
  let title: String?

  init(text: TextBytes, stream: TokenStream, blocks: [TextBlock], title: String?) {
    reader = TokenReader(text: text, stream: stream)
    self.blocks = blocks
    self.title = title.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Every token of every block, in order.
  func parts() -> [Part] {
    var parts: [Part] = []
    parts.reserveCapacity(blocks.count + 8)
    var headline: Range<Int>?
    var last = Zone.Kind.boilerplate
    var seenBody = false
    for (index, block) in blocks.enumerated() {
      let tokens = block.tokens
      var kind = Zone.Kind.body
      if isBoilerplate(tokens) {
        kind = .boilerplate
      } else if isCaption(tokens) {
        kind = .caption
      } else if let headline, tokens.count <= ZoneFinder.longestHeader, reader.sameWords(headline, tokens) {
        kind = .repeatedHeadline
      } else if !seenBody, !endsWithForm(index) {
        kind = header(block, isLast: index + 1 == blocks.count, hasHeadline: headline != nil, after: last)
        if kind == .headline, headline == nil { headline = tokens }
      }
      if kind == .body {
        let isForm = appendBody(tokens, isFirst: !seenBody, beforeForm: isSendTo(index + 1), to: &parts)
        seenBody = !isForm
      } else {
        parts.append(Part(kind: kind, tokens: tokens))
        // Behind the form of a page another text begins.
        if mailForm(endingAt: tokens.upperBound, in: tokens) == tokens.lowerBound { seenBody = false }
      }
      if !seenBody, last == .body { headline = nil }
      last = kind
    }
    return parts
  }

  /// Tokens of the longest block that may be a headline.
  static var longestHeader: Int { 48 }

  // MARK: Headers

  private func header(_ block: TextBlock, isLast: Bool, hasHeadline: Bool, after last: Zone.Kind) -> Zone.Kind {
    let tokens = block.tokens
    guard tokens.count <= ZoneFinder.longestHeader, block.lines <= 4 else { return .body }
    if let title, reader.equals(title, tokens) { return .headline }
    if isLast { return .body }
    let isTitled = hasHeadline || title != nil
    if isByline(tokens, isTitled: isTitled) { return .byline }
    if Dateline.end(in: tokens, reader, isFirst: true) != nil { return .body }
    guard !endsSentence(tokens), !reader.isColon(tokens.upperBound - 1), !reader.opensSpeech(tokens),
      reader.letters(in: tokens) > 0
    else { return .body }
    if !hasHeadline {
      return title == nil || reader.sharesWords(title ?? "", tokens) ? .headline : .body
    }
    // A second line of the headline stands right under it.
    return last == .headline || last == .repeatedHeadline ? .headline : .body
  }

  private func endsSentence(_ tokens: Range<Int>) -> Bool {
    var at = tokens.upperBound - 1
    while at > tokens.lowerBound, !reader.traits(at).isDisjoint(with: [.closesQuote, .closesBracket]) { at -= 1 }
    return reader.traits(at).contains(.terminal) && reader.traits(at).isDisjoint(with: [.question, .ellipsis])
      || reader.isComma(tokens.upperBound - 1)
  }

  /// "By Yonhap", "The Associated Press", "Nov. 19, 2019 - 08:54 By Yonhap", "Ned Price, Department Spokesperson".
  private func isByline(_ tokens: Range<Int>, isTitled: Bool) -> Bool {
    guard tokens.count <= 24 else { return false }
    let first = tokens.lowerBound
    let hasDate = PublicationDate.date(in: tokens, reader) != nil
    if hasDate, tokens.count <= 18, opensWithDate(tokens) { return true }
    if hasDate, isTitled, tokens.count <= 18, !endsSentence(tokens) { return true }
    if endsSentence(tokens) { return false }
    if reader.isAny(first, ["by"]), tokens.count >= 2, reader.traits(first + 1).contains(.capitalized) {
      return tokens.count <= 16
    }
    if isAgency(tokens) { return true }
    guard isTitled, tokens.count <= 16 else { return false }
    if reader.isAny(
      first, ["office", "published", "updated", "posted", "source", "author", "reporter", "correspondent"])
    {
      return true
    }
    if isClockLine(tokens) { return true }
    return isNameWithTitle(tokens)
  }

  private func opensWithDate(_ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    if reader.traits(first).contains(.digit) || reader.classes(first).contains(.month) { return true }
    return reader.isAny(first, ["published", "updated", "posted", "date", "last"])
      || PublicationDate.month(first, reader) != nil
      || reader.isWeekday(first)
  }

  private func isAgency(_ tokens: Range<Int>) -> Bool {
    var first = tokens.lowerBound
    if reader.isAny(first, ["the"]), tokens.count > 1 { first += 1 }
    let rest = first..<tokens.upperBound
    for name in ZoneFinder.agencies where reader.equals(name, rest) { return true }
    return false
  }

  /// News agencies as they sign a text.
  private static let agencies = [
    "associated press", "ap", "reuters", "yonhap", "yonhap news agency", "agence france-presse", "afp", "xinhua",
    "xinhua news agency", "tass", "itar-tass", "kyodo", "kyodo news", "jiji", "jiji press",
    "united press international",
    "upi", "dpa", "deutsche presse-agentur", "ansa", "efe", "interfax", "ria novosti", "kcna", "bloomberg",
    "bloomberg news", "anadolu agency", "press trust of india", "pti", "ani", "irna", "voice of america", "voa",
    "voa news",
    "bbc", "bbc news", "cnn", "al jazeera", "radio free europe", "rfe/rl", "radio free asia", "reuters staff",
    "ap news",
  ]

  /// "1:45 P.M. PDT".
  private func isClockLine(_ tokens: Range<Int>) -> Bool {
    tokens.count <= 5 && reader.traits(tokens.lowerBound).contains(.digit)
      && reader.text.byte(Int(reader.stream.start[tokens.lowerBound]) + 1) != 0
      && tokens.contains { reader.isAny($0, ["a.m.", "p.m.", "am", "pm", "gmt", "utc", "est", "edt", "kst", "jst"]) }
  }

  /// "Ned Price, Department Spokesperson", "Office of the Spokesperson": capitals, and small words between them only.
  private func isNameWithTitle(_ tokens: Range<Int>) -> Bool {
    var capitals = 0
    var comma = false
    for token in tokens {
      let traits = reader.traits(token)
      if traits.contains(.capitalized) {
        capitals += 1
      } else if reader.isComma(token) {
        comma = true
      } else if traits.contains(.lowercase) {
        guard
          reader.isAny(token, ["of", "the", "for", "and", "to", "on", "at", "in", "de", "al"])
            || traits.contains(.clitic)
        else { return false }
      } else if !reader.isHyphen(token), traits.isDisjoint(with: [.opensBracket, .closesBracket]) {
        return false
      }
    }
    return capitals >= 2 && (comma || tokens.count <= 5)
  }

  // MARK: Captions and boilerplate

  /// "(Pictured: …)", "FILE PHOTO: …", "Photo: …".
  private func isCaption(_ tokens: Range<Int>) -> Bool {
    guard let end = captionOpening(tokens.lowerBound, tokens) else {
      let first = tokens.lowerBound
      guard tokens.count > 3 else { return false }
      if reader.isAny(first, ["photo", "caption", "image", "picture"]) { return reader.isColon(first + 1) }
      if reader.isAny(first, ["file"]), reader.traits(first).contains(.capitalized) {
        return reader.isHyphen(first + 1)
          || reader.isAny(first + 1, ["photo"]) && (reader.isColon(first + 2) || reader.isHyphen(first + 2))
      }
      return false
    }
    // The bracket closes at the end of the block.
    return end >= tokens.upperBound - 1
  }

  /// Where the bracket that opens a caption at a token closes, or nil if it opens none.
  private func captionOpening(_ token: Int, _ tokens: Range<Int>) -> Int? {
    guard reader.traits(token).contains(.opensBracket), token + 2 < tokens.upperBound else { return nil }
    let next = token + 1
    let opens =
      reader.isAny(next, ["pictured", "photo", "photos", "photograph", "image", "caption", "picture"])
      || reader.isAny(next, ["file"]) && reader.isAny(next + 1, ["photo", "image", "picture"])
    guard opens else { return nil }
    var depth = 0
    for at in token..<tokens.upperBound {
      if reader.traits(at).contains(.opensBracket) { depth += 1 }
      if reader.traits(at).contains(.closesBracket) { depth -= 1 }
      if depth == 0 { return at }
    }
    return tokens.upperBound - 1
  }

  private func isBoilerplate(_ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    if mailForm(endingAt: tokens.upperBound, in: tokens) == first { return true }
    if isEndMark(tokens) { return true }
    if reader.letters(in: tokens) == 0 { return !tokens.contains { reader.traits($0).contains(.digit) } }
    guard tokens.count <= 60 else { return false }
    if isCredit(tokens) { return true }
    if tokens.count <= 3,
      reader.isAny(first, ["end", "ends", "reuter", "reuters", "more", "advertisement", "share", "print"]),
      tokens.count == 1 || reader.traits(first + 1).isDisjoint(with: .word)
    {
      return reader.traits(first).contains(.capitalized) && !reader.isAny(first, ["reuters"])
        || reader.isAny(first, ["reuter"])
    }
    if tokens.count <= 5, reader.traits(first).contains(.digit), reader.isAny(tokens.upperBound - 1, ["read"]) {
      return true
    }
    if tokens.count <= 4, reader.isAny(first, ["begin", "end"]), reader.isAny(first + 1, ["text"]) { return true }
    let opening = reader.traits(first).contains(.opensBracket) ? first + 1 : first
    if reader.isAny(opening, ["copyright", "©"])
      || reader.isAny(opening, ["c"]) && opening > first && reader.isYear(first + 3)
    {
      return true
    }
    if reader.isAny(opening, ["reporting", "writing", "editing"]), reader.isAny(opening + 1, ["by"]) { return true }
    if reader.isAny(opening, ["additional"]), reader.isAny(opening + 1, ["reporting"]) { return true }
    for at in tokens.dropLast(2) where reader.isAny(at, ["all"]) && reader.isAny(at + 1, ["rights"]) {
      return reader.isAny(at + 2, ["reserved"])
    }
    return tokens.count == 1 && reader.contains(first, UInt8(ascii: "@"))
  }

  /// "-0-", "-30-", "Enditem": the end of a wire text.
  private func isEndMark(_ tokens: Range<Int>) -> Bool {
    if tokens.count == 1 { return reader.isAny(tokens.lowerBound, ["enditem"]) }
    return tokens.count == 3 && reader.isHyphen(tokens.lowerBound) && reader.isHyphen(tokens.lowerBound + 2)
      && reader.isAny(tokens.lowerBound + 1, ["0", "30", "end"])
  }

  /// "(Yonhap)", "(END)": one to four capitalized words in brackets.
  private func isCredit(_ tokens: Range<Int>) -> Bool {
    guard (3...6).contains(tokens.count), reader.traits(tokens.lowerBound).contains(.opensBracket),
      reader.traits(tokens.upperBound - 1).contains(.closesBracket)
    else { return false }
    return tokens.dropFirst().dropLast().allSatisfy {
      reader.traits($0).contains(.capitalized) || reader.isSlash($0) || reader.isHyphen($0)
    }
  }

  /// Where the words of a mail form, "From Send to", begin if they end a block.
  private func mailForm(endingAt end: Int, in tokens: Range<Int>) -> Int? {
    if end - 3 >= tokens.lowerBound, reader.isExactly(end - 3, "From"), reader.isExactly(end - 2, "Send"),
      reader.isExactly(end - 1, "to")
    {
      return end - 3
    }
    if end - 2 >= tokens.lowerBound, reader.isExactly(end - 2, "Send"), reader.isExactly(end - 1, "to") {
      return end - 2
    }
    if end - 1 == tokens.lowerBound, reader.isExactly(end - 1, "From") { return end - 1 }
    return nil
  }

  /// Whether a paragraph has the words of a mail form glued to its end.
  private func endsWithForm(_ block: Int) -> Bool {
    let tokens = blocks[block].tokens
    let isForm = mailForm(endingAt: tokens.upperBound, in: tokens) != nil
    return isForm || isSendTo(block + 1) && reader.isExactly(tokens.upperBound - 1, "From")
  }

  private func isSendTo(_ block: Int) -> Bool {
    guard block < blocks.count else { return false }
    let tokens = blocks[block].tokens
    return tokens.count == 2 && mailForm(endingAt: tokens.upperBound, in: tokens) == tokens.lowerBound
  }

  // MARK: Paragraphs

  /// Cuts dateline, captions, credit and mail form off a paragraph; returns whether it ended with a mail form.
  private func appendBody(_ tokens: Range<Int>, isFirst: Bool, beforeForm: Bool, to parts: inout [Part]) -> Bool {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    if let dateline = Dateline.end(in: tokens, reader, isFirst: isFirst) {
      parts.append(Part(kind: .dateline, tokens: start..<dateline))
      start = dateline
    }
    var tail: [Part] = []
    let form = beforeForm && reader.isExactly(end - 1, "From") ? end - 1 : mailForm(endingAt: end, in: start..<end)
    if let form, form > start, endsBefore(form) {
      tail.append(Part(kind: .boilerplate, tokens: form..<end))
      end = form
    }
    for length in [1, 3] where end - start > length && isEndMark(end - length..<end) && endsBefore(end - length) {
      tail.append(Part(kind: .boilerplate, tokens: end - length..<end))
      end -= length
    }
    // "(Yonhap)" after the last stop.
    if end - start > 4, reader.traits(end - 1).contains(.closesBracket) {
      var open = end - 2
      while open > start, end - open < 6, !reader.traits(open).contains(.opensBracket) { open -= 1 }
      if isCredit(open..<end), endsBefore(open) {
        tail.append(Part(kind: .boilerplate, tokens: open..<end))
        end = open
      }
    }
    var at = start
    var pending = start
    while at < end {
      if reader.traits(at).contains(.opensBracket), let close = captionOpening(at, at..<end) {
        if at > pending { parts.append(Part(kind: .body, tokens: pending..<at)) }
        parts.append(Part(kind: .caption, tokens: at..<close + 1))
        pending = close + 1
        at = pending
      } else {
        at += 1
      }
    }
    if end > pending { parts.append(Part(kind: .body, tokens: pending..<end)) }
    parts += tail.reversed()
    return !tail.isEmpty && form != nil
  }

  /// Whether a sentence ends just before a token.
  private func endsBefore(_ token: Int) -> Bool {
    var at = token - 1
    while at > 0, !reader.traits(at).isDisjoint(with: [.closesQuote, .closesBracket]) { at -= 1 }
    return at >= 0 && !reader.traits(at).isDisjoint(with: [.terminal, .abbreviation])
  }
}
