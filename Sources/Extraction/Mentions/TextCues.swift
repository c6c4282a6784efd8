import Linguistics
import Provenance

/// What a whole text says of the names in it before any is read: which countries it names without doubt, what bears out
/// the ambiguous ones, where it was written, and what it quotes.
struct TextCues: Sendable {
  /// For each word whether it lies between quotation marks.
  private(set) var isQuoted: [Bool]
  /// Countries named without doubt, by row, with the number of times.
  private(set) var certainCountries: [Int32: Int] = [:]
  /// For countries with ambiguous names in the text: cues for them less cues against.
  private(set) var cueBalance: [Int32: Int] = [:]
  /// Countries that the text calls by their own name, and not by their capital alone.
  private(set) var namedCountries: Set<Int32> = []
  /// Rows of bodies named without doubt.
  private(set) var certainOrganizations: Set<Int32> = []
  /// The country of the place where the text says that it was written, or −1.
  private(set) var datelineCountry: Int32 = -1

  /// - Complexity: O(words), times the ambiguous names of countries that the text has.
  init(_ document: Document, view: WordView, matches: NameMatches, gazetteer: GazetteerTables) {
    isQuoted = [Bool](repeating: false, count: view.words.count)
    markQuotes(document, view)
    for index in view.words.indices where matches.has(.max, at: index) {
      for match in matches.at(index) { count(match, at: index, view, gazetteer) }
    }
    readDateline(document, view, gazetteer)
  }

  // MARK: Quotations

  private mutating func markQuotes(_ document: Document, _ view: WordView) {
    var open = false
    var paragraphEnd = 0
    for (sentence, range) in view.sentences.enumerated() {
      // A quotation does not outlast its paragraph.
      if let first = range.first,
        Self.isParagraphBreak(document.utf8, from: paragraphEnd, to: Int(view.words[first].start))
      {
        open = false
      }
      if document.sentences[sentence].zone == .headline { open = false }
      for index in range {
        let id = view.words[index].id
        if id <= WordScanner.Mark.openQuote, id >= WordScanner.Mark.quote,
          Self.isDoubleQuote(document.utf8, view.words[index])
        {
          open = id == WordScanner.Mark.quote ? !open : id == WordScanner.Mark.openQuote
        }
        if open { isQuoted[index] = true }
      }
      paragraphEnd = range.isEmpty ? paragraphEnd : Int(view.words[range.upperBound - 1].end)
    }
  }

  /// Single marks are apostrophes more often than quotations.
  private static func isDoubleQuote(_ utf8: [UInt8], _ word: Word) -> Bool {
    let start = Int(word.start)
    switch Int(word.end) - start {
    case 1: return utf8[start] == 0x22
    case 3: return utf8[start + 2] >= 0x9C
    default: return true
    }
  }

  private static func isParagraphBreak(_ utf8: [UInt8], from end: Int, to start: Int) -> Bool {
    guard start > end else { return false }
    var breaks = 0
    for byte in utf8[end..<start] where byte == 0x0A { breaks += 1 }
    return breaks > 1
  }

  // MARK: Names

  private mutating func count(_ match: NameMatch, at index: Int, _ view: WordView, _ gazetteer: GazetteerTables) {
    guard !match.needsEvidence else {
      if match.kind == .country || match.kind == .demonym {
        weighCues(match.row, view, gazetteer)
      } else if match.kind == .city {
        weighCues(gazetteer.cities[Int(match.row)].country, view, gazetteer)
      }
      return
    }
    switch match.kind {
    case .organization: certainOrganizations.insert(match.row)
    case .country, .demonym:
      certainCountries[match.row, default: 0] += 1
      // "former Soviet republics" speak of no Soviet Union that acts.
      if index == 0 || !gazetteer.pastModifiers.contains(view.words[index - 1].id) { namedCountries.insert(match.row) }
    case .city:
      let city = gazetteer.cities[Int(match.row)]
      if city.isCapital { certainCountries[city.country, default: 0] += 1 }
    default: break
    }
  }

  /// Looks through the text, once for a country, for what bears out its ambiguous name.
  private mutating func weighCues(_ row: Int32, _ view: WordView, _ gazetteer: GazetteerTables) {
    guard cueBalance[row] == nil else { return }
    cueBalance[row] = 0
    guard let cues = gazetteer.countryCues[row] else { return }
    let firstWords = Set(cues.map(\.first))
    var balance = 0
    for index in view.words.indices where firstWords.contains(view.words[index].id) {
      for cue in cues where cue.first == view.words[index].id {
        let isWhole = cue.words.indices.allSatisfy { offset in
          index + offset < view.words.count && view.words[index + offset].id == cue.words[offset]
        }
        if isWhole { balance += cue.weight }
      }
    }
    cueBalance[row] = balance
  }

  // MARK: Place line

  /// The place line is the first few words: "MANILA, March 3".
  private mutating func readDateline(_ document: Document, _ view: WordView, _ gazetteer: GazetteerTables) {
    for sentence in document.sentences.indices.prefix(6) where document.sentences[sentence].zone == .dateline {
      let words = view.sentences[sentence]
      // "ANKARA/KYIV": of neither.
      guard !words.prefix(6).contains(where: { view.words[$0].id == WordScanner.Mark.slash }) else { return }
      for index in words.prefix(4) where datelineCountry < 0 {
        guard let found = Self.place(at: index, view, gazetteer) else { continue }
        datelineCountry = gazetteer.country(found, asOf: document.metadata.date)
      }
      if datelineCountry >= 0 { return }
    }
  }

  /// The country of a place in capitals, which names elsewhere are not looked for in.
  private static func place(at start: Int, _ view: WordView, _ gazetteer: GazetteerTables) -> Int32? {
    var node = NameTrie.root
    var index = start
    var found: Int32?
    while index < view.words.count, index - start < 4, !view.words[index].isMark {
      node = gazetteer.trie.step(node, view.words[index].id)
      guard node >= 0 else { break }
      gazetteer.trie.forEachSense(at: node) { sense in
        switch sense.kind {
        case .country: found = sense.row
        case .city where !sense.needsEvidence: found = gazetteer.cities[Int(sense.row)].country
        default: break
        }
      }
      index += 1
    }
    return found
  }
}
