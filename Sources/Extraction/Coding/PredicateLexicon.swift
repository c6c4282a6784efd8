import CAssets
import Diplomacy
import Linguistics

/// The lexicon of predicates and operators, frozen after loading.
///
/// Words are interned once; a document maps its distinct lemmas to word ids, so that coding compares integers.
///
/// A class: rules ask it at every word, and to lend a dozen tables out one by one would cost more than the answers.
final class PredicateLexicon: Sendable {
  /// A row of an embedded table breaks the format.
  struct FormatError: Error, CustomStringConvertible {
    var table: String
    var line: Int
    var rule: String
    var description: String { "\(table), line \(line): \(rule)" }
  }

  let wordIDs: [String: Int32]
  /// Entries by word id of the head of the lemma (of a noun the last word, else the first); those with more companions first.
  private let entriesByWord: [[PredicateEntry]]
  /// Closed-class words by word id.
  let operators: [Int32: OperatorWords.Class]
  /// The prepositions and the like that rules ask for by name.
  let functionWords: FunctionWords
  /// By word id, the classes that rules ask for.
  private let ruleWords: [RuleWords]
  /// By word id what its entries are among them.
  private let traitsByWord: [PredicateEntry.Traits]
  /// The entries of all words, word by word, and where those of each begin; one more at the end.
  private let senses: [Sense]
  private let sensesBegin: [Int32]
  private let index: WordIndex

  /// An entry with what must be looked at before the entry itself is.
  struct Sense: Sendable {
    let category: PredicateEntry.Category
    let companions: WordMask
    let entry: PredicateEntry
  }

  /// - Throws: an error naming table, line and rule, where a table is broken.
  init(predicates: String, operators: String) throws(FormatError) {
    var table = PredicateTable()
    try table.readPredicates(predicates)
    try table.readOperators(operators)
    for word in ["as", "behind", "beside", "next"] { _ = table.intern(word) }
    let classes = RuleWords.table.map { row in (row.words, row.lemmas.map { table.intern($0) }) }
    var ruleWords = [RuleWords](repeating: [], count: table.entriesByWord.count)
    for (kind, words) in classes {
      for word in words { ruleWords[Int(word)].insert(kind) }
    }
    var senses: [Sense] = []
    var sensesBegin: [Int32] = []
    sensesBegin.reserveCapacity(table.entriesByWord.count + 1)
    for entries in table.entriesByWord {
      sensesBegin.append(Int32(senses.count))
      for entry in entries {
        senses.append(Sense(category: entry.category, companions: WordMask(entry.companions), entry: entry))
      }
    }
    sensesBegin.append(Int32(senses.count))
    wordIDs = table.wordIDs
    entriesByWord = table.entriesByWord
    self.operators = table.operators
    functionWords = FunctionWords(table.wordIDs)
    self.ruleWords = ruleWords
    traitsByWord = table.entriesByWord.map { $0.reduce(into: []) { $0.formUnion($1.traits) } }
    self.senses = senses
    self.sensesBegin = sensesBegin
    index = WordIndex(table.wordIDs)
  }

  /// The embedded lexicon.
  convenience init() throws(FormatError) {
    func text(_ asset: entente_asset) -> String {
      String(decoding: UnsafeBufferPointer(start: asset.bytes, count: asset.count), as: UTF8.self)
    }
    try self.init(predicates: text(entente_asset_predicates()), operators: text(entente_asset_operators()))
  }

  func entries(forWord word: Int32) -> [PredicateEntry] { word < 0 ? [] : entriesByWord[Int(word)] }

  /// The entries of a word of one part of speech whose companions a sentence may have, in order.
  ///
  /// Entries are handed out one by one: to lend the list to several tasks at once would make them wait for each other.
  @inline(__always)
  func forEachSense(
    ofWord word: Int32, _ category: PredicateEntry.Category, among words: WordMask, _ body: (PredicateEntry) -> Void
  ) {
    guard word >= 0 else { return }
    for place in Int(sensesBegin[Int(word)])..<Int(sensesBegin[Int(word) + 1])
    where senses[place].category == category && words.mayContain(senses[place].companions) {
      body(senses[place].entry)
    }
  }

  func word(_ text: String) -> Int32 { wordIDs[text] ?? -1 }

  /// The word that rows are written with where another is only spelled otherwise: "towards".
  func canonical(_ word: Int32) -> Int32 { word >= 0 && word == functionWords.towards ? functionWords.toward : word }

  /// Whether a word is of a class that rules ask for.
  func isWord(_ word: Int32, _ kind: RuleWords) -> Bool { word >= 0 && !ruleWords[Int(word)].isDisjoint(with: kind) }

  /// The word ids of a document's distinct lemmas, −1 for those the lexicon does not know.
  func words(ofLemmas lemmas: [String]) -> [Int32] {
    lemmas.map { lemma in
      var lemma = lemma
      return lemma.withUTF8 { bytes in
        let word = index.id(bytes)
        if word >= 0 { return word }
        // A lemmatizer that has never met a verb may cut it short: "blockad", "fre", "boycot".
        guard let last = bytes.last else { return -1 }
        let withE = index.id(bytes, and: UInt8(ascii: "e"))
        if isVerb(withE) { return withE }
        let doubled = index.id(bytes, and: last)
        return isVerb(doubled) ? doubled : -1
      }
    }
  }

  /// The word ids of lemmas in small letters where they are not known as they are written, −1 for others.
  func titleWords(ofLemmas lemmas: [String], words: [Int32]) -> [Int32] {
    lemmas.indices.map { lemma in
      guard words[lemma] < 0, lemmas[lemma].utf8.contains(where: { $0 < 0x61 && $0 > 0x40 || $0 > 0x7F }) else {
        return -1
      }
      var text = lemmas[lemma]
      return text.withUTF8 { bytes in
        guard !bytes.contains(where: { $0 > 0x7F }) else { return word(lemmas[lemma].lowercased()) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { lower in
          for place in bytes.indices {
            lower.initializeElement(at: place, to: bytes[place] &- 0x41 < 26 ? bytes[place] | 0x20 : bytes[place])
          }
          return index.id(UnsafeBufferPointer(lower))
        }
      }
    }
  }

  /// What the entries of a word are among them.
  func traits(ofWord word: Int32) -> PredicateEntry.Traits { word < 0 ? [] : traitsByWord[Int(word)] }

  func isVerb(_ word: Int32) -> Bool { traits(ofWord: word).contains(.verb) }

  /// The verb of an irregular past form that a lemmatizer has not met: "upheld", "shot".
  /// Of one in -ed the regular verb, where a tagger took the form for an adjective: "blocked".
  func verb(ofPastForm form: String) -> Int32? {
    let form = form.lowercased()
    if let verb = Self.irregularPasts[form] { return verbID(verb) }
    guard form.hasSuffix("ed"), form.utf8.count > 4 else { return nil }
    let stem = String(form.dropLast(2))
    if let verb = verbID(stem) ?? verbID(stem + "e") { return verb }
    if stem.hasSuffix("i") { return verbID(stem.dropLast() + "y") }
    return stem.last == stem.dropLast().last ? verbID(String(stem.dropLast())) : nil
  }

  /// Whether ``verb(ofPastForm:)`` may know a form.
  func mayBePast(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
    guard form.count > 2 else { return false }
    if form.count > 4, form[form.count - 1] | 0x20 == 0x64, form[form.count - 2] | 0x20 == 0x65 { return true }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: form.count) { lower in
      for place in form.indices {
        lower.initializeElement(at: place, to: form[place] &- 0x41 < 26 ? form[place] | 0x20 : form[place])
      }
      return Self.irregularPastIndex.id(UnsafeBufferPointer(lower)) >= 0
    }
  }

  private static let irregularPastIndex = WordIndex(irregularPasts.mapValues { _ in 0 })

  /// Irregular pasts of verbs of the lexicon that are rare enough to be missing from treebanks.
  private static let irregularPasts: [String: String] = [
    "backslid": "backslide", "beaten": "beat", "bled": "bleed", "bound": "bind", "broadcast": "broadcast",
    "dealt": "deal", "fled": "flee", "flung": "fling", "forbade": "forbid", "forbidden": "forbid",
    "froze": "freeze", "frozen": "freeze", "foresaw": "foresee", "forgave": "forgive", "forgiven": "forgive",
    "forsaken": "forsake", "forsook": "forsake",
    "forwent": "forgo", "foregone": "forgo", "lent": "lend", "misled": "mislead", "outdid": "outdo",
    "overcame": "overcome",
    "overran": "overrun", "overrode": "override", "overridden": "override", "oversaw": "oversee",
    "overtook": "overtake", "overthrew": "overthrow", "overthrown": "overthrow", "rebuilt": "rebuild",
    "rebound": "rebind", "redid": "redo", "resold": "resell", "rewrote": "rewrite", "shook": "shake",
    "shaken": "shake", "shot": "shoot", "shrank": "shrink", "shrunk": "shrink", "slain": "slay", "slew": "slay",
    "slid": "slide", "sought": "seek", "strewn": "strew", "stricken": "strike", "struck": "strike", "stung": "sting",
    "strove": "strive", "striven": "strive", "swept": "sweep", "swore": "swear", "sworn": "swear", "tore": "tear",
    "torn": "tear", "undercut": "undercut", "undergone": "undergo", "undermined": "undermine",
    "undertook": "undertake", "undertaken": "undertake", "underwrote": "underwrite", "underwritten": "underwrite",
    "undid": "undo", "undone": "undo", "unwound": "unwind", "upheld": "uphold", "upset": "upset",
    "withdrawn": "withdraw", "withdrew": "withdraw", "withheld": "withhold", "withstood": "withstand",
    "wrought": "work",
  ]

  /// The id of a word that some verb of the lexicon begins with.
  private func verbID(_ text: String) -> Int32? {
    guard let word = wordIDs[text], traitsByWord[Int(word)].contains(.verb) else { return nil }
    return word
  }
}
