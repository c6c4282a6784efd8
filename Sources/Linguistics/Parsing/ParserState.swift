/// A transition of the arc-eager system.
///
/// Source: Joakim Nivre, "Algorithms for Deterministic Incremental Dependency Parsing", Computational Linguistics
/// 34(4), 2008, doi:10.1162/coli.07-056-R1-07-027.
package enum Transition: Int, CaseIterable, Sendable {
  case shift, reduce, leftArc, rightArc
}

/// A configuration of the arc-eager system over one sentence: stack, buffer and the arcs made so far.
///
/// Tokens count from 1; node 0 stands for "none" and node `count + 1` for the root, which waits at the end of the
/// buffer (Ballesteros and Nivre, "Going to the Roots of Dependency Parsing", 2013, doi:10.1162/COLI_a_00132).
///
/// A state is reused from sentence to sentence, so that parsing allocates nothing.
package final class ParserState {
  /// What is known of one node.
  package struct Node {
    /// 0 where no head is known yet.
    package var head: Int32 = 0
    /// The outermost and next dependents on either side; 0 where there is none.
    package var left: Int32 = 0
    package var left2: Int32 = 0
    package var right: Int32 = 0
    package var right2: Int32 = 0
    package var leftCount: UInt8 = 0
    package var rightCount: UInt8 = 0
    /// Raw value of the relation to the head.
    package var label: UInt8 = Node.noLabel
    package static let noLabel: UInt8 = 255
    package init() {}
  }

  package private(set) var nodes: UnsafeMutablePointer<Node>
  package private(set) var stack: UnsafeMutablePointer<Int32>
  package private(set) var stackCount = 0
  /// The first node of the buffer.
  package private(set) var front = 1
  /// Number of tokens.
  package private(set) var count = 0
  private var capacity: Int

  package init() {
    capacity = 256
    nodes = .allocate(capacity: capacity)
    stack = .allocate(capacity: capacity)
  }

  deinit {
    nodes.deallocate()
    stack.deallocate()
  }

  /// Begins a sentence.
  package func reset(count: Int) {
    // Nodes for none, the tokens, the root, and two past it that features may ask for.
    let needed = count + 4
    if needed > capacity {
      nodes.deallocate()
      stack.deallocate()
      capacity = max(needed, capacity * 2)
      nodes = .allocate(capacity: capacity)
      stack = .allocate(capacity: capacity)
    }
    nodes.initialize(repeating: Node(), count: needed)
    self.count = count
    stackCount = 0
    front = 1
  }

  package var root: Int { count + 1 }

  @inline(__always)
  package var isFinal: Bool { front == count + 1 && stackCount == 0 }

  /// The topmost node of the stack; 0 where it is empty.
  @inline(__always)
  package var top: Int { stackCount > 0 ? Int(stack[stackCount - 1]) : 0 }

  @inline(__always)
  package func allows(_ transition: Transition) -> Bool {
    switch transition {
    case .shift: front <= count
    case .reduce: stackCount > 0 && nodes[top].head != 0
    case .leftArc: stackCount > 0 && nodes[top].head == 0
    case .rightArc: stackCount > 0 && front <= count
    }
  }

  @inline(__always)
  private func attach(_ dependent: Int, to head: Int, label: UInt8) {
    nodes[dependent].head = Int32(head)
    nodes[dependent].label = label
    if dependent < head {
      nodes[head].left2 = nodes[head].left
      nodes[head].left = Int32(dependent)
      if nodes[head].leftCount < 255 { nodes[head].leftCount += 1 }
    } else {
      nodes[head].right2 = nodes[head].right
      nodes[head].right = Int32(dependent)
      if nodes[head].rightCount < 255 { nodes[head].rightCount += 1 }
    }
  }

  /// Carries a transition out; `label` names the relation of the arc it makes, if any.
  @inline(__always)
  package func apply(_ transition: Transition, label: UInt8) {
    switch transition {
    case .shift:
      stack[stackCount] = Int32(front)
      stackCount += 1
      front += 1
    case .reduce:
      stackCount -= 1
    case .leftArc:
      attach(top, to: front, label: label)
      stackCount -= 1
    case .rightArc:
      attach(front, to: top, label: label)
      stack[stackCount] = Int32(front)
      stackCount += 1
      front += 1
    }
  }
}
