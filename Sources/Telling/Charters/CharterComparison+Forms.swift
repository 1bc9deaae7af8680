internal import Charters
internal import Kernel

extension CharterComparison {
  /// As text: a block for each row, a line for each fact with its source and its line in the file.
  public var text: String {
    var text = ""
    let width = columns.map(\.label.count).max() ?? 0
    for row in rows {
      text += text.isEmpty ? "\(row.name)\n" : "\n\(row.name)\n"
      for (column, cell) in zip(columns, row.cells) {
        let label = column.label + String(repeating: " ", count: width - column.label.count)
        if cell.facts.isEmpty { text += "  \(label)  \(words["figure.notStated"])\(remark([], cell.line))\n" }
        for (index, fact) in cell.facts.enumerated() {
          let name = index == 0 ? label : String(repeating: " ", count: width)
          text += "  \(name)  \(fact.text)\(remark(remarks(fact.ground), fact.ground.line))\n"
        }
      }
    }
    return differences == nil ? text : text + "\n" + differenceText
  }

  /// What changed from one edition to the other, line by line; empty where there are not two editions of one charter.
  public var differenceText: String {
    guard let differences, columns.count == 2 else { return "" }
    var text =
      words["comparison.differences", ["before": columns[0].label, "after": columns[1].label]] + "\n"
    if differences.isEmpty { text += "  \(words["comparison.same"])\n" }
    for difference in differences where !difference.isTranslation {
      text += "  \(words.term("difference", difference.found.kind.rawValue)) "
      text += words["explain.pair", ["name": difference.place, "text": difference.text]]
      text += remark([], difference.found.line) + "\n"
    }
    return text
  }

  private func remarks(_ ground: Ground) -> [String] {
    var remarks = ground.source
    if ground.basis != .stated { remarks.append(words.term("basis", ground.basis.rawValue)) }
    if ground.qualifier != .exact { remarks.append(words.term("qualifier", ground.qualifier.rawValue)) }
    return remarks
  }

  private func remark(_ remarks: [String], _ line: Int) -> String {
    let place = line > 0 ? [words["explain.atLine", ["line": String(line)]]] : []
    let all = remarks + place
    return all.isEmpty ? "" : " [\(all.joined(separator: "; "))]"
  }

  /// One line for each fact; a row of which a charter says nothing has one line too.
  public var csv: String {
    var text = CSV.row([
      "row", "name", "charter", "edition", "text", "path", "file", "line", "source", "basis", "qualifier",
    ])
    for row in rows {
      for (column, cell) in zip(columns, row.cells) {
        let place = [row.id.rawValue, row.name, column.id, column.edition]
        if cell.facts.isEmpty {
          text += CSV.row(
            place + ["", cell.path, column.file, cell.line > 0 ? "\(cell.line)" : "", "", "", ""])
        }
        for fact in cell.facts {
          text += CSV.row(
            place + [
              fact.text, fact.path, column.file, "\(fact.ground.line)",
              fact.ground.source.joined(separator: "; "), fact.ground.basis.rawValue,
              fact.ground.qualifier.rawValue,
            ])
        }
      }
    }
    guard let differences, let after = columns.last, let before = columns.first else { return text }
    for difference in differences {
      let found = difference.found
      let column = found.kind == .removed ? before : after
      text += CSV.row([
        found.kind.rawValue, words.term("difference", found.kind.rawValue), column.id, column.edition,
        words["explain.pair", ["name": difference.place, "text": difference.text]], found.path, column.file,
        found.line > 0 ? "\(found.line)" : "", "", "", "",
      ])
    }
    return text
  }

  /// For a program: one object.
  public var json: String {
    var json = JSONWriter(capacity: 65_536)
    json.raw(#"{"charters":"#)
    list(columns, &json) { column, json in
      members(
        [("id", column.id), ("edition", column.edition), ("name", column.name), ("file", column.file)],
        &json)
      json.raw("}")
    }
    json.raw(#","rows":"#)
    list(rows, &json) { row, json in
      members([("row", row.id.rawValue), ("name", row.name)], &json)
      json.raw(#","cells":"#)
      list(Array(zip(columns, row.cells)), &json) { pair, json in
        members([("charter", pair.0.id), ("edition", pair.0.edition), ("path", pair.1.path)], &json)
        json.raw(#","facts":"#)
        list(pair.1.facts, &json, fact)
        json.raw("}")
      }
      json.raw("}")
    }
    if let differences {
      json.raw(#","differences":"#)
      list(differences, &json, difference)
    }
    json.raw("}")
    return json.text
  }

  private func fact(_ fact: Told, _ json: inout JSONWriter) {
    members([("text", fact.text), ("path", fact.path)], &json)
    json.raw(#","line":"#)
    json.write(fact.ground.line)
    json.raw(#","source":"#)
    fact.ground.source.write(to: &json)
    json.raw(",")
    pairs(
      [("basis", fact.ground.basis.rawValue), ("qualifier", fact.ground.qualifier.rawValue)], &json)
    json.raw("}")
  }

  private func difference(_ told: Difference, _ json: inout JSONWriter) {
    let difference = told.found
    members([("kind", difference.kind.rawValue), ("path", difference.path)], &json)
    for (name, text) in [
      ("before", difference.before), ("after", difference.after), ("place", told.place),
      ("told_before", told.before), ("told_after", told.after),
    ] {
      json.raw(",")
      json.write(name)
      json.raw(":")
      text.write(to: &json)
    }
    for (name, line) in [("line_before", difference.lineBefore), ("line_after", difference.lineAfter)] {
      json.raw(",")
      json.write(name)
      json.raw(":")
      line.write(to: &json)
    }
    json.raw(#","facts":"#)
    json.write(difference.facts)
    json.raw("}")
  }

  private func list<T>(_ items: [T], _ json: inout JSONWriter, _ write: (T, inout JSONWriter) -> Void) {
    json.raw("[")
    for (index, item) in items.enumerated() {
      if index > 0 { json.raw(",") }
      write(item, &json)
    }
    json.raw("]")
  }

  /// Opens an object with these members; whoever calls closes it.
  private func members(_ list: [(String, String)], _ json: inout JSONWriter) {
    json.raw("{")
    pairs(list, &json)
  }

  private func pairs(_ list: [(String, String)], _ json: inout JSONWriter) {
    for (index, member) in list.enumerated() {
      if index > 0 { json.raw(",") }
      json.write(member.0)
      json.raw(":")
      json.write(member.1)
    }
  }
}
