internal import Telling
internal import Web

/// What the records are, and who may change them.
enum AboutPages {
  static let all: [PageKind] = [
    PageKind("about", "data") { try $0.aboutData() },
    PageKind("about", "rights") { try $0.aboutRights() },
  ]
}
