import Access
import Foundation
import Kernel

/// One person's token in one partnership, asking the interface for everything.
struct InterfaceWalk: Sendable {
    let site: SiteUnderTest
    let token: String
    let world: CaseWorld
    let oracle: PolicyOracle
    let place: CaseWorld.Place
    /// Nil where the person has no role here: then the token is good for nothing.
    let actor: PolicyOracle.Actor?
    private let findings = Findings()

    private struct List: Decodable {
        struct Item: Decodable {
            let id: String
        }
        let items: [Item]
        let next: String?
    }

    private struct Dashboard: Decodable {
        struct Total: Decodable {
            let total: Int
        }
        let concerns: Total
        let visits: Total
        let interventions: Total
        let screened: Total
    }

    private var about: String { "\(actor.map(\.description) ?? "somebody without a role") in \(place.slug)" }

    private func ask(_ path: String, _ marks: Set<String>) async throws -> SiteUnderTest.Answer {
        let answer = try await site.api("/api/v1/\(path)", token: token)
        let withheld = PageReader.marks(in: answer.bytes).subtracting(marks)
        findings.expect(withheld.isEmpty, "\(path) gives \(withheld.sorted()) to \(about)")
        findings.expect(answer.status < 500, "\(path) fails for \(about)")
        if answer.status >= 400 { findings.expect(answer.type.hasPrefix("application/problem+json"), "\(path) for \(about)") }
        return answer
    }

    private func listed(_ path: String, _ marks: Set<String>) async throws -> Set<String> {
        var found: Set<String> = []
        var after = ""
        repeat {
            let answer = try await ask("\(path)\(path.contains("?") ? "&" : "?")after=\(after)", marks)
            findings.expect(answer.status == 200, "\(path) for \(about)")
            guard answer.status == 200 else { return found }
            let list = try JSONDecoder().decode(List.self, from: Data(answer.bytes))
            for item in list.items { findings.expect(found.insert(item.id).inserted, "\(path) lists a record twice for \(about)") }
            after = list.next ?? ""
        } while !after.isEmpty
        return found
    }

    /// Asks for everything and answers what differs from the policy.
    func check() async throws -> [String] {
        try await ask()
        return findings.all
    }

    private func ask() async throws {
        guard let actor else {
            for path in ["concerns", "visits", "answers", "dashboard", "concerns/\(world.cases[0].id)"] {
                let answer = try await ask(path, [])
                findings.expect(answer.status == 401, "\(path) for \(about)")
            }
            return
        }
        let marks = oracle.marks(for: actor)
        let cases = try await listed("concerns", marks)
        findings.expect(cases == oracle.keys(.concerns, for: actor), "the list of concerns for \(about)")
        let found = try await listed("concerns?q=mill", marks)
        findings.expect(found == oracle.keys(.concerns, for: actor), "the search for \(about)")
        let visits = try await listed("visits", marks)
        findings.expect(visits == oracle.keys(.visits, for: actor), "the list of visits for \(about)")
        let questions = try await listed("answers", marks)
        let waiting = world.questions.filter { $0.isWaiting && $0.agency == actor.agency && oracle.sees(actor, $0) }
        findings.expect(questions == Set(waiting.map(\.id.text)), "the questions for \(about)")
        for one in world.cases {
            let answer = try await ask("concerns/\(one.id)", marks)
            findings.expect(answer.status == (oracle.sees(actor, one) ? 200 : 404), "a concern for \(about)")
            guard answer.status == 200 else { continue }
            // The questions of the concern that are given are those that may be seen.
            for question in world.questions where question.concern == one.id {
                findings.expect(
                    answer.body.contains(question.id.text) == oracle.sees(actor, question), "a question for \(about)")
            }
        }
        for one in world.calls {
            let answer = try await ask("visits/\(one.id)", marks)
            findings.expect(answer.status == (oracle.sees(actor, one) ? 200 : 404), "a visit for \(about)")
            let screenings = try await ask("visits/\(one.id)/screenings", marks)
            findings.expect(screenings.status == (oracle.sees(actor, one) ? 200 : 404), "screenings for \(about)")
            guard screenings.status == 200 else { continue }
            let list = try JSONDecoder().decode(List.self, from: Data(screenings.bytes))
            let expected = world.met.filter { $0.visit == one.id && oracle.sees(actor, $0) }
            findings.expect(Set(list.items.map(\.id)) == Set(expected.map(\.id.text)), "screenings for \(about)")
        }
        try await dashboard(actor)
    }

    private func dashboard(_ actor: PolicyOracle.Actor) async throws {
        let answer = try await ask("dashboard", [])
        let reads = !actor.roles.isDisjoint(with: [.coordinator, .member, .analyst, .townLead])
        findings.expect(answer.status == (reads ? 200 : 403), "the dashboard for \(about)")
        guard answer.status == 200 else { return }
        let dashboard = try JSONDecoder().decode(Dashboard.self, from: Data(answer.bytes))
        findings.expect(dashboard.concerns.total == oracle.keys(.concernFigures, for: actor).count, "concerns for \(about)")
        findings.expect(dashboard.visits.total == oracle.keys(.visitFigures, for: actor).count, "visits for \(about)")
        findings.expect(dashboard.screened.total == oracle.keys(.screeningFigures, for: actor).count, "people for \(about)")
        let attended = world.calls.filter { oracle.counts(actor, $0) }
            .reduce(0) { $0 + $1.agencies.count { $0.attended == "yes" } }
        findings.expect(dashboard.interventions.total == attended, "interventions for \(about)")
    }
}
