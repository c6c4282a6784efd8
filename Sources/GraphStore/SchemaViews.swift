/// The views by which other SQL clients read a graph file. Their columns are a promise to users.
enum SchemaViews {
  static let statements = """
    CREATE VIEW node AS
    -- One row an entity. Country: ISO 3166-1 alpha-2, of an official that of the latest role.
    SELECT id, kind, name,
      CASE kind WHEN 'official'
        THEN (SELECT country FROM role WHERE role.entity = entity.id ORDER BY position DESC LIMIT 1)
        ELSE country END AS country,
      acronym, status, status_date
    FROM entity;

    CREATE VIEW claim AS
    -- One row a coded statement. Effective date: when it took place, else when it was published.
    SELECT coded_claim.number AS id, coded_claim.kind, coded_claim.source, source_entity.name AS source_name,
      coded_claim.target, target_entity.name AS target_name, coded_claim.event, coded_claim.weight,
      coded_claim.modality, coded_claim.confidence, coded_claim.date,
      coalesce(coded_claim.date, document.date) AS effective_date,
      document.id AS document, document.story, coded_claim.sentence
    FROM coded_claim
    JOIN document ON document.number = coded_claim.document
    JOIN entity AS source_entity ON source_entity.id = coded_claim.source
    JOIN entity AS target_entity ON target_entity.id = coded_claim.target;

    CREATE VIEW evidence AS
    -- One row a claim: the sentence it is written in, and the words that decided.
    SELECT coded_claim.number AS claim, document.id AS document, document.title, document.date, document.publisher,
      coded_claim.sentence, coded_claim."start", coded_claim."end",
      CAST(substr(CAST(document.text AS BLOB), coded_claim."start" + 1, coded_claim."end" - coded_claim."start")
        AS TEXT) AS text,
      CAST(substr(CAST(document.text AS BLOB), coded_claim.cue_start + 1, coded_claim.cue_end - coded_claim.cue_start)
        AS TEXT) AS cue,
      coded_claim.rule
    FROM coded_claim JOIN document ON document.number = coded_claim.document;

    CREATE VIEW story AS
    -- One row a piece of news, however many documents carry it.
    SELECT story AS id, count(*) AS documents, count(DISTINCT publisher) AS publishers,
      min(date) AS first_date, max(date) AS last_date
    FROM document GROUP BY story;

    CREATE VIEW edge AS
    -- One row a kind, source and target. The weight is that of the default weighting without decay by age:
    -- sum(c * s) / (1 + sum(c)), of each story and sign only the claim with the greatest credence c.
    WITH credited AS (
      SELECT coded_claim.*, document.story, coalesce(coded_claim.date, document.date) AS effective_date,
        confidence * CASE modality WHEN 'asserted' THEN 1 WHEN 'planned' THEN 0.75 WHEN 'requested' THEN 0.5
          ELSE 0 END AS credence
      FROM coded_claim JOIN document ON document.number = coded_claim.document
      WHERE source <> target
    ), ranked AS (
      SELECT *, row_number() OVER (
        PARTITION BY kind, source, target, story, weight > 0, weight < 0
        ORDER BY credence DESC, abs(weight) DESC, number) AS place
      FROM credited
    )
    SELECT ranked.kind, ranked.source, source_entity.name AS source_name, ranked.target,
      target_entity.name AS target_name,
      sum(CASE place WHEN 1 THEN credence * weight ELSE 0 END)
        / (1 + sum(CASE place WHEN 1 THEN credence ELSE 0 END)) AS weight,
      sum(credence > 0 AND weight > 0) AS supporting,
      sum(credence > 0 AND weight < 0) AS opposing,
      sum(credence = 0) AS uncounted,
      count(DISTINCT CASE WHEN credence > 0 THEN story END) AS stories,
      min(effective_date) AS first_date, max(effective_date) AS last_date
    FROM ranked
    JOIN entity AS source_entity ON source_entity.id = ranked.source
    JOIN entity AS target_entity ON target_entity.id = ranked.target
    GROUP BY ranked.kind, ranked.source, ranked.target;
    """
}
