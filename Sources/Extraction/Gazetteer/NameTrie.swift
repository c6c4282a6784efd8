/// All names of the gazetteer as a trie over word ids, for finding the longest name that begins at a word.
///
/// The edges lie in one table, keyed by parent node and word; each node heads a list of the senses that end there.
struct NameTrie: Sendable {
  /// What a name means: a row of one of the tables.
  struct Sense: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
      case country, demonym, city, region, organization, organizationAnaphor, organizationHead, title, agreementNoun
      case agreementException, media, event, agreementName
    }
    /// How the words must be written.
    enum Case: UInt8, Sendable {
      /// Words other than "of", "the" and the like begin with a capital.
      case name
      /// Capitals throughout, with or without full stops.
      case acronym
      /// Any.
      case any
    }
    var kind: Kind
    var letters: Case
    /// Row in the table of the kind.
    var row: Int32
    /// The words need other evidence before they are read so.
    var needsEvidence: Bool
    /// The next sense of the same words, or −1.
    fileprivate var next: Int32 = -1

    init(_ kind: Kind, _ letters: Case, row: Int, needsEvidence: Bool = false) {
      self.kind = kind
      self.letters = letters
      self.row = Int32(row)
      self.needsEvidence = needsEvidence
    }
  }

  private var keys: [UInt64] = [UInt64](repeating: 0, count: 4096)
  private var children: [Int32] = [Int32](repeating: -1, count: 4096)
  private var edgeCount = 0
  private var firstSense: [Int32] = [-1]
  private(set) var senses: [Sense] = []

  static let root: Int32 = 0

  /// The node one word further, or −1.
  ///
  /// - Complexity: O(1) expected.
  @inline(__always)
  func step(_ node: Int32, _ word: Int32) -> Int32 {
    let key = Self.key(node, word)
    let mask = keys.count - 1
    var slot = Self.slot(key) & mask
    while true {
      let found = keys[slot]
      if found == key { return children[slot] }
      if found == 0 { return -1 }
      slot = (slot + 1) & mask
    }
  }

  /// Hands over the senses of the words that lead to a node.
  @inline(__always)
  func forEachSense(at node: Int32, _ body: (Sense) -> Void) {
    var index = firstSense[Int(node)]
    while index >= 0 {
      let sense = senses[Int(index)]
      body(sense)
      index = sense.next
    }
  }

  /// Adds a name; the same sense of the same words is kept once, with the freer of two spellings.
  mutating func insert(_ words: [Int32], _ sense: Sense) {
    guard !words.isEmpty else { return }
    var node = Self.root
    for word in words {
      var child = step(node, word)
      if child < 0 {
        child = Int32(firstSense.count)
        firstSense.append(-1)
        addEdge(Self.key(node, word), child)
      }
      node = child
    }
    var index = firstSense[Int(node)]
    while index >= 0 {
      let known = senses[Int(index)]
      if known.kind == sense.kind, known.row == sense.row {
        // "NATO" that is also written "Nato".
        if known.kind == .organization, known.letters == .acronym, sense.letters == .name {
          senses[Int(index)].letters = .name
        }
        // "Oslo Accords" that are also "the Oslo accords".
        if known.kind == .agreementName, sense.letters == .any { senses[Int(index)].letters = .any }
        return
      }
      index = known.next
    }
    var sense = sense
    sense.next = firstSense[Int(node)]
    firstSense[Int(node)] = Int32(senses.count)
    senses.append(sense)
  }

  @inline(__always)
  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word)) | 1 << 63
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 24)
  }

  private mutating func addEdge(_ key: UInt64, _ child: Int32) {
    if (edgeCount + 1) * 2 > keys.count {
      let old = zip(keys, children).filter { $0.0 != 0 }
      keys = [UInt64](repeating: 0, count: keys.count * 2)
      children = [Int32](repeating: -1, count: keys.count)
      for (key, child) in old { place(key, child) }
    }
    place(key, child)
    edgeCount += 1
  }

  private mutating func place(_ key: UInt64, _ child: Int32) {
    let mask = keys.count - 1
    var slot = Self.slot(key) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    children[slot] = child
  }
}
