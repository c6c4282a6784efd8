internal import CAssets

/// What a word's form says about the borders around it.
struct WordClasses: OptionSet {
  let rawValue: UInt16

  /// An abbreviated title, which a name follows: `Gen`.
  static let title = WordClasses(rawValue: 1 << 0)
  static let month = WordClasses(rawValue: 1 << 1)
  static let weekday = WordClasses(rawValue: 1 << 2)
  /// `Inc`, `Corp`.
  static let company = WordClasses(rawValue: 1 << 3)
  /// A state of the United States or a province of Canada: `Va`.
  static let state = WordClasses(rawValue: 1 << 4)
  /// `St`, `Ave`.
  static let place = WordClasses(rawValue: 1 << 5)
  /// An abbreviation only before a figure: `No`.
  static let number = WordClasses(rawValue: 1 << 6)
  /// An abbreviation wherever it stands: `etc`.
  static let general = WordClasses(rawValue: 1 << 7)
  /// An abbreviation where the sentence goes on in lower case: `est`.
  static let cautious = WordClasses(rawValue: 1 << 8)
  /// A prefix that keeps its hyphen: `non`.
  static let prefix = WordClasses(rawValue: 1 << 9)
  /// A unit that splits from the figure it is glued to: `km`.
  static let unit = WordClasses(rawValue: 1 << 10)
  /// Two words written as one: `cannot`.
  static let split = WordClasses(rawValue: 1 << 11)
  /// A function word that opens a sentence when it is capitalized: `The`.
  static let opener = WordClasses(rawValue: 1 << 12)
  /// The last part of a domain or file name: `com`.
  static let file = WordClasses(rawValue: 1 << 13)

  /// An opener that is one even where everything is written in capitals: `THE`, but not `OF`.
  static let subject = WordClasses(rawValue: 1 << 14)

  /// After a name: `Jr`.
  static let suffix = WordClasses(rawValue: 1 << 15)

  static let abbreviation: WordClasses = [
    .title, .suffix, .month, .weekday, .company, .state, .place, .number, .general, .cautious,
  ]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init?(label: Substring) {
    switch label {
    case "title": self = .title
    case "month": self = .month
    case "weekday": self = .weekday
    case "company": self = .company
    case "state": self = .state
    case "suffix": self = .suffix
    case "place": self = .place
    case "number": self = .number
    case "general": self = .general
    case "cautious": self = .cautious
    case "prefix": self = .prefix
    case "unit": self = .unit
    case "split": self = .split
    case "opener": self = .opener
    case "subject": self = .subject
    case "file": self = .file
    default: return nil
    }
  }
}

/// The embedded words with their classes, found by hash without allocation.
///
/// - Complexity: a look-up is O(length of the word); words longer than ``longest`` are never in the table.
struct WordTable: Sendable {
  /// Length in bytes of the longest word.
  private(set) var longest = 0
  private var slots: [Slot]
  private var text: [UInt8] = []
  private let mask: Int

  private struct Slot {
    var hash: UInt32 = 0
    var start: UInt16 = 0
    var length: UInt8 = 0
    /// For ``WordClasses/split``: the bytes of the first word.
    var firstLength: UInt8 = 0
    var classes: WordClasses = []
  }

  /// The table of `data/tokenization.tsv`.
  static let embedded = WordTable(rows: embeddedRows)

  /// The rows of `data/tokenization.tsv` without remarks and header.
  static var embeddedRows: [Substring] {
    let asset = entente_tokenization_words()
    let table = String(decoding: UnsafeBufferPointer(start: asset.bytes, count: asset.count), as: UTF8.self)
    return Array(table.split(separator: "\n").drop { $0.hasPrefix("#") }.dropFirst())
  }

  /// Reads rows of word, class and value, parted by tabs.
  init(rows: [Substring]) {
    var size = 256
    while size < rows.count * 2 { size *= 2 }
    mask = size - 1
    slots = [Slot](repeating: Slot(), count: size)
    for row in rows {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, let classes = WordClasses(label: fields[1]) else {
        preconditionFailure("a row of the table of words needs word, class and value: \(row)")
      }
      insert(Array(fields[0].utf8), classes, firstLength: UInt8(fields[2]) ?? 0)
    }
  }

  private mutating func insert(_ word: [UInt8], _ classes: WordClasses, firstLength: UInt8) {
    longest = max(longest, word.count)
    var hash: UInt32 = 0x811C_9DC5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    var at = Int(hash) & mask
    while slots[at].length > 0 {
      let slot = slots[at]
      if slot.hash == hash, Int(slot.length) == word.count,
        text[Int(slot.start)..<Int(slot.start) + word.count].elementsEqual(word)
      {
        break
      }
      at = (at + 1) & mask
    }
    if slots[at].length == 0 {
      slots[at].hash = hash
      slots[at].start = UInt16(text.count)
      slots[at].length = UInt8(word.count)
      text += word
    }
    slots[at].classes.formUnion(classes)
    if firstLength > 0 { slots[at].firstLength = firstLength }
  }

  /// The classes of a word, ASCII capitals folded and the curly apostrophe left as it is.
  func classes(of range: Range<Int>, in text: TextBytes) -> (classes: WordClasses, firstLength: Int) {
    guard range.count <= longest else { return ([], 0) }
    var hash: UInt32 = 0x811C_9DC5
    for at in range { hash = (hash ^ UInt32(TextBytes.lowercased(text[at]))) &* 0x0100_0193 }
    var at = Int(hash) & mask
    while slots[at].length > 0 {
      let slot = slots[at]
      if slot.hash == hash, Int(slot.length) == range.count, equal(slot, range, text) {
        return (slot.classes, Int(slot.firstLength))
      }
      at = (at + 1) & mask
    }
    return ([], 0)
  }

  private func equal(_ slot: Slot, _ range: Range<Int>, _ bytes: TextBytes) -> Bool {
    for offset in 0..<range.count
    where text[Int(slot.start) + offset] != TextBytes.lowercased(bytes[range.lowerBound + offset]) {
      return false
    }
    return true
  }
}
