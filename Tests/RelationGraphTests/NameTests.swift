import Diplomacy
import TestSupport
import Testing

@testable import RelationGraph

@Suite("Folding names")
struct NameFoldingTests {
  @Test(
    "drops case, diacritics, punctuation and the article",
    arguments: [
      ("São Tomé", "sao tome"), ("Sa\u{303}o Tome\u{301}", "sao tome"), ("U.S.", "us"), ("Abu-Dhabi", "abu dhabi"),
      ("the Kremlin", "kremlin"), ("The", "the"), ("Straße", "strasse"), ("Łódź", "lodz"), ("Ærø", "aero"),
      ("Đặng Văn Minh", "dang van minh"), ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
      ("Côte d’Ivoire", "cote divoire"), ("Trinidad & Tobago", "trinidad and tobago"), ("  a \t b\n", "a b"),
      ("İstanbul", "istanbul"), ("Þór", "thor"), ("北京", "北京"), ("서울", "서울"), ("МОСКВА", "москва"),
      ("ΑΘΗΝΑ", "αθηνα"), ("…", ""), ("", ""), ("G-20", "g 20"),
    ])
  func folds(name: String, folded: String) { #expect(NameFolding.fold(name) == folded) }

  @Test("changes nothing a second time", arguments: ["The The Hague", "Ǆ", "a.b.c", "ŉ", "ﬁ", "\u{1F600} x"])
  func idempotent(name: String) {
    let once = NameFolding.fold(name)
    if !once.hasPrefix("the ") { #expect(NameFolding.fold(once) == once) }
  }

  @Test("knows a base letter for all letters of the blocks it covers, or keeps them")
  func tables() {
    for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let folded = NameFolding.fold(String(scalar))
      let isKept = folded == scalar.properties.lowercaseMapping
      #expect(isKept || folded.utf8.allSatisfy { (0x61...0x7A).contains($0) }, "U+\(String(value, radix: 16))")
    }
    #expect(NameFolding.fold("\u{24F}\u{1EFF}\u{1EF9}\u{17F}") == "yyys")
  }
}

@Suite("Finding an entity by name")
struct NameIndexTests {
  private let index = NameIndex([
    country(1, "Japan", code: "JP", aliases: ["Nippon", "Tokyo"]),
    country(2, "United States", code: "US", aliases: ["America", "U.S."]),
    official(3, "Mark Milley", aliases: ["Milley"]),
    official(4, "Mark Esper", aliases: ["Esper", "the Pentagon chief"]),
    official(5, "Robert Esper", aliases: ["Esper"]),
    agreement(6, "General Security of Military Information Agreement", acronym: "GSOMIA"),
    official(7, "Nippon"),
  ])

  @Test("takes names, aliases, codes and acronyms, folded")
  func known() {
    #expect(index.resolve("japan") == .unique(ID(0)))
    #expect(index.resolve("TOKYO") == .unique(ID(0)))
    #expect(index.resolve("JP") == .unique(ID(0)))
    #expect(index.resolve("us") == .unique(ID(1)))
    #expect(index.resolve("the United States") == .unique(ID(1)))
    #expect(index.resolve("gsomia") == .unique(ID(5)))
    #expect(index.resolve("Pentagon chief") == .unique(ID(3)))
  }

  @Test("prefers canonical names to aliases")
  func canonical() { #expect(index.resolve("Nippon") == .unique(ID(6))) }

  @Test("lists the candidates of an ambiguous name")
  func ambiguous() { #expect(index.resolve("Esper") == .ambiguous([ID(3), ID(4)])) }

  @Test(
    "suggests what comes close",
    arguments: [
      ("Mark Miley", "Mark Milley"), ("Jpaan", "Japan"), ("Mark", "Mark Esper"), ("Milley Mark", "Mark Milley"),
      ("Untied States", "United States"), ("GSOMAI", "GSOMIA"),
    ])
  func suggestions(name: String, first: String) {
    guard case .unknown(let suggestions) = index.resolve(name) else {
      Issue.record("\(name) is known")
      return
    }
    #expect(suggestions.first?.name == first)
    #expect(suggestions.count <= 5)
    #expect(Set(suggestions.map(\.node)).count == suggestions.count)
  }

  @Test("suggests nothing for what is far from all")
  func far() {
    #expect(index.resolve("Wakanda Forever Treaty") == .unknown(suggestions: []))
    #expect(index.resolve("") == .unknown(suggestions: []))
    #expect(index.resolve("?!") == .unknown(suggestions: []))
  }

  @Test("measures edit distance as the full table does", arguments: 0..<200 as Range<UInt64>)
  func distance(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func word() -> [Unicode.Scalar] {
      (0..<Int.random(in: 0...7, using: &random)).map { _ in "abc".unicodeScalars.randomElement(using: &random) ?? "a" }
    }
    let (a, b) = (word(), word())
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = i + j
        } else {
          table[i][j] = min(
            table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
          if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
            table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
          }
        }
      }
    }
    let distance = table[a.count][b.count]
    for limit in 0...8 { #expect(editDistance(a, b, limit: limit) == (distance <= limit ? distance : nil)) }
  }

  @Test("orders rows by columns as sorting does", arguments: 0..<20 as Range<UInt64>)
  func stableOrder(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let greatest: UInt32 = [3, 5000, .max].randomElement(using: &random) ?? 3
    let keys = (0..<500).map { _ in
      (UInt32.random(in: 0...greatest, using: &random), UInt32.random(in: 0...4, using: &random))
    }
    var order = StableOrder(count: keys.count)
    order.sort { keys[$0].1 }
    order.sort { keys[$0].0 }
    let expected = keys.indices.sorted { (keys[$0].0, keys[$0].1, $0) < (keys[$1].0, keys[$1].1, $1) }
    #expect(order.rows.map(Int.init) == expected)
  }
}
