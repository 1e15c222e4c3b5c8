import Access
import Accounts
import Concerns
import Figures
import Foundation
import Kernel
import Partnerships
import Pathways
import PostgresStore
import Publications
import SQLiteStore
import Schema
import Store
import Subjects
import Visits

/// One installation put together: an engine, the vault, the journal, and the use cases of every feature.
package struct Installation: Sendable {
    package let engine: any Engine
    package let vault: Vault
    package let desk: Desk
    package let lists: CodeLists
    package let accounts: AccountDesk
    package let concerns: ConcernDesk
    package let visits: VisitDesk
    package let pathways: PathwayDesk
    package let courses: CourseDesk
    package let subjects: SubjectDesk
    package let figures: FigureDesk
    package let publications: PublicationDesk

    /// Opens the database, brings its schema and code lists up to date, and reads what every request needs.
    ///
    /// - Parameter passwords: the cost of a password's hash; tests pass a low one.
    package static func open(
        _ settings: Settings, world: World = .real, passwords: PasswordHasher, server: String = "server"
    ) async throws -> Installation {
        let engine = try openEngine(settings)
        do {
            try await Migrator(Migration.all).migrate(engine)
            if !(try await ReferenceLoader.isCurrent(in: engine)) { try await ReferenceLoader.load(into: engine) }
            let vault = try await vault(for: engine, keyFile: settings.keyFile, world: world)
            return try await assemble(
                engine: engine, vault: vault, world: world, passwords: passwords, server: server,
                account: AccountSettings(
                    idleSeconds: Int64(settings.idleMinutes) * 60, absoluteSeconds: Int64(settings.sessionHours) * 3600),
                printer: settings.weasyPrint.map { .weasyPrint(at: $0, world: world) },
                painter: settings.rsvgConvert.map { .rsvgConvert(at: $0, world: world) })
        } catch {
            await engine.close()
            throw error
        }
    }

    /// Loads the key file that this database was sealed with; makes one only for a database that has none yet.
    private static func vault(for engine: any Engine, keyFile: String, world: World) async throws -> Vault {
        @Sendable func remembered(_ transaction: any Transaction) throws -> String? {
            try transaction.value("SELECT fingerprint FROM vault_keys WHERE purpose = 'master'", as: String.self)
        }
        let known = try await engine.read { try remembered($0) }
        if known != nil, !FileManager.default.fileExists(atPath: keyFile) { throw KeyFileError.missing(keyFile) }
        let vault = try KeyFile.load(path: keyFile, world: world)
        let fingerprint = vault.fingerprint
        if let known {
            guard known == fingerprint else { throw KeyFileError.notThisDatabase(keyFile) }
            return vault
        }
        let settled = try await engine.write { transaction in
            try transaction.run(
                "INSERT INTO vault_keys (purpose, fingerprint) VALUES ('master', \(fingerprint)) ON CONFLICT DO NOTHING")
            return try remembered(transaction)
        }
        guard settled == fingerprint else { throw KeyFileError.notThisDatabase(keyFile) }
        return vault
    }

    /// Puts the use cases together over an engine whose schema is up to date.
    package static func assemble(
        engine: any Engine, vault: Vault, world: World, passwords: PasswordHasher, server: String,
        account: AccountSettings = AccountSettings(), printer: DocumentPrinter? = nil, painter: SheetPainter? = nil
    ) async throws -> Installation {
        let journal = Journal(engine: engine, vault: vault, world: world, server: server)
        let desk = Desk(engine: engine, vault: vault, world: world, journal: journal)
        let lists = try await desk.readOffice { try $0.codeLists() }
        let indicators = try ReferenceData.indicators
        let catalogue = IndicatorCatalogue(
            indicators.map { .init(code: $0.code, set: $0.set, text: $0.text, weight: $0.weight) })
        let figures = FigureDesk(desk: desk, lists: lists)
        return Installation(
            engine: engine, vault: vault, desk: desk, lists: lists,
            accounts: AccountDesk(
                desk: desk, passwords: passwords, commonPasswords: ReferenceData.commonPasswords, settings: account),
            concerns: ConcernDesk(desk: desk, lists: lists, indicators: catalogue),
            visits: VisitDesk(
                desk: desk, lists: lists, powers: try PowersOfEntry.shipped(),
                questions: ScreeningQuestions.shipped(indicators)),
            pathways: PathwayDesk(
                desk: desk, lists: lists, bodies: try .shipped(), indicators: catalogue,
                helpline: try [HelplineNumber].shipped().first { $0.code == "modern-slavery" }),
            courses: CourseDesk(desk: desk, lists: lists, rules: try .shipped()),
            subjects: SubjectDesk(desk: desk, lists: lists), figures: figures,
            publications: PublicationDesk(desk: desk, figures: figures, lists: lists, printer: printer, painter: painter))
    }

    package static func openEngine(_ settings: Settings) throws -> any Engine {
        switch settings.database.place {
        case .sqlite(let path): try SQLiteEngine(path: path)
        case .postgres(let address): try PostgresEngine(address: address, connections: settings.connections)
        }
    }
}
