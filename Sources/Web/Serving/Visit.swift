public import Hummingbird
public import Kernel

/// One request on its way: what the server knows of it, and who asks. Until there are accounts everyone is the public.
public struct Visit: RequestContext {
  public var coreContext: CoreRequestContextStorage
  public var viewer = Viewer.anyone

  public init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
  }
}
