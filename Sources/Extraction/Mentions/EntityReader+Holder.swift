import Diplomacy
import Linguistics
import Provenance

/// Who issues a text: the official of its title or byline, or the government that publishes it.
extension EntityReader {
  /// The country of the body that publishes the text: "U.S. Department of State", "Ministry of Foreign Affairs of Japan".
  func countryOfPublisher() -> Int32? {
    guard let publisher = document.metadata.publisher, !publisher.isEmpty else { return nil }
    let text = Array(publisher.utf8)
    var pieces: [(id: Int32, isCapital: Bool)] = []
    text.withUnsafeBufferPointer { bytes in
      for piece in WordScanner(bytes, 0..<bytes.count) {
        let id = piece.mark != 0 ? piece.mark : gazetteer.vocabulary.id(hash: Folding.hash(bytes, piece.range))
        pieces.append((id, piece.shape.contains(.capital)))
      }
    }
    var country: Int32?
    var isGovernment = false
    for start in pieces.indices {
      var node = NameTrie.root
      for index in start..<pieces.count {
        node = pieces[index].id == -1 && index == start ? -1 : gazetteer.trie.step(node, pieces[index].id)
        guard node >= 0 else { break }
        gazetteer.trie.forEachSense(at: node) { sense in
          switch sense.kind {
          case .country, .demonym: if country == nil, !sense.needsEvidence { country = sense.row }
          case .organization:
            let record = gazetteer.organizations[Int(sense.row)]
            if record.country >= 0, [.government, .ministry, .legislature, .military, .agency].contains(record.kind) {
              isGovernment = true
              country = record.country
            }
          case .organizationHead: isGovernment = true
          case .media: isGovernment = false
          default: break
          }
        }
      }
    }
    return isGovernment ? country : nil
  }

  /// Fills ``issuers``: people of the byline, and those whom a title such as "Statement by" names.
  mutating func findIssuers() {
    findIssuersInText()
    if issuers.isEmpty, publisherCountry != nil { addIssuerOfTitle() }
  }

  private mutating func findIssuersInText() {
    publisherCountry = countryOfPublisher()
    for row in bylinePersons where persons[Int(row)].entity >= 0 { issuers.append(persons[Int(row)].entity) }
    let several = selfNamedIssuers()
    if !several.isEmpty {
      // Whoever says "We, the leaders of …" speaks, wherever the text is published.
      issuers = several
      return
    }
    guard let title = titleSentence() else { return }
    let range = view.sentences[title]
    guard let kind = range.first(where: { gazetteer.statementWords.contains(view.words[$0].id) }) else { return }
    // "Statement by President Biden on …", "Remarks of …": people before "on".
    let preposition = kind + 1
    guard preposition < range.upperBound else { return }
    let isBy = [ids.by, ids.from, ids.of].contains(view.words[preposition].id)
    let end = range.first { $0 > preposition && view.words[$0].id == ids.on } ?? range.upperBound
    guard isBy else {
      // "U.S.-Japan Joint Statement", "Joint Statement on the UK-Poland Dialogue".
      if hasJoint(range, before: kind + 2) {
        var together: [Int32] = []
        for mention in raw where mention.sentence == title && mention.kind == .country {
          if let draft = mention.entities.first, !together.contains(draft) { together.append(draft) }
        }
        if together.count == 2 { issuers += together }
      }
      return
    }
    // "Statement of the President on", "Remarks by the Prime Minister".
    for mention in raw.indices
    where raw[mention].sentence == title && raw[mention].kind == .office && raw[mention].entities.isEmpty
      && raw[mention].words.lowerBound - preposition < 3 && raw[mention].words.lowerBound >= preposition
    {
      let person = Int(raw[mention].row)
      if let role = persons[person].roles.last { linkIssuersOffice(person, role, at: mention) }
    }
    var isFirst = true
    for mention in raw
    where mention.sentence == title && mention.words.lowerBound >= preposition && mention.words.upperBound <= end {
      guard let draft = mention.entities.first, !mention.usage.contains(.affiliation), mention.words.lowerBound > kind
      else { continue }
      switch drafts[Int(draft)].kind {
      case .official:
        if isFirst || view.words[range.lowerBound].id == ids.joint || hasJoint(range, before: kind) {
          issuers.append(draft)
        }
        isFirst = false
      case .country where view.words[range.lowerBound].id == ids.joint || hasJoint(range, before: kind):
        issuers.append(draft)
      default: break
      }
    }
  }

  /// "Statement by National Security Advisor Ana Silva on …", "President Silva's Statement on …" in the title given with a
  /// text that does not repeat it: whoever issues it, in the name of the government that publishes it.
  private mutating func addIssuerOfTitle() {
    guard let title = document.metadata.title, let country = publisherCountry else { return }
    let words = title.split(separator: " ").prefix(24).map(String.init)
    guard let kind = words.firstIndex(where: { Self.issued.contains(Self.bare($0)) }), kind < 8,
      // A spokesperson speaks for the body.
      !words[..<kind].contains("Joint"), !words.contains(where: { $0.hasPrefix("Spokes") })
    else { return }
    var name: ArraySlice<String> = []
    if kind + 1 < words.count, words[kind + 1] == "by" || words[kind + 1] == "from" {
      let rest = words[(kind + 2)...]
      name = rest.prefix { $0.first?.isUppercase ?? false }
      // "by Ministers A and B": not one person's.
      if name.endIndex < words.count, words[name.endIndex] == "and" { return }
    } else if kind > 0 {
      name = words[..<kind]
    }
    guard !name.isEmpty, name.allSatisfy({ $0.first?.isUppercase ?? false }),
      let start = endOfTitle(in: Array(name)), start > 0, (1...4).contains(name.count - start)
    else { return }
    let person = name.dropFirst(start).map(Self.bare)
    guard let surname = person.last, surname.utf8.count > 2 else { return }
    if let known = drafts.indices.first(where: { index in
      drafts[index].kind == .official && !drafts[index].isUnnamed
        && text(drafts[index].nameWords).split(separator: " ").last.map { $0 == surname } ?? false
    }) {
      issuers.append(Int32(known))
      return
    }
    var full = person.joined(separator: " ")
    if person.count == 1 {
      let record = gazetteer.leaders(surname: Self.vocabularyID(surname, gazetteer.vocabulary)).map {
        gazetteer.leaderRecords[Int($0)]
      }.first {
        $0.country == country && $0.begin <= document.metadata.date?.year ?? .max
          && document.metadata.date?.year ?? .min <= $0.end + 1
      }
      guard let record else { return }
      full = record.name
    }
    var draft = EntityDraft(.official)
    draft.name = full
    draft.country = country
    drafts.append(draft)
    issuers.append(Int32(drafts.count - 1))
    _ = countryDraft(country)
  }

  private static let issued: Set = ["Message", "Remarks", "Statement", "Statements"]

  /// A word without the marks of possession and punctuation after it.
  private static func bare(_ word: String) -> String {
    var word = word[...]
    for end in ["’s", "'s"] where word.hasSuffix(end) { word = word.dropLast(2) }
    while let last = word.last, ",:;".contains(last) { word = word.dropLast() }
    return String(word)
  }

  private static func vocabularyID(_ word: String, _ vocabulary: Vocabulary) -> Int32 {
    let bytes = Array(word.utf8)
    return bytes.withUnsafeBufferPointer { vocabulary.id(hash: Folding.hash($0, 0..<bytes.count)) }
  }

  /// Where an office that begins among some words ends: the last word of the longest one known.
  private func endOfTitle(in words: [String]) -> Int? {
    let ids = words.map { Self.vocabularyID(Self.bare($0), gazetteer.vocabulary) }
    for start in ids.indices.prefix(4) {
      var node = NameTrie.root
      var end: Int?
      for index in start..<ids.count {
        node = ids[index] < 0 ? -1 : gazetteer.trie.step(node, ids[index])
        guard node >= 0 else { break }
        gazetteer.trie.forEachSense(at: node) { if $0.kind == .title { end = index + 1 } }
      }
      if let end { return end }
    }
    return nil
  }

  /// "We, the foreign ministers of A, B and C, …" or "the text of this statement was released by the governments of A
  /// and B", within the first sentences; empty where nobody says so.
  private mutating func selfNamedIssuers() -> [Int32] {
    for sentence in document.sentences.indices.prefix(10) {
      let range = view.sentences[sentence]
      for index in range where index + 1 < range.upperBound {
        let word = view.words[index]
        if word.has(.pronounFirstPlural), word.isCapital, view.words[index + 1].id == WordScanner.Mark.comma,
          !isQuoted[index]
        {
          return list(from: index + 2, sentence)
        }
        // "Today, we — President A of X and Prime Minister B of Y — express".
        if word.has(.pronounFirstPlural), view.words[index + 1].id == WordScanner.Mark.dash, !isQuoted[index],
          sentence < 4
        {
          let persons = list(from: index + 2, sentence)
          if persons.count > 1, persons.allSatisfy({ drafts[Int($0)].kind == .official }) {
            issuersSpeakForThemselves = true
            return persons
          }
        }
        if word.id == ids.by, sentence < 4, index - range.lowerBound < 4, isIssued(index - 1),
          let body = bodyNamed(after: index, sentence)
        {
          return [body]
        }
        let isReleased =
          word.id == ids.by && index > range.lowerBound
          && (range.lowerBound..<index).contains { gazetteer.statementWords.contains(view.words[$0].id) }
          && (range.lowerBound..<index).contains {
            // "the text of this statement was released by", "Following is a joint statement issued by".
            view.words[$0].id == ids.joint || document.tokens.lemmaText(Int(view.words[$0].token)) == "text"
          }
        if isReleased, document.tokens.areTagged, sentence < 4 { return list(from: index + 1, sentence) }
        if word.has(.pronounFirstPlural), !isQuoted[index], sentence < 4, index - range.lowerBound < 80 {
          let speakers = subjects(before: index, sentence)
          if !speakers.isEmpty { return speakers }
        }
      }
    }
    return namedLeaders()
  }

  /// "Issued by", "adopted by".
  private func isIssued(_ index: Int) -> Bool {
    guard document.tokens.areTagged, index >= 0, !view.words[index].isMark else { return false }
    return ["issue", "adopt", "approve", "agree"].contains(document.tokens.lemmaText(Int(view.words[index].token)))
  }

  /// The first body of many states named after a word, or the one that it is an organ of: "Issued by the Heads of State
  /// participating in the meeting of the North Atlantic Council".
  private func bodyNamed(after word: Int, _ sentence: Int) -> Int32? {
    for mention in raw where mention.sentence == sentence && mention.words.lowerBound > word {
      guard mention.kind == .organization, let draft = mention.entities.first, drafts[Int(draft)].row >= 0,
        gazetteer.organizations[Int(drafts[Int(draft)].row)].isIntergovernmental
      else { continue }
      return drafts[Int(draft)].parent >= 0 ? drafts[Int(draft)].parent : draft
    }
    return nil
  }

  /// "In June, the leaders of A, B and C announced a pact. We stand together …": of a text headed as a joint one the
  /// states whose leaders its first sentence names.
  private func namedLeaders() -> [Int32] {
    guard hasJointTitle, let title = titleSentence() else { return [] }
    for sentence in document.sentences.indices.prefix(4) where sentence > title && !view.sentences[sentence].isEmpty {
      let range = view.sentences[sentence]
      guard
        let place = range.first(where: { index in
          view.words[index].has(.groupPerson) && index + 1 < range.upperBound && view.words[index + 1].id == ids.of
        })
      else { continue }
      return place - range.lowerBound < 12 ? list(from: place + 2, sentence) : []
    }
    return []
  }

  /// "The members of the group (A, B and C) extend our wishes": three or more who open a sentence that goes on with
  /// "our" speak it, and so do two in a text headed as a joint one.
  private func subjects(before pronoun: Int, _ sentence: Int) -> [Int32] {
    let range = view.sentences[sentence]
    var found: [Int32] = []
    for mention in raw where mention.sentence == sentence && mention.words.upperBound <= pronoun {
      guard !mention.usage.contains(.affiliation), !mention.usage.contains(.possessive),
        !mention.usage.contains(.place), let draft = mention.entities.first,
        drafts[Int(draft)].kind == .country
          || drafts[Int(draft)].kind == .organization
      else { continue }
      if found.isEmpty, mention.words.lowerBound - range.lowerBound > 8 { return [] }
      if !found.contains(draft) { found.append(draft) }
    }
    // The last of them must be joined to the others, not what they speak of: no verb in between.
    let verbs = (range.lowerBound..<pronoun).filter { index in
      guard document.tokens.areTagged, !view.words[index].isMark else { return false }
      let part = document.tokens.partOfSpeech[Int(view.words[index].token)]
      return part == .verb || part == .auxiliary
    }
    if let verb = verbs.first {
      found.removeAll { draft in
        !raw.contains { $0.sentence == sentence && $0.entities.first == draft && $0.words.upperBound <= verb }
      }
    }
    // "the United States, Japan and our partners" are not all who speak.
    if pronoun > range.lowerBound, view.words[pronoun - 1].has(.conjunction) { return [] }
    guard let first = view.sentences.first, let title = titleSentence() else { return [] }
    let heading = view.sentences[title]
    let isJoint =
      (first.lowerBound..<min(first.upperBound, heading.upperBound)).contains { view.words[$0].id == ids.joint }
      || hasJointTitle
    return found.count > 2 || found.count == 2 && isJoint ? found : []
  }

  /// Whether the title given with the text calls it a joint one.
  private var hasJointTitle: Bool {
    guard let title = document.metadata.title else { return false }
    return title.hasPrefix("Joint ") || title.contains(" Joint ")
  }

  /// Countries, bodies and persons named from a word on, up to the next verb.
  private func list(from start: Int, _ sentence: Int) -> [Int32] {
    let range = view.sentences[sentence]
    var end = start
    while end < range.upperBound {
      let word = view.words[end]
      if document.tokens.areTagged, !word.isMark {
        let part = document.tokens.partOfSpeech[Int(word.token)]
        if part == .verb || part == .auxiliary { break }
      }
      end += 1
    }
    var found: [Int32] = []
    for mention in raw where mention.sentence == sentence && mention.words.lowerBound >= start {
      guard mention.words.upperBound <= end, !mention.usage.contains(.affiliation),
        !mention.usage.contains(.apposition), let draft = mention.entities.first,
        drafts[Int(draft)].kind != .agreement, !found.contains(draft)
      else { continue }
      found.append(draft)
    }
    // "We, the foreign ministers of the Association": the body speaks.
    if found.count == 1, drafts[Int(found[0])].kind == .organization { return found }
    return found.count > 1 ? found : []
  }

  private func hasJoint(_ range: Range<Int>, before kind: Int) -> Bool {
    (range.lowerBound..<kind).contains { view.words[$0].id == ids.joint }
  }

  private func titleSentence() -> Int? {
    document.sentences.indices.prefix(3).first { !view.sentences[$0].isEmpty }
  }

  /// Fills ``holders`` and ``holderCountries`` once the countries of offices are known.
  mutating func findHolders() {
    var people: [Int32] = []
    var countries: [Int32] = []
    for draft in issuers {
      if drafts[Int(draft)].kind == .official {
        if !people.contains(draft) { people.append(draft) }
        if let row = drafts[Int(draft)].roles.last(where: { $0.country >= 0 })?.country {
          let country = countryDraft(row)
          if !countries.contains(country) { countries.append(country) }
        }
      } else if !countries.contains(draft) {
        countries.append(draft)
      }
    }
    // Persons of some and the states of others: all speak as states.
    if people.count > 0, issuers.contains(where: { drafts[Int($0)].kind != .official }) { people = [] }
    if countries.isEmpty, let publisherCountry { countries = [countryDraft(publisherCountry)] }
    holders = people.isEmpty ? countries : people
    holderCountries = countries
  }
}
