internal import Provenance

/// Reads documents that another tool has analysed, from the CoNLL-U of Stanza, UDPipe, spaCy or a treebank.
///
/// The text is put together from the forms and from `SpaceAfter=No`, or taken from `# text` where the forms stand in it, so that
/// every span is valid; sentences are parted by a space and paragraphs (`# newpar`) by a blank line. A document begins at
/// `# newdoc`. A document with a malformed sentence is left out and reported; the others go through.
///
/// ```swift
/// let reading = CoNLLUReader().read(bytes, id: "report")
/// for error in reading.errors { print(error) }
/// ```
///
/// - Note: A word inside a range whose form is not part of the range's form gets a share of it as its span, so that the spans stay in
///   order; its lemma and tags are kept.
/// - Complexity: O(bytes).
/// - Source: universaldependencies.org/format.html
public struct CoNLLUReader: Sendable {
  public struct Reading: Sendable {
    public var documents: [Document]
    /// One for each document left out, in order of the file.
    public var errors: [CoNLLUError]
  }

  public init() {}

  /// - Parameter id: The identifier of a document that names none; a second such document gets `-2`, and so on.
  public func read(_ utf8: some Collection<UInt8>, id: String) -> Reading {
    read(String(decoding: utf8, as: UTF8.self), id: id)
  }

  public func read(_ text: String, id: String) -> Reading {
    var reading = Reading(documents: [], errors: [])
    let lines = CoNLLUReader.lines(of: text)
    var current: Assembly?
    var unnamed = 0
    var start = 0
    while start < lines.count {
      guard !lines[start].isEmpty else {
        start += 1
        continue
      }
      var end = start
      while end < lines.count, !lines[end].isEmpty { end += 1 }
      let block = lines[start..<end]
      let newDocument = CoNLLUReader.newDocument(in: block)
      if newDocument != nil || current == nil {
        current?.finish(into: &reading)
        var name = newDocument ?? ""
        if name.isEmpty {
          unnamed += 1
          name = unnamed == 1 ? id : "\(id)-\(unnamed)"
        }
        current = Assembly(id: name)
      }
      current?.add(block, firstLine: start + 1)
      start = end
    }
    current?.finish(into: &reading)
    return reading
  }

  /// Lines without their ends, `\n` or `\r\n`; a line of white space alone counts as blank.
  private static func lines(of text: String) -> [Substring] {
    var text = text[...]
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var line = line
      if line.last == 0x0D { line = line.dropLast() }
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { line = line.prefix(0) }
      return Substring(line)
    }
  }

  /// The name a `# newdoc` comment gives, empty where it gives none; nil without the comment.
  private static func newDocument(in lines: ArraySlice<Substring>) -> String? {
    (CoNLLUComment.value(of: "newdoc id", in: lines) ?? CoNLLUComment.value(of: "newdoc", in: lines)).map { String($0) }
  }
}

/// A document as its sentences come in.
private struct Assembly {
  var metadata: DocumentMetadata
  var utf8: [UInt8] = []
  var tokens = Tokens()
  var sentences: [Sentence] = []
  var lemmas: [String: UInt32] = [:]
  var isTagged = false
  var isParsed = true
  var error: CoNLLUError?
  /// Whether a space belongs before the next sentence.
  var spaceAfter = false

  init(id: String) {
    metadata = DocumentMetadata(id: id)
    tokens.lemmas = ["_"]
    lemmas["_"] = 0
  }

  mutating func add(_ lines: ArraySlice<Substring>, firstLine: Int) {
    readMetadata(lines)
    guard error == nil else { return }
    do throws(CoNLLUFault) {
      append(try CoNLLUSentence(lines, firstLine: firstLine))
    } catch {
      self.error = CoNLLUError(
        rule: error.rule, line: error.line, sentence: CoNLLUComment.value(of: "sent_id", in: lines).map { String($0) },
        document: metadata.id)
    }
  }

  private mutating func readMetadata(_ lines: ArraySlice<Substring>) {
    for line in lines {
      guard let (key, value) = CoNLLUComment.parts(of: line), !value.isEmpty else { continue }
      switch key {
      case "meta::title": metadata.title = String(value)
      case "meta::publisher": metadata.publisher = String(value)
      case "meta::date", "meta::dateCreated": metadata.date = CalendarDate(iso: value) ?? metadata.date
      default: break
      }
    }
  }

  private mutating func append(_ sentence: CoNLLUSentence) {
    if !utf8.isEmpty {
      if sentence.opensParagraph { utf8 += [0x0A, 0x0A] } else if spaceAfter { utf8.append(0x20) }
    }
    let firstToken = tokens.count
    if let text = sentence.text, let starts = CoNLLUReader.places(of: sentence.units, in: text) {
      let base = utf8.count
      utf8 += text.utf8
      for (unit, start) in zip(sentence.units, starts) { appendSpans(unit, sentence, at: base + start) }
    } else {
      for (index, unit) in sentence.units.enumerated() {
        let start = utf8.count
        utf8 += unit.form.utf8
        appendSpans(unit, sentence, at: start)
        if unit.spaceAfter, index + 1 < sentence.units.count { utf8.append(0x20) }
      }
    }
    spaceAfter = sentence.units.last?.spaceAfter ?? true
    for (index, word) in sentence.words.enumerated() { fill(firstToken + index, word, firstToken) }
    isParsed = isParsed && sentence.isParsed
    let range = firstToken..<tokens.count
    sentences.append(
      Sentence(
        tokens: range, span: Span(Int(tokens.start[firstToken]), Int(tokens.end[range.upperBound - 1])),
        zone: sentence.zone))
  }

  /// Adds the tokens of a unit whose form begins at an offset.
  private mutating func appendSpans(_ unit: CoNLLUSentence.Unit, _ sentence: CoNLLUSentence, at start: Int) {
    var at = start
    var rest = unit.form.utf8[...]
    for word in unit.words {
      let form = sentence.words[word].form.utf8
      let remaining = unit.words.upperBound - word
      var length = rest.count
      if remaining > 1 {
        if rest.starts(with: form, by: { TextBytes.lowercased($0) == TextBytes.lowercased($1) }) {
          length = form.count
        } else {
          length = rest.count / remaining
          // Never inside a character.
          while length < rest.count, rest[rest.index(rest.startIndex, offsetBy: length)] & 0xC0 == 0x80 { length += 1 }
        }
      }
      tokens.append(Span(at, at + length))
      at += length
      rest = rest.dropFirst(length)
    }
  }

  private mutating func fill(_ token: Int, _ word: CoNLLUSentence.Word, _ firstToken: Int) {
    tokens.partOfSpeech[token] = word.partOfSpeech
    tokens.pennTag[token] = word.pennTag
    tokens.morphology[token] = word.morphology
    let lemma = String(word.lemma)
    if let index = lemmas[lemma] {
      tokens.lemma[token] = index
    } else {
      let index = UInt32(tokens.lemmas.count)
      lemmas[lemma] = index
      tokens.lemmas.append(lemma)
      tokens.lemma[token] = index
    }
    if let head = word.head {
      tokens.head[token] = head == 0 ? Int32(token) : Int32(firstToken + head - 1)
      tokens.relation[token] = word.relation
    }
    isTagged = isTagged || word.isTagged
  }

  mutating func finish(into reading: inout CoNLLUReader.Reading) {
    if let error {
      reading.errors.append(error)
      return
    }
    guard !sentences.isEmpty else { return }
    tokens.areTagged = isTagged
    tokens.areParsed = isParsed
    if !isParsed {
      // Half a parse helps nobody.
      tokens.head = Array(0..<Int32(tokens.count))
      tokens.relation = Array(repeating: .root, count: tokens.count)
    }
    reading.documents.append(
      Document(metadata: metadata, utf8: utf8, zones: zones(), tokens: tokens, sentences: sentences))
  }

  /// Neighbouring sentences of one kind as one zone.
  private func zones() -> [Zone] {
    var zones: [Zone] = []
    var start = 0
    for (index, sentence) in sentences.enumerated() {
      if index + 1 < sentences.count, sentences[index + 1].zone == sentence.zone { continue }
      let end = index + 1 < sentences.count ? Int(sentences[index + 1].span.start) : utf8.count
      zones.append(Zone(sentence.zone, Span(start, end)))
      start = end
    }
    return zones
  }
}

extension CoNLLUReader {
  /// Where each unit begins in the `# text` of a sentence, or nil where the text is not made of the forms and spaces alone.
  fileprivate static func places(of units: [CoNLLUSentence.Unit], in text: Substring) -> [Int]? {
    let bytes = Array(text.utf8)
    return TextBytes.with(bytes) { text in
      var at = 0
      var starts: [Int] = []
      starts.reserveCapacity(units.count)
      for unit in units {
        var form = unit.form.utf8[...]
        at = text.skipSpace(from: at, to: text.count)
        starts.append(at)
        while let byte = form.popFirst() {
          guard text.byte(at) == byte, at < text.count else { return nil }
          at += 1
        }
      }
      return text.skipSpace(from: at, to: text.count) == text.count ? starts : nil
    }
  }
}
