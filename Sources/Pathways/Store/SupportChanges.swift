import Access
import Kernel
import Store
import Visits

extension Change where V == AddSupport {
    func insert(_ draft: SupportDraft, for victim: ID<PotentialVictim>) throws {
        try run(
            """
            INSERT INTO \(target) (id, victim_id, partnership_id, version, kind, code, status, is_open, likelihood, impact,
                level, answers, starts_on, starts_at, ends_on, ends_at, review_on, done_on, due_on, organisation_id,
                service_id, has_address, recorded_by_organisation, recorded_by_person, recorded_at)
            VALUES (\(record), \(victim), \(try reading.ownPartnership), 1, \(draft.kind), \(draft.code), \(draft.status),
                \(draft.status.isOpen), \(draft.likelihood), \(draft.impact), \(draft.score?.level.rawValue ?? ""),
                \(SupportAnswers.text(draft.answers, of: draft.kind)), \(draft.startsOn ?? moment.day),
                \(ClockTime.kept(draft.startsAt)), \(draft.endsOn), \(ClockTime.kept(draft.endsAt)), \(draft.reviewOn),
                \(draft.doneOn), \(draft.dueOn), \(draft.organisation), \(draft.service),
                \(!draft.address.isEmpty), \(viewer.organisation), \(viewer.person), \(moment))
            """)
        try sealWords(draft)
    }
}

extension Change where V == ChangeSupport {
    func keep(_ draft: SupportDraft, instead previous: SupportLine) throws {
        let hasAddress = !draft.address.isEmpty || (previous.hasAddress && !draft.removesAddress)
        try run(
            """
            UPDATE \(target) SET code = \(draft.code), status = \(draft.status), is_open = \(draft.status.isOpen),
                likelihood = \(draft.likelihood), impact = \(draft.impact), level = \(draft.score?.level.rawValue ?? ""),
                answers = \(SupportAnswers.text(draft.answers, of: draft.kind)),
                starts_on = \(draft.startsOn ?? previous.startsOn), starts_at = \(ClockTime.kept(draft.startsAt)),
                ends_on = \(draft.endsOn), ends_at = \(ClockTime.kept(draft.endsAt)), review_on = \(draft.reviewOn),
                done_on = \(draft.doneOn), due_on = \(draft.dueOn), organisation_id = \(draft.organisation),
                service_id = \(draft.service), has_address = \(hasAddress)
            WHERE id = \(record)
            """)
        try sealWords(draft)
    }
}

extension Change where V.Record == SupportEntry {
    /// Seals every text of the entry. An address that is empty stays as it was, unless it is to be removed.
    fileprivate func sealWords(_ draft: SupportDraft) throws {
        let names = Set(draft.kind.form.texts.map(\.name))
        let words = draft.words.filter { names.contains($0.key) && !$0.value.isEmpty }
        try seal(words.isEmpty ? "" : try SealedJSON.text(words), field: SupportSeals.words, in: .victims)
        if !draft.address.isEmpty || draft.removesAddress {
            try seal(draft.address, field: SupportSeals.address, in: .safeAddresses)
        }
    }

    func openedWords() throws -> [String: String] {
        guard let text = try opened(field: SupportSeals.words, in: .victims) else { return [:] }
        return try SealedJSON.value(text)
    }

    /// How somebody is reached without harm, opened to decide or to show.
    func safeContact(of victim: ID<PotentialVictim>) throws -> SafeContact? {
        try opened(field: VictimFields.contact, in: .safeAddresses, of: victim.text).map { try SealedJSON.value($0) }
    }
}
