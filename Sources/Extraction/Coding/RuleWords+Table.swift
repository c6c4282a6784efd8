// Which words are of which class: lemmas in American spelling, and in British where that is another word.

extension RuleWords {
  static let table: [(words: RuleWords, lemmas: [String])] = [
    (.addressing, ["tell", "assure", "inform", "brief", "urge", "warn", "press", "ask", "promise", "remind"]),
    (.gathering, ["include", "involve", "bring", "gather", "feature", "unite", "join", "draw", "group"]),
    (.participants, ["participant", "attendee", "guest", "signatory", "party", "delegate"]),
    (
      .naming,
      [
        "call", "describe", "label", "brand", "deem", "consider", "view", "regard", "denounce", "portray", "term",
        "dub", "characterize", "see", "hail", "depict", "slam", "blast", "condemn", "decry", "dismiss", "deride",
        "paint",
        "cast", "perceive", "castigate", "pronounce", "declare", "designate", "list", "blacklist", "classify",
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
        "aid", "ambulance", "ammunition", "arms", "assistance", "blanket", "cash", "clothing", "donation", "drone",
        "equipment", "food", "flour", "fuel", "funding", "funds", "generator",
        "grant", "grain", "help", "jet", "kit", "loan", "material", "medicine", "missile", "money", "oxygen", "relief",
        "rice", "rocket",
        "shipment", "supplies", "support", "system", "tank", "tent", "training", "vaccine", "vehicle", "water", "wheat",
        "weapon",
        "weaponry", "warplane",
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
        "conjunction", "tandem", "lockstep", "consort", "agreement", "alliance", "association", "league", "collusion",
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
        "airlift", "allocate", "announce", "approve", "authorize", "authorise", "award", "clear", "commit",
        "contribute", "deliver", "disburse", "dispatch", "distribute", "donate", "earmark", "extend", "fly", "give",
        "grant", "greenlight", "mobilize", "offer", "okay", "pledge", "promise", "provide", "release", "secure", "send",
        "ship", "unveil",
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
        "donor", "enabler", "opponent", "patron", "protector", "sponsor", "supporter", "sympathizer",
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
    (
      .documents,
      [
        "ad", "advisory", "article", "bill", "communique", "communiqué", "declaration", "decree", "editorial", "law",
        "lawsuit", "legislation", "letter", "measure",
        "memorandum", "message", "motion", "note", "order", "petition", "post", "report", "resolution", "speech",
        "statement", "tweet", "video",
      ]
    ),
    (
      .wielding,
      [
        "command", "control", "deploy", "direct", "employ", "fire", "head", "launch", "lead", "manage",
        "operate", "own", "run", "wage",
      ]
    ),
    (.holding, ["hold", "control", "occupy", "rule", "govern", "run", "dominate"]),
    (
      .posts,
      [
        "airbase", "army", "barracks", "base", "checkpoint", "coastguard", "convoy", "force", "garrison", "gendarmerie",
        "government", "governor", "headquarters", "lawmaker", "military", "minister", "ministry", "navy", "outpost",
        "paramilitary", "parliament", "patrol", "police", "policeman", "security", "serviceman", "soldier", "troop",
        "troops",
      ]
    ),
    (.ousting, ["expel", "deport", "ban", "bar", "oust", "evict", "banish", "exclude", "eject"]),
    (
      .issuing,
      [
        "adopt", "announce", "approve", "back", "co-write", "deliver", "draft", "file", "give", "introduce", "issue",
        "join", "make", "pass", "post", "publish", "push", "release", "send", "sign", "sponsor", "submit", "table",
        "unveil", "write",
      ]
    ),
    (
      .insurgents,
      [
        "extremist", "faction", "fighter", "guerrilla", "insurgency", "insurgent", "islamist", "jihadist", "jihadi",
        "militant", "militia", "militiaman", "opposition", "paramilitary", "rebel", "separatist", "terrorist",
      ]
    ),
    (
      .organs,
      [
        "authority", "court", "government", "judge", "lawmaker", "magistrate", "military", "officer", "official",
        "parliament", "police", "prosecutor", "tribunal",
      ]
    ),
    (
      .topical,
      [
        "approach", "decision", "plan", "policy", "position", "proposal", "remark", "speech", "stance", "strategy",
        "view",
      ]
    ),
    (
      .peacekeeping,
      [
        "peacekeeping", "peacekeeper", "peace-keeping", "humanitarian", "observer", "relief", "rescue", "medic",
        "rescuer",
      ]
    ),
    (.proclaiming, ["announce", "call", "declare", "offer", "order", "proclaim", "unveil"]),
    (.bound, ["bind", "bound"]),
    (.loyal, ["loyal", "faithful"]),
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
