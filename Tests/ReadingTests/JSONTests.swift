import Provenance
import TestSupport
import Testing

@testable import Reading

struct JSONRecordTests {
  @Test func recordsKeepTheirFields() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(
      "feed.jsonl",
      #"{"id": "x7", "date": "2019-11-12T09:30:00+09:00", "title": "A \"title\"", "publisher": "Wire", "text": "One.\nTwo \ud83d\ude00.", "extra": [1, {"a": null}]}"#
        + "\n\n" + #"{"text": "No fields.", "date": "sometime", "id": 12}"# + "\n" + #"{"text":"Third."}"#)
    let outcome = Outcome([path])
    #expect(outcome.errors.isEmpty)
    #expect(outcome.ids == ["x7", "12", "feed-3"])
    let first = outcome.texts[0]
    #expect(first.text == "One.\nTwo 😀.")
    #expect(first.metadata.title == "A \"title\"")
    #expect(first.metadata.publisher == "Wire")
    #expect(first.metadata.date == CalendarDate(year: 2019, month: 11, day: 12))
    #expect(outcome.warnings == [ReadingWarning(.unreadableDate("sometime"), path: path, line: 3)])
  }

  @Test func aBrokenLineCostsOnlyItself() throws {
    let folder = try TemporaryDirectory()
    let lines = (1...40).map { $0 == 17 ? #"{"id": "17", "text" "x"}"# : #"{"id": "\#($0)", "text": "Text \#($0)."}"# }
    let path = try folder.write("forty.jsonl", lines.joined(separator: "\n"))
    let outcome = Outcome([path])
    #expect(outcome.ids == (1...40).filter { $0 != 17 }.map(String.init))
    #expect(outcome.errors.count == 1)
    #expect(outcome.errors[0].description == "\(path):17:21: not JSON: a colon is missing after the name \"text\"")
  }

  @Test(arguments: [
    (#"["text"]"#, "not a document: a record is an array, and must be an object"),
    (#"{"id": "a"}"#, "not a document: the member \"text\" is missing"),
    (#"{"text": null}"#, "not a document: \"text\" is null, and must be a string"),
    (#"{"text": "  "}"#, "holds no text"),
    (#"{"text": "a"} x"#, "not JSON: one value is followed by something else"),
    (#"{"text": "a"#, "not JSON: a string has no closing quote"),
    ("{\"text\": \"a\u{1}\"}", "not JSON: a string holds an unescaped control character"),
    (#"{"text": "\x"}"#, "not JSON: a backslash is followed by none of \" \\ / b f n r t u"),
    (#"{"n": 01, "text": "a"}"#, "not JSON: a number begins with 0"),
  ])
  func whatIsNoRecord(line: String, complaint: String) throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("one.jsonl", line + "\n" + #"{"text": "fine"}"#)
    let outcome = Outcome([path])
    #expect(outcome.texts.map(\.text) == ["fine"])
    #expect(outcome.errors.count == 1)
    #expect(outcome.errors[0].description.hasSuffix(complaint))
    #expect(outcome.errors[0].line == 1)
  }

  @Test func brokenUTF8InALineIsRepaired() throws {
    let folder = try TemporaryDirectory()
    let bytes = Array(#"{"text": "caf"#.utf8) + [0xE9] + Array("\"}\n{\"text\": \"two\"}\n".utf8)
    let path = try folder.write("latin.jsonl", bytes)
    let outcome = Outcome([path])
    #expect(outcome.texts.map(\.text) == ["café", "two"])
    #expect(outcome.warnings == [ReadingWarning(.readAsWindows1252, path: path, line: 1)])
  }

  @Test func linesLongerThanOnePieceOfReading() throws {
    let folder = try TemporaryDirectory()
    let long = String(repeating: "words and ", count: 150_000)
    let path = try folder.write("long.jsonl", "{\"text\": \"\(long)\"}\r\n{\"text\": \"short\"}")
    #expect(Outcome([path]).texts.map(\.text.utf8.count) == [1_500_000, 5])
    #expect(Outcome([path], limit: 1 << 20).errors == [ReadingError(.tooLarge(limit: 1 << 20), path: path, line: 1)])
  }

  @Test(arguments: [
    (#"{"text": "a"}"#, ["file"]),
    (#"[{"text": "a"}]"#, ["file-1"]),
    (#"[{"text": "a"}, {"id": "q", "text": "b"}]"#, ["file-1", "q"]),
    ("{\"text\": \"a\"}\n{\"text\": \"b\"}", ["file-1", "file-2"]),
  ])
  func shapesOfJSONFiles(text: String, ids: [String]) throws {
    let folder = try TemporaryDirectory()
    let outcome = Outcome([try folder.write("file.json", text)])
    #expect(outcome.ids == ids)
    #expect(outcome.errors.isEmpty)
  }

  @Test func arraysGiveWhatComesBeforeTheBreak() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("a.json", "[\n{\"text\": \"a\"},\n{\"text\": 5},\n{\"text\": \"c\"},\n  {oops}\n]")
    let outcome = Outcome([path])
    #expect(outcome.texts.map(\.text) == ["a", "c"])
    #expect(outcome.errors.map(\.line) == [3, 5])
    #expect(outcome.errors.map(\.column) == [nil, 4])
  }

  @Test func emptyJSONFiles() throws {
    let folder = try TemporaryDirectory()
    let empty = try folder.write("a.json", "\n")
    let none = try folder.write("b.json", "[]")
    let lines = try folder.write("c.jsonl", "\n \n")
    #expect(
      Outcome([empty, none, lines]).errors == [
        ReadingError(.empty, path: empty), ReadingError(.notADocument("the array holds no record"), path: none),
        ReadingError(.empty, path: lines),
      ])
  }

  @Test func depthIsBounded() {
    let bytes = Array(String(repeating: "[", count: 100_000).utf8)
    #expect(throws: JSONReader.Failure(rule: "values lie too deep in each other", offset: 256)) {
      try JSONReader.value(of: bytes)
    }
  }

  @Test(arguments: [
    "2019-11-12", "2019/11/12", "20191112", "12 November 2019", "Nov. 12, 2019", "November 12th, 2019",
    "Tue, 12 Nov 2019 08:00:00 GMT", "2019-11-12 08:00", "2019-11-12T08:00:00.000Z", " 2019-11-12 ",
  ])
  func dateFields(text: String) {
    #expect(DateField.date(of: text) == CalendarDate(year: 2019, month: 11, day: 12))
  }

  @Test(arguments: ["11/12/2019", "yesterday", "", "2019-13-01", "31 Feb. 2019", "November"])
  func whatIsNoDateField(text: String) {
    #expect(DateField.date(of: text) == nil)
  }

  @Test func partialDateFields() {
    #expect(DateField.date(of: "2019-11") == CalendarDate(year: 2019, month: 11))
    #expect(DateField.date(of: "November 2019") == CalendarDate(year: 2019, month: 11))
  }
}
