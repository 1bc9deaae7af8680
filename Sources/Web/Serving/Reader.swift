public import Hummingbird
public import Kernel
internal import Telling

/// Who asks. Until there are accounts everyone reads as the public does.
public struct Reader: Sendable, Hashable {
  public let audience: Audience

  /// Anyone.
  public static let anyone = Reader(audience: .everyone)

  func mayRead(_ type: any Record.Type) -> Bool {
    type.audience == .everyone || audience == .insiders
  }
}

/// One request on its way: what the server knows of it, and who asks.
public struct Visit: RequestContext {
  public var coreContext: CoreRequestContextStorage
  public var reader = Reader.anyone

  public init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
  }
}
