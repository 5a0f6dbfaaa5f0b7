/// What a trace says about promises: each accepted form post, and whether its change was on the disk before the answer left.
struct Promises {
    struct Promise: Equatable {
        /// `POST /cart`
        let request: String
        /// Written to the log and synced between the request and the answer.
        let isKept: Bool
    }

    let all: [Promise]

    /// - Parameter calls: of a server that had one request at a time to answer, so that all it wrote meanwhile was that request's.
    init(_ calls: [SystemCall]) {
        let calls = calls.sorted { $0.began < $1.began }
        let writes = calls.filter(\.isWriteToLog)
        let syncs = calls.filter(\.isSyncOfLog)
        var asked: [String: (request: String, at: Double)] = [:]
        var promises: [Promise] = []
        for call in calls where call.isOnSocket {
            if let request = call.text.firstMatch(of: #/"(POST [^ ?]+)/#) {
                asked[call.file] = (String(request.output.1), call.ended)
            } else if call.text.contains(#/"HTTP\/1\.1 [23]\d\d /#), let question = asked.removeValue(forKey: call.file) {
                let isKept = writes.contains { write in
                    write.began >= question.at && syncs.contains { $0.began >= write.ended && $0.ended <= call.began }
                }
                // Whatever was written for it must have been synced, not only some of it.
                let unsynced = writes.contains { write in
                    write.began >= question.at && write.ended <= call.began
                        && !syncs.contains { $0.began >= write.ended && $0.ended <= call.began }
                }
                promises.append(Promise(request: question.request, isKept: isKept && !unsynced))
            }
        }
        all = promises
    }
}
