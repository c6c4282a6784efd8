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
    publisherCountry = countryOfPublisher()
    for row in bylinePersons where persons[Int(row)].entity >= 0 { issuers.append(persons[Int(row)].entity) }
    guard let title = titleSentence() else { return }
    let range = view.sentences[title]
    guard let kind = range.first(where: { gazetteer.statementWords.contains(view.words[$0].id) }) else { return }
    // "Statement by President Biden on …", "Remarks of …": people before "on".
    let preposition = kind + 1
    guard preposition < range.upperBound else { return }
    let isBy = [ids.by, ids.from, ids.of].contains(view.words[preposition].id)
    let end = range.first { $0 > preposition && view.words[$0].id == ids.on } ?? range.upperBound
    guard isBy else { return }
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
    if countries.isEmpty, let publisherCountry { countries = [countryDraft(publisherCountry)] }
    holders = people.isEmpty ? countries : people
    holderCountries = countries
  }
}
