import Foundation
import Store

/// The databases on which a test can run.
package enum EngineKind: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqlite
    case postgres

    package var description: String { self == .sqlite ? "SQLite" : "PostgreSQL" }

    /// SQLite always; PostgreSQL when PLAINSIGHT_TEST_POSTGRES holds the address of a server on which databases may be
    /// made.
    package static let available: [EngineKind] = {
        guard postgresAddress == nil else { return [.sqlite, .postgres] }
        FileHandle.standardError.write(
            Data("PLAINSIGHT_TEST_POSTGRES is not set: the tests run on SQLite alone\n".utf8))
        return [.sqlite]
    }()

    static let postgresAddress: String? = ProcessInfo.processInfo.environment["PLAINSIGHT_TEST_POSTGRES"]
}
