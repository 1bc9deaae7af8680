/// Who may do what, written by hand under the charter gmp 2020: nothing of it is derived from the declarations.
///
/// Each row: kind, verb, the states that let it (nothing where any does), and who may. Every field of a record names `x`, so
/// that what belongs to `x` is its own and what belongs to `y` is foreign. S secretariat, A applicant, F focal point of x,
/// f of y, L lead of x, l of y, M member of x, m of y, G member of the advisory group, U member of UNEA. Where a verb asks for
/// a partner, area or body, whoever could fill in their own is listed.
enum RightsByHand {
  static let rows = """
    area|prepare|proposed|SG
    area|launch|proposed preparatory|SG
    area|activate|launched dormant|SG
    area|rest|active launched|SG
    area|merge|active launched dormant|SG
    area|absorb|active launched dormant|SG
    area|close|active launched dormant|SG
    partner|apply|draft withdrawn declined expelled|SAF
    partner|screen|applied|S
    partner|admit|screening|S
    partner|sign|draft applied screening|SAF
    partner|appoint|draft applied screening|S
    partner|decline|applied screening|S
    partner|suspend|admitted|S
    partner|reinstate|suspended|S
    partner|expel|admitted suspended|S
    partner|withdraw application|draft applied screening|SAF
    partner|withdraw|draft applied screening admitted suspended|SF
    partner|place||SF
    partner|join||SFLl
    person|erase||S
    discretionary-measure|add||SFf
    discretionary-measure|correct||S
    decision|take|proposed|SM
    decision|refuse|proposed|SM
    decision|add||SMmGU
    charter-edition|adopt||SG
    charter-edition|add||
    charter-edition|correct||
    charter-edition|take-back||
    request|submit|proposed|SM
    request|consider|open|SM
    request|route|open considered|S
    request|answer|open considered|SMLF
    request|withdraw|proposed open considered|SM
    advice|give|expected|SM
    advice|take up|not-stated open|SMLl
    advice|complete|not-stated open under-way|SMLl
    advice|set aside|not-stated open under-way|SMLl
    linkage-switch|switch||SU
    linkage-switch|add||
    linkage-switch|correct||
    formation|identify||SFfLlMmGU
    formation|propose|need proposal|SAFfLlMmGU
    formation|name|proposal partners charter|SAFfLlMmGU
    formation|join|proposal partners charter|SAFf
    formation|leave|partners charter|SAFf
    formation|charter|partners charter|SLlMmGU
    formation|launch|charter|SG
    formation|abandon|need proposal partners charter|SGFLM
    formation|add||SFfLlMmGU
    motion|propose||SFfMmGU
    motion|second|proposed|SM
    motion|open|proposed seconded|SM
    motion|change|open|SM
    motion|count|open|SM
    motion|lapse|proposed seconded open|SM
    motion|withdraw|proposed seconded open|SMF
    ballot|vote||SFfMmGU
    ballot|add||SFfMmGU
    journal-lift|add||
    journal-lift|correct||
    journal-lift|take-back||
    activity|start|not-stated planned|SL
    activity|finish|not-stated under-way|SL
    activity|hand over|not-stated planned under-way done|SL
    activity|end|not-stated planned under-way|SL
    deliverable-part|approve|draft|SMmGU
    deliverable-part|submit|group-approved|SMmGU
    deliverable-part|adopt|submitted adopted-interim|SMmGU
    deliverable-part|adopt in the interim|submitted|SMmGU
    deliverable-part|return|group-approved submitted|SMmGU
    deliverable-part|withdraw|draft group-approved submitted adopted adopted-interim|SMmGU
    pledge|agree|announced|S
    pledge|pay|announced agreed part-received|S
    pledge|write off|announced agreed part-received|S
    allocation|allocate||SMmGU
    allocation|withdraw|allocated|SM
    allocation|add||SMmGU
    finance-examination|conclude|open|SMmGU
    report-sent|send||SMmGU
    report-sent|acknowledge||SM
    report-sent|add||SMmGU
    """

  struct Row: Sendable {
    let kind: String
    let verb: String
    let states: Set<String>
    let who: Set<Character>
  }

  static let all: [Row] = rows.split(separator: "\n").map { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    return Row(
      kind: cells[0], verb: cells[1], states: Set(cells[2].split(separator: " ").map(String.init)),
      who: Set(cells[3]))
  }
}
