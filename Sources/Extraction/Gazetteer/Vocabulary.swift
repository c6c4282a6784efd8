/// The words of the gazetteer, each a dense id; looked up by the hash of its folded bytes.
///
/// Open addressing with linear probing over 64-bit hashes, at most half full. Two words with one 64-bit hash would be
/// taken for one; among the tens of thousands of words here that has a chance of 10⁻¹⁰, and the tables are fixed.
struct Vocabulary: Sendable {
  private var slots: [UInt64]
  private var ids: [Int32]
  private(set) var classes: [WordClass] = []

  init(capacity: Int = 1024) {
    slots = [UInt64](repeating: 0, count: capacity)
    ids = [Int32](repeating: -1, count: capacity)
  }

  var count: Int { classes.count }

  /// - Complexity: O(1) expected.
  @inline(__always)
  func id(hash: UInt64) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = slots[slot]
      if found == hash { return ids[slot] }
      if found == 0 { return -1 }
      slot = (slot + 1) & mask
    }
  }

  /// The id of a word, a new one where it is not known yet.
  mutating func intern(hash: UInt64) -> Int32 {
    let known = id(hash: hash)
    if known >= 0 { return known }
    if (classes.count + 1) * 2 > slots.count { grow() }
    let id = Int32(classes.count)
    classes.append([])
    place(hash, id)
    return id
  }

  /// The id of a folded word that stands in the tables or in the rules' own lists.
  func id(_ word: StaticString) -> Int32 {
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return id(hash: Folding.hash(bytes, 0..<bytes.count))
  }

  mutating func add(_ value: WordClass, to id: Int32) { classes[Int(id)].formUnion(value) }

  private mutating func place(_ hash: UInt64, _ id: Int32) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = hash
    ids[slot] = id
  }

  private mutating func grow() {
    let old = zip(slots, ids).filter { $0.0 != 0 }
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    ids = [Int32](repeating: -1, count: slots.count)
    for (hash, id) in old { place(hash, id) }
  }
}
