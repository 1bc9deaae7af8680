internal import Registry
internal import Store
internal import Telling
internal import Web

extension Route {
  static let partners = Route("partners")
  static let areas = Route("areas")
}

/// Who takes part, and in which areas.
enum RegistryPages {
  static let all: [PageKind] = [
    PageKind(
      "partners", asks: ["sector", "category", .init("area", of: "areas")],
      twin: .list(Partner.self, where: { .isMember(on: $0) })
    ) { try $0.partners() },
    PageKind(each: "partners", PageKind.id, twin: .record(Partner.self)) { try $0.partner($1[0]) },
    PageKind("expertise", asks: ["topic"]) { try $0.expertise() },
    PageKind("areas", twin: .list(Area.self)) { try $0.areas() },
    PageKind(each: "areas", PageKind.id, twin: .record(Area.self)) { try $0.area($1[0]) },
  ]
}
