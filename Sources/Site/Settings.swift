import Configuration
import Foundation
import Store
import SystemPackage

/// How one server runs: read once at start from the options of the command, the environment (`PLAINSIGHT_…`) and a JSON
/// file, in this order; nobody else reads any of them.
package struct Settings: Sendable {
    /// Where the records are.
    package var database: DatabaseAddress
    package var host: String
    package var port: Int
    /// The file that holds the master key.
    package var keyFile: String
    /// Whether browsers reach the server by HTTPS, through a proxy: cookies are then marked as secure.
    package var isSecure: Bool
    /// Whether a proxy of our own stands in front and says from which address a browser comes.
    package var isBehindProxy: Bool
    package var idleMinutes: Int
    package var sessionHours: Int
    /// Connections to PostgreSQL.
    package var connections: Int
    /// Where the figures of the running server are to be read, such as 127.0.0.1:9090; nil where nobody may.
    package var metrics: (host: String, port: Int)?
    package var logLevel: String
    /// The program that makes PDF of what is published; nil where there is none.
    package var weasyPrint: String?
    /// The program that makes pictures of infographics; nil where there is none.
    package var rsvgConvert: String?

    package static let defaultDatabase = "sqlite:data/plainsight.sqlite"

    /// Reads the settings. Throws `SettingsError`, whose text names the setting and what to do.
    ///
    /// - Parameter options: what the command line says, by the names used in the file: "database", "listen".
    package static func read(options: [String: String], environment: [String: String], file: String?) async throws
        -> Settings
    {
        var providers: [any ConfigProvider] = [
            InMemoryProvider(
                name: "options",
                values: Dictionary(
                    uniqueKeysWithValues: options.map {
                        (
                            AbsoluteConfigKey(["plainsight", $0.key]),
                            ConfigValue(.string($0.value), isSecret: $0.key == "database")
                        )
                    })),
            EnvironmentVariablesProvider(
                environmentVariables: environment, secretsSpecifier: .specific(["PLAINSIGHT_DATABASE"])),
        ]
        if let file {
            do {
                providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
            } catch {
                throw SettingsError(
                    "The settings file \(file) cannot be read: it must be a JSON object with a member \"plainsight\".")
            }
        }
        let reader = ConfigReader(providers: providers).scoped(to: "plainsight")
        let listen = reader.string(forKey: "listen", default: "127.0.0.1:8080")
        guard let address = hostAndPort(listen) else {
            throw SettingsError("listen: \(listen) is not an address: write HOST:PORT, such as 127.0.0.1:8080.")
        }
        let database: DatabaseAddress
        do {
            database = try DatabaseAddress(reader.string(forKey: "database", default: defaultDatabase))
        } catch {
            throw SettingsError("database: \(error)")
        }
        var metrics: (host: String, port: Int)?
        if let text = reader.string(forKey: "metrics-listen"), !text.isEmpty {
            guard let found = hostAndPort(text) else {
                throw SettingsError(
                    "metrics-listen: \(text) is not an address: write HOST:PORT, such as 127.0.0.1:9090.")
            }
            metrics = found
        }
        func number(_ key: ConfigKey, _ fallback: Int, _ range: ClosedRange<Int>) throws -> Int {
            let value = reader.int(forKey: key, default: fallback)
            guard range.contains(value) else {
                throw SettingsError("\(key): must lie between \(range.lowerBound) and \(range.upperBound).")
            }
            return value
        }
        return Settings(
            database: database, host: address.host, port: address.port,
            keyFile: reader.string(forKey: "key-file", default: "keys/plainsight.key"),
            isSecure: reader.bool(forKey: "secure", default: false),
            isBehindProxy: reader.bool(forKey: "behind-proxy", default: false),
            idleMinutes: try number("idle-minutes", 60, 5...720),
            sessionHours: try number("session-hours", 12, 1...72),
            connections: try number("connections", 8, 1...200), metrics: metrics,
            logLevel: reader.string(forKey: "log-level", default: "info"), weasyPrint: reader.string(forKey: "weasyprint"),
            rsvgConvert: reader.string(forKey: "rsvg-convert"))
    }

    private static func hostAndPort(_ text: String) -> (host: String, port: Int)? {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { return nil }
        let host = text[..<colon].trimmingCharacters(in: ["[", "]"])
        return host.isEmpty ? nil : (host, port)
    }
}

/// A setting that cannot be used, in words that name it.
package struct SettingsError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
