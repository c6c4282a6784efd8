import Linguistics
import Testing

@Suite("Sentences in capitals and title case")
struct HeadlineTests {
  private func style(_ text: String) -> CaseRestorer.Style {
    let words = text.split(separator: " ").map { Array($0.utf8) }
    // The bytes are copied into one buffer that outlives the call.
    let all = words.flatMap { $0 }
    return all.withUnsafeBufferPointer { bytes in
      var start = 0
      let forms = words.map { word in
        defer { start += word.count }
        return UnsafeBufferPointer(rebasing: bytes[start..<start + word.count])
      }
      return CaseRestorer.style(forms)
    }
  }

  @Test func styles() {
    #expect(style("Pentagon Chief Welcomes Efforts for Trilateral Cooperation") == .title)
    #expect(style("JAPAN AND KOREA SIGN MILITARY PACT IN TOKYO") == .capitals)
    #expect(style("Japan and South Korea will sign a military pact") == .running)
    #expect(style("He met Kono") == .running)
  }

  @Test("Verbs in title case are verbs") func titleCase() throws {
    let text = try AnalyzedText("Foreign Minister Says Talks With Russia Will Continue Next Week")
    #expect(text.part("Says") == "VERB")
    #expect(text.arc("Says") == "ROOT root")
    #expect(text.lemma("Says") == "say")
  }

  @Test("and in capitals") func capitals() throws {
    let text = try AnalyzedText("THE PRESIDENT SAID THAT THE UNITED STATES SUPPORTS JAPAN .")
    #expect(text.part("SAID") == "VERB")
    #expect(text.lemma("SAID") == "say")
    #expect(text.arc("SAID") == "ROOT root")
  }
}
