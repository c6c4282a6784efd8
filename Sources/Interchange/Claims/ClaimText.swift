import Diplomacy
import Provenance
import Reading

/// A claim as one JSON object, by itself or as part of an edge.
///
/// ```json
/// {"id": "5c1f…", "kind": "stance", "source": {"name": "Taro Kono", "kind": "official", "country": "JP"},
///  "target": {"name": "GSOMIA", "kind": "agreement"}, "event": "SUPPORT", "weight": 0.5, "modality": "asserted",
///  "attribution": [], "date": "2019-11-12", "confidence": 0.83, "document": {"id": "note", "date": "2019-11-18"},
///  "story": "…", "evidence": "Kono backs GSOMIA.", "cue": "backs", "rule": "verb:back"}
/// ```
enum ClaimText {
  /// - Parameter hasEnds: Without its ends a claim is part of an edge that has them.
  static func json(_ row: CodedRow, hasEnds: Bool = true) -> String {
    func string(_ text: String?) -> String? { text.map(JSONLine.string) }
    var until: CalendarDate?
    var isLasting = false
    if case .lasting(let end) = row.validity { (isLasting, until) = (true, end) }
    return JSONLine.object([
      ("id", string(row.key)), ("kind", string(row.kind.rawValue)), ("source", hasEnds ? actor(row.source) : nil),
      ("target", hasEnds ? actor(row.target) : nil), ("event", string(row.event?.rawValue)),
      ("weight", JSONLine.number(row.weight)), ("modality", string(row.modality.rawValue)),
      ("attribution", row.attribution.isEmpty ? nil : JSONLine.array(row.attribution.map(actor))),
      ("date", string(row.date?.description)), ("lasting", isLasting ? "true" : nil),
      ("end", string(until?.description)), ("confidence", JSONLine.number(row.confidence)),
      (
        "document",
        JSONLine.object([
          ("id", string(row.document)), ("title", string(row.title)), ("publisher", string(row.publisher)),
          ("date", string(row.reported?.description)),
        ])
      ),
      ("story", string(row.storyKey)), ("evidence", string(row.text)), ("cue", string(row.cue)),
      ("rule", string(row.rule)),
    ])
  }

  static func actor(_ actor: ActorName) -> String {
    JSONLine.object([
      ("name", JSONLine.string(actor.name)), ("kind", actor.kind.map { JSONLine.string($0.rawValue) }),
      ("country", actor.country.map(JSONLine.string)),
      ("aliases", actor.aliases.isEmpty ? nil : JSONLine.list(actor.aliases)),
      ("role", actor.role.map(JSONLine.string)), ("acronym", actor.acronym.map(JSONLine.string)),
      ("intergovernmental", actor.isIntergovernmental ? "true" : nil),
    ])
  }

  /// Reads a claim back, or another program's.
  ///
  /// - Parameter ends: The ends and kind of the edge that it is part of; nil where it has its own.
  static func row(
    _ value: JSONValue, line: Int, ends: (source: ActorName, target: ActorName, kind: ClaimKind)? = nil
  ) throws(RowProblem) -> CodedRow {
    guard case .object = value else { throw .rule("a claim is a JSON object, not \(value.kindName)") }
    func text(_ name: String) -> String? { value[name]?.text }
    func date(_ name: String) throws(RowProblem) -> CalendarDate? {
      try text(name).map { text throws(RowProblem) in try FieldText.date(text) }
    }
    let kind = try text("kind").map { text throws(RowProblem) in try FieldText.claimKind(text) } ?? ends?.kind
    guard let kind else { throw .rule("a claim needs a \"kind\"") }
    let event = try text("event").map { text throws(RowProblem) in try FieldText.event(text) }
    guard let weight = value["weight"]?.double ?? event?.intensity ?? (kind.isSigned ? nil : 1) else {
      throw .rule("a claim of kind \(kind.rawValue) needs a \"weight\" that is a number, or an \"event\"")
    }
    // What Entente itself weighed at 0 is read back.
    let isOwn = text("rule") != nil && weight == 0
    if !isOwn, let rule = CodedRow.brokenRule(weight: weight, of: kind) { throw .rule(rule) }
    let (begin, end) = (try date("date"), try date("end"))
    if let begin, let end, end.dayNumber <= begin.dayNumber {
      throw .rule("it ends (\(end)) no later than it begins (\(begin))")
    }
    let confidence = value["confidence"].map { $0.double ?? .nan } ?? 1
    guard (0...1).contains(confidence) else { throw .rule("the confidence is no number from 0 to 1") }
    let document = value["document"]
    let source = if let ends { ends.source } else { try actor(value["source"], "source") }
    let target = if let ends { ends.target } else { try actor(value["target"], "target") }
    var attribution: [ActorName] = []
    for said in value["attribution"]?.elements ?? [] { attribution.append(try actor(said, "attribution")) }
    return CodedRow(
      line: line, key: text("id"), storyKey: text("story"), kind: kind, source: source, target: target, event: event,
      weight: weight,
      modality: try text("modality").map { text throws(RowProblem) in try FieldText.modality(text) } ?? .asserted,
      attribution: attribution, date: begin,
      validity: value["lasting"]?.bool == true || end != nil ? .lasting(until: end) : .event, confidence: confidence,
      document: document?.text ?? document?["id"]?.text, title: document?["title"]?.text,
      publisher: document?["publisher"]?.text,
      reported: try document?["date"]?.text.map { text throws(RowProblem) in try FieldText.date(text) },
      text: text("evidence") ?? "", cue: text("cue"), rule: text("rule") ?? "imported claim")
  }

  /// A name, or an object with one.
  private static func actor(_ value: JSONValue?, _ field: String) throws(RowProblem) -> ActorName {
    if let name = value?.text { return ActorName(name) }
    guard let value, let name = value["name"]?.text else {
      throw .rule("\"\(field)\" is neither a name nor an object with a \"name\"")
    }
    return ActorName(
      name, kind: try value["kind"]?.text.map { text throws(RowProblem) in try FieldText.entityKind(text) },
      country: value["country"]?.text, aliases: value["aliases"]?.elements.compactMap(\.text) ?? [],
      role: value["role"]?.text, acronym: value["acronym"]?.text,
      isIntergovernmental: value["intergovernmental"]?.bool ?? false)
  }
}
