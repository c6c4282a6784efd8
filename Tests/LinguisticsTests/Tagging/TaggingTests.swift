import Linguistics
import Testing

@Suite("Tags, lemmas and morphology")
struct TaggingTests {
  @Test func tags() throws {
    let text = try AnalyzedText("The minister told reporters in Seoul that two countries will sign it.")
    #expect(text.part("minister") == "NOUN")
    #expect(text.part("told") == "VERB")
    #expect(text.part("Seoul") == "PROPN")
    #expect(text.part("that") == "SCONJ")
    #expect(text.part("two") == "NUM")
    #expect(text.part("will") == "AUX")
    #expect(text.part("it") == "PRON")
  }

  @Test(
    arguments: [
      ("He met the ministers.", "met", "meet"), ("They were urging restraint.", "urging", "urge"),
      ("She stopped the talks.", "stopped", "stop"), ("It carries missiles.", "carries", "carry"),
      ("Two allies left.", "allies", "ally"), ("The parties agreed.", "parties", "party"),
      ("Both sides were hoping for peace.", "hoping", "hope"), ("The treaty was withdrawn.", "withdrawn", "withdraw"),
      ("Women spoke.", "Women", "woman"), ("The countries' crises grew.", "crises", "crisis"),
      ("Seoul announced sanctions.", "announced", "announce"), ("Tokyo vetoed it.", "vetoed", "veto"),
      ("They sought help.", "sought", "seek"), ("Troops were being trained.", "being", "be"),
      ("He denied it.", "denied", "deny"), ("The army is fleeing.", "fleeing", "flee"),
    ] as [(String, String, String)])
  func lemmas(sentence: String, form: String, lemma: String) throws {
    #expect(try AnalyzedText(sentence).lemma(form) == lemma)
  }

  @Test func passive() throws {
    let text = try AnalyzedText("The pact was signed in 2016 and Japan has praised it.")
    #expect(text.morphology("signed").contains(.passive))
    #expect(!text.morphology("praised").contains(.passive))
  }

  @Test func reducedRelativeIsPassive() throws {
    let text = try AnalyzedText("The agreement signed by both countries failed last year.")
    #expect(text.morphology("signed").contains(.passive))
    #expect(text.morphology("failed").contains([.past, .finite]))
  }

  @Test func pronouns() throws {
    let text = try AnalyzedText("She praised their work.")
    #expect(text.morphology("She").contains([.thirdPerson, .singular, .feminine]))
    #expect(text.morphology("their").contains([.plural, .possessive]))
  }

  @Test func typographicQuotes() throws {
    let curly = try AnalyzedText("Japan’s minister said it’s “good.”")
    let straight = try AnalyzedText("Japan's minister said it's \"good.\"")
    #expect(curly.document.tokens.head == straight.document.tokens.head)
    #expect(curly.document.tokens.pennTag == straight.document.tokens.pennTag)
  }
}
