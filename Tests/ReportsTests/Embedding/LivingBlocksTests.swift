import Testing

@testable import Reports

struct LivingBlocksTests {
  private func found(_ text: String, _ syntax: LivingBlocks.Syntax = .markdown) -> LivingBlocks {
    LivingBlocks(Array(text.utf8), syntax)
  }

  private func filled(
    _ text: String, _ syntax: LivingBlocks.Syntax = .markdown, answer: String = "ANSWER\n\nof two lines"
  ) async -> String {
    let embedding = ReportEmbedding(name: "r.md", syntax: syntax)
    let outcome = await embedding.fill(Array(text.utf8)) { words, _ in
      words[0] == "fail" ? .failure(.init("no such thing")) : .success([.list([Prose("A"), Prose("B")])])
    }
    return String(decoding: outcome.bytes, as: UTF8.self)
  }

  @Test func fencesAndCommentPairsAreFound() {
    let blocks = found(
      """
      # A
      ```entente path "A B" C
      ```
      <!-- entente: render --focus X -->
      old
      <!-- /entente -->
      ~~~ entente
      list
        officials
      ~~~
      ```{.entente}
      balance
      ```
      """)
    #expect(blocks.problems.isEmpty)
    #expect(blocks.blocks.map(\.words) == ["path \"A B\" C", "render --focus X", "list officials", "balance"])
    #expect(blocks.blocks.map(\.line) == [2, 4, 7, 11])
    #expect(blocks.blocks.map(\.form) == [.fence, .comment, .fence, .fence])
  }

  @Test(arguments: [
    "````\n```entente list\n```\n````\n", "~~~md\n<!-- entente: list -->\n<!-- /entente -->\n~~~\n",
    "    <!-- entente: list -->\n    <!-- /entente -->\n", "`<!-- entente: list -->` says it\n",
    "<pre>\n<!-- entente: list -->\n</pre>\n", "<!--\n<!-- entente: list\n-->\n", "```ententes list\n```\n",
    "\\<!-- entente: list -->\n", "- a\n\n      <!-- entente: list -->\n", "<!-- ententes: list -->\n",
    "> ~~~\n> <!-- entente: list -->\n> ~~~\n", "```swift\n```entente list\n```\n",
  ])
  func whatOnlyLooksLikeAMarkIsLeftAlone(text: String) async {
    let blocks = found(text)
    #expect(blocks.blocks.isEmpty && blocks.problems.isEmpty, "\(blocks)")
    #expect(await filled(text) == text)
  }

  @Test(arguments: [
    ("<!-- entente: list -->\ntext\n", 1, "never closed"), ("\n```entente list\ntext\n", 2, "never closed"),
    ("a\n<!-- /entente -->\n", 2, "closes nothing"), ("<!-- entente: list\n-->\n", 1, "ends on its line"),
    ("See <!-- entente: list --> here\n", 1, "begin its line"), ("```entente\n```\n", 1, "needs a command"),
    ("> ```entente list\n\nafter\n", 1, "never closed"),
  ])
  func brokenMarksAreToldWithTheirLine(text: String, line: Int, words: String) async {
    let blocks = found(text)
    #expect(blocks.blocks.isEmpty)
    #expect(blocks.problems.map(\.line) == [line])
    #expect(blocks.problems.first?.message.contains(words) == true)
    #expect(await filled(text) == text)
  }

  @Test func anUnclosedBlockDoesNotSwallowTheNext() async {
    let text = "<!-- entente: list -->\n\n<!-- entente: show X -->\n<!-- /entente -->\n"
    let blocks = found(text)
    #expect(blocks.blocks.map(\.words) == ["show X"] && blocks.problems.map(\.line) == [1])
    #expect(await filled(text).hasPrefix("<!-- entente: list -->\n\n<!-- entente: show X -->\n\n- A"))
  }

  @Test(arguments: [
    ("<!-- entente: list -->\nold\n<!-- /entente -->", "<!-- entente: list -->\n\n- A\n- B\n\n<!-- /entente -->"),
    ("<!-- entente: list --><!-- /entente -->\n", "<!-- entente: list -->\n\n- A\n- B\n\n<!-- /entente -->\n"),
    ("a\r\n```entente list\r\n```\r\nb", "a\r\n<!-- entente: list -->\r\n\r\n- A\r\n- B\r\n\r\n<!-- /entente -->\r\nb"),
    ("> ```entente list\n> ```\n", "> <!-- entente: list -->\n>\n> - A\n> - B\n>\n> <!-- /entente -->\n"),
    (
      "- x\n\n  ```entente list\n  ```\n- y\n",
      "- x\n\n  <!-- entente: list -->\n\n  - A\n  - B\n\n  <!-- /entente -->\n- y\n"
    ),
    (
      "12. ```entente list\n    ```\n",
      "12. <!-- entente: list -->\n\n    - A\n    - B\n\n    <!-- /entente -->\n"
    ),
    (
      "> - <!-- entente: list -->\n>   <!-- /entente -->\n",
      "> - <!-- entente: list -->\n>\n>   - A\n>   - B\n>\n>   <!-- /entente -->\n"
    ),
  ])
  func onlyWhatStandsBetweenTheMarksChanges(text: String, expected: String) async {
    let once = await filled(text)
    #expect(once == expected)
    #expect(await filled(once) == once)
  }

  @Test func byteOrderMarkAndEverythingOutsideStays() async {
    let before = "\u{FEFF}# Ü\t \r\nmixed\n\r\n"
    let after = "\n\u{2028}\u{0} end without line feed"
    let result = await filled(before + "<!-- entente: list -->\n<!-- /entente -->" + after)
    #expect(result.hasPrefix(before) && result.hasSuffix(after))
    #expect(await filled("\u{FEFF}```entente list\n```\n").hasPrefix("\u{FEFF}<!-- entente: list -->"))
  }

  @Test func htmlHasPairsAnywhereButInScripts() async {
    let text = """
      <script>let a = "<!-- entente: list -->"</script><title><!-- entente: list --></title>
      <div>
        <p><!-- entente: list -->old<!-- /entente --></p>
        <!-- ENTENTE: no --> <!-- entente: balance -->
        <!-- /entente -->
      </div>
      """
    let blocks = found(text, .html)
    #expect(blocks.problems.isEmpty)
    #expect(blocks.blocks.map(\.words) == ["list", "balance"])
    #expect(blocks.blocks.map(\.line) == [3, 4])
    let once = await filled(text, .html)
    #expect(once.contains("<p><!-- entente: list -->\n<ul>\n<li>A</li>"))
    #expect(await filled(once, .html) == once)
    for (broken, line) in [("\n<!-- entente: list", 2), ("<!-- entente: list -->", 1), ("\n\n<!-- /entente -->", 3)] {
      #expect(found(broken, .html).problems.map(\.line) == [line])
    }
  }

  @Test func aFailedBlockStaysAndTheOthersAreFilled() async {
    let text = "<!-- entente: fail -->\nkept\n<!-- /entente -->\n<!-- entente: list -->\n<!-- /entente -->\n"
    let outcome = await ReportEmbedding(name: "r.md", syntax: .markdown).fill(Array(text.utf8)) { words, _ in
      words[0] == "fail" ? .failure(.init("no such thing")) : .success([.paragraph(Prose("x"))])
    }
    #expect(outcome.problems == [LivingBlockProblem(line: 1, message: "no such thing")])
    #expect(outcome.stale.map(\.words) == ["list"] && outcome.count == 2)
    #expect(
      String(decoding: outcome.bytes, as: UTF8.self)
        == "<!-- entente: fail -->\nkept\n<!-- /entente -->\n<!-- entente: list -->\n\nx\n\n<!-- /entente -->\n")
  }

  @Test func idsAndFilesOfEqualBlocksAreToldApart() async {
    let text = String(repeating: "<!-- entente: render --focus \"../x\" -->\n<!-- /entente -->\n", count: 2)
    var scopes: [String] = []
    let outcome = await ReportEmbedding(name: "a b.md", syntax: .markdown).fill(Array(text.utf8)) { _, scope in
      scopes.append(scope)
      return .success([.picture(ReportPicture(svg: "<svg/>\n", alternative: "A [b]"))])
    }
    #expect(Set(scopes).count == 2)
    #expect(outcome.pictures.map(\.name) == ["a b-render-focus-x.svg", "a b-render-focus-x-2.svg"])
    #expect(String(decoding: outcome.bytes, as: UTF8.self).contains("![A \\[b\\]](a%20b-render-focus-x.svg)"))
  }

  @Test func anyBytesAreSurvived() async {
    var generator = SeededText(seed: 7)
    let pieces = [
      "<!-- entente: list -->", "<!-- /entente -->", "```entente list", "```", "\n", "\r\n", "> ", "- ", "  ", "    ",
      "~~~", "1. ", "<pre>", "</pre>", "<!--", "-->", "text", "`", "\t",
    ]
    for _ in 0..<600 {
      let text = (0..<generator.below(24)).map { _ in pieces[generator.below(pieces.count)] }.joined()
      for syntax in LivingBlocks.Syntax.allCases {
        let once = await filled(text, syntax)
        let blocks = found(text, syntax).blocks
        // What is outside of blocks is the same, in order.
        var place = 0
        let bytes = Array(text.utf8)
        var rest = Array(once.utf8)[...]
        for block in blocks {
          let kept = bytes[place..<block.range.lowerBound]
          #expect(rest.starts(with: kept), "\(text.debugDescription)")
          rest = rest.dropFirst(kept.count)
          place = block.range.upperBound
          let answer = block.replacement("- A\n- B\n", lineEnd: rest.starts(with: Array("\r\n".utf8)) ? "\r\n" : "\n")
          let other = block.replacement("- A\n- B\n", lineEnd: "\r\n")
          let html = block.replacement("<ul>\n<li>A</li>\n<li>B</li>\n</ul>\n", lineEnd: "\n")
          let htmlOther = block.replacement("<ul>\n<li>A</li>\n<li>B</li>\n</ul>\n", lineEnd: "\r\n")
          let match = [answer, other, html, htmlOther].first { rest.starts(with: $0) }
          #expect(match != nil, "\(text.debugDescription)")
          rest = rest.dropFirst(match?.count ?? 0)
        }
        #expect(rest.elementsEqual(bytes[place...]), "\(text.debugDescription)")
      }
    }
  }
}

/// Small numbers that are the same on every run.
private struct SeededText {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}

struct BlockWordsTests {
  @Test(arguments: [
    ("path \"Mark Milley\" Seoul --k 2", ["path", "Mark Milley", "Seoul", "--k", "2"]),
    ("show “South Korea”", ["show", "South Korea"]), ("show 'a \"b\"'", ["show", "a \"b\""]),
    ("show \"a \\\"b\\\" \\\\ \\n\"", ["show", "a \"b\" \\ \\n"]), ("show \"\"", ["show", ""]),
    ("show O'Brien", ["show", "O'Brien"]),
    (
      "show $HOME `ls` ; rm * | x > y",
      [
        "show", "$HOME", "`ls`", ";", "rm", "*", "|", "x", ">", "y",
      ]
    ),
  ])
  func wordsArePartedAndNothingElse(text: String, words: [String]) throws {
    #expect(try BlockWords.split(text) == words)
  }

  @Test func whatIsNoCommandIsRefused() {
    #expect(throws: BlockWords.Failure.unclosedQuotation("\"")) { try BlockWords.split("show \"a b") }
    #expect(throws: BlockWords.Failure.empty) { try BlockWords.split("  ") }
    #expect(throws: BlockWords.Failure.tooLong) { try BlockWords.split(String(repeating: "a", count: 4001)) }
  }
}

struct WriterTests {
  static let hostile =
    "<script>alert(1)</script> [x](javascript:y) **b** `c` | # \u{1B}[31m --> &lt; $x$ @y http://z\n- q"

  @Test func markdownTakesEveryMarkItsMeaning() {
    let text = MarkdownWriter().text(of: [
      .paragraph(Prose(Self.hostile)), .list([Prose("- a"), Prose("1. b"), Prose("# c")]),
      .table(ReportTable(["a|b", ">n"], rows: [[Prose("x|y\nz"), .strong("2") + .citation([1, 2])]])),
      .notes([ReportNote(number: 1, text: "“+x”", source: "d_e")]),
    ])
    #expect(!text.contains("<") && !text.contains("-->") && !text.contains("\u{1B}"))
    #expect(text.contains("\\[x\\](javascript:y) \\*\\*b\\*\\* \\`c\\` \\| #"))
    #expect(text.contains("&amp;lt; \\$x\\$ \\@y http\\://z - q"))
    #expect(text.contains("- \\- a\n- 1\\. b\n- \\# c\n"))
    #expect(text.contains("| a\\|b | n |\n| --- | --: |\n| x\\|y z | **2** \\[1\\]\\[2\\] |\n"))
    #expect(text.contains("1. “+x” — d\\_e\n"))
  }

  @Test func htmlHasNoMarkupButItsOwn() {
    let text = HTMLWriter(scope: "e1").text(of: [
      .paragraph(Prose(Self.hostile) + .citation([1, 9])),
      .picture(ReportPicture(svg: "", alternative: "\"a\" <b>", address: "a%20b.svg")),
      .notes([ReportNote(number: 1, text: "t", source: "'s'")]),
    ])
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !text.contains("<script"))
    #expect(text.contains("<a class=\"entente-cite\" href=\"#e1-n1\">[1]</a>[9]"))
    #expect(text.contains("<li id=\"e1-n1\" value=\"1\">t <cite>&#39;s&#39;</cite></li>"))
    #expect(text.contains("alt=\"&quot;a&quot; &lt;b&gt;\""))
  }

  @Test func proseIsReadAsPlainText() {
    let prose = Prose("a ") + .strong("b") + .citation([2, 3]) + "."
    #expect(prose.plain == "a b [2][3].")
    #expect(prose.capitalizedFirst.plain == "A b [2][3].")
  }
}
