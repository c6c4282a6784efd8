import Diplomacy
import Interchange
import Provenance
import TestSupport
import Testing

@Suite("Tables of ties")
struct EdgeListReaderTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  private func read(
    _ text: String, _ reader: EdgeListReader = EdgeListReader()
  ) throws -> (rows: [CodedRow], bad: [Int: String], unused: [String]) {
    let path = try folder.write("ties.csv", text)
    var rows: [CodedRow] = []
    var bad: [Int: String] = [:]
    let unused = try reader.read(path: path) { item in
      switch item {
      case .row(let row): rows.append(row)
      case .bad(let line, let rule): bad[line] = rule
      case .actor, .skipped: break
      }
    }
    return (rows, bad, unused)
  }

  @Test("weights, signs, kinds and times")
  func fields() throws {
    let table = try read(
      """
      source,target,weight,sign,kind,begin,end,remark
      USA,Japan,1,,cooperation,1951-09-08,,treaty
      France,Germany,,-,,1870-07-19,1871,war
      "Korea, South",JP,0.25,-,stance,,,
      Kono,Japan,,,affiliation,2017,2019-09-11,
      """)
    #expect(table.bad.isEmpty && table.unused == ["remark"])
    #expect(table.rows.map(\.weight) == [1, -1, -0.25, 1])
    #expect(table.rows.map(\.kind) == [.cooperation, .stance, .stance, .affiliation])
    #expect(table.rows[0].validity == .lasting(until: nil) && table.rows[0].date == CalendarDate(iso: "1951-09-08"))
    #expect(table.rows[1].validity == .lasting(until: CalendarDate(iso: "1871")))
    #expect(table.rows[2].source.name == "Korea, South" && table.rows[2].date == nil)
    #expect(table.rows[0].text == "USA,Japan,1,,cooperation,1951-09-08,,treaty" && table.rows[0].line == 2)
  }

  @Test("bad rows are named by line and rule, and cost only themselves")
  func badRows() throws {
    let table = try read(
      """
      source,target,weight,kind,begin,end,date
      A,B,0,,,,
      A,B,NaN,,,,
      A,B,1.01,,,,
      A,B,-1e9,,,,
      A,B,much,,,,
      A,B,,,,,
      ,B,1,,,,
      A,,1,,,,
      A,B,1,marriage,,,
      A,B,1,,2020,2019,
      A,B,1,,2019-11-12,2019-11-12,
      A,B,1,,yesterday,,
      A,B,inf,,,,
      "A,B,1,,,,
      A,B,-1,,,,2019-11
      """)
    #expect(table.rows.map(\.line) == [16] && table.rows[0].validity == .event)
    #expect(table.rows[0].date == CalendarDate(iso: "2019-11"))
    #expect(table.bad.keys.sorted() == Array(2...15))
    #expect(table.bad[2] == "a weight of 0 says neither support nor opposition; leave such rows out")
    #expect(table.bad[3] == "the weight is not a number")
    #expect(table.bad[4]?.contains("beyond −1…1") == true)
    #expect(table.bad[7] == "neither a weight nor a sign")
    #expect(table.bad[10]?.contains("no kind of tie") == true)
    #expect(table.bad[12]?.contains("ends (2019-11-12) no later than it begins") == true)
    #expect(table.bad[15] == "a quotation mark is never closed; write one within a cell twice")
  }

  @Test("columns are found by mapping, in other tables than those with commas too")
  func mapping() throws {
    let reader = EdgeListReader(
      mapping: ColumnMapping([.source: "Mem 1", .target: "mem2", .begin: "begyr"]), kind: .cooperation,
      nodeKind: .country)
    let table = try read("\u{FEFF}ATOPID;Mem 1;mem2;begyr;weight\n1005;FRA;GBR;1815;0,5\n", reader)
    #expect(table.rows.map(\.source.name) == ["FRA"] && table.rows[0].weight == 0.5)
    #expect(table.rows[0].kind == .cooperation && table.rows[0].source.kind == .country)
    #expect(table.unused == ["ATOPID"])
    for (mapping, rule) in [
      (ColumnMapping(), "no column \"source\""), (ColumnMapping([.source: "x"]), "no column \"x\""),
    ] {
      let error = #expect(throws: InterchangeError.self) {
        try read("a,b\n1,2\n", EdgeListReader(mapping: mapping))
      }
      #expect(error?.rule.contains(rule) == true && error?.line == 1)
    }
  }

  @Test("quotes, line ends and bytes of any kind are read the same however they are cut", arguments: 0..<20)
  func property(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var text = "source,target,weight,text\r\n"
    var names: [String] = []
    for _ in 0..<200 {
      let name = String(
        (0..<Int.random(in: 1...8, using: &random)).map { _ in "ab\",\n\ré서 ".randomElement(using: &random) ?? "a" })
      names.append(name)
      let quoted = "\"" + name.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
      text += "X,B,0.5,\(quoted)\r\n"
    }
    let table = try read(text)
    #expect(table.bad.isEmpty && table.rows.count == 200)
    let trimmed = names.map { name in
      let bytes = Array(name.utf8)
      guard let first = bytes.firstIndex(where: { $0 > 32 }), let last = bytes.lastIndex(where: { $0 > 32 }) else {
        return ""
      }
      return String(decoding: bytes[first...last], as: UTF8.self)
    }
    for (row, name) in zip(table.rows, trimmed) where !name.isEmpty { #expect(row.text.utf8.elementsEqual(name.utf8)) }
  }
}
