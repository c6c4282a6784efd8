import Diplomacy
import Linguistics

/// Reads the mentions of one document; ``EntityFinder`` is its public face.
///
/// One pass over the words composes gazetteer names, titles and capitals into mentions; linking and coreference then
/// decide which entity each of them means. Every rule looks at a window of bounded length, so time is linear.
struct EntityReader {
  /// What does not change while a document is read. One object: handing the reader on copies no tables.
  final class Context: Sendable {
    let document: Document
    let gazetteer: GazetteerTables
    let view: WordView
    let matches: NameMatches
    let cues: TextCues
    let passedOver: [Bool]

    init(_ document: Document, _ gazetteer: GazetteerTables, _ words: DocumentWords) {
      self.document = document
      self.gazetteer = gazetteer
      view = words.view
      matches = words.matches
      cues = words.cues
      passedOver = words.passedOver
    }
  }

  let context: Context
  var document: Document { @inline(__always) get { context.document } }
  var gazetteer: GazetteerTables { @inline(__always) get { context.gazetteer } }
  var view: WordView { @inline(__always) get { context.view } }
  var matches: NameMatches { @inline(__always) get { context.matches } }
  var isQuoted: [Bool] { @inline(__always) _read { yield context.cues.isQuoted } }
  var certainCountries: [Int32: Int] { @inline(__always) _read { yield context.cues.certainCountries } }
  var cueBalance: [Int32: Int] { @inline(__always) _read { yield context.cues.cueBalance } }
  var namedCountries: Set<Int32> { @inline(__always) _read { yield context.cues.namedCountries } }
  var certainOrganizations: Set<Int32> { @inline(__always) _read { yield context.cues.certainOrganizations } }
  var datelineCountry: Int32 { context.cues.datelineCountry }

  var raw: [RawMention] = []
  var persons: [PersonReading] = []
  var organizations: [OrganizationReading] = []
  var agreements: [AgreementReading] = []
  var groups: [GroupReading] = []
  /// Sequences of capitals that are a person's name if the text says so elsewhere: words, and their sentence.
  var looseNames: [(words: Range<Int>, sentence: Int)] = []
  var drafts: [EntityDraft] = []
  /// Words of names of media and journalists, which are no actors.
  var media: [Range<Int>] = []
  /// Offices in apposition, and the person they are told of.
  var appositions: [Int32: Int32] = [:]
  /// In a text of turns, "A: …", the draft of whoever speaks each sentence, −1 where nobody known does; else empty.
  var turns: [Int32] = []
  /// Whether "we" are the persons who issue the text and not their states.
  var issuersSpeakForThemselves = false
  /// Persons of whom an apposition says whose officials they are, "X, its leader,": the pronoun.
  var ownedRoles: [Int32: Int] = [:]
  /// Persons whose shared office belongs to those whom "their" stands for: the word, and their rows.
  var sharedOffices: [(owner: Int, persons: [Int32])] = []
  /// Persons of the byline: who issues the text.
  var bylinePersons: [Int32] = []
  /// Where the name of an agreement begins after "called": word, and the agreement it is told of.
  var calledPlaces: [Int: Int32] = [:]
  /// The same after a description and a comma: ", the Coastal Patrol Agreement,".
  var appositePlaces: [Int: Int32] = [:]
  /// Bodies by the id of the acronym that the text gives them.
  var acronymRows: [Int32: Int32] = [:]
  /// Acronyms that no table knows.
  var acronyms: [(word: Int, sentence: Int)] = []
  var links = LinkIndex()
  /// Drafts of those who issue the text.
  var issuers: [Int32] = []
  var publisherCountry: Int32?
  var holders: [Int32] = []
  var holderCountries: [Int32] = []

  /// For each word in capitals that name an agreement, and so no person, where the name ends; else 0.
  var agreementNameEnd: [Int32]
  /// Raw mentions of the sentence before its agreements, which are sorted.
  var beforeAgreements = 0

  // The sentence being read.
  var sentence = 0
  var low = 0
  var high = 0

  init(document: Document, gazetteer: GazetteerTables, words: DocumentWords) {
    context = Context(document, gazetteer, words)
    agreementNameEnd = [Int32](repeating: 0, count: context.view.words.count)
  }

  var ids: GazetteerWords { @inline(__always) get { context.gazetteer.words } }

  /// A word of the sentence being read, or a mark that nothing matches.
  @inline(__always)
  func word(_ index: Int) -> Word {
    index >= low && index < high
      ? view.words[index]
      : Word(start: 0, end: 0, token: 0, id: WordScanner.Mark.other - 1, classes: [], shape: [])
  }

  @inline(__always)
  func id(_ index: Int) -> Int32 { index >= low && index < high ? view.words[index].id : WordScanner.Mark.other - 1 }

  @inline(__always)
  func has(_ index: Int, _ classes: WordClass) -> Bool {
    index >= low && index < high && view.words[index].has(classes)
  }

  /// Whether a word begins with a capital though the common words of its sentence do not.
  func isCapital(_ index: Int) -> Bool { index >= low && index < high && view.words[index].isCapital }

  func isLower(_ index: Int) -> Bool {
    guard index >= low, index < high else { return false }
    let word = view.words[index]
    return !word.isMark && !word.isCapital && !word.shape.contains(.digit)
  }

  func isInHeadline(_ sentence: Int) -> Bool { view.isTitleCase[sentence] || view.isAllCapitals[sentence] }

  func partOfSpeech(_ index: Int) -> UniversalPartOfSpeech? {
    guard document.tokens.areTagged, index >= low, index < high else { return nil }
    return document.tokens.partOfSpeech[Int(view.words[index].token)]
  }

  /// Whether a word may be a finite verb, by its tag or, without tags, by the list of verbs that actors take.
  func isVerb(_ index: Int) -> Bool {
    guard let part = partOfSpeech(index), !isInHeadline(sentence) else {
      return has(index, [.actorVerb, .personVerb, .beVerb])
    }
    return part == .verb || part == .auxiliary
  }

  /// The document's words between two places, as they are written.
  func text(_ words: Range<Int>) -> String {
    guard !words.isEmpty else { return "" }
    let start = Int(view.words[words.lowerBound].start)
    let end = Int(view.words[words.upperBound - 1].end)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end - start)
    // White space of a broken line is one space.
    var spaced = false
    for byte in document.utf8[start..<end] {
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        if !spaced { bytes.append(0x20) }
        spaced = true
      } else if byte != 0x2A {
        // An asterisk marks words as strong and is no part of them.
        bytes.append(byte)
        spaced = false
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads all sentences into raw mentions, in order of the text.
  mutating func readMentions() {
    for (index, range) in view.sentences.enumerated() where !range.isEmpty {
      if index < context.passedOver.count, context.passedOver[index] { continue }
      sentence = index
      low = range.lowerBound
      high = range.upperBound
      let first = raw.count
      switch document.sentences[index].zone {
      case .byline: readByline()
      case .dateline, .boilerplate, .repeatedHeadline: break
      case .headline, .body, .caption:
        findAgreementNames()
        readSentence()
        sortMentions(from: first)
        readAgreements(from: first)
        // Only this sentence's: to go over all before would cost the square of the text.
        if raw[first...].contains(where: \.isDropped) {
          raw.replaceSubrange(first..., with: raw[first...].filter { !$0.isDropped })
        }
      }
      sortMentions(from: first)
    }
  }

  private mutating func readSentence() {
    var index = low
    while index < high {
      index = max(index + 1, readMention(at: index))
    }
  }

  /// Reads the mention that begins at a word, if any, and returns the word to go on with.
  private mutating func readMention(at index: Int) -> Int {
    let current = view.words[index]
    if current.isMark { return index + 1 }
    if let end = readMedia(at: index) ?? endOfKnownAgreement(at: index) { return end }
    if current.has(WordClass.pronoun) {
      if current.has(.possessivePronoun), let end = readTogether(at: index) { return end }
      addPronoun(index)
      // "its Foreign Ministry", "their prime minister".
      if current.has(.determiner), let end = readDefinite(at: index) { return end }
      return index + 1
    }
    if let end = readTogether(at: index) { return end }
    if let end = readPerson(at: index) { return end }
    if let end = readOrganization(at: index, isDefinite: isBareParliament(index)) { return end }
    if current.has([.determiner, .numberWord]), let end = readDefinite(at: index) { return end }
    if let end = readBodyOfPeople(at: index) { return end }
    if let end = readCountry(at: index) { return end }
    return readCapitals(at: index) ?? index + 1
  }

  /// "before parliament", "parliament ratified it": without an article it is the one of the country.
  private func isBareParliament(_ index: Int) -> Bool {
    let word = view.words[index]
    guard Int(word.end - word.start) == "parliament".utf8.count, isLower(index),
      text(index..<index + 1) == "parliament", id(index + 1) != ids.of
    else { return false }
    return index == low || has(index - 1, [.preposition, .subordinate, .quoteVerb])
      || ["told", "addressed", "asked"].contains(text(max(low, index - 1)..<index))
  }

  mutating func add(
    _ kind: RawMention.Kind, _ words: Range<Int>, row: Int32, form: Mention.Form = .name,
    usage: EntityMention.Usage = []
  ) {
    raw.append(
      RawMention(words: words, sentence: sentence, kind: kind, row: row, form: form, usage: usage))
  }

  /// By place, the longer before those inside it.
  private mutating func sortMentions(from first: Int) {
    guard raw.count - first > 1 else { return }
    raw[first...].sort {
      $0.words.lowerBound != $1.words.lowerBound
        ? $0.words.lowerBound < $1.words.lowerBound : $0.words.upperBound > $1.words.upperBound
    }
  }

  private mutating func addPronoun(_ index: Int) {
    var usage: EntityMention.Usage = []
    if view.words[index].has(.possessivePronoun) { usage.insert(.possessive) }
    add(.pronoun, index..<index + 1, row: view.words[index].id, form: .pronoun, usage: usage)
  }
}

extension EntityReader {
  /// For each sentence whether nothing in it is a mention, nor may become one by what the rest of the text says.
  func sentencesWithoutMentions() -> [Bool] {
    var result = [Bool](repeating: true, count: view.sentences.count)
    for mention in raw { result[mention.sentence] = false }
    for name in looseNames { result[name.sentence] = false }
    for acronym in acronyms { result[acronym.sentence] = false }
    for sentence in result.indices where result[sentence] {
      result[sentence] = document.sentences[sentence].zone != .byline && !mayStandForSomeone(view.sentences[sentence])
    }
    return result
  }

  /// "The alliance set no date", "the accord": nouns that only the tags around them tell to stand for what was named.
  private func mayStandForSomeone(_ words: Range<Int>) -> Bool {
    let kinds: UInt16 =
      1 << UInt16(NameTrie.Sense.Kind.organizationAnaphor.rawValue)
      | 1 << UInt16(NameTrie.Sense.Kind.agreementNoun.rawValue)
    return words.contains { index in
      context.matches.has(kinds, at: index)
        || view.words[index].has([.countryNoun, .countryNounPlural, .groupPerson, .bodyNoun])
    }
  }

  /// Token ranges of names of more than one token.
  func nameRanges() -> [Range<Int>] {
    var result: [Range<Int>] = []
    func add(_ words: Range<Int>) {
      guard words.count > 1 else { return }
      let tokens = Int(view.words[words.lowerBound].token)..<Int(view.words[words.upperBound - 1].token) + 1
      if tokens.count > 1 { result.append(tokens) }
    }
    for mention in raw {
      switch mention.kind {
      case .country where mention.form == .name: add(mention.words)
      case .organization where mention.form == .name: add(organizations[Int(mention.row)].name)
      case .person: add(persons[Int(mention.row)].name)
      case .agreement where agreements[Int(mention.row)].isNamed: add(agreements[Int(mention.row)].name)
      default: break
      }
    }
    result.sort { $0.lowerBound != $1.lowerBound ? $0.lowerBound < $1.lowerBound : $0.upperBound > $1.upperBound }
    var disjoint: [Range<Int>] = []
    for range in result where range.lowerBound >= disjoint.last?.upperBound ?? 0 { disjoint.append(range) }
    return disjoint
  }
}
