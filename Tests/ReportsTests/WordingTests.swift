import Diplomacy
import PathQueries
import Provenance
import RelationGraph
import Testing

@testable import Reports

struct EventWordingTests {
  private func claim(
    _ event: EventType?, _ weight: Double, kind: ClaimKind = .stance, rule: String = ""
  ) -> Claim {
    SmallWorld.claim(1, kind, SmallWorld.japan, SmallWorld.korea, event, weight, nil, rule: rule).claim
  }

  @Test(
    arguments: [
      (.request, -0.2, "", "pressed"), (.request, -0.05, "", "made a request of"), (.accuse, -0.3, "", "criticized"),
      (.accuse, -0.35, "verb:condemn said", "condemned"), (.support, 0.5, "verb:back", "backed"),
      (.support, 0.5, "verb:thank", "thanked"), (.assault, -0.9, "", "attacked"),
      // The word and what came of it point different ways: only the sign is sure.
      (.support, -0.4, "verb:thank", "opposed"), (.accuse, 0.4, "verb:condemn", "backed"),
      (nil, 0.4, "", "backed"), (nil, -0.4, "title", "opposed"), (nil, 0, "", "commented on"),
    ] as [(EventType?, Double, String, String)])
  func verbsOfStance(event: EventType?, weight: Double, rule: String, told: String) {
    #expect(EventWording.phrase(for: claim(event, weight, rule: rule), target: .country).told == told)
  }

  @Test(
    arguments: [
      (.threaten, -0.35, "verb:terminate future", "threatened to end"), (.reject, -0.5, "verb:violate", "violated"),
      (.support, 0.4, "verb:urge", "backed"), (.cooperate, 0.3, "", "upheld"), (.agree, 0.3, "", "agreed to"),
    ] as [(EventType, Double, String, String)])
  func verbsOfStanceOnAgreements(event: EventType, weight: Double, rule: String, told: String) {
    #expect(EventWording.phrase(for: claim(event, weight, rule: rule), target: .agreement).told == told)
  }

  @Test(
    arguments: [
      (.consult, 0.25, "verb:meet with", "met"), (.consult, 0.4, "verb:visit", "conferred with"),
      (.cooperate, 0.6, "noun:trilateral cooperation effort", "cooperated with"),
      (.support, 0.5, "verb:sign deal", "signed an agreement with"), (nil, -0.2, "", "clashed with"),
    ] as [(EventType?, Double, String, String)])
  func verbsOfCooperation(event: EventType?, weight: Double, rule: String, told: String) {
    #expect(
      EventWording.phrase(for: claim(event, weight, kind: .cooperation, rule: rule), target: .country).told == told)
  }

  /// Whatever the event and the target, the verb takes the side of the sign: friendly and hostile words never mix.
  @Test func aVerbNeverSaysTheOpposite() {
    for target in EntityKind.allCases {
      var friendly: Set<String> = []
      var hostile: Set<String> = []
      for event in EventType.allCases {
        for weight in [0.05, 0.3, 0.9] {
          friendly.insert(EventWording.phrase(for: claim(event, weight), target: target).told)
          hostile.insert(EventWording.phrase(for: claim(event, -weight), target: target).told)
        }
      }
      #expect(friendly.isDisjoint(with: hostile))
    }
  }

  @Test func negatedForms() {
    #expect(VerbPhrase("meet", "met").negated == "did not meet")
    #expect(VerbPhrase("be party to", "is party to").negated == "is not party to")
  }
}

struct ProseNamesTests {
  private func names(_ entities: [Entity]) -> (Graph, ProseNames) {
    let graph = Graph(entities: entities, claims: [])
    return (graph, ProseNames(graph, naming: graph.nodes))
  }

  private func official(_ id: Int, _ name: String, _ aliases: [String] = [], country: String? = nil) -> Entity {
    let roles = country.map { [Role(title: "Minister", country: $0)] } ?? []
    return Entity(id: ID(id), name: name, aliases: aliases, details: .official(Official(roles: roles)))
  }

  @Test func fullAtFirstThenShort() {
    var names = ProseNames(SmallWorld.graph, naming: SmallWorld.graph.nodes)
    let pact = SmallWorld.node(SmallWorld.pact)
    #expect(names.name(pact) == "the Military Information Agreement (GSOMIA)")
    #expect(names.name(pact) == "GSOMIA")
    let milley = SmallWorld.node(SmallWorld.milley)
    #expect([names.name(milley), names.name(milley)] == ["Mark Milley", "Milley"])
    let america = SmallWorld.node(SmallWorld.america)
    #expect([names.name(america), names.name(america)] == ["the United States", "the United States"])
  }

  @Test func aFamilyNameThatTwoHaveIsNotShort() {
    var (_, names) = names([official(0, "George Bush"), official(1, "Jeb Bush"), official(2, "Anna Lindh")])
    #expect([names.name(ID(0)), names.name(ID(0))] == ["George Bush", "George Bush"])
    #expect([names.name(ID(2)), names.name(ID(2))] == ["Anna Lindh", "Lindh"])
  }

  @Test func familyNamesThatComeFirst() {
    var (_, names) = names([
      official(0, "Moon Jae-in", country: "KR"), official(1, "Kang Kyung-wha", ["Kang"], country: "KR"),
    ])
    #expect([names.name(ID(0)), names.name(ID(0))] == ["Moon Jae-in", "Moon Jae-in"])
    #expect([names.name(ID(1)), names.name(ID(1))] == ["Kang Kyung-wha", "Kang"])
  }

  @Test(
    arguments: [
      ("White House", true), ("NATO", false), ("Ministry of Defence", true), ("European Union", true),
      ("The Elders", false), ("Amnesty International", false),
    ])
  func articlesOfBodies(name: String, hasArticle: Bool) {
    let entity = Entity(id: ID(0), name: name, details: .organization(Organization()))
    #expect(ProseNames.needsArticle(entity) == hasArticle)
  }

  @Test func namesCannotControlTheTerminal() {
    var (_, names) = names([official(0, "Bad\u{1B}[31m Name\u{202E}")])
    let (first, second) = (names.name(ID(0)), names.name(ID(0)))
    #expect(!(first + second).unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
  }
}

struct FigureTextTests {
  @Test(arguments: [
    (0.16, "0.16"), (1, "1.00"), (0, "0"), (0.00042, "0.00042"), (0.009999, "0.01"), (0.0015, "0.0015"),
  ])
  func shares(value: Double, text: String) { #expect(TextStyle.share(value) == text) }

  @Test func fractionsAndPercents() {
    #expect(TextStyle.fraction(0.39162) == "0.3916" && TextStyle.fraction(1) == "1.0000")
    #expect(TextStyle.percent(0.18) == "18 %" && TextStyle.percent(0.001) == "less than 1 %")
    #expect(listed([]) == "" && listed(["a"]) == "a" && listed(["a", "b", "c"]) == "a, b and c")
  }

  @Test func datesInSentences() throws {
    let day = try #require(CalendarDate(iso: "2019-11-12"))
    let month = try #require(CalendarDate(iso: "2019-11"))
    #expect(DateSpanText.adverbial(day) == "on 12 November 2019")
    #expect(DateSpanText.adverbial(month) == "in November 2019")
  }
}
