import Charters
import Kernel

/// A register and its votes from a short notation: `env/N/org:9-0-0` is nine in favour, none against, none abstaining
/// among the organisations of the environmental North. `*` stands for all; a later entry wins.
struct Assembly {
  var register: [Voter] = []
  var votes: [Vote] = []

  private static let chambers = [("env", "environmental"), ("soc", "social"), ("eco", "economic")]
  private static let sides = [("N", "north"), ("S", "south")]
  private static let kinds = [("org", Voter.Kind.organisation), ("ind", .individual)]

  /// - Parameters:
  ///   - members: `*/*/org:9 */*/ind:5`
  ///   - arrears: how many of a cell, counted from the last, owe their fee.
  init(members: String, votes said: String, arrears: String = "") {
    let (counts, choices, owing) = (Self.cells(members), Self.cells(said), Self.cells(arrears))
    for (chamber, chamberName) in Self.chambers {
      for (side, sideName) in Self.sides {
        for (kind, kindName) in Self.kinds {
          let cell = "\(chamber)/\(side)/\(kind)"
          let count = Int(counts[cell] ?? "0") ?? 0
          let owe = Int(owing[cell] ?? "0") ?? 0
          let spoken = (choices[cell] ?? "0-0-0").split(separator: "-").compactMap { Int($0) }
          for number in 0..<count {
            let name = "\(cell)/\(number + 1)"
            register.append(
              Voter(
                name, chamber: chamberName, subChamber: sideName, kind: kindName,
                isInGoodStanding: number < count - owe))
            if number < spoken[0] {
              votes.append(Vote(name, .yes))
            } else if number < spoken[0] + spoken[1] {
              votes.append(Vote(name, .no))
            } else if number < spoken.reduce(0, +) {
              votes.append(Vote(name, .abstain))
            }
          }
        }
      }
    }
  }

  private static func cells(_ text: String) -> [String: String] {
    var cells: [String: String] = [:]
    for item in text.split(separator: " ") {
      let (place, value) = (item.prefix { $0 != ":" }, item.drop { $0 != ":" }.dropFirst())
      let parts = place.split(separator: "/").map(String.init)
      for chamber in parts[0] == "*" ? chambers.map(\.0) : [parts[0]] {
        for side in parts[1] == "*" ? sides.map(\.0) : [parts[1]] {
          for kind in parts[2] == "*" ? kinds.map(\.0) : [parts[2]] {
            cells["\(chamber)/\(side)/\(kind)"] = String(value)
          }
        }
      }
    }
    return cells
  }

  var poll: Poll { Poll(register: register, votes: votes) }
}

extension BallotResult {
  /// The comparisons of one kind as `environmental 70/100 yes; overall 200/300 yes`.
  func compared(_ code: String) -> String {
    steps.filter { $0.code == code }.map {
      "\($0.about ?? "overall") \($0.part ?? "")/\($0.whole ?? "") \($0.holds == true ? "yes" : "no")"
    }.joined(separator: "; ")
  }
  /// Whether each line has its sentence in every language that has words, and none shows its key.
  var isTold: Bool {
    steps.allSatisfy { step in
      !(step.text[.en] ?? "tally.").hasPrefix("tally.") && step.text[.fr] != nil
    }
  }
  func lines(_ code: String) -> [String] {
    steps.filter { $0.code == code }.map { $0.text.text(in: .en).text }
  }
}
