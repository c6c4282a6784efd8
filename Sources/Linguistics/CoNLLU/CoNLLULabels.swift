extension UniversalPartOfSpeech {
  /// The part of speech that a CoNLL-U field names; nil for a name that is none. `_`, and the `SPACE` that spaCy gives to white
  /// space, are ``other``.
  public init?(label: some StringProtocol) {
    guard let found = UniversalPartOfSpeech.labels[String(label)] else { return nil }
    self = found
  }

  private static let labels: [String: UniversalPartOfSpeech] = {
    var labels = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0.label)", $0) })
    labels["_"] = .other
    labels["SPACE"] = .other
    return labels
  }()
}

extension PennTag {
  /// The tag that a CoNLL-U field names; ``unknown`` for tags of other sets.
  public init(label: some StringProtocol) { self = PennTag.labels[String(label)] ?? .unknown }

  private static let labels = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0.label)", $0) })
}

extension DependencyRelation {
  /// The relation that a CoNLL-U field names.
  ///
  /// A subtype that English treebanks do not use gives the relation without it, the labels of spaCy's English models give the
  /// relation they stand for, and any other name gives ``unspecified``.
  public init(label: some StringProtocol) {
    let label = String(label)
    if let found = DependencyRelation.labels[label] {
      self = found
    } else {
      self = DependencyRelation.labels[String(label.prefix { $0 != ":" })] ?? .unspecified
    }
  }

  private static let labels: [String: DependencyRelation] = {
    var labels = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0.label)", $0) })
    // ClearNLP's names, which spaCy keeps.
    let others: [(String, DependencyRelation)] = [
      ("ROOT", .root), ("dobj", .object), ("dative", .indirectObject), ("nsubjpass", .passiveSubject),
      ("csubjpass", .passiveClausalSubject), ("auxpass", .passiveAuxiliary), ("neg", .adverbialModifier),
      ("poss", .possessive), ("nn", .compound), ("prt", .verbParticle), ("relcl", .relativeClause),
      ("attr", .openComplement), ("acomp", .openComplement), ("npadvmod", .unmarkedOblique),
      ("nounmod", .nominalModifier),
      ("predet", .predeterminer), ("preconj", .preconjunction), ("intj", .discourse), ("pobj", .oblique),
      ("agent", .agent), ("quantmod", .adverbialModifier),
    ]
    for (label, relation) in others { labels[label] = relation }
    return labels
  }()
}

extension Morphology {
  /// Names and values of the features in the order in which CoNLL-U lists them.
  private static let features: [(name: String, values: [(String, Morphology)])] = [
    ("Gender", [("Fem", .feminine), ("Masc", .masculine)]),
    ("Mood", [("Imp", .imperative), ("Ind", .indicative)]),
    ("Number", [("Plur", .plural), ("Sing", .singular)]),
    ("Person", [("1", .firstPerson), ("2", .secondPerson), ("3", .thirdPerson)]),
    ("Poss", [("Yes", .possessive)]),
    ("Tense", [("Past", .past), ("Pres", .present)]),
    ("VerbForm", [("Fin", .finite), ("Ger", .gerund), ("Inf", .infinitive), ("Part", .participle)]),
    ("Voice", [("Pass", .passive)]),
  ]

  private static let byFeature = Dictionary(
    uniqueKeysWithValues: features.flatMap { feature in feature.values.map { ("\(feature.name)=\($0.0)", $0.1) } })

  /// Reads the features of a CoNLL-U field, `Number=Sing|Person=3`; those that event coding does not need are passed over.
  public init(features: some StringProtocol) {
    self = []
    for feature in features.split(separator: "|") {
      if let bit = Morphology.byFeature[String(feature)] { insert(bit) }
    }
  }

  /// The features as CoNLL-U writes them, `_` for none.
  public var features: String {
    var parts: [String] = []
    for (name, values) in Morphology.features {
      let present = values.filter { contains($0.1) }.map(\.0)
      if !present.isEmpty { parts.append("\(name)=" + present.joined(separator: ",")) }
    }
    return parts.isEmpty ? "_" : parts.joined(separator: "|")
  }
}
