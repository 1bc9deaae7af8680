internal import Telling
internal import Web
internal import Workplan

extension Route {
  static let activities = Route("activities")
}

/// What is worked on.
enum WorkplanPages {
  static let all: [PageKind] = [
    PageKind(
      "activities",
      asks: [
        .init("area", of: "areas"), "mode", "nature", "phase", "society_level", "problem_level", "work_level",
        "output",
      ],
      twin: .list(Activity.self)
    ) { try $0.activities() },
    PageKind(each: "activities", PageKind.id, twin: .record(Activity.self)) { try $0.activity($1[0]) },
  ]
}
