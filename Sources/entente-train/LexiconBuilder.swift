import Linguistics

/// Builds the lexicon: clusters, ambiguity classes and fixed tags of words.
struct LexiconBuilder {
  /// A word with fewer occurrences tells nothing of the tags it takes.
  static let rareBelow = 5
  /// A tag with a smaller share (per mille) of a word's occurrences is left out of its ambiguity class.
  static let negligible = 50
  static let fixedFrom = 20

  private(set) var entries: [UInt64: Lexicon.Entry] = [:]

  /// - Parameters:
  ///   - sentences: what tags are counted over.
  ///   - clusters: cluster by ``TokenFeatures/wordKey``.
  init(_ sentences: [PreparedSentence], clusters: [UInt64: UInt16]) {
    for (key, cluster) in clusters {
      var entry = Lexicon.Entry()
      entry.cluster = cluster
      entries[key] = entry
    }
    var counts: [UInt64: [UInt8: Int]] = [:]
    var exact: Set<UInt64> = []
    for sentence in sentences {
      for token in 0..<sentence.count {
        counts[sentence.tokens[token].wordKey, default: [:]][sentence.gold[token], default: 0] += 1
        counts[sentence.tokens[token].exactKey, default: [:]][sentence.gold[token], default: 0] += 1
        exact.insert(sentence.tokens[token].exactKey)
      }
    }
    // Ambiguity classes by number of words, most frequent first; the last number stands for all others.
    var sets: [UInt64: [UInt8]] = [:]
    var frequency: [[UInt8]: Int] = [:]
    for (key, tags) in counts {
      let total = tags.values.reduce(0, +)
      guard total >= LexiconBuilder.rareBelow else { continue }
      let set = tags.filter { $0.value * 1000 >= total * LexiconBuilder.negligible }.keys.sorted {
        (tags[$0]!, $1) > (tags[$1]!, $0)
      }
      sets[key] = set
      frequency[set, default: 0] += 1
      if exact.contains(key), total >= LexiconBuilder.fixedFrom, tags[set[0]]! * 1000 >= total * 995 {
        entries[key, default: Lexicon.Entry()].fixedTag = set[0]
      }
    }
    let ranked = frequency.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }.prefix(240)
    let numbers = Dictionary(uniqueKeysWithValues: ranked.enumerated().map { ($1.key, UInt8($0 + 2)) })
    for (key, set) in sets {
      entries[key, default: Lexicon.Entry()].ambiguity = numbers[set] ?? numbers[[set[0]]] ?? 1
    }
  }

  func look(up token: inout TokenFeatures) {
    if let entry = entries[token.wordKey] {
      token.cluster = entry.cluster
      token.ambiguity = entry.ambiguity
    }
    if let entry = entries[token.exactKey] {
      token.fixedTag = entry.fixedTag
      if entry.ambiguity != 0 { token.ambiguity = entry.ambiguity }
    }
  }
}

/// A treebank sentence as the models see it.
struct PreparedSentence {
  var tokens: [TokenFeatures]
  /// The tagger's class of each token.
  var gold: [UInt8]
  /// Node of each token's head: 0 … for token numbers from 1, `count + 1` for the root.
  var heads: [Int32]
  var labels: [UInt8]

  var count: Int { gold.count }

  init(_ sentence: TreebankSentence, classes: [UInt16: UInt8]) {
    tokens = sentence.forms.map { form in
      var form = form
      return form.withUTF8 { TokenFeatures($0) }
    }
    gold = (0..<sentence.count).map { classes[TagClasses.pair(sentence.parts[$0], sentence.pennTags[$0])] ?? 0 }
    heads = sentence.heads.map { $0 < 0 ? Int32(sentence.count + 1) : Int32($0 + 1) }
    labels = sentence.relations.map(\.rawValue)
  }

  /// Calls `body` with the tokens laid out as the feature functions need them: the first at index 1.
  func withNodes<Result>(_ body: (UnsafeMutablePointer<TokenFeatures>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: TokenFeatures.self, capacity: count + 6) { buffer in
      buffer.initialize(repeating: .outside)
      for index in tokens.indices { buffer[index + 3] = tokens[index] }
      buffer[count + 3] = .root
      return body(buffer.baseAddress! + 2)
    }
  }
}

/// The pairs of tags that occur in training.
enum TagClasses {
  static func pair(_ part: UniversalPartOfSpeech, _ penn: PennTag) -> UInt16 {
    UInt16(part.rawValue) << 8 | UInt16(penn.rawValue)
  }

  /// Pairs that occur at least twice, in the order of their values.
  static func collect(_ sentences: [TreebankSentence]) -> [UInt16] {
    var counts: [UInt16: Int] = [:]
    for sentence in sentences {
      for token in 0..<sentence.count {
        counts[pair(sentence.parts[token], sentence.pennTags[token]), default: 0] += 1
      }
    }
    return counts.filter { $0.value >= 2 }.keys.sorted()
  }
}
