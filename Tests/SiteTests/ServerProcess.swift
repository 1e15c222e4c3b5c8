import Foundation
import Store
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The built command, running as a process of its own.
final class ServerProcess: Sendable {
    private struct State: @unchecked Sendable {
        let process: Process
        let errors: Pipe
    }

    private let state: Mutex<State>
    let address: String
    private let session: URLSession

    struct DidNotStart: Error, CustomStringConvertible {
        let description: String
    }

    /// Where the command was built: beside the bundle of the tests, or where the package builds by itself.
    static let executable: String? = {
        var folders: [String] = []
        for argument in CommandLine.arguments where argument.contains(".xctest") {
            var url = URL(fileURLWithPath: argument)
            while url.path.contains(".xctest") { url.deleteLastPathComponent() }
            folders.append(url.path)
        }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        folders.append(root.appendingPathComponent(".build/debug").path)
        return folders.map { "\($0)/plainsight" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Starts a server on a free port of this machine and returns when it answers.
    static func start(database: String, keyFile: String) async throws -> ServerProcess {
        guard let executable else { throw DidNotStart(description: "the command plainsight is not built") }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = ["serve", "--listen", "127.0.0.1:0"]
        process.environment = [
            "PLAINSIGHT_DATABASE": database, "PLAINSIGHT_KEY_FILE": keyFile, "PLAINSIGHT_LOG_LEVEL": "error",
        ]
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let address = try await announced(by: process, errors)
        let server = ServerProcess(process, errors, address)
        try await server.waitUntilReady()
        return server
    }

    private init(_ process: Process, _ errors: Pipe, _ address: String) {
        state = Mutex(State(process: process, errors: errors))
        self.address = address
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 30
        configuration.httpMaximumConnectionsPerHost = 16
        session = URLSession(configuration: configuration)
    }

    /// The address that the server says it answers at, on its standard error.
    private static func announced(by process: Process, _ errors: Pipe) async throws -> String {
        let handle = errors.fileHandleForReading
        let text: String = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var text = ""
                while !text.contains("answers at http://") || !text.hasSuffix("\n") {
                    let data = handle.availableData
                    if data.isEmpty { break }
                    text += String(decoding: data, as: UTF8.self)
                }
                continuation.resume(returning: text)
            }
        }
        // What it writes later is read and dropped, so that it never waits for a reader.
        handle.readabilityHandler = { if $0.availableData.isEmpty { $0.readabilityHandler = nil } }
        guard let start = text.range(of: "http://") else {
            process.terminate()
            throw DidNotStart(description: "the server did not start: \(text)")
        }
        let address = text[start.lowerBound...].prefix { !$0.isWhitespace }
        return address.hasSuffix("/") ? String(address.dropLast()) : String(address)
    }

    /// Asks until the server is ready; at most 200 times.
    private func waitUntilReady() async throws {
        for _ in 0..<200 where try await send("/health/ready")?.status == 200 { return }
        throw DidNotStart(description: "the server does not become ready")
    }

    /// Sends a request; nil when the connection broke.
    func send(
        _ path: String, method: String = "GET", headers: [String: String] = [:], body: String? = nil
    ) async throws -> (status: Int, body: Data)? {
        guard let url = URL(string: address + path) else { throw DidNotStart(description: "no address \(path)") }
        var request = URLRequest(url: url)
        request.httpMethod = method
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        request.httpBody = body.map { Data($0.utf8) }
        do {
            let (data, response) = try await session.data(for: request)
            return ((response as? HTTPURLResponse)?.statusCode ?? 0, data)
        } catch is URLError {
            return nil
        }
    }

    /// Ends the process without a word (SIGKILL).
    func kill() {
        state.withLock { _ = Foundation.kill($0.process.processIdentifier, SIGKILL) }
    }

    /// Asks the process to end (SIGTERM).
    func terminate() {
        state.withLock { $0.process.terminate() }
    }

    /// Returns when the process has ended, with its status.
    @discardableResult
    func waitUntilExit() async -> Int32 {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                let process = self.state.withLock { $0.process }
                process.waitUntilExit()
                continuation.resume(returning: process.terminationStatus)
            }
        }
    }

    deinit {
        state.withLock { state in
            if state.process.isRunning { _ = Foundation.kill(state.process.processIdentifier, SIGKILL) }
        }
        session.invalidateAndCancel()
    }
}
