import Linguistics

/// Irregular verbs and plurals of English, so that one that no treebank sentence has is right as well.
enum IrregularForms {
  struct Entry {
    var form: String
    var part: UniversalPartOfSpeech
    var penn: PennTag
    var lemma: String
  }

  static var all: [Entry] {
    var entries: [Entry] = []
    for (base, pasts, participles) in verbForms {
      for form in pasts { entries.append(Entry(form: form, part: .verb, penn: .verbPast, lemma: base)) }
      for form in participles { entries.append(Entry(form: form, part: .verb, penn: .verbPastParticiple, lemma: base)) }
    }
    for (plural, singular) in plurals {
      entries.append(Entry(form: plural, part: .noun, penn: .nounPlural, lemma: singular))
    }
    return entries
  }

  static var verbs: [String] { verbForms.map(\.base) }

  /// Base; past; participle, where it differs. Prefixed ones are made of simple ones.
  private static let verbForms: [(base: String, past: [String], participle: [String])] = {
    var result: [(base: String, past: [String], participle: [String])] = []
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
      result.append((fields[0][0], fields[1], fields.count > 2 ? fields[2] : fields[1]))
    }
    return result
  }()

  private static let plurals: [(String, String)] = [
    ("analyses", "analysis"), ("axes", "axis"), ("children", "child"), ("crises", "crisis"), ("criteria", "criterion"),
    ("diagnoses", "diagnosis"), ("emphases", "emphasis"), ("feet", "foot"), ("halves", "half"),
    ("hypotheses", "hypothesis"), ("knives", "knife"), ("leaves", "leaf"), ("lives", "life"), ("loaves", "loaf"),
    ("memoranda", "memorandum"), ("men", "man"), ("mice", "mouse"), ("nuclei", "nucleus"), ("oases", "oasis"),
    ("parentheses", "parenthesis"), ("phenomena", "phenomenon"), ("shelves", "shelf"), ("syntheses", "synthesis"),
    ("teeth", "tooth"), ("theses", "thesis"), ("thieves", "thief"), ("wives", "wife"), ("wolves", "wolf"),
    ("women", "woman"), ("buses", "bus"), ("businessmen", "businessman"), ("congressmen", "congressman"),
    ("fishermen", "fisherman"), ("gunmen", "gunman"), ("lawmen", "lawman"), ("policemen", "policeman"),
    ("servicemen", "serviceman"), ("spokesmen", "spokesman"), ("spokeswomen", "spokeswoman"),
    ("statesmen", "statesman"),
  ]

  private static let table = """
    arise arose arisen
    awake awoke awoken
    bear bore borne/born
    beat beat beaten
    become became become
    befall befell befallen
    begin began begun
    bend bent
    beset beset
    bet bet
    bid bid
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    breed bred
    bring brought
    broadcast broadcast
    build built
    burn burned/burnt
    burst burst
    buy bought
    cast cast
    catch caught
    choose chose chosen
    cling clung
    come came come
    cost cost
    creep crept
    cut cut
    deal dealt
    dig dug
    dive dived/dove dived
    do did done
    draw drew drawn
    dream dreamed/dreamt
    drink drank drunk
    drive drove driven
    dwell dwelt
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fling flung
    fly flew flown
    forbid forbade forbidden
    forecast forecast
    foresee foresaw foreseen
    forego forewent foregone
    forget forgot forgotten
    forgive forgave forgiven
    forsake forsook forsaken
    freeze froze frozen
    get got gotten/got
    give gave given
    go went gone
    grind ground
    grow grew grown
    hang hung
    have had
    hear heard
    hide hid hidden
    hit hit
    hold held
    hurt hurt
    keep kept
    kneel knelt
    know knew known
    lay laid
    lead led
    lean leaned/leant
    leap leapt
    learn learned/learnt
    leave left
    lend lent
    let let
    lie lay lain
    light lit
    lose lost
    make made
    mean meant
    meet met
    mislead misled
    mistake mistook mistaken
    misunderstand misunderstood
    offset offset
    outdo outdid outdone
    overcome overcame overcome
    overrun overran overrun
    oversee oversaw overseen
    overtake overtook overtaken
    overthrow overthrew overthrown
    pay paid
    plead pleaded/pled
    prove proved proven/proved
    put put
    quit quit
    read read
    rebuild rebuilt
    redo redid redone
    repay repaid
    reset reset
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran run
    say said
    see saw seen
    seek sought
    sell sold
    send sent
    set set
    shake shook shaken
    shed shed
    shine shone
    shoot shot
    show showed shown
    shrink shrank shrunk
    shut shut
    sing sang sung
    sink sank sunk
    sit sat
    slay slew slain
    sleep slept
    slide slid
    sling slung
    speak spoke spoken
    speed sped
    spend spent
    spill spilled/spilt
    spin spun
    split split
    spread spread
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    sting stung
    strike struck struck/stricken
    strive strove striven
    swear swore sworn
    sweep swept
    swell swelled swollen
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    thrust thrust
    tread trod trodden
    undercut undercut
    undergo underwent undergone
    underlie underlay underlain
    understand understood
    undertake undertook undertaken
    undo undid undone
    uphold upheld
    upset upset
    wake woke woken
    wear wore worn
    weave wove woven
    weep wept
    win won
    wind wound
    withdraw withdrew withdrawn
    withhold withheld
    withstand withstood
    wring wrung
    write wrote written
    """
}
