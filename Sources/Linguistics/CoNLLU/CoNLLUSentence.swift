/// One sentence of a CoNLL-U file, its fields read and its rules checked.
struct CoNLLUSentence {
  struct Word {
    var form: Substring
    var lemma: Substring
    var partOfSpeech: UniversalPartOfSpeech
    var isTagged: Bool
    var pennTag: PennTag
    var morphology: Morphology
    /// 0 for the root, otherwise the number of a word; nil for `_`.
    var head: Int?
    var relation: DependencyRelation
  }

  /// What stands in the text as one string: a word, or the words of a range (`don't`).
  struct Unit {
    var form: Substring
    var words: Range<Int>
    var spaceAfter: Bool
  }

  var words: [Word] = []
  var units: [Unit] = []
  /// The `# text` comment.
  var text: Substring?
  var identifier: Substring?
  var zone = Zone.Kind.body
  var opensParagraph = false

  /// Reads lines that hold no blank one.
  init(_ lines: ArraySlice<Substring>, firstLine: Int) throws(CoNLLUFault) {
    var rangeEnd = 0
    for (offset, line) in lines.enumerated() {
      let number = firstLine + offset
      if line.utf8.first == UInt8(ascii: "#") {
        readComment(line)
        continue
      }
      let fields = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map(Substring.init)
      guard fields.count == 10 else { throw CoNLLUFault(.tenFields(found: fields.count), number) }
      guard !fields[1].isEmpty else { throw CoNLLUFault(.emptyForm, number) }
      if let word = Int(fields[0]) {
        guard word == words.count + 1 else {
          throw CoNLLUFault(.consecutiveNumbers(expected: words.count + 1, found: String(fields[0])), number)
        }
        try append(fields, number, isInRange: word <= rangeEnd)
      } else if let dash = fields[0].firstIndex(of: "-") {
        guard words.count >= rangeEnd, Int(fields[0][..<dash]) == words.count + 1,
          let last = Int(fields[0][fields[0].index(after: dash)...]), last > words.count + 1
        else { throw CoNLLUFault(.range(String(fields[0])), number) }
        rangeEnd = last
        units.append(Unit(form: fields[1], words: words.count..<last, spaceAfter: CoNLLUSentence.spaceAfter(fields[9])))
      } else if !CoNLLUSentence.isEmptyNode(fields[0]) {
        throw CoNLLUFault(.consecutiveNumbers(expected: words.count + 1, found: String(fields[0])), number)
      }
    }
    let end = firstLine + lines.count - 1
    guard !words.isEmpty else { throw CoNLLUFault(.noWords, firstLine) }
    guard words.count >= rangeEnd else { throw CoNLLUFault(.range("…-\(rangeEnd)"), end) }
    try checkHeads(lines, firstLine: firstLine)
  }

  /// Whether every word has a head.
  var isParsed: Bool { words.allSatisfy { $0.head != nil } }

  private mutating func readComment(_ line: Substring) {
    guard let (key, value) = CoNLLUComment.parts(of: line) else { return }
    switch key {
    case "text": text = value
    case "sent_id": identifier = value
    case "newpar id", "newpar": opensParagraph = true
    case "zone": zone = Zone.Kind.allCases.first { value == "\($0)" } ?? .body
    default: break
    }
  }

  private mutating func append(_ fields: [Substring], _ line: Int, isInRange: Bool) throws(CoNLLUFault) {
    guard let partOfSpeech = UniversalPartOfSpeech(label: fields[3]) else {
      throw CoNLLUFault(.partOfSpeech(String(fields[3])), line)
    }
    var head: Int?
    if fields[6] != "_" {
      guard let value = Int(fields[6]), value >= 0, value != words.count + 1 else {
        throw CoNLLUFault(.head(String(fields[6]), words: words.count + 1), line)
      }
      head = value
    }
    if !isInRange {
      units.append(
        Unit(
          form: fields[1], words: words.count..<words.count + 1, spaceAfter: CoNLLUSentence.spaceAfter(fields[9])))
    }
    words.append(
      Word(
        form: fields[1], lemma: fields[2], partOfSpeech: partOfSpeech, isTagged: fields[3] != "_",
        pennTag: PennTag(label: fields[4]), morphology: Morphology(features: fields[5]), head: head,
        relation: head == 0 ? .root : DependencyRelation(label: fields[7])))
  }

  /// Heads lie in the sentence and lead to the root.
  private func checkHeads(_ lines: ArraySlice<Substring>, firstLine: Int) throws(CoNLLUFault) {
    // The last line is as near as can be said without keeping the line of each word.
    let line = firstLine + lines.count - 1
    // 0 not visited, otherwise the walk that visited the word first.
    var visits = [Int32](repeating: 0, count: words.count)
    for start in words.indices {
      var at = start
      while visits[at] == 0 {
        visits[at] = Int32(start + 1)
        guard let head = words[at].head, head > 0 else { break }
        guard head <= words.count else { throw CoNLLUFault(.head(String(head), words: words.count), line) }
        at = head - 1
        if visits[at] == Int32(start + 1) { throw CoNLLUFault(.cycle(word: at + 1), line) }
      }
    }
  }

  private static func spaceAfter(_ misc: Substring) -> Bool {
    !misc.split(separator: "|").contains { $0 == "SpaceAfter=No" }
  }

  /// `8.1`: a word that is understood, not written.
  private static func isEmptyNode(_ number: Substring) -> Bool {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && Int(parts[0]) != nil && Int(parts[1]) != nil
  }
}

/// A broken rule and its line, before the sentence and document are known.
struct CoNLLUFault: Error {
  var rule: CoNLLUError.Rule
  var line: Int

  init(_ rule: CoNLLUError.Rule, _ line: Int) {
    self.rule = rule
    self.line = line
  }
}
