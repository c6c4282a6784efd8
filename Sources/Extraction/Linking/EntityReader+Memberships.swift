import Diplomacy
import Linguistics
import Provenance

/// Which states a text tells to be members of which bodies.
extension EntityReader {
  /// "NATO member Turkey", "Hungary, a member of the EU", "ASEAN members including Vietnam".
  func memberships() -> [Fact] {
    var facts: [Fact] = []
    // "our Alliance": those who speak are of it.
    for mention in raw where mention.kind == .group && mention.entities.count == 1 && !mention.words.isEmpty {
      guard groups[Int(mention.row)].kind == .organization,
        view.words[mention.words.lowerBound].has(.pronounFirstPlural),
        !isQuoted[mention.words.lowerBound], drafts[Int(mention.entities[0])].kind == .organization
      else { continue }
      for country in holderCountries {
        facts.append(
          Fact(
            kind: .membership, source: country, target: mention.entities[0], sentence: mention.sentence, rule: "member",
            confidence: 0.7))
      }
    }
    for (index, mention) in raw.enumerated()
    where mention.entities.count == 1 && !mention.words.isEmpty
      && (mention.kind == .organization
        || mention.kind == .group && drafts[Int(mention.entities[0])].kind == .organization)
    {
      let organization = mention.entities[0]
      let range = view.sentences[mention.sentence]
      func id(_ place: Int) -> Int32 { range.contains(place) ? view.words[place].id : -999 }
      func add(_ countries: [Int32]) {
        for country in countries where drafts[Int(country)].kind == .country {
          facts.append(
            Fact(
              kind: .membership, source: country, target: organization, sentence: mention.sentence, rule: "member",
              confidence: 0.8))
        }
      }
      add(namedMembers(of: index))
      add(bracketedMembers(of: index))
      add(othersNamed(with: index))
      add(ownersOfMembership(in: index))
      switch drafts[Int(organization)].organizationKind {
      case .alliance, .intergovernmental, nil:
        add(ownersOfFellows(of: index))
        add(holdersOfChair(of: index))
        add(statesCalled(after: index))
        add(thoseActingAsMembers(of: index))
        add(thoseAdmitted(to: index))
      default: break
      }
      // "our NATO Allies": those who speak are in it.
      if drafts[Int(organization)].organizationKind == .alliance, range.contains(mention.words.upperBound),
        id(mention.words.upperBound) == ids.allies, id(mention.words.lowerBound - 1) == ids.our,
        !isQuoted[mention.words.lowerBound]
      {
        add(holderCountries)
      }
      if let before = ownedMember(of: index) { add([before]) }
      var next = mention.words.upperBound
      // "Turkey, a NATO ally": whoever is an alliance's ally is in it.
      let isAlly =
        drafts[Int(organization)].organizationKind == .alliance && (id(next) == ids.ally || id(next) == ids.allies)
      if gazetteer.memberWords.contains(id(next)) || isAlly {
        next += 1
        // "member states Poland and Hungary", "members including", "members such as".
        while gazetteer.memberLinks.contains(id(next))
          || id(next) == WordScanner.Mark.comma && gazetteer.memberLinks.contains(id(next + 1))
        {
          next += 1
        }
        if let first = mentionIndex(at: next, after: index) { add(list(beginningAt: first)) }
        // "Turkey, a NATO member", "Turkey is a NATO member".
        add(subject(before: mention.words.lowerBound, at: index))
        add(subjects(before: mention.words.lowerBound, at: index))
      } else {
        // "a member of NATO", "members of the EU including".
        var place = mention.words.lowerBound - 1
        while range.contains(place), view.words[place].has(.article) { place -= 1 }
        if id(place) == ids.of, gazetteer.memberWords.contains(id(place - 1)) {
          add(subject(before: place - 1, at: index))
          add(subjects(before: place - 1, at: index))
          while gazetteer.memberLinks.contains(id(next)) || isListMark(id(next)) { next += 1 }
          // "the members of the body are A and B".
          if range.contains(next), view.words[next].has(.beVerb) { next += 1 }
          if next > mention.words.upperBound, let first = mentionIndex(at: next, after: index) {
            let named = list(beginningAt: first)
            if gazetteer.memberLinks.contains(id(next - 1)) || named.count > 1 { add(named) }
          }
        }
      }
    }
    return facts
  }

  func mentionIndex(at word: Int, after index: Int) -> Int? {
    var place = index + 1
    while place < raw.count, raw[place].words.lowerBound <= word + 1, place < index + 12 {
      if raw[place].words.lowerBound == word
        || raw[place].words.lowerBound == word + 1 && view.words[word].has(.article)
      {
        return place
      }
      place += 1
    }
    return nil
  }

  /// The drafts of a coordination from its first mention on.
  func list(beginningAt first: Int) -> [Int32] {
    var result: [Int32] = []
    var end = raw[first].words.lowerBound
    var index = first
    while index < raw.count, raw[index].sentence == raw[first].sentence, index < first + 30 {
      let mention = raw[index]
      index += 1
      guard mention.words.lowerBound >= end else { continue }
      guard mention.words.lowerBound - end <= 3,
        (end..<mention.words.lowerBound).allSatisfy({
          view.words[$0].id == WordScanner.Mark.comma || view.words[$0].has([.conjunction, .article])
        }),
        mention.entities.count == 1
      else { break }
      result.append(mention.entities[0])
      end = mention.words.upperBound
    }
    return result
  }

  /// The countries before "are" or "became": "A and B are members of", "both countries are".
  private func subjects(before word: Int, at index: Int) -> [Int32] {
    let range = view.sentences[raw[index].sentence]
    var place = word - 1
    // "is one of the founding members of".
    while range.contains(place), place > word - 6, !view.words[place].has(.beVerb), !view.words[place].isMark,
      view.words[place].has([.modifierCommon, .titleModifier, .article]) || !view.words[place].isCapital
    {
      place -= 1
    }
    guard range.contains(place), view.words[place].has(.beVerb) else { return [] }
    // "X, which is a member of".
    if range.contains(place - 2), gazetteer.relativeWords.contains(view.words[place - 1].id),
      view.words[place - 2].id == WordScanner.Mark.comma
    {
      place -= 2
    }
    var before = index - 1
    while before >= 0, raw[before].sentence == raw[index].sentence, index - before < 8 {
      let mention = raw[before]
      if mention.words.upperBound == place, !mention.entities.isEmpty {
        return mention.entities.count > 1 ? mention.entities : coordination(endingAt: before)
      }
      before -= 1
    }
    return []
  }

  /// The country before ", a" or "is a".
  private func subject(before word: Int, at index: Int) -> [Int32] {
    let range = view.sentences[raw[index].sentence]
    var place = word - 1
    var sawArticle = false
    var isSeveral = false
    while range.contains(place), word - place < 6,
      view.words[place].has([.article, .modifierCommon, .numberWord, .titleModifier])
        || !sawArticle && !view.words[place].isMark && !view.words[place].isCapital
          && !view.words[place].has([.beVerb, .preposition, .conjunction, .subordinate])
    {
      if view.words[place].has(.article) { sawArticle = true }
      if view.words[place].has(.numberWord) {
        sawArticle = true
        isSeveral = true
      }
      place -= 1
    }
    guard range.contains(place), sawArticle || view.words[place].id == WordScanner.Mark.comma else { return [] }
    let isBecoming = isWord(place, Self.becoming)
    let isLinked =
      view.words[place].id == WordScanner.Mark.comma || view.words[place].has(.beVerb) || isBecoming
    guard isLinked else { return [] }
    // "and recently became".
    while isBecoming, range.contains(place - 1), word - place < 12, !view.words[place - 1].isCapital,
      view.words[place - 1].id == WordScanner.Mark.comma || !view.words[place - 1].isMark,
      !raw[..<index].suffix(6).contains(where: { $0.words.upperBound == place })
    { place -= 1 }
    var before = index - 1
    while before >= 0, raw[before].sentence == raw[index].sentence, index - before < 8 {
      let mention = raw[before]
      before -= 1
      if mention.words.upperBound == place,
        mention.kind == .country || mention.kind == .pronoun || mention.kind == .group,
        mention.entities.count == 1 || mention.kind != .country
      {
        if mention.kind != .country { return mention.entities }
        return isSeveral ? coordination(endingAt: before + 1) : mention.entities
      }
    }
    return []
  }

  private func isListMark(_ id: Int32) -> Bool {
    id == WordScanner.Mark.comma || id == WordScanner.Mark.dash || id == WordScanner.Mark.openBracket
      || id == WordScanner.Mark.colon
  }

  /// "the Council, which groups A, B and C", "the Quad -- A, B, C and D", "the G7 (A, B and C)", "the body's members, A
  /// and B": the states told behind the name of a body.
  private func namedMembers(of index: Int) -> [Int32] {
    let mention = raw[index]
    switch drafts[Int(mention.entities[0])].organizationKind {
    case .alliance, .intergovernmental, nil: break
    default: return []
    }
    let range = view.sentences[mention.sentence]
    var place = mention.words.upperBound
    func id(_ place: Int) -> Int32 { range.contains(place) ? view.words[place].id : -999 }
    if id(place) == WordScanner.Mark.possessive { place += 1 }
    if range.contains(place), view.words[place].has(.countryNounPlural) { place += 1 }
    var isTold = false
    if id(place) == WordScanner.Mark.dash || id(place) == WordScanner.Mark.openBracket {
      isTold = true
      while id(place) == WordScanner.Mark.dash || id(place) == WordScanner.Mark.openBracket { place += 1 }
    } else {
      if id(place) == WordScanner.Mark.comma { place += 1 }
      // "the Council, a forum that brings together".
      if range.contains(place), view.words[place].has(.article) {
        let relative = (place + 1..<place + 6).first {
          range.contains($0) && (gazetteer.relativeWords.contains(view.words[$0].id) || isWord($0, Self.made))
        }
        if let relative, (place..<relative).allSatisfy({ !view.words[$0].isMark && !view.words[$0].isCapital }) {
          place = relative
        }
      }
      if range.contains(place), gazetteer.relativeWords.contains(view.words[place].id) { place += 1 }
      let word = range.contains(place) ? text(place..<place + 1) : ""
      if Self.comprising.contains(word) {
        isTold = true
        place += 1
        if isWord(place, ["together"]) { place += 1 }
      } else if Self.made.contains(word) {
        place += 1
        if range.contains(place), text(place..<place + 1) == "up" { place += 1 }
        isTold = id(place) == ids.of
        place += 1
      }
    }
    guard isTold, let first = mentionIndex(at: place, after: index) else { return [] }
    let named = list(beginningAt: first).map(stateServed)
    return named.count > 1 && named.allSatisfy { drafts[Int($0)].kind == .country } ? named : []
  }

  /// The country of a leader named for it: "the group's leaders – President A of X and Prime Minister B of Y".
  func stateServed(_ draft: Int32) -> Int32 {
    guard drafts[Int(draft)].kind == .official,
      let row = drafts[Int(draft)].roles.last(where: { $0.country >= 0 })?.country
    else { return draft }
    return links.countries[row] ?? draft
  }

  /// "Norway and other members of the alliance", "Norway and other NATO states", "the G7 foreign ministers of A, B and C".
  private func othersNamed(with index: Int) -> [Int32] {
    let mention = raw[index]
    guard isOfStates(mention.entities[0]) else { return [] }
    let range = view.sentences[mention.sentence]
    func word(_ place: Int) -> String { range.contains(place) ? text(place..<place + 1).lowercased() : "" }
    let next = mention.words.upperBound
    if mention.usage.contains(.people), word(next) == "of" {
      guard let first = mentionIndex(at: next + 1, after: index) else { return [] }
      let named = list(beginningAt: first)
      return named.count > 1 && named.allSatisfy { drafts[Int($0)].kind == .country } ? named : []
    }
    guard Self.memberNouns.contains(word(next)), word(mention.words.lowerBound - 1) == "other",
      ["and", "or"].contains(word(mention.words.lowerBound - 2))
    else { return [] }
    let end = mention.words.lowerBound - 2
    var before = index - 1
    while before >= 0, raw[before].sentence == mention.sentence, index - before < 6 {
      if raw[before].words.upperBound == end || raw[before].words.upperBound == end - 1, raw[before].kind == .country,
        raw[before].entities.count == 1
      {
        return coordination(endingAt: before)
      }
      before -= 1
    }
    return []
  }

  /// Whether states are the members of a body.
  func isOfStates(_ draft: Int32) -> Bool {
    switch drafts[Int(draft)].organizationKind {
    case .alliance, .intergovernmental: true
    default: false
    }
  }

  /// "has frozen its membership in the bloc", "Peru's membership of the body": who has it.
  private func ownersOfMembership(in index: Int) -> [Int32] {
    let mention = raw[index]
    guard isOfStates(mention.entities[0]) else { return [] }
    let range = view.sentences[mention.sentence]
    var place = mention.words.lowerBound - 1
    // "the Russia-led bloc".
    while range.contains(place), mention.words.lowerBound - place < 5,
      !isWord(place, ["membership", "participation", "seat"]), !view.words[place].isMark
    { place -= 1 }
    guard range.contains(place - 1), isWord(place, ["membership", "participation", "seat"]),
      isWord(place + 1, ["in", "of"])
    else { return [] }
    var before = index - 1
    while before >= 0, raw[before].sentence == mention.sentence, place - raw[before].words.upperBound < 3 {
      if raw[before].usage.contains(.possessive), raw[before].words.upperBound <= place { return raw[before].entities }
      before -= 1
    }
    return []
  }

  private static let memberNouns: Set = ["allies", "countries", "members", "nations", "states"]

  /// "A, B and C (“the P3”)": the states before a name in brackets.
  private func bracketedMembers(of index: Int) -> [Int32] {
    let mention = raw[index]
    let range = view.sentences[mention.sentence]
    var place = mention.words.lowerBound - 1
    while range.contains(place), view.words[place].has(.article) || isQuoteMark(place) { place -= 1 }
    guard range.contains(place),
      view.words[place].id == WordScanner.Mark.openBracket || view.words[place].id == WordScanner.Mark.dash
    else { return [] }
    if range.contains(place - 1), view.words[place - 1].id == WordScanner.Mark.dash { place -= 1 }
    var before = index - 1
    while before >= 0, raw[before].sentence == mention.sentence, index - before < 4 {
      if raw[before].words.upperBound == place, raw[before].entities.count == 1 {
        let named = coordination(endingAt: before)
        return named.count > 1 && named.allSatisfy { drafts[Int($0)].kind == .country } ? named : []
      }
      before -= 1
    }
    return []
  }

  private static let becoming: Set = ["became", "become", "becomes", "remain", "remained", "remains"]

  func isWord(_ index: Int, _ words: Set<String>) -> Bool {
    view.words.indices.contains(index) && !view.words[index].isMark && words.contains(text(index..<index + 1))
  }

  private static let comprising: Set = [
    "brings", "comprise", "comprises", "comprising", "embraces", "encompasses", "group", "grouping", "groups", "links",
    "unites",
    "includes", "uniting",
  ]
  private static let made: Set = ["composed", "consisting", "consists", "made"]

  /// "Sweden, NATO's newest member".
  private func ownedMember(of index: Int) -> Int32? {
    let mention = raw[index]
    let range = view.sentences[mention.sentence]
    var place = mention.words.upperBound
    guard range.contains(place), view.words[place].id == WordScanner.Mark.possessive else { return nil }
    place += 1
    for _ in 0..<3 where range.contains(place) {
      if gazetteer.memberWords.contains(view.words[place].id) {
        let comma = mention.words.lowerBound - 1
        guard range.contains(comma), view.words[comma].id == WordScanner.Mark.comma else { return nil }
        var before = index - 1
        while before >= 0, raw[before].sentence == mention.sentence, index - before < 4 {
          if raw[before].words.upperBound == comma, raw[before].kind == .country, raw[before].entities.count == 1 {
            return raw[before].entities[0]
          }
          before -= 1
        }
        return nil
      }
      guard !view.words[place].isMark, !view.words[place].isCapital else { return nil }
      place += 1
    }
    return nil
  }
}
