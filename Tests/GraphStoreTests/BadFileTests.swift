import Diplomacy
import Foundation
import GRDB
import Provenance
import TestSupport
import Testing

@testable import GraphStore

@Suite("A graph file that cannot be used")
struct BadFileTests {
  private let directory: TemporaryDirectory
  private var path: String { directory("graph.sqlite") }

  init() throws { directory = try TemporaryDirectory() }

  /// The names of the files in the directory.
  private var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: directory("")).sorted() }
  }

  private func execute(_ sql: String, at path: String) throws {
    try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: sql) }
  }

  @Test("something else than a database is named and not touched")
  func notADatabase() throws {
    let text = "Washington and Tokyo met. " + String(repeating: "x", count: 5000)
    try directory.write("graph.sqlite", text)
    for mode in [GraphStore.Mode.readWrite, .readOnly] {
      let error = #expect(throws: StoreError.notADatabase(path: path)) { try GraphStore(path: path, mode: mode) }
      #expect(error?.description.contains("--graph") == true)
    }
    #expect(try directory.text("graph.sqlite") == text)
    #expect(try files == ["graph.sqlite"])
  }

  @Test("a database of another program is not touched")
  func foreign() throws {
    try execute("CREATE TABLE bookmarks (url TEXT)", at: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StoreError.foreignDatabase(path: path)) { try GraphStore(path: path) }
    #expect(throws: StoreError.foreignDatabase(path: path)) { try GraphStore(path: path, mode: .readOnly) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("a file of a newer version is left to that version")
  func newer() throws {
    _ = try GraphStore(path: path)
    try execute("INSERT INTO grdb_migrations VALUES ('of tomorrow')", at: path)
    #expect(throws: StoreError.newerSchema(path: path, unknown: ["of tomorrow"])) { try GraphStore(path: path) }
  }

  @Test("a truncated file is an error, not a crash", arguments: [50, 100, 4096, 20_000, 60_000])
  func truncated(length: Int) throws {
    do {
      let store = try GraphStore(path: path)
      try store.add(coded("a", String(repeating: "long ", count: 20_000)), entities: everyone)
      try store.queue.inDatabase { _ = try $0.checkpoint(.truncate) }
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try #require(bytes.count > 100_000)
    try bytes.prefix(length).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: StoreError.self) {
      let store = try GraphStore(path: path)
      _ = try store.contents()
      _ = try store.document(id: "a")
    }
    switch error {
    case .damaged, .notADatabase: break
    default: Issue.record("\(String(describing: error))")
    }
  }

  @Test("a missing folder, a folder, an empty name, and a missing file to read")
  func missing() throws {
    let nowhere = directory("no/such/graph.sqlite")
    let error = #expect(throws: StoreError.self) { try GraphStore(path: nowhere) }
    guard case .cannotOpen(path: nowhere, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(throws: StoreError.self) { try GraphStore(path: directory("")) }
    #expect(throws: StoreError.self) { try GraphStore(path: "") }
    #expect(throws: StoreError.missing(path: path)) { try GraphStore(path: path, mode: .readOnly) }
    #expect(try files == [])
  }

  @Test("an empty file becomes a graph")
  func empty() throws {
    try directory.write("graph.sqlite", "")
    let error = #expect(throws: StoreError.self) { try GraphStore(path: path, mode: .readOnly) }
    #expect(error == .olderSchema(path: path))
    try GraphStore(path: path).add(coded("a"), entities: everyone)
    #expect(try GraphStore(path: path, mode: .readOnly).claims().count == 2)
  }

  @Test("names that SQLite would take for something else are files")
  func oddNames() throws {
    for name in ["a graph?mode=memory#é%20.sqlite", "-wal"] {
      try GraphStore(path: directory(name)).add(coded("a"), entities: everyone)
      #expect(try files.contains(name))
      #expect(try GraphStore(path: directory(name), mode: .readOnly).claims().count == 2)
    }
  }

  @Test("reading changes nothing and writing is refused")
  func readOnly() throws {
    try GraphStore(path: path).add(coded("a"), entities: everyone)
    let store = try GraphStore(path: path, mode: .readOnly)
    #expect(throws: StoreError.readOnly(path: path)) { try store.add(coded("b")) }
    #expect(throws: StoreError.readOnly(path: path)) { try store.remove(documentID: "a") }
    #expect(try store.documents().count == 1)
  }

  @Test("a log left in a folder that may not be written is named; an empty one is none")
  func logLeftBehind() throws {
    #expect(try GraphStore.addressWithoutLog(of: path) == GraphStore.immutableAddress(of: path))
    try directory.write("graph.sqlite-wal", "")
    #expect(try GraphStore.addressWithoutLog(of: path) == GraphStore.immutableAddress(of: path))
    try directory.write("graph.sqlite-wal", "x")
    let error = #expect(throws: StoreError.self) { try GraphStore.addressWithoutLog(of: path) }
    #expect(error == .logLeftBehind(path: path) && error?.description.contains("graph.sqlite-wal") == true)
  }

  @Test("the file alone can be read as one that nobody changes")
  func immutable() throws {
    let odd = directory("a b?c#d%.sqlite")
    try GraphStore(path: odd).add(coded("a"), entities: everyone)
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: GraphStore.immutableAddress(of: odd), configuration: configuration)
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM claim") } == 2)
  }

  @Test("in a folder that may not be written a graph can still be read", .enabled(if: geteuid() != 0))
  func readOnlyFolder() throws {
    try GraphStore(path: path).add(coded("a"), entities: everyone)
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: directory(""))
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory("")) }
    #expect(try GraphStore(path: path, mode: .readOnly).claims().count == 2)
    #expect(throws: StoreError.readOnly(path: path)) { try GraphStore(path: path).add(coded("b")) }
    let error = #expect(throws: StoreError.self) { try GraphStore(path: directory("new.sqlite")) }
    guard case .cannotOpen = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("a full disk stops at the document that does not fit; what was stored stays")
  func diskFull() throws {
    let store = try GraphStore(path: path, mode: .readWrite, pageLimit: 80)
    try store.upsert(everyone)
    var added = 0
    var failure: StoreError?
    while failure == nil, added < 100 {
      do {
        try store.add(coded("d\(added)", String(repeating: "word ", count: 4000) + "\(added)"))
        added += 1
      } catch {
        failure = error
      }
    }
    #expect(failure == .diskFull(path: path))
    #expect(added > 0)
    #expect(try store.documents().map(\.metadata.id) == (0..<added).map { "d\($0)" })
    let again = try GraphStore(path: path)
    #expect(try again.claims().count == 2 * added)
    try again.add(coded("next"), entities: [])
    #expect(try again.documents().count == added + 1)
  }

  @Test("another process writing is waited for, then told", .timeLimit(.minutes(1)))
  func busy() throws {
    let store = try GraphStore(path: path)
    try store.upsert(everyone)
    let other = try DatabaseQueue(path: path)
    try other.inTransaction(.immediate) { (_: Database) throws -> Database.TransactionCompletion in
      #expect(throws: StoreError.busy(path: path)) { try store.add(coded("a")) }
      #expect(try store.documents().isEmpty)
      return .rollback
    }
    #expect(try store.add(coded("a")) == .added)
  }

  @Test("a process killed amid a document leaves all documents before it")
  func killed() throws {
    let store = try GraphStore(path: path)
    try store.add(coded("a"), entities: everyone)
    // The files as they lie on the disk amid a transaction that has grown beyond the page cache are those that a
    // killed process leaves.
    let copy = directory("copy.sqlite")
    try store.queue.inDatabase { try $0.execute(sql: "PRAGMA cache_size = 5") }
    try store.queue.inTransaction(.immediate) { (db: Database) throws -> Database.TransactionCompletion in
      try EntityRecords.upsert([Entity(id: ID(99), name: "Half", details: .country(Country(code: "ZZ")))], in: db)
      _ = try DocumentRecords.insert(coded("b", String(repeating: "half a document ", count: 20_000)), in: db)
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
      }
      let log = try FileManager.default.attributesOfItem(atPath: copy + "-wal")[.size] as? Int
      #expect(log ?? 0 > 100_000, "the transaction has reached the disk")
      return .rollback
    }
    let recovered = try GraphStore(path: copy)
    #expect(try recovered.documents().map(\.metadata.id) == ["a"])
    #expect(try recovered.entities() == everyone)
    #expect(try recovered.add(coded("b")) == .added)
    #expect(try recovered.claims().count == 4)
  }
}
