import App
import Foundation
import Exchange
import Kernel

/// The mercury partnership with a few partners and records that are made up, behind the portal.
enum MadeUpRecords {
  private static let founded = Task {
    let partnership = try await found("gmp", with: tables)
    _ = try await partnership.switchOption(
      to: "3", since: Day(2024, 6, 1), decisions: ["dec-unea", "dec-cop"],
      Intent("switch", by: "officer", as: .secretariat, basis: "test"))
    return partnership
  }

  static func get(_ path: String) async throws -> ServedPartnership.Answer {
    try await ServedPartnership.get(path, of: founded.value)
  }

  /// A partnership of the product with rows of the test beside its facts.
  ///
  /// - Parameter tables: the kind of each, and its rows as a spreadsheet has them.
  static func found(_ id: String, with tables: [(String, String)]) async throws -> App.Partnership {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appending(path: "entente-made-up-\(UUID().uuidString).sqlite").path
    _ = try await Founding.found(id, at: StoreAddress(path))
    let partnership = try await StatementBook.open(at: StoreAddress(path))
    for (kind, rows) in tables {
      let file = folder.appending(path: "\(kind)-\(UUID().uuidString).csv")
      try rows.write(to: file, atomically: true, encoding: .utf8)
      try await take(Capabilities.kind(kind), try FileTable.read(file.path), partnership)
    }
    return partnership
  }

  static func take<R: Record>(
    _ type: R.Type, _ file: CSVFile, _ partnership: App.Partnership
  ) async throws {
    let plan = try await partnership.take(
      type, file, Intent("import", by: "officer", as: .secretariat, basis: "test"))
    let refused = plan.outcomes.flatMap(\.refusals)
    guard refused.isEmpty else { throw refused[0] }
  }

  private static let tables = [
    (
      "partner",
      """
      id,name_en,category,sector,country,areas,states_support,states_commitment,contribution,membership_since,qualifier,source,verification,state
      japan,Government of Japan,government,public,JP,waste,true,true,Shares its guidance,2008,exact,recalled,unverified,admitted
      miners-aid,Miners Aid,ngo,civil-society,FR,gold,true,true,Trains miners,2009,exact,recalled,unverified,admitted
      """
    ),
    (
      "discretionary-measure",
      """
      id,party,treaty,form,article,wording,states,since,text_en,qualifier,source,verification
      stricter,JP,minamata,stricter-measure,4,may-go-further,,2020,Bans more products.,exact,recalled,unverified
      together,JP,minamata,agreement-with-states,,may-agree-with-other-states,CH; KG,2021,Shares data.,exact,recalled,unverified
      """
    ),
    (
      "target",
      """
      id,area,indicator,amount_value,amount_unit,amount_qualifier,amount_source,amount_verification,more_ambitious_than,treaty_amount_value,treaty_amount_unit,treaty_amount_qualifier,treaty_amount_source,treaty_amount_verification,year,text_en,qualifier,source,verification
      further,waste,releases,-80,%,exact,recalled,unverified,duty-11,-40,%,exact,recalled,unverified,2030,Twice as much.,exact,recalled,unverified
      """
    ),
    (
      "decision",
      """
      id,body,proposer,outcome,subject,clause,date,text_en,qualifier,source,verification,state
      dec-unea,unea,advisory-group,decides,option-in-force,5,2024-03-01,Ties two services.,exact,recalled,unverified,taken
      dec-cop,cop,advisory-group,decides,option-in-force,5,2024-03-01,Ties two services.,exact,recalled,unverified,taken
      """
    ),
    (
      "contribution",
      """
      id,donor,sector,amount_minor,amount_currency,amount_kind,window,cycle,earmark,received,qualifier,source,verification
      for-gold,Gold Trust,private,6000,USD,cash,special-trust-fund,cycle-2022-2023,gold,2022-04-01,exact,recalled,unverified
      for-all,Open Trust,private,4000,USD,cash,special-trust-fund,cycle-2022-2023,,2022-04-02,exact,recalled,unverified
      yen,Yen Trust,private,900,JPY,cash,special-trust-fund,cycle-2022-2023,,2022-04-03,exact,recalled,unverified
      """
    ),
    (
      "allocation",
      """
      id,window,amount_minor,amount_currency,amount_kind,area,cycle,decided,qualifier,source,verification,state
      to-gold,special-trust-fund,7000,USD,cash,gold,cycle-2022-2023,2022-05-03,exact,recalled,unverified,allocated
      """
    ),
  ]
}
