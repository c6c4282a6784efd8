import Provenance

/// One file that holds one text.
enum FileReader {
  struct Result {
    var item: ReadItem
    var remarks: [ReadingWarning.Remark] = []
  }

  static func read(_ bytes: [UInt8], path: String, format: InputFormat) throws(ReadingError) -> Result {
    do {
      guard bytes.contains(where: { $0 > 0x20 }) else { throw ReadingError.Problem.empty }
      var metadata = DocumentMetadata(id: fileStem(path), path: path)
      if format == .conllu {
        metadata.sha256 = SHA256.hexadecimal(of: bytes)
        return Result(item: .conllu(metadata: metadata, bytes: bytes))
      }
      var remarks: [ReadingWarning.Remark] = []
      let text: String
      switch format {
      case .html: text = try html(bytes, &metadata, &remarks)
      case .markdown: text = try markdown(bytes, &metadata, &remarks)
      default:
        let decoded = try TextDecoding.decode(bytes)
        if let remark = decoded.remark { remarks.append(remark) }
        text = decoded.text
      }
      guard text.utf8.contains(where: { $0 > 0x20 }) else { throw ReadingError.Problem.empty }
      metadata.sha256 = SHA256.hexadecimal(of: text.utf8)
      return Result(item: .text(SourceText(metadata: metadata, text: text)), remarks: remarks)
    } catch let problem as ReadingError.Problem {
      throw ReadingError(problem, path: path)
    } catch {
      throw ReadingError(.unreadable("\(error)"), path: path)
    }
  }

  private static func markdown(
    _ bytes: [UInt8], _ metadata: inout DocumentMetadata, _ remarks: inout [ReadingWarning.Remark]
  ) throws(ReadingError.Problem) -> String {
    let decoded = try TextDecoding.decode(bytes)
    if let remark = decoded.remark { remarks.append(remark) }
    let result = Markdown.read(decoded.text)
    if let id = result.fields["id"] { metadata.id = id }
    metadata.title = result.fields["title"]
    metadata.publisher = result.fields["publisher"] ?? result.fields["source"]
    if let written = result.fields["date"] { metadata.date = date(written, &remarks) }
    return result.text
  }

  private static func html(
    _ bytes: [UInt8], _ metadata: inout DocumentMetadata, _ remarks: inout [ReadingWarning.Remark]
  ) throws(ReadingError.Problem) -> String {
    let input = try HTMLEncoding.bytes(bytes)
    var tree = HTMLTree(input.bytes, encoding: input.name)
    if let remark = input.remark { remarks.append(remark) }
    if tree == nil, input.name != "UTF-8" {
      // Declared in an encoding that nobody knows.
      let decoded = try TextDecoding.decode(bytes)
      if let remark = decoded.remark { remarks.append(remark) }
      tree = HTMLTree(Array(decoded.text.utf8), encoding: "UTF-8")
    }
    guard let tree else { throw .noText }
    let article = HTMLArticle(tree)
    guard !article.text.isEmpty else { throw .noText }
    metadata.title = article.title
    metadata.publisher = article.publisher
    if let written = article.date { metadata.date = date(written, &remarks) }
    return article.text
  }

  private static func date(_ written: String, _ remarks: inout [ReadingWarning.Remark]) -> CalendarDate? {
    let date = DateField.date(of: written)
    if date == nil { remarks.append(.unreadableDate(written)) }
    return date
  }
}
