import Linguistics

/// A treebank sentence as the network sees it.
struct PreparedSentence {
  var tokens: [TokenFeatures]
  /// Class of tags of each token.
  var gold: [UInt8]
  /// Head of each token: 0 above the root, else the number of a token, counted from 1.
  var heads: [Int32]
  var labels: [UInt8]

  var count: Int { gold.count }

  init(_ sentence: TreebankSentence, classes: TagClasses) {
    tokens = sentence.forms.map { form in
      var form = form
      return form.withUTF8 { TokenFeatures($0) }
    }
    gold = (0..<sentence.count).map { classes.number(sentence.parts[$0], sentence.pennTags[$0]) }
    heads = sentence.heads.map { Int32($0 + 1) }
    labels = sentence.relations.map(\.rawValue)
  }
}

/// The pairs of tags that occur in training.
struct TagClasses {
  /// UPOS in the upper byte, XPOS in the lower one; in the order of their values.
  let pairs: [UInt16]
  private let numbers: [UInt16: UInt8]

  static func pair(_ part: UniversalPartOfSpeech, _ penn: PennTag) -> UInt16 {
    UInt16(part.rawValue) << 8 | UInt16(penn.rawValue)
  }

  /// Pairs that occur at least twice.
  init(_ sentences: [TreebankSentence]) {
    var counts: [UInt16: Int] = [:]
    for sentence in sentences {
      for token in 0..<sentence.count {
        counts[TagClasses.pair(sentence.parts[token], sentence.pennTags[token]), default: 0] += 1
      }
    }
    pairs = counts.filter { $0.value >= 2 }.keys.sorted()
    numbers = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($1, UInt8(truncatingIfNeeded: $0)) })
  }

  func number(_ part: UniversalPartOfSpeech, _ penn: PennTag) -> UInt8 { numbers[TagClasses.pair(part, penn)] ?? 0 }

  /// Nil where there are too many pairs, or no name among them.
  var tagSet: TagSet? {
    TagSet(
      parts: pairs.map { UniversalPartOfSpeech(rawValue: UInt8($0 >> 8))! },
      pennTags: pairs.map { PennTag(rawValue: UInt8($0 & 255))! })
  }
}
