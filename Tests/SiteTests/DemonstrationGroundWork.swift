import Access
import Accounts
import Foundation
import HTTPTypes
import Kernel
import Store
import TestSupport
import Testing

@testable import Site

/// The demonstration installed once, and what a test has to know of it.
struct InstalledDemonstration: Sendable {
    let site: SiteUnderTest
    /// By email address.
    let people: [String: ID<Person>]
    /// What is sealed in it of potential victims and of reporters: names and ways to reach them.
    let names: [String]
    /// Where somebody is safe.
    let addresses: [String]

    /// Runs a test on the demonstration, on a database of its own.
    static func run(_ kind: EngineKind, _ body: @escaping @Sendable (InstalledDemonstration) async throws -> Void)
        async throws
    {
        try await withDatabase(kind) { engine in
            let vault = try SiteUnderTest.vault()
            _ = try await Demonstration.install(on: engine, vault: vault) { _ in "scrypt$2$1$1$AAAA$AAAA" }
            // The day after the demonstration's year.
            let clock = TestWorld(at: Moment(day: try #require(Day("2020-04-01")), hour: 9))
            try await SiteUnderTest.run(over: engine, vault: vault, clock: clock, isDemonstration: true) { site in
                let people = try await engine.read { transaction in
                    try transaction.rows("SELECT email, id FROM people") { row in
                        (try row.next(String.self), try row.next(ID<Person>.self))
                    }
                }
                let names = try await opened([.victims, .reporters], engine, vault)
                #expect(names.count > 5, "the demonstration seals hardly a name: \(names.count)")
                try await body(
                    InstalledDemonstration(
                        site: site, people: Dictionary(uniqueKeysWithValues: people), names: names,
                        addresses: try await opened([.safeAddresses], engine, vault)))
            }
        }
    }

    /// Everything sealed in some compartments, opened.
    static func opened(_ compartments: Set<Compartment>, _ engine: any Engine, _ vault: Vault) async throws -> [String] {
        let rows = try await engine.read { transaction in
            try transaction.rows("SELECT record_id, field, compartment, sealed FROM sealed_values") { row in
                (
                    try row.next(String.self), try row.next(String.self), try row.next(String.self),
                    try row.next([UInt8].self)
                )
            }
        }
        var texts: Set<String> = []
        for (record, field, name, sealed) in rows where field != "last_reason" {
            let compartment = try #require(Compartment(rawValue: name))
            guard compartments.contains(compartment) else { continue }
            texts.insert(
                try vault.openText(sealed, compartment: compartment, at: Vault.Place(record: record, field: field)))
        }
        return texts.filter { $0.utf8.count >= 5 }.sorted()
    }

    func signIn(_ email: String) async throws -> SiteUnderTest.Session {
        try await site.signIn(try #require(people[email], "\(email) is not there"))
    }

    /// The first of the sealed names that stands in these bytes.
    func sealedName(in bytes: [UInt8]) -> String? { names.first { bytes.holds($0) } }

    /// The first of the safe addresses that stands in these bytes.
    func safeAddress(in bytes: [UInt8]) -> String? { addresses.first { bytes.holds($0) } }
}

extension [UInt8] {
    /// Whether this text stands somewhere in the bytes.
    func holds(_ text: String) -> Bool {
        let needle = Array(text.utf8)
        return withUnsafeBytes { bytes in
            needle.withUnsafeBytes { needle in
                guard var start = bytes.baseAddress, let wanted = needle.baseAddress, !needle.isEmpty else { return false }
                var left = bytes.count
                while left >= needle.count, let found = memchr(start, Int32(needle[0]), left - needle.count + 1) {
                    if memcmp(found, wanted, needle.count) == 0 { return true }
                    let next = UnsafeRawPointer(found).advanced(by: 1)
                    left -= start.distance(to: next)
                    start = next
                }
                return false
            }
        }
    }
}

/// Follows every link of our own from page to page, at most so many of one kind.
struct Crawl {
    struct Page: Sendable {
        let path: String
        /// The address with its identifiers left out.
        let pattern: String
        let answer: SiteUnderTest.Answer
        /// The page on which the link was found.
        let from: String
    }

    let site: SiteUnderTest
    let session: SiteUnderTest.Session?
    let most: Int

    func pages(from starts: [String]) async throws -> [Page] {
        var seen: [String: Int] = [:]
        var asked: Set<String> = []
        var waiting = starts.map { ($0, "the start") }
        var pages: [Page] = []
        while let (path, from) = waiting.popLast() {
            let pattern = Crawl.pattern(path)
            guard asked.insert(path).inserted, seen[pattern, default: 0] < most else { continue }
            seen[pattern, default: 0] += 1
            let answer = try await site.get(path, as: session)
            pages.append(Page(path: path, pattern: pattern, answer: answer, from: from))
            if let location = answer.headers[.location], location.hasPrefix("/") { waiting.append((location, path)) }
            guard answer.type.hasPrefix("text/html") else { continue }
            for link in PageReader(answer.bytes).links where link.hasPrefix("/") && !link.hasPrefix("//") {
                waiting.append((String(link.prefix { $0 != "#" }), path))
            }
        }
        return pages
    }

    /// An address without its identifiers, its cursor and its values.
    static func pattern(_ path: String) -> String {
        let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let segments = parts[0].split(separator: "/", omittingEmptySubsequences: false).map { segment in
            ID<Concern>(segment) == nil ? segment.hasPrefix("assets") ? "assets" : String(segment) : ":id"
        }
        let names = (parts.count > 1 ? parts[1] : "").split(separator: "&").map { field in
            String(field.prefix { $0 != "=" })
        }
        return segments.joined(separator: "/") + (names.isEmpty ? "" : "?" + names.joined(separator: "&"))
    }
}
