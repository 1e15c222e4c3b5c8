import Access
import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import ServiceLifecycle
import Store
import Subjects

/// The running server: answers requests until it is told to stop, finishes what is under way, and closes the database.
package enum Server {
    package static func run(_ settings: Settings, logger: Logger, announce: @escaping @Sendable (String) -> Void)
        async throws
    {
        let world = World.real
        let installation = try await Installation.open(
            settings, world: world, passwords: PasswordHasher(world: world), server: serverName())
        let isDemonstration =
            try await installation.desk.readOffice { office in
                try office.value("SELECT COUNT(*) FROM partnerships WHERE is_demonstration = 1", as: Int.self) ?? 0
            } > 0
        let counts = RequestCounts()
        let router = try SiteRouter(
            installation: installation, isSecure: settings.isSecure, isBehindProxy: settings.isBehindProxy,
            isDemonstration: isDemonstration, counts: counts
        ).router()
        var services: [any Service] = [
            Upkeep(installation: installation, logger: logger), SessionNotes(accounts: installation.accounts, world: world),
            ComparisonService(subjects: installation.subjects, logger: logger),
        ]
        if let metrics = settings.metrics {
            let metricsRouter = Router()
            metricsRouter.get("metrics") { _, _ in
                Response(
                    status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                    body: ResponseBody(byteBuffer: ByteBuffer(string: counts.text)))
            }
            services.append(
                Application(
                    router: metricsRouter,
                    configuration: .init(address: .hostname(metrics.host, port: metrics.port)), logger: logger))
        }
        let application = Application(
            router: router,
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
            services: services,
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? settings.port
                announce("Plainsight answers at http://\(settings.host):\(port)/")
            }, logger: logger)
        do {
            try await application.runService()
        } catch {
            await installation.engine.close()
            throw error
        }
        // What cannot be written makes sessions end earlier, and is no reason not to stop.
        try? await installation.accounts.writeUses()
        await installation.engine.close()
    }

    private static func serverName() -> String {
        World.real.newID(Server.self).text
    }
}

/// Removes what has run out: sessions, old keys of repeated requests, rate limits.
struct Upkeep: Service {
    let installation: Installation
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await installation.accounts.sweep()
                    let old = installation.desk.world.now().adding(days: -30)
                    try await installation.desk.changeOffice { office in
                        try office.run("DELETE FROM idempotency_keys WHERE created_at < \(old)")
                    }
                } catch is CancellationError {
                    return
                } catch {
                    logger.warning("upkeep failed", metadata: ["kind": .string(String(describing: type(of: error)))])
                }
                do { try await Task.sleep(for: .seconds(600)) } catch { return }
            }
        }
    }
}

/// Writes down, at the start of each minute, which sessions were in use in the one before.
struct SessionNotes: Service {
    let accounts: AccountDesk
    let world: World

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while true {
                let left = 60_000_000 - world.now().microseconds % 60_000_000
                do { try await Task.sleep(for: .microseconds(left)) } catch { return }
                // What cannot be written is tried again with the next request, or a minute later.
                try? await accounts.writeUses()
            }
        }
    }
}

/// Makes the blind comparisons of which both files are here, one after another, and removes results whose time is over.
struct ComparisonService: Service {
    let subjects: SubjectDesk
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                var pause = Duration.seconds(3)
                do {
                    try await subjects.matchComparisons()
                    try await subjects.endComparisons()
                } catch is CancellationError {
                    return
                } catch {
                    pause = .seconds(60)
                    logger.warning("comparison failed", metadata: ["kind": .string(String(describing: type(of: error)))])
                }
                do { try await Task.sleep(for: pause) } catch { return }
            }
        }
    }
}
