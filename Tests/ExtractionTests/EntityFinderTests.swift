import Diplomacy
import Extraction
import Linguistics
import Provenance
import TestSupport
import Testing

/// What holds for every text, odd ones included.
struct EntityFinderTests {
  static let finder = EntityFinder(gazetteer: Gazetteer())

  private func document(_ text: String, publisher: String? = nil) -> Document {
    DocumentBuilder().document(
      from: SourceText(metadata: DocumentMetadata(id: "d", publisher: publisher), text: text))
  }

  /// Ids are places, spans lie in the text, mentions nest and are in order, every column fits.
  private func check(_ found: DocumentEntities, _ document: Document, _ about: String) {
    for (place, entity) in found.entities.enumerated() {
      #expect(entity.id.index == place, "\(about)")
      #expect(!entity.name.isEmpty && !entity.aliases.contains(entity.name), "\(about): \(entity)")
      #expect(entity.aliases == entity.aliases.sorted(), "\(about)")
    }
    #expect(found.tokenMention.count == document.tokens.count, "\(about)")
    #expect(found.sentenceMentions.count == document.sentences.count, "\(about)")
    #expect(found.enclosing.count == found.mentions.count, "\(about)")
    #expect(found.sentenceMentions.map(\.count).reduce(0, +) == found.mentions.count, "\(about)")
    var previous: Span?
    for (place, mention) in found.mentions.enumerated() {
      #expect(Int(mention.span.end) <= document.utf8.count && mention.span.count > 0, "\(about)")
      #expect(mention.tokens.contains(mention.head), "\(about): \(document.text(mention.span))")
      #expect(document.sentences[mention.sentence].tokens.contains(mention.tokens.lowerBound), "\(about)")
      #expect(mention.entities.allSatisfy { found.entities.indices.contains($0.index) }, "\(about)")
      if let previous { #expect(!(mention.span < previous), "\(about)") }
      previous = mention.span
      let outer = Int(found.enclosing[place])
      if outer >= 0 { #expect(found.mentions[outer].span.contains(mention.span), "\(about)") }
    }
    for fact in found.facts { #expect(fact.source != fact.target, "\(about)") }
  }

  @Test func aTextOfNothing() {
    for text in ["", " ", "\n\n", ".", "...", "-", "'s", "(", "“”", "\u{0}", "é", "U.S.", "the", "the the the"] {
      let document = document(text)
      check(Self.finder.find(in: document), document, text)
      #expect(Self.finder.nameRanges(in: document).allSatisfy { $0.count > 1 })
    }
  }

  @Test func fiveThousandNamesInOneSentence() {
    let given = ["Anna", "Boris", "Carlos", "Diana", "Erik", "Fatima", "George", "Hanna"]
    let names = (0..<5_000).map { "Minister \(given[$0 % 8]) Surname\($0 % 97)" }.joined(separator: ", ")
    let document = document("Those present were \(names) and others.")
    let found = Self.finder.find(in: document)
    check(found, document, "names")
    #expect(found.entities.count > 700)
  }

  @Test func listsTablesCodeAndOtherLanguages() {
    let countries = Array(repeating: "Kenya, Uganda, Chad, Mali, Niger and Togo", count: 400).joined(separator: "; ")
    let texts = [
      countries, String(repeating: "treaty pact deal agreement ", count: 3_000),
      String(repeating: "its their it they he she we I ", count: 2_000),
      String(repeating: "the two countries of Chad and Mali and both ministers ", count: 1_000),
      "Country\tExports\tImports\nKenya\t12\t14\nChad\t3\t9\n| Mali | 7 | 8 |\n",
      "func f(x: Int) -> Int { return x + US.map { $0 * 2 } }",
      "우리는 오늘 서울에서 만났다. 日本と韓国。 Президент России встретился с министром.",
      "MINISTER WARNS CHAD OVER TREATY WITH US AND WHO KNOWS WHAT IT IS", String(repeating: "A. ", count: 5_000),
      String(repeating: "President ", count: 5_000), String(repeating: "of the ", count: 5_000),
      String(repeating: "“", count: 2_000), String(repeating: "Aa-Bb-", count: 3_000),
      String(repeating: "GSOM (", count: 3_000), String(repeating: "South Korea's ", count: 4_000),
    ]
    for text in texts {
      let document = document(text)
      check(Self.finder.find(in: document), document, String(text.prefix(40)))
    }
  }

  @Test func anyBytesOfWordsGiveSoundColumns() {
    let words = [
      "Kenya", "Kenyan", "'s", "the", "President", "Foreign Minister", "Anna", "Moi", ",", ".", "of", "and", "Treaty",
      "deal", "NATO", "(", ")", "\"", "Tokyo", "in", "it", "their", "both", "two", "countries", "U.S.", "-", "Army",
      "signed", "between", "with", "Embassy", "General", "May", "2019", "Nov.", "12", "last", "week", "AU", "forces",
    ]
    var random = SeededGenerator(seed: 20_211)
    for round in 0..<300 {
      let count = Int.random(in: 1...60, using: &random)
      let text = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(separator: " ")
      let document = document(text)
      check(Self.finder.find(in: document), document, "round \(round): \(text)")
    }
  }

  @Test(arguments: [
    "Officials of the National Bank of Kenya and", "He joined the Council of Europe and", "the Ministry of", "of the",
  ])
  func aTextThatBreaksOffInANameIsReadToItsEnd(text: String) {
    let document = document(text)
    check(Self.finder.find(in: document), document, text)
  }

  @Test func theSameTextGivesTheSameResult() {
    let text = "Japanese Prime Minister Taro Abe met envoys of Chad, Mali and Togo. They signed a trade deal with NATO."
    let (a, b) = (Self.finder.find(in: document(text)), Self.finder.find(in: document(text)))
    #expect(a.entities == b.entities && a.mentions == b.mentions && a.facts == b.facts)
  }

  @Test func thePublisherIsWe() {
    let document = document(
      "Joint Exercise Announced\n\nWe welcome the offer of Peru.", publisher: "Ministry of Foreign Affairs of Japan")
    let found = Self.finder.find(in: document)
    #expect(found.holderCountry.map { found.entities[$0.index].name } == "Japan")
    let we = found.mentions.first { document.text($0.span) == "We" }
    #expect(we?.isHolder == true && we?.entities == found.holderCountries)
  }

  @Test func headlinesSpeakOfWhatTheTextNames() {
    let text =
      "Pentagon chief praises trade deal\n\nUS Defense Secretary Laura Hill praised a trade deal between Oman and Qatar."
    let document = document(text)
    let found = Self.finder.find(in: document)
    func names(_ words: String) -> [String] {
      found.mentions.filter { document.text($0.span) == words }.flatMap(\.entities).map {
        found.entities[$0.index].name
      }
    }
    #expect(names("Pentagon chief") == ["Laura Hill"])
    #expect(names("trade deal") == names("a trade deal between Oman and Qatar"))
    #expect(found.entities.filter { $0.kind == .agreement }.count == 1)
  }

  @Test func capitalsOfAHeadlineAreNoNames() {
    let found = Self.finder.find(
      in: document("President Ouattara Hosts Talks With Prime Minister Modi\n\nThe talks lasted an hour."))
    let officials = found.entities.filter { $0.kind == .official }
    #expect(officials.map(\.name) == ["Alassane Ouattara", "Narendra Modi"])
    #expect(officials.map(\.countryCode) == ["CI", "IN"])
  }

  @Test func namesOfSeveralTokens() {
    let document = document("Foreign Minister Jan Nowak left South Africa for the World Trade Organization.")
    let names = Self.finder.nameRanges(in: document).map { document.text(document.span(ofTokens: $0)) }
    #expect(names == ["Jan Nowak", "South Africa", "World Trade Organization"])
  }
}
