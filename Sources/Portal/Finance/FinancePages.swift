internal import Reporting
internal import Finance
internal import Telling
internal import Web

/// Money: on the pages of windows, areas and reports.
enum FinancePages {
  static let additions: [RecordAddition] = [
    RecordAddition(
      to: Window.self,
      section: { loading, id in
        let held = try loading.money(
          loading.connection.windowLines(on: loading.day).filter { $0.record == id })
        return { page in
          page.section(
            page.words["money.window"], hint: page.words["money.windows.hint"], wide: !held.isEmpty,
            page.money(held))
        }
      })
  ]
}
