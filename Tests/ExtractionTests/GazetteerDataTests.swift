import CAssets
import Testing

/// A table of the gazetteer as it lies in the program image: comments, header, rows.
private struct GazetteerTable: Sendable {
  let name: String
  let bytes: [UInt8]
  let comments: [String]
  let header: [String]
  let rows: [[String]]

  init(_ name: String, _ asset: entente_asset) {
    self.name = name
    bytes = Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    comments = lines.prefix { $0.hasPrefix("#") }.map(String.init)
    let cells = lines.dropFirst(comments.count).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    header = cells.first ?? []
    rows = Array(cells.dropFirst())
  }

  /// The cell of `row` under `column`.
  func cell(_ row: [String], _ column: String) -> String {
    guard let index = header.firstIndex(of: column), index < row.count else { return "" }
    return row[index]
  }

  /// The members of a list cell; validity ("@begin..end") is left out.
  func list(_ row: [String], _ columns: String...) -> [String] {
    columns.flatMap { cell(row, $0).split(separator: "|") }.map { String($0.prefix { $0 != "@" }) }
  }

  func column(_ name: String) -> Set<String> { Set(rows.map { cell($0, name) }) }
}

private enum Gazetteers {
  static let countries = GazetteerTable("countries", entente_gazetteer_countries())
  static let countryCues = GazetteerTable("country_cues", entente_gazetteer_country_cues())
  static let regions = GazetteerTable("regions", entente_gazetteer_regions())
  static let cities = GazetteerTable("cities", entente_gazetteer_cities())
  static let organizations = GazetteerTable("organizations", entente_gazetteer_organizations())
  static let generic = GazetteerTable("generic_organizations", entente_gazetteer_generic_organizations())
  static let titles = GazetteerTable("titles", entente_gazetteer_titles())
  static let modifiers = GazetteerTable("title_modifiers", entente_gazetteer_title_modifiers())
  static let givenNames = GazetteerTable("given_names", entente_gazetteer_given_names())
  static let familyFirst = GazetteerTable("family_first_surnames", entente_gazetteer_family_first_surnames())
  static let particles = GazetteerTable("surname_particles", entente_gazetteer_surname_particles())
  static let agreementNouns = GazetteerTable("agreement_nouns", entente_gazetteer_agreement_nouns())
  static let agreementExceptions = GazetteerTable("agreement_exceptions", entente_gazetteer_agreement_exceptions())
  static let media = GazetteerTable("media", entente_gazetteer_media())
  static let knownAgreements = GazetteerTable("known_agreements", entente_known_agreements())
  static let events = GazetteerTable("events_not_entities", entente_gazetteer_events_not_entities())

  static let all = [
    countries, countryCues, regions, cities, organizations, generic, titles, modifiers, givenNames, familyFirst,
    particles, agreementNouns, agreementExceptions, knownAgreements, media, events,
  ]

  /// Columns whose cells are lists with "|" between.
  static let lists: Set = [
    "demonyms", "capitals", "forms", "context_forms", "former", "successors", "aliases", "acronyms", "context_aliases",
    "anaphors",
    "flags", "modifiers", "supporting", "opposing", "languages",
  ]

  static let codes = countries.column("code")

  /// Every form of a row of `countries` but those of `context_forms`.
  static func trustedForms(_ row: [String]) -> Set<String> {
    countryForms(row).subtracting(countries.list(row, "context_forms"))
  }

  static func countryForms(_ row: [String]) -> Set<String> {
    Set(countries.list(row, "name", "official", "adjective", "demonyms", "capitals", "forms", "former"))
  }
}

/// The discipline of the embedded gazetteer, which people edit by hand.
@Suite struct GazetteerDataTests {
  // MARK: Form

  @Test(arguments: Gazetteers.all.indices)
  func tablesSayWhatTheyAre(_ index: Int) {
    let table = Gazetteers.all[index]
    #expect(table.comments.count >= 4, "\(table.name) lacks its heading")
    for label in ["# Source:", "# Licence:", "# Date:"] {
      #expect(table.comments.contains { $0.hasPrefix(label) }, "\(table.name) lacks \(label)")
    }
    #expect(table.bytes.last == UInt8(ascii: "\n"), "\(table.name) does not end its last line")
    #expect(!table.bytes.contains(UInt8(ascii: "\r")), "\(table.name) has a carriage return")
  }

  @Test(arguments: Gazetteers.all.indices)
  func rowsAreWholeAndInByteOrder(_ index: Int) {
    let table = Gazetteers.all[index]
    #expect(table.rows.count >= 30, "\(table.name) has \(table.rows.count) rows")
    var previous = ""
    for row in table.rows {
      #expect(row.count == table.header.count, "\(table.name): \(row)")
      let key = row[0]
      #expect(!key.isEmpty, "\(table.name): a row without a key after \(previous)")
      #expect(
        previous.utf8.lexicographicallyPrecedes(key.utf8), "\(table.name): '\(key)' is out of order or twice")
      previous = key
    }
  }

  /// Composed text only (no combining marks), straight apostrophes, no stray white space, no empty or doubled member.
  @Test(arguments: Gazetteers.all.indices)
  func cellsAreClean(_ index: Int) {
    let table = Gazetteers.all[index]
    for row in table.rows {
      for (column, cell) in zip(table.header, row) {
        let scalars = cell.unicodeScalars
        #expect(!scalars.contains { (0x300...0x36F).contains($0.value) }, "\(table.name): decomposed '\(cell)'")
        #expect(!scalars.contains { $0.value == 0x2019 || $0.value == 0xA0 }, "\(table.name): '\(cell)'")
        #expect(!cell.hasPrefix(" ") && !cell.hasSuffix(" ") && !cell.contains("  "), "\(table.name): '\(cell)'")
        guard Gazetteers.lists.contains(column), !cell.isEmpty else { continue }
        let members = cell.split(separator: "|", omittingEmptySubsequences: false)
        #expect(!members.contains { $0.isEmpty || $0.hasPrefix(" ") || $0.hasSuffix(" ") }, "\(table.name): '\(cell)'")
        #expect(Set(members).count == members.count, "\(table.name): doubled in '\(cell)'")
      }
    }
  }

  // MARK: Countries

  @Test func everyISOCodeIsThere() {
    let table = Gazetteers.countries
    for code in Gazetteers.codes {
      #expect(code.utf8.count == 2 && code.utf8.allSatisfy { (65...90).contains($0) }, "code '\(code)'")
    }
    let living = table.rows.filter { table.cell($0, "kind") != "former" && $0[0] != "XK" }
    #expect(living.count == 249, "ISO 3166-1 has 249 codes")
    #expect(table.column("kind") == ["state", "territory", "former"])
  }

  @Test func everyCodeUsedElsewhereIsACountry() {
    for (table, column) in [
      (Gazetteers.regions, "country"), (Gazetteers.cities, "country"), (Gazetteers.organizations, "country"),
      (Gazetteers.titles, "country"), (Gazetteers.media, "country"), (Gazetteers.countryCues, "country"),
    ] {
      let unknown = table.column(column).subtracting(Gazetteers.codes).subtracting([""])
      #expect(unknown.isEmpty, "\(table.name): \(unknown.sorted())")
    }
  }

  @Test func aFormHasOneDefaultOwner() {
    var owners: [String: [String]] = [:]
    for row in Gazetteers.countries.rows {
      for form in Gazetteers.trustedForms(row) { owners[form, default: []].append(row[0]) }
    }
    for (form, codes) in owners.sorted(by: { $0.key < $1.key }) {
      #expect(codes.count == 1, "'\(form)' is trusted for \(codes)")
    }
  }

  @Test func contextFormsAreFormsOfTheirRow() {
    for row in Gazetteers.countries.rows {
      let extra = Set(Gazetteers.countries.list(row, "context_forms")).subtracting(Gazetteers.countryForms(row))
      #expect(extra.isEmpty, "\(row[0]): \(extra.sorted())")
    }
  }

  @Test func formerStatesHaveSuccessorsAndOthersNone() {
    let table = Gazetteers.countries
    for row in table.rows {
      let successors = table.list(row, "successors")
      #expect(successors.isEmpty == (table.cell(row, "kind") != "former"), "\(row[0])")
      #expect(successors.allSatisfy { Gazetteers.codes.contains($0) && $0 != row[0] }, "\(row[0]): \(successors)")
    }
  }

  /// "Burma@..1989-06-18": a name, then half-open validity with at least one end, begin before end.
  @Test func validityIsHalfOpenAndInOrder() {
    let table = Gazetteers.countries
    for row in table.rows {
      for member in table.cell(row, "former").split(separator: "|") + table.cell(row, "capitals").split(separator: "|")
      {
        guard let sign = member.firstIndex(of: "@") else { continue }
        let validity = member[member.index(after: sign)...]
        let dots = validity.firstRange(of: "..")
        #expect(dots != nil, "\(member)")
        guard let dots else { continue }
        let begin = validity[..<dots.lowerBound]
        let end = validity[dots.upperBound...]
        #expect(!(begin.isEmpty && end.isEmpty), "\(member)")
        for date in [begin, end] where !date.isEmpty {
          let parts = date.split(separator: "-")
          #expect((1...3).contains(parts.count) && parts[0].count == 4, "\(member)")
          #expect(parts.allSatisfy { Int($0) != nil }, "\(member)")
        }
        if !begin.isEmpty, !end.isEmpty {
          #expect(begin.utf8.lexicographicallyPrecedes(end.utf8), "\(member)")
        }
      }
      for member in table.cell(row, "former").split(separator: "|") {
        #expect(member.contains("@"), "\(row[0]): '\(member)' is former since when?")
      }
    }
  }

  @Test(arguments: [
    ("United States", "US"), ("U.S.", "US"), ("British", "GB"), ("ROK", "KR"), ("Pyongyang", "KP"), ("DPRK", "KP"),
    ("Swiss", "CH"), ("Dutch", "NL"), ("Filipinos", "PH"), ("Burma", "MM"), ("Türkiye", "TR"), ("Swaziland", "SZ"),
    ("Côte d'Ivoire", "CI"), ("Zaire", "CD"), ("Soviets", "SU"), ("West Germany", "DE"), ("Formosa", "TW"),
    ("Macedonia", "MK"), ("Nigerien", "NE"), ("Nigerian", "NG"), ("Kyiv", "UA"), ("Kiev", "UA"), ("Holland", nil),
    ("Georgia", nil), ("Korea", nil),
  ])
  func wellKnownFormsNameTheirCountry(_ form: String, _ code: String?) {
    let owners = Gazetteers.countries.rows.filter { Gazetteers.trustedForms($0).contains(form) }.map { $0[0] }
    #expect(owners == [code].compactMap { $0 })
  }

  @Test func cuesSpeakOfFormsThatExist() {
    let table = Gazetteers.countryCues
    for row in table.rows {
      let code = table.cell(row, "country")
      let form = table.cell(row, "form")
      #expect(row[0] == "\(form)=\(code)")
      let country = Gazetteers.countries.rows.first { $0[0] == code }
      #expect(country.map { Gazetteers.countryForms($0).contains(form) } == true, "\(code) has no form '\(form)'")
      #expect(!table.list(row, "supporting").isEmpty && !table.list(row, "opposing").isEmpty, "\(row[0])")
    }
  }

  @Test func capitalsAreCitiesOfTheirCountry() {
    let table = Gazetteers.cities
    #expect(table.column("capital") == ["yes", "no"])
    var country: [String: String] = [:]
    for row in table.rows {
      for form in [row[0]] + table.list(row, "forms") {
        #expect(country.updateValue(table.cell(row, "country"), forKey: form) == nil, "city '\(form)' is there twice")
      }
    }
    for row in Gazetteers.countries.rows where row[1] == "state" {
      for capital in Gazetteers.countries.list(row, "capitals") {
        guard let owner = country[capital] else { continue }
        #expect(owner == row[0], "'\(capital)' is the capital of \(row[0]) and a city of \(owner)")
      }
    }
  }

  // MARK: Organizations

  @Test func organizationsKeepTheirVocabulary() {
    let table = Gazetteers.organizations
    let classes: Set = [
      "agency", "alliance", "armed-group", "central-bank", "company", "court", "government", "intelligence",
      "intergovernmental", "legislature", "military", "ministry", "ngo", "party", "police", "university",
    ]
    #expect(table.column("class").subtracting(classes).isEmpty)
    let flags: Set = ["igo", "treaty", "government", "building", "dissolved"]
    let keys = Gazetteers.generic.column("key").union([""])
    var holders: [String: String] = [:]
    for row in table.rows {
      #expect(Set(table.list(row, "flags")).isSubset(of: flags), "\(row[0])")
      #expect(keys.contains(table.cell(row, "generic")), "\(row[0]): \(table.cell(row, "generic"))")
      #expect(
        Set(table.list(row, "context_aliases")).isSubset(of: [table.cell(row, "name")] + table.list(row, "aliases")),
        "\(row[0])")
      #expect(!table.list(row, "aliases").contains(table.cell(row, "name")), "\(row[0]) repeats its name")
      guard !table.cell(row, "generic").isEmpty, !table.list(row, "flags").contains("dissolved") else { continue }
      let place = table.cell(row, "country") + " " + table.cell(row, "generic")
      #expect(holders.updateValue(row[0], forKey: place) == nil, "\(row[0]) and another are \(place)")
    }
  }

  @Test func anAliasHasOneDefaultOrganization() {
    let table = Gazetteers.organizations
    var owners: [String: [String]] = [:]
    for row in table.rows {
      let trusted = Set([table.cell(row, "name")] + table.list(row, "aliases")).subtracting(
        table.list(row, "context_aliases"))
      for alias in trusted { owners[alias, default: []].append(row[0]) }
    }
    for (alias, ids) in owners.sorted(by: { $0.key < $1.key }) {
      #expect(ids.count == 1, "'\(alias)' is trusted for \(ids)")
    }
  }

  /// What names a country names no region, organization, medium or event, unless it needs other evidence.
  @Test func kindsOfNamesAreApart() {
    var kinds: [String: Set<String>] = [:]
    for row in Gazetteers.countries.rows {
      for form in Gazetteers.trustedForms(row) { kinds[form, default: []].insert("country") }
    }
    let organizations = Gazetteers.organizations
    for row in organizations.rows {
      let contextual = Set(organizations.list(row, "context_aliases"))
      for alias in [organizations.cell(row, "name")] + organizations.list(row, "aliases")
      where !contextual.contains(alias) {
        kinds[alias, default: []].insert("organization")
      }
    }
    for (table, column) in [
      (Gazetteers.regions, "forms"), (Gazetteers.media, "aliases"), (Gazetteers.events, "aliases"),
    ] {
      for row in table.rows {
        for form in [row[0]] + table.list(row, column) { kinds[form, default: []].insert(table.name) }
      }
    }
    for (form, owners) in kinds.sorted(by: { $0.key < $1.key }) {
      #expect(owners.count == 1, "'\(form)': \(owners.sorted())")
    }
  }

  @Test func genericOrganizationsFillKnownPlaces() {
    let table = Gazetteers.generic
    #expect(table.column("stands_for") == ["organization", "country", "generic"])
    #expect(table.column("bare") == ["yes", "no"])
    for row in table.rows {
      var template = table.cell(row, "template")
      for place in ["{country}", "{adjective}", "{pattern}", "{place}"] {
        while let range = template.firstRange(of: place) { template.removeSubrange(range) }
      }
      #expect(!template.contains("{") && !template.contains("}"), "\(row[0]): unknown place in \(row)")
      if table.cell(row, "stands_for") == "country" { #expect(table.cell(row, "template") == "{country}") }
    }
  }

  // MARK: People, agreements, media

  @Test func titlesKeepTheirVocabulary() {
    let table = Gazetteers.titles
    let kinds: Set = [
      "academic-honorific", "adviser", "deputy", "diplomat", "envoy", "head-of-government", "head-of-state",
      "honorific",
      "judge", "legislator", "military-office", "military-rank", "minister", "organization-head", "party", "private",
      "religious", "royal", "spokesperson",
    ]
    #expect(table.column("kind") == kinds)
    #expect(table.column("gender") == ["", "f", "m"])
    let flags: Set = ["unique", "affiliation", "prefix", "abbreviation"]
    var folded: [String: String] = [:]
    for row in table.rows {
      #expect(Set(table.list(row, "flags")).isSubset(of: flags), "\(row)")
      #expect(!table.cell(row, "canonical").isEmpty, "\(row)")
      // Two spellings that differ only by case must mean the same office.
      let meaning = table.cell(row, "canonical").lowercased()
      if let other = folded.updateValue(meaning, forKey: row[0].lowercased()) {
        #expect(other == meaning, "'\(row[0])' means '\(meaning)' and '\(other)'")
      }
    }
  }

  @Test func peopleAndAgreementsKeepTheirVocabulary() {
    #expect(Gazetteers.givenNames.column("gender") == ["m", "f", "u"])
    #expect(Gazetteers.givenNames.column("word") == ["yes", "no"])
    #expect(Gazetteers.particles.column("position") == ["first", "inside", "last"])
    #expect(Gazetteers.agreementNouns.column("strength") == ["strong", "weak", "none"])
    #expect(
      Gazetteers.media.column("kind") == ["news-agency", "newspaper", "magazine", "broadcaster", "website"])
    #expect(
      Gazetteers.modifiers.column("sense") == [
        "past", "deceased", "present", "future", "disputed", "subordinate", "joint", "rank", "honorary",
      ])
  }

  /// A name or initials mean one known agreement; the year, where there is one, is a year.
  @Test func aNameHasOneKnownAgreement() {
    let table = Gazetteers.knownAgreements
    var owners: [String: [String]] = [:]
    for row in table.rows {
      for name in [row[0]] + table.list(row, "aliases", "acronyms") { owners[name, default: []].append(row[0]) }
      let signed = table.cell(row, "signed")
      #expect(signed.isEmpty || Int(signed).map { (1800...2100).contains($0) } == true, "\(row[0]): '\(signed)'")
    }
    for (name, rows) in owners.sorted(by: { $0.key < $1.key }) {
      #expect(rows.count == 1, "'\(name)' names \(rows)")
    }
  }

  @Test(arguments: [
    ("NATO", "North Atlantic Treaty Organization"), ("the Pentagon", "U.S. Department of Defense"),
    ("State Department", "U.S. Department of State"), ("Kremlin", "Kremlin"),
    ("IAEA", "International Atomic Energy Agency"),
    ("Hizballah", "Hezbollah"), ("Al-Qaeda", "al-Qaida"), ("Daesh", "Islamic State"),
    ("Turkish Parliament", "Grand National Assembly of Turkey"),
  ])
  func wellKnownOrganizationsAreFound(_ form: String, _ name: String) {
    let table = Gazetteers.organizations
    let bare = form.hasPrefix("the ") ? String(form.dropFirst(4)) : form
    let found = table.rows.filter { table.cell($0, "name") == bare || table.list($0, "aliases").contains(bare) }
    #expect(found.map { table.cell($0, "name") } == [name])
  }
}
