/// Memory for the matrices of one step of training, handed out from blocks that the next step uses again.
final class Arena {
  private var blocks: [(start: UnsafeMutablePointer<Float>, capacity: Int)] = []
  private var block = 0
  private var used = 0

  deinit {
    for block in blocks { block.start.deallocate() }
  }

  /// Takes all memory back.
  func reset() {
    block = 0
    used = 0
  }

  /// Zeros.
  func floats(_ count: Int) -> UnsafeMutablePointer<Float> {
    while block < blocks.count, blocks[block].capacity - used < count {
      block += 1
      used = 0
    }
    if block == blocks.count {
      let capacity = max(count, 1 << 22)
      blocks.append((.allocate(capacity: capacity), capacity))
      used = 0
    }
    let start = blocks[block].start + used
    start.initialize(repeating: 0, count: count)
    used += (count + 15) / 16 * 16
    return start
  }
}
