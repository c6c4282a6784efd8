/// Tables of the schema's third step: claims from files that others coded, and claims that hold for a time.
enum SchemaImports {
  static let statements = """
    -- What an imported file is written in: "edges", "gdelt" …; null for a text.
    ALTER TABLE document ADD COLUMN format TEXT;
    -- The line up to which an import that is not finished went; null for what is whole.
    ALTER TABLE document ADD COLUMN imported_through INTEGER;

    -- 1 where the claim holds from its date on, until end_date, which is no longer part of it; 0 for what happened.
    ALTER TABLE coded_claim ADD COLUMN is_lasting INTEGER NOT NULL DEFAULT 0 CHECK (is_lasting IN (0, 1));
    ALTER TABLE coded_claim ADD COLUMN end_date TEXT CHECK (\(SchemaTables.isDate("end_date")));

    CREATE TABLE record (
      -- Where an imported claim stands, and what is said of it there.
      claim INTEGER PRIMARY KEY CHECK (claim < 2147483648) REFERENCES coded_claim(number) ON DELETE CASCADE,
      -- Of the file, from 1.
      line INTEGER NOT NULL CHECK (line >= 1),
      -- The claim's own name, the same in every file that has it: "gdelt:1234567890".
      key TEXT,
      -- The least claim among those that tell the same story.
      story INTEGER NOT NULL,
      -- By what claims of one story know each other: the address of the report, a story's number.
      story_key TEXT,
      -- The document that the file names as its source; null where that is the file itself.
      source TEXT,
      title TEXT,
      publisher TEXT,
      -- When it was reported or recorded, beside the date that the claim speaks of.
      date TEXT CHECK (\(SchemaTables.isDate("date"))),
      -- The sentence or row, as written; the claim's offsets count its bytes.
      text TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX record_by_key ON record(key) WHERE key IS NOT NULL;
    CREATE INDEX record_by_story_key ON record(story_key) WHERE story_key IS NOT NULL;
    """
}
