public import Linguistics
import Provenance

/// Finds copies and near-copies of one story: wire copy in several outlets, corrected and extended versions.
///
/// A text is the set of its runs of four words; its signature is, for each of 64 fixed hash functions, the least hash
/// of the set. Two signatures agree in as large a part of their places as the two sets have in common (Broder, "On
/// the Resemblance and Containment of Documents", 1997, doi:10.1109/SEQUEN.1997.666900), with a standard error
/// of 0.06 at one half.
public enum StorySignature {
  /// Number of hash functions, and of values in a signature.
  public static let count = 64

  /// Resemblance from which two texts are taken for one story.
  public static let sameStoryThreshold = 0.4

  /// Words of one shingle.
  static let shingleLength = 4

  /// Texts with fewer words of body have no signature.
  static let leastWords = 24

  /// The signature of a document's body, without headlines, bylines, datelines, captions and boilerplate; empty for
  /// texts too short to tell.
  ///
  /// - Complexity: O(bytes + words · ``count``).
  public static func signature(of document: Document) -> [UInt32] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(document.tokens.count)
    document.utf8.withUnsafeBufferPointer { bytes in
      for sentence in document.sentences where sentence.zone == .body {
        for piece in WordScanner(bytes, sentence.span.range) {
          if piece.mark == 0 { hashes.append(Folding.hash(bytes, piece.range)) }
        }
      }
    }
    return signature(ofWords: hashes)
  }

  static func signature(ofWords hashes: [UInt64]) -> [UInt32] {
    guard hashes.count >= leastWords else { return [] }
    var least = [UInt32](repeating: .max, count: count)
    least.withUnsafeMutableBufferPointer { least in
      for start in 0...(hashes.count - shingleLength) {
        var shingle: UInt64 = 0
        for word in hashes[start..<start + shingleLength] {
          shingle = (shingle &* 0x9e37_79b9_7f4a_7c15) ^ word
          shingle ^= shingle >> 29
        }
        // Two halves of one strong hash make all functions: h₁ + i · h₂ (Kirsch and Mitzenmacher, 2006,
        // doi:10.1002/rsa.20208).
        let first = mixed(shingle)
        let second = mixed(first) | 1
        var value = first
        for index in 0..<count {
          let hash = UInt32(truncatingIfNeeded: value >> 32)
          if hash < least[index] { least[index] = hash }
          value &+= second
        }
      }
    }
    return least
  }

  /// The estimated resemblance, 0 … 1; 0 where a text has no signature.
  public static func resemblance(_ a: [UInt32], _ b: [UInt32]) -> Double {
    guard a.count == count, b.count == count else { return 0 }
    var equal = 0
    for index in 0..<count where a[index] == b[index] { equal += 1 }
    return Double(equal) / Double(count)
  }

  /// The finalizer of SplitMix64 (Steele, Lea and Flood, 2014, doi:10.1145/2660193.2660195).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
