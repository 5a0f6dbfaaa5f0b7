import Foundation

/// What the server holds in memory when everybody has gone home.
func measureIdleMemory(on stage: Stage) -> Figure {
    // It gives back what it no longer needs every twenty seconds.
    sleep(30)
    guard let figures = stage.server.figures else { return Figure(.memory, measured: "not told by this system") }
    var figure = Figure(
        .memory, measured: "\((Double(figures.residentBytes) / 1_048_576).rounded().shown) MB",
        isReached: figures.residentBytes < 350 * 1_048_576)
    figure.use = Figure.Use(serverMemoryBytes: figures.residentBytes)
    return figure
}
