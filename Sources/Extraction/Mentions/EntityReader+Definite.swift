import Diplomacy
import Linguistics

/// A group or a single thing that a noun phrase stands for: "the two countries", "both ministers", "the alliance".
struct GroupReading: Sendable {
  enum Kind: UInt8, Sendable {
    /// Countries named before.
    case countries
    /// Persons named before.
    case persons
    /// Countries, persons or bodies, whoever were named together: "the two sides".
    case anyone
    /// One country: "the neighboring country", "the North".
    case country
    /// "his country": that of the person the pronoun stands for.
    case ownCountry
    /// "the Silva administration": the state that a person leads.
    case government
    /// "the government" of whom the words do not say.
    case itsGovernment
    /// A body by what kind it is: "the ministry", "the rebels".
    case body
    /// Those bound by the agreement spoken of last: "the signatories".
    case signatories
    /// A body by a noun that its row in the gazetteer allows: "the alliance".
    case organization
  }
  var kind: Kind
  /// How many, or 0 where the words do not say.
  var count: Int
  /// "North" or "South" of a divided country, or −1.
  var direction: Int32 = -1
  /// Country or organization rows that the words allow; empty for any.
  var rows: [Int32] = []
  /// The kinds of body that a noun fits, for ``Kind/body``.
  var bodies: Set<OrganizationRecord.Kind> = []
  /// The words of the name in "the Silva administration".
  var leader: Range<Int> = 0..<0
  /// "each country", "all three": those named together before, and nobody where none were.
  var isDistributive = false
  /// "its two allies": others than the one the possessive stands for.
  var isOfOwner = false
}

extension EntityReader {
  /// Reads what follows a determiner, a possessive or a number word; returns the word after it.
  mutating func readDefinite(at index: Int) -> Int? {
    let isDefinite = has(index, [.definite, .possessivePronoun])
    let next = index + 1
    // "that the republic": a conjunction.
    guard next < high, !(has(index, .demonstrative) && has(next, .determiner)) else { return nil }
    let startsWithNumber = has(index, .numberWord) && !has(index, .determiner) || id(index) == ids.both
    if !startsWithNumber {
      if let end = readPerson(at: next, from: has(index, .possessivePronoun) ? next : index, isDefinite: isDefinite) {
        return end
      }
      if let end = readOrganization(at: next, isDefinite: isDefinite) { return end }
    }
    if let end = readNorthOrSouth(at: index) { return end }
    if let end = readGroup(at: index, startsWithNumber: startsWithNumber) { return end }
    return nil
  }

  /// "the North", "the South" of Korea and the like: a direction that a country's name begins with.
  private mutating func readNorthOrSouth(at index: Int) -> Int? {
    guard id(index) == ids.the, isCapital(index + 1), id(index + 1) == ids.north || id(index + 1) == ids.south else {
      return nil
    }
    let next = index + 2
    // "the North Atlantic", "the North Side".
    if isCapital(next), !isInHeadline(sentence) { return nil }
    groups.append(GroupReading(kind: .country, count: 1, direction: id(index + 1)))
    var usage: EntityMention.Usage = []
    if id(next) == WordScanner.Mark.possessive { usage.insert(.possessive) }
    if isLocative(before: index + 1), !usage.contains(.possessive) { usage.insert(.place) }
    add(.group, index..<next, row: Int32(groups.count - 1), form: .nominal, usage: usage)
    return next
  }

  /// "the two countries", "both ministers", "the three allies", "the alliance", "the neighboring country".
  private mutating func readGroup(at index: Int, startsWithNumber: Bool) -> Int? {
    var place = index
    var count = 0
    if has(place, .numberWord) {
      count = number(place)
      place += 1
    } else {
      place += 1
      if has(place, .numberWord) {
        count = number(place)
        place += 1
      }
    }
    if has(place, .article), startsWithNumber { place += 1 }
    if let end = readEach(at: index) { return end }
    let isAll = startsWithNumber && isFollowingAll(index)
    let isDefinite = has(index, [.definite, .possessivePronoun]) || id(index) == ids.both || isAll
    guard isDefinite else { return nil }
    // "Both reaffirmed", "the two agreed": a number that stands for whoever were named.
    // "between the four and Qatar".
    let isAmong = has(index - 1, .between) && place < high && (has(place, .conjunction) || view.words[place].isMark)
    if count > 1, place < high, isFollowedByPredicate(place) || isAmong, !has(index - 1, WordClass.pronoun) {
      var group = GroupReading(kind: .anyone, count: count)
      group.isDistributive = isAll
      return addGroup(group, index..<place)
    }
    var rows: [Int32] = []
    for _ in 0..<4 where place < high {
      let word = view.words[place]
      if word.isMark { return nil }
      if word.id == ids.pair || word.id == ids.duo, count == 0, id(index) == ids.the, id(place + 1) != ids.of {
        return addGroup(GroupReading(kind: .anyone, count: 2, rows: rows), index..<place + 1)
      }
      if word.id == ids.trio, count == 0, id(index) == ids.the, id(place + 1) != ids.of {
        return addGroup(GroupReading(kind: .anyone, count: 3, rows: rows), index..<place + 1)
      }
      // "the alliance", "the regional bloc"; in "the Baltic Energy Agency" the noun ends a name.
      if let match = matches.longest(.organizationAnaphor, at: place),
        id(index) == ids.the || has(index, .possessivePronoun),
        !(index + 1..<place).contains(where: { view.words[$0].isCapital }), !isNounLike(match.words.upperBound)
      {
        return addAnaphor(match, from: index)
      }
      if word.has(.countryNounPlural) {
        // "the rivals" are anybody's; "the two rivals" are those just named.
        if count == 0, id(index) != ids.both, Self.opponents.contains(text(place..<place + 1)) { return nil }
        // "our allies", "its neighbors": those of the owner, and not those named before.
        if has(index, .possessivePronoun), count == 0, isPartner(place) { return nil }
        // "its two allies": those named with the owner.
        if has(index, .possessivePronoun), count > 1, isPartner(place) {
          var group = GroupReading(kind: .countries, count: count, rows: rows)
          group.isOfOwner = true
          return addGroup(group, index..<place + 1)
        }
        // "the governments of Peru and Chile" are those two.
        if id(place + 1) == ids.of, isCapital(place + 2) || has(place + 2, .article) && isCapital(place + 3) {
          return nil
        }
        // "the Governments of X and Y" are those that are named.
        if id(place + 1) == ids.of, rows.isEmpty {
          let named = has(place + 2, .article) ? place + 3 : place + 2
          if countryHit(at: named) != nil { return nil }
        }
        let kind: GroupReading.Kind = id(place) == ids.parties || isSide(place) ? .anyone : .countries
        return addGroup(GroupReading(kind: kind, count: count, rows: rows), index..<place + 1)
      }
      if word.has(.groupPerson), count > 0 || id(index) == ids.both || id(index) == ids.the {
        // "the leaders of X", "the leaders who" are others than those just named.
        guard count > 0 || id(index) == ids.both || rows.isEmpty && isAnaphoric(place) else { return nil }
        return addGroup(GroupReading(kind: .persons, count: count, rows: rows), index..<place + 1)
      }
      if word.has(.countryNoun), count == 0, !isCapital(place), !has(place, .peopleNoun) || place > index + 1 {
        if isNounLike(place + 1), isLower(place + 1) { return nil }
        // "the French government" is the country it names.
        if !rows.isEmpty, has(place, .peopleNoun) { return nil }
        // "the state-run daily".
        if place + 1 < high, view.words[place + 1].shape.contains(.hyphenated) { return nil }
        if has(index, .possessivePronoun), place == index + 1, id(place) == ids.country || id(place) == ids.nation {
          return addGroup(GroupReading(kind: .ownCountry, count: 1), index..<place + 1)
        }
        guard id(index) == ids.the || has(index, .demonstrative) else { return nil }
        if gazetteer.countriesCalled[id(place)] != nil {
          guard rows.isEmpty, id(place + 1) != ids.of, isCalledSo(index + 1..<place) else { return nil }
        }
        // "the Lebanese government" is Lebanon itself; "the Chinese ally" is somebody else's.
        if !rows.isEmpty, !isPartner(place), ![ids.ally, ids.neighbor, ids.neighbour].contains(id(place)) {
          return nil
        }
        return addGroup(GroupReading(kind: .country, count: 1, rows: rows), index..<place + 1)
      }
      if let end = readGovernment(at: place, from: index) ?? readBodyNoun(at: place, from: index) { return end }
      if has(place, [.preposition, .conjunction, .beVerb])
        || isVerb(place) && !Self.bordering.contains(text(place..<place + 1)) && !word.isCapital
          && !word.shape.contains(.hyphenated)
      {
        return nil
      }
      if let hit = countryHit(at: place) {
        rows.append(hit.row)
        place = hit.words.upperBound
      } else {
        place += 1
      }
    }
    return nil
  }

  private static let bordering: Set = ["neighboring", "neighbouring", "bordering", "adjoining"]

  /// "All three have", "all four countries".
  private func isFollowingAll(_ number: Int) -> Bool {
    number > low && text(number - 1..<number).lowercased() == "all"
  }

  /// "Each country thanked", "each side": every one of those named together.
  private mutating func readEach(at index: Int) -> Int? {
    guard has(index, .determiner), index + 1 < high, text(index..<index + 1).lowercased() == "each",
      isLower(index + 1),
      has(index + 1, [.countryNoun, .countryNounPlural]) || isSide(index + 1)
        || Self.sides.contains(text(index + 1..<index + 2)),
      !isNounLike(index + 2) || isVerb(index + 2), id(index + 2) != ids.of
    else { return nil }
    var group = GroupReading(kind: Self.sides.contains(text(index + 1..<index + 2)) ? .anyone : .countries, count: 0)
    group.isDistributive = true
    return addGroup(group, index..<index + 2)
  }

  private static let sides: Set = ["side", "party"]
  private static let opponents: Set = ["adversaries", "enemies", "foes", "rivals"]

  /// "the self-ruled island": what is said of a country, and not "the disputed island" or "the remote island".
  private func isCalledSo(_ words: Range<Int>) -> Bool {
    words.allSatisfy { Self.polities.contains(text($0..<$0 + 1).lowercased()) }
  }

  private static let polities: Set = [
    "autonomous", "claimed", "communist", "democratic", "democratically", "desert", "divided", "gas", "governed",
    "governing", "gulf", "oil", "rich", "ruled", "self", "tiny",
  ]

  /// "the Silva administration", "the government of Ana Silva": the state that somebody leads, by the name.
  mutating func addGovernment(_ words: Range<Int>, of leader: Range<Int>) {
    var group = GroupReading(kind: .government, count: 1)
    group.leader = leader
    groups.append(group)
    var usage: EntityMention.Usage = .people
    if id(words.upperBound) == WordScanner.Mark.possessive { usage.insert(.possessive) }
    add(.group, words, row: Int32(groups.count - 1), form: .nominal, usage: usage)
  }

  /// Whether a word after a name, or before "of" and one, makes of it those who govern with that person.
  func isGovernmentNoun(_ index: Int) -> Bool {
    index < high && !view.words[index].isMark && has(index, [.peopleNoun, .countryNoun])
      && Self.governments.contains(text(index..<index + 1).lowercased())
  }

  private static let governments: Set = ["administration", "cabinet", "government", "junta", "regime"]

  /// "the government", "the Administration": nothing around it says whose.
  private mutating func readGovernment(at place: Int, from index: Int) -> Int? {
    guard place == index + 1, id(index) == ids.the, has(place, .peopleNoun), !isInHeadline(sentence),
      Self.ownGovernments.contains(text(place..<place + 1).lowercased()), !isNounLike(place + 1) || isVerb(place + 1),
      !isCapital(place + 1), ![ids.of, ids.in].contains(id(place + 1)),
      id(place + 1) != WordScanner.Mark.comma, place + 1 >= high || !view.words[place + 1].shape.contains(.hyphenated)
    else { return nil }
    return addGroup(GroupReading(kind: .itsGovernment, count: 1), index..<place + 1)
  }

  private static let ownGovernments: Set = ["administration", "government"]

  /// "the ministry", "the Iran-aligned group", "the rebels", "the signatories"; returns the word after it.
  private mutating func readBodyNoun(at place: Int, from index: Int) -> Int? {
    guard has(place, .bodyNoun), id(index) == ids.the || has(index, .demonstrative), isLower(place),
      !isInHeadline(sentence),
      !view.words[place].shape.contains(.hyphenated), let kinds = gazetteer.bodyNouns[id(place)],
      id(place + 1) != ids.of, !isNounLike(place + 1) || isVerb(place + 1), !isCapital(place + 1),
      place + 1 >= high || !view.words[place + 1].shape.contains(.hyphenated)
    else { return nil }
    // Names among the modifiers are of others: "the Lima group"; "the Iran-backed group" is not.
    for word in index + 1..<place where isCapital(word) {
      guard word + 1 < place, view.words[word + 1].shape.contains(.hyphenated) else { return nil }
    }
    var group = GroupReading(kind: kinds.isEmpty ? .signatories : .body, count: kinds.isEmpty ? 0 : 1)
    group.bodies = kinds
    groups.append(group)
    var usage: EntityMention.Usage = []
    if id(place + 1) == WordScanner.Mark.possessive || endsInApostrophe(place + 1) { usage.insert(.possessive) }
    for word in index + 1..<place {
      if let hit = countryHit(at: word) { addCountry(hit, usage: .affiliation) }
    }
    add(.group, index..<place + 1, row: Int32(groups.count - 1), form: .nominal, usage: usage)
    return place + 1
  }

  /// Whether a verb, an auxiliary or an adverb follows a bare number.
  private func isFollowedByPredicate(_ index: Int) -> Bool {
    switch partOfSpeech(index) {
    case .verb?: !isCapital(index) && !view.words[index].shape.contains(.hyphenated)
    case .auxiliary?: true
    case .adverb?: isLower(index) && isVerb(index + 1)
    default: false
    }
  }

  /// Whether nothing after a plural noun says of whom it speaks.
  private func isAnaphoric(_ noun: Int) -> Bool {
    let next = noun + 1
    return id(next) != ids.of && id(next) != ids.from && !has(next, .subordinate) && !isCapital(next)
  }

  /// A noun for others than those whom "our" and "its" stand for.
  private func isPartner(_ index: Int) -> Bool {
    gazetteer.neighborWords.contains(id(index)) || id(index) == ids.allies
      || text(index..<index + 1).lowercased() == "partners"
  }

  private func isSide(_ index: Int) -> Bool { gazetteer.sideNouns.contains(id(index)) }

  func number(_ index: Int) -> Int { gazetteer.numbers[id(index)] ?? 0 }

  private mutating func addGroup(_ group: GroupReading, _ words: Range<Int>) -> Int {
    groups.append(group)
    var usage: EntityMention.Usage = group.kind == .country || group.kind == .ownCountry ? [] : .group
    if id(words.upperBound) == WordScanner.Mark.possessive || endsInApostrophe(words.upperBound) {
      usage.insert(.possessive)
    }
    add(.group, words, row: Int32(groups.count - 1), form: .nominal, usage: usage)
    return words.upperBound
  }

  /// "the allies' ties": the mark after a plural is a bare apostrophe.
  func endsInApostrophe(_ index: Int) -> Bool {
    guard isQuoteMark(index), index > low else { return false }
    return view.words[index].start == view.words[index - 1].end && !isQuoted[index]
  }

  private mutating func addAnaphor(_ match: NameMatch, from index: Int) -> Int {
    var rows: [Int32] = []
    for candidate in matches.at(match.words.lowerBound)
    where candidate.kind == .organizationAnaphor && candidate.words == match.words {
      rows.append(candidate.row)
    }
    groups.append(GroupReading(kind: .organization, count: 1, rows: rows))
    var usage: EntityMention.Usage = []
    if id(match.words.upperBound) == WordScanner.Mark.possessive { usage.insert(.possessive) }
    add(.group, index..<match.words.upperBound, row: Int32(groups.count - 1), form: .nominal, usage: usage)
    return match.words.upperBound
  }
}
