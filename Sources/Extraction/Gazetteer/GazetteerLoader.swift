import CAssets

/// Parses the tables into a vocabulary, a trie of names and records.
struct GazetteerLoader {
  private(set) var vocabulary = Vocabulary(capacity: 32_768)
  private(set) var trie = NameTrie()
  private(set) var countries: [CountryRecord] = []
  private(set) var cities: [CityRecord] = []
  private(set) var organizations: [OrganizationRecord] = []
  private(set) var organizationHeads: [OrganizationHeadRecord] = []
  private(set) var titles: [TitleRecord] = []
  private(set) var agreementNouns: [AgreementNounRecord] = []
  private(set) var countryRows: [String: Int32] = [:]
  private(set) var leaders: [LeaderRecord] = []
  private(set) var leadersBySurname: [Int32: [Int32]] = [:]
  private(set) var countryCues: [Int32: [CountryCue]] = [:]
  private(set) var countriesCalled: [Int32: Set<Int32>] = [:]
  private(set) var countryGroups: [CountryGroupRecord] = []
  private(set) var agreements: [KnownAgreementRecord] = []
  private(set) var knownAgreements: [Int32: Int32] = [:]
  private(set) var agreementNounWords: Set<Int32> = []
  private(set) var pastModifiers: Set<Int32> = []
  private var portfolios: [String: Portfolio] = ["": 0]
  private var offices: [String: Int32] = [:]
  private var keys: [String: Int32] = [:]

  mutating func load(_ assets: GazetteerAssets) {
    loadWordClasses(assets.wordClasses.buffer)
    loadCountries(assets.countries.buffer)
    loadCities(assets.cities.buffer)
    loadNames(assets.regions.buffer, ["name", "forms"], .region)
    loadOrganizationHeads(assets.organizationHeads.buffer)
    loadOrganizations(assets.organizations.buffer)
    loadTitles(assets.titles.buffer)
    loadTitleModifiers(assets.titleModifiers.buffer)
    // Names that are common words too: "Grace", "Mark" in "mark".
    func word(_ table: Table, _ row: Int) -> WordClass {
      table.text(row, table.column("word")) == "yes" ? .nameAndWord : []
    }
    loadSingleWords(assets.givenNames.buffer, "name") { table, row in
      switch table.text(row, table.column("gender")) {
      case "f": [.givenName, .femaleName, word(table, row)]
      case "m": [.givenName, .maleName, word(table, row)]
      default: [.givenName, word(table, row)]
      }
    }
    loadSingleWords(assets.surnameParticles.buffer, "particle") { _, _ in .nameParticle }
    loadAgreementNouns(assets.agreementNouns.buffer)
    loadNames(assets.agreementExceptions.buffer, ["phrase"], .agreementException)
    loadLeaders(assets.leaders.buffer)
    loadCountryGroups(assets.countryGroups.buffer)
    loadKnownAgreements(assets.knownAgreements.buffer)
    loadSingleWords(assets.familyFirstSurnames.buffer, "name") { _, _ in .familyFirst }
    loadCountryCues(assets.countryCues.buffer)
    loadNames(assets.media.buffer, ["name", "aliases"], .media)
    loadNames(assets.events.buffer, ["name", "aliases"], .event)
  }

  // MARK: Names

  /// The ids of a name's words, and whether it is written in capitals throughout or begins small.
  private mutating func words(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (ids: [Int32], isAcronym: Bool, startsSmall: Bool) {
    var ids: [Int32] = []
    var isAcronym = true
    var startsSmall = false
    for piece in WordScanner(bytes, range) {
      if piece.mark != 0 {
        ids.append(piece.mark)
        continue
      }
      if ids.isEmpty { startsSmall = !piece.shape.contains(.capital) }
      let isShort = piece.range.count <= 7
      if !(piece.shape.contains(.allCapitals) || piece.shape.contains(.initial)
        || piece.shape.contains(.mixed) && isShort) || !isShort
      {
        isAcronym = false
      }
      ids.append(vocabulary.intern(hash: Folding.hash(bytes, piece.range)))
    }
    return (ids, isAcronym && ids.count == 1, startsSmall)
  }

  private mutating func insert(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kind: NameTrie.Sense.Kind, row: Int,
    needsEvidence: Bool = false, letters: NameTrie.Sense.Case? = nil
  ) {
    let name = words(bytes, range)
    let chosen = letters ?? (name.isAcronym ? .acronym : name.startsSmall ? .any : .name)
    trie.insert(name.ids, NameTrie.Sense(kind, chosen, row: row, needsEvidence: needsEvidence))
  }

  /// The forms of a list cell without their validity, "Zaire@1971..1997".
  private func form(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    for index in range where bytes[index] == 0x40 { return range.lowerBound..<index }
    return range
  }

  private func contains(_ table: Table, _ row: Int, _ column: Int?, _ value: Range<Int>) -> Bool {
    let wanted = table.text(value)
    var found = false
    table.forEachItem(row, column) { if table.text($0) == wanted { found = true } }
    return found
  }

  private func has(_ table: Table, _ row: Int, _ column: Int?, _ flag: String) -> Bool {
    var found = false
    table.forEachItem(row, column) { if table.text($0) == flag { found = true } }
    return found
  }

  private mutating func number(_ name: String, _ numbers: WritableKeyPath<GazetteerLoader, [String: Int32]>) -> Int32 {
    guard !name.isEmpty else { return -1 }
    if let known = self[keyPath: numbers][name] { return known }
    let next = Int32(self[keyPath: numbers].count)
    self[keyPath: numbers][name] = next
    return next
  }

  private mutating func portfolio(_ name: String) -> Portfolio {
    if let known = portfolios[name] { return known }
    let next = Portfolio(portfolios.count)
    portfolios[name] = next
    return next
  }

  /// "defense" of "defense-ministry"; nothing for other kinds of bodies.
  private mutating func portfolio(ofKey key: String) -> Portfolio {
    let suffix = "-ministry"
    guard key.hasSuffix(suffix) else { return 0 }
    return portfolio(String(key.dropLast(suffix.utf8.count)))
  }

  // MARK: Tables

  private mutating func loadWordClasses(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Table(bytes)
    let (name, list) = (table.column("class"), table.column("words"))
    for row in 0..<table.rowCount {
      let label = table.text(row, name)
      let value = WordClass.named.first { $0.name.description == label }?.value ?? []
      table.forEachItem(row, list) { item in
        vocabulary.add(value, to: vocabulary.intern(hash: Folding.hash(bytes, item)))
      }
    }
  }

  private mutating func loadCountries(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Table(bytes)
    let code = table.column("code")
    let (name, adjective, context) = (
      table.column("name"), table.column("adjective"), table.column("context_forms")
    )
    let capitals = table.column("capitals")
    for row in 0..<table.rowCount {
      countryRows[table.text(row, code)] = Int32(row)
      countries.append(
        CountryRecord(
          code: table.text(row, code), name: table.text(row, name), adjective: table.text(row, adjective),
          isFormer: table.text(row, table.column("kind")) == "former"))
      for (column, kind) in [
        (name, NameTrie.Sense.Kind.country), (table.column("official"), .country), (table.column("forms"), .country),
        (table.column("former"), .country), (adjective, .demonym), (table.column("demonyms"), .demonym),
      ] {
        table.forEachItem(row, column) { item in
          let form = form(bytes, item)
          guard !form.isEmpty else { return }
          // "U.S." is the adjective, and the name as well.
          insert(bytes, form, kind, row: row, needsEvidence: contains(table, row, context, form))
        }
      }
      table.forEachItem(row, capitals) { item in
        let form = form(bytes, item)
        insert(bytes, form, .city, row: cities.count, needsEvidence: contains(table, row, context, form))
      }
      cities.append(CityRecord(country: Int32(row), isCapital: true))
    }
  }

  private mutating func loadCities(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Table(bytes)
    let (country, capital) = (table.column("country"), table.column("capital"))
    for row in 0..<table.rowCount {
      let isCapital = ["yes", "true", "1", "capital"].contains(table.text(row, capital))
      let place = cities.count
      cities.append(CityRecord(country: countryRows[table.text(row, country)] ?? -1, isCapital: false))
      // Capitals are those of the countries' table, which says what stands for a government.
      guard !isCapital else { continue }
      // "Reading", "Mobile": other evidence is needed, and none is looked for.
      guard table.text(row, table.column("ambiguous")) != "yes" else { continue }
      for column in ["name", "forms"] {
        table.forEachItem(row, table.column(column)) { insert(bytes, $0, .city, row: place) }
      }
    }
  }

  /// Words that speak for or against a country where its name is ambiguous.
  private mutating func loadCountryCues(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Table(bytes)
    let country = table.column("country")
    for row in 0..<table.rowCount {
      guard let place = countryRows[table.text(row, country)] else { continue }
      for (column, weight) in [("supporting", 1), ("opposing", -1)] {
        table.forEachItem(row, table.column(column)) { item in
          let cue = words(bytes, item).ids
          guard let first = cue.first else { return }
          countryCues[place, default: []].append(CountryCue(words: cue, first: first, weight: weight))
        }
      }
    }
  }

  private mutating func loadNames(
    _ bytes: UnsafeBufferPointer<UInt8>, _ columns: [String], _ kind: NameTrie.Sense.Kind
  ) {
    let table = Table(bytes)
    for row in 0..<table.rowCount {
      for column in columns {
        table.forEachItem(row, table.column(column)) { insert(bytes, $0, kind, row: row) }
      }
    }
  }

  private mutating func loadOrganizationHeads(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Table(bytes)
    let (pattern, key, template) = (table.column("pattern"), table.column("key"), table.column("template"))
    let (kind, meaning, bare) = (table.column("class"), table.column("stands_for"), table.column("bare"))
    for row in 0..<table.rowCount {
      let name = table.text(row, key)
      organizationHeads.append(
        OrganizationHeadRecord(
          key: number(name, \.keys), template: table.text(row, template),
          kind: OrganizationRecord.Kind(rawValue: table.text(row, kind)) ?? .agency,
          meaning: OrganizationHeadRecord.Meaning(rawValue: table.text(row, meaning)) ?? .organization,
          portfolio: portfolio(ofKey: name), standsAlone: table.text(row, bare) == "yes"))
      table.forEachItem(row, pattern) { insert(bytes, $0, .organizationHead, row: row, letters: .any) }
    }
  }

  private mutating func loadOrganizations(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Table(bytes)
    let (name, aliases, context) = (
      table.column("name"), table.column("aliases"), table.column("context_aliases")
    )
    let (country, kind, generic, flags) = (
      table.column("country"), table.column("class"), table.column("generic"), table.column("flags")
    )
    for row in 0..<table.rowCount {
      let key = table.text(row, generic)
      organizations.append(
        OrganizationRecord(
          name: table.text(row, name),
          kind: OrganizationRecord.Kind(rawValue: table.text(row, kind)) ?? .agency,
          country: countryRows[table.text(row, country)] ?? -1, key: number(key, \.keys),
          portfolio: portfolio(ofKey: key), isIntergovernmental: has(table, row, flags, "igo"),
          isTreaty: has(table, row, flags, "treaty"), standsForGovernment: has(table, row, flags, "government"),
          isBuilding: has(table, row, flags, "building")))
      let isIntergovernmental = has(table, row, flags, "igo")
      for column in [name, aliases, context] {
        table.forEachItem(row, column) { item in
          // "Unesco", "Opec": an acronym that is spoken as a word may be written as one.
          let isWord = isIntergovernmental && item.count > 4 && words(bytes, item).isAcronym
          // "UN nuclear watchdog": small words among capitals.
          let isMixed = isIntergovernmental && hasSmallWords(bytes, item)
          insert(
            bytes, item, .organization, row: row, needsEvidence: contains(table, row, context, item),
            letters: isWord ? .name : isMixed ? .any : nil)
        }
      }
      table.forEachItem(row, table.column("anaphors")) {
        insert(bytes, $0, .organizationAnaphor, row: row, letters: .any)
      }
    }
  }

  private func hasSmallWords(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    for piece in WordScanner(bytes, range) where piece.mark == 0 && !piece.shape.contains(.capital) {
      let id = vocabulary.id(hash: Folding.hash(bytes, piece.range))
      let isFunction = id >= 0 && vocabulary.classes[Int(id)].contains(.functionWord)
      if !isFunction, !piece.shape.contains(.hyphenated), !piece.shape.contains(.digit) { return true }
    }
    return false
  }

  private mutating func loadTitles(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Table(bytes)
    let (phrase, kind, canonical) = (table.column("phrase"), table.column("kind"), table.column("canonical"))
    let (field, gender, country, flags) = (
      table.column("portfolio"), table.column("gender"), table.column("country"), table.column("flags")
    )
    let local: Set<String> = ["Governor", "Mayor", "Senator", "Representative", "Congressman", "Congresswoman"]
    for row in 0..<table.rowCount {
      let office = table.text(row, canonical)
      titles.append(
        TitleRecord(
          kind: TitleRecord.Kind(rawValue: table.text(row, kind)) ?? .honorific, office: number(office, \.offices),
          canonical: office, portfolio: portfolio(table.text(row, field)),
          gender: table.text(row, gender) == "f" ? .female : table.text(row, gender) == "m" ? .male : .unknown,
          country: countryRows[table.text(row, country)] ?? -1, isUnique: has(table, row, flags, "unique"),
          isAffiliated: has(table, row, flags, "affiliation"), isPrefix: has(table, row, flags, "prefix"),
          isLocal: local.contains(office)))
      let isAbbreviation = has(table, row, flags, "abbreviation")
      table.forEachItem(row, phrase) { insert(bytes, $0, .title, row: row, letters: isAbbreviation ? .name : .any) }
    }
  }

  private mutating func loadAgreementNouns(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Table(bytes)
    let (lemma, plural, typical) = (table.column("lemma"), table.column("plural"), table.column("modifiers"))
    let (kind, strength) = (table.column("class"), table.column("strength"))
    let general: Set<String> = ["agreement", "deal", "pact", "accord"]
    func meaning(_ row: Int) -> AgreementNounRecord.Kind {
      if general.contains(table.text(row, lemma)) { return .general }
      switch (table.text(row, strength), table.text(row, kind)) {
      case ("none", _): return .none
      case ("weak", "treaty"), ("weak", "declaration"): return .weak
      case ("weak", _): return .weakest
      case (_, "truce"): return .truce
      default: return .document
      }
    }
    for row in 0..<table.rowCount {
      // The last word of each: "membership action" plan.
      var modifiers: Set<Int32> = []
      table.forEachItem(row, typical) { if let last = words(bytes, $0).ids.last { modifiers.insert(last) } }
      for (column, isPlural) in [(lemma, false), (plural, true)] {
        table.forEachItem(row, column) {
          let place = agreementNouns.count
          agreementNouns.append(
            AgreementNounRecord(kind: meaning(row), isPlural: isPlural, modifiers: modifiers))
          insert(bytes, $0, .agreementNoun, row: place, letters: .any)
          if let head = words(bytes, $0).ids.last { agreementNounWords.insert(head) }
        }
      }
    }
  }

  private mutating func loadTitleModifiers(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Table(bytes)
    let (modifier, sense) = (table.column("modifier"), table.column("sense"))
    for row in 0..<table.rowCount {
      let name = words(bytes, table.range(row, modifier))
      guard name.ids.count == 1, name.ids[0] >= 0 else { continue }
      vocabulary.add(.titleModifier, to: name.ids[0])
      if ["past", "deceased"].contains(table.text(row, sense)) { pastModifiers.insert(name.ids[0]) }
    }
  }

  /// "the island", "the Nordic countries": which countries a noun or an adjective fits.
  private mutating func loadCountryGroups(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Table(bytes)
    let (form, kind, list) = (table.column("words"), table.column("kind"), table.column("countries"))
    for row in 0..<table.rowCount {
      let ids = words(bytes, table.range(row, form)).ids
      guard let first = ids.first else { continue }
      var rows: Set<Int32> = []
      table.forEachItem(row, list) { if let place = countryRows[table.text($0)] { rows.insert(place) } }
      if table.text(row, kind) == "noun" {
        countriesCalled[first] = rows
      } else {
        countryGroups.append(CountryGroupRecord(words: ids, countries: rows))
      }
    }
    // The longest first: "Southeast Asian" before "Asian".
    countryGroups.sort { $0.words.count > $1.words.count }
  }

  /// Agreements by their initials and their names.
  private mutating func loadKnownAgreements(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Table(bytes)
    let (name, acronyms, aliases) = (table.column("name"), table.column("acronyms"), table.column("aliases"))
    for row in 0..<table.rowCount {
      var record = KnownAgreementRecord(
        name: table.text(row, name), signed: Int(table.text(row, table.column("signed"))) ?? 0, names: [])
      for column in [name, aliases] {
        table.forEachItem(row, column) { item in
          record.names.append(
            words(bytes, item).ids.filter { $0 >= 0 && !vocabulary.classes[Int($0)].contains(.functionWord) })
          insert(bytes, item, .agreementName, row: row, letters: hasSmallWords(bytes, item) ? .any : .name)
        }
      }
      table.forEachItem(row, acronyms) { item in
        if let id = words(bytes, item).ids.first { knownAgreements[id] = Int32(row) }
      }
      agreements.append(record)
    }
  }

  /// Heads of state and government, with the years they were in office.
  private mutating func loadLeaders(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Table(bytes)
    let (surname, name, country) = (table.column("surname"), table.column("name"), table.column("country"))
    let (office, begin, end) = (table.column("office"), table.column("begin"), table.column("end"))
    for row in 0..<table.rowCount {
      guard let place = countryRows[table.text(row, country)] else { continue }
      var kinds: Set<TitleRecord.Kind> = []
      table.forEachItem(row, office) { if let kind = TitleRecord.Kind(rawValue: table.text($0)) { kinds.insert(kind) } }
      let full = words(bytes, table.range(row, name)).ids
      leaders.append(
        LeaderRecord(
          name: table.text(row, name), country: place, kinds: kinds, given: Set(full.filter { $0 >= 0 }),
          begin: Int(table.text(row, begin)) ?? 0, end: Int(table.text(row, end)) ?? 9999,
          isKnownBySurname: table.isEmpty(row, table.column("alone"))))
      table.forEachItem(row, surname) { item in
        guard let last = words(bytes, item).ids.last else { return }
        leadersBySurname[last, default: []].append(Int32(leaders.count - 1))
      }
    }
  }

  /// Words of one piece get a class; phrases are passed over.
  private mutating func loadSingleWords(
    _ bytes: UnsafeBufferPointer<UInt8>, _ column: String, _ value: (Table, Int) -> WordClass
  ) {
    let table = Table(bytes)
    let place = table.column(column)
    for row in 0..<table.rowCount {
      let name = words(bytes, table.range(row, place))
      guard name.ids.count == 1, name.ids[0] >= 0 else { continue }
      vocabulary.add(value(table, row), to: name.ids[0])
    }
  }
}
