/// Characters that show nothing and change what is read beside them: they turn the direction of writing, command a terminal
/// or hide in a word. None has a place in a record or a reason.
///
/// Marks that writing needs stay: joiners, and the marks of direction U+200E, U+200F and U+061C.
enum HiddenCharacters {
  /// The first one in a text, as `U+202E`.
  static func first(in utf8: UnsafeBufferPointer<UInt8>) -> String? {
    // Looked at byte by byte: every text of every act passes here, and nearly all hold none.
    for index in utf8.indices {
      let byte = utf8[index]
      if byte >= 0x20 && byte < 0x7F { continue }
      guard byte < 0x20 ? byte != 9 && byte != 10 && byte != 13 : isSuspect(byte) else { continue }
      let rest = UnsafeBufferPointer(rebasing: utf8[index...].prefix(4))
      guard let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first,
        isHidden(scalar.value)
      else { continue }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
    return nil
  }

  /// First bytes of what `isHidden` names.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF || byte == 0xF3
  }

  static func isHidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D: false
    // Commands to terminals.
    case ..<0x20, 0x7F..<0xA0: true
    // Embeddings, overrides and isolates of direction; lines that are no line ends elsewhere.
    case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
    // A byte order mark within a text, annotations, tags.
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}

extension String {
  public var faults: [Refusal] {
    var text = self
    guard let found = text.withUTF8({ HiddenCharacters.first(in: $0) }) else { return [] }
    return [Refusal("hidden-character", ["character": .text(found)])]
  }

  /// The text for a terminal or a log: what would command it stands as its number.
  public var shownPlainly: String {
    guard !faults.isEmpty else { return self }
    var shown = ""
    for scalar in unicodeScalars {
      if HiddenCharacters.isHidden(scalar.value) {
        shown += "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
