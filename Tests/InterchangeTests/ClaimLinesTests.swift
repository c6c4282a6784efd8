import Diplomacy
import Interchange
import Provenance
import TestSupport
import Testing

@Suite("Claims as JSON lines")
struct ClaimLinesTests {
  private func read(_ text: String) throws -> [ImportItem] {
    let folder = try TemporaryDirectory()
    var items: [ImportItem] = []
    try ClaimLinesReader().read(path: folder.write("c.jsonl", text)) { items.append($0) }
    return items
  }

  @Test("another program's coding needs kind, source, target, and weight or event")
  func plain() throws {
    let items = try read(
      """
      {"kind": "stance", "source": "Japan", "target": {"name": "NATO", "kind": "organization"}, "event": "SUPPORT"}

      {"kind": "party", "source": "Japan", "target": "GSOMIA", "date": "2016-11-23", "lasting": true, "evidence": "Signed."}
      """)
    guard case .row(let first) = items.first, case .row(let second) = items.last else {
      Issue.record("\(items)")
      return
    }
    #expect(first.weight == 0.5 && first.event == .support && first.target.kind == .organization)
    #expect(
      second.weight == 1 && second.validity == .lasting(until: nil) && second.line == 3 && second.text == "Signed.")
  }

  @Test(
    "bad lines say why",
    arguments: [
      ("{", "is no JSON"), ("[]", "a JSON object"), ("{}", "needs a \"kind\""),
      (#"{"kind": "love", "source": "A", "target": "B"}"#, "no kind of tie"),
      (#"{"kind": "stance", "source": "A", "target": "B"}"#, "needs a \"weight\""),
      (#"{"kind": "stance", "source": "A", "target": "B", "weight": 2}"#, "beyond"),
      (#"{"kind": "stance", "source": "A", "target": "B", "weight": 0}"#, "neither support nor opposition"),
      (#"{"kind": "stance", "target": "B", "weight": 1}"#, "\"source\" is neither"),
      (#"{"kind": "stance", "source": "A", "target": "B", "weight": 1, "date": "someday"}"#, "is no date"),
      (#"{"kind": "stance", "source": "A", "target": "B", "weight": 1, "confidence": 3}"#, "confidence"),
      (#"{"kind": "stance", "source": "A", "target": "B", "weight": 1, "date": "2020", "end": "2019"}"#, "no later"),
    ])
  func bad(line: String, rule: String) throws {
    guard case .bad(let number, let told)? = try read("\n" + line).first else {
      Issue.record("went through")
      return
    }
    #expect(number == 2 && told.contains(rule), "\(told)")
  }
}
