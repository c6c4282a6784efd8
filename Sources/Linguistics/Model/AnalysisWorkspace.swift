/// Memory that one analysis reuses from sentence to sentence, so that no token costs an allocation.
final class AnalysisWorkspace {
  let network = NetworkWorkspace()
  /// The document's token that each row of the network's batch stands for: a name's first one. The row above a piece's
  /// root holds ``beginsSentence``, or ``continuesSentence`` where a piece of the same sentence came before.
  let originOfRow: UnsafeMutablePointer<Int32>
  /// Sentences whose nodes are all in the batch or parsed, to be completed after it.
  var sentences: [Range<Int>] = []
  /// Root of the first piece of the sentence whose pieces are being parsed.
  var rootOfSentence: Int32 = 0

  static let beginsSentence: Int32 = -1
  static let continuesSentence: Int32 = -2

  /// Nodes of the sentence that is being read: what they look like, and the tokens they stand for.
  private(set) var tokens: UnsafeMutablePointer<TokenFeatures>
  private(set) var origin: UnsafeMutablePointer<Int32>
  var count = 0
  private var capacity = 256

  // Lemmas met in this document, by form and tags.
  private var lemmaKeys: [UInt64]
  private var lemmaValues: [UInt32]
  private var lemmaCount = 0

  init() {
    originOfRow = .allocate(capacity: NetworkWorkspace.mostRows)
    tokens = .allocate(capacity: capacity)
    origin = .allocate(capacity: capacity)
    lemmaKeys = Array(repeating: 0, count: 1024)
    lemmaValues = Array(repeating: 0, count: 1024)
  }

  deinit {
    originOfRow.deallocate()
    tokens.deallocate()
    origin.deallocate()
  }

  /// Makes room for the nodes of a sentence.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    tokens.deallocate()
    origin.deallocate()
    capacity = max(count, capacity * 2)
    tokens = .allocate(capacity: capacity)
    origin = .allocate(capacity: capacity)
  }

  /// Puts nodes of the sentence into the batch, as many as make one piece, and returns their number.
  func addPiece(from start: Int) -> Int {
    let length = min(count - start, NetworkWorkspace.longest)
    let row = network.add(count: length)
    originOfRow[row - 1] = start == 0 ? AnalysisWorkspace.beginsSentence : AnalysisWorkspace.continuesSentence
    (network.tokens + row).update(from: tokens + start, count: length)
    (originOfRow + row).update(from: origin + start, count: length)
    return length
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
