import Access
import Kernel
import ReferralForm
import Store

/// The names of sealed fields of a referral.
enum ReferralFields {
    static let answers: StaticString = "answers"
    /// Headings to go through again.
    static let journey: StaticString = "journey"
    /// What the supervisor asked for.
    static let note: StaticString = "review-note"
    /// Hashes of the text, which later referrals are compared with.
    static let fingerprint: StaticString = "fingerprint"

    /// A council as a column may hold it: one of the form's list and nothing that was typed instead.
    static func council(_ name: String) -> String {
        guard case .pick(let list) = ReferralForm.current.field("local-authority-contacted-about-child-local-authority-name")?.kind
        else { return "" }
        return list.contains(name) ? name : ""
    }

    /// The gender that the form is told, as a code of "gender"; nil where it is told none.
    static func gender(_ answers: [String: ReferralAnswer]) -> String? {
        guard case .text(let code)? = ReferralForm.asked(answers)["pv-gender"] else { return nil }
        return ["female": "female", "male": "male", "unknown": "other"][code]
    }

    /// Whether the form is told that an adult was under 18 when it happened; nil where it does not ask.
    static func childAtExploitation(_ answers: [String: ReferralAnswer]) -> String? {
        guard case .text(let code)? = ReferralForm.asked(answers)["pv-under-age-at-time-of-exploitation"] else { return nil }
        return ["yes", "no", "not-sure"].contains(code) ? code : nil
    }
}

extension Change where V.Record == Referral {
    /// By what the person of a referral could be known. Opened to keep it out of what may not tell who they are.
    func revealingText(of victim: ID<PotentialVictim>) throws -> RevealingText {
        RevealingText(
            try opened(field: VictimFields.identity, in: .victims, of: victim.text).map { try SealedJSON.value($0) },
            try opened(field: VictimFields.contact, in: .safeAddresses, of: victim.text).map { try SealedJSON.value($0) })
    }

    /// The same answers with what in them could tell who somebody is, where the report may not.
    func revealing(_ referral: OpenedReferral, _ line: ReferralLine) throws -> OpenedReferral {
        guard line.isAnonymous, line.status.isBeingWritten else { return referral }
        var referral = referral
        let problems = try revealingText(of: line.victim).problems(ReferralForm.asked(referral.answers))
        referral.revealing = Dictionary(problems.map { ($0.field, $0.message) }) { first, _ in first }
        return referral
    }

    /// The answers and what belongs to them. Only verbs that are journalled as a consultation, or that change or check the
    /// answers, ask for them.
    func openedReferral(of victim: ID<PotentialVictim>, comparing: Bool) throws -> OpenedReferral {
        let text = try opened(field: ReferralFields.answers, in: .victims) ?? "{}"
        let again = try opened(field: ReferralFields.journey, in: .victims) ?? ""
        return OpenedReferral(
            answers: try SealedJSON.value(text),
            again: again.split(separator: " ").compactMap { FormHeading(rawValue: String($0)) },
            note: try opened(field: ReferralFields.note, in: .victims) ?? "",
            earlier: comparing ? try earlierTexts(than: victim) : [])
    }

    private func earlierTexts(than victim: ID<PotentialVictim>) throws -> [TextFingerprint] {
        try reading.othersReferrals(than: victim).compactMap { other in
            try opened(field: ReferralFields.fingerprint, in: .victims, of: other.text).map(TextFingerprint.init(text:))
        }
    }

    /// The points of quality once more, with the text compared with earlier referrals: that opens fifty seals, so it is done
    /// when a referral is checked and not whenever a part of it is saved.
    func keepComparedQuality(of victim: ID<PotentialVictim>) throws {
        let quality = try openedReferral(of: victim, comparing: true).check(today: moment.day).quality
        try run(
            """
            UPDATE \(target) SET quality = \(quality.score), quality_marks = \(QualityMarks(quality).text) WHERE id = \(record)
            """)
    }

    /// Seals the answers and keeps beside them what counts and lists need: codes, and the points of their quality.
    func keep(_ referral: OpenedReferral) throws {
        try seal(try SealedJSON.text(referral.answers), field: ReferralFields.answers, in: .victims)
        try seal(referral.again.map(\.rawValue).joined(separator: " "), field: ReferralFields.journey, in: .victims)
        try seal(
            ReferralForm.fingerprint(ReferralForm.asked(referral.answers)).text, field: ReferralFields.fingerprint, in: .victims)
        let quality = referral.check(today: moment.day).quality
        let council: String =
            if case .text(let name) = referral.answers["local-authority-contacted-about-child-local-authority-name"] { name } else { "" }
        try run(
            """
            UPDATE \(target) SET quality = \(quality.score), quality_marks = \(QualityMarks(quality).text),
                local_authority = \(ReferralFields.council(council)),
                drafted_by_id = \(viewer.person) WHERE id = \(record)
            """)
    }

    func setStatus(_ status: ReferralStatus) throws {
        try run("UPDATE \(target) SET status = \(status) WHERE id = \(record)")
    }
}

extension Change where V == StartReferral {
    /// Inserts the referral. Its reference is a part of its own identifier: it counts nobody.
    func insert(_ victim: VictimDetail, route: ReferralRoute, answers: [String: ReferralAnswer]) throws -> String {
        let reference = StartReferral.reference(of: record)
        try run(
            """
            INSERT INTO \(target) (id, victim_id, partnership_id, reference, version, kind, is_anonymous, status, started_on,
                encountered_on, organisation_id, first_responder_id, person_id, age_group, gender, nationality,
                child_at_exploitation, exploitation, local_authority, competent_authority)
            VALUES (\(record), \(victim.id), \(try reading.ownPartnership), \(reference), 1,
                \(route.isNotification ? "duty-to-notify" : "nrm"), \(route == .anonymousNotification),
                \(ReferralStatus.draft), \(moment.day), \(try reading.encounteredOn(victim)), \(viewer.organisation), \(viewer.organisation),
                \(viewer.person), \(victim.facts.age.group), \(victim.facts.gender), \(victim.facts.nationality),
                \(victim.facts.childAtExploitation), \(victim.facts.exploitation.joined(separator: " ")), '', '')
            """)
        try keep(
            OpenedReferral(
                answers: answers, again: [], note: "",
                earlier: []))
        return reference
    }
}

extension Change where V == RerouteReferral {
    func reroute(_ route: ReferralRoute) throws {
        try run(
            """
            UPDATE \(target) SET kind = \(route.isNotification ? "duty-to-notify" : "nrm"),
                is_anonymous = \(route == .anonymousNotification), status = \(ReferralStatus.draft), reviewer_id = NULL,
                reviewed_on = NULL WHERE id = \(record)
            """)
    }
}

extension Change where V == ReviewReferral {
    /// - Parameter facts: of the person as they are now. What is approved is kept as it was: the figures of that day count
    ///   it, whatever is found out later.
    func review(
        _ decision: ReviewReferral.Decision, note: String, of victim: ID<PotentialVictim>, facts: VictimFacts
    ) throws {
        try seal(note, field: ReferralFields.note, in: .victims)
        let answers = try openedReferral(of: victim, comparing: false).answers
        try run(
            """
            UPDATE \(target) SET status = \(decision == .approve ? ReferralStatus.ready : .draft),
                reviewer_id = \(viewer.person), reviewed_on = \(moment.day), age_group = \(facts.age.group),
                gender = \(ReferralFields.gender(answers) ?? facts.gender), nationality = \(facts.nationality),
                child_at_exploitation = \(ReferralFields.childAtExploitation(answers) ?? facts.childAtExploitation),
                exploitation = \(facts.exploitation.joined(separator: " ")) WHERE id = \(record)
            """)
    }
}

extension Change where V == RecordSubmission {
    /// Enters the reference of a referral that was sent before.
    func enter(_ reference: String, status: ReferralStatus) throws {
        try run("UPDATE \(target) SET status = \(status), home_office_reference = \(reference) WHERE id = \(record)")
    }

    func submit(_ draft: RecordSubmission.Draft, status: ReferralStatus) throws {
        let reference = draft.reference.isEmpty ? nil : draft.reference
        try run(
            """
            UPDATE \(target) SET status = \(status), submitted_on = \(draft.submittedOn),
                home_office_reference = \(reference), first_responder_id = \(viewer.organisation) WHERE id = \(record)
            """)
    }
}
