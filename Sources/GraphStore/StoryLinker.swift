import Foundation
import GRDB

/// Tells which documents are near-copies of each other, and so tell one story.
///
/// Two documents are near-copies where the share of equal values in their MinHash signatures, an unbiased
/// estimate of the Jaccard similarity of their word shingles, is at least ``threshold``, or where their texts
/// are the same. Candidates are found by locality-sensitive hashing: signatures are cut into bands of
/// ``rowsPerBand`` values, and only documents that agree in some whole band are compared. Stories are the
/// connected components of that relation; a story's number is the least number among its documents.
///
/// The relation is symmetric, so the grouping does not depend on the order in which documents are added; only
/// the number does, which is that of the one added first. Limits: with 128 values a pair of true similarity 0.5
/// is estimated with a standard error of 0.044, and one in 300 such pairs is missed by the bands (one in
/// 30,000 at 0.6). A text that is quoted in two others may join their stories. Signatures of different lengths are
/// never compared, and documents too short for a signature only match an identical text.
///
/// Source: A. Broder, "On the resemblance and containment of documents", 1997, doi:10.1109/SEQUEN.1997.666900;
/// J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive Datasets", section 3.4.
enum StoryLinker {
  /// Estimated Jaccard similarity from which two documents are near-copies. A copy cut to half its length has 0.5.
  static let threshold = 0.5
  static let rowsPerBand = 3

  /// Puts a document that was just inserted into the story of its near-copies, and joins stories it connects.
  static func link(_ document: Int64, signature: [UInt32], sha256: String?, in db: Database) throws {
    let insert = try db.cachedStatement(sql: "INSERT INTO story_band (band, hash, document) VALUES (?, ?, ?)")
    for (band, hash) in bands(signature) { try insert.execute(arguments: [band, hash, document]) }
    try join(document, signature: signature, sha256: sha256, in: db)
  }

  /// Groups the documents of a story anew, after one of them was removed.
  static func regroup(story: Int64, in db: Database) throws {
    let members = try Row.fetchAll(
      db, sql: "SELECT number, signature, sha256 FROM document WHERE story = ? ORDER BY number", arguments: [story])
    try db.execute(sql: "UPDATE document SET story = number WHERE story = ?", arguments: [story])
    for member in members {
      try join(member[0], signature: decode(member[1]), sha256: member[2], in: db)
    }
  }

  private static func join(_ document: Int64, signature: [UInt32], sha256: String?, in db: Database) throws {
    let current = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT story FROM document WHERE number = ?"), arguments: [document])
    var stories: Set<Int64> = [current ?? document]
    if let sha256 {
      let same = try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT story FROM document WHERE sha256 = ? AND number <> ?"),
        arguments: [sha256, document])
      stories.formUnion(same)
    }
    var candidates: Set<Int64> = []
    let query = try db.cachedStatement(
      sql: "SELECT document FROM story_band WHERE band = ? AND hash = ? AND document <> ?")
    for (band, hash) in bands(signature) {
      candidates.formUnion(try Int64.fetchAll(query, arguments: [band, hash, document]))
    }
    let fetch = try db.cachedStatement(sql: "SELECT story, signature FROM document WHERE number = ?")
    for candidate in candidates {
      guard let row = try Row.fetchOne(fetch, arguments: [candidate]) else { continue }
      if similarity(signature, decode(row[1])) >= threshold { stories.insert(row[0]) }
    }
    let story = stories.min() ?? document
    for other in stories where other != story {
      try db.execute(sql: "UPDATE document SET story = ? WHERE story = ?", arguments: [story, other])
    }
  }

  /// The share of equal values; 0 for signatures that cannot be compared.
  static func similarity(_ a: [UInt32], _ b: [UInt32]) -> Double {
    guard a.count == b.count, !a.isEmpty else { return 0 }
    return Double(zip(a, b).count { $0 == $1 }) / Double(a.count)
  }

  /// FNV-1a hashes of the whole bands of a signature.
  private static func bands(_ signature: [UInt32]) -> [(band: Int64, hash: Int64)] {
    (0..<signature.count / rowsPerBand).map { band in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for value in signature[band * rowsPerBand..<(band + 1) * rowsPerBand] {
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
          hash = (hash ^ UInt64(value >> shift & 0xFF)) &* 0x100_0000_01B3
        }
      }
      return (Int64(band), Int64(bitPattern: hash))
    }
  }

  static func encode(_ signature: [UInt32]) -> Data {
    var data = Data(capacity: 4 * signature.count)
    for value in signature { withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) } }
    return data
  }

  static func decode(_ data: Data) -> [UInt32] {
    let bytes = [UInt8](data)
    return (0..<bytes.count / 4).map { i in
      UInt32(bytes[4 * i]) | UInt32(bytes[4 * i + 1]) << 8 | UInt32(bytes[4 * i + 2]) << 16 | UInt32(bytes[4 * i + 3])
        << 24
    }
  }
}
