/// Every address of the portal's pages, once: it matches a path and it links.
enum Route: Hashable, Sendable {
  case home
  case partners
  case partner(String)
  case areas
  case area(String)
  case activities
  case activity(String)
  case governance
  case options
  /// The form that adds an option of the reader's own.
  case addOption
  /// What a switch to another option would move.
  case switchOption
  case requests
  /// Treaties, and how partnerships stand to them.
  case treaties
  case formations
  case formation(String)
  case motions
  case motion(String)
  case models
  /// One of the charters that come with the software.
  case model(String)
  case reports
  case report(String)
  case aboutData
  /// Who may do what.
  case aboutRights
  case source(String)
  /// Any record, by its kind (`governing-document`) and id.
  case record(kind: String, id: String)
  /// A file that every page may use: the style sheet, the icon.
  case asset(String)

  /// The parts of its path.
  var parts: [String] {
    switch self {
    case .home: []
    case .partners: ["partners"]
    case .partner(let id): ["partners", id]
    case .areas: ["areas"]
    case .area(let id): ["areas", id]
    case .activities: ["activities"]
    case .activity(let id): ["activities", id]
    case .governance: ["governance"]
    case .options: ["options"]
    case .addOption: ["options", "add"]
    case .switchOption: ["options", "switch"]
    case .requests: ["requests"]
    case .treaties: ["treaties"]
    case .formations: ["formations"]
    case .formation(let id): ["formations", id]
    case .motions: ["motions"]
    case .motion(let id): ["motions", id]
    case .models: ["models"]
    case .model(let id): ["models", id]
    case .reports: ["report"]
    case .report(let cycle): ["report", cycle]
    case .aboutData: ["about", "data"]
    case .aboutRights: ["about", "rights"]
    case .source(let id): ["sources", id]
    case .record(let kind, let id): ["records", kind, id]
    case .asset(let name): ["assets", name]
    }
  }

  /// The route that a path's parts name, if one does.
  init?(parts: [String]) {
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    switch (parts.count, parts.first) {
    case (0, _): self = .home
    case (1, "partners"): self = .partners
    case (2, "partners"): self = .partner(parts[1])
    case (1, "areas"): self = .areas
    case (2, "areas"): self = .area(parts[1])
    case (1, "activities"): self = .activities
    case (2, "activities"): self = .activity(parts[1])
    case (1, "governance"): self = .governance
    case (1, "options"): self = .options
    case (2, "options") where parts[1] == "add": self = .addOption
    case (2, "options") where parts[1] == "switch": self = .switchOption
    case (1, "requests"): self = .requests
    case (1, "treaties"): self = .treaties
    case (1, "formations"): self = .formations
    case (2, "formations"): self = .formation(parts[1])
    case (1, "motions"): self = .motions
    case (2, "motions"): self = .motion(parts[1])
    case (1, "models"): self = .models
    case (2, "models"): self = .model(parts[1])
    case (1, "report"): self = .reports
    case (2, "report"): self = .report(parts[1])
    case (2, "about") where parts[1] == "data": self = .aboutData
    case (2, "about") where parts[1] == "rights": self = .aboutRights
    case (2, "sources"): self = .source(parts[1])
    case (3, "records"): self = .record(kind: parts[1], id: parts[2])
    case (2, "assets"): self = .asset(parts[1])
    default: return nil
    }
  }

  /// Whether this route is the other or lies below it: what the navigation marks.
  func isWithin(_ other: Route) -> Bool {
    other != .home && parts.starts(with: other.parts)
  }

  /// The same content as data exists for every page but files and the page about the data.
  var hasTwins: Bool {
    switch self {
    case .asset, .aboutData, .aboutRights, .home, .addOption: false
    default: true
    }
  }
}
