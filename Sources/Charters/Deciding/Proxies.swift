internal import Kernel

extension DecisionRule {
  /// Gives each absent voter with a valid proxy the vote that its holder cast for it, or else the holder's own.
  ///
  /// - Throws: a `Refusal` for a proxy of a proxy, a loop, or a proxy between people who are not on the register.
  func settleProxies(
    _ poll: Poll, _ votes: [String: Vote], _ roll: inout Roll, _ steps: inout BallotSteps
  ) throws {
    let holders = try Self.holders(poll)
    for vote in poll.votes {
      if let holder = vote.holder, holders[vote.voter] != holder {
        throw Refusal("no-proxy", ["holder": .text(holder), "voter": .text(vote.voter)])
      }
    }
    let entitled = Dictionary(roll.voters.map { ($0.id, $0) }) { first, _ in first }
    var carried: [String: [Voter.Kind: Int]] = [:]
    for proxy in poll.proxies {
      guard let giver = entitled[proxy.giver] else { continue }
      let names: [String: Phrase.Value] = ["giver": .text(giver.id), "holder": .text(proxy.holder)]
      func void(_ reason: String, _ values: [String: Phrase.Value] = [:]) {
        let why = Phrase("tally.proxyVoid.\(reason)", names.merging(values) { $1 })
        steps.add(
          "proxy-void", about: giver.id,
          Phrase("tally.proxyVoid", names.merging(["reason": .phrase(why)]) { $1 }))
      }
      guard let proxies else {
        void("none")
        continue
      }
      if roll.isInPerson(giver) {
        void("voted")
        continue
      }
      guard let holder = entitled[proxy.holder] else {
        void("holder")
        continue
      }
      let limit = giver.kind == .organisation ? proxies.organisations : proxies.individuals
      let before = carried[holder.id]?[giver.kind] ?? 0
      if let limit, before >= limit {
        void(giver.kind == .organisation ? "organisations" : "individuals", ["limit": "\(limit)"])
        continue
      }
      carried[holder.id, default: [:]][giver.kind] = before + 1
      if let given = votes[giver.id], given.holder == holder.id {
        roll.votes[giver.id] = given
      } else if roll.isInPerson(holder), let own = roll.votes[holder.id] {
        roll.votes[giver.id] = Vote(
          giver.id, own.choice, by: holder.id, on: own.day, withdrawn: own.withdrawn)
      } else {
        steps.add(
          "proxy-unused", about: giver.id, Phrase("tally.proxyUnused", names))
      }
    }
    for (holder, kinds) in carried.sorted(by: { $0.key < $1.key }) {
      let count = kinds.values.reduce(0, +)
      steps.add(
        "proxies", about: holder, Phrase("tally.proxies", ["holder": .text(holder)], count: count))
    }
  }

  /// The holder of each giver, after the loops are refused.
  private static func holders(_ poll: Poll) throws -> [String: String] {
    let register = Set(poll.register.map(\.id))
    var holders: [String: String] = [:]
    for proxy in poll.proxies {
      for name in [proxy.giver, proxy.holder] where !register.contains(name) {
        throw Refusal("unknown-voter.proxy", ["name": .text(name)])
      }
      if let other = holders.updateValue(proxy.holder, forKey: proxy.giver) {
        throw Refusal(
          "two-proxies", ["giver": .text(proxy.giver), "first": .text(other), "second": .text(proxy.holder)])
      }
    }
    for proxy in poll.proxies {
      guard let next = holders[proxy.holder] else { continue }
      var path = [proxy.giver, proxy.holder]
      var end: String? = next
      while let step = end, step != proxy.giver, !path.contains(step) {
        path.append(step)
        end = holders[step]
      }
      if end == proxy.giver {
        let loop = path.first == path.last ? [path[0]] : path
        throw Refusal(
          "proxy-loop.several", ["loop": .text((loop + [proxy.giver]).joined(separator: " \u{2192} "))])
      }
      throw Refusal(
        "proxy-of-proxy", ["giver": .text(proxy.giver), "holder": .text(proxy.holder), "next": .text(next)])
    }
    return holders
  }
}
