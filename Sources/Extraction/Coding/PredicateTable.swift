import Diplomacy

/// Reads the tables of predicates and operators, and gives each word an id.
struct PredicateTable {
  private(set) var wordIDs: [String: Int32] = [:]
  /// Entries by word id of the head of the lemma; those with more companions first.
  private(set) var entriesByWord: [[PredicateEntry]] = []
  private(set) var operators: [Int32: OperatorWords.Class] = [:]

  mutating func readPredicates(_ predicates: String) throws(PredicateLexicon.FormatError) {
    var number = 0
    for line in predicates.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == 0x23 { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) }
      if cells[0] == "lemma" { continue }
      guard cells.count >= 8 else {
        throw PredicateLexicon.FormatError(
          table: "predicates", line: number, rule: "a row has 9 columns, this one \(cells.count)")
      }
      guard let category = PredicateEntry.Category(rawValue: cells[1]) else {
        throw PredicateLexicon.FormatError(
          table: "predicates", line: number, rule: "unknown part of speech '\(cells[1])'")
      }
      guard let kind = PredicateEntry.Class(rawValue: cells[2]) else {
        throw PredicateLexicon.FormatError(table: "predicates", line: number, rule: "unknown class '\(cells[2])'")
      }
      let event = EventType(rawValue: cells[3])
      guard event != nil || cells[3] == "-" else {
        throw PredicateLexicon.FormatError(table: "predicates", line: number, rule: "unknown event '\(cells[3])'")
      }
      let weight = Double(cells[4].replacing("−", with: "-"))
      guard let complement = PredicateEntry.Complement(rawValue: cells[7] == "-" ? "none" : cells[7]) else {
        throw PredicateLexicon.FormatError(table: "predicates", line: number, rule: "unknown complement '\(cells[7])'")
      }
      var words = cells[0].split(separator: " ").map(String.init)
      // A compound noun is headed by its last word: "trade war".
      let head = category == .noun ? words.removeLast() : words.removeFirst()
      let first = intern(head)
      let entry = PredicateEntry(
        category: category, kind: kind, event: event, weight: weight,
        sources: slots(cells[5]), targets: slots(cells[6]), complement: complement,
        companions: words.map { intern($0) }, name: cells[0])
      entriesByWord[Int(first)].append(entry)
    }
    for word in entriesByWord.indices where entriesByWord[word].count > 1 {
      // Stable: rows of the table keep their order within one number of companions.
      let rows = entriesByWord[word]
      entriesByWord[word] = rows.indices.sorted {
        let (a, b) = (rows[$0].companions.count, rows[$1].companions.count)
        return a != b ? a > b : $0 < $1
      }.map { rows[$0] }
    }
  }

  /// Single words only: those of several words are prepositions and idioms, which the coder reads from the tree.
  mutating func readOperators(_ operators: String) throws(PredicateLexicon.FormatError) {
    var number = 0
    for line in operators.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == 0x23 { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) }
      if cells[0] == "form" { continue }
      guard cells.count >= 4 else {
        throw PredicateLexicon.FormatError(
          table: "operators", line: number, rule: "a row has 5 columns, this one \(cells.count)")
      }
      guard !cells[0].contains(" "),
        let operation = OperatorWords.Class(partOfSpeech: cells[1], class: cells[2], effect: cells[3])
      else { continue }
      let word = intern(cells[0])
      if self.operators[word] == nil { self.operators[word] = operation }
      // "Neither A nor B …" may be tagged as part of the name, and then keeps its capital.
      if operation == .negation {
        let capitalized = intern(cells[0].prefix(1).uppercased() + cells[0].dropFirst())
        if self.operators[capitalized] == nil { self.operators[capitalized] = operation }
      }
    }
  }

  mutating func intern(_ word: String) -> Int32 {
    if let id = wordIDs[word] { return id }
    let id = Int32(entriesByWord.count)
    wordIDs[word] = id
    entriesByWord.append([])
    return id
  }

  private mutating func slots(_ cell: String) -> [Slot] {
    if cell == "-" || cell.isEmpty { return [] }
    // The two prepositions behind the slot `between`, and that of examples.
    _ = (intern("between"), intern("among"), intern("include"))
    return cell.split(separator: "|").map { name in
      switch name {
      case "nsubj": .subject
      case "obj": .object
      case "iobj": .indirectObject
      case "that": .thatClause
      case "inf": .infinitive
      case "poss": .possessive
      case "amod": .adjectival
      case "between": .between
      default: .preposition(intern(String(name)))
      }
    }
  }
}
