import CAssets
import Diplomacy
import Testing

@testable import Extraction

/// The discipline of the embedded predicate and operator tables, which people edit by hand.
@Suite struct PredicateDataTests {
  struct Row: CustomStringConvertible {
    var line: Int
    var cells: [String]
    var description: String { "line \(line): \(cells.joined(separator: " | "))" }
  }

  static func text(_ asset: entente_asset) -> String {
    String(decoding: UnsafeBufferPointer(start: asset.bytes, count: asset.count), as: UTF8.self)
  }

  /// The rows below the header, and the header itself.
  static func table(_ asset: entente_asset) -> (header: [String], rows: [Row]) {
    var header: [String] = []
    var rows: [Row] = []
    let lines = text(asset).split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if header.isEmpty { header = cells } else { rows.append(Row(line: number + 1, cells: cells)) }
    }
    return (header, rows)
  }

  static let predicates = table(entente_asset_predicates())
  static let operators = table(entente_asset_operators())

  /// Grammatical slots and prepositions that the event coder knows how to fill; "regard" and "concern" are the lemmas of
  /// "regarding" and "concerning".
  static let grammaticalSlots: Set = ["nsubj", "obj", "iobj", "poss", "amod", "that", "inf"]
  static let prepositions: Set = [
    "about", "across", "after", "against", "alongside", "along", "among", "around", "as", "at", "before", "behind",
    "beside", "between", "by", "concern", "for", "from", "in", "into", "near", "of", "on", "onto", "out", "outside",
    "over", "regard", "regarding",
    "round", "through", "to", "toward", "towards", "under", "upon", "with",
  ]
  static let operatorClasses: Set = [
    "accompaniment", "affirmation", "aspect", "attribution", "concession", "condition", "conditional", "degree",
    "deontic", "future", "negation", "opposition", "possibility", "purpose", "reaction", "support", "time",
  ]
  static let operatorEffects: Set = [
    "negated", "reverse", "planned", "requested", "hypothetical", "alleged", "same", "weaker", "stronger", "past",
    "ongoing", "begun", "ended", "repeated", "mutual", "none",
  ]
  static let operatorPartsOfSpeech: Set = [
    "adjective", "adverb", "auxiliary", "conjunction", "determiner", "particle", "prefix", "preposition", "pronoun",
    "verb",
  ]

  /// Byte order of the first three columns, the order in which the tables are kept.
  static func precedes(_ a: Row, _ b: Row) -> Bool {
    for (x, y) in zip(a.cells.prefix(3), b.cells.prefix(3)) where x != y {
      return x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    return false
  }

  @Test func headersNameTheColumns() {
    #expect(
      Self.predicates.header == [
        "lemma", "pos", "class", "event", "weight", "source", "target", "complement", "note",
      ])
    #expect(Self.operators.header == ["form", "pos", "class", "effect", "note"])
  }

  @Test func tablesEndWithANewlineAndHaveNoCarriageReturn() {
    for asset in [entente_asset_predicates(), entente_asset_operators()] {
      let bytes = UnsafeBufferPointer(start: asset.bytes, count: asset.count)
      #expect(bytes.last == 0x0A)
      #expect(!bytes.contains(0x0D))
    }
  }

  @Test func rowsAreSortedWithoutDuplicateKeys() {
    for rows in [Self.predicates.rows, Self.operators.rows] {
      for (a, b) in zip(rows, rows.dropFirst()) where !Self.precedes(a, b) {
        Issue.record("rows are sorted by their first three columns and no key occurs twice: \(b)")
      }
    }
  }

  @Test func cellsKeepTheirVocabulary() {
    for row in Self.predicates.rows {
      guard row.cells.count == 9 else {
        Issue.record("a row has nine columns: \(row)")
        continue
      }
      let cells = row.cells
      #expect(PredicateEntry.Category(rawValue: cells[1]) != nil, "\(row)")
      #expect(PredicateEntry.Class(rawValue: cells[2]) != nil, "\(row)")
      #expect(cells[3] == "-" || EventType(rawValue: cells[3]) != nil, "\(row)")
      #expect(PredicateEntry.Complement(rawValue: cells[7]) != nil, "\(row)")
      for cell in [cells[5], cells[6]] where cell != "-" {
        let slots = cell.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        #expect(Set(slots).count == slots.count, "a slot is named once: \(row)")
        for slot in slots {
          #expect(
            Self.grammaticalSlots.contains(slot) || Self.prepositions.contains(slot), "unknown slot '\(slot)': \(row)")
        }
      }
    }
  }

  @Test func lemmasAreLowerCaseWordsWithSingleSpaces() {
    for row in Self.predicates.rows + Self.operators.rows {
      let form = row.cells[0]
      #expect(form == form.lowercased() && !form.isEmpty, "\(row)")
      #expect(!form.split(separator: " ", omittingEmptySubsequences: false).contains(""), "\(row)")
    }
  }

  @Test func weightsLieInRangeAndAgreeWithTheirEvent() {
    for row in Self.predicates.rows where row.cells[4] != "-" {
      guard let weight = Double(row.cells[4]) else {
        Issue.record("a weight is a number or '-': \(row)")
        continue
      }
      #expect((-1...1).contains(weight), "\(row)")
      guard let event = EventType(rawValue: row.cells[3]), weight != 0, !row.cells[8].hasPrefix("sign:") else {
        continue
      }
      #expect(event.isConflict == (weight < 0), "a weight has the sign of its event, or a note 'sign: …': \(row)")
    }
  }

  @Test func predicatesThatDecideForThemselvesCarryEventAndWeight() {
    for row in Self.predicates.rows where ["act", "mutual"].contains(row.cells[2]) && row.cells[3] != "-" {
      #expect(row.cells[4] != "-", "\(row)")
    }
  }

  @Test func operatorsKeepTheirVocabulary() {
    for row in Self.operators.rows {
      guard row.cells.count == 5 else {
        Issue.record("a row has five columns: \(row)")
        continue
      }
      #expect(Self.operatorPartsOfSpeech.contains(row.cells[1]), "\(row)")
      #expect(Self.operatorClasses.contains(row.cells[2]), "\(row)")
      #expect(Self.operatorEffects.contains(row.cells[3]), "\(row)")
    }
  }

  @Test func theLexiconLoads() throws {
    let lexicon = try PredicateLexicon()
    #expect(!lexicon.entries(forWord: lexicon.word("attack")).isEmpty)
    #expect(lexicon.word("xyzzy") == -1)
    // The words that the coder looks for by name.
    for word in ["between", "among", "of", "by", "for"] { #expect(lexicon.word(word) >= 0, "\(word)") }
  }

  @Test func aLemmaCutShortStillFindsItsVerb() throws {
    let lexicon = try PredicateLexicon()
    let words = lexicon.words(ofLemmas: ["blockade", "blockad", "boycott", "boycot", "xyzzy"])
    #expect(words[0] >= 0 && words[0] == words[1])
    #expect(words[2] >= 0 && words[2] == words[3])
    #expect(words[4] == -1)
  }

  @Test func compoundNounsStandUnderTheirLastWord() throws {
    let lexicon = try PredicateLexicon()
    #expect(lexicon.entries(forWord: lexicon.word("war")).contains { $0.name == "trade war" })
    #expect(!lexicon.entries(forWord: lexicon.word("trade")).contains { $0.name == "trade war" })
  }

  @Test(arguments: ["meet", "sign", "condemn", "sanction", "visit", "talk", "cooperation", "dangerous", "vital"])
  func theCommonestPredicatesAreThere(lemma: String) {
    #expect(Self.predicates.rows.contains { $0.cells[0] == lemma })
  }
}
