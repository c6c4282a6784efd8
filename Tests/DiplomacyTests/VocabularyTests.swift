import Diplomacy
import Provenance
import Testing

struct VocabularyTests {
  @Test func eventsKeepTheSignOfTheirQuadrant() throws {
    let friendly: Set<EventType> = [.agree, .consult, .support, .concede, .cooperate, .aid, .retreat]
    for event in EventType.allCases {
      #expect(event.isConflict != friendly.contains(event), "\(event)")
      #expect((-1...1).contains(event.intensity) && event.intensity != 0)
    }
    #expect(EventType.allCases.count == 16)
    let accuse = try #require(EventType(rawValue: "ACCUSE"))
    #expect(accuse.intensity < 0, "the manual's +3 is a misprint")
  }

  @Test func materialEventsWeighMoreThanWords() {
    #expect(EventType.assault.intensity < EventType.threaten.intensity)
    #expect(EventType.aid.intensity > EventType.agree.intensity)
  }

  @Test func onlyStanceAndCooperationAreSigned() {
    #expect(ClaimKind.allCases.filter(\.isSigned) == [.stance, .cooperation])
    #expect(ClaimKind.allCases.filter { !$0.isDirected } == [.cooperation])
  }

  @Test func theCountryOfAnEntity() {
    func code(_ details: Entity.Details) -> String? { Entity(id: ID(0), name: "x", details: details).countryCode }
    #expect(code(.country(Country(code: "JP"))) == "JP")
    let roles = [Role(title: "Foreign Minister", country: "JP"), Role(title: "Judge", country: nil)]
    #expect(code(.official(Official(roles: Array(roles.prefix(1))))) == "JP")
    #expect(code(.official(Official(roles: roles))) == "JP", "of undated roles the fuller one counts")
    var later = roles
    later[1].begin = CalendarDate(year: 2020)
    #expect(code(.official(Official(roles: later))) == nil, "the latest role counts")
    #expect(code(.organization(Organization(country: "US"))) == "US")
    #expect(code(.agreement(Agreement())) == nil)
  }

  @Test func theOfficeToShow() {
    func title(_ titles: String...) -> String? { Official(roles: titles.map { Role(title: $0) }).principalRole?.title }
    #expect(title() == nil)
    #expect(title("Defense Secretary", "chief") == "Defense Secretary")
    #expect(title("Envoy", "Agent") == "Agent", "ties go by the alphabet, whatever the order")
    #expect(title("Agent", "Envoy") == "Agent")
  }

  @Test func idsAreOrderedByNumber() {
    #expect(ID<Entity>(2) < ID<Entity>(10))
    #expect(ID<Entity>(7).index == 7)
  }
}
