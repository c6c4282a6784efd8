import Diplomacy
import Provenance
import RelationGraph
import Testing

@Suite("A filter of edges")
struct EdgeFilterTests {
  // 0: A → B +0.25, 2019 and 2021; 1: A → T −0.3, 2020, planned; 2: B ↔ O cooperation 0.4, two stories, undated;
  // 3: O → A affiliation; 4: O → B stance, negated.
  private let graph = Graph(
    entities: [country(1, "A"), country(2, "B"), agreement(3, "T"), official(4, "O")],
    claims: [
      recorded(1, from: 1, to: 2, weight: 0.5, date: "2019-05-01"),
      recorded(2, from: 1, to: 2, weight: 0.5, date: "2021-05-01", story: 1),
      recorded(3, from: 1, to: 3, weight: -0.7, modality: .planned, date: "2020-05-01"),
      recorded(4, .cooperation, from: 2, to: 4, weight: 0.6),
      recorded(5, .cooperation, from: 4, to: 2, weight: 0.6),
      recorded(6, .affiliation, from: 4, to: 1, weight: 1, date: "2020-01"),
      recorded(7, from: 4, to: 2, weight: 0.5, modality: .negated, date: "2020-01"),
    ], weighting: EdgeWeighting(halfLife: nil))

  private func admitted(_ filter: EdgeFilter) -> [Int] { graph.edges(filter).map(\.index) }

  @Test("admits by default all with a claim that counts")
  func byDefault() {
    #expect(admitted(EdgeFilter()) == [0, 1, 2, 3])
    #expect(admitted(EdgeFilter(includesUncounted: true)) == [0, 1, 2, 3, 4])
  }

  @Test("admits by kind of edge and of entity")
  func kinds() {
    #expect(admitted(EdgeFilter(kinds: [.cooperation, .affiliation])) == [2, 3])
    #expect(admitted(EdgeFilter(kinds: [])) == [])
    #expect(admitted(EdgeFilter(nodeKinds: [.country])) == [0])
    #expect(admitted(EdgeFilter(nodeKinds: [.country, .official])) == [0, 2, 3])
  }

  @Test("admits by sign, with facts on either side")
  func signs() {
    #expect(admitted(EdgeFilter(sign: .positive)) == [0, 2, 3])
    #expect(admitted(EdgeFilter(sign: .negative)) == [1, 3])
  }

  @Test("admits by least weight and stories")
  func minima() {
    #expect(admitted(EdgeFilter(minimumWeight: 0.29)) == [1, 2, 3])
    #expect(admitted(EdgeFilter(minimumStories: 2)) == [2])
  }

  @Test("admits by dates of single claims, not by the span between the first and the last")
  func dates() {
    func window(_ begin: String?, _ end: String?) -> EdgeFilter {
      EdgeFilter(
        dates: DateWindow(
          begin: begin.flatMap { CalendarDate(iso: $0) }, end: end.flatMap { CalendarDate(iso: $0) }))
    }
    #expect(admitted(window("2020-01-01", "2021-01-01")) == [1, 3])
    #expect(admitted(window("2021-05-01", nil)) == [0])
    #expect(admitted(window(nil, "2019-05-01")) == [])
    #expect(admitted(window(nil, nil)) == [0, 1, 3])
  }

  @Test(
    "takes a month for its first day, and no date from a denial beside what counts",
    arguments: [
      ("2019-11", "2019-11-01", "2019-11-02", true), ("2019-11", "2019-11-02", nil, false),
      ("2019", "2019-01-01", "2019-01-02", true), ("2019-11-30", "2019-11", "2019-12", true),
      ("2019-12-01", "2019-11", "2019-12", false), ("2019", "2018", "2019", false), ("2021-01-05", "2021", nil, false),
    ])
  func precision(date: String, begin: String?, end: String?, isAdmitted: Bool) {
    let isDenied = date == "2021-01-05"
    let claims =
      [recorded(1, from: 1, to: 2, modality: isDenied ? .negated : .asserted, date: date)]
      + (isDenied ? [recorded(2, from: 1, to: 2, date: "2019"), recorded(3, from: 1, to: 2, date: "2020")] : [])
    let graph = Graph(entities: [country(1, "A"), country(2, "B")], claims: claims)
    let window = DateWindow(
      begin: begin.flatMap { CalendarDate(iso: $0) }, end: end.flatMap { CalendarDate(iso: $0) })
    #expect(graph.admits(ID(0), EdgeFilter(dates: window)) == isAdmitted)
    if let date = CalendarDate(iso: date), !isDenied { #expect(window.contains(date) == isAdmitted) }
  }

  @Test(
    "takes what lasts from its begin up to its end",
    arguments: [
      ("1951-09-08", "1960-05-19", "1955", "1956", true), ("1951-09-08", "1960-05-19", "1960-05-19", nil, false),
      ("1951-09-08", "1960-05-19", "1960-05-18", nil, true), ("1951-09-08", "1960-05-19", nil, "1951-09-08", false),
      ("1951-09-08", nil, "2019", "2020", true), (nil, "1960", "1959", nil, true), (nil, nil, "2019", "2020", true),
    ] as [(String?, String?, String?, String?, Bool)])
  func lasting(begin: String?, end: String?, from: String?, to: String?, isAdmitted: Bool) throws {
    func day(_ text: String?) -> CalendarDate? { text.flatMap { CalendarDate(iso: $0) } }
    var alliance = recorded(1, from: 1, to: 2, date: begin)
    alliance.claim.validity = .lasting(until: day(end))
    let graph = Graph(
      entities: [country(1, "A"), country(2, "B"), country(3, "C")],
      claims: [alliance, recorded(2, from: 1, to: 3, date: "1951")])
    let filter = EdgeFilter(dates: DateWindow(begin: day(from), end: day(to)))
    #expect(graph.admits(ID(0), filter) == isAdmitted)
    // An event is over on its day.
    #expect(!graph.admits(ID(1), filter) || from == nil)
  }

  @Test("joins its conditions")
  func together() {
    #expect(admitted(EdgeFilter(kinds: [.stance], sign: .negative, minimumWeight: 0.25)) == [1])
    #expect(graph.admits(ID(1), EdgeFilter(kinds: [.stance], sign: .negative)))
    #expect(!graph.admits(ID(0), EdgeFilter(kinds: [.stance], sign: .negative)))
  }
}
