/// The views by which other SQL clients read a graph file, with curation applied. Their columns are a promise to users.
enum SchemaViews {
  static let statements = """
    -- Files made before there was curation have views without it.
    DROP VIEW IF EXISTS edge;
    DROP VIEW IF EXISTS story;
    DROP VIEW IF EXISTS evidence;
    DROP VIEW IF EXISTS claim;
    DROP VIEW IF EXISTS node;

    CREATE VIEW node AS
    -- One row an entity. Country: ISO 3166-1 alpha-2, of an official that of the latest role.
    SELECT entity.id, coalesce(entity_edit.kind, entity.kind) AS kind, coalesce(entity_edit.name, entity.name) AS name,
      CASE WHEN entity_edit.kind IS NOT NULL THEN entity_edit.country
        WHEN entity.kind = 'official' THEN (
          SELECT country FROM role
          WHERE role.entity = entity.id OR role.entity IN (SELECT entity FROM merged WHERE survivor = entity.id)
          ORDER BY role.entity IN (SELECT entity FROM merged), position DESC LIMIT 1)
        ELSE entity.country END AS country,
      acronym, status, status_date
    FROM entity LEFT JOIN entity_edit ON entity_edit.entity = entity.id
    WHERE entity.id NOT IN (SELECT entity FROM merged);

    CREATE VIEW curated_claim AS
    -- Claims between the entities that stand, without those that were rejected; for the views below.
    WITH resolved AS (
      SELECT coded_claim.*,
        coalesce(moved.source, merged_source.survivor, coded_claim.source) AS new_source,
        coalesce(moved.target, merged_target.survivor, coded_claim.target) AS new_target
      FROM coded_claim
      LEFT JOIN moved ON moved.claim = coded_claim.number
      LEFT JOIN merged AS merged_source ON merged_source.entity = coded_claim.source
      LEFT JOIN merged AS merged_target ON merged_target.entity = coded_claim.target
      WHERE coded_claim.number NOT IN (SELECT claim FROM rejected)
    )
    SELECT resolved.number, resolved.kind,
      CASE resolved.kind WHEN 'cooperation' THEN min(new_source, new_target) ELSE new_source END AS source,
      CASE resolved.kind WHEN 'cooperation' THEN max(new_source, new_target) ELSE new_target END AS target,
      event, weight, modality, confidence, resolved.date, is_lasting, end_date,
      coalesce(resolved.date, record.date, document.date) AS effective_date,
      coalesce(record.date, document.date) AS reported_date,
      coalesce(record.source, document.id) AS document,
      CASE WHEN record.claim IS NULL THEN document.story ELSE 2147483648 + record.story END AS story,
      coalesce(record.title, document.title) AS title, coalesce(record.publisher, document.publisher) AS publisher,
      CASE WHEN record.claim IS NOT NULL THEN document.id END AS file, record.line,
      CASE WHEN record.claim IS NULL THEN sentence END AS sentence, "start", "end", cue_start, cue_end, rule,
      coalesce(record.text, document.text) AS whole_text
    FROM resolved
    JOIN document ON document.number = resolved.document
    LEFT JOIN record ON record.claim = resolved.number;

    CREATE VIEW claim AS
    -- One row a coded statement. Effective date: when it took place, else when it was reported. What is_lasting holds
    -- from its date until end_date, which is no longer part of it; without an end_date it still holds.
    SELECT curated_claim.number AS id, curated_claim.kind, curated_claim.source, source_node.name AS source_name,
      curated_claim.target, target_node.name AS target_name, event, weight, modality, confidence, date, effective_date,
      document, story, sentence, is_lasting, end_date, reported_date, file, line
    FROM curated_claim
    JOIN node AS source_node ON source_node.id = curated_claim.source
    JOIN node AS target_node ON target_node.id = curated_claim.target;

    CREATE VIEW evidence AS
    -- One row a claim: the sentence, or the row of an imported file, that it stands in, and the words that decided.
    SELECT number AS claim, document, title, reported_date AS date, publisher, sentence, "start", "end",
      CAST(substr(CAST(whole_text AS BLOB), "start" + 1, "end" - "start") AS TEXT) AS text,
      CAST(substr(CAST(whole_text AS BLOB), cue_start + 1, cue_end - cue_start) AS TEXT) AS cue,
      rule, file, line
    FROM curated_claim;

    CREATE VIEW story AS
    -- One row a piece of news, however many documents carry it.
    SELECT story AS id, count(*) AS documents, count(DISTINCT publisher) AS publishers,
      min(date) AS first_date, max(date) AS last_date
    FROM document WHERE format IS NULL GROUP BY story
    UNION ALL
    SELECT 2147483648 + story, count(DISTINCT coalesce(source, claim)), count(DISTINCT publisher), min(date), max(date)
    FROM record GROUP BY story;

    CREATE VIEW edge AS
    -- One row a kind, source and target. The weight is that of the default weighting without decay by age:
    -- sum(c * s) / (1 + sum(c)), of each story and sign only the claim with the greatest credence c.
    WITH credited AS (
      SELECT *,
        confidence * CASE modality WHEN 'asserted' THEN 1 WHEN 'planned' THEN 0.75 WHEN 'requested' THEN 0.5
          ELSE 0 END AS credence
      FROM curated_claim
      WHERE source <> target
    ), ranked AS (
      SELECT *, row_number() OVER (
        PARTITION BY kind, source, target, story, weight > 0, weight < 0
        ORDER BY credence DESC, abs(weight) DESC, number) AS place
      FROM credited
    )
    SELECT ranked.kind, ranked.source, source_node.name AS source_name, ranked.target,
      target_node.name AS target_name,
      sum(CASE place WHEN 1 THEN credence * weight ELSE 0 END)
        / (1 + sum(CASE place WHEN 1 THEN credence ELSE 0 END)) AS weight,
      sum(credence > 0 AND weight > 0) AS supporting,
      sum(credence > 0 AND weight < 0) AS opposing,
      sum(credence = 0) AS uncounted,
      count(DISTINCT CASE WHEN credence > 0 THEN story END) AS stories,
      min(effective_date) AS first_date, max(effective_date) AS last_date
    FROM ranked
    JOIN node AS source_node ON source_node.id = ranked.source
    JOIN node AS target_node ON target_node.id = ranked.target
    GROUP BY ranked.kind, ranked.source, ranked.target;
    """
}
