import Access
import Concerns
import Foundation
import Kernel
import Partnerships
import Site
import Store
import Subjects

/// Asks, and counts what the asking costs and whether the answers are right.
struct LookUpMeasure {
    struct Row: Encodable {
        let what: String
        let asked: Int
        let right: Int
        let meanMilliseconds: Double
        let worstMilliseconds: Double
    }

    let installation: Installation
    let places: [InventedMentions.Place]
    private(set) var rows: [Row] = []

    init(installation: Installation, places: [InventedMentions.Place]) {
        self.installation = installation
        self.places = places
    }

    private static let kinds: [MentionedKind] = [.person, .phone, .vehicle, .premises]

    private func viewer(_ member: Int, of place: InventedMentions.Place) -> Viewer {
        Viewer(
            person: place.people[member], name: "Somebody", organisation: place.members[member], organisationName: "A member",
            partnership: place.id, roles: [member == 0 ? .coordinator : .member], town: nil, agreementInForce: true, request: "benchmark")
    }

    // MARK: Looking up

    mutating func lookUps(_ count: Int) async throws {
        var chance = Chance(state: 11)
        for kind in Self.kinds {
            var inside: [Sample] = []
            var blind: [Sample] = []
            var unknown: [Sample] = []
            // The first few prepare the statements.
            for number in -20..<count {
                let place = places[(number + 20) % min(places.count, 2)]
                let told = unusual(kind, in: place, &chance)
                let own = try await insideCircle(told, kind, place)
                let other = try await blindly(told, kind, place, &chance)
                let nothing = try await notKnown(told, kind, place)
                if number < 0 { continue }
                inside.append(own)
                blind.append(other)
                unknown.append(nothing)
            }
            add("\(kind.rawValue), in the circle", inside)
            add(kind == .person ? "person, outside: told nothing" : "\(kind.rawValue), blind answer", blind)
            add("\(kind.rawValue), not known", unknown)
        }
        try await shared(count / 4, &chance)
    }

    private func insideCircle(
        _ told: InventedMentions.Told, _ kind: MentionedKind, _ place: InventedMentions.Place
    ) async throws -> Sample {
        let member = place.members.firstIndex(of: told.source) ?? 1
        return try await sample(told.draft(kind, on: day), viewer(member, of: place)) { known in
            known.mentions.contains { $0.line.source == .concern(told.concern) }
        }
    }

    private func blindly(
        _ told: InventedMentions.Told, _ kind: MentionedKind, _ place: InventedMentions.Place, _ chance: inout Chance
    ) async throws -> Sample {
        let others = place.members.indices.filter { $0 > 0 && !told.circle.contains(place.members[$0]) }
        return try await sample(told.draft(kind, on: day), viewer(others[chance.below(others.count)], of: place)) { known in
            let shows = known.mentions.contains { $0.line.source == .concern(told.concern) }
            let tells = known.notices.contains { $0.notice.holder == told.source }
            return !shows && (kind == .person ? known.notices.isEmpty : tells)
        }
    }

    private func notKnown(
        _ told: InventedMentions.Told, _ kind: MentionedKind, _ place: InventedMentions.Place
    ) async throws -> Sample {
        let nobody = InventedMentions.Told(
            concern: told.concern, source: told.source, circle: told.circle, person: "Xuhuxu Jyjyjoj", phone: "0770090099999999",
            vehicle: "QI999999QQ", address: "7 Nowhere Wharf", postcode: "ZZ1 1ZZ", day: told.day)
        let member = place.members.firstIndex(of: told.source) ?? 1
        return try await sample(nobody.draft(kind, on: day), viewer(member, of: place)) { $0.isEmpty }
    }

    /// The number that one record in twenty has.
    private mutating func shared(_ count: Int, _ chance: inout Chance) async throws {
        var samples: [Sample] = []
        for number in 0..<count {
            let place = places[number % min(places.count, 2)]
            var draft = ConcernDraft(receivedOn: day)
            draft.mentions = [MentionDraft(kind: "phone", value: "0770090000000000")]
            samples.append(
                try await sample(draft, viewer(1 + chance.below(place.members.count - 1), of: place)) {
                    !$0.mentions.isEmpty && !$0.notices.isEmpty
                })
        }
        add("phone of one record in twenty", samples)
    }

    private var day: Day { installation.desk.world.now().day }

    private func unusual(_ kind: MentionedKind, in place: InventedMentions.Place, _ chance: inout Chance) -> InventedMentions.Told {
        while true {
            let told = place.told[chance.below(place.told.count)]
            if told.isUnusual(kind, in: place, installation.vault) { return told }
        }
    }

    // MARK: What is seen more than once

    mutating func hotSpots() async throws {
        for kind in [MentionedKind.phone, .vehicle, .premises] {
            for member in [0, 1] {
                let place = places[0]
                let viewer = viewer(member, of: place)
                let counted = try await counted(kind, place, member == 0 ? nil : place.members[member])
                var samples: [Sample] = []
                for _ in 0..<10 {
                    samples.append(
                        try await measured {
                            try await installation.desk.read(as: viewer, Consultation("list-hot-spots", "subject_mentions")) {
                                try $0.hotSpots(kind).map { "\($0.mention) \($0.records) \($0.lastOn.iso)" }
                            }
                        } isRight: {
                            $0 == counted
                        })
                }
                add("\(kind.plural.lowercased()) seen more than once, \(member == 0 ? "coordinator" : "member")", samples)
            }
        }
    }

    /// The same counted without help.
    private func counted(_ kind: MentionedKind, _ place: InventedMentions.Place, _ member: ID<Organisation>?) async throws -> [String] {
        try await installation.engine.read { transaction in
            try transaction.rows(
                """
                SELECT MIN(m.id), COUNT(DISTINCT m.concern_id), MAX(m.noted_on)
                FROM mention_marks k JOIN subject_mentions m ON m.id = k.mention_id
                WHERE k.partnership_id = \(place.id) AND k.kind = \(kind) AND k.is_exact = 1 AND (\(member == nil) = 1 OR EXISTS
                    (SELECT 1 FROM circles c WHERE c.concern_id = m.concern_id AND c.organisation_id = \(member)))
                GROUP BY k.mark HAVING COUNT(DISTINCT m.concern_id) > 1 ORDER BY 2 DESC, 3 DESC, 1 LIMIT 50
                """
            ) { row in "\(try row.next(String.self)) \(try row.next(Int.self)) \(try row.next(String.self))" }
        }
    }

    // MARK: Counting

    private struct Sample {
        let seconds: Double
        let isRight: Bool
    }

    private func sample(
        _ draft: ConcernDraft, _ viewer: Viewer, _ isRight: (KnownAlready) -> Bool
    ) async throws -> Sample {
        try await measured {
            try await installation.subjects.lookUp(draft, by: viewer)
        } isRight: {
            isRight($0)
        }
    }

    private func measured<Answer>(_ body: () async throws -> Answer, isRight: (Answer) -> Bool) async throws -> Sample {
        let connections = try await connectionSeconds()
        let start = ProcessUse().cpuSeconds
        let answer = try await body()
        let own = ProcessUse().cpuSeconds - start
        return Sample(seconds: own + (try await connectionSeconds()) - connections, isRight: isRight(answer))
    }

    private mutating func add(_ what: String, _ samples: [Sample]) {
        rows.append(
            Row(
                what: what, asked: samples.count, right: samples.count(where: \.isRight),
                meanMilliseconds: samples.map(\.seconds).reduce(0, +) / Double(max(1, samples.count)) * 1_000,
                worstMilliseconds: (samples.map(\.seconds).max() ?? 0) * 1_000))
    }

    /// The processor seconds of the processes that PostgreSQL keeps for the connections to this database.
    private func connectionSeconds() async throws -> Double {
        if installation.engine.dialect == .sqlite { return 0 }
        let processes = try await installation.engine.read { transaction in
            try transaction.rows("SELECT pid FROM pg_stat_activity WHERE datname = current_database()") { try $0.next(Int.self) }
        }
        return try processes.reduce(0) { sum, process in
            // Nanoseconds on a processor, as the operating system counts them.
            let path = "/proc/\(process)/schedstat"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            guard let nanoseconds = text.split(separator: " ").first.flatMap({ Double($0) }) else { throw Unreadable(path: path) }
            return sum + nanoseconds / 1_000_000_000
        }
    }

    /// What the operating system counts could not be read, so that no figure can be given.
    private struct Unreadable: Error, CustomStringConvertible {
        let path: String

        var description: String { "\(path) does not say how long the process ran" }
    }
}
