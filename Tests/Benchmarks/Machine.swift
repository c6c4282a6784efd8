import Foundation

/// What the figures were measured on.
struct Machine: Codable {
  var processor: String
  var cores: Int
  var system: String
  /// Runnable processes, averaged over the last minute: above 0 at the start, something else is running too.
  var load: Double

  static func current() -> Machine {
    var load = [0.0]
    getloadavg(&load, 1)
    return Machine(
      processor: processorName() ?? "unknown processor", cores: ProcessInfo.processInfo.activeProcessorCount,
      system: ProcessInfo.processInfo.operatingSystemVersionString, load: load[0])
  }

  var text: String {
    "\(processor), \(cores) cores, \(system); load average \(load.formatted(.number.precision(.fractionLength(1))))"
  }

  private static func processorName() -> String? {
    guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else { return nil }
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":", maxSplits: 1).last.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// Bytes of this process that lie in memory; nil where the system does not tell by `/proc`.
  static func residentBytes() -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return pages.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
  }
}
