/// The relations of Universal Dependencies that English treebanks use, subtypes included.
///
/// Source: universaldependencies.org/en/dep, release 2.16 of the English treebanks.
public enum DependencyRelation: UInt8, CaseIterable, Sendable {
  case adnominalClause
  case relativeClause
  case adverbialClause
  case adverbialRelativeClause
  case adverbialModifier
  case adjectivalModifier
  case apposition
  case auxiliary
  case passiveAuxiliary
  case caseMarker
  case coordinator
  case preconjunction
  case clausalComplement
  case compound
  case verbParticle
  case conjunct
  case copula
  case clausalSubject
  case outerClausalSubject
  case passiveClausalSubject
  case unspecified
  case determiner
  case predeterminer
  case discourse
  case dislocated
  case expletive
  case fixed
  case flat
  case goesWith
  case indirectObject
  case list
  case marker
  case nominalModifier
  case descriptiveModifier
  case possessive
  case unmarkedNominalModifier
  case nominalSubject
  case outerSubject
  case passiveSubject
  case numericModifier
  case object
  case oblique
  case agent
  case unmarkedOblique
  case orphan
  case parataxis
  case punctuation
  case reparandum
  case root
  case vocative
  case openComplement

  /// The relation as CoNLL-U writes it.
  public var label: StaticString {
    switch self {
    case .adnominalClause: "acl"
    case .relativeClause: "acl:relcl"
    case .adverbialClause: "advcl"
    case .adverbialRelativeClause: "advcl:relcl"
    case .adverbialModifier: "advmod"
    case .adjectivalModifier: "amod"
    case .apposition: "appos"
    case .auxiliary: "aux"
    case .passiveAuxiliary: "aux:pass"
    case .caseMarker: "case"
    case .coordinator: "cc"
    case .preconjunction: "cc:preconj"
    case .clausalComplement: "ccomp"
    case .compound: "compound"
    case .verbParticle: "compound:prt"
    case .conjunct: "conj"
    case .copula: "cop"
    case .clausalSubject: "csubj"
    case .outerClausalSubject: "csubj:outer"
    case .passiveClausalSubject: "csubj:pass"
    case .unspecified: "dep"
    case .determiner: "det"
    case .predeterminer: "det:predet"
    case .discourse: "discourse"
    case .dislocated: "dislocated"
    case .expletive: "expl"
    case .fixed: "fixed"
    case .flat: "flat"
    case .goesWith: "goeswith"
    case .indirectObject: "iobj"
    case .list: "list"
    case .marker: "mark"
    case .nominalModifier: "nmod"
    case .descriptiveModifier: "nmod:desc"
    case .possessive: "nmod:poss"
    case .unmarkedNominalModifier: "nmod:unmarked"
    case .nominalSubject: "nsubj"
    case .outerSubject: "nsubj:outer"
    case .passiveSubject: "nsubj:pass"
    case .numericModifier: "nummod"
    case .object: "obj"
    case .oblique: "obl"
    case .agent: "obl:agent"
    case .unmarkedOblique: "obl:unmarked"
    case .orphan: "orphan"
    case .parataxis: "parataxis"
    case .punctuation: "punct"
    case .reparandum: "reparandum"
    case .root: "root"
    case .vocative: "vocative"
    case .openComplement: "xcomp"
    }
  }

  /// The relation without its subtype: `aux` for `aux:pass`.
  public var universal: DependencyRelation {
    switch self {
    case .relativeClause: .adnominalClause
    case .adverbialRelativeClause: .adverbialClause
    case .passiveAuxiliary: .auxiliary
    case .preconjunction: .coordinator
    case .verbParticle: .compound
    case .outerClausalSubject: .clausalSubject
    case .passiveClausalSubject: .clausalSubject
    case .predeterminer: .determiner
    case .descriptiveModifier: .nominalModifier
    case .possessive: .nominalModifier
    case .unmarkedNominalModifier: .nominalModifier
    case .outerSubject: .nominalSubject
    case .passiveSubject: .nominalSubject
    case .agent: .oblique
    case .unmarkedOblique: .oblique
    default: self
    }
  }
}
