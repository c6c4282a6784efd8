/// What is to be seen of two whom a sentence names: numbers that hold, each a template with two values.
///
/// No words are among them, and no names: what kinds of actors they are, how they are named, how they hang together in
/// the tree, of which sign the predicates around them are, and what the rules found of either with others.
struct OpenPairFeatures {
  /// The kinds of features. Numbers are part of the weights' format.
  enum Template: UInt32 {
    case ruled = 1
    case kinds, targetKind, forms, usage, crowd, between, order, distance
    case company, elsewhere, speech, favourable, adverse, lean, clause, relations, relationsInClause, holder
    case steps, length, verbs, step
    /// Predicates on the way that tell an event: of which sign, and whether the rules read them for others.
    case readings
    // Two at a time.
    case kindsElsewhere = 40
    case kindsAdverse, kindsLean, kindsCompany, kindsSpeech, kindsHolder, kindsUsage, kindsClause
    case leanStep, leanRelations, leanElsewhere, clauseStep, clauseElsewhere, clauseCompany, kindsReadings,
      companyReadings
  }

  private(set) var keys: [UInt32] = []

  init() { keys.reserveCapacity(192) }

  mutating func removeAll() { keys.removeAll(keepingCapacity: true) }

  /// - Parameters: values below 4,096.
  @inline(__always)
  mutating func add(_ template: Template, _ a: UInt32 = 0, _ b: UInt32 = 0) {
    keys.append(template.rawValue << 24 | (a & 0xFFF) << 12 | b & 0xFFF)
  }

  /// One feature for each bit that is set.
  @inline(__always)
  mutating func add(_ template: Template, bits: UInt64, with b: UInt32 = 0, from first: UInt32 = 0) {
    var bits = bits
    while bits != 0 {
      add(template, first + UInt32(bits.trailingZeroBitCount), b)
      bits &= bits - 1
    }
  }
}
