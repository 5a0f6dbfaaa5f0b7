import Database
import Foundation

/// Says to other processes that a database is open, on a file beside it: many may share it, a restore wants it alone.
final class FileLock: Sendable {
    enum Mode {
        case shared, exclusive
    }

    private let descriptor: Int32
    private let path: String
    /// Whether the file beside the database was made for this lock.
    private let isNew: Bool

    /// - Throws: `DatabaseFault.locked` when another process has it otherwise; `.readOnly` or `.unreachable` when the file
    ///   cannot be made.
    init(beside path: String, _ mode: Mode) throws {
        self.path = path + "-lock"
        isNew = access(self.path, F_OK) != 0
        descriptor = open(self.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
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

    /// Leaves no trace beside a file that turned out to be nothing of ours.
    func withdraw() {
        if isNew { unlink(path) }
        release()
    }
}
