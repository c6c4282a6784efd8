import Extraction
import Linguistics
import Provenance
import TestSupport
import Testing

struct StorySignatureTests {
  private func signature(_ text: String) -> [UInt32] {
    StorySignature.signature(
      of: DocumentBuilder().document(from: SourceText(metadata: DocumentMetadata(id: "d"), text: text)))
  }

  private func words(_ count: Int, seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in "w\(Int.random(in: 0..<2_000, using: &random))" }
  }

  @Test func copiesAreEqualAndOthersFar() {
    let a = words(200, seed: 1).joined(separator: " ") + "."
    let b = words(200, seed: 2).joined(separator: " ") + "."
    #expect(StorySignature.resemblance(signature(a), signature(a)) == 1)
    #expect(StorySignature.resemblance(signature(a), signature(b)) < 0.1)
  }

  @Test func aChangedSentenceLeavesAStoryTheSame() {
    let story = words(200, seed: 3)
    let longer = story + words(30, seed: 4)
    let resemblance = StorySignature.resemblance(
      signature(story.joined(separator: " ") + "."), signature(longer.joined(separator: " ") + "."))
    #expect(resemblance > StorySignature.sameStoryThreshold && resemblance < 1)
  }

  @Test func theEstimateIsNearTheTruth() {
    // 100 of 200 words shared: 97 shingles of 297.
    let shared = words(100, seed: 5)
    let (a, b) = (shared + words(100, seed: 6), shared + words(100, seed: 7))
    let estimate = StorySignature.resemblance(
      signature(a.joined(separator: " ") + "."), signature(b.joined(separator: " ") + "."))
    #expect(abs(estimate - 97.0 / 297.0) < 0.18)
  }

  @Test func shortTextsHaveNone() {
    #expect(signature("Two ministers met.").isEmpty)
    #expect(StorySignature.resemblance([], []) == 0)
  }

  /// The constants of the hash are part of what graphs store: they must never change.
  @Test func theBytesAreFixed() {
    let text = (0..<30).map { "word\($0)" }.joined(separator: " ") + "."
    #expect(signature(text).count == StorySignature.count)
    #expect(signature(text) == signature(text.uppercased()))
  }
}
