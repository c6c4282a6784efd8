/// How a word is mostly written inside a sentence.
package enum Casing: UInt32, Sendable {
  case lower = 1
  case capital = 2
  /// With capitals beyond the first letter: "NATO", "GSOMIA".
  case other = 3
}

/// Gives words back the case they would have in running text, where a sentence has another: in headlines In Title Case
/// and in copy ALL IN CAPITALS.
///
/// Only what the network sees of a form changes; spans and forms stay. Source: Lita et al., "tRuEcasIng", ACL 2003,
/// doi:10.3115/1075096.1075116, here by word alone.
package struct CaseRestorer: @unchecked Sendable {
  // The bytes outlive the value: they belong to the program image or to the ``Weights`` that made it.
  private let buckets: UnsafePointer<UInt64>
  private let count: UInt64

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count % HashBuckets.length == 0, !bytes.isEmpty else { return nil }
    buckets = bytes.baseAddress!.assumingMemoryBound(to: UInt64.self)
    count = UInt64(bytes.count / HashBuckets.length)
  }

  package static func key(_ word: UInt32) -> UInt64 { FeatureKey.make(521, UInt64(word)) }

  private func casing(_ word: UInt32) -> Casing? {
    HashBuckets.value(CaseRestorer.key(word), in: buckets, count: count).flatMap(Casing.init(rawValue:))
  }

  /// How the words of a sentence are written.
  package enum Style: Sendable {
    case running, title, capitals
  }

  /// The style of a sentence, from its words of four letters and more.
  ///
  /// - Complexity: O(bytes of the sentence).
  package static func style(_ forms: some Sequence<UnsafeBufferPointer<UInt8>>) -> Style {
    var words = 0
    var lower = 0
    var capitals = 0
    for form in forms where form.count >= 4 {
      switch form[0] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        words += 1
        lower += 1
        // A sentence of running text shows itself soon.
        if lower > 3, lower * 3 > words { return .running }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        words += 1
        if form.allSatisfy({ !($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) }) { capitals += 1 }
      default: break
      }
    }
    guard words >= 4, lower * 6 <= words else { return .running }
    return capitals * 4 >= words * 3 ? .capitals : .title
  }

  /// What the network sees of a form.
  func features(_ form: UnsafeBufferPointer<UInt8>, style: Style) -> TokenFeatures {
    let given = TokenFeatures(form)
    guard style != .running, form.count <= 64, let first = form.first, first >= UInt8(ascii: "A"),
      first <= UInt8(ascii: "Z")
    else { return given }
    let casing = casing(given.word)
    switch (style, casing) {
    case (_, .other): return given
    case (.title, .capital), (.title, nil): return given
    case (.title, .lower), (.capitals, .lower): return recased(form, capital: false)
    case (.capitals, .capital), (.capitals, nil): return recased(form, capital: true)
    case (.running, _): return given
    }
  }

  private func recased(_ form: UnsafeBufferPointer<UInt8>, capital: Bool) -> TokenFeatures {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: form.count) { copy in
      for index in form.indices { copy[index] = index == 0 && capital ? form[index] : lowercased(form[index]) }
      return TokenFeatures(UnsafeBufferPointer(copy))
    }
  }
}
