import Diplomacy
import Extraction
import Linguistics
import Provenance
import Testing

/// Pairs that a sentence names and no rule relates.
struct OpenPairTests {
  private static let analyzer = try! Analyzer()
  private static let rules = try! Extractor(finder: EntityFinder(gazetteer: Gazetteer()), weights: nil)

  private func document(_ text: String) -> Document {
    Self.rules.analyze(SourceText(metadata: DocumentMetadata(id: "open"), text: text), analyzer: Self.analyzer)
  }

  /// A model that gives each outcome a fixed logit, whatever it sees.
  private func extractor(favours: Int32, opposes: Int32, cooperates: Int32) throws -> Extractor {
    var weights = try CoderWeights.embedded()
    weights.openPairs = OpenPairModel(
      weights: LinearModel(biases: [favours, opposes, cooperates], keys: [], weights: []), threshold: 500)
    return try Extractor(finder: EntityFinder(gazetteer: Gazetteer()), weights: weights)
  }

  private func modelled(_ text: String, _ extractor: Extractor) -> [Claim] {
    extractor.extract(
      SourceText(metadata: DocumentMetadata(id: "open"), text: text), analyzer: Self.analyzer
    ).claims.filter { $0.evidence.isModelled }
  }

  private let plain = "Delegates from Norway sat behind those of Peru on Monday."

  @Test func everyOrderedPairIsSeenOnce() {
    let pairs = Self.rules.openPairs(of: document("Norway, Peru and Togo sat in one row."))
    let ends = pairs.map { [$0.source.rawValue, $0.target.rawValue] }
    #expect(ends.count == 6)
    #expect(Set(ends).count == 6)
    #expect(pairs.allSatisfy { $0.crowd == 3 && $0.source != $0.target })
  }

  @Test func whatTheRulesRelateIsMarked() {
    let pairs = Self.rules.openPairs(of: document("Norway condemned Peru."))
    #expect(pairs.count == 2)
    #expect(pairs.first { $0.source.rawValue == 0 }?.isRuled == true)
    #expect(pairs.first { $0.source.rawValue == 1 }?.isRuled == false)
  }

  @Test func namesAreNoFeatures() {
    let first = Self.rules.openPairs(of: document("Norway wrote to Peru about fish."))
    let second = Self.rules.openPairs(of: document("Ghana wrote to Chile about fish."))
    #expect(!first.isEmpty)
    #expect(first.map(\.features) == second.map(\.features))
  }

  @Test func featuresAreOfDistinctKeys() {
    for pair in Self.rules.openPairs(
      of: document("After talks in Lima, Norway said Peru and Togo had backed the accord."))
    {
      #expect(Set(pair.features).count == pair.features.count)
    }
  }

  @Test func aLikelyPairIsClaimedWithItsProbability() throws {
    let claims = modelled(plain, try extractor(favours: -9000, opposes: 1024, cooperates: -9000))
    #expect(claims.count == 2)
    for claim in claims {
      #expect(claim.kind == .stance && claim.weight < 0)
      #expect(abs(claim.confidence - 0.731058) < 1e-6)
      #expect(claim.evidence.reading.method == .model)
      #expect(claim.evidence.span.contains(claim.evidence.cue))
      #expect(claim.event?.isConflict == true)
    }
  }

  @Test func togetherIsClaimedOnce() throws {
    let claims = modelled(plain, try extractor(favours: -9000, opposes: -9000, cooperates: 2048))
    #expect(claims.count == 1)
    #expect(claims.first?.kind == .cooperation)
    #expect((claims.first?.weight ?? 0) > 0)
  }

  @Test func anUnlikelyPairIsNot() throws {
    #expect(modelled(plain, try extractor(favours: -10, opposes: -10, cooperates: -10)).isEmpty)
  }

  /// The deed is told of those who did it and of whom it was done to.
  @Test func whatTheRulesReadForOthersTellsNothing() throws {
    let eager = try extractor(favours: -9000, opposes: 9000, cooperates: -9000)
    let text = "Sweden said that Libya attacked Chad."
    let entities = eager.extract(
      SourceText(metadata: DocumentMetadata(id: "open"), text: text), analyzer: Self.analyzer
    ).entities
    let sweden = try #require(entities.first { $0.name == "Sweden" }?.id)
    let chad = try #require(entities.first { $0.name == "Chad" }?.id)
    #expect(!modelled(text, eager).contains { $0.source == sweden && $0.target == chad })
  }

  @Test func aSummitIsNotMadeIntoAllItsPairs() throws {
    let eager = try extractor(favours: -9000, opposes: -9000, cooperates: 9000)
    let text = "Norway, Peru, Togo, Ghana, Chile, Spain, Italy and Mali sat in one row."
    #expect(modelled(text, eager).isEmpty)
  }

  @Test func whomASentenceLeavesOutIsLeftOut() throws {
    let eager = try extractor(favours: -9000, opposes: 9000, cooperates: -9000)
    #expect(modelled("Norway slept.\n\nPeru slept.", eager).isEmpty)
    #expect(modelled("Nobody came.", eager).isEmpty)
  }

  @Test func crowdsAreNotGoneThrough() {
    let names = [
      "Norway", "Peru", "Togo", "Ghana", "Chile", "Spain", "Italy", "Mali", "Cuba", "Iran", "Iraq", "Oman", "Kenya",
      "Sweden", "Finland", "Austria",
    ]
    #expect(Self.rules.openPairs(of: document(names.joined(separator: ", ") + " sat in one row.")).isEmpty)
    let many = Array(repeating: "Norway and Peru", count: 400).joined(separator: " beside ")
    #expect(Self.rules.openPairs(of: document(many + " sat.")).isEmpty)
  }

  @Test func modelAddsUpWhatItKnows() {
    let model = OpenPairModel(
      weights: LinearModel(
        biases: [10, 20, 30], keys: [3, 500, .max], weights: [1, 2, 3, 100, 200, 300, -1000, 0, 1000]), threshold: 500)
    let logits = model.logits([500, 4, .max, 77])
    #expect(logits.favours == -890)
    #expect(logits.opposes == 220)
    #expect(logits.cooperates == 1330)
    #expect(model.decide([.max]).map(\.outcome) == [.cooperates, .opposes])
    #expect(OpenPairModel.none.decide([3, 500]).isEmpty)
  }

  /// Every key is found again, however the slots collide.
  @Test func manyKeysAreAllFound() {
    let keys: [UInt32] = (0..<3000).map { UInt32($0 * 4096) }
    var weights: [Int16] = []
    for place in keys.indices { weights += [Int16(place), 0, Int16(-place)] as [Int16] }
    let model = OpenPairModel(weights: LinearModel(biases: [0, 0, 0], keys: keys, weights: weights), threshold: 500)
    for (place, key) in keys.enumerated() {
      let (found, none) = (model.logits([key]), model.logits([key + 1]))
      #expect(found.favours == Int32(place))
      #expect(found.cooperates == Int32(-place))
      #expect(none.favours == 0)
    }
  }
}
