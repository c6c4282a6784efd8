import Diplomacy
import Interchange
import Provenance
import TestSupport
import Testing

@Suite("Event data")
struct EventReaderTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  /// A GDELT record with the columns that matter.
  private func gdelt(
    _ id: Int, _ first: (code: String, country: String, type: String),
    _ second: (code: String, country: String, type: String),
    event: String, goldstein: String, address: String = "https://www.example.org/a?b=1"
  ) -> String {
    var cells = [String](repeating: "", count: 61)
    cells[0] = String(id)
    cells[1] = "20191112"
    for (start, actor) in [(5, first), (15, second)] {
      cells[start] = actor.code
      cells[start + 1] = actor.code + " NAME"
      cells[start + 2] = actor.country
      cells[start + 7] = actor.type
    }
    cells[26] = event
    cells[30] = goldstein
    cells[31] = "4"
    cells[59] = "20191113104500"
    cells[60] = address
    return cells.joined(separator: "\t") + "\n"
  }

  private func items(_ read: ((ImportItem) -> Void) throws -> Void) rethrows -> [ImportItem] {
    var items: [ImportItem] = []
    try read { items.append($0) }
    return items
  }

  private func rows(_ items: [ImportItem]) -> [CodedRow] {
    items.compactMap { if case .row(let row) = $0 { row } else { nil } }
  }

  @Test("GDELT: codes become countries, events and weights; the rest is told by its reason")
  func gdelt() throws {
    let japan = (code: "JPNGOV", country: "JPN", type: "GOV")
    let korea = (code: "KOR", country: "KOR", type: "")
    let rebels = (code: "SYRREB", country: "SYR", type: "REB")
    let path = try folder.write(
      "a.export.CSV",
      gdelt(1, japan, korea, event: "163", goldstein: "-8.0") + gdelt(2, japan, korea, event: "042", goldstein: "1.9")
        + gdelt(3, japan, rebels, event: "190", goldstein: "-10")
        + gdelt(4, japan, ("", "", ""), event: "190", goldstein: "-10")
        + gdelt(5, japan, korea, event: "010", goldstein: "0") + gdelt(6, japan, japan, event: "042", goldstein: "1.9")
        + gdelt(7, japan, korea, event: "0251", goldstein: "", address: "BBC Monitoring")
        + gdelt(8, japan, korea, event: "190", goldstein: "-11") + "1\t2\n"
        + gdelt(9, ("ROM", "ROM", "MIL"), ("EUR", "EUR", ""), event: "0", goldstein: ""))
    let items = try items { emit in try GDELTReader().read(path: path) { emit($0) } }
    let rows = rows(items)
    #expect(rows.map(\.key) == ["gdelt:1", "gdelt:2", "gdelt:3", "gdelt:7"])
    #expect(rows.allSatisfy { $0.source.country == "JP" } && rows.map(\.target.country) == ["KR", "KR", "SY", "KR"])
    #expect(rows.map(\.event) == [.coerce, .consult, .assault, .request])
    #expect(rows.map(\.kind) == [.stance, .cooperation, .stance, .stance])
    #expect(rows.map(\.weight) == [-0.8, 0.19, -1, -0.03])
    #expect(rows[0].date == CalendarDate(iso: "2019-11-12") && rows[0].reported == CalendarDate(iso: "2019-11-13"))
    #expect(rows[0].document == "https://www.example.org/a?b=1" && rows[0].publisher == "example.org")
    #expect(rows[3].document == nil && rows[3].modality == .requested)
    #expect(rows[0].text == "2019-11-12: JPNGOV NAME, CAMEO 163, KOR NAME (4 mentions)")
    let others = items.filter { if case .row = $0 { false } else { true } }
    #expect(
      others == [
        .skipped(line: 4, reason: "one side names no actor"),
        .skipped(line: 5, reason: "a statement, which tells of no relation"),
        .skipped(line: 6, reason: "both sides are one actor"),
        .bad(line: 8, rule: "\"-11\" is no intensity on the Goldstein scale, −10…10"),
        .bad(line: 9, rule: "it has 2 columns; an event record of GDELT 2.0 has 61, parted by tabs"),
        .skipped(line: 10, reason: "an event code that is not known"),
      ])
  }

  @Test("GDELT: bodies that are no state stand by their name, or by country and sector")
  func bodies() throws {
    let japan = (code: "JPN", country: "JPN", type: "")
    var known = gdelt(1, ("UNO", "", "IGO"), japan, event: "042", goldstein: "1.9")
    known = known.replacing("UNO NAME\t\t", with: "UNITED NATIONS\t\tUNO")
    let path = try folder.write(
      "a.export.CSV",
      known + gdelt(2, ("SYRREB", "SYR", "REB"), ("SYRGOV", "SYR", "GOV"), event: "190", goldstein: "-10")
        + gdelt(3, ("USABUS", "USA", "BUS"), japan, event: "061", goldstein: "6.4")
        + gdelt(4, ("JPNCVL", "JPN", "CVL"), japan, event: "141", goldstein: "-6.5")
        + gdelt(5, ("REB", "", "REB"), japan, event: "190", goldstein: "-10"))
    let items = try items { emit in try GDELTReader().read(path: path) { emit($0) } }
    let rows = rows(items)
    #expect(rows.map(\.source.name) == ["United Nations", "Syrian rebels", "U.S. companies"])
    #expect(rows.map(\.source.kind) == [.organization, .organization, .organization])
    #expect(rows.map(\.source.country) == [nil, "SY", "US"])
    #expect(rows.map(\.source.isIntergovernmental) == [true, false, false])
    #expect(rows[1].target.kind == .country && rows[1].target.country == "SY")
    #expect(
      Array(items.suffix(2)) == [
        .skipped(line: 4, reason: "one side is people at large, no state and no organization"),
        .skipped(line: 5, reason: "one side is a body without name or country"),
      ])
  }

  @Test("ICEWS: countries in words, codes that lost a zero, ids with dates")
  func icews() throws {
    let header =
      "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\t"
      + "Target Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\n"
    let path = try folder.write(
      "events.tab",
      header
        + "17\t2015-03-01\tDiet (Japan)\tLegislative,Government\tJapan\tMake a visit\t42\t1.9\tChina\t\tChina\t99\t1\tWire\n"
        + "18\t2015-03-01\tCitizen (India)\tGeneral Population\tIndia\tProtest\t140\t-6.5\tIndia\t\tIndia\t99\t1\tWire\n"
        + "19\t2015-03-01\tIran\t\tIran\tThreaten\t138\t-7.0\tIsrael\t\tIsrael\t\t\t\n"
        + "21\t2015-03-01\tAnsar Dine\tRebel,Insurgents\tMali\tFight\t190\t-10\tAfrican Union\t"
        + "International Government Organization,Regional\t\t\t\t\n"
        + "20\tnever\tIran\t\tIran\tThreaten\t138\t-7.0\tIsrael\t\tIsrael\t\t\t\n")
    let items = try items { emit in try ICEWSReader().read(path: path) { emit($0) } }
    let rows = rows(items)
    #expect(rows.map(\.key) == ["icews:17:2015-03-01", "icews:19:2015-03-01", "icews:21:2015-03-01"])
    #expect(rows.map(\.source.name) == ["Japan", "Iran", "Ansar Dine"])
    #expect(rows.map(\.event) == [.consult, .threaten, .assault])
    #expect(rows[2].source.kind == .organization && rows[2].source.country == "ML")
    #expect(rows[2].target.name == "African Union" && rows[2].target.isIntergovernmental)
    #expect(rows[0].publisher == "Wire" && rows[0].document == "ICEWS story 99" && rows[0].storyKey == "icews:99")
    #expect(rows[1].weight == -0.7 && rows[1].document == nil)
    #expect(items.contains(.skipped(line: 3, reason: "one side is people at large, no state and no organization")))
    #expect(items.contains(.bad(line: 6, rule: "it has no id or no date as 2019-11-12")))
  }

  @Test("POLECAT: several countries a side, Correlates of War numbers, nothing as None")
  func polecat() throws {
    let header =
      "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tActor Name\tActor Country\tActor COW\t"
      + "Primary Actor Sector\tRecipient Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\tSource\t"
      + "Publication Date\n"
    let path = try folder.write(
      "p.txt",
      header
        + "A1\t2023-02-01\tSANCTION\tdiscontinue\t-6.0\tUSA\tUSA\t2\tGOV\tRUS; BLR\tRUS; BLR\tNone\tGOV\tWire\t2023-02-02\n"
        + "A2\t2023-02-01\tCONSULT\tNone\t0.0\tPRK\tNone\t731\tNone\tCHN\tNone\t710\tNone\tNone\tNone\n"
        + "A3\t2023-02-01\tPROTEST\tdemo\t-5\tFRA\tFRA\t220\tCVL\tFRA\tFRA\t220\tGOV\tNone\tNone\n"
        + "A4\t2023-02-01\tDANCE\tNone\t-5\tFRA\tFRA\t220\tGOV\tDEU\tDEU\t255\tGOV\tNone\tNone\n")
    let items = try items { emit in try POLECATReader().read(path: path) { emit($0) } }
    let rows = rows(items)
    #expect(rows.map(\.key) == ["polecat:A1:1", "polecat:A1:2", "polecat:A2"])
    #expect(rows.map(\.target.country) == ["BY", "RU", "CN"] && rows[2].source.country == "KP")
    #expect(rows.map(\.weight) == [-0.6, -0.6, 0.25])
    #expect(rows[0].storyKey == rows[1].storyKey && rows[0].reported == CalendarDate(iso: "2023-02-02"))
    #expect(items.contains(.skipped(line: 4, reason: "one side is people at large, no state and no organization")))
    #expect(items.contains(.bad(line: 5, rule: "\"DANCE\" is no PLOVER event type")))
  }

  @Test("PLOVER as JSON: with POLECAT's columns, as records with lists, and as the coder writes them")
  func plover() throws {
    let lines = #"""
      {"Event ID": "A1", "Event Date": "2023-02-01", "Event Type": "SANCTION", "Intensity": -6, "Actor Name": "USA", \#
      "Actor Country": "USA", "Primary Actor Sector": "GOV", "Recipient Name": "Wagner Group", \#
      "Recipient Country": "RUS", "Primary Recipient Sector": "PAR", "Source": "Wire"}
      {"id": "B2", "date": "2023-02-03", "event_type": "ASSAULT", "mode": ["airstrike"], "text": "It struck.", \#
      "source": [{"text": "Israel", "country": "ISR", "sector": "MIL"}], \#
      "target": [{"name": "Hezbollah", "country": "LBN", "sector": "REB"}, {"country": "SYR"}]}
      {"id": "C3", "date": "2023-02-03", "type": "AID", "attributes": {"ACTOR": [{"text": "the Fund", \#
      "wiki": "International Monetary Fund", "code_1": "IGO"}], "RECIP": [{"text": "Cairo", "country": "EGY"}]}}
      {"id": "D4", "date": "2023-02-03", "type": "AID", "actor": ["FRA"], "target": []}
      {"id": "E5", "date": 7}
      {
      [1]

      """#
    let path = try folder.write("p.jsonl", lines)
    let items = try items { emit in try POLECATReader().read(path: path) { emit($0) } }
    let rows = rows(items)
    #expect(rows.map(\.key) == ["polecat:A1", "polecat:B2:1", "polecat:B2:2", "polecat:C3"])
    #expect(rows[0].source.country == "US" && rows[0].target.name == "Wagner Group" && rows[0].publisher == "Wire")
    #expect(rows[0].weight == -0.6 && rows[1].source.country == "IL" && rows[1].target.name == "Hezbollah")
    #expect(rows[2].target == ActorName("", kind: .country, country: "SY") && rows[1].text == "It struck.")
    #expect(rows[1].rule == "PLOVER ASSAULT (airstrike)" && rows[1].publisher == nil)
    #expect(
      rows[3].source.name == "International Monetary Fund" && rows[3].source.isIntergovernmental
        && rows[3].target.country == "EG")
    #expect(items.contains(.skipped(line: 4, reason: "one side names no actor")))
    #expect(
      items.suffix(3) == [
        .bad(line: 5, rule: "it has no id or no date as 2019-11-12"),
        .bad(line: 6, rule: "it is no JSON: an object has no }"),
        .bad(line: 7, rule: "it is an array; each line is one JSON object"),
      ])
    let list = try folder.write("list.json", "[{}]")
    let error = #expect(throws: InterchangeError.self) { try POLECATReader().read(path: list) { _ in } }
    #expect(error?.rule.contains("jq -c") == true)
  }

  @Test("a file of something else is told apart by its header")
  func header() throws {
    let path = try folder.write("x.tab", "a\tb\n1\t2\n")
    let icews = #expect(throws: InterchangeError.self) { try ICEWSReader().read(path: path) { _ in } }
    #expect(icews?.line == 1 && icews?.rule.contains("no column \"Event ID\"") == true)
    #expect(throws: InterchangeError.self) { try POLECATReader().read(path: path) { _ in } }
    let archive = try folder.write("y.zip", [0x50, 0x4B, 0x03, 0x04, 0, 0])
    let zip = #expect(throws: InterchangeError.self) { try GDELTReader().read(path: archive) { _ in } }
    #expect(zip?.description.contains("unzip -p") == true)
  }

  @Test("codes of countries")
  func codes() {
    let codes = CountryCodes()
    #expect(codes.iso("JP") == "JP" && codes.iso("JPN") == "JP" && codes.iso("EUR") == nil)
    #expect(codes.correlatesOfWar("2") == "US" && codes.correlatesOfWar("740") == "JP")
    #expect(codes.correlatesOfWar("840") == "PH", "not the United States, as in ISO's numbers")
    #expect(codes.cameo("ROM") == "RO" && codes.cameo("JP") == nil && codes.cameo("XYZ") == nil)
  }
}
