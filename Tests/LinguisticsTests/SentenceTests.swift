import Foundation
import Linguistics
import Provenance
import Testing

/// The document of a text without a title.
func document(_ text: String, title: String? = nil) -> Document {
  DocumentBuilder().document(from: SourceText(metadata: DocumentMetadata(id: "test", title: title), text: text))
}

@Suite("Sentences")
struct SentenceTests {
  /// Two bars stand where one sentence ends and another begins; each text is one paragraph or more.
  @Test(
    "borders",
    arguments: [
      // Abbreviations and initials.
      "Gen. Mark A. Milley met Adm. Davidson on Jan. 2 in the U.S. capital.||He left.",
      "He went to the U.S. Senate.||She left for the U.S.||The talks failed.",
      "S. Korea and the U.N. Security Council met.||Mr. Moon spoke.",
      "Talks began at 9 a.m. Tuesday in Seoul.||They ended at 5 p.m.||The ministers left.",
      "He met Sen. John McCain, R-Ariz., on Sept. 3.||No. 5 was chosen.",
      "Acme Inc. and Boeing Co. signed.||It cost $5.3 billion.",
      "Ships, planes, etc. were sent.||They carried food, etc.||China objected.",
      "He met Joseph R. Biden Jr. and left.||This is Mr. Biden Jr.||The end.",
      "See www.state.gov/pact for more.||Write to a.b@state.gov today.",
      "In Roe v. Wade the court ruled.||The vote was 5-4.",
      // Quotation marks, straight and curly, closing upon the stop.
      "“We agreed.”||He smiled.",
      "\"We agreed.\"||\"We did not.\"",
      "“Will it hold?” he asked.||“It will!” she said.",
      "“The pact is vital.||It must stay,” Kono said.",
      "He told Accra to “think of the children.”||Togo agreed.",
      "He said : \" We will not yield . \"||He spoke in Qom .",
      // Brackets.
      "The pact (GSOMIA) expires.||(It was signed in 2016.)||Talks go on.",
      // Ellipses and other terminals.
      "They waited... and waited.||Nothing came.",
      "He said: “We ... agree.”||Then he left.",
      "What now?!||Nobody knows.",
      "A list . . .||Then more.",
      // Missing spaces and footnotes.
      "This ends the agreement.||From now on it lapses.",
      "He was born in 1950. [2] [3]||He died in 2014.",
      // Figures.
      "It fell 3.5 percent.||In 2019 it rose.||12 ships sailed.",
      "The version is 2.0 now.||Fine.",
    ])
  func borders(marked: String) {
    let parts = marked.components(separatedBy: "||")
    let text = parts.joined(separator: " ")
    let document = document(text)
    #expect(document.sentences.map { document.text($0.span) } == parts)
  }

  @Test("a missing space after a stop still ends the sentence")
  func glued() {
    #expect(document("They signed the agreement.Then they left.").sentences.count == 2)
    #expect(document("It fell in 2020.The pact lapsed.").sentences.count == 2)
    #expect(document("The site state.gov is down.").sentences.count == 1)
  }

  @Test("capitals only: 1987 wire copy")
  func capitals() {
    let text = "PRESIDENT REAGAN SAID THE U.S. AND JAPAN WOULD MEET. THE TALKS BEGIN ON FEB. 3. HE GAVE NO DETAILS."
    #expect(document(text).sentences.count == 3)
  }

  @Test("hard wraps stay inside sentences; a blank line or an indent ends them")
  func wraps() {
    let text = """
          The United States and Japan said on Tuesday that they would
      hold talks on trade next month, as relations between the two
      countries remain tense over the sale of computer chips.
          Officials in Tokyo said the talks would cover the export of
      machine tools, which Washington wants Japan to limit. They gave
      no date.
      """
    let document = document(text)
    #expect(document.sentences.count == 3)
    #expect(document.text(document.sentences[0].span).hasSuffix("chips."))
  }

  @Test("a line of its own is a sentence; a wrapped line is not")
  func lines() {
    #expect(
      document("Steps agreed by both sides:\n- Share intelligence\n- Hold talks\n- Lift controls").sentences.count == 4)
    #expect(document("The ministers agreed to hold a new round of talks on\ntrade.").sentences.count == 1)
  }

  @Test("a long text without a stop is one sentence")
  func withoutStop() {
    let document = document(String(repeating: "word ", count: 100_000))
    #expect(document.sentences.count == 1)
    #expect(document.tokens.count == 100_000)
  }
}
