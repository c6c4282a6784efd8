import Diplomacy
import Linguistics
import Provenance

/// Those who led countries, as readers know them: by name, office and the date of the text.
extension EntityReader {
  /// Whoever has the full name of somebody known to have led a country by then, whatever the text calls them.
  func leaderByName(_ draft: Int32) -> LeaderRecord? {
    var found: LeaderRecord?
    for form in drafts[Int(draft)].nameForms where form.count > 1 {
      for row in leaders(form) {
        let record = gazetteer.leaderRecords[Int(row)]
        if let date = document.metadata.date, date.year < record.begin { continue }
        if let other = found, other.country != record.country { return nil }
        found = record
      }
    }
    return found
  }

  /// "Mr. Obama" in a text that speaks of the United States: the one leader of that surname by then.
  func leaderBySurname(_ draft: Int32) -> LeaderRecord? {
    guard let form = drafts[Int(draft)].nameForms.first, drafts[Int(draft)].nameForms.count == 1, form.count == 1,
      let word = form.first
    else { return nil }
    var found: LeaderRecord?
    for row in gazetteer.leaders(surname: word) {
      let record = gazetteer.leaderRecords[Int(row)]
      guard record.isKnownBySurname, certainCountries[record.country, default: 0] > 0 else { continue }
      if let year = document.metadata.date?.year, !(record.begin...max(record.begin, record.end) + 12).contains(year) {
        continue
      }
      if let other = found, other.name != record.name { return nil }
      found = record
    }
    return found
  }

  /// The records that a form of a name fits, the surname last or, as in East Asia, first.
  private func leaders(_ form: [Int32]) -> [Int32] {
    guard let first = form.first, let last = form.last, form.count > 1 else { return [] }
    return gazetteer.leaders(surname: last).filter { gazetteer.leaderRecords[Int($0)].given.contains(first) }
      + gazetteer.leaders(surname: first).filter { row in
        form.dropFirst().allSatisfy { gazetteer.leaderRecords[Int(row)].given.contains($0) }
      }
  }

  /// The country that someone of that surname is known to have led at the date of the text.
  func leaderCountry(_ draft: Int32) -> Int32? { leader(draft)?.country }

  /// The known holder of one of a person's offices: by surname, office and the date of the text.
  func leader(_ draft: Int32) -> LeaderRecord? {
    let known = drafts[Int(draft)]
    var found: LeaderRecord?
    for role in known.roles {
      for form in known.nameForms {
        guard let last = form.last else { continue }
        for row in gazetteer.leaders(surname: last) {
          let record = gazetteer.leaderRecords[Int(row)]
          guard record.kinds.contains(role.kind), role.country < 0 || role.country == record.country,
            // "Saudi King Abdullah" is none of Jordan.
            role.country == record.country || !known.roles.contains(where: { $0.country >= 0 && $0.kind == role.kind })
          else { continue }
          guard
            form.count == 1 || form.dropLast().contains(where: record.given.contains) || sharesInitial(known, record)
          else { continue }
          if let date = document.metadata.date {
            // A year of grace: a text may look back, or call one so who is about to be.
            // By full name a text of any later day may speak of him.
            guard date.year >= record.begin, date.year <= record.end + 1 || role.isFormer || form.count > 1 else {
              continue
            }
          }
          // Without a date several may be meant; of two, one long gone is not.
          // "Sergey" beside "Sergei".
          if let known = found, known.country == record.country, known.begin == record.begin { continue }
          if let known = found, known.name != record.name {
            if (known.end < 2000) == (record.end < 2000) { return nil }
            if record.end < 2000 { continue }
          }
          found = record
        }
      }
    }
    return found
  }

  /// "Joseph R. Biden" and "Joe Biden": two forms of a given name begin alike.
  private func sharesInitial(_ draft: EntityDraft, _ record: LeaderRecord) -> Bool {
    guard document.metadata.date != nil, let first = draft.nameWords.first, let letter = record.name.utf8.first else {
      return false
    }
    return document.utf8[Int(view.words[first].start)] == letter
  }

  /// Whoever led a country on the day of the text, if the year tells only one; of two the later but in January.
  func leaderThen(of country: Int32, _ kind: TitleRecord.Kind) -> String? {
    guard let date = document.metadata.date else { return nil }
    let names = gazetteer.leaderRecords.filter {
      $0.country == country && $0.kinds.contains(kind) && $0.begin <= date.year && date.year <= $0.end
    }.sorted { $0.begin < $1.begin }.map(\.name)
    guard names.count <= 2 else { return nil }
    return (date.month ?? 12) > 1 ? names.last : names.first
  }

  func isKnownLeader(_ draft: Int32, _ kind: TitleRecord.Kind) -> Bool {
    let known = drafts[Int(draft)]
    return known.nameForms.contains { form in
      form.last.map { last in
        (gazetteer.leaders(surname: last) + (form.first.map { gazetteer.leaders(surname: $0) } ?? [])).contains {
          gazetteer.leaderRecords[Int($0)].country == known.country
            && (gazetteer.leaderRecords[Int($0)].kinds.contains(kind)
              || kind == .headOfState && gazetteer.leaderRecords[Int($0)].isKnownBySurname)
        }
      } ?? false
    }
  }
}
