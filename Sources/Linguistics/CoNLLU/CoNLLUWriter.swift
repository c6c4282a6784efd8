internal import Provenance

/// Writes documents as CoNLL-U, the format of Universal Dependencies.
///
/// Contractions and possessives come with a range line (`1-2  don't`), as in the English treebanks; a token without a space after
/// it says `SpaceAfter=No`. White space inside a sentence is written as one space, so `# text` is what the forms and that
/// mark spell. What has not been analysed is `_`. A sentence that is no body text names its zone in a comment.
///
/// - Complexity: O(bytes of the document).
/// - Source: universaldependencies.org/format.html
public struct CoNLLUWriter: Sendable {
  private let words = WordTable.embedded

  public init() {}

  /// One document with all its sentences, a blank line after each.
  public func bytes(of document: Document) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(document.utf8.count * 8)
    write(document, to: &output)
    return output
  }

  public func write(_ document: Document, to output: inout [UInt8]) {
    TextBytes.with(document.utf8) { text in
      var page = Page(document: document, text: text, words: words, output: output)
      output = []
      page.write()
      output = page.output
    }
  }
}

private struct Page {
  let document: Document
  let text: TextBytes
  let words: WordTable
  var output: [UInt8]

  mutating func write() {
    let metadata = document.metadata
    for (index, sentence) in document.sentences.enumerated() where !sentence.tokens.isEmpty {
      if index == 0 {
        comment("newdoc id", metadata.id)
        if let title = metadata.title { comment("meta::title", title) }
        if let date = metadata.date { comment("meta::date", date.description) }
        if let publisher = metadata.publisher { comment("meta::publisher", publisher) }
      }
      if index == 0 || opensParagraph(sentence) { put("# newpar\n") }
      comment("sent_id", "\(metadata.id)-\(index + 1)")
      if sentence.zone != .body { comment("zone", "\(sentence.zone)") }
      writeText(sentence.tokens)
      writeWords(sentence.tokens)
      put("\n")
    }
  }

  private mutating func writeText(_ tokens: Range<Int>) {
    put("# text = ")
    for token in tokens {
      putForm(token..<token + 1)
      if token + 1 < tokens.upperBound, spaceAfter(token) { output.append(0x20) }
    }
    put("\n")
  }

  private mutating func writeWords(_ tokens: Range<Int>) {
    var rangeEnd = tokens.lowerBound
    for token in tokens {
      if token >= rangeEnd {
        rangeEnd = contractionEnd(token, tokens)
        if rangeEnd > token + 1 { writeRange(token..<rangeEnd, in: tokens) }
      }
      writeWord(token, in: tokens, isInRange: rangeEnd - 1 > token || isInRange(token, rangeEnd, tokens))
    }
  }

  private func isInRange(_ token: Int, _ rangeEnd: Int, _ tokens: Range<Int>) -> Bool {
    token + 1 == rangeEnd && token > tokens.lowerBound && isContraction(token - 1, token)
  }

  private mutating func writeRange(_ range: Range<Int>, in tokens: Range<Int>) {
    put("\(range.lowerBound - tokens.lowerBound + 1)-\(range.upperBound - tokens.lowerBound)\t")
    putForm(range)
    put("\t_\t_\t_\t_\t_\t_\t_\t")
    put(spaceAfter(range.upperBound - 1) ? "_\n" : "SpaceAfter=No\n")
  }

  private mutating func writeWord(_ token: Int, in sentence: Range<Int>, isInRange: Bool) {
    let tokens = document.tokens
    put("\(token - sentence.lowerBound + 1)\t")
    putForm(token..<token + 1)
    output.append(0x09)
    putField(tokens.areTagged ? tokens.lemmaText(token) : "_")
    output.append(0x09)
    putLabel(tokens.areTagged ? tokens.partOfSpeech[token].label : "_")
    output.append(0x09)
    putLabel(tokens.pennTag[token].label)
    output.append(0x09)
    put(tokens.morphology[token].features)
    output.append(0x09)
    if tokens.areParsed {
      let head = Int(tokens.head[token])
      let isRoot = head == token || !sentence.contains(head)
      put(isRoot ? "0" : "\(head - sentence.lowerBound + 1)")
      output.append(0x09)
      putLabel(isRoot ? DependencyRelation.root.label : tokens.relation[token].label)
    } else {
      put("_\t_")
    }
    put(isInRange || spaceAfter(token) ? "\t_\t_\n" : "\t_\tSpaceAfter=No\n")
  }

  // MARK: Spaces and ranges

  /// Whether white space follows a token, or nothing does.
  private func spaceAfter(_ token: Int) -> Bool {
    token + 1 >= document.tokens.count || document.tokens.end[token] < document.tokens.start[token + 1]
  }

  private func opensParagraph(_ sentence: Sentence) -> Bool {
    let first = sentence.tokens.lowerBound
    guard first > 0 else { return true }
    var breaks = 0
    for at in Int(document.tokens.end[first - 1])..<Int(document.tokens.start[first]) where document.utf8[at] == 0x0A {
      breaks += 1
    }
    return breaks > 1
  }

  /// The end of the words that are written as one with a token.
  private func contractionEnd(_ token: Int, _ tokens: Range<Int>) -> Int {
    var end = token + 1
    while end < tokens.upperBound, isContraction(end - 1, end) { end += 1 }
    return end
  }

  /// Whether two tokens are written as one word: `do|n't`, `Japan|'s`, `can|not`, and `states|'` where it is tagged so.
  private func isContraction(_ first: Int, _ second: Int) -> Bool {
    let tokens = document.tokens
    guard tokens.end[first] == tokens.start[second], tokens.end[first] > tokens.start[first] else { return false }
    let (start, middle, end) = (Int(tokens.start[first]), Int(tokens.start[second]), Int(tokens.end[second]))
    guard end > middle, text.kind(before: middle).isWord || text[middle - 1] == UInt8(ascii: ".") else { return false }
    if tokens.pennTag[second] == .possessiveEnding { return true }
    let length = text.kind(at: middle) == .apostrophe ? text.character(at: middle).length : 0
    if length > 0 { return (1...2).contains(end - middle - length) && text.kind(at: middle + length).isLetter }
    if (end - middle == 3 || end - middle == 5), text.matches("n", at: middle), text.kind(at: middle + 1) == .apostrophe
    {
      return true
    }
    let (classes, firstLength) = words.classes(of: start..<end, in: text)
    return classes.contains(.split) && firstLength == middle - start
  }

  // MARK: Output

  private mutating func put(_ text: String) { output += text.utf8 }

  private mutating func putLabel(_ label: StaticString) {
    output += UnsafeBufferPointer(start: label.utf8Start, count: label.utf8CodeUnitCount)
  }

  private mutating func comment(_ key: String, _ value: String) {
    put("# \(key) = ")
    // A comment is one line.
    output += value.utf8.map { $0 < 0x20 ? 0x20 : $0 }
    output.append(0x0A)
  }

  /// The bytes of tokens that are written as one. A form never holds a tab or a line end; `_` stands for nothing.
  private mutating func putForm(_ tokens: Range<Int>) {
    let span = document.span(ofTokens: tokens)
    if span.count == 0 { output.append(UInt8(ascii: "_")) }
    for byte in document.utf8[span.range] { output.append(byte < 0x20 ? 0x20 : byte) }
  }

  private mutating func putField(_ text: String) {
    if text.isEmpty { output.append(UInt8(ascii: "_")) }
    for byte in text.utf8 { output.append(byte < 0x20 ? 0x20 : byte) }
  }
}
