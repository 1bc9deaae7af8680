internal import Kernel

/// How many rows the side tables are meant to hold. They cannot be made anew from the journal, so that nothing else would tell
/// that some of them are gone.
enum SideRowCount {
  static let table = SideTable(
    "side_rows", inBackup: .copied, onRebuild: .kept, onErasure: .holdsNobody,
    Migration(
      .create([SideColumn("name", .text), SideColumn("rows", .integer)], key: ["name"]),
      .run("INSERT INTO side_rows SELECT 'contact', count(*) FROM contact")))
}

extension Connection {
  /// Notes rows that came or went, in the transaction in which they did.
  func noteSideRows(of table: String, _ change: Int) throws {
    guard change != 0, table == Contact.table.name, try hasTable(SideRowCount.table.name) else { return }
    try run("UPDATE side_rows SET rows = rows + \(change) WHERE name = \(table)")
  }

  /// Contacts that were kept and are not there, or are there and were not kept: none, as long as nobody wrote past us.
  public func contactsAmiss() throws -> Int {
    guard try hasTable(SideRowCount.table.name) else { return 0 }
    let noted: Int = try value("SELECT rows FROM side_rows WHERE name = 'contact'") ?? 0
    let there: Int = try value("SELECT count(*) FROM contact") ?? 0
    return noted - there
  }
}
