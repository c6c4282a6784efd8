public import Diplomacy
import Provenance

/// A text with everything that was read out of it: who is named where, and what each sentence was found to say and why.
public struct ExplanationReport: Sendable {
  private let coded: CodedDocument
  private let utf8: [UInt8]
  private let names: [ID<Entity>: String]
  private let titles: [ID<Entity>: String]

  public init(_ coded: CodedDocument) {
    self.coded = coded
    utf8 = Array(coded.source.text.utf8)
    names = Dictionary(uniqueKeysWithValues: coded.entities.enumerated().map { ($1.id, "e\($0 + 1)") })
    titles = Dictionary(uniqueKeysWithValues: coded.entities.map { ($0.id, $0.name) })
  }

  // MARK: JSON

  /// `{"document", "entities", "sentences": [{"sentence", "start", "end", "text", "mentions", "claims"}]}`.
  ///
  /// Every sentence stands there, also one that nothing was read out of. Offsets count UTF-8 bytes of the text.
  public var json: JSONText {
    let metadata = coded.source.metadata
    return .object([
      .init(
        "document",
        .object([
          .init("id", .string(metadata.id)), .init("title", JSONText(metadata.title)),
          .init("date", JSONText(metadata.date?.description)), .init("publisher", JSONText(metadata.publisher)),
          .init("path", JSONText(metadata.path)),
        ])),
      .init("entities", .array(coded.entities.map { ExtractionRecord.entity($0, names: names) })),
      .init("sentences", .array(parts.map { json($0) })),
    ])
  }

  private func json(_ part: Part) -> JSONText {
    .object([
      .init("sentence", .integer(part.index)), .init("start", .integer(Int(part.span.start))),
      .init("end", .integer(Int(part.span.end))), .init("text", .string(text(part.span))),
      .init(
        "mentions",
        .array(
          part.mentions.map { mention in
            .object([
              .init("start", .integer(Int(mention.span.start))), .init("end", .integer(Int(mention.span.end))),
              .init("text", .string(text(mention.span))), .init("form", .string("\(mention.form)")),
              .init("entities", .array(mention.entities.map { JSONText(names[$0]) })),
            ])
          })), .init("claims", .array(part.claims.map { json($0) })),
    ])
  }

  private func json(_ claim: Claim) -> JSONText {
    let reading = claim.evidence.reading
    return .object([
      .init("kind", .string(claim.kind.rawValue)), .init("source", JSONText(names[claim.source])),
      .init("target", JSONText(names[claim.target])), .init("event", JSONText(claim.event?.rawValue)),
      .init("weight", .decimal(claim.weight)), .init("modality", .string(claim.modality.rawValue)),
      .init("attribution", .array(claim.attribution.map { JSONText(names[$0]) })),
      .init("date", JSONText(claim.date?.description)), .init("confidence", .decimal(claim.confidence)),
      .init("cue", .string(text(claim.evidence.cue))), .init("cue_start", .integer(Int(claim.evidence.cue.start))),
      .init("cue_end", .integer(Int(claim.evidence.cue.end))), .init("method", .string(reading.method.rawValue)),
      .init("category", reading.category.isEmpty ? .null : .string(reading.category)),
      .init("predicate", .string(reading.predicate)),
      .init("nested", .array(reading.nested.map { .string($0) })),
      .init("operators", .array(reading.operators.map { .string($0) })),
    ])
  }

  // MARK: Text

  /// For people: the entities, then every sentence with its mentions marked and its claims below.
  ///
  /// - Parameter claimsOnly: leave out sentences without a claim.
  public func text(_ style: TextStyle, claimsOnly: Bool = false) -> String {
    let metadata = coded.source.metadata
    let head = [metadata.title ?? metadata.id, metadata.publisher, metadata.date?.description].compactMap(\.self)
    var result = style.bold(TerminalText.escaped(head.joined(separator: ", "))) + "\n"
    if coded.entities.isEmpty { return result + "\nNobody known is named.\n" }
    result += "\n" + entityTable.text(mostColumns: max(24, style.columns / 3))
    for part in parts where !(claimsOnly && part.claims.isEmpty) {
      let number = "\(part.index + 1)"
      let indentation = String(repeating: " ", count: number.utf8.count + 2)
      let words = TerminalText.wrapped(
        TerminalText.escaped(marked(part)), columns: style.columns - indentation.utf8.count, indentation: indentation)
      result += "\n" + style.dim(number + " ") + " " + Marks.render(words, style) + "\n"
      for claim in part.claims { result += text(claim, style, indentation: indentation) }
    }
    if coded.claims.isEmpty { result += "\nNo claim was read out of it.\n" }
    return result
  }

  private var entityTable: TextTable {
    var table = TextTable(["id", "kind", "name", "of", "also called"])
    for entity in coded.entities {
      table.add([
        names[entity.id] ?? "", entity.kind.rawValue, entity.name, entity.countryCode ?? "",
        entity.aliases.joined(separator: ", "),
      ])
    }
    return table
  }

  /// Two or three lines: what is claimed and how surely, then what it was read from.
  private func text(_ claim: Claim, _ style: TextStyle, indentation: String) -> String {
    func party(_ id: ID<Entity>) -> String { "\(titles[id] ?? "") \(names[id] ?? "")" }
    let arrow = claim.kind.isDirected ? "→" : "↔"
    var parts = ["\(party(claim.source)) \(arrow) \(party(claim.target))", claim.kind.rawValue]
    if claim.kind.isSigned {
      parts.append("\(claim.event?.rawValue ?? "no event") \(TextStyle.weight(claim.weight))")
      if claim.modality != .asserted { parts.append(claim.modality.rawValue) }
    }
    if let date = claim.date { parts.append(date.description) }
    parts.append(TextStyle.percent(claim.confidence) + " sure")
    let bullet = claim.weight < 0 ? "− " : "+ "
    let inner = indentation + "  "
    func line(_ text: String) -> String {
      TerminalText.wrapped(
        TerminalText.escaped(text), columns: style.columns - inner.utf8.count, indentation: inner + "  ")
    }
    var result = indentation + style.signed(bullet + line(parts.joined(separator: "; ")), by: claim.weight) + "\n"
    result += inner + style.dim(line(reasons(claim).joined(separator: "; "))) + "\n"
    return result
  }

  private func reasons(_ claim: Claim) -> [String] {
    let reading = claim.evidence.reading
    var reasons: [String] = []
    switch reading.method {
    case .rule:
      reasons.append("cue “\(text(claim.evidence.cue))”")
      reasons.append("rule \(reading.category) “\(reading.predicate)”")
    case .model:
      reasons.append("cue “\(text(claim.evidence.cue))”")
      reasons.append("model \(reading.predicate)")
    case .name: reasons.append("stated by \(reading.predicate)")
    }
    if !reading.nested.isEmpty { reasons.append("composed with " + reading.nested.joined(separator: ", ")) }
    if !reading.operators.isEmpty { reasons.append("operators " + reading.operators.joined(separator: ", ")) }
    if !claim.attribution.isEmpty {
      reasons.append(
        "said by " + claim.attribution.map { "\(titles[$0] ?? "") \(names[$0] ?? "")" }.joined(separator: ", "))
    }
    return reasons
  }

  // MARK: Parts

  /// One sentence with what stands in it.
  private struct Part {
    var index: Int
    var span: Span
    var mentions: [Mention]
    var claims: [Claim]
  }

  /// - Complexity: O(sentences + mentions + claims).
  private var parts: [Part] {
    var parts = coded.sentences.enumerated().map { Part(index: $0, span: $1, mentions: [], claims: []) }
    var sentence = 0
    for mention in coded.mentions.sorted(by: { $0.span < $1.span }) {
      while sentence < parts.count, parts[sentence].span.end <= mention.span.start { sentence += 1 }
      guard sentence < parts.count else { break }
      if parts[sentence].span.contains(mention.span) { parts[sentence].mentions.append(mention) }
    }
    for claim in coded.claims where parts.indices.contains(claim.evidence.sentence) {
      parts[claim.evidence.sentence].claims.append(claim)
    }
    return parts
  }

  /// A sentence with a mark before and behind each mention. Mentions that cross another's border are left out.
  private func marked(_ part: Part) -> String {
    var result = ""
    var place = Int(part.span.start)
    var open: [Mention] = []
    func copy(to end: Int) {
      result += Marks.removed(from: String(decoding: utf8[place..<max(place, end)], as: UTF8.self))
      place = max(place, end)
    }
    func close(until start: Int32) {
      while let last = open.last, last.span.end <= start {
        copy(to: Int(last.span.end))
        result += Marks.label + last.entities.map { names[$0] ?? "" }.joined(separator: "+") + Marks.close
        open.removeLast()
      }
    }
    for mention in part.mentions {
      close(until: mention.span.start)
      if let last = open.last, !last.span.contains(mention.span) { continue }
      copy(to: Int(mention.span.start))
      result += Marks.open
      open.append(mention)
    }
    close(until: part.span.end)
    copy(to: Int(part.span.end))
    return result
  }

  private func text(_ span: Span) -> String {
    String(decoding: utf8[span.range.clamped(to: 0..<utf8.count)], as: UTF8.self)
  }
}

/// Places for brackets in a text that is still to be made fit for a terminal and broken into lines.
///
/// Characters for private use hold the places; any that the text itself has are taken out first, so that no text can set
/// a mark.
private enum Marks {
  static let open = "\u{E0D0}"
  /// Between the words of a mention and its number.
  static let label = "\u{E0D1}"
  static let close = "\u{E0D2}"

  static func removed(from text: String) -> String {
    var scalars = text.unicodeScalars
    scalars.removeAll { ("\u{E0D0}"..."\u{E0D2}").contains($0) }
    return String(scalars)
  }

  static func render(_ text: String, _ style: TextStyle) -> String {
    var result = ""
    var number: String?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{E0D0}": result += style.dim("[")
      case "\u{E0D1}": number = " "
      case "\u{E0D2}":
        result += style.dim((number ?? "") + "]")
        number = nil
      default:
        if number != nil { number!.unicodeScalars.append(scalar) } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
