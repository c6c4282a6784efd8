import Diplomacy

/// "the leaders of Peru and Chile": those whom the text names elsewhere, in place of their states.
extension EntityReader {
  /// Links the states in such phrases to the one official of each who holds such an office; where the text does not tell
  /// who leads any of them, all stay states.
  mutating func nameLeaders() {
    var index = 0
    while index < raw.count {
      defer { index += 1 }
      guard raw[index].kind == .country, raw[index].entities.count == 1, !raw[index].usage.contains(.affiliation),
        let kinds = officesOf(raw[index])
      else { continue }
      let list = states(from: index)
      let persons = list.map { official(of: drafts[Int(raw[$0].entities[0])].row, kinds) }
      guard list.count > 1, persons.allSatisfy({ $0 >= 0 }), Set(persons).count == list.count else { continue }
      for (place, person) in zip(list, persons) { raw[place].entities = [person] }
      index = list[list.count - 1]
    }
  }

  /// The kinds of office of "leaders of", "presidents of" before a state; nil elsewhere.
  private func officesOf(_ mention: RawMention) -> Set<TitleRecord.Kind>? {
    let range = view.sentences[mention.sentence]
    var place = mention.words.lowerBound - 1
    if range.contains(place), view.words[place].has(.article) { place -= 1 }
    guard range.contains(place - 1), view.words[place].id == ids.of else { return nil }
    return gazetteer.pluralOffices[view.words[place - 1].id]
  }

  /// The mentions of a list of states that begins at one.
  private func states(from first: Int) -> [Int] {
    var result = [first]
    var index = first + 1
    while index < raw.count, raw[index].sentence == raw[first].sentence, index - first < 12 {
      defer { index += 1 }
      let gap =
        raw[result[result.count - 1]].words
        .upperBound..<max(
          raw[result[result.count - 1]].words.upperBound, raw[index].words.lowerBound)
      guard raw[index].kind == .country, raw[index].entities.count == 1, joins(gap, before: index) else { break }
      result.append(index)
    }
    return result
  }

  /// The only official of a state who holds an office of some kinds, or −1.
  private func official(of country: Int32, _ kinds: Set<TitleRecord.Kind>) -> Int32 {
    var found: Int32 = -1
    for (index, draft) in drafts.enumerated() where draft.kind == .official && !draft.isUnnamed {
      let isIt = draft.roles.contains { !$0.isFormer && $0.country == country && kinds.contains($0.kind) }
      guard isIt else { continue }
      if found >= 0 { return -1 }
      found = Int32(index)
    }
    return found
  }
}
