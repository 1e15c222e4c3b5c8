import CPostgres
import Dispatch
import Foundation
import Store

/// The test server itself, for what the store boundary rightly cannot do: making and dropping databases, and ending
/// the connections of others.
package enum PostgresServer {
    package struct Refused: Error, CustomStringConvertible {
        package let description: String
    }

    /// Runs one command on the database of PLAINSIGHT_TEST_POSTGRES, outside any transaction.
    package static func run(_ command: String) throws {
        guard let address = EngineKind.postgresAddress else {
            throw Refused(description: "PLAINSIGHT_TEST_POSTGRES is not set")
        }
        let connection = PQconnectdb(address)
        defer { PQfinish(connection) }
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        let result = PQexec(connection, command)
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
            throw Refused(description: PQerrorMessage(connection).map { String(cString: $0) } ?? "no answer")
        }
    }

    /// The same on a thread of its own, for work that takes long.
    static func runElsewhere(_ command: String) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global().async { continuation.resume(with: Result { try run(command) }) }
        }
    }

    /// Ends every connection to a database, as an administrator or a failure would.
    package static func endConnections(to address: DatabaseAddress) throws {
        try run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name(in: address))'")
    }

    static func address(ofDatabase name: String) throws -> DatabaseAddress {
        guard let text = EngineKind.postgresAddress, var parts = URLComponents(string: text) else {
            throw Refused(description: "PLAINSIGHT_TEST_POSTGRES is not an address")
        }
        parts.path = "/\(name)"
        return try DatabaseAddress(parts.string ?? "")
    }

    static func name(in address: DatabaseAddress) -> String {
        guard case .postgres(let text) = address.place, let parts = URLComponents(string: text) else { return "" }
        return String(parts.path.dropFirst())
    }
}
