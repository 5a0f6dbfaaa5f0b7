import Essentials
import Web

/// Why nothing was done, with the way back.
struct ProblemPage: Page {
    let language: String
    let status: Int
    let message: String
    let requestID: String

    init(_ problem: Problem, in language: String) {
        self.language = language
        status = problem.status.code
        message = problem.message
        requestID = problem.requestID
    }

    static let answers: Answers = [
        "status": \.status, "message": \.message, "requestID": \.requestID, "isSignedOut": { $0.status == 401 },
        "is": { Chosen(String($0.status)) },
    ]
}
