public import Kernel

/// One place where a statement stands: a paragraph of the founding note or a source.
public struct SourceRef: Sendable, Hashable {
  public var label: String
  public var route: Route?

  public init(label: String, route: Route?) {
    self.label = label
    self.route = route
  }

  /// - Parameter id: of a source (`unep-pag-1-7`) or a paragraph (`A6d`), which is shown as it is cited: A6(d).
  public init(_ id: String) {
    let letters = Array(id)
    let isParagraph =
      letters.count >= 2 && letters[0].isUppercase && letters[0].isASCII && letters[1].isNumber
    if isParagraph, let last = letters.last, last.isLowercase {
      label = "\(id.dropLast())(\(last))"
    } else {
      label = id
    }
    route = .source(id)
  }
}

/// What a statement rests on.
public struct Basis: Sendable, Hashable {
  public var sources: [SourceRef]
  public var qualifier: Qualifier
  public var verification: Verification

  public init(_ sources: [SourceRef], qualifier: Qualifier = .exact, verification: Verification = .stated) {
    self.sources = sources
    self.qualifier = qualifier
    self.verification = verification
  }

  public init(_ provenance: Provenance) {
    self.init(
      provenance.source.map { SourceRef($0) }, qualifier: provenance.qualifier,
      verification: provenance.verification)
  }
}

/// A sentence from a record, with what it rests on.
public struct Statement: Sendable, Hashable {
  public var text: Said
  public var basis: Basis
  /// The record that says it.
  public var route: Route?

  public init(_ text: Said, _ basis: Basis, route: Route? = nil) {
    self.text = text
    self.basis = basis
    self.route = route
  }
}

extension Basis {
  public var needsMark: Bool { qualifier != .exact || verification.needsMark }
}

extension Verification {
  /// What is stated or read needs no word; every doubt does.
  public var needsMark: Bool { self != .stated && self != .verified }
}
