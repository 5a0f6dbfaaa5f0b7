import Foundation

/// Why the bench could not measure something.
enum BenchFault: Error, CustomStringConvertible {
    case system(String, code: Int32)
    case malformedAnswer(String)
    case unexpected(String)
    case child(command: String, ending: String, log: String)
    case notReady(String)
    case tooSlow(String)
    case plainSQLite(String)

    var description: String {
        switch self {
        case .system(let call, let code): "\(call) failed: \(String(cString: strerror(code)))"
        case .malformedAnswer(let detail): "the server answered with something that is no HTTP: \(detail)"
        case .unexpected(let detail): detail
        case .child(let command, let ending, let log): "“\(command)” \(ending); its last words:\n\(log)"
        case .notReady(let detail): "the server did not become ready: \(detail)"
        case .tooSlow(let detail): "gave up waiting: \(detail)"
        case .plainSQLite(let detail): "plain SQLite: \(detail)"
        }
    }
}
