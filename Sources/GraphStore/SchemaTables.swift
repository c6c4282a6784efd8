/// The tables of the first schema.
enum SchemaTables {
  /// A date as ISO 8601 writes it, known to the day, the month or the year; in this form dates sort as text.
  static func isDate(_ column: String) -> String {
    let day = "[0-9][0-9]"
    let year = day + day
    return "\(column) IS NULL OR \(column) GLOB '\(year)' OR \(column) GLOB '\(year)-\(day)' "
      + "OR \(column) GLOB '\(year)-\(day)-\(day)'"
  }

  static let statements = """
    CREATE TABLE document (
      -- Order of recording; a number is never used again.
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE CHECK (id <> ''),
      title TEXT,
      date TEXT CHECK (\(isDate("date"))),
      publisher TEXT,
      path TEXT,
      sha256 TEXT CHECK (sha256 IS NULL OR length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
      -- As given; all offsets count its UTF-8 bytes from 0 and are half-open.
      text TEXT NOT NULL,
      -- The least number among the documents that tell the same story.
      story INTEGER NOT NULL,
      -- MinHash of the text: 32-bit little-endian values, or empty.
      signature BLOB NOT NULL
    ) STRICT;
    CREATE INDEX document_by_story ON document(story);
    CREATE INDEX document_by_sha256 ON document(sha256);

    CREATE TABLE story_band (
      -- Documents with an equal hash in an equal band may be near-copies.
      band INTEGER NOT NULL,
      hash INTEGER NOT NULL,
      document INTEGER NOT NULL REFERENCES document(number) ON DELETE CASCADE,
      PRIMARY KEY (band, hash, document)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_band_by_document ON story_band(document);

    CREATE TABLE sentence (
      document INTEGER NOT NULL REFERENCES document(number) ON DELETE CASCADE,
      -- From 0.
      number INTEGER NOT NULL CHECK (number >= 0),
      "start" INTEGER NOT NULL CHECK ("start" >= 0),
      "end" INTEGER NOT NULL CHECK ("end" >= "start"),
      PRIMARY KEY (document, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE entity (
      id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 4294967295),
      kind TEXT NOT NULL CHECK (kind IN ('country', 'official', 'organization', 'agreement')),
      name TEXT NOT NULL,
      -- ISO 3166-1 alpha-2, of a country or of the country an organization belongs to.
      country TEXT,
      is_intergovernmental INTEGER CHECK (is_intergovernmental IN (0, 1)),
      -- Whether only the office of an official is known.
      is_unnamed INTEGER CHECK (is_unnamed IN (0, 1)),
      acronym TEXT,
      status TEXT CHECK (status IN
        ('proposed', 'signed', 'in force', 'suspended', 'withdrawn from', 'expiring', 'ended')),
      status_date TEXT CHECK (\(isDate("status_date"))),
      CHECK (kind <> 'country' OR country IS NOT NULL),
      CHECK (kind <> 'organization' OR is_intergovernmental IS NOT NULL),
      CHECK (kind <> 'official' OR is_unnamed IS NOT NULL)
    ) STRICT;

    CREATE TABLE alias (
      entity INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (entity, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alias_by_name ON alias(name);

    CREATE TABLE role (
      -- An office that an official holds or held, begin <= t < end.
      entity INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      title TEXT NOT NULL,
      country TEXT,
      organization INTEGER REFERENCES entity(id) DEFERRABLE INITIALLY DEFERRED,
      begin_date TEXT CHECK (\(isDate("begin_date"))),
      end_date TEXT CHECK (\(isDate("end_date"))),
      PRIMARY KEY (entity, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX role_by_organization ON role(organization);

    CREATE TABLE party (
      agreement INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      party INTEGER NOT NULL REFERENCES entity(id) DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (agreement, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX party_by_party ON party(party);

    CREATE TABLE mention (
      number INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document(number) ON DELETE CASCADE,
      "start" INTEGER NOT NULL CHECK ("start" >= 0),
      "end" INTEGER NOT NULL CHECK ("end" >= "start"),
      form TEXT NOT NULL CHECK (form IN ('name', 'nominal', 'pronoun'))
    ) STRICT;
    CREATE INDEX mention_by_document ON mention(document);

    CREATE TABLE mention_entity (
      mention INTEGER NOT NULL REFERENCES mention(number) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      entity INTEGER NOT NULL REFERENCES entity(id),
      PRIMARY KEY (mention, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mention_entity_by_entity ON mention_entity(entity);

    CREATE TABLE coded_claim (
      -- Order of recording; a number is never used again.
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      document INTEGER NOT NULL REFERENCES document(number) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('stance', 'cooperation', 'affiliation', 'party', 'membership')),
      source INTEGER NOT NULL REFERENCES entity(id),
      target INTEGER NOT NULL REFERENCES entity(id),
      -- PLOVER event type; null for affiliation, party and membership.
      event TEXT,
      weight REAL NOT NULL CHECK (weight BETWEEN -1 AND 1),
      modality TEXT NOT NULL CHECK (modality IN ('asserted', 'planned', 'requested', 'hypothetical', 'negated')),
      date TEXT CHECK (\(isDate("date"))),
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      sentence INTEGER NOT NULL CHECK (sentence >= 0),
      "start" INTEGER NOT NULL CHECK ("start" >= 0),
      "end" INTEGER NOT NULL CHECK ("end" >= "start"),
      cue_start INTEGER NOT NULL CHECK (cue_start >= 0),
      cue_end INTEGER NOT NULL CHECK (cue_end >= cue_start),
      -- What read it: "verb:scrap reversal planned".
      rule TEXT NOT NULL,
      -- Cooperation has no direction: the lesser id comes first.
      CHECK (kind <> 'cooperation' OR source <= target)
    ) STRICT;
    CREATE INDEX coded_claim_by_document ON coded_claim(document);
    CREATE INDEX coded_claim_by_source ON coded_claim(source);
    CREATE INDEX coded_claim_by_target ON coded_claim(target);

    CREATE TABLE attribution (
      -- Who is reported as saying it, outermost first.
      claim INTEGER NOT NULL REFERENCES coded_claim(number) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      entity INTEGER NOT NULL REFERENCES entity(id),
      PRIMARY KEY (claim, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX attribution_by_entity ON attribution(entity);
    """
}
