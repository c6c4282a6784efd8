/// A hash of text that is the same in every process and on every machine, unlike `Hasher`.
///
/// FNV-1a of 64 bits (Fowler, Noll, Vo; https://datatracker.ietf.org/doc/html/draft-eastlake-fnv), which is to
/// tell pictures of one page apart and not to withstand an attack.
package struct ContentHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// Takes a text in, with a mark of its end.
  package mutating func combine(_ text: String) {
    for byte in text.utf8 { absorb(byte) }
    absorb(0xFF)
  }

  private mutating func absorb(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Five characters of 0–9 and a–v: 25 bits.
  package var text: String {
    let folded = state ^ state >> 24
    let digits = Array("0123456789abcdefghijklmnopqrstuv")
    return String((0..<5).map { digits[Int(folded >> (5 * UInt64($0)) & 31)] })
  }
}
