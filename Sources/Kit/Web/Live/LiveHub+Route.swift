import HTTPTypes
import Hummingbird

extension LiveHub {
    static let topicLimit = 100

    /// Finds out what the topics' values are now, in one reading however many they are.
    public typealias Present = @Sendable ([String], SeamContext) async throws -> [LiveEvent]

    /// Adds the route of the stream: `/live?on=stock:var_…&on=…`, resumable with `Last-Event-ID`.
    ///
    /// - Parameters:
    ///   - mayHear: whether whoever asks may listen to a topic.
    ///   - present: asked once for each stream, after it has joined: whatever happens then is either in its answer or
    ///     published afterwards. When it fails, the page is told to read its numbers anew. Without it, a page gets the latest
    ///     events of its topics that are still kept.
    public func addRoute(
        _ path: RouterPath = "/live", to router: some RouterMethods<SeamContext>,
        mayHear: @escaping @Sendable (String, SeamContext) -> Bool, present: Present? = nil
    ) {
        router.get(path) { request, context in
            let topics = Set(try request.query().all("on"))
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
                    await self.serve(stream, after: last, present: present, context: context)
                    try await writer.finish(nil)
                })
        }
    }

    private func serve(_ stream: LiveStream, after last: LiveEventID?, present: Present?, context: SeamContext) async {
        guard let joined = begin(stream, after: last, isToldPresent: present != nil) else { return }
        stream.channel.closeFuture.whenComplete { _ in
            self.leave(stream)
            stream.end()
        }
        if let present {
            do {
                tell(try await present(stream.topics.sorted(), context), to: stream, joined: joined)
            } catch {
                context.logger.error("present values", metadata: ["request": "\(context.requestID)", "fault": "\(error)"])
                tell(nil, to: stream, joined: joined)
            }
        }
        await stream.untilEnd()
        leave(stream)
    }
}
