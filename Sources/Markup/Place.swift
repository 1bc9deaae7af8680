extension HTML {
  /// Whether text may be put where the page now stands.
  ///
  /// Escaping makes text safe between tags and in quoted attributes that mean text. It does not in an address, a
  /// style or a handler, nor inside `<script>` and `<style>`: there the text is left out, and `Link` is the way to
  /// an address. Names and marks stand only in literals, so looking back over them tells where we are.
  var takesText: Bool { place == .text }

  /// Whether a part already built may be put there. A part may also stand bare in a tag: it then holds attributes.
  var takesPart: Bool { place != .forbidden }

  private enum Place { case text, tag, forbidden }

  private var place: Place {
    guard let open = bytes.lastIndex(of: UInt8(ascii: "<")) else { return .text }
    let tag = bytes[(open + 1)...]
    guard let end = tag.firstIndex(of: UInt8(ascii: ">")) else { return Self.place(in: tag) }
    return Self.opens("script", tag[..<end]) || Self.opens("style", tag[..<end]) ? .forbidden : .text
  }

  private static func opens(_ name: StaticString, _ tag: ArraySlice<UInt8>) -> Bool {
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    return tag.prefix(name.count).elementsEqual(name) { $0 | 32 == $1 }
  }

  /// The attribute that is open at the end of an unfinished tag: `a class="x" href="`.
  private static func place(in tag: ArraySlice<UInt8>) -> Place {
    let quote = UInt8(ascii: "\"")
    var name: ArraySlice<UInt8> = []
    var start = tag.startIndex
    var isOpen = false
    for index in tag.indices where tag[index] == quote {
      isOpen.toggle()
      if isOpen { name = tag[start..<index] }
      start = index + 1
    }
    guard isOpen else { return .tag }
    let last = name.lastIndex { $0 == 0x20 || $0 == 0x0A }.map { name[($0 + 1)...] } ?? name
    let word = String(decoding: last.map { 65...90 ~= $0 ? $0 | 32 : $0 }, as: UTF8.self)
    return dangerous.contains(word) || word.hasPrefix("on") ? .forbidden : .text
  }

  private static let dangerous: Set<String> = [
    "href=", "xlink:href=", "src=", "srcset=", "srcdoc=", "action=", "formaction=", "data=", "poster=",
    "style=",
    "background=", "ping=", "cite=",
  ]
}
