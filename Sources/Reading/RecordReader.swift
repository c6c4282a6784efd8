import Provenance

/// One JSON object `{"id","date","title","publisher","text"}` to a text. Other members are passed over.
enum RecordReader {
  struct Record {
    /// The id is empty where the record gives none.
    var source: SourceText
    var remark: ReadingWarning.Remark?
  }

  static func record(of value: JSONValue) throws(ReadingError.Problem) -> Record {
    guard case .object = value else { throw .notADocument("a record is \(value.kindName), and must be an object") }
    guard let field = value["text"] else { throw .notADocument("the member \"text\" is missing") }
    guard case .string(let text) = field else {
      throw .notADocument("\"text\" is \(field.kindName), and must be a string")
    }
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw .empty }
    var metadata = DocumentMetadata(id: value["id"]?.text.map(trim) ?? "")
    metadata.title = value["title"]?.text.map(trim).flatMap { $0.isEmpty ? nil : $0 }
    metadata.publisher = value["publisher"]?.text.map(trim).flatMap { $0.isEmpty ? nil : $0 }
    var remark: ReadingWarning.Remark?
    if let written = value["date"]?.text {
      metadata.date = DateField.date(of: written)
      if metadata.date == nil { remark = .unreadableDate(written) }
    }
    return Record(source: SourceText(metadata: metadata, text: text), remark: remark)
  }
}
