import Testing

@testable import Reports

struct JSONTextTests {
  @Test func shapes() {
    let value = JSONText.object([
      .init("a", .array([.integer(1), .decimal(0.1 + 0.2), .null, .bool(true)])), .init("b", .array([])),
      .init("c", .string("x\"\\\n\u{1}\u{2028}é한")),
    ])
    #expect(value.line == #"{"a": [1, 0.3, null, true], "b": [], "c": "x\"\\\n\u0001\u2028é한"}"#)
    #expect(
      value.pretty == """
        {
          "a": [
            1,
            0.3,
            null,
            true
          ],
          "b": [],
          "c": "x\\"\\\\\\n\\u0001\\u2028é한"
        }

        """)
  }

  @Test(
    arguments: [
      (0.5, "0.5"), (-1, "-1"), (0, "0"), (-0.0000001, "0"), (1.0 / 3, "0.333333"), (Double.nan, "null"),
      (Double.infinity, "null"),
    ] as [(Double, String)])
  func decimals(value: Double, text: String) {
    #expect(JSONText.decimal(value).line == text)
  }
}

struct TerminalTextTests {
  @Test(arguments: [
    ("plain – “text”", "plain – “text”"), ("two\n lines\tand\u{A0}more ", "two lines and more"),
    ("\u{1B}]0;title\u{7}", "␛]0;title␇"), ("a\u{202E}b\u{9B}c\u{7F}", "a\u{FFFD}b\u{FFFD}c␡"),
  ])
  func controlCharactersAreShown(text: String, shown: String) {
    #expect(TerminalText.escaped(text) == shown)
  }

  @Test func widthsOfScripts() {
    #expect(TerminalText.width("Kono") == 4)
    #expect(TerminalText.width("강경화") == 6)
    #expect(TerminalText.width("e\u{301}") == 1)
    #expect(TerminalText.cut("강경화 장관", to: 6) == "강경…")
    #expect(TerminalText.padded("강", to: 4) == "강  ")
  }

  @Test func wrapping() {
    #expect(TerminalText.wrapped("one two three four", columns: 9, indentation: "  ") == "one two\n  three\n  four")
  }

  @Test func columnsLineUp() {
    var table = TextTable(["name", ">n"])
    table.add(["강경화", "7"])
    table.add(["Ko", "12"])
    #expect(table.text() == "name     n\n강경화   7\nKo      12\n")
  }

  @Test(
    arguments: [(0.421, "+0.42"), (-0.005, "−0.01"), (0.004, "0.00"), (1, "+1.00"), (0, "0.00")] as [(Double, String)])
  func weights(value: Double, text: String) {
    #expect(TextStyle.weight(value) == text)
  }
}
