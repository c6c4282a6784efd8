public import Provenance

/// Where two names stand in a text.
///
/// A party may go unnamed: "an actor", "a recipient" and the like, written with an indefinite article and without a
/// capital behind it, need not stand in the text, and stand for whoever it leaves out.
///
/// Of several places those count most where the name is a word of its own ("Iran", not "Iranian"); among these the
/// first ones that do not overlap.
public struct PairSpans: Hashable, Sendable {
  /// Nil for a party that the text leaves unnamed; never both.
  public var source: Span?
  public var target: Span?

  /// Nil where the text does not hold both, apart from each other, and neither is of the unnamed kind.
  ///
  /// - Complexity: O(bytes of the text) for names of bounded length that occur a bounded number of times.
  public init?(of source: String, and target: String, in utf8: [UInt8]) {
    let sources = PairSpans.places(of: Array(source.utf8), in: utf8)
    let targets = PairSpans.places(of: Array(target.utf8), in: utf8)
    for a in sources {
      for b in targets where !a.overlaps(b) {
        self.source = a
        self.target = b
        return
      }
    }
    if sources.isEmpty, let target = targets.first, PairSpans.isIndefinite(source) {
      self.target = target
    } else if targets.isEmpty, let source = sources.first, PairSpans.isIndefinite(target) {
      self.source = source
    } else {
      return nil
    }
  }

  /// "a recipient", "An actor", "someone".
  private static func isIndefinite(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard let first = words.first?.lowercased() else { return false }
    if words.count == 1 { return ["someone", "somebody", "anyone", "anybody"].contains(first) }
    return ["a", "an", "some"].contains(first)
      && words.dropFirst().allSatisfy { word in word.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D } }
  }

  /// Most places of one name that are looked at.
  private static let mostPlaces = 64

  /// As written, or where it does not stand so, whatever the case of its letters; whole words first.
  private static func places(of name: [UInt8], in utf8: [UInt8]) -> [Span] {
    var found = spans(of: name, in: utf8)
    if found.isEmpty { found = spans(of: name.map(lower), in: utf8.map(lower)) }
    func isWord(_ span: Span) -> Bool {
      !(span.start > 0 && isLetter(utf8[Int(span.start) - 1]) && isLetter(utf8[Int(span.start)]))
        && !(Int(span.end) < utf8.count && isLetter(utf8[Int(span.end)]) && isLetter(utf8[Int(span.end) - 1]))
    }
    return found.filter(isWord) + found.filter { !isWord($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(lower(byte)) || byte >= 0x80 }

  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

  private static func spans(of name: [UInt8], in utf8: [UInt8]) -> [Span] {
    guard !name.isEmpty, name.count <= utf8.count else { return [] }
    var result: [Span] = []
    for start in 0...(utf8.count - name.count)
    where utf8[start] == name[0] && utf8[start..<(start + name.count)].elementsEqual(name) {
      result.append(Span(start, start + name.count))
      if result.count == mostPlaces { break }
    }
    return result
  }
}
