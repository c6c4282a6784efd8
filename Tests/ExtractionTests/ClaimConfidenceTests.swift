import Diplomacy
import Extraction
import Linguistics
import Provenance
import Testing

struct ClaimConfidenceTests {
  private func points(_ values: [ClaimConfidence.Cue: Int32]) -> ClaimConfidence {
    ClaimConfidence(points: ClaimConfidence.Cue.allCases.map { values[$0] ?? 0 })
  }

  @Test func pointsAreThousandthsOfALogit() {
    let model = points([.base: 1000, .noun: -1000, .verb: 386])
    #expect(abs(model.probability(of: [.base]) - 0.731058) < 1e-6)
    #expect(abs(model.probability(of: [.base, .noun]) - 0.5) < 1e-12)
    #expect(abs(model.probability(of: [.base, .verb]) - 0.8) < 1e-3)
  }

  @Test func nothingIsCertain() {
    #expect(points([.base: 100_000]).probability(of: [.base]) == 0.98)
    #expect(points([.base: -100_000]).probability(of: [.base]) == 0.02)
  }

  @Test func claimsOfATextHaveFittedConfidences() throws {
    let extractor = try Extractor()
    let text = "Norway condemned Hungary. Togo's foreign minister, Afi Mensah, met her Ghanaian counterpart in Lome."
    let coded = extractor.extract(
      SourceText(metadata: DocumentMetadata(id: "a"), text: text), analyzer: try Analyzer())
    #expect(!coded.claims.isEmpty)
    for claim in coded.claims {
      #expect((0.02...0.98).contains(claim.confidence))
      #expect(!claim.evidence.rule.isEmpty)
      #expect(claim.evidence.span.contains(claim.evidence.cue))
    }
  }

  @Test func cuesNameHowAClaimWasRead() throws {
    let extractor = try Extractor()
    let document = extractor.analyze(
      SourceText(metadata: DocumentMetadata(id: "a"), text: "Norway did not condemn Hungary."),
      analyzer: try Analyzer())
    let (claims, found) = extractor.estimated(document)
    #expect(claims.contains { $0.kind == .stance })
    for claim in claims {
      let cues = ClaimConfidence.cues(of: claim, in: document, found: found, claimsInSentence: 1)
      #expect(cues.contains(.base) && cues.contains(.verb))
      #expect(cues.contains(.stance) == (claim.kind == .stance))
      #expect(cues.contains(.negated) == (claim.modality == .negated))
      #expect(cues.contains(.negative) == (claim.weight < 0))
      #expect(!cues.contains(.sourcePronoun) && !cues.contains(.agreementTarget))
    }
  }
}
