import Diplomacy
import Provenance

/// The names Entente knows before it reads: countries, cities, organizations, titles, and the words that rules
/// speak of, as frozen tables.
///
/// It is made once, from tables in the program image, and shared by all documents.
public struct Gazetteer: Sendable {
  let tables: GazetteerTables

  /// The tables that come with the program.
  ///
  /// - Complexity: O(bytes of the tables), some milliseconds.
  public init() { tables = GazetteerTables(.embedded) }

  init(_ assets: GazetteerAssets) { tables = GazetteerTables(assets) }
}

/// The tables themselves: one object, so that handing a gazetteer on costs one count of references.
final class GazetteerTables: Sendable {
  let vocabulary: Vocabulary
  let trie: NameTrie
  let countries: [CountryRecord]
  let cities: [CityRecord]
  let organizations: [OrganizationRecord]
  let organizationHeads: [OrganizationHeadRecord]
  let titles: [TitleRecord]
  let agreementNouns: [AgreementNounRecord]
  let words: GazetteerWords
  /// Ids of words before a title that say its holder is out of office.
  let pastModifiers: Set<Int32>
  /// Ids of words after a hyphen that make an adjective of a name: "-led", "-era".
  let compoundTails: Set<Int32>
  /// "sides", "parties": people, countries or bodies.
  let sideNouns: Set<Int32>
  let numbers: [Int32: Int]
  /// Nouns for agreements that are as often something else: "deal", "pact" is none.
  let ambiguousAgreementNouns: Set<Int32>
  /// "great", "good": of "a great deal".
  let greatWords: Set<Int32>
  /// Titles that fit whoever is at the head: "leader", "chief".
  let leaderTitles: Set<Int32>
  /// What kinds of office a plural stands for: "ministers".
  let pluralOffices: [Int32: Set<TitleRecord.Kind>]
  let neighborWords: Set<Int32>
  /// What is done with agreements, and what they do.
  let agreementVerbs: Set<Int32>
  /// Nouns for agreements, which tell nothing of which one.
  let agreementNounWords: Set<Int32>
  let countryCues: [Int32: [CountryCue]]
  let leaderRecords: [LeaderRecord]
  /// Agreements of more names than one.
  let agreementRecords: [KnownAgreementRecord]
  /// Their rows by the ids of their acronyms.
  let knownAgreements: [Int32: Int32]
  /// Their rows by the year they were signed in.
  let agreementsByYear: [Int: [Int32]]
  private let leadersBySurname: [Int32: [Int32]]
  /// Words of titles that the United States does not have.
  let foreignTitleWords: Set<Int32>
  let negations: Set<Int32>
  /// What a word next to an agreement says of its standing.
  let statusWords: [Int32: Agreement.Status]
  /// "statement", "remarks": what a title calls a text that someone issues.
  let statementWords: Set<Int32>
  let memberWords: Set<Int32>
  /// Words between "members" and their names.
  let memberLinks: Set<Int32>
  let expiryWords: Set<Int32>
  /// "bilateral" and the like.
  let sidedWords: Set<Int32>
  /// "forces", "peacekeepers": people who make a body of their own when a body of states sends them.
  let forceWords: Set<Int32>
  let peacekeepingWords: Set<Int32>
  let relativeWords: Set<Int32>
  /// Nouns that make of a title before them something other than its holder: "post", "candidate".
  let postWords: Set<Int32>
  let setWord: Int32
  /// Rows of the countries that a noun fits which not every country is called by: "the island".
  let countriesCalled: [Int32: Set<Int32>]
  /// Nouns for bodies, by the kinds of body that they may stand for; for parties to an agreement none.
  let bodyNouns: [Int32: Set<OrganizationRecord.Kind>]
  /// The longest words first.
  let countryGroups: [CountryGroupRecord]
  private let organizationsByKey: [Int64: Int32]
  private let parents: [Int32: Int32]
  private let countryRows: [String: Int32]
  /// What "Brussels" stands for beside Belgium, or −1.
  let europeanUnion: Int32

  init(_ assets: GazetteerAssets) {
    var loader = GazetteerLoader()
    loader.load(assets)
    vocabulary = loader.vocabulary
    trie = loader.trie
    countries = loader.countries
    cities = loader.cities
    organizations = loader.organizations
    organizationHeads = loader.organizationHeads
    titles = loader.titles
    agreementNouns = loader.agreementNouns
    let vocabulary = loader.vocabulary
    func set(_ words: [StaticString]) -> Set<Int32> { Set(words.map { vocabulary.id($0) }.filter { $0 >= 0 }) }
    words = GazetteerWords(vocabulary)
    pastModifiers = loader.pastModifiers
    compoundTails = set([
      "led", "era", "based", "style", "born", "backed", "controlled", "held", "occupied", "made", "wide", "owned",
      "friendly", "speaking", "educated", "sponsored", "brokered", "mediated", "dominated", "bound", "sized",
    ])
    sideNouns = set(["sides", "parties"])
    ambiguousAgreementNouns = set([
      "deal", "deals", "compact", "accord", "accords", "treaty", "contract", "understanding",
    ])
    greatWords = set(["great", "good", "big", "raw"])
    var numbers: [Int32: Int] = [:]
    for (word, value): (StaticString, Int) in [
      ("both", 2), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8),
      ("nine", 9), ("ten", 10), ("2", 2), ("3", 3), ("4", 4), ("5", 5), ("6", 6), ("7", 7), ("8", 8), ("9", 9),
      ("10", 10),
    ] {
      numbers[vocabulary.id(word)] = value
    }
    numbers[-1] = nil
    self.numbers = numbers
    leaderTitles = Set(
      loader.titles.indices.filter {
        ["leader", "chief", "head", "boss", "ruler"].contains(loader.titles[$0].canonical)
      }
      .map { Int32($0) })
    var plural: [Int32: Set<TitleRecord.Kind>] = [:]
    for (word, kinds): (StaticString, Set<TitleRecord.Kind>) in [
      ("ministers", [.minister, .headOfGovernment]), ("secretaries", [.minister]),
      ("presidents", [.headOfState]), ("premiers", [.headOfGovernment]),
      ("leaders", [.headOfState, .headOfGovernment, .royal]), ("kings", [.royal]),
      ("generals", [.militaryRank, .militaryOffice]), ("ambassadors", [.diplomat]), ("envoys", [.envoy, .diplomat]),
    ] {
      plural[vocabulary.id(word)] = kinds
    }
    plural[-1] = nil
    pluralOffices = plural
    neighborWords = set(["neighbor", "neighbour", "neighboring", "neighbouring", "neighbors", "neighbours"])
    agreementNounWords = loader.agreementNounWords
    countryCues = loader.countryCues
    leaderRecords = loader.leaders
    agreementRecords = loader.agreements
    knownAgreements = loader.knownAgreements
    agreementsByYear = Dictionary(
      grouping: loader.agreements.indices.filter { loader.agreements[$0].signed > 0 }.map(Int32.init),
      by: { loader.agreements[Int($0)].signed })
    leadersBySurname = loader.leadersBySurname
    foreignTitleWords = set(["minister", "chancellor", "premier", "taoiseach"])
    negations = set(["not", "no", "never", "refused", "failed", "declined", "without"])
    var status: [Int32: Agreement.Status] = [:]
    for (word, value): (StaticString, Agreement.Status) in [
      ("signed", .signed), ("ratified", .signed), ("force", .inForce), ("effect", .inForce),
      ("suspended", .suspended), ("suspends", .suspended), ("suspension", .suspended), ("withdrew", .withdrawn),
      ("withdrawal", .withdrawn), ("expire", .expiring), ("expires", .expiring), ("expiry", .expiring),
      ("expiration", .expiring), ("expired", .ended), ("lapsed", .ended), ("collapsed", .ended),
      ("proposed", .proposed), ("draft", .proposed), ("possible", .proposed), ("potential", .proposed),
      ("planned", .proposed),
    ] {
      status[vocabulary.id(word)] = value
    }
    status[-1] = nil
    statusWords = status
    statementWords = set(["statement", "remarks", "message", "letter"])
    memberWords = set(["member", "members"])
    memberLinks = set(["including", "like", "such", "as", "among", "states", "countries", "state", "nations"])
    expiryWords = set(["expire", "expires", "expired", "expiry", "expiration", "lapse", "lapses", "lapsed"])
    sidedWords = set(["bilateral", "trilateral"])
    forceWords = set(["forces", "force", "troops", "peacekeepers", "mission"])
    relativeWords = set(["which", "who", "that"])
    countriesCalled = loader.countriesCalled
    var bodies: [Int32: Set<OrganizationRecord.Kind>] = [:]
    for (noun, kinds): (StaticString, Set<OrganizationRecord.Kind>) in [
      ("agency", [.agency, .intergovernmental, .intelligence]), ("chipmaker", [.company]), ("company", [.company]),
      ("court", [.court]), ("extremists", [.armedGroup]), ("firm", [.company]),
      ("group", [.armedGroup, .intergovernmental, .alliance]), ("grouping", [.intergovernmental, .alliance]),
      ("guerrillas", [.armedGroup]), ("insurgents", [.armedGroup]), ("islamists", [.armedGroup]),
      ("manufacturer", [.company]), ("militants", [.armedGroup]), ("militia", [.armedGroup]),
      ("ministry", [.ministry]), ("movement", [.armedGroup, .party]),
      ("organisation", [.intergovernmental, .alliance, .armedGroup]),
      ("organization", [.intergovernmental, .alliance, .armedGroup]), ("party", [.party]), ("rebels", [.armedGroup]),
      ("signatories", []), ("terrorists", [.armedGroup]), ("watchdog", [.intergovernmental, .agency]),
    ] {
      bodies[vocabulary.id(noun)] = kinds
    }
    bodies[-1] = nil
    bodyNouns = bodies
    countryGroups = loader.countryGroups
    postWords = set(["post", "job", "position", "candidate", "candidates", "election", "role", "office", "level"])
    peacekeepingWords = set(["peacekeeping", "military", "monitoring", "stabilization", "observer"])
    setWord = vocabulary.id("set")
    agreementVerbs = Set(
      (0..<Int32(vocabulary.count)).filter { vocabulary.classes[Int($0)].contains(.agreementVerb) })
    countryRows = loader.countryRows
    var byKey: [Int64: Int32] = [:]
    for (row, record) in loader.organizations.enumerated() where record.key >= 0 && record.country >= 0 {
      let key = Int64(record.country) << 32 | Int64(record.key)
      // The first of several stands: rows are in a fixed order.
      if byKey[key] == nil { byKey[key] = Int32(row) }
    }
    organizationsByKey = byKey
    // "United Nations Security Council" begins with the name of the body that it is of.
    var rows: [Substring: Int32] = [:]
    for (row, record) in loader.organizations.enumerated() where record.isIntergovernmental && record.country < 0 {
      rows[record.name[...]] = Int32(row)
    }
    var parents: [Int32: Int32] = [:]
    for (row, record) in loader.organizations.enumerated() where record.isIntergovernmental && record.country < 0 {
      for (parent, parts) in Self.organs where parts.contains(record.name) {
        parents[Int32(row)] = rows[parent[...]]
      }
      for index in record.name.indices where record.name[index] == " " {
        if let parent = rows[record.name[..<index]] { parents[Int32(row)] = parent }
      }
    }
    self.parents = parents
    europeanUnion = rows["European Union"] ?? -1
  }

  /// Organs whose names do not begin with that of the body they are of.
  private static let organs: [(parent: String, parts: Set<String>)] = [
    (
      "European Union",
      [
        "Council of the European Union", "European Commission", "European Council", "European External Action Service",
        "European Parliament",
      ]
    ),
    (
      "North Atlantic Treaty Organization",
      [
        "International Security Assistance Force", "Kosovo Force", "NATO-Russia Council", "NATO-Ukraine Council",
        "North Atlantic Council",
      ]
    ),
    (
      "United Nations",
      [
        "International Court of Justice", "International Criminal Tribunal for the former Yugoslavia",
        "Office of the United Nations High Commissioner for Refugees", "UNRWA",
      ]
    ),
  ]

  /// The body of many states that another such body is part of, by its name.
  func parent(of organization: Int32) -> Int32? { parents[organization] }

  /// The body of its own name that is a country's body of a kind.
  func organization(ofCountry country: Int32, generic head: Int32) -> Int32? {
    let key = organizationHeads[Int(head)].key
    return organizationsByKey[Int64(country) << 32 | Int64(key)]
  }

  func organization(ofCountry country: Int32, key: Int32) -> Int32? {
    organizationsByKey[Int64(country) << 32 | Int64(key)]
  }

  /// Rows of the leaders of a surname.
  func leaders(surname: Int32) -> [Int32] { leadersBySurname[surname] ?? [] }

  /// The row of a country by its code.
  func country(code: String) -> Int32? { countryRows[code] }

  /// Texts of these years call the Soviet Union Russia, and mean it by Moscow and the Kremlin.
  static func isSovietTime(_ date: CalendarDate?) -> Bool { date.map { (1923...1990).contains($0.year) } ?? false }

  /// The country that a text of some date means by a country's name.
  func country(_ row: Int32, asOf date: CalendarDate?) -> Int32 {
    guard Self.isSovietTime(date), countries[Int(row)].code == "RU" else { return row }
    return country(code: "SU") ?? row
  }
}

/// Ids of single words that rules name.
struct GazetteerWords: Sendable {
  let of, with, against, by, `for`, between, toward, towards, to, or, the, and, based, born, there, north, south: Int32
  let both, from, `in`, at, on, called, known, `as`, than, elect, designate, statement, readout, remarks, letter: Int32
  let message, joint, call, meeting, former, i, we, my, our, his, her, its, their, a, an, state, party, parties: Int32
  let pair, duo, trio, counterpart, counterparts, colleague, country, nation, ally, allies, neighbor, neighbour: Int32

  init(_ vocabulary: Vocabulary) {
    func id(_ word: StaticString) -> Int32 {
      let id = vocabulary.id(word)
      // A word no table has stands nowhere: no mark or word has this id.
      return id < 0 ? -1000 : id
    }
    pair = id("pair")
    duo = id("duo")
    trio = id("trio")
    ally = id("ally")
    allies = id("allies")
    neighbor = id("neighbor")
    neighbour = id("neighbour")
    country = id("country")
    nation = id("nation")
    counterpart = id("counterpart")
    counterparts = id("counterparts")
    colleague = id("colleague")
    of = id("of")
    with = id("with")
    against = id("against")
    by = id("by")
    `for` = id("for")
    between = id("between")
    toward = id("toward")
    towards = id("towards")
    to = id("to")
    or = id("or")
    the = id("the")
    and = id("and")
    based = id("based")
    born = id("born")
    there = id("there")
    north = id("north")
    south = id("south")
    both = id("both")
    from = id("from")
    `in` = id("in")
    at = id("at")
    on = id("on")
    called = id("called")
    known = id("known")
    `as` = id("as")
    than = id("than")
    elect = id("elect")
    designate = id("designate")
    statement = id("statement")
    readout = id("readout")
    remarks = id("remarks")
    letter = id("letter")
    message = id("message")
    joint = id("joint")
    call = id("call")
    meeting = id("meeting")
    former = id("former")
    i = id("i")
    we = id("we")
    my = id("my")
    our = id("our")
    his = id("his")
    her = id("her")
    its = id("its")
    their = id("their")
    a = id("a")
    an = id("an")
    state = id("state")
    party = id("party")
    parties = id("parties")
  }
}
