import Foundation

/// One line on a terminal that says how far a long work is; silent where nobody watches.
struct Progress {
    private let isWatched = isatty(STDERR_FILENO) == 1

    func show(_ rows: Int) {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\r\(rows.formatted()) rows …".utf8))
    }

    func clear() {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
