#if canImport(Glibc)
    import Glibc

    /// `int malloc_trim(size_t pad)`, which Swift's module of the C library leaves out.
    private let trim = dlsym(nil, "malloc_trim").map { unsafeBitCast($0, to: (@convention(c) (Int) -> CInt).self) }
#endif

/// Now and then gives memory that nothing uses any more back to the system, until the task is cancelled.
///
/// The C library keeps what was freed for the next need; after a rush of thousands of open pages that is more than the shop
/// works with. Elsewhere than on Linux the system sees to it.
func giveBackMemory() async {
    while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(20))
        #if canImport(Glibc)
            _ = trim?(0)
        #endif
    }
}
