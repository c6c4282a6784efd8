import Linguistics

/// Learns how each word is mostly written inside a sentence.
enum CasingTrainer {
  /// A rarer word's casing is not told.
  static let leastCount = 2

  /// Casings of words by key, in the order of keys.
  static func learn(_ sentences: [TreebankSentence]) -> [(key: UInt64, value: UInt32)] {
    var counts: [UInt32: SIMD4<Int>] = [:]
    for sentence in sentences {
      // The first word has a capital anyhow, and titles tell nothing.
      guard style(sentence) == .running else { continue }
      for word in sentence.forms.indices.dropFirst() {
        let form = Array(sentence.forms[word].utf8)
        guard let casing = casing(form) else { continue }
        let features = form.withUnsafeBufferPointer { TokenFeatures($0) }
        counts[features.word, default: SIMD4()][Int(casing.rawValue)] += 1
      }
    }
    var casings: [(key: UInt64, value: UInt32)] = []
    for (word, count) in counts where count.wrappedSum() >= leastCount {
      var best = 1
      for casing in 2...3 where count[casing] > count[best] { best = casing }
      // A capital is what is taken of unknown words as well.
      if best != Int(Casing.capital.rawValue) { casings.append((CaseRestorer.key(word), UInt32(best))) }
    }
    return casings.sorted { $0.key < $1.key }
  }

  private static func style(_ sentence: TreebankSentence) -> CaseRestorer.Style {
    // Words of letters only matter; a copy keeps them together while they are looked at.
    let forms = sentence.forms.map { Array($0.utf8) }
    var words = 0
    var lower = 0
    for form in forms where form.count >= 4 {
      if form[0] >= UInt8(ascii: "a"), form[0] <= UInt8(ascii: "z") { lower += 1 }
      if casing(form) != nil { words += 1 }
    }
    return words >= 4 && lower * 6 <= words ? .title : .running
  }

  private static func casing(_ form: [UInt8]) -> Casing? {
    guard let first = form.first else { return nil }
    let rest = form.dropFirst()
    let hasCapital = rest.contains { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return hasCapital ? .other : .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return hasCapital ? .other : .capital
    default: return nil
    }
  }
}
