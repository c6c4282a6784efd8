/// Tables of the schema's fourth step: what people put right.
///
/// The log is the truth. The other tables are derived from it, so that reading applies it with a join: they are made
/// anew with every edit, and for the claims of a document whenever it is stored again.
enum SchemaCuration {
  static let statements = """
    CREATE TABLE edit (
      -- One row a correction, in order; rows are added and never changed, but for undone_by.
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      -- The same in every graph that the edit is carried to.
      key TEXT NOT NULL UNIQUE,
      action TEXT NOT NULL,
      -- What the action is done to, as JSON.
      detail TEXT NOT NULL CHECK (json_valid(detail)),
      author TEXT NOT NULL,
      reason TEXT,
      -- By the author's clock, ISO 8601 in UTC.
      time TEXT,
      -- The edit that took this one back.
      undone_by INTEGER REFERENCES edit(number)
    ) STRICT;

    CREATE TABLE merged (
      -- Derived: entities that are another one.
      entity INTEGER PRIMARY KEY REFERENCES entity(id),
      survivor INTEGER NOT NULL REFERENCES entity(id)
    ) STRICT;
    CREATE INDEX merged_by_survivor ON merged(survivor);

    CREATE TABLE entity_edit (
      -- Derived: names and kinds that replace those that texts gave.
      entity INTEGER PRIMARY KEY REFERENCES entity(id),
      name TEXT,
      kind TEXT,
      -- Only with a kind.
      country TEXT
    ) STRICT;

    CREATE TABLE rejected (
      -- Derived: claims that do not stand.
      claim INTEGER PRIMARY KEY REFERENCES coded_claim(number) ON DELETE CASCADE
    ) STRICT;

    CREATE TABLE moved (
      -- Derived: claims whose ends a split gave to another entity.
      claim INTEGER PRIMARY KEY REFERENCES coded_claim(number) ON DELETE CASCADE,
      source INTEGER REFERENCES entity(id),
      target INTEGER REFERENCES entity(id)
    ) STRICT;
    """
}
