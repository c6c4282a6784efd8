import Diplomacy
import Extraction
import Testing

struct FeatureSetTests {
  @Test func keysAreSortedAndStandOnce() {
    var features = FeatureSet()
    for value in [3, 1, 2, 1, 3] as [UInt64] { features.add(.word, value) }
    features.finish()
    #expect(features.keys.count == 3)
    #expect(features.keys == features.keys.sorted())
  }

  @Test func templateAndEveryValueCount() {
    var keys: Set<UInt32> = []
    for (template, a, b, c) in [
      (.word, 1, 0, 0), (.word, 0, 1, 0), (.word, 0, 0, 1), (.stem, 1, 0, 0), (.word, 0, 0, 0),
    ] as [(FeatureTemplate, UInt64, UInt64, UInt64)] {
      var features = FeatureSet()
      features.add(template, a, b, c)
      keys.formUnion(features.keys)
    }
    #expect(keys.count == 5)
  }

  @Test func emptySetIsFinishedToo() {
    var features = FeatureSet()
    features.finish()
    #expect(features.keys.isEmpty)
  }

  @Test func hashIgnoresCase() {
    #expect(FeatureSet.hash("Urge".utf8) == FeatureSet.hash("urge".utf8))
    #expect(FeatureSet.hash("urge".utf8) != FeatureSet.hash("urged".utf8))
  }
}

struct StableMathTests {
  /// Values from tables of the exponential function.
  @Test(
    arguments: [
      (0, 1), (1, 2.718281828459045), (-1, 0.36787944117144233), (10, 22026.465794806718), (-20, 2.061153622438558e-9),
      (0.5, 1.6487212707001282),
    ] as [(Double, Double)])
  func exponential(x: Double, value: Double) {
    #expect(abs(StableMath.exp(x) - value) <= 1e-13 * value)
  }

  @Test func farArgumentsStayFinite() {
    #expect(StableMath.exp(-5000) == 0)
    #expect(StableMath.exp(5000).isFinite)
  }

  @Test func sharesAddUpToOne() {
    let shares = StableMath.softmax([1000, 1001, -1000])
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    #expect(abs(shares[1] / shares[0] - 2.718281828459045) < 1e-9)
    #expect(StableMath.softmax([]).isEmpty)
  }
}

struct LinearModelTests {
  private func features(_ values: [UInt64]) -> FeatureSet {
    var features = FeatureSet()
    for value in values { features.add(.word, value) }
    features.finish()
    return features
  }

  @Test func weightsOfKnownFeaturesAreAddedUp() {
    // Every second key of a larger set is known to the model, so that the search must pass over others.
    let known = features(Array(0..<200)).keys
    let keys = known.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    let model = LinearModel(
      biases: [1024, 0], keys: keys, weights: keys.indices.flatMap { _ in [Int16(512), -1024] })
    #expect(model.scores(features(Array(0..<200))) == [1 + 0.5 * Double(keys.count), -Double(keys.count)])
    #expect(model.scores(features([])) == [1, 0])
    #expect(model.scores(features([1_000_000, 1_000_001])) == [1, 0])
  }

  @Test func pointersAddToWhatTheyPointTo() {
    var tied = [Int16](repeating: 0, count: TiedTemplate.allCases.count)
    tied[TiedTemplate.joint.rawValue] = 2048
    tied[TiedTemplate.near.rawValue] = -1024
    let model = LinearModel(biases: [Int32](repeating: 0, count: 15), keys: [], weights: [], tied: tied)
    var features = FeatureSet()
    features.point(.joint, to: .sanction)
    features.point(.joint, to: .accuse)
    features.point(.near, to: .accuse)
    let scores = model.scores(features)
    #expect(scores[PairModel.Outcome.sanction.rawValue] == 2)
    #expect(scores[PairModel.Outcome.accuse.rawValue] == 1)
    #expect(scores.reduce(0, +) == 3)
  }
}

struct CoderWeightsTests {
  private static let sample = CoderWeights(
    pairs: PairModel(
      events: LinearModel(
        biases: (0..<15).map { Int32($0) }, keys: [7], weights: (0..<15).map { Int16($0 - 7) },
        tied: TiedTemplate.allCases.indices.map { Int16($0) }),
      relations: LinearModel(biases: [1, 2, 3], keys: [1, 2, .max], weights: [1, -2, 3, 4, -5, 6, 7, 8, -9]),
      eventSharpness: 900, relationSharpness: 800, noneThreshold: 700, signWeight: 600, noneDiscount: 50),
    claims: ClaimConfidence(
      points: ClaimConfidence.Cue.allCases.indices.map { Int32($0 * 10) },
      readings: LinearModel(biases: [-5, 5], keys: [3, 9], weights: [1, -1, 20, -20]), trust: 700))

  @Test func whatIsWrittenComesBack() throws {
    #expect(try CoderWeights(bytes: Self.sample.bytes) == Self.sample)
  }

  @Test func otherFilesAreRefused() {
    #expect(throws: CoderWeights.Failure.notWeights) { try CoderWeights(bytes: Array("PNG and more".utf8)) }
    #expect(throws: CoderWeights.Failure.notWeights) { try CoderWeights(bytes: []) }
  }

  @Test func everyDamagedByteIsNoticed() {
    let bytes = Self.sample.bytes
    for index in stride(from: 0, to: bytes.count, by: 3) {
      var damaged = bytes
      damaged[index] ^= 0x20
      #expect(throws: CoderWeights.Failure.self) { try CoderWeights(bytes: damaged) }
    }
  }

  @Test func brokenOffFilesAreRefused() {
    let bytes = Self.sample.bytes
    for count in [8, 12, 19, 20, 40, bytes.count - 4, bytes.count - 1] {
      #expect(throws: CoderWeights.Failure.self) { try CoderWeights(bytes: Array(bytes.prefix(count))) }
    }
  }

  @Test func otherVersionSaysWhatToDo() {
    var bytes = Self.sample.bytes
    bytes[8] = 9
    let failure = #expect(throws: CoderWeights.Failure.version(9)) { try CoderWeights(bytes: bytes) }
    #expect(failure?.description.contains("entente-train coder") == true)
  }

  @Test func embeddedWeightsAreFitted() throws {
    let weights = try CoderWeights.embedded()
    #expect(weights.pairs.events.keys.count > 1000)
    #expect(weights.pairs.relations.keys.count > 1000)
    #expect(weights.bytes.count < 1_000_000)
    #expect(weights.claims.points.contains { $0 != 0 })
  }
}

struct PairModelTests {
  private func model(threshold: Int32) -> PairModel {
    let empty = LinearModel(biases: [], keys: [], weights: [])
    return PairModel(events: empty, relations: empty, noneThreshold: threshold, signWeight: 1000)
  }

  private func scores(_ outcomes: [PairModel.Outcome: Double]) -> [Double] {
    PairModel.Outcome.allCases.map { outcomes[$0] ?? 0 }
  }

  @Test func noRelationWhereThatIsLikely() {
    let decision = model(threshold: 500).decide(eventScores: scores([.aid: 9]), relationScores: [0, 3, 0])
    #expect(decision.outcome == nil)
    #expect(decision.confidence > 0.9)
    #expect(
      model(threshold: 1001).decide(eventScores: scores([.aid: 9]), relationScores: [0, 3, 0]).outcome == .aid)
  }

  @Test func signOfTheRelationTipsTheScale() {
    let close = scores([.support: 2, .accuse: 1.9])
    #expect(model(threshold: 900).decide(eventScores: close, relationScores: [0, 0, 0]).outcome == .support)
    #expect(model(threshold: 900).decide(eventScores: close, relationScores: [2, 0, 0]).outcome == .accuse)
  }

  @Test func everyEventHasAClass() {
    #expect(PairModel.Outcome(.concede) == .yield && PairModel.Outcome(.retreat) == .yield)
    for outcome in PairModel.Outcome.allCases { #expect(PairModel.Outcome(outcome.event) == outcome) }
  }
}
