import Access
import Concerns
import Kernel
import Partnerships
import Schema
import Store

/// Fills a database with concerns that each mention a person, a telephone, a vehicle and premises, all invented, with the keys that
/// the product makes of them.
///
/// Half of the numbers, marks and addresses stand in one record alone, most others in a few, and one number of each partnership in
/// one record out of twenty, as that of a hostel does.
struct InventedMentions {
    /// One partnership as it was filled.
    struct Place: Sendable {
        let id: ID<Partnership>
        let members: [ID<Organisation>]
        let people: [ID<Person>]
        /// What was filled in, for the partnerships that are asked about.
        var told: [Told] = []
        /// How many mentions share a key.
        var shared: [String: Int] = [:]
    }

    /// One concern.
    struct Told: Sendable {
        let concern: ID<Concern>
        let source: ID<Organisation>
        let circle: Set<ID<Organisation>>
        let person: String
        let phone: String
        let vehicle: String
        let address: String
        let postcode: String
        let day: Day

        /// The same written otherwise.
        func draft(_ kind: MentionedKind, on day: Day) -> ConcernDraft {
            var draft = ConcernDraft(receivedOn: day)
            switch kind {
            case .phone: draft.mentions = [MentionDraft(kind: "phone", value: "+44 \(phone.dropFirst())")]
            case .vehicle: draft.mentions = [MentionDraft(kind: "vehicle", value: vehicle.lowercased())]
            case .premises:
                draft.place = address.uppercased()
                draft.postcode = postcode.lowercased()
            default: draft.mentions = [MentionDraft(kind: "person", name: person)]
            }
            return draft
        }

        /// Whether no more mentions share any key of it than an answer has room for.
        func isUnusual(_ kind: MentionedKind, in place: Place, _ vault: Vault) -> Bool {
            draft(kind, on: day).indexedMentions.allSatisfy { mention in
                mention.marks(vault).allSatisfy { place.shared[$0.mark, default: 0] <= 20 }
            }
        }
    }

    let engine: any Engine
    let vault: Vault
    let world: World
    let mentions: Int
    let partnerships: Int
    /// In so many partnerships questions will be asked.
    let asked = 2

    private static let members = 12
    private static let batch = 1_000

    func fill() async throws -> [Place] {
        var places: [Place] = []
        var chance = Chance(state: 7)
        let each = mentions / 4 / partnerships
        for number in 0..<partnerships {
            var place = try await found(number)
            var ids = IDSequence(at: world.now(), seed: world.randomBytes(16))
            for start in stride(from: 0, to: each, by: Self.batch) {
                let told = (start..<min(start + Self.batch, each)).map { tell($0, of: each, place, &ids, &chance) }
                try await write(told, start: start, &place, &ids, remembers: number < asked)
            }
            places.append(place)
        }
        try await engine.write { transaction in
            try transaction.run(Migration.countRepeatedMarks)
            // PostgreSQL does this by itself after a while; SQLite is never told.
            if transaction.dialect != .sqlite { try transaction.run("ANALYZE") }
        }
        return places
    }

    private func found(_ number: Int) async throws -> Place {
        let world = world
        let place = Place(
            id: world.newID(), members: (0..<Self.members).map { _ in world.newID() }, people: (0..<Self.members).map { _ in world.newID() }
        )
        try await engine.write { transaction in
            try transaction.run(
                """
                INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                    requires_second_factor, is_demonstration, scoping_hours, sharing_agreement, created_at)
                VALUES (\(place.id), \("force-\(number)"), \("Force \(number)"), 'F', 1, 1, 0, 0, 48, '', 0)
                """)
            for (position, (member, person)) in zip(place.members, place.people).enumerated() {
                let name = "Member \(position) of force \(number)"
                try transaction.run(
                    """
                    INSERT INTO organisations (id, name, name_key, kind, is_enforcement)
                    VALUES (\(member), \(name), \(name.lowercased()), 'other', 0)
                    """)
                try transaction.run(
                    """
                    INSERT INTO partnership_members (partnership_id, organisation_id, position, joined_on)
                    VALUES (\(place.id), \(member), \(position), '2019-01-01')
                    """)
                try transaction.run(
                    """
                    INSERT INTO people (id, organisation_id, name, email, email_key, created_at)
                    VALUES (\(person), \(member), \("Contact \(position)"), \(person), \(person), \(world.now()))
                    """)
                try transaction.run(
                    """
                    INSERT INTO roles (person_id, partnership_id, role, granted_at)
                    VALUES (\(person), \(place.id), \(position == 0 ? "coordinator" : "member"), 0)
                    """)
            }
        }
        return place
    }

    private func tell(_ number: Int, of each: Int, _ place: Place, _ ids: inout IDSequence, _ chance: inout Chance) -> Told {
        /// A number that half of the time is its own and otherwise one of few.
        func drawn() -> Int { chance.below(2) == 0 ? each + number : chance.below(max(1, each / 4)) }
        func digits(_ value: Int, _ count: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let source = 1 + chance.below(place.members.count - 1)
        let other = chance.below(3) == 0 ? [place.members[1 + chance.below(place.members.count - 1)]] : []
        // Longer than any number that is given out, and marks and postcodes that are not.
        let phone = chance.below(20) == 0 ? "0770090000000000" : "07700900\(digits(drawn(), 8))"
        let house = drawn()
        return Told(
            concern: ids.next(), source: place.members[source], circle: Set([place.members[source]] + other), person: chance.person(),
            phone: phone, vehicle: "QI\(digits(drawn(), 6))Q", address: "\(house % 200 + 1) Anvil \(house / 200) Street",
            postcode: "ZZ\(house % 90 + 10) \(house % 10)QQ",
            day: Day("20\(15 + number % 6)-0\(number % 9 + 1)-1\(number % 10)") ?? world.now().day)
    }

    private func write(_ told: [Told], start: Int, _ place: inout Place, _ ids: inout IDSequence, remembers: Bool) async throws {
        var rows = Rows(partnership: place.id)
        for (offset, one) in told.enumerated() {
            let number = start + offset
            rows.add(one, reference: "F-\(number)")
            for (position, (kind, value)) in [("person", ""), ("phone", one.phone), ("vehicle", one.vehicle)].enumerated() {
                let id = ids.next(Mention.self)
                rows.addWord(id, of: one, kind, value, position)
                if let mention = MatchKeys.mention(kind: kind, value: value, name: one.person, field: id.text) {
                    let marks = mention.marks(vault)
                    rows.add(mention, id, marks, of: one, subject: number % 20 == 0 ? ids.next(Subject.self) : nil)
                    if remembers { for mark in marks { place.shared[mark.mark, default: 0] += 1 } }
                }
            }
            if let mention = MatchKeys.premises(one.address, postcode: one.postcode, field: "place") {
                let marks = mention.marks(vault)
                rows.add(mention, ids.next(), marks, of: one, subject: nil)
                if remembers { for mark in marks { place.shared[mark.mark, default: 0] += 1 } }
            }
        }
        if remembers { place.told += told }
        let written = rows
        try await engine.write { try written.write($0) }
    }
}

/// Chance that is the same each time (SplitMix64).
struct Chance {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((word ^ (word >> 31)) % UInt64(bound))
    }

    /// A name that nobody has.
    mutating func person() -> String {
        let (starts, ends) = (
            ["Za", "Mi", "Quo", "Tre", "Ba", "Ny", "Dro", "Vel", "Ska", "Pi"], ["rin", "lod", "vash", "mek", "dun", "tis"]
        )
        func word(_ chance: inout Chance, _ parts: Int) -> String {
            let middle = (0..<parts).map { _ in starts[chance.below(starts.count)].lowercased() }.joined()
            return starts[chance.below(starts.count)] + middle + ends[chance.below(ends.count)]
        }
        return "\(word(&self, 1)) \(word(&self, 2))"
    }
}
