/// What was asked for has another address now.
struct Moved: Error {
    let path: String

    init(to path: String) {
        self.path = path
    }
}
