/// A name of the gazetteer found in the text: words and what they mean.
struct NameMatch: Sendable {
  var words: Range<Int>
  var kind: NameTrie.Sense.Kind
  var row: Int32
  /// The words need other evidence before they are read so: "Georgia", "Jerusalem".
  var needsEvidence: Bool
  var isAcronym: Bool
}

/// The names of the gazetteer that begin at each word of a document; of each kind only the longest.
final class NameMatches: Sendable {
  /// Kinds that stand for a country or for a place.
  static let places: UInt16 =
    1 << UInt16(NameTrie.Sense.Kind.country.rawValue) | 1 << UInt16(NameTrie.Sense.Kind.demonym.rawValue)
    | 1 << UInt16(NameTrie.Sense.Kind.city.rawValue) | 1 << UInt16(NameTrie.Sense.Kind.region.rawValue)

  private let matches: [NameMatch]
  /// For each word the first of its matches; one more at the end.
  private let first: [Int32]
  /// For each word the kinds of its matches as bits: most words have none, and are asked about often.
  private let kinds: [UInt16]

  /// - Complexity: O(words · length of the longest name).
  init(_ view: WordView, gazetteer: GazetteerTables) {
    var search = NameSearch()
    var first: [Int32] = []
    var kinds: [UInt16] = []
    first.reserveCapacity(view.words.count + 1)
    kinds.reserveCapacity(view.words.count)
    for (sentence, range) in view.sentences.enumerated() {
      for start in range {
        let before = search.matches.count
        first.append(Int32(before))
        search.find(from: start, until: range.upperBound, view, gazetteer, inCapitals: view.isAllCapitals[sentence])
        var bits: UInt16 = 0
        for index in before..<search.matches.count { bits |= 1 << UInt16(search.matches[index].kind.rawValue) }
        kinds.append(bits)
      }
    }
    first.append(Int32(search.matches.count))
    matches = search.matches
    self.first = first
    self.kinds = kinds
  }

  /// All matches that begin at a word; none past the last.
  @inline(__always)
  func at(_ word: Int) -> ArraySlice<NameMatch> {
    word + 1 < first.count ? matches[Int(first[word])..<Int(first[word + 1])] : []
  }

  /// Whether a match of one of some kinds, given as bits, begins at a word.
  @inline(__always)
  func has(_ kinds: UInt16, at word: Int) -> Bool { word < self.kinds.count && self.kinds[word] & kinds != 0 }

  /// The longest match of one kind that begins at a word.
  func longest(_ kind: NameTrie.Sense.Kind, at word: Int) -> NameMatch? {
    guard kinds[word] & 1 << UInt16(kind.rawValue) != 0 else { return nil }
    for index in Int(first[word])..<Int(first[word + 1]) where matches[index].kind == kind { return matches[index] }
    return nil
  }
}

/// Walks the gazetteer's trie from word to word.
private struct NameSearch {
  var matches: [NameMatch] = []

  mutating func find(
    from start: Int, until end: Int, _ view: WordView, _ gazetteer: GazetteerTables, inCapitals: Bool
  ) {
    guard !view.words[start].isMark else { return }
    let base = matches.count
    var node = NameTrie.root
    var isCapitalized = true
    var index = start
    while index < end {
      let word = view.words[index]
      node = gazetteer.trie.step(node, word.id)
      guard node >= 0 else { break }
      index += 1
      if !word.isMark, !word.isCapital, !word.shape.contains(.digit),
        !word.shape.contains(.hyphenated) || index - 1 == start,
        !(word.has(.functionWord) && index - 1 > start)
      {
        isCapitalized = false
      }
      gazetteer.trie.forEachSense(at: node) { sense in
        switch sense.letters {
        case .any: break
        case .name:
          guard isCapitalized else { return }
          // "GUAM" among small letters is an acronym, and no island.
          if !inCapitals, index == start + 1, view.words[start].shape.contains(.allCapitals),
            sense.kind == .country || sense.kind == .city || sense.kind == .region
          {
            return
          }
        case .acronym:
          guard isAcronym(start..<index, view, inCapitals: inCapitals) else { return }
        }
        let match = NameMatch(
          words: start..<index, kind: sense.kind, row: sense.row, needsEvidence: sense.needsEvidence,
          isAcronym: sense.letters == .acronym)
        keep(match, from: base)
      }
    }
  }

  /// Puts a match before the shorter ones of its kind, and those away.
  private mutating func keep(_ match: NameMatch, from base: Int) {
    matches.removeAll(from: base) { $0.kind == match.kind && $0.words.count < match.words.count }
    matches.append(match)
  }

  private func isAcronym(_ range: Range<Int>, _ view: WordView, inCapitals: Bool) -> Bool {
    for word in view.words[range] {
      if word.isMark { continue }
      guard
        word.shape.contains(.allCapitals) || word.shape.contains(.dotted) && word.isCapital
          || word.shape.contains(.initial) || word.shape.contains(.mixed)
      else { return false }
      // In a headline in capitals "US" may be the pronoun and "WHO" a question.
      if inCapitals, !word.shape.contains(.dotted), !word.classes.isDisjoint(with: WordClass.ordinary) { return false }
    }
    return true
  }
}

extension Array {
  /// Removes the elements from a place on that satisfy a condition, keeping the order.
  fileprivate mutating func removeAll(from base: Int, where condition: (Element) -> Bool) {
    var kept = base
    for index in base..<count where !condition(self[index]) {
      if kept != index { swapAt(kept, index) }
      kept += 1
    }
    removeLast(count - kept)
  }
}
