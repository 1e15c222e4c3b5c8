import ArgumentParser
import Foundation
import Logging
import Site
import Store

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the web site and the API until it is told to stop.")

    @OptionGroup var options: DatabaseOptions
    @Option(name: .long, help: "HOST:PORT to listen on (default: 127.0.0.1:8080).")
    var listen: String?
    @Option(
        name: .long, help: "HOST:PORT where the server's own figures are read in Prometheus text (default: nowhere).")
    var metricsListen: String?

    func run() async throws {
        var more: [String: String] = [:]
        if let listen { more["listen"] = listen }
        if let metricsListen { more["metrics-listen"] = metricsListen }
        var settings = try await options.read(more)
        settings.weasyPrint = OutsideProgram.find("weasyprint", variable: "PLAINSIGHT_WEASYPRINT")?.path ?? settings.weasyPrint
        settings.rsvgConvert = OutsideProgram.find("rsvg-convert", variable: "PLAINSIGHT_RSVG_CONVERT")?.path ?? settings.rsvgConvert
        let level = Logger.Level(rawValue: settings.logLevel) ?? .info
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        var logger = Logger(label: "plainsight")
        logger.logLevel = level
        do {
            try await Server.run(settings, logger: logger) { note($0) }
        } catch let error as StoreError {
            throw CommandFailure("The database \(settings.database) cannot be used: \(error)")
        }
    }
}
