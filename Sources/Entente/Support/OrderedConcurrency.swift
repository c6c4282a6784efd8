/// Transforms inputs on all cores, and hands the results out one by one in the order of the inputs.
///
/// Inputs are drawn only when there is room: at most `width` are in work or waiting, however many there are.
///
/// - Parameters:
///   - width: most inputs held at once; twice the number of cores keeps them busy.
///   - next: the next input, or nil at the end. Called by one task only.
///   - transform: runs on any core.
///   - consume: called for each result in order, by the calling task; false ends the work early.
func forEachInOrder<Input: Sendable, Output: Sendable>(
  width: Int, next: () -> Input?, transform: @escaping @Sendable (Input) -> Output,
  consume: (Output) async throws -> Bool
) async throws {
  try await withThrowingTaskGroup(of: (index: Int, output: Output).self) { group in
    var waiting: [Int: Output] = [:]
    var started = 0
    var consumed = 0
    var isExhausted = false
    while true {
      while !isExhausted, started - consumed < max(1, width) {
        guard let input = next() else {
          isExhausted = true
          break
        }
        let index = started
        started += 1
        group.addTask { (index, transform(input)) }
      }
      while let output = waiting.removeValue(forKey: consumed) {
        consumed += 1
        guard try await consume(output) else {
          group.cancelAll()
          return
        }
      }
      if started - consumed < max(1, width), !isExhausted { continue }
      guard let finished = try await group.next() else { return }
      waiting[finished.index] = finished.output
    }
  }
}
