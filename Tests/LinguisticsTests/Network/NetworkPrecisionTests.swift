import Linguistics
import Provenance
import Testing

@Suite("Precision of the network")
struct NetworkPrecisionTests {
  private let texts = [
    "The foreign minister of Norway told parliament on Tuesday that her government would not withdraw from the fishing "
      + "accord, although several deputies had urged it to do so.",
    "After three days of talks in Lisbon, the two delegations signed a protocol under which each side will inform the "
      + "other of exercises near the border.",
    "Officials who asked not to be named said the offer, first made in March, had been rejected by Tirana.",
    "Why did they halt the shipments? Nobody in the ministry seems to know, or is willing to say.",
    "Peru, Chile and Bolivia condemned the raid and recalled their envoys; Brazil, which had backed the operation, did not.",
    "The pact, signed in 1987 and renewed twice since, obliges its members to consult whenever one of them is attacked.",
    "GENERALS WARN OF GAPS IN RADAR COVERAGE. No date has been set for a vote, the speaker's office said.",
    "\"We regret this decision,\" the ambassador wrote, adding that his country remained open to a new agreement.",
  ]

  @Test("What is found with 8 bits is what is found with 16, but for a word now and then") func agreement() throws {
    let bytes = try Analyzer(.bytes)
    let words = try Analyzer(.words)
    var count = 0
    var same = (tags: 0, heads: 0, relations: 0)
    for text in texts {
      let source = SourceText(metadata: DocumentMetadata(id: "precision"), text: text)
      let narrow = bytes.analyze(source).tokens
      let wide = words.analyze(source).tokens
      count += narrow.count
      for token in 0..<narrow.count {
        if narrow.pennTag[token] == wide.pennTag[token] { same.tags += 1 }
        if narrow.head[token] == wide.head[token] { same.heads += 1 }
        if narrow.relation[token] == wide.relation[token] { same.relations += 1 }
      }
    }
    #expect(count > 150)
    #expect(same.tags * 100 >= count * 98)
    #expect(same.heads * 100 >= count * 96)
    #expect(same.relations * 100 >= count * 96)
  }

  @Test("The analyzer takes 8 bits") func usual() throws {
    for text in texts {
      let source = SourceText(metadata: DocumentMetadata(id: "precision"), text: text)
      let usual = try Analyzer().analyze(source).tokens
      let bytes = try Analyzer(.bytes).analyze(source).tokens
      #expect(usual.head == bytes.head && usual.relation == bytes.relation && usual.pennTag == bytes.pennTag)
    }
  }
}
