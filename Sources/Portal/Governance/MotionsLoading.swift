internal import Governance
internal import Kernel
internal import Registry
internal import Store
internal import Telling
internal import Web

extension Loading {
  /// How many motions one page of the list shows.
  private static let pageLength = 50

  func motions() throws -> MotionsPage {
    let address = page.address
    let all = try connection.motions(on: day)
    let chosen = Dictionary(address.filters.map { ($0.name, $0.value) }) { first, _ in first }.filter {
      !$0.value.isEmpty
    }
    let fields: [(name: String, label: String, value: (Motion) -> String?, word: (String) throws -> Said)] = [
      ("state", words["filter.state"], { $0.state.rawValue }, { Said(words.term("state", $0)) }),
      ("body", words["filter.body"], { $0.body.text }, { try body(named: $0).text }),
      ("rule", words["motions.rule"], { $0.rule }, { Said(words.term("decision-rule", $0)) }),
      ("outcome", words["motions.result"], { $0.outcome?.rawValue }, { Said(words.term("outcome", $0)) }),
    ]
    let found = all.filter { motion in
      fields.allSatisfy { field in chosen[field.name].map { field.value(motion) == $0 } ?? true }
    }
    let begin = cursor.flatMap { id in found.firstIndex { $0.id.text == id } }.map { $0 + 1 } ?? 0
    let shown = found[begin...].prefix(Self.pageLength)
    var next: Address?
    if shown.endIndex < found.count, let last = shown.last {
      next = address
      next?.filters += [.init(name: "cursor", value: last.id.text)]
    }
    return MotionsPage(
      filters: try fields.map { field in
        Filter(
          name: field.name, label: field.label,
          options: try Set(all.compactMap(field.value)).sorted().map {
            Filter.Option(value: $0, name: try field.word($0))
          }, chosen: chosen[field.name])
      }, rows: try shown.map(row), all: all.count, next: next)
  }

  private func row(_ motion: Motion) throws -> MotionsPage.Row {
    MotionsPage.Row(
      text: Linked(said(motion.text).shortened, .motion(motion.id.text)),
      subject: words.term("decision-subject", motion.subject), state: state(motion.state.rawValue),
      body: try body(named: motion.body.text), rule: words.term("decision-rule", motion.rule),
      opened: motion.opened, counted: motion.counted, result: motion.outcome.map(result))
  }

  /// How a count ended, as a shape and a word.
  func result(_ outcome: Motion.Outcome) -> StateView {
    let shape: StateView.Shape =
      switch outcome {
      case .carried: .done
      case .notCarried: .returned
      case .noQuorum, .outOfTime: .none
      case .tie, .fallbackNeeded, .deadlineOpen: .underway
      }
    return StateView(shape: shape, word: words.term("outcome", outcome.rawValue))
  }
}

extension Said {
  /// As much of a long text as a list has room for.
  fileprivate var shortened: Said {
    text.count > 240 ? Said(text.prefix(240) + "\u{2026}", language) : self
  }
}
