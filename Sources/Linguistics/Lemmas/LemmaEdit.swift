/// How a lemma is made from a form: keep or lower its case, strip some last bytes, append others.
package struct LemmaEdit: Hashable, Sendable {
  package var lowersCase: Bool
  package var strip: Int
  package var append: [UInt8]

  package init(lowersCase: Bool, strip: Int, append: [UInt8]) {
    self.lowersCase = lowersCase
    self.strip = strip
    self.append = append
  }

  /// The shortest edit from a form to its lemma.
  package init(from form: [UInt8], to lemma: [UInt8]) {
    func edit(lowersCase: Bool) -> LemmaEdit {
      let base = lowersCase ? form.map(lowercased) : form
      var common = 0
      while common < base.count, common < lemma.count, base[common] == lemma[common] { common += 1 }
      return LemmaEdit(lowersCase: lowersCase, strip: base.count - common, append: Array(lemma[common...]))
    }
    let lowered = edit(lowersCase: true)
    let kept = edit(lowersCase: false)
    self = kept.strip + kept.append.count < lowered.strip + lowered.append.count ? kept : lowered
  }

  /// The edit as a rule stores it.
  package var encoded: [UInt8] { [lowersCase ? 1 : 0, UInt8(min(strip, 255))] + append }
}

@inline(__always)
package func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
