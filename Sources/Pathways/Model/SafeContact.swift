import Kernel
import Store

/// How somebody can be reached without harm. Sealed in the compartment of safe addresses.
package struct SafeContact: Sendable, Hashable, Codable {
    package var phone: String
    package var email: String
    package var address: String
    /// When it is safe, in their own words, such as "weekdays while he is at work".
    package var times: String
    /// The hours between which it is safe, `09:00` and `15:00`; empty where there are none.
    package var from: String
    package var until: String
    /// What is said first, so that they know who it is.
    package var codeWord: String
    /// What must never be said or sent.
    package var warnings: String

    package init(
        phone: String = "", email: String = "", address: String = "", times: String = "", from: String = "", until: String = "",
        codeWord: String = "", warnings: String = ""
    ) {
        self.phone = phone
        self.email = email
        self.address = address
        self.times = times
        self.from = from
        self.until = until
        self.codeWord = codeWord
        self.warnings = warnings
    }
}
