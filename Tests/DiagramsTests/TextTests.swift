import TestSupport
import Testing

@testable import Diagrams

@Suite struct TextTests {
  @Test func `widths are those of Helvetica`() {
    // H 722, e 556, l 222, l 222, o 556 thousandths.
    #expect(TextMetrics.width(of: "Hello", size: 1000) == 2278)
    #expect(TextMetrics.width(of: "Hello", size: 10, isBold: true) > TextMetrics.width(of: "Hello", size: 10))
    #expect(TextMetrics.width(of: "", size: 10) == 0)
  }

  @Test func `scripts of the world have widths`() {
    #expect(TextMetrics.width(of: "한국", size: 10) == 20)
    #expect(TextMetrics.width(of: "日本国", size: 10) == 30)
    #expect(TextMetrics.width(of: "e\u{301}", size: 10) == TextMetrics.width(of: "e", size: 10))
    #expect(TextMetrics.width(of: "é", size: 10) == TextMetrics.width(of: "e", size: 10))
    #expect(TextMetrics.width(of: "Москва", size: 10) > 25 && TextMetrics.width(of: "Αθήνα", size: 10) > 20)
  }

  @Test func `bytes that are no UTF-8 have a width too`() {
    #expect(TextMetrics.width(ofUTF8: [0x41, 0xFF, 0xC3], size: 1000) > 667)
  }

  @Test func `lines keep to their width and lose no word`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        String((0..<Int.random(in: 1...30, using: &random)).map { _ in "abWi한é".randomElement(using: &random)! })
      }
      let text = words.joined(separator: " ")
      let lines = LineBreaking.lines(of: text, width: 80, size: 12, maximumLines: 99)
      #expect(lines.allSatisfy { TextMetrics.width(of: $0, size: 12) <= 80 })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test func `what does not fit ends in an ellipsis`() {
    let lines = LineBreaking.lines(of: "one two three four five six", width: 50, size: 12, maximumLines: 2)
    #expect(lines.count == 2 && lines[1].hasSuffix("…"))
    #expect(lines.allSatisfy { TextMetrics.width(of: $0, size: 12) <= 50 })
    #expect(LineBreaking.lines(of: "short", width: 50, size: 12, maximumLines: 1) == ["short"])
    #expect(LineBreaking.lines(of: "", width: 50, size: 12, maximumLines: 1) == [])
  }

  @Test func `text is made fit to be shown`() {
    #expect(DisplayText.line("  a\n\tb\u{0}c  ") == "a b c")
    #expect(DisplayText.line("\u{202E}abc\u{202C}") == "abc")
    #expect(DisplayText.line("a" + String(repeating: "\u{301}", count: 50)).unicodeScalars.count == 5)
    #expect(DisplayText.line(String(repeating: "x", count: 100), limit: 10) == "xxxxxxxxxx…")
    #expect(DisplayText.line("\n\n") == "")
  }

  @Test(arguments: [(0.0, "0"), (-0.04, "0"), (1.25, "1.3"), (-3.96, "-4"), (1e300, "1000000000"), (12, "12")])
  func `coordinates have one decimal`(value: Double, text: String) { #expect(decimal(value) == text) }

  @Test func `weights have two decimals`() {
    #expect(hundredths(0.05) == "0.05" && hundredths(-0.5) == "-0.5" && hundredths(.nan) == "0")
  }
}
