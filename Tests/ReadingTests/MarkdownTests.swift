import Provenance
import TestSupport
import Testing

@testable import Reading

struct MarkdownTests {
  @Test func frontMatterGivesFields() throws {
    let folder = try TemporaryDirectory()
    try folder.write(
      "note.md",
      """
      ---
      id: n-1
      title: "Seoul: the pact stays"
      date: 2019-11-22
      publisher: Wire
      ---
      # Seoul: the pact stays

      Words.
      """)
    let source = try #require(Outcome([folder.path]).texts.first)
    #expect(
      source.metadata
        == DocumentMetadata(
          id: "n-1", title: "Seoul: the pact stays", date: CalendarDate(year: 2019, month: 11, day: 22),
          publisher: "Wire", path: folder("note.md"), sha256: SHA256.hexadecimal(of: source.text.utf8)))
    #expect(source.text == "Seoul: the pact stays\n\nWords.")
  }

  @Test(arguments: [
    ("## Kono met *Esper* ##", "Kono met Esper"),
    ("Title\n=====\nBody", "Title\nBody"),
    ("> quoted\n> words", "quoted\nwords"),
    ("- one\n* two\n1. three\n2) four", "one\ntwo\nthree\nfour"),
    ("a **bold** and _slanted_ and ***both***", "a bold and slanted and both"),
    ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
    ("[Kono](https://example.org/a_(b) \"t\") said", "Kono said"),
    ("![a photo](p.png)The text [ref][1].[^2]\n\n[1]: http://x.org\n[^2]: note", "The text ref.\n\n"),
    ("a [bracket] stays (so)", "a [bracket] stays (so)"),
    ("one\n```swift\nlet x = 1\n```\ntwo", "one\ntwo"),
    ("x <b>y</b> <https://a.org> 3 < 4", "x y  3 < 4"),
    ("<!-- hidden\nlines --> shown", "\n shown"),
    (#"not \*emphasis\* here"#, "not *emphasis* here"),
    ("`code` and ~~gone~~", "code and gone"),
    ("---\nno end of front matter", "no end of front matter"),
    ("| a | b |\n|---|---|\n| c | d |", "\t a \t b \t\n\t c \t d \t"),
  ])
  func markupGoesWordsStay(source: String, text: String) {
    #expect(Markdown.read(source).text == text)
  }

  @Test func bracketsWithoutEndStay() {
    let text = String(repeating: "[", count: 4000) + String(repeating: "<a", count: 2000)
    #expect(Markdown.read(text).text.utf8.count == 8000)
  }
}
