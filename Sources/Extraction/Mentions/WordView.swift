import Linguistics
import Provenance

/// A word as the rules of mention finding see it; see ``WordScanner`` for what a word is.
struct Word: Sendable {
  var start: Int32
  var end: Int32
  /// The token it belongs to; a token may hold several words and a word never spans tokens.
  var token: Int32
  /// At least 0: a word, known to the gazetteer below ``WordView/knownCount`` and the document's own above. Below 0: a
  /// mark, see ``WordScanner/Mark``.
  var id: Int32
  var classes: WordClass
  var shape: WordScanner.Shape

  var isMark: Bool { id < 0 }
  var isCapital: Bool { shape.contains(.capital) }
  func has(_ value: WordClass) -> Bool { !classes.isDisjoint(with: value) }
}

/// The words of a document, sentence by sentence.
///
/// Words that the gazetteer does not know get ids of their own, the same for the same folded word, so that a surname
/// is compared by its number.
struct WordView: Sendable {
  private(set) var words: [Word] = []
  /// For each sentence its words.
  private(set) var sentences: [Range<Int>] = []
  /// Sentences written in capitals throughout.
  private(set) var isAllCapitals: [Bool] = []
  /// Sentences most of whose longer words begin with a capital, as headlines do.
  private(set) var isTitleCase: [Bool] = []
  /// Pairs of capitalized words that follow each other in the running text, where there are headlines to compare.
  private(set) var capitalPairs: Set<UInt64> = []
  /// Ids below this are the gazetteer's.
  let knownCount: Int
  /// Whether a word of that id stands in lower case somewhere in the document.
  private(set) var seenInLowerCase: [Bool]

  /// - Complexity: O(bytes).
  init(_ document: Document, vocabulary: Vocabulary) {
    knownCount = vocabulary.count
    seenInLowerCase = [Bool](repeating: false, count: vocabulary.count)
    words.reserveCapacity(document.tokens.count + document.tokens.count / 8)
    var own = LocalWords(first: Int32(vocabulary.count))
    document.utf8.withUnsafeBufferPointer { bytes in
      for sentence in document.sentences {
        let first = words.count
        if sentence.zone != .boilerplate, sentence.zone != .repeatedHeadline {
          add(sentence, of: document, bytes, vocabulary, &own)
        }
        sentences.append(first..<words.count)
        noteCase(first..<words.count)
      }
    }
    if isTitleCase.contains(true) || isAllCapitals.contains(true) { notePairs() }
  }

  private mutating func notePairs() {
    for (sentence, range) in sentences.enumerated() where !isTitleCase[sentence] && !isAllCapitals[sentence] {
      for index in range.dropFirst() where words[index].isCapital && words[index - 1].isCapital {
        if !words[index].isMark, !words[index - 1].isMark {
          capitalPairs.insert(Self.pair(words[index - 1].id, words[index].id))
        }
      }
    }
  }

  static func pair(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
  }

  private mutating func add(
    _ sentence: Sentence, of document: Document, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary,
    _ own: inout LocalWords
  ) {
    var previousEnd = -1
    var hyphen = false
    for token in sentence.tokens {
      let start = Int(document.tokens.start[token])
      let end = Int(document.tokens.end[token])
      let glued = start == previousEnd
      // A hyphen token of its own, glued on both sides, joins what it stands between.
      if glued, isHyphen(bytes, start..<end), token + 1 < sentence.tokens.upperBound,
        Int(document.tokens.start[token + 1]) == end
      {
        hyphen = true
        previousEnd = end
        continue
      }
      for piece in WordScanner(bytes, start..<end, spaced: !glued, hyphenated: hyphen && glued) {
        var id = piece.mark
        // "Prime Minister **Shinzo Abe**": signs of emphasis part no words.
        if id == WordScanner.Mark.other, isEmphasis(bytes, piece.range) { continue }
        var classes: WordClass = []
        if id == 0 {
          let hash = Folding.hash(bytes, piece.range)
          id = vocabulary.id(hash: hash)
          if id < 0 {
            id = own.id(hash: hash)
            if Int(id) == seenInLowerCase.count { seenInLowerCase.append(false) }
          } else {
            classes = vocabulary.classes[Int(id)]
          }
          if !piece.shape.contains(.capital), !piece.shape.contains(.hyphenated) { seenInLowerCase[Int(id)] = true }
        }
        words.append(
          Word(
            start: Int32(piece.range.lowerBound), end: Int32(piece.range.upperBound), token: Int32(token), id: id,
            classes: classes, shape: piece.shape))
      }
      hyphen = false
      previousEnd = end
    }
  }

  /// Asterisks and underscores, with which plain text marks words as strong.
  private func isEmphasis(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    range.allSatisfy { bytes[$0] == 0x2A || bytes[$0] == 0x5F }
  }

  private func isHyphen(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    if range.count == 1 { return bytes[range.lowerBound] == 0x2D }
    return range.count == 3 && bytes[range.lowerBound] == 0xE2 && bytes[range.lowerBound + 1] == 0x80
      && (0x90...0x93).contains(bytes[range.lowerBound + 2])
  }

  private mutating func noteCase(_ range: Range<Int>) {
    var capital = 0
    var lower = 0
    var allCapitals = 0
    for index in range where !words[index].isMark && !words[index].shape.contains(.digit) {
      let word = words[index]
      guard word.end - word.start > 3 else { continue }
      if word.isCapital { capital += 1 } else { lower += 1 }
      if word.shape.contains(.allCapitals) { allCapitals += 1 }
    }
    isAllCapitals.append(allCapitals >= 3 && lower == 0 && allCapitals * 5 >= capital * 4)
    // A headline has no full stop.
    let isStopped = range.last.map { words[$0].id == WordScanner.Mark.stop } ?? false
    isTitleCase.append(!isStopped && capital >= 4 && lower * 4 <= capital)
    guard isAllCapitals.last == false else { return }
    // "US" and "IT" among small letters are no pronouns.
    for index in range where words[index].shape.contains(.allCapitals) { words[index].classes.subtract(.ordinary) }
  }
}

/// Ids for words of one document that the gazetteer does not know.
private struct LocalWords {
  private var slots: [UInt64] = [UInt64](repeating: 0, count: 512)
  private var ids: [Int32] = [Int32](repeating: 0, count: 512)
  private var count = 0
  private let first: Int32

  init(first: Int32) { self.first = first }

  mutating func id(hash: UInt64) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return ids[slot] }
      slot = (slot + 1) & mask
    }
    if (count + 1) * 2 > slots.count {
      grow()
      return id(hash: hash)
    }
    slots[slot] = hash
    ids[slot] = first + Int32(count)
    count += 1
    return ids[slot]
  }

  private mutating func grow() {
    let old = zip(slots, ids).filter { $0.0 != 0 }
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    ids = [Int32](repeating: 0, count: slots.count)
    let mask = slots.count - 1
    for (hash, id) in old {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash
      ids[slot] = id
    }
  }
}
