/// Memory that one analysis reuses from sentence to sentence, so that no token costs an allocation.
final class AnalysisWorkspace {
  let network = NetworkWorkspace()
  /// Features of a sentence's tokens; the first is at index 1.
  private(set) var tokens: UnsafeMutablePointer<TokenFeatures>
  /// Heads by token as the spanning tree gives them; 0 above the root.
  private(set) var heads: UnsafeMutablePointer<Int32>
  /// The document's token that a node of the parse stands for: a name's first one.
  private(set) var origin: UnsafeMutablePointer<Int32>
  private var capacity = 256

  // Lemmas met in this document, by form and tags.
  private var lemmaKeys: [UInt64]
  private var lemmaValues: [UInt32]
  private var lemmaCount = 0

  init() {
    tokens = .allocate(capacity: capacity)
    heads = .allocate(capacity: capacity)
    origin = .allocate(capacity: capacity)
    lemmaKeys = Array(repeating: 0, count: 1024)
    lemmaValues = Array(repeating: 0, count: 1024)
  }

  deinit {
    tokens.deallocate()
    heads.deallocate()
    origin.deallocate()
  }

  /// Makes room for a sentence.
  func reserve(_ count: Int) {
    guard count + 1 > capacity else { return }
    tokens.deallocate()
    heads.deallocate()
    origin.deallocate()
    capacity = max(count + 1, capacity * 2)
    tokens = .allocate(capacity: capacity)
    heads = .allocate(capacity: capacity)
    origin = .allocate(capacity: capacity)
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
