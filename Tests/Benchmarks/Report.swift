import Foundation

/// Figures as a person reads them: those of Entente, each with its peers below and how many times better it is.
struct Report {
  var results: Results

  /// Figures in order; peers follow the figure they are to be compared with.
  func text() -> String {
    let rows = results.measurements.filter { $0.program == "Entente" }.flatMap { own -> [[String]] in
      let peers = results.measurements.filter {
        $0.program != "Entente" && $0.benchmark == own.benchmark && $0.unit == own.unit
      }
      // A peer stands beside the figure of as many threads, or where there is none beside that of one.
      let beside = peers.filter { peer in
        peer.threads == own.threads || (own.threads == 1 && !hasOwn(own.benchmark, threads: peer.threads))
      }
      return [row(own)] + beside.map { row($0, comparedWith: own) }
    }
    let header = ["", "median", "p95", "best", "processor", "", "runs", "threads", "beside", ""]
    return results.machine.text + "\n\n" + Report.table([header] + rows)
  }

  private func hasOwn(_ benchmark: String, threads: Int) -> Bool {
    results.measurements.contains {
      $0.program == "Entente" && $0.benchmark == benchmark && $0.threads == threads
    }
  }

  private func row(_ figure: Measurement, comparedWith own: Measurement? = nil) -> [String] {
    let ratio = own.map { own in
      let advantage = own.advantage(over: figure)
      return advantage >= 1
        ? "Entente \(Report.number(advantage)) times better" : "Entente \(Report.number(1 / advantage)) times worse"
    }
    return [
      own == nil ? figure.benchmark : "    " + figure.program,
      Report.number(figure.median), figure.repetitions > 1 ? Report.number(figure.p95) : "",
      figure.repetitions > 1 ? Report.number(figure.best) : "", figure.processor.map(Report.number) ?? "", figure.unit,
      "\(figure.repetitions)",
      "\(figure.threads)", ratio ?? "", figure.note ?? "",
    ]
  }

  /// Three significant digits, the same in every locale.
  static func number(_ value: Double) -> String {
    let locale = Locale(identifier: "en_US")
    return abs(value) >= 100
      ? value.formatted(.number.precision(.fractionLength(0)).locale(locale))
      : value.formatted(.number.precision(.significantDigits(1...3)).locale(locale))
  }

  /// Rows in columns; numbers to the right.
  private static func table(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return (1...4).contains(column) || (6...7).contains(column) ? space + cell : cell + space
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}
