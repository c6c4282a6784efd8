/// Memory that one analysis reuses from sentence to sentence, so that no token costs an allocation.
final class AnalysisWorkspace {
  let state = ParserState()
  let keys: UnsafeMutablePointer<UInt64>
  /// The first token of a sentence is at index 1; two tokens stand before it, and three after the last.
  private(set) var tokens: UnsafeMutablePointer<TokenFeatures>
  /// The document's token that a node of the parse stands for: a name's first one.
  private(set) var origin: UnsafeMutablePointer<Int32>
  private var capacity: Int

  // Lemmas met in this document, by form and tags.
  private var lemmaKeys: [UInt64]
  private var lemmaValues: [UInt32]
  private var lemmaCount = 0

  private static let margin = 8

  init() {
    capacity = 256
    tokens = UnsafeMutablePointer<TokenFeatures>.allocate(capacity: capacity + AnalysisWorkspace.margin) + 2
    origin = .allocate(capacity: capacity + AnalysisWorkspace.margin)
    keys = .allocate(capacity: max(TransitionFeatures.capacity, LabelFeatures.capacity, TaggerFeatures.capacity))
    lemmaKeys = Array(repeating: 0, count: 1024)
    lemmaValues = Array(repeating: 0, count: 1024)
  }

  deinit {
    (tokens - 2).deallocate()
    origin.deallocate()
    keys.deallocate()
  }

  /// Makes room for a sentence and sets the tokens around it.
  func reserve(_ count: Int) {
    if count > capacity {
      (tokens - 2).deallocate()
      origin.deallocate()
      capacity = max(count, capacity * 2)
      tokens = UnsafeMutablePointer<TokenFeatures>.allocate(capacity: capacity + AnalysisWorkspace.margin) + 2
      origin = .allocate(capacity: capacity + AnalysisWorkspace.margin)
    }
    tokens[-2] = .outside
    tokens[-1] = .outside
    tokens[0] = .outside
    close(count)
  }

  /// Sets the nodes after the last token.
  func close(_ count: Int) {
    tokens[count + 1] = .root
    tokens[count + 2] = .outside
    tokens[count + 3] = .outside
  }

  /// The lemma remembered for a key, or the one that `make` gives.
  func lemma(_ key: UInt64, make: () -> UInt32) -> UInt32 {
    let key = key | 1
    var place = Int(truncatingIfNeeded: key >> 20) & (lemmaKeys.count - 1)
    while lemmaKeys[place] != 0 {
      if lemmaKeys[place] == key { return lemmaValues[place] }
      place = (place + 1) & (lemmaKeys.count - 1)
    }
    let value = make()
    // `make` may have remembered others, so the place is looked for again.
    place = Int(truncatingIfNeeded: key >> 20) & (lemmaKeys.count - 1)
    while lemmaKeys[place] != 0 { place = (place + 1) & (lemmaKeys.count - 1) }
    lemmaKeys[place] = key
    lemmaValues[place] = value
    lemmaCount += 1
    if lemmaCount * 2 > lemmaKeys.count { growLemmas() }
    return value
  }

  private func growLemmas() {
    let oldKeys = lemmaKeys
    let oldValues = lemmaValues
    lemmaKeys = Array(repeating: 0, count: oldKeys.count * 2)
    lemmaValues = Array(repeating: 0, count: oldKeys.count * 2)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      var place = Int(truncatingIfNeeded: oldKeys[index] >> 20) & (lemmaKeys.count - 1)
      while lemmaKeys[place] != 0 { place = (place + 1) & (lemmaKeys.count - 1) }
      lemmaKeys[place] = oldKeys[index]
      lemmaValues[place] = oldValues[index]
    }
  }
}
