internal import NIOCore
internal import NIOHTTPTypes

/// How long a connection may keep us waiting: for a request to be whole, and for an answer to be taken. One that is half open,
/// that sends a letter a second or never reads is closed, so that those who ask find room.
struct Patience: Sendable {
  /// From the opening of a connection, or the end of an answer, to the end of the next request.
  var forRequest = TimeAmount.seconds(20)
  /// While nothing of an answer is taken.
  var forReading = TimeAmount.seconds(60)
}

final class PatienceHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let patience: Patience
  /// Requests that were read and not answered yet: a client may send several.
  private var open = 0
  private var request: Scheduled<Void>?
  private var reading: Scheduled<Void>?

  init(_ patience: Patience) { self.patience = patience }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { awaitRequest(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    awaitRequest(context)
    context.fireChannelActive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .end = unwrapInboundIn(data) {
      open += 1
      request?.cancel()
      request = nil
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) {
      open = max(0, open - 1)
      if open == 0 { awaitRequest(context) }
    }
    context.write(data, promise: promise)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    reading?.cancel()
    reading = context.channel.isWritable ? nil : close(context, in: patience.forReading)
    context.fireChannelWritabilityChanged()
  }

  private func awaitRequest(_ context: ChannelHandlerContext) {
    request?.cancel()
    request = close(context, in: patience.forRequest)
  }

  private func close(_ context: ChannelHandlerContext, in time: TimeAmount) -> Scheduled<Void> {
    let channel = context.channel
    return context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }

  private func stop() {
    request?.cancel()
    reading?.cancel()
    (request, reading) = (nil, nil)
  }
}
