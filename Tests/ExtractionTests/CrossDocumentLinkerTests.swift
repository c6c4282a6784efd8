import Diplomacy
import Extraction
import Provenance
import Testing

struct CrossDocumentLinkerTests {
  private func document(_ id: String, _ entities: [Entity], _ claims: [Claim] = []) -> CodedDocument {
    CodedDocument(
      source: SourceText(metadata: DocumentMetadata(id: id), text: "Words."), entities: entities, claims: claims)
  }

  private func country(_ id: Int, _ name: String, _ code: String, _ aliases: [String] = []) -> Entity {
    Entity(id: ID(id), name: name, aliases: aliases, details: .country(Country(code: code)))
  }

  private func official(_ id: Int, _ name: String, _ country: String?, _ title: String = "Minister") -> Entity {
    Entity(id: ID(id), name: name, details: .official(Official(roles: [Role(title: title, country: country)])))
  }

  private func agreement(_ id: Int, _ name: String, _ aliases: [String], acronym: String? = nil, parties: [Int])
    -> Entity
  {
    Entity(
      id: ID(id), name: name, aliases: aliases,
      details: .agreement(Agreement(acronym: acronym, parties: parties.map { ID($0) })))
  }

  private func link(_ documents: [[Entity]]) -> [Entity] {
    var linker = CrossDocumentLinker()
    for (number, entities) in documents.enumerated() { _ = linker.link(document("d\(number)", entities)) }
    return linker.entities
  }

  @Test func namesThatPeopleGaveMeanWhomTheyWereGivenTo() {
    let recorded = [country(0, "South Korea", "KR", ["Seoul"]), official(1, "Taro Kono", "JP")]
    var curated = recorded
    curated[0].aliases.append("Blue House")
    curated[1].aliases.append("The Maverick")
    let house = Entity(id: ID(0), name: "blue house", details: .organization(Organization()))
    let maverick = official(1, "Maverick", "US")
    var named = maverick
    named.aliases = ["the maverick"]
    var linker = CrossDocumentLinker(recorded, curated: curated)
    let claim = Claim(
      kind: .stance, source: ID(0), target: ID(1), weight: 0.5,
      evidence: Evidence(document: "d", sentence: 0, span: Span(0, 1), cue: Span(0, 1)))
    let (linked, changed) = linker.link(document("d", [house, named], [claim]))
    #expect(linked.claims.map(\.source) == [ID(0)] && linked.claims.map(\.target) == [ID(1)])
    #expect(linker.entities.count == 2)
    // The name stays the edit's own, so that it can be taken back.
    #expect(linker.entities[0] == recorded[0])
    #expect(!linker.entities[1].aliases.contains { $0.lowercased().hasPrefix("the ") })
    #expect(changed.allSatisfy { $0.id == ID(1) })
    var plain = CrossDocumentLinker(recorded)
    _ = plain.link(document("d", [house, named], [claim]))
    #expect(plain.entities.count == 4)
  }

  @Test func aSurnameOfTwoWhoWereMergedIsClear() {
    let recorded = [official(0, "Kim Jong-un", "KP"), official(1, "Kim Jong Eun", "KP")]
    var apart = CrossDocumentLinker(recorded)
    _ = apart.link(document("d", [official(0, "Kim", "KP")]))
    #expect(apart.entities.count == 3)
    var merged = CrossDocumentLinker(recorded, curated: [recorded[0]], survivors: [ID(1): ID(0)])
    _ = merged.link(document("d", [official(0, "Kim", "KP")]))
    #expect(merged.entities.count == 2)
  }

  @Test func countriesMeetByCode() {
    let entities = link([
      [country(0, "South Korea", "KR", ["Seoul"])], [country(0, "Japan", "JP"), country(1, "ROK", "KR", ["Korea"])],
    ])
    #expect(entities.map(\.name) == ["South Korea", "Japan"])
    #expect(entities[0].aliases == ["Korea", "ROK", "Seoul"])
  }

  @Test func peopleMeetByFullName() {
    let entities = link([
      [official(0, "Mark A. Milley", "US", "General")], [official(0, "mark milley", nil, "Chairman")],
      [official(0, "Kang Kyung-wha", "KR")], [official(0, "Kang Kyung Wha", "KR")],
    ])
    #expect(entities.map(\.name) == ["Mark A. Milley", "Kang Kyung-wha"])
    guard case .official(let milley) = entities[0].details else { return #expect(Bool(false)) }
    #expect(milley.roles.map(\.title) == ["General", "Chairman"])
  }

  @Test func surnamesMeetWhereOnlyOneCanBeMeant() {
    #expect(link([[official(0, "Taro Kono", "JP")], [official(0, "Kono", nil)]]).count == 1)
    #expect(link([[official(0, "Moon Jae-in", "KR")], [official(0, "Moon", "KR")]]).count == 1)
    #expect(link([[official(0, "Kono", "JP")], [official(0, "Taro Kono", "JP")]]).map(\.name) == ["Taro Kono"])
    #expect(link([[official(0, "Taro Kono", "JP")], [official(0, "Kono", "US")]]).count == 2)
    let two = [[official(0, "Kim Jong-un", "KP")], [official(0, "Kim You-geun", "KP")], [official(0, "Kim", nil)]]
    #expect(link(two).count == 3)
  }

  @Test func twoOfOneTextStayTwo() {
    let entities = link([[official(0, "George Bush", "US"), official(1, "George W. Bush", "US")]])
    #expect(entities.count == 2)
  }

  @Test func agreementsMeetByAcronymAndTakeTheBetterName() {
    let parties = [country(0, "Japan", "JP"), country(1, "South Korea", "KR")]
    let entities = link([
      parties + [agreement(2, "intelligence pact", [], parties: [0, 1])],
      parties + [
        agreement(
          2, "General Security of Military Information Agreement", ["GSOMIA", "intelligence pact"], acronym: "GSOMIA",
          parties: [0, 1])
      ],
      [agreement(0, "GSOMIA", [], acronym: "GSOMIA", parties: [])],
    ])
    #expect(entities.count == 3)
    #expect(entities[2].name == "General Security of Military Information Agreement")
    #expect(entities[2].aliases == ["GSOMIA", "intelligence pact"])
    guard case .agreement(let pact) = entities[2].details else { return #expect(Bool(false)) }
    #expect(pact.parties == [ID(0), ID(1)])
  }

  @Test func descriptionsOfOtherPartiesStayApart() {
    let first = [country(0, "Japan", "JP"), agreement(1, "trade deal", [], parties: [0])]
    let second = [country(0, "Chile", "CL"), agreement(1, "trade deal", [], parties: [0])]
    #expect(link([first, second]).count == 4)
    #expect(
      link([[agreement(0, "trade deal", [], parties: [])], [agreement(0, "trade deal", [], parties: [])]]).count == 2)
  }

  @Test func descriptionsOfTheSamePartiesAndTopicMeet() {
    let parties = [country(0, "Japan", "JP"), country(1, "South Korea", "KR")]
    func pact(_ name: String) -> [Entity] { parties + [agreement(2, name, [], parties: [0, 1])] }
    let named = pact("military intelligence-sharing pact")
    #expect(link([named, pact("Japan-South Korea intelligence agreement")]).count == 3)
    #expect(link([named, pact("Japan-South Korea fisheries agreement")]).count == 4)
    #expect(link([named, pact("Japan-South Korea deal")]).count == 4)
  }

  @Test func ministriesOfTwoCountriesStayApart() {
    func ministry(_ code: String?) -> Entity {
      Entity(id: ID(0), name: "Foreign Ministry", details: .organization(Organization(country: code)))
    }
    #expect(link([[ministry("JP")], [ministry("KR")], [ministry("JP")]]).count == 2)
  }

  @Test func claimsAreCalledByTheGraphsIds() {
    var linker = CrossDocumentLinker([country(0, "Japan", "JP"), country(1, "South Korea", "KR")])
    let evidence = Evidence(document: "d", sentence: 0, span: Span(0, 6), cue: Span(0, 5))
    let claims = [
      Claim(kind: .cooperation, source: ID(0), target: ID(1), weight: 0.3, attribution: [ID(2)], evidence: evidence)
    ]
    let (linked, changed) = linker.link(
      document("d", [country(0, "Seoul", "KR"), country(1, "Japan", "JP"), official(2, "Taro Kono", "JP")], claims))
    #expect(linked.claims[0].source == ID(0) && linked.claims[0].target == ID(1))
    #expect(linked.claims[0].attribution == [ID(2)])
    #expect(linked.entities.map(\.id) == [ID(0), ID(1), ID(2)])
    #expect(changed.map(\.name).contains("Taro Kono"))
    #expect(linker.entities.map(\.id) == [ID(0), ID(1), ID(2)])
  }
}
