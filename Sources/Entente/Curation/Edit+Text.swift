public import Foundation

extension Edit {
  /// "3  merge Taro Kono ← Kono Taro  (Ada, 2026-01-02T03:04:05Z: one man)".
  public var text: String {
    let place = TerminalText.padded(String(number), to: 3)
    let said = [author, time].compactMap(\.self).joined(separator: ", ") + (reason.map { ": " + $0 } ?? "")
    let state = undoneBy.map { "  [taken back by \($0)]" } ?? ""
    return place + " " + TerminalText.escaped(words) + "  (\(TerminalText.escaped(said)))\(state)"
  }

  private var words: String { undoes.map { "undo \($0)" } ?? action.text }

  /// For people's programs: the action in words and in full.
  public var json: JSONText {
    .object([
      .init("number", .integer(number)), .init("key", .string(key)), .init("action", .string(action.name)),
      .init("text", .string(words)), .init("author", .string(author)), .init("reason", JSONText(reason)),
      .init("time", JSONText(time)), .init("undone_by", undoneBy.map { .integer($0) } ?? .null),
    ])
  }

  /// A line of a log as it is carried to other graphs.
  private struct Line: Codable {
    var key: String
    var author: String
    var reason: String?
    var time: String?
    var edit: Edit.Action
  }

  /// The edit on one line, which ``init(jsonLine:)`` reads.
  public func jsonLine() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = Line(key: key, author: author, reason: reason, time: time, edit: action)
    return String(decoding: try encoder.encode(line), as: UTF8.self)
  }

  /// - Throws: `DecodingError` where the line is no edit.
  public init(jsonLine: [UInt8]) throws {
    let line = try JSONDecoder().decode(Line.self, from: Data(jsonLine))
    self.init(
      number: 0, key: line.key, action: line.edit, author: line.author, reason: line.reason, time: line.time)
  }
}

extension Edit.Action {
  /// What is done, in words.
  var text: String {
    switch self {
    case .merge(let into, let entities): "merge \(into.name) ← \(entities.map(\.name).joined(separator: ", "))"
    case .split(let entity, let new, let aliases, let documents, let claims):
      "split \(entity.name): \(new.name) takes "
        + (aliases.map { "\"\($0)\"" } + documents.map { "document \($0)" }
        + (claims.isEmpty ? [] : ["\(claims.count) \(claims.count == 1 ? "claim" : "claims")"])).joined(separator: ", ")
    case .rename(let entity, let name): "rename \(entity.name) → \(name)"
    case .alias(let entity, let name, let isRemoved): "alias \(entity.name) \(isRemoved ? "−" : "+") \(name)"
    case .kind(let entity, let kind, let country): "kind \(entity.name) → \(kind)\(country.map { " (\($0))" } ?? "")"
    case .role(let entity, let title, _, let begin, let end):
      "role \(entity.name), \(title): \(begin ?? "…") ≤ t < \(end ?? "…")"
    case .reject(let claims):
      "reject "
        + claims.map { "\($0.source.name) – \($0.target.name) (\($0.event ?? $0.kind), \($0.document))" }
        .joined(separator: "; ")
    case .addClaim(let claim):
      "add-claim \(claim.source.name) – \(claim.target.name), \(claim.event ?? claim.kind) \(claim.weight)"
    case .undo(let key): "undo \(key)"
    }
  }
}
