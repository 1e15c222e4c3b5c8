import Access
import Kernel
import Store

/// Founds partnerships and takes organisations into them: the operator's work before anybody can sign in.
package struct FoundPartnership: Sendable {
    private let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// Addresses that the site needs itself.
    package static let reserved: Set<String> = [
        "sign-in", "sign-out", "account", "partnerships", "report", "help", "accessibility", "privacy", "api", "assets",
        "health", "metrics", "published",
    ]

    package static func problems(slug: String, name: String, prefix: String) -> [Problem] {
        var problems: [Problem] = []
        let isSlug = slug.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        if !isSlug || !(2...40).contains(slug.utf8.count) || slug.hasPrefix("-") {
            problems.append(Problem("slug", "Use 2 to 40 small letters, digits and hyphens, such as sandwell"))
        }
        if reserved.contains(slug) {
            problems.append(Problem("slug", "The site uses this word itself: choose another"))
        }
        if name.isEmpty || name.count > 200 {
            problems.append(Problem("name", "Give the partnership’s name, up to 200 characters"))
        }
        let isPrefix = prefix.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        if !isPrefix || !(1...6).contains(prefix.utf8.count) {
            problems.append(Problem("prefix", "Use 1 to 6 capital letters, such as SW: references begin with it"))
        }
        return problems
    }

    /// Founds a partnership without members. A slug that exists already is a problem.
    package func found(slug: String, name: String, prefix: String, agreement: String) async throws -> Outcome<
        ID<Partnership>
    > {
        let problems = FoundPartnership.problems(slug: slug, name: name, prefix: prefix)
        guard problems.isEmpty else { return .refused(problems) }
        let id: ID<Partnership> = desk.world.newID()
        return try await desk.changeOffice { office in
            guard try office.partnership(slug: slug) == nil else {
                return .refused([Problem("slug", "A partnership of this name exists already")])
            }
            try office.run(
                """
                INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                    requires_second_factor, is_demonstration, scoping_hours, sharing_agreement, created_at)
                VALUES (\(id), \(slug), \(name), \(prefix), 1, 1, 0, 0, 24, \(agreement), \(office.moment))
                """)
            office.journal(
                "found-partnership", "partnership", id.text, by: nil, of: id, event: .collection, request: "command")
            return .done(id)
        }
    }

    /// Takes an organisation into a partnership, or back into it; one that is known by this name already keeps its record.
    /// Says whether it was no member before.
    package func admit(organisation name: String, kind: String, into partnership: ID<Partnership>) async throws
        -> Outcome<Bool>
    {
        let lists = try await desk.readOffice { try $0.codeLists() }
        return try await PartnershipDesk(desk: desk, lists: lists).admit(
            NewMember(name: name, kind: kind), by: .operator(of: partnership, request: "command"), key: nil)
    }
}
