import Provenance
import TestSupport
import Testing

@testable import Reading

/// What came of reading, sorted by kind.
struct Outcome {
  var items: [ReadItem] = []
  var warnings: [ReadingWarning] = []
  var errors: [ReadingError] = []

  init(_ paths: [String], limit: Int = 64 << 20) {
    for event in Reader(paths, limit: limit) {
      switch event {
      case .item(let item): items.append(item)
      case .warning(let warning): warnings.append(warning)
      case .failure(let error): errors.append(error)
      }
    }
  }

  var texts: [SourceText] {
    items.compactMap { if case .text(let source) = $0 { source } else { nil } }
  }
  var ids: [String] { items.map(\.metadata.id) }
}

struct PlainTextTests {
  @Test func textIsKeptByteByByte() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("seoul-report.v2.txt", "\u{FEFF}SEOUL —\r\n\r\n  Kang “agreed”.\t\n")
    let outcome = Outcome([path])
    #expect(outcome.errors.isEmpty && outcome.warnings.isEmpty)
    let source = try #require(outcome.texts.first)
    #expect(source.text == "SEOUL —\r\n\r\n  Kang “agreed”.\t\n")
    #expect(source.metadata.id == "seoul-report.v2")
    #expect(source.metadata.path == path)
    #expect(source.metadata.sha256 == SHA256.hexadecimal(of: source.text.utf8))
    #expect(source.metadata.date == nil)
  }

  @Test func koreanIsText() throws {
    let folder = try TemporaryDirectory()
    try folder.write("a.txt", "강경화 외교부 장관은 22일 일본 외무상과 만났다.\n")
    #expect(Outcome([folder.path]).texts.first?.text.hasPrefix("강경화") == true)
  }

  @Test(arguments: [true, false], [true, false])
  func utf16(bigEndian: Bool, marked: Bool) throws {
    let text = "Kono met Jeong in Bangkok.\nThey spoke of 협정 and “trust”.\n"
    var bytes: [UInt8] = marked ? (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) : []
    for unit in text.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += bigEndian ? [high, low] : [low, high]
    }
    let folder = try TemporaryDirectory()
    try folder.write("wide.txt", bytes)
    let outcome = Outcome([folder.path])
    #expect(outcome.texts.map(\.text) == [text])
    #expect(outcome.warnings.map(\.remark) == (marked ? [] : [.guessedUTF16]))
  }

  @Test func otherBytesAreWindows1252() throws {
    let folder = try TemporaryDirectory()
    try folder.write("old.txt", [0x93] + Array("Caf".utf8) + [0xE9, 0x94, 0x20, 0x80, 0x35])
    let outcome = Outcome([folder.path])
    #expect(outcome.texts.map(\.text) == ["“Café” €5"])
    #expect(outcome.warnings.map(\.remark) == [.readAsWindows1252])
  }

  @Test func damagedUTF8IsRepairedNotReinterpreted() throws {
    let folder = try TemporaryDirectory()
    try folder.write("damaged.txt", Array("“One” – “two”".utf8) + [0xE2, 0x80] + Array(" end".utf8))
    let outcome = Outcome([folder.path])
    #expect(outcome.texts.map(\.text) == ["“One” – “two”\u{FFFD} end"])
    #expect(outcome.warnings.map(\.remark) == [.repairedUTF8(count: 1, offset: 23)])
  }

  @Test(
    arguments: [
      (Array("%PDF-1.7 ...".utf8), "a PDF file"), ([0x50, 0x4B, 3, 4, 0, 0], "a ZIP or Office file"),
      ([1, 2, 3, 0, 0, 0xFF, 7], nil),
    ] as [([UInt8], String?)])
  func binaryFilesAreNamedAsSuch(bytes: [UInt8], kind: String?) throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("report.txt", bytes)
    let outcome = Outcome([path])
    #expect(outcome.errors == [ReadingError(.binary(kind), path: path)])
    #expect(outcome.items.isEmpty)
  }

  @Test(arguments: ["", " \n\t\r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func emptyFiles(text: String) throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("empty.txt", text)
    let outcome = Outcome([path])
    #expect(outcome.errors == [ReadingError(.empty, path: path)])
  }

  @Test func aTextMayNotBeLargerThanTheLimit() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("large.txt", String(repeating: "word ", count: 1000))
    #expect(Outcome([path], limit: 4999).errors == [ReadingError(.tooLarge(limit: 4999), path: path)])
    #expect(Outcome([path], limit: 5000).texts.count == 1)
  }
}

struct PathTests {
  @Test func missingFilesStopNothing() throws {
    let folder = try TemporaryDirectory()
    let good = try folder.write("good.txt", "Words.")
    let outcome = Outcome([folder("absent.txt"), good])
    #expect(outcome.errors == [ReadingError(.notFound, path: folder("absent.txt"))])
    #expect(outcome.errors[0].description == "\(folder("absent.txt")): no such file or directory")
    #expect(outcome.ids == ["good"])
  }

  @Test func directoriesAreReadInOrderOfNames() throws {
    let folder = try TemporaryDirectory()
    for name in ["b.txt", "a/z.md", "a/c.txt", "B.HTM", ".hidden.txt", ".git/x.txt", "a/notes.xlsx"] {
      try folder.write(name, "<p>Words of \(name) are here.</p>")
    }
    let outcome = Outcome([folder.path])
    #expect(outcome.ids == ["B", "c", "z", "b"])
    #expect(outcome.warnings == [ReadingWarning(.passedOver(extension: "xlsx"), path: folder("a/notes.xlsx"))])
  }

  @Test func directoryWithoutTexts() throws {
    let folder = try TemporaryDirectory()
    try folder.write("picture.png", [0x89])
    let outcome = Outcome([folder.path])
    #expect(outcome.errors == [ReadingError(.directoryWithoutTexts, path: folder.path)])
  }

  @Test func sameNamesAreToldApartAndSameTextsReadOnce() throws {
    let folder = try TemporaryDirectory()
    try folder.write("1/report.txt", "One.")
    try folder.write("2/report.txt", "Two.")
    try folder.write("3/report.txt", "One.")
    let outcome = Outcome([folder.path, folder("2")])
    #expect(outcome.ids == ["report", "report-2"])
    #expect(
      outcome.warnings.map(\.remark) == [
        .renamed(from: "report", to: "report-2"), .alreadyRead(id: "report"), .alreadyRead(id: "report"),
      ])
  }

  @Test func conlluIsHandedOnAsItIs() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("parsed.conllu", "# text = Go.\n1\tGo\n")
    #expect(
      Outcome([path]).items == [
        .conllu(
          metadata: DocumentMetadata(
            id: "parsed", path: path, sha256: SHA256.hexadecimal(of: "# text = Go.\n1\tGo\n".utf8)),
          bytes: Array("# text = Go.\n1\tGo\n".utf8))
      ])
  }
}
