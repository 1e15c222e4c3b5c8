import Access
import Kernel
import TestSupport

/// One person in one partnership, asking for everything: what they get must be what the policy says.
struct PageWalk: Sendable {
    let site: SiteUnderTest
    let session: SiteUnderTest.Session
    let world: CaseWorld
    let oracle: PolicyOracle
    let place: CaseWorld.Place
    /// Nil where the person has no role here: then nothing below the partnership's address exists.
    let actor: PolicyOracle.Actor?
    private let findings = Findings()

    /// Asks for everything and answers what differs from the policy.
    func check() async throws -> [String] {
        try await ask()
        return findings.all
    }

    private func ask() async throws {
        guard let actor else {
            try await closedDoor()
            return
        }
        let marks = oracle.marks(for: actor)
        try await lists(actor, marks)
        try await due(actor, marks)
        try await search(actor, marks)
        try await cases(actor, marks)
        try await visits(actor, marks)
        try await work(actor, marks)
        try await known(actor, marks)
        try await figures(actor)
    }

    // MARK: Asking

    private func page(_ path: String, _ marks: Set<String>) async throws -> SiteUnderTest.Answer {
        let answer = try await site.get("/\(place.slug)\(path)", as: session)
        let withheld = PageReader.marks(in: answer.bytes).subtracting(marks)
        findings.expect(withheld.isEmpty, "\(path) shows \(withheld.sorted()) to \(about)")
        findings.expect(answer.status < 500, "\(path) fails for \(about)")
        return answer
    }

    private var about: String { "\(actor.map(\.description) ?? "somebody without a role") in \(place.slug)" }

    private func expect(_ path: String, _ status: Int, _ marks: Set<String>) async throws {
        let answer = try await page(path, marks)
        findings.expect(answer.status == status, "\(path) is \(answer.status), not \(status), for \(about)")
    }

    /// The identifiers that stand behind a prefix in the links of a list, over all its pages.
    private func listed(_ path: String, below prefix: String, _ marks: Set<String>) async throws -> Set<String> {
        var found: Set<String> = []
        var next: String? = path
        var pages = 0
        while let path = next, pages < 20 {
            pages += 1
            let answer = try await page(path, marks)
            findings.expect(answer.status == 200 || answer.status == 403, "\(path) for \(about)")
            let links = PageReader(answer.bytes).links
            for link in links where link.hasPrefix("/\(place.slug)\(prefix)") {
                let rest = link.dropFirst("/\(place.slug)\(prefix)".count)
                if rest.utf8.count == 36, ID<Concern>(rest) != nil { found.insert(String(rest)) }
            }
            next = links.first { $0.contains("after=") }.map { String($0.dropFirst(place.slug.utf8.count + 1)) }
        }
        return found
    }

    // MARK: What is asked

    private func closedDoor() async throws {
        let concern = world.cases.first { $0.place == place.id }?.id.text ?? ""
        for path in ["/my-work", "/concerns", "/concerns/\(concern)", "/visits", "/figures", "/search?q=mill", "/partnership"] {
            try await expect(path, 404, [])
        }
    }

    private func lists(_ actor: PolicyOracle.Actor, _ marks: Set<String>) async throws {
        let cases = try await listed("/concerns?stage=all", below: "/concerns/", marks)
        findings.expect(cases == oracle.keys(.concerns, for: actor), "the list of concerns for \(about)")
        let open = try await listed("/concerns", below: "/concerns/", marks)
        findings.expect(
            open == Set(world.cases.filter { $0.isOpen && oracle.sees(actor, $0) }.map(\.id.text)),
            "the open concerns for \(about)")
        let visits = try await listed("/visits?show=all", below: "/visits/", marks)
        findings.expect(visits == oracle.keys(.visits, for: actor), "the list of visits for \(about)")
        let helped = try await listed("/pathways?stage=all", below: "/pathways/", marks)
        findings.expect(helped == oracle.keys(.potentialVictims, for: actor), "the list of pathways for \(about)")
        let works = !actor.roles.isDisjoint(with: [.coordinator, .member])
        let services = try await listed("/pathways/services", below: "/pathways/services/", marks)
        findings.expect(services == (works ? oracle.keys(.supportServices, for: actor) : []), "the services for \(about)")
        let centres = try await listed("/pathways/reception", below: "/pathways/reception/", marks)
        findings.expect(centres == (works ? oracle.keys(.receptionCentres, for: actor) : []), "the reception centres for \(about)")
        let openings = try await listed("/pathways/reception", below: "/pathways/reception/openings/", marks)
        findings.expect(openings == (works ? oracle.keys(.receptionActivations, for: actor) : []), "the open centres for \(about)")
        let definitions = try await listed("/pathways/definitions", below: "/pathways/definitions/", marks)
        findings.expect(definitions == (works ? oracle.keys(.pathwayDefinitions, for: actor) : []), "the pathways written for \(about)")
    }

    /// What is due of every potential victim: each has one entry that is.
    private func due(_ actor: PolicyOracle.Actor, _ marks: Set<String>) async throws {
        let due = try await listed("/pathways/due", below: "/pathways/", marks)
        findings.expect(due == oracle.keys(.potentialVictims, for: actor), "what is due for \(about)")
    }

    private func search(_ actor: PolicyOracle.Actor, _ marks: Set<String>) async throws {
        let found = try await listed("/search?q=mill", below: "/concerns/", marks)
        findings.expect(found == oracle.keys(.concerns, for: actor), "the search for \(about)")
        for one in world.cases.filter({ $0.place == place.id }).prefix(3) + world.cases.filter({ $0.place != place.id }).prefix(2) {
            // The word that was searched for stands on the page in any case.
            let mark = one.mark.replacing("mk:", with: "mk+")
            let found = try await listed("/search?q=\(mark)", below: "/concerns/", marks)
            findings.expect(found == (oracle.sees(actor, one) ? [one.id.text] : []), "the search for one case by \(about)")
        }
    }

    /// Those of this partnership, and some of the others.
    private func some<Value>(_ values: [Value], _ isHere: (Value) -> Bool) -> [Value] {
        values.filter(isHere) + values.filter { !isHere($0) }.prefix(3)
    }

    private func cases(_ actor: PolicyOracle.Actor, _ marks: Set<String>) async throws {
        for one in some(world.cases, { $0.place == place.id }) {
            let status = oracle.sees(actor, one) ? 200 : 404
            try await expect("/concerns/\(one.id)", status, marks)
            try await expect("/concerns/\(one.id)/timeline", status, marks)
            try await expect("/concerns/\(one.id)/circle", status, marks)
            try await expect("/concerns/\(one.id)/files", status, marks)
        }
        for one in some(world.strands, { world.place(of: $0.concern) == place.id }) {
            let seesCase = world.cases.contains { $0.id == one.concern && oracle.sees(actor, $0) }
            // A strand that is withheld looks like one that was never opened: only the coordinator can open it.
            let status = oracle.sees(actor, one) ? 200 : seesCase ? 403 : 404
            try await expect("/concerns/\(one.concern)/strands/\(one.kind)", status, marks)
        }
        for one in some(world.duties, { $0.place == place.id }) {
            guard let concern = one.concern else { continue }
            let seesCase = world.cases.contains { $0.id == concern && oracle.sees(actor, $0) }
            try await expect("/concerns/\(concern)/tasks/\(one.id)", oracle.sees(actor, one) && seesCase ? 200 : 404, marks)
        }
        for one in some(world.questions, { world.place(of: $0.concern) == place.id }) {
            let isOwn = actor.roles.contains(.coordinator) || one.agency == actor.agency
            try await expect("/answers/\(one.id)", oracle.sees(actor, one) ? isOwn ? 200 : 403 : 404, marks)
            try await expect("/answers/\(one.id)/files", oracle.sees(actor, one) ? 200 : 404, marks)
        }
        for one in some(world.papers, { $0.place == place.id }) {
            let parent =
                switch one.parent {
                case .concern(let id): "/concerns/\(id)"
                case .visit(let id): "/visits/\(id)"
                case .answer(let id): "/answers/\(id)"
                }
            try await expect("\(parent)/files/\(one.id)", oracle.sees(actor, one) ? 200 : 404, marks)
            // The same file looked for where it does not belong.
            if let other = world.cases.first(where: { "/concerns/\($0.id)" != parent && oracle.sees(actor, $0) }) {
                try await expect("/concerns/\(other.id)/files/\(one.id)", 404, marks)
            }
        }
    }

    private func visits(_ actor: PolicyOracle.Actor, _ marks: Set<String>) async throws {
        for one in some(world.calls, { $0.place == place.id }) {
            let status = oracle.sees(actor, one) ? 200 : 404
            try await expect("/visits/\(one.id)", status, marks)
            try await expect("/visits/\(one.id)/briefing", status, marks)
            try await expect("/visits/\(one.id)/screen", status, marks)
            try await expect("/visits/\(one.id)/files", status, marks)
        }
        for one in some(world.helped, { $0.place == place.id }) {
            let status = oracle.sees(actor, one) ? 200 : 404
            try await expect("/pathways/\(one.id)", status, marks)
            try await expect("/pathways/\(one.id)/support", status, marks)
            try await expect("/pathways/\(one.id)/support/need/new", status, marks)
            try await expect("/pathways/\(one.id)/support/\(one.entry)", status, marks)
            try await expect("/pathways/\(one.id)/support/\(one.entry)/change", status, marks)
        }
        for one in some(world.support.services, { $0.place == place.id }) {
            let status = oracle.sees(actor, ofAllMembers: one.place) ? 200 : 404
            try await expect("/pathways/services/\(one.id)", status, marks)
            let notes = status == 404 || !oracle.seesAssessment(actor, one) ? 404 : 200
            try await expect("/pathways/services/\(one.id)/assessments/\(one.assessment)", notes, marks)
        }
        for one in some(world.support.openings, { $0.place == place.id }) {
            try await expect("/pathways/reception/\(one.centre)", oracle.sees(actor, ofAllMembers: one.place) ? 200 : 404, marks)
            let status = oracle.sees(actor, one) ? 200 : 404
            let path = "/pathways/reception/openings/\(one.id)"
            for page in ["", "/door", "/stand-down", "/debrief", "/arrivals/\(one.arrival)"] {
                try await expect("\(path)\(page)", status, marks)
            }
            // The same entry looked for at another opening.
            if let other = world.support.openings.first(where: { $0.id != one.id && oracle.sees(actor, $0) }) {
                try await expect("/pathways/reception/openings/\(other.id)/arrivals/\(one.arrival)", 404, marks)
            }
        }
        for one in some(world.support.definitions, { $0.place == place.id }) {
            let status = oracle.sees(actor, ofAllMembers: one.place) ? 200 : 404
            let path = "/pathways/definitions/\(one.id)"
            for page in ["", "/versions/1", "/compare?from=1&to=1", "/tests/\(one.test)", "/fixes/\(one.fix)"] {
                try await expect("\(path)\(page)", status, marks)
            }
        }
        for one in some(world.met, { $0.place == place.id }) {
            let seesVisit = world.calls.contains { $0.id == one.visit && oracle.sees(actor, $0) }
            let answer = try await page("/visits/\(one.visit)/screenings/\(one.id)", marks)
            if oracle.sees(actor, one) && seesVisit {
                findings.expect(answer.status == 200 || answer.status == 403, "a screening for \(about)")
            } else {
                findings.expect(answer.status == 404, "a screening for \(about)")
            }
        }
    }

    /// Subjects with their licences, and blind comparisons.
    private func known(_ actor: PolicyOracle.Actor, _ marks: Set<String>) async throws {
        let subjects = oracle.keys(.subjects, for: actor)
        for one in some(world.known.subjects, { $0.place == place.id }) {
            try await expect("/subjects/\(one.id)", subjects.contains(one.id.text) ? 200 : 404, marks)
        }
        let speaks = !actor.roles.isDisjoint(with: [.coordinator, .member])
        try await expect("/subjects/comparisons", speaks ? 200 : 403, marks)
        let sides = oracle.keys(.comparisonSides, for: actor)
        for one in some(world.known.compared, { $0.place == place.id }) {
            let isSeen = oracle.sees(actor, one)
            let isSide = actor.agency.map { sides.contains("\(one.id)/\($0)") } ?? false
            let answer = try await page("/subjects/comparisons/\(one.id)", marks)
            findings.expect(answer.status == (isSeen ? 200 : 404), "a comparison for \(about)")
            findings.expect(answer.body.contains("records match") == isSide, "the result of a comparison for \(about)")
            for path in ["rows.csv", "withdraw"] {
                try await expect("/subjects/comparisons/\(one.id)/\(path)", isSeen ? isSide ? 200 : 403 : 404, marks)
            }
        }
    }

    private func work(_ actor: PolicyOracle.Actor, _ marks: Set<String>) async throws {
        let answer = try await page("/my-work", marks)
        let works = !actor.roles.isDisjoint(with: [.coordinator, .member, .visitTeam])
        findings.expect(answer.status == (works ? 200 : 403), "my work for \(about)")
        guard works else { return }
        let links = Set(PageReader(answer.bytes).links)
        for one in world.questions {
            let waits = one.isWaiting && one.agency == actor.agency && oracle.sees(actor, one)
            findings.expect(links.contains("/\(place.slug)/answers/\(one.id)") == waits, "a question in my work for \(about)")
        }
        for one in world.duties {
            guard let concern = one.concern else { continue }
            let seesCase = world.cases.contains { $0.id == concern && oracle.sees(actor, $0) }
            let waits = one.isOpen && one.agency == actor.agency && oracle.sees(actor, one) && seesCase
            findings.expect(
                links.contains("/\(place.slug)/concerns/\(concern)/tasks/\(one.id)") == waits,
                "a task in my work for \(about)")
        }
        guard !actor.roles.isDisjoint(with: [.coordinator, .member]) else { return }
        let since = site.clock.now.adding(days: -7).day
        let new = world.cases.count { oracle.sees(actor, $0) && $0.receivedOn >= since }
        findings.expect(answer.body.contains(">\(new) concern\(new == 1 ? "" : "s")<"), "new concerns of the week for \(about)")
        let answered = world.questions.count { !$0.isWaiting && oracle.sees(actor, $0) }
        findings.expect(
            answer.body.contains(answered == 0 ? ">None<" : ">\(answered), of which 0 nothing held<"), "answers of the week for \(about)")
    }

    private func figures(_ actor: PolicyOracle.Actor) async throws {
        let reads = !actor.roles.isDisjoint(with: [.coordinator, .member, .analyst, .townLead])
        let page = try await page("/figures", [])
        findings.expect(page.status == (reads ? 200 : 403), "figures for \(about)")
        for (table, expected) in expectedTotals(actor) {
            let answer = try await self.page("/figures/\(table).csv?period=all", [])
            findings.expect(answer.status == (reads ? 200 : 403), "\(table) for \(about)")
            guard answer.status == 200 else { continue }
            let total = answer.body.split(separator: "\r\n").dropFirst().reduce(0) { sum, line in
                sum + (line.split(separator: ",").last.flatMap { Int($0) } ?? 0)
            }
            findings.expect(total == expected, "\(table) for \(about)")
        }
        for town in world.places.flatMap(\.towns) {
            let isOurs = place.towns.contains { $0.id == town.id }
            let isOffered: Bool =
                if actor.roles.isDisjoint(with: [.coordinator, .analyst]), actor.roles.contains(.townLead) {
                    actor.town == town.id || (actor.town == nil && actor.roles.contains(.member))
                } else if actor.roles.isDisjoint(with: [.coordinator, .analyst]) {
                    actor.agreementInForce
                } else { true }
            let answer = try await self.page("/figures/towns/\(town.id)?period=all", [])
            let expected = reads ? isOurs && isOffered ? 200 : 404 : 403
            findings.expect(answer.status == expected, "the page of a town for \(about)")
        }
        let answers = try await self.page("/figures/answers", [])
        findings.expect(answers.status == (actor.roles.contains(.coordinator) ? 200 : 403), "figures of answers for \(about)")
    }

    /// What the numbers of each table add up to.
    private func expectedTotals(_ actor: PolicyOracle.Actor) -> [(table: String, total: Int)] {
        let concerns = oracle.keys(.concernFigures, for: actor).count
        let screened = oracle.keys(.screeningFigures, for: actor).count
        var attended = 0
        for call in world.calls where oracle.counts(actor, call) {
            attended += call.agencies.count { $0.attended == "yes" }
        }
        var totals: [(String, Int)] = []
        for dimension in ["month", "quarter", "source", "town", "ward", "location-type", "nationality"] {
            totals.append(("concerns-by-\(dimension)", concerns))
        }
        totals.append(("concerns-by-exploitation-type", oracle.keys(.exploitationFigures, for: actor).count))
        totals.append(("visits-by-month", oracle.keys(.visitFigures, for: actor).count))
        totals.append(("interventions-by-agency", attended))
        for dimension in ["gender", "age-group", "nationality", "outcome"] {
            totals.append(("screened-by-\(dimension)", screened))
        }
        return totals
    }
}
