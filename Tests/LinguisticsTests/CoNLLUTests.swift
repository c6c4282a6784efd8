import Linguistics
import Provenance
import Testing

private func words(_ rows: String...) -> String {
  rows.map { $0.split(separator: " ").joined(separator: "\t") }.joined(separator: "\n")
}

private func read(_ text: String) -> CoNLLUReader.Reading { CoNLLUReader().read(text, id: "file") }

private func written(_ document: Document) -> String {
  String(decoding: CoNLLUWriter().bytes(of: document), as: UTF8.self)
}

@Suite("CoNLL-U")
struct CoNLLUTests {
  private static let sample =
    "# newdoc id = talks\n# newpar\n# sent_id = talks-1\n# text = They don't agree.\n"
    + words(
      "1 They they PRON PRP Number=Plur|Person=3 4 nsubj _ _", "2-3 don't _ _ _ _ _ _ _ _",
      "2 do do AUX VBP Mood=Ind|Tense=Pres|VerbForm=Fin 4 aux _ _", "3 n't not PART RB _ 4 advmod _ _",
      "4 agree agree VERB VB VerbForm=Inf 0 root _ SpaceAfter=No", "5 . . PUNCT . _ 4 punct _ _") + "\n\n"

  @Test("every column is kept")
  func columns() throws {
    let reading = read(Self.sample)
    #expect(reading.errors.isEmpty)
    let document = try #require(reading.documents.first)
    #expect(document.metadata.id == "talks")
    #expect(String(decoding: document.utf8, as: UTF8.self) == "They don't agree.")
    #expect((0..<5).map { document.form($0) } == ["They", "do", "n't", "agree", "."])
    #expect(document.tokens.partOfSpeech == [.pronoun, .auxiliary, .particle, .verb, .punctuation])
    #expect(document.tokens.pennTag[1] == .verbPresent)
    #expect(document.tokens.morphology[0] == [.plural, .thirdPerson])
    #expect((0..<5).map { document.tokens.lemmaText($0) } == ["they", "do", "not", "agree", "."])
    #expect(document.tokens.head == [3, 3, 3, 3, 3])
    #expect(document.tokens.relation == [.nominalSubject, .auxiliary, .adverbialModifier, .root, .punctuation])
    #expect(document.tokens.areTagged && document.tokens.areParsed)
    #expect(document.zones == [Zone(.body, Span(0, 17))])
  }

  @Test("what is read is written again")
  func roundTrip() throws {
    let document = try #require(read(Self.sample).documents.first)
    #expect(written(document) == Self.sample)
  }

  @Test("raw text: ranges, spaces, zones and paragraphs; the second round changes nothing")
  func rawRoundTrip() throws {
    let text = "Talks held\n\nSEOUL (Yonhap) -- Japan's envoys can't  agree.\nThey left.\n\n“No,” he said.\n"
    let first = written(document(text))
    #expect(first.contains("\n1-2\tJapan's\t_\t_\t_\t_\t_\t_\t_\t_\n1\tJapan\t"))
    #expect(first.contains("\n4-5\tcan't\t"))
    #expect(first.contains("# zone = headline\n# text = Talks held\n"))
    #expect(first.contains("\n6\tagree\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"))
    #expect(first.contains("# text = Japan's envoys can't agree.\n"))
    let reading = read(first)
    #expect(reading.errors.isEmpty)
    let again = try #require(reading.documents.first)
    #expect(!again.tokens.areTagged && !again.tokens.areParsed)
    #expect(written(again) == first)
  }

  @Test("documents, paragraphs and sentences without comments")
  func documents() {
    let a = words("1 Yes yes INTJ UH _ 0 root _ _")
    let reading = read("\(a)\n\n\(a)\n\n# newdoc id = b\n# newpar\n\(a)\n\n# newpar\n\(a)\n\n# newdoc\n\(a)\n")
    #expect(reading.documents.map(\.metadata.id) == ["file", "b", "file-2"])
    #expect(reading.documents.map { String(decoding: $0.utf8, as: UTF8.self) } == ["Yes Yes", "Yes\n\nYes", "Yes"])
  }

  @Test("other tools: blanks, empty nodes, unknown subtypes and tags, carriage returns, a mark at the start")
  func otherTools() throws {
    let text =
      "\u{FEFF}# text = Go now\r\n"
      + words(
        "1 Go _ SPACE _SP _ 0 ROOT _ _", "1.1 go go VERB _ _ _ _ 0:root _", "2 now _ ADV XY Odd=Yes 1 advmod:tmod _ _"
      )
      .split(separator: "\n").joined(separator: "\r\n") + "\r\n\r\n"
    let reading = read(text)
    #expect(reading.errors.isEmpty)
    let tokens = try #require(reading.documents.first).tokens
    #expect(tokens.partOfSpeech == [.other, .adverb])
    #expect(tokens.pennTag == [.unknown, .unknown])
    #expect(tokens.relation == [.root, .adverbialModifier])
    #expect(tokens.lemmaText(0) == "_")
    #expect(DependencyRelation(label: "nsubjpass") == .passiveSubject)
    #expect(DependencyRelation(label: "nonsense") == .unspecified)
  }

  @Test("a text that the forms do not spell is put together from the forms")
  func wrongText() throws {
    let reading = read(
      "# text = Something else\n" + words("1 Go go VERB VB _ 0 root _ SpaceAfter=No", "2 ! ! PUNCT . _ 1 punct _ _"))
    #expect(String(decoding: try #require(reading.documents.first).utf8, as: UTF8.self) == "Go!")
  }

  @Test("words of a range whose forms it does not spell share its bytes in order")
  func unlikeRange() throws {
    let reading = read(
      words("1-2 dû _ _ _ _ _ _ _ _", "1 de de ADP IN _ 0 root _ _", "2 le le DET DT _ 1 det _ _"))
    let tokens = try #require(reading.documents.first).tokens
    #expect(tokens.start == [0, 1])
    #expect(tokens.end == [1, 3])
    #expect(tokens.lemmaText(1) == "le")
  }

  @Test(
    "a malformed document is left out with its line and rule; the others go through",
    arguments: [
      (words("1 Go go VERB"), 3, CoNLLUError.Rule.tenFields(found: 4)),
      (
        words("1 Go go VERB VB _ 0 root _ _", "3 on on ADP IN _ 1 case _ _"), 4,
        .consecutiveNumbers(expected: 2, found: "3")
      ),
      (words("1 Go go VERB VB _ 7 root _ _"), 3, .head("7", words: 1)),
      (words("1 Go go VERB VB _ x root _ _"), 3, .head("x", words: 1)),
      (words("1 Go go VERB VB _ 2 dep _ _", "2 on on ADP IN _ 1 dep _ _"), 4, .cycle(word: 1)),
      (words("1 Go go VERBE VB _ 0 root _ _"), 3, .partOfSpeech("VERBE")),
      (words("2-3 Goon _ _ _ _ _ _ _ _", "1 Go go VERB VB _ 0 root _ _"), 3, .range("2-3")),
      ("1\t\tgo\tVERB\tVB\t_\t0\troot\t_\t_", 3, .emptyForm),
      ("# a remark alone", 1, .noWords),
    ])
  func malformed(sentence: String, line: Int, rule: CoNLLUError.Rule) {
    let good = words("1 Yes yes INTJ UH _ 0 root _ _")
    let reading = read("# newdoc id = bad\n# sent_id = bad-1\n\(sentence)\n\n# newdoc id = good\n\(good)\n\n")
    #expect(reading.documents.map(\.metadata.id) == ["good"])
    #expect(reading.errors == [CoNLLUError(rule: rule, line: line, sentence: "bad-1", document: "bad")])
    #expect(reading.errors[0].description.hasPrefix("line \(line), sentence bad-1, document bad: "))
  }

  @Test("every label and feature is read as it is written")
  func labels() {
    for part in UniversalPartOfSpeech.allCases { #expect(UniversalPartOfSpeech(label: "\(part.label)") == part) }
    for tag in PennTag.allCases { #expect(PennTag(label: "\(tag.label)") == tag) }
    for relation in DependencyRelation.allCases { #expect(DependencyRelation(label: "\(relation.label)") == relation) }
    let some: Morphology = [.singular, .past, .passive, .participle]
    #expect(some.features == "Number=Sing|Tense=Past|VerbForm=Part|Voice=Pass")
    #expect(Morphology(features: some.features) == some)
    #expect(Morphology().features == "_")
  }
}
