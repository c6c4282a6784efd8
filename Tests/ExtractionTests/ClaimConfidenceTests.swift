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

  @Test func readingsOftenRightRaiseAConfidence() {
    var features = FeatureSet()
    features.add(.ruleSign, 1)
    features.finish()
    let model = LinearModel(biases: [0, 0], keys: features.keys, weights: [-1024, 1024])
    var confidence = points([:])
    confidence.readings = model
    confidence.trust = 500
    #expect(confidence.support(features) == 2000)
    #expect(abs(confidence.probability(of: [], support: 2000) - 0.731058) < 1e-6)
    #expect(confidence.probability(of: []) == 0.5)
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
    let (claims, found, readings) = extractor.estimated(document)
    #expect(claims.contains { $0.kind == .stance })
    for claim in claims {
      #expect((readings.features(of: claim) != nil) == claim.kind.isSigned)
      let cues = ClaimConfidence.cues(
        of: claim, in: document, found: found, claimsInSentence: 1, hasEndElsewhere: false)
      #expect(cues.contains(.base) && cues.contains(.verb))
      #expect(cues.contains(.stance) == (claim.kind == .stance))
      #expect(cues.contains(.negated) == (claim.modality == .negated))
      #expect(cues.contains(.negative) == (claim.weight < 0))
      #expect(!cues.contains(.sourcePronoun) && !cues.contains(.agreementTarget))
    }
  }
}
