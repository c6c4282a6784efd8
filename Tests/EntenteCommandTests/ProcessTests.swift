import Foundation
import TestSupport
import Testing

/// What only a process of its own can show: signals, limits of the system, and its streams.
struct ProcessTests {
  private let folder: TemporaryDirectory
  private var graph: String { folder("g.sqlite") }

  init() throws {
    folder = try TemporaryDirectory()
    // To write to a process that has ended is part of these tests, and must not end them.
    signal(SIGPIPE, SIG_IGN)
  }

  /// The program beside this test's own.
  private static var program: URL? {
    let beside = [Bundle.main.executableURL, URL(fileURLWithPath: CommandLine.arguments[0])].compactMap(\.self)
    let folders = beside.map { $0.resolvingSymlinksInPath().deletingLastPathComponent() }
    return folders.flatMap { [$0.appendingPathComponent("entente"), $0.appendingPathComponent("entente-cli")] }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  private struct Ending {
    var status: Int32
    var wasSignalled: Bool
    var output: String
    var errors: String
  }

  /// Starts `entente`, through a shell where limits are to be set first.
  private func start(_ arguments: [String], shell prefix: String? = nil) throws -> (Process, Pipe, Pipe, Pipe) {
    let program = try #require(Self.program, "the program is built beside its tests")
    let process = Process()
    if let prefix {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", prefix + "; exec \"$0\" \"$@\"", program.path] + arguments
    } else {
      process.executableURL = program
      process.arguments = arguments
    }
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return (process, input, output, errors)
  }

  private func finish(_ process: Process, _ output: Pipe, _ errors: Pipe) -> Ending {
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ending(
      status: process.terminationStatus, wasSignalled: process.terminationReason == .uncaughtSignal,
      output: String(decoding: text, as: UTF8.self), errors: String(decoding: complaints, as: UTF8.self))
  }

  private func run(_ arguments: [String], input: String = "", shell: String? = nil) throws -> Ending {
    let (process, pipe, output, errors) = try start(arguments, shell: shell)
    try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try pipe.fileHandleForWriting.close()
    return finish(process, output, errors)
  }

  private func record(_ number: Int) -> String {
    #"{"id": "d\#(number)", "date": "2019-11-12", "text": "Japan criticized North Korea. Number \#(number)."}"# + "\n"
  }

  private func storedCount() throws -> Int {
    let list = try run(["list", "documents", "--json", "--graph", graph])
    return (try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [Any])?.count ?? 0
  }

  @Test(arguments: [SIGKILL, SIGINT])
  func whatIsStoredSurvivesASignal(number: Int32) throws {
    let (process, input, output, errors) = try start(["add", "-", "--graph", graph, "--jobs", "2"])
    let handle = input.fileHandleForWriting
    for number in 0..<20 { try handle.write(contentsOf: Data(record(number).utf8)) }
    // Until the first are stored; the reader takes 64 KiB at a time, so that it needs more to go on.
    try handle.write(contentsOf: Data(repeating: 0x20, count: 1 << 17) + Data("\n".utf8))
    var stored = 0
    for _ in 0..<600 where stored < 5 {
      usleep(50_000)
      stored = (try? storedCount()) ?? 0
    }
    #expect(stored >= 5)
    kill(process.processIdentifier, number)
    if number == SIGINT {
      usleep(200_000)
      // The next text lets the reader see that it was interrupted.
      try? handle.write(contentsOf: Data(record(20).utf8 + Array(repeating: 0x20, count: 1 << 17) + [0x0A]))
    }
    try? handle.close()
    let ending = finish(process, output, errors)
    if number == SIGINT {
      #expect(ending.status == 130 && !ending.wasSignalled)
      #expect(ending.errors.contains("interrupted; run the command again to carry on"))
    } else {
      #expect(ending.wasSignalled)
    }
    #expect(try storedCount() >= stored)
    let again = try run(["add", "-", "--graph", graph], input: (0..<20).map(record).joined())
    #expect(again.status == 0, "\(again.errors)")
    #expect(try storedCount() >= 20)
  }

  @Test func aFullDiskLosesNothingStored() throws {
    let many = (0..<400).map(record).joined()
    // The system refuses to let any file grow beyond 500 KiB, as a full disk would.
    let run = try run(["add", "-", "--graph", graph], input: many, shell: "trap '' XFSZ; ulimit -f 1000")
    #expect(run.status == 4, "\(run.errors)")
    #expect(run.errors.contains("g.sqlite: "))
    let stored = try storedCount()
    #expect(run.output.hasPrefix("\(stored) document"))
    let rest = try self.run(["add", "-", "--graph", graph], input: many)
    #expect(rest.status == 0, "\(rest.errors)")
    #expect(try storedCount() == 400)
  }

  @Test func aFullDiskBehindStandardOutput() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let path = try SampleGraph.write(graph)
    let run = try run(["list", "--graph", path], shell: "exec > /dev/full")
    #expect(run.status == 5)
    #expect(run.errors == "entente: standard output cannot be written\n")
  }

  @Test func colourAndProgressAreForTerminalsOnly() throws {
    let add = try run(["add", "-", "--graph", graph], input: record(1))
    #expect(add.output == "1 document added\n" && add.errors.isEmpty)
    let show = try run(["show", "Japan", "--graph", try SampleGraph.write(folder("s.sqlite"))])
    #expect(show.status == 0 && !show.output.contains("\u{1B}"))
  }

  @Test func theFontsOfTheMachineChangeNothing() throws {
    let graph = try SampleGraph.write(graph)
    try folder.write("none.conf", "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>")
    try folder.write(
      "mono.conf",
      """
      <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir>
      <match target="pattern"><edit name="family" mode="assign" binding="strong"><string>monospace</string></edit></match>
      </fontconfig>
      """)
    var pictures: Set<String> = []
    for setting in [
      "true", "export FONTCONFIG_FILE='\(folder("none.conf"))'", "export FONTCONFIG_FILE='\(folder("mono.conf"))'",
    ] {
      for view in [["--all"], ["--timeline"], ["--focus", "GSOMIA"]] {
        let ending = try run(["render", "--graph", graph, "-o", "-"] + view, shell: setting)
        #expect(ending.status == 0 && ending.output.hasPrefix("<svg"), "\(ending.errors)")
        pictures.insert(ending.output)
      }
    }
    #expect(pictures.count == 3)
  }
}
