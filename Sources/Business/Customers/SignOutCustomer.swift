import Database
import Essentials
import Secrets

/// Ends the session that a token opens. A token that opens none is fine: they are signed out.
public func signOutCustomer(_ token: SecretToken, in transaction: Transaction) throws {
    try transaction.run("DELETE FROM customer_session WHERE token = \(token.digest)")
}
