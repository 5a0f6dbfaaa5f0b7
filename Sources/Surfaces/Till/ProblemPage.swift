import Web

/// Why nothing was done, with the way back.
struct ProblemPage: Page {
    let language: String
    let message: String
    let requestID: String

    init(_ problem: Problem, in language: String) {
        self.language = language
        message = problem.message
        requestID = problem.requestID
    }

    static let answers: Answers = ["message": \.message, "requestID": \.requestID]
}
