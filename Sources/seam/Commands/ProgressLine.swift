import Foundation

/// One line on a terminal that says how far a long work is; silent where nobody watches.
struct ProgressLine {
    private let isWatched = isatty(STDERR_FILENO) == 1

    func show(_ text: String) {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text) …".utf8))
    }

    func clear() {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
