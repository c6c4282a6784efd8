import Linguistics

/// Makes of each name of several words one token, as ``Analyzer/annotate(_:names:)`` does with the names it is given.
enum NameCollapser {
  /// Ranges of two or more adjacent proper nouns that hang together by relations inside a name.
  static func names(_ sentence: TreebankSentence) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    while start < sentence.count {
      guard isNameWord(sentence, start) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < sentence.count, isNameWord(sentence, end) { end += 1 }
      // The longest part of the run that hangs together.
      var first = start
      while first < end {
        var last = end
        while last - first >= 2, !hangsTogether(sentence, first..<last) { last -= 1 }
        if last - first >= 2 {
          result.append(first..<last)
          first = last
        } else {
          first += 1
        }
      }
      start = end
    }
    return result
  }

  private static func isNameWord(_ sentence: TreebankSentence, _ word: Int) -> Bool {
    sentence.pennTags[word] == .properNoun || sentence.pennTags[word] == .properNounPlural
  }

  private static func hangsTogether(_ sentence: TreebankSentence, _ range: Range<Int>) -> Bool {
    var tops = 0
    for word in range {
      if range.contains(sentence.heads[word]) {
        switch sentence.relations[word] {
        case .flat, .compound, .adjectivalModifier, .numericModifier: break
        default: return false
        }
      } else {
        tops += 1
      }
    }
    return tops == 1
  }

  /// The sentence with each range as one token, or nil where there is none.
  ///
  /// - Parameter properNoun: the tagger's class of names.
  static func collapse(_ sentence: PreparedSentence, names: [Range<Int>], properNoun: UInt8) -> PreparedSentence? {
    guard !names.isEmpty else { return nil }
    var result = sentence
    result.tokens = []
    result.gold = []
    result.heads = []
    result.labels = []
    // New node of each old one; 0 stays 0.
    var node = [Int32](repeating: 0, count: sentence.count + 1)
    var tops: [Int] = []
    var word = 0
    var next = 0
    while word < sentence.count {
      let range = next < names.count && names[next].lowerBound == word ? names[next] : word..<word + 1
      for inner in range { node[inner + 1] = Int32(tops.count + 1) }
      let top = range.first { !range.contains(Int(sentence.heads[$0]) - 1) } ?? word
      tops.append(top)
      var token = sentence.tokens[range.upperBound - 1]
      if range.count > 1 {
        next += 1
        token.isName = true
        result.gold.append(properNoun)
      } else {
        result.gold.append(sentence.gold[word])
      }
      result.tokens.append(token)
      word = range.upperBound
    }
    for top in tops {
      result.heads.append(node[Int(sentence.heads[top])])
      result.labels.append(sentence.labels[top])
    }
    return result
  }
}
