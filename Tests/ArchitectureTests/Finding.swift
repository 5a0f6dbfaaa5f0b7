import Testing

/// One place that breaks a rule, and what to do instead.
struct Finding: Equatable, CustomStringConvertible {
    let path: String
    var line: Int?
    let message: String

    var description: String {
        path + (line.map { ":\($0)" } ?? "") + ": " + message
    }
}

/// Fails the test once for each finding, so that all of them are read in one run.
func expectNone(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
    for finding in findings { Issue.record("\(finding)", sourceLocation: sourceLocation) }
}
