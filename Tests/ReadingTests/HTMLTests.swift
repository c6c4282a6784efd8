import Provenance
import TestSupport
import Testing

@testable import Reading

struct HTMLTests {
  private func read(_ html: String) throws -> (source: SourceText?, outcome: Outcome) {
    let folder = try TemporaryDirectory()
    let outcome = Outcome([try folder.write("page.html", html)])
    return (outcome.texts.first, outcome)
  }

  @Test func articleOfAPage() throws {
    let source = try #require(
      try read(
        """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>Pact stays | Wire</title>
        <meta property="og:title" content="Pact stays &amp; talks go on"><meta property="og:site_name" content="The Wire">
        <meta property="article:published_time" content="2019-11-22T18:05:00+09:00">
        <style>p { color: red }</style><script>var a = "<p>not this</p>";</script></head>
        <body><nav><a href="/">Home</a> <a href="/asia">Asia</a></nav>
        <div class="site-header">The Wire: all the news</div>
        <h1>Pact stays &amp; talks go on</h1>
        <div class="story"><p>SEOUL&nbsp;&mdash; South Korea <b>agreed</b>
           to keep the pact.</p><p>Talks with <a href="/japan">Japan</a> go on.<br><br>They began in May.</p>
        <ul><li><a href="/1">Read also: something else entirely</a></li><li>First point.</li></ul>
        <blockquote>It is <em>time</em>.</blockquote>
        <form><p>Subscribe</p></form></div>
        <footer>Copyright</footer></body></html>
        """
      ).source)
    #expect(
      source.text == """
        Pact stays & talks go on

        SEOUL — South Korea agreed to keep the pact.

        Talks with Japan go on.

        They began in May.

        First point.

        It is time.

        """)
    #expect(source.metadata.title == "Pact stays & talks go on")
    #expect(source.metadata.publisher == "The Wire")
    #expect(source.metadata.date == CalendarDate(year: 2019, month: 11, day: 22))
  }

  @Test func theArticleElementIsPreferred() throws {
    let words = String(repeating: "Kono spoke in Tokyo about the pact. ", count: 10)
    let source = try #require(
      try read(
        "<title>T</title><body><div><p>Weather today is fine in all places.</p></div><article><h2>Head</h2><p>\(words)</p>"
          + "<time datetime='2019-11-18'>Monday</time></article><article><p>Other.</p></article>"
      ).source)
    #expect(source.text.hasPrefix("T\n\nHead\n\nKono spoke"))
    #expect(!source.text.contains("Weather") && !source.text.contains("Other"))
    #expect(source.metadata.date == CalendarDate(year: 2019, month: 11, day: 18))
  }

  @Test func linkedDataGivesDateAndPublisher() throws {
    let source = try #require(
      try read(
        """
        <script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",
        "headline": "H", "datePublished": "2019-11-20T01:00:00Z", "publisher": {"name": "Wire"}}]}</script><p>Text here.</p>
        """
      ).source)
    #expect(source.metadata.date == CalendarDate(year: 2019, month: 11, day: 20))
    #expect(source.metadata.publisher == "Wire")
    #expect(source.text == "H\n\nText here.\n")
  }

  @Test func entitiesOfThePageItselfAreNotExpanded() throws {
    let bomb = (1...9).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);\">" }.joined()
    let outcome = try read(
      "<!DOCTYPE html [<!ENTITY a0 \"lol\">\(bomb)<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>before &a9; &x; after</p>"
    )
    let text = try #require(outcome.source?.text)
    #expect(text.utf8.count < 2000)
    #expect(text.contains("before") && !text.contains("root:"))
  }

  @Test func depthOfNestingMeetsNoRecursion() throws {
    let deep = String(repeating: "<div><i>", count: 50_000) + "<p>The words inside.</p>"
    let outcome = try read("<p>Words first.</p>" + deep).outcome
    #expect(outcome.items.count + outcome.errors.count == 1)
    if let text = outcome.texts.first?.text { #expect(text.hasPrefix("Words first.")) }
  }

  @Test func declaredEncoding() throws {
    let folder = try TemporaryDirectory()
    // "한국" in EUC-KR.
    let korean = Array("<meta charset=euc-kr><p>".utf8) + [0xC7, 0xD1, 0xB1, 0xB9] + Array(" words</p>".utf8)
    let latin = Array("<meta charset='iso-8859-1'><p>Caf".utf8) + [0xE9, 0x20, 0x93] + Array("x</p>".utf8)
    let unknown = Array("<meta charset=klingon-1><p>Caf".utf8) + [0xE9] + Array("</p>".utf8)
    try folder.write("a.html", korean)
    try folder.write("b.html", latin)
    try folder.write("c.html", unknown)
    let outcome = Outcome([folder.path])
    #expect(outcome.texts.map(\.text) == ["한국 words\n", "Café “x\n", "Café\n"])
  }

  @Test(arguments: ["<html><body><script>x</script></body></html>", "<nav><p>Home</p></nav>", "<!-- nothing -->", "<"])
  func pagesWithoutText(html: String) throws {
    let outcome = try read(html).outcome
    #expect(outcome.items.isEmpty)
    #expect(outcome.errors.map(\.problem) == [.noText])
  }

  @Test func aFragmentOfText() throws {
    #expect(try read("Just words & no tags").source?.text == "Just words & no tags\n")
  }
}
