import HTTPTypes
import Hummingbird

extension LiveHub {
    static let topicLimit = 100

    /// Adds the route of the stream: `/live?on=stock:var_…&on=…`, resumable with `Last-Event-ID`.
    ///
    /// - Parameter mayHear: whether whoever asks may listen to a topic.
    public func addRoute(
        _ path: RouterPath = "/live", to router: some RouterMethods<SeamContext>,
        mayHear: @escaping @Sendable (String, SeamContext) -> Bool
    ) {
        router.get(path) { request, context in
            let query = try request.query()
            let topics = Set(query.all("on"))
            guard (1...Self.topicLimit).contains(topics.count), topics.allSatisfy(LiveEvent.isTopic) else { throw LiveRefusal.badTopics }
            if let topic = topics.first(where: { !mayHear($0, context) }) { throw LiveRefusal.unheard(topic: topic) }
            try self.admit()

            let last = request.headers[.lastEventID].flatMap { LiveEventID($0) }
            let stream = LiveStream(channel: context.channel, topics: topics)
            return Response(
                status: .ok,
                headers: [.contentType: LiveFrame.contentType, .cacheControl: "no-store", .accelBuffering: "no"],
                body: ResponseBody { writer in
                    // The head is on its way: from here on frames go straight to the connection.
                    await self.serve(stream, after: last)
                    try await writer.finish(nil)
                })
        }
    }

    private func serve(_ stream: LiveStream, after last: LiveEventID?) async {
        guard begin(stream, after: last) else { return }
        stream.channel.closeFuture.whenComplete { _ in
            self.leave(stream)
            stream.end()
        }
        await stream.untilEnd()
        leave(stream)
    }
}
