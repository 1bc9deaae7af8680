internal import Kernel
internal import Markup
internal import Telling

/// The newest acts as an Atom feed (RFC 4287): an entry an act, named by its hash.
struct LogFeed {
  var title: String
  var language: Language
  /// The hash of the first act: no other journal has it.
  var beginning: Fingerprint
  var own: Link
  /// The page of the same acts.
  var page: Link
  var updated: Moment
  var entries: [(id: String, link: Link, line: LogPage.Line)]
  var words: Words

  var text: String {
    let feed: HTML = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.rawValue)">
      <title>\(words["log.title"]) \u{2013} \(title)</title>
      <id>urn:sha256:\(beginning.hexadecimal)#\(own.address)</id>
      <updated>\(updated.description)</updated>
      <link rel="self" type="application/atom+xml"\(href: own)/>
      <link rel="alternate" type="text/html"\(href: page)/>
      \(entries, entry)</feed>

      """
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + feed.text
  }

  private func entry(_ entry: (id: String, link: Link, line: LogPage.Line)) -> HTML {
    let line = entry.line
    return """
      <entry><title>\(line.verb) \u{00B7} \(line.kind): \(line.record.text.text)</title>
      <id>urn:sha256:\(entry.id)</id>
      <updated>\(line.at.description)</updated>
      <link rel="alternate" type="text/html"\(href: entry.link)/>
      <author><name>\(line.actor)</name></author>
      <summary>\(words["record.by", ["actor": line.actor, "capacity": line.capacity]])\
      \(line.rule.map { " \(words["record.under"]) \($0)" as HTML })</summary></entry>

      """
  }
}
