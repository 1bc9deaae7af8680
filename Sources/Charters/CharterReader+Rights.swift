internal import Kernel

extension CharterReader {
  func rights() -> Rights {
    let (rights, both) = (root["rights"], root["parties-in-partnership"])
    return Rights(
      partiesOnly: rights?["parties-only"]?.words ?? [],
      partiesOnlyGround: rights?["parties-only"]?.ground ?? Ground(),
      partners: rights?["partners"]?.words ?? [],
      partnersGround: rights?["partners"]?.ground ?? Ground(),
      boundBy: both?["bound-by"]?.word, expectedToHeed: both?["expected-to-heed"]?.words ?? [],
      partiesInPartnershipGround: both?.ground ?? Ground())
  }

  func streamRole() -> StreamRole? {
    guard let entry = root["stream-role"], let begins = entry["begins"]?.word else { return nil }
    return StreamRole(begins: begins, ground: entry.ground)
  }

  func ambition() -> Ambition? {
    guard let entry = root["ambition"], let may = entry["may-exceed-treaty"]?.flag else { return nil }
    return Ambition(mayExceedTreaty: may, ground: entry.ground)
  }
}
