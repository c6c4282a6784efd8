/// Classes of words that rules of the coder ask for, as bits by word id: one look at an array for each question.
struct RuleWords: OptionSet, Sendable {
  let rawValue: UInt64

  /// Verbs with a hearer as object: "told Y", "assured Y".
  static let addressing = RuleWords(rawValue: 1 << 0)
  /// Verbs that name who takes part: "included", "brought together".
  static let gathering = RuleWords(rawValue: 1 << 1)
  /// Nouns for those who take part.
  static let participants = RuleWords(rawValue: 1 << 2)
  /// Verbs with an object and what it is called.
  static let naming = RuleWords(rawValue: 1 << 3)
  /// Verbs whose infinitive was not done, to the blame of the subject.
  static let shortcomings = RuleWords(rawValue: 1 << 4)
  /// Verbs that say anew what holds.
  static let affirming = RuleWords(rawValue: 1 << 5)
  /// Nouns for what one would do or have: "attempt", "bid", "proposal".
  static let attempts = RuleWords(rawValue: 1 << 6)

  /// Verbs of one person receiving or greeting another.
  static let greeting = RuleWords(rawValue: 1 << 7)
  /// Nouns for what binds a party to an agreement: "accession to", "obligations under".
  static let binding = RuleWords(rawValue: 1 << 8)

  /// Verbs of those who make others talk.
  static let hosting = RuleWords(rawValue: 1 << 9)

  /// Nouns for what one has promised.
  static let promises = RuleWords(rawValue: 1 << 10)

  /// Verbs that bring an agreement about.
  static let striking = RuleWords(rawValue: 1 << 11)

  /// Nouns that are hard words for whoever is called so.
  static let labels = RuleWords(rawValue: 1 << 12)
  /// Nouns for what several say with one voice where it is "joint".
  static let utterances = RuleWords(rawValue: 1 << 13)

  /// Verbs of getting something from somebody, and what is given so.
  static let getting = RuleWords(rawValue: 1 << 14)
  static let goods = RuleWords(rawValue: 1 << 15)

  /// Verbs of charging the subject of their clause with what it tells.
  static let complaining = RuleWords(rawValue: 1 << 16)
  /// Nouns that take up what a clause has told, to have it judged: "a step that X condemned".
  static let resumptive = RuleWords(rawValue: 1 << 17)
  /// Nouns that take up what somebody has said: "a charge X rejected".
  static let charges = RuleWords(rawValue: 1 << 18)
  /// Nouns that with "in" and "with" tell of acting together: "in consultation with X".
  static let company = RuleWords(rawValue: 1 << 19)
  /// Adjectives of what each does for itself.
  static let separating = RuleWords(rawValue: 1 << 20)
  /// Offices that are held "to" somebody: "secretary to the prime minister".
  static let attached = RuleWords(rawValue: 1 << 21)
  /// Nouns for what one shows in the service of others, which praises whoever shows it.
  static let merits = RuleWords(rawValue: 1 << 22)
  /// Verbs of showing and playing such.
  static let showing = RuleWords(rawValue: 1 << 23)
  /// Verbs that follow on the summons of somebody: what the subject does, and not the object.
  static let calling = RuleWords(rawValue: 1 << 24)
  /// Nouns for toil that several share: "the work of X and Y".
  static let toil = RuleWords(rawValue: 1 << 25)

  /// Verbs of telling somebody what to beware of.
  static let warning = RuleWords(rawValue: 1 << 26)
  /// Nouns for how much or many of what follows under "of": "a new round of sanctions".
  static let quantities = RuleWords(rawValue: 1 << 27)
  /// Nouns for whoever does what another bids: "a puppet of X" is a word against X as well.
  static let minions = RuleWords(rawValue: 1 << 28)
  /// Verbs of bringing about what others say or feel: "drew condemnation from X".
  static let drawing = RuleWords(rawValue: 1 << 29)
  /// Nouns for belonging to a body, and verbs of wishing for it.
  static let belonging = RuleWords(rawValue: 1 << 30)
  static let aspiring = RuleWords(rawValue: 1 << 31)
  /// Verbs of giving an answer to what somebody does.
  static let answering = RuleWords(rawValue: 1 << 32)
  /// Verbs of becoming or being something: "has become a threat", "poses a danger".
  static let becoming = RuleWords(rawValue: 1 << 33)
  /// Nouns and verbs that tell that somebody gives up, to turn to another: "dropped X for Y".
  static let swapping = RuleWords(rawValue: 1 << 34)

  /// Verbs of becoming a member.
  static let joining = RuleWords(rawValue: 1 << 35)

  /// Nouns for what only those do of whom one thinks ill.
  static let misdeeds = RuleWords(rawValue: 1 << 36)
  /// Verbs of setting oneself against a deed, and nouns that with "in" tell of it: "in response to".
  static let countering = RuleWords(rawValue: 1 << 37)
  static let answers = RuleWords(rawValue: 1 << 38)
  /// Verbs of giving and of refusing what is "for" somebody.
  static let granting = RuleWords(rawValue: 1 << 39)
  static let withholding = RuleWords(rawValue: 1 << 40)
  /// Nouns for guilt that lies with somebody.
  static let blame = RuleWords(rawValue: 1 << 41)
  /// Nouns for whoever is for or against another, who need not be so in return.
  static let partisans = RuleWords(rawValue: 1 << 42)
  /// Nouns for what a public is subjected to at home: "condemned the elections in X".
  static let domestic = RuleWords(rawValue: 1 << 43)
  /// Verbs of fighting, which one may do in defense.
  static let fighting = RuleWords(rawValue: 1 << 44)

  /// Verbs of charging somebody with what he may not have done.
  static let charging = RuleWords(rawValue: 1 << 45)

  /// Verbs of doing somebody a service.
  static let serving = RuleWords(rawValue: 1 << 46)

  /// Verbs that nobody uses of what he thinks well of, whatever their object: "X keeps stoking division".
  static let reproaches = RuleWords(rawValue: 1 << 47)
  /// Nouns for what one is reproached with not having: "has no right to".
  static let standing = RuleWords(rawValue: 1 << 48)
  /// Nouns for those who rule a country.
  static let regimes = RuleWords(rawValue: 1 << 49)
  /// Nouns for a share in an agreement or a body: "suspended its participation in".
  static let shares = RuleWords(rawValue: 1 << 50)
  /// Nouns that take up what somebody has done without saying who: "condemned the move".
  static let deeds = RuleWords(rawValue: 1 << 51)

  /// Nouns that with "against" tell of being against, and verbs of turning something against somebody.
  static let opposing = RuleWords(rawValue: 1 << 52)
  static let turning = RuleWords(rawValue: 1 << 53)

  /// Nouns that with "in" tell of breaking or keeping an agreement.
  static let breaches = RuleWords(rawValue: 1 << 54)
  static let conformity = RuleWords(rawValue: 1 << 55)
  /// Nouns for a case of what follows under "of": "an act of aggression".
  static let instances = RuleWords(rawValue: 1 << 56)

  /// Prepositions that a word of judging or aiming takes for whom it means.
  static let aiming = RuleWords(rawValue: 1 << 57)
  /// Nouns for the good of a state.
  static let welfare = RuleWords(rawValue: 1 << 58)
  /// Verbs whose participle tells how its subject is minded: "is opposed to".
  static let dispositions = RuleWords(rawValue: 1 << 59)

  /// Adverbs that belong to a verb: "rules out".
  static let particles = RuleWords(rawValue: 1 << 60)
  /// Nouns for what others feel at a deed: "to the dismay of".
  static let feelings = RuleWords(rawValue: 1 << 61)
  /// Verbs of letting somebody do something.
  static let permitting = RuleWords(rawValue: 1 << 62)
  /// Verbs of telling what one will do to somebody's harm.
  static let threatening = RuleWords(rawValue: 1 << 63)

  static let table: [(words: RuleWords, lemmas: [String])] = [
    (.addressing, ["tell", "assure", "inform", "brief", "urge", "warn", "press", "ask"]),
    (.gathering, ["include", "involve", "bring", "gather", "feature", "unite", "join", "draw", "group"]),
    (.participants, ["participant", "attendee", "guest", "signatory", "party", "delegate"]),
    (
      .naming,
      [
        "call", "describe", "label", "brand", "deem", "consider", "view", "regard", "denounce", "portray", "term",
        "dub", "characterize", "see", "hail", "depict", "slam", "blast", "condemn", "decry", "dismiss", "deride",
        "paint",
        "cast", "perceive", "castigate", "pronounce", "declare",
      ]
    ),
    (
      .greeting,
      [
        "embrace", "hug", "greet", "flank", "kiss", "host", "receive", "welcome", "accompany", "escort", "meet",
        "telephone",
        "phone", "call",
      ]
    ),
    (.binding, ["accession", "ratification", "obligation", "membership", "compliance", "adherence"]),
    (
      .hosting,
      ["host", "mediate", "broker", "facilitate", "chair", "convene", "arrange", "oversee", "sponsor", "moderate"]
    ),
    (
      .promises,
      ["commitment", "obligation", "promise", "pledge", "duty", "undertaking", "assurance", "vow", "guarantee"]
    ),
    (.striking, ["strike", "reach", "sign", "ink", "conclude", "seal", "clinch", "forge", "finalize", "initial"]),
    (
      .labels,
      ["threat", "danger", "menace", "problem", "aggressor", "obstacle", "adversary", "liar", "bully", "challenge"]
    ),
    (.utterances, ["statement", "declaration", "communique", "communiqué", "letter", "appeal", "proposal"]),
    (.getting, ["receive", "obtain", "secure", "get", "accept"]),
    (
      .goods,
      [
        "aid", "ammunition", "arms", "assistance", "drone", "equipment", "fuel", "funding", "grant", "grain", "help",
        "jet", "loan", "missile", "rocket", "shipment", "support", "system", "tank", "training", "vaccine", "vehicle",
        "weapon", "weaponry", "warplane",
      ]
    ),
    (.complaining, ["charge", "complain", "allege", "protest", "lament", "grumble", "bemoan", "object", "fume"]),
    (
      .resumptive,
      [
        "step", "move", "decision", "action", "act", "announcement", "proposal", "gesture", "measure", "policy", "deal",
        "plan", "practice", "incident", "development", "remark", "comment", "statement",
      ]
    ),
    (.charges, ["charge", "accusation", "allegation", "claim", "complaint", "assertion"]),
    (
      .company,
      [
        "consultation", "coordination", "co-ordination", "cooperation", "collaboration", "partnership", "concert",
        "conjunction", "tandem", "lockstep", "consort",
      ]
    ),
    (.separating, ["separate", "individual", "respective", "rival", "competing", "parallel", "unilateral"]),
    (
      .attached,
      [
        "secretary", "adviser", "advisor", "ambassador", "envoy", "aide", "assistant", "counsel", "counselor",
        "delegate",
        "representative", "emissary", "deputy", "undersecretary", "consul",
      ]
    ),
    (
      .merits,
      [
        "leadership", "courage", "generosity", "solidarity", "resolve", "statesmanship", "restraint", "bravery",
        "resilience", "heroism", "hospitality", "role", "part", "contribution", "commitment",
      ]
    ),
    (.showing, ["demonstrate", "show", "play", "display", "exhibit", "provide", "make", "exercise"]),
    (.calling, ["summon", "recall", "meet", "visit", "convene", "telephone", "phone"]),
    (
      .misdeeds,
      [
        "adventurism", "aggression", "aggressiveness", "arrogance", "assertiveness", "atrocity", "backsliding",
        "bellicosity", "belligerence", "blackmail", "bluster", "brinkmanship", "brutality", "bullying", "coercion",
        "crime", "cruelty", "deceit", "deception", "defiance", "disinformation", "disregard", "disrespect",
        "double-dealing", "duplicity", "encroachment", "expansionism", "extortion", "gangsterism", "harassment",
        "hegemonism", "hegemony", "hypocrisy", "hostility", "imperialism", "incursion", "interference", "intimidation",
        "intransigence", "intrusion", "lawlessness", "lie", "meddling", "menace", "militarism", "misbehavior",
        "misconduct", "misdeed", "noncompliance", "non-compliance", "obstinacy", "obstruction", "occupation",
        "oppression", "persecution", "provocation", "recklessness", "repression", "revanchism", "revisionism",
        "saber-rattling", "sabre-rattling", "scheming", "subversion", "terror", "terrorism", "threat", "transgression",
        "treachery", "tyranny", "unilateralism", "vandalism", "wrongdoing",
      ]
    ),
    (
      .countering,
      [
        "answer", "blunt", "check", "combat", "confront", "contain", "counter", "curb", "defeat", "deter", "foil",
        "frustrate", "parry", "protest", "punish", "push", "react", "rebuff", "rebut", "reject", "repel", "repulse",
        "resist", "respond", "retaliate", "stem", "stop", "tackle", "thwart", "withstand",
      ]
    ),
    (
      .answers,
      ["response", "retaliation", "reply", "reaction", "answer", "revenge", "reprisal", "protest", "defiance"]
    ),
    (
      .granting,
      [
        "allocate", "announce", "approve", "authorize", "authorise", "clear", "commit", "deliver", "disburse",
        "earmark",
        "greenlight", "mobilize", "offer", "okay", "pledge", "promise", "provide", "release", "secure", "send", "ship",
        "unveil",
      ]
    ),
    (
      .withholding,
      [
        "block", "cancel", "cut", "delay", "deny", "freeze", "halt", "hold", "oppose", "pause", "refuse", "reject",
        "rule", "slash", "stop", "suspend", "veto", "withhold",
      ]
    ),
    (.blame, ["responsibility", "blame", "fault", "guilt", "onus", "culpability"]),
    (
      .partisans,
      [
        "admirer", "advocate", "apologist", "backer", "benefactor", "champion", "critic", "defender", "detractor",
        "enabler", "opponent", "patron", "protector", "sponsor", "supporter", "sympathizer",
      ]
    ),
    (
      .domestic,
      [
        "abuse", "arrest", "ballot", "crackdown", "detention", "election", "execution", "imprisonment", "persecution",
        "poll", "referendum", "repression", "suppression", "trial", "vote",
      ]
    ),
    (.fighting, ["fight", "battle", "clash", "struggle", "resist"]),
    (
      .serving,
      ["aid", "assist", "bolster", "defend", "guard", "help", "protect", "reassure", "reinforce", "support", "train"]
    ),
    (
      .reproaches,
      [
        "backtrack", "bully", "cheat", "coerce", "conspire", "defame", "demonize", "destabilize", "disregard",
        "distort",
        "escalate", "exploit", "flout", "fabricate", "harbor", "harbour", "hype", "ignore", "inflame", "interfere",
        "intimidate", "jeopardize", "lie", "malign", "meddle", "militarize", "militarise", "mislead", "obstruct",
        "plot", "politicize", "politicise", "provoke", "renege", "sabotage", "scheme", "shelter", "slander", "smear",
        "sow", "stall", "stoke", "threaten", "trample", "twist", "undermine", "violate", "weaponize", "weaponise",
      ]
    ),
    (
      .standing,
      ["business", "credibility", "intention", "interest", "legitimacy", "regard", "respect", "right", "standing"]
    ),
    (
      .regimes,
      [
        "administration", "authority", "dictator", "dictatorship", "government", "junta", "leadership", "regime",
        "ruler",
      ]
    ),
    (.shares, ["compliance", "cooperation", "involvement", "membership", "participation", "role"]),
    (
      .deeds,
      [
        "action", "aggression", "announcement", "annexation", "assault", "attack", "bombing", "coup", "decision",
        "deployment", "drill", "escalation", "incursion", "intervention", "invasion", "launch", "maneuver", "measure",
        "move", "offensive", "plan", "policy", "raid", "reversal", "seizure", "step", "strike", "test", "violation",
        "withdrawal",
      ]
    ),
    (
      .opposing,
      [
        "act", "action", "appeal", "bloc", "broadside", "bulwark", "campaign", "case", "crusade", "diatribe", "drive",
        "effort", "feud", "front", "grievance", "grudge", "invective", "lawsuit", "line", "measure", "motion", "move",
        "operation", "petition", "plot", "policy", "position", "proceeding", "propaganda", "rally", "rant",
        "resentment",
        "rhetoric", "salvo", "speech", "stance", "stand", "step", "suit", "tirade", "vendetta", "vote", "weapon",
      ]
    ),
    (
      .turning,
      [
        "act", "aim", "argue", "band", "campaign", "demonstrate", "deploy", "direct", "employ", "fire", "incite",
        "lobby", "march", "mobilize", "plot", "rally", "rule", "side", "speak", "stand", "turn", "unite", "unleash",
        "use", "vote", "wield",
      ]
    ),
    (
      .breaches,
      [
        "breach", "violation", "contravention", "defiance", "disregard", "infringement", "noncompliance",
        "non-compliance", "non-performance", "nonperformance",
      ]
    ),
    (.conformity, ["accordance", "compliance", "conformity", "keeping", "line", "observance"]),
    (.instances, ["act", "form", "sign", "piece", "instance", "kind", "sort", "case", "campaign", "policy"]),
    (.particles, ["away", "back", "down", "off", "out", "over", "up"]),
    (
      .feelings,
      [
        "alarm", "anger", "annoyance", "consternation", "delight", "discomfort", "dismay", "displeasure", "fury",
        "horror", "indignation", "irritation", "outrage", "satisfaction",
      ]
    ),
    (.permitting, ["allow", "let", "permit", "enable", "authorize", "authorise", "empower"]),
    (.threatening, ["threaten", "warn", "vow"]),
    (.aiming, ["at", "around", "to", "toward", "towards", "behind"]),
    (
      .welfare,
      [
        "defence", "defense", "democracy", "development", "freedom", "independence", "integrity", "prosperity",
        "protection", "reconstruction", "recovery", "safety", "security", "sovereignty", "stability", "survival",
      ]
    ),
    (.dispositions, ["oppose", "indebt", "dedicate", "devote"]),
    (.charging, ["accuse", "charge", "suspect"]),
    (.joining, ["join", "rejoin", "accede", "enter"]),
    (.warning, ["warn", "caution", "forewarn", "admonish"]),
    (
      .quantities,
      [
        "array", "barrage", "batch", "billion", "bundle", "couple", "dozen", "flurry", "form", "handful", "host",
        "hundred", "kind", "level", "list", "lot", "million", "number", "pack", "package", "pair", "part", "raft",
        "range", "round", "salvo", "score", "sequence", "series", "set", "slate", "slew", "sort", "spate", "string",
        "succession", "swathe", "thousand", "ton", "tranche", "type", "variety", "volley", "volume", "wave",
      ]
    ),
    (
      .minions,
      [
        "puppet", "lackey", "stooge", "pawn", "tool", "proxy", "vassal", "satellite", "mouthpiece", "henchman",
        "servant", "instrument", "agent", "crony", "minion", "lapdog", "poodle",
      ]
    ),
    (
      .drawing,
      [
        "draw", "prompt", "trigger", "spark", "provoke", "elicit", "earn", "invite", "attract", "evoke", "bring",
        "incur", "generate", "win", "arouse", "raise", "cause",
      ]
    ),
    (.belonging, ["membership", "accession", "entry", "admission", "integration"]),
    (
      .aspiring,
      [
        "seek", "want", "request", "pursue", "desire", "covet", "apply", "aspire", "bid", "push", "hope", "favor",
        "favour", "wish", "demand", "crave", "strive", "aim", "ask",
      ]
    ),
    (.answering, ["respond", "react", "reply", "answer", "retaliate", "response", "reaction"]),
    (.becoming, ["become", "remain", "pose", "present", "constitute", "represent", "stay"]),
    (
      .swapping,
      ["drop", "abandon", "ditch", "dump", "desert", "switch", "swap", "forsake", "shift", "exchange", "leave", "jilt"]
    ),
    (.toil, ["work", "effort", "endeavor", "endeavour"]),
    (.shortcomings, ["fail", "refuse", "neglect"]),
    (
      .affirming,
      ["reiterate", "reaffirm", "affirm", "stress", "underscore", "emphasize", "confirm", "reassert", "underline"]
    ),
    (
      .attempts,
      [
        "attempt", "bid", "effort", "plan", "proposal", "claim", "move", "request", "application", "offer", "push",
        "call", "invitation", "overture", "assertion", "argument", "narrative", "ambition", "decision", "action",
      ]
    ),
  ]
}
