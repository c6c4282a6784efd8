/// What a picture shows: actors and agreements, what ties them, and the words around them.
///
/// A value of its own, so that a picture can be drawn of anything that has these parts. Order carries no meaning:
/// a figure puts nodes and edges into canonical order first.
public struct Diagram: Hashable, Sendable {
  public var title: String
  /// Under the title: "12–19 November 2019 · 7 texts".
  public var subtitle: String
  /// At the foot: "Source: AP, Yonhap".
  public var sourceLine: String
  /// Read aloud in place of the picture; a count of what is shown where empty.
  public var summary: String
  public var nodes: [Node]
  public var edges: [Edge]
  public var clusters: [Cluster]
  /// What the graph has but the picture leaves out.
  public var hidden: Hidden?
  /// Numbered sentences beside the picture, to which edges refer by number.
  public var notes: [Note]
  /// States of the diagram one after the other, drawn small with every node in the same place. `edges` are then those
  /// of all panels together, which the places follow.
  public var panels: [Panel]

  public init(
    title: String = "", subtitle: String = "", sourceLine: String = "", summary: String = "", nodes: [Node] = [],
    edges: [Edge] = [], clusters: [Cluster] = [], hidden: Hidden? = nil, notes: [Note] = [], panels: [Panel] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.sourceLine = sourceLine
    self.summary = summary
    self.nodes = nodes
    self.edges = edges
    self.clusters = clusters
    self.hidden = hidden
    self.notes = notes
    self.panels = panels
  }

  /// What a picture of two days tells of a part: nothing where it is in both.
  public enum Change: String, CaseIterable, Sendable {
    case appeared, vanished
    /// From friendly to hostile, or the other way.
    case turned
  }

  /// How much a part of the picture asks to be looked at: on a path, or beside it.
  public enum Emphasis: String, CaseIterable, Sendable {
    case normal, strong, pale
  }

  /// An actor or an agreement.
  public struct Node: Hashable, Identifiable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
      case country, official, organization, agreement
    }
    /// Any text, the only one of its kind in the diagram. It does not show.
    public var id: String
    public var label: String
    /// The label of a small node: "GSOMIA", "Milley". The whole label where nil.
    public var shortLabel: String?
    public var kind: Kind
    /// ISO 3166 code of the country served or belonged to: "JP". Shown for officials and organizations.
    public var countryTag: String?
    /// Under the label: "Foreign Minister".
    public var subtitle: String?
    /// Under the label of an agreement: "expiring · 23 Nov 2019".
    public var status: String?
    public var emphasis: Emphasis
    /// Where a click leads; only `http`, `https`, `mailto` and relative addresses are written.
    public var link: String?
    public var change: Change?

    public init(
      id: String, label: String, kind: Kind, countryTag: String? = nil, subtitle: String? = nil, status: String? = nil,
      emphasis: Emphasis = .normal, link: String? = nil
    ) {
      self.id = id
      self.label = label
      self.kind = kind
      self.countryTag = countryTag
      self.subtitle = subtitle
      self.status = status
      self.emphasis = emphasis
      self.link = link
    }
  }

  /// What one node holds of another, or has with it.
  public struct Edge: Hashable, Identifiable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
      /// Directed and signed.
      case stance
      /// Undirected and signed.
      case cooperation
      /// Official or body → country or organization.
      case affiliation
      /// Country or organization → agreement.
      case party
      /// Country → organization.
      case membership

      /// Whether the weight means something: the other kinds state a fact.
      public var isSigned: Bool { self == .stance || self == .cooperation }
    }
    /// Any text, the only one of its kind in the diagram. It does not show.
    public var id: String
    public var source: Node.ID
    public var target: Node.ID
    public var kind: Kind
    /// −1 (opposes) … 1 (supports); what lies outside is brought to the nearer end.
    public var weight: Double
    /// Planned, hypothetical or of low confidence: drawn dashed.
    public var isUnconfirmed: Bool
    public var claimCount: Int
    public var sourceCount: Int
    /// A few words beside the line.
    public var label: String?
    /// Shown on pointing at the line: the sentence it rests on. A statement of the edge where nil.
    public var tooltip: String?
    public var emphasis: Emphasis
    public var link: String?
    /// Numbers of notes that this edge rests on.
    public var notes: [Int]
    public var change: Change?

    public init(
      id: String, source: Node.ID, target: Node.ID, kind: Kind, weight: Double = 1, isUnconfirmed: Bool = false,
      claimCount: Int = 0, sourceCount: Int = 0, label: String? = nil, tooltip: String? = nil,
      emphasis: Emphasis = .normal, link: String? = nil, notes: [Int] = []
    ) {
      self.id = id
      self.source = source
      self.target = target
      self.kind = kind
      self.weight = weight
      self.isUnconfirmed = isUnconfirmed
      self.claimCount = claimCount
      self.sourceCount = sourceCount
      self.label = label
      self.tooltip = tooltip
      self.emphasis = emphasis
      self.link = link
      self.notes = notes
    }

    /// The sign that the picture shows.
    public var polarity: Polarity {
      guard kind.isSigned else { return .none }
      // A weight of nearly 0 is for and against in balance, not a weak stance of either sign.
      if weight > 0.05 { return .supports }
      if weight < -0.05 { return .opposes }
      return .mixed
    }
  }

  public enum Polarity: String, CaseIterable, Sendable {
    case supports, opposes, mixed, none
  }

  /// Nodes drawn together in a frame: a country, a bloc, a kind.
  public struct Cluster: Hashable, Identifiable, Sendable {
    public var id: String
    public var label: String
    public var nodes: [Node.ID]

    public init(id: String, label: String, nodes: [Node.ID]) {
      self.id = id
      self.label = label
      self.nodes = nodes
    }
  }

  /// What a reduced view leaves out, and by what rule.
  public struct Hidden: Hashable, Sendable {
    public var nodes: Int
    public var edges: Int
    /// What was kept: "the 80 strongest ties".
    public var rule: String

    public init(nodes: Int, edges: Int, rule: String = "") {
      self.nodes = nodes
      self.edges = edges
      self.rule = rule
    }
  }

  /// The diagram at one time.
  public struct Panel: Hashable, Sendable {
    /// "November 2019".
    public var title: String
    /// "5 ties".
    public var subtitle: String
    /// Ids are those of edges of the diagram; weights and all else are the panel's own.
    public var edges: [Edge]

    public init(title: String, subtitle: String = "", edges: [Edge]) {
      self.title = title
      self.subtitle = subtitle
      self.edges = edges
    }
  }

  /// A numbered sentence beside the picture.
  public struct Note: Hashable, Sendable {
    public var number: Int
    public var text: String

    public init(number: Int, text: String) {
      self.number = number
      self.text = text
    }
  }
}
