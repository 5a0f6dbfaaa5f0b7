import Database
import Foundation

/// Says to other processes that a database is open, on a file beside it: many may share it, a restore wants it alone.
final class FileLock: Sendable {
    enum Mode {
        case shared, exclusive
    }

    private let descriptor: Int32

    /// - Throws: `DatabaseFault.locked` when another process has it otherwise; `.readOnly` or `.unreachable` when the file
    ///   cannot be made.
    init(beside path: String, _ mode: Mode) throws {
        descriptor = open(path + "-lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw errno == EACCES || errno == EROFS || errno == EPERM ? DatabaseFault.readOnly(path) : .unreachable(path)
        }
        guard flock(descriptor, (mode == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 else {
            close(descriptor)
            throw DatabaseFault.locked(path)
        }
    }

    func release() {
        close(descriptor)
    }
}
