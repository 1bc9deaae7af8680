internal import Registry
internal import Telling
internal import Web

extension Route {
  static let partners = Route("partners")
  static let areas = Route("areas")
}

/// Who takes part, and in which areas.
enum RegistryPages {
  static let all: [PageKind] = [
    PageKind("partners", twin: .list(Partner.self)) { try $0.partners() },
    PageKind(each: "partners", PageKind.id, twin: .record(Partner.self)) { try $0.partner($1[0]) },
    PageKind("expertise") { try $0.expertise() },
    PageKind("areas", twin: .list(Area.self)) { try $0.areas() },
    PageKind(each: "areas", PageKind.id, twin: .record(Area.self)) { try $0.area($1[0]) },
  ]
}
