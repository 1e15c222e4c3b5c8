import Access
import Kernel
import Store

extension Change where V == ChangeVictimFacts {
    func update(_ facts: VictimFacts) throws {
        try run(
            """
            UPDATE \(target) SET nation = \(facts.nation), town_id = \(facts.town),
                local_authority = \(facts.localAuthority), age_basis = \(facts.age.basis),
                age_group = \(facts.age.group), child_at_exploitation = \(facts.childAtExploitation),
                gender = \(facts.gender), nationality = \(facts.nationality),
                second_nationality = \(facts.secondNationality), language = \(facts.language),
                interpreter = \(facts.interpreter), capacity = \(facts.capacity.rawValue)
            WHERE id = \(record)
            """)
        try keepExploitation(facts.exploitation)
    }
}

extension Change where V == KeepVictimIdentity {
    func keep(_ identity: VictimIdentity) throws {
        try sealIdentity(identity)
        try run(
            """
            UPDATE \(target) SET has_identity = \(!identity.isEmpty), adult_from_month = \(identity.adultFromMonth)
            WHERE id = \(record)
            """)
    }
}

extension Change where V == KeepSafeContact {
    func keep(_ draft: KeepSafeContact.Draft) throws {
        let text = draft.contact == SafeContact() ? "" : try SealedJSON.text(draft.contact)
        try seal(text, field: VictimFields.contact, in: .safeAddresses)
        try run(
            """
            UPDATE \(target) SET contact_rule = \(draft.rule), unsafe_ways = \(ContactWay.text(draft.unsafeWays))
            WHERE id = \(record)
            """)
    }
}

extension Change where V.Record == PotentialVictim {
    /// How they can be reached without harm; nil where nobody wrote it down.
    func openedContact() throws -> SafeContact? {
        try opened(field: VictimFields.contact, in: .safeAddresses).map { try SealedJSON.value($0) }
    }
}

extension Change where V == RecordConsent {
    /// What was assessed for the decision about a referral is what is known of their capacity from then on.
    func settle(_ capacity: ConsentCapacity) throws {
        let known: RouteFacts.Capacity? =
            switch capacity {
            case .assessedHas: .notInDoubt
            case .assessedLacks: .lacks
            case .notInDoubt: nil
            }
        if let known { try run("UPDATE \(target) SET capacity = \(known.rawValue) WHERE id = \(record)") }
    }

    func insert(
        _ draft: RecordConsent.Draft, _ purpose: ConsentPurpose, _ answer: ConsentAnswer, on day: Day,
        _ method: ConsentMethod, _ capacity: ConsentCapacity
    ) throws {
        let entry: ID<ConsentEntry> = newID()
        let position = try value(
            "SELECT COUNT(*) + 1 FROM \(visible(.consents)) c WHERE c.victim_id = \(record)", as: Int.self)
        try run(
            """
            INSERT INTO \(table(.consents)) (id, victim_id, partnership_id, position, purpose, answer, answered_on, recorded_at,
                organisation_id, person_id, explained_by, method, language, interpreter, capacity, reason)
            VALUES (\(entry), \(record), \(try reading.ownPartnership), \(position), \(purpose), \(answer), \(day), \(moment),
                \(viewer.organisation), \(viewer.person), \(draft.explainedBy), \(method), \(draft.language),
                \(draft.interpreter), \(capacity), \(draft.reason))
            """)
        try seal(draft.note, field: "note", in: .victims, of: entry.text)
    }
}

extension Change where V == WriteAccount {
    func insert(_ draft: WriteAccount.Draft, on day: Day, _ source: AccountSource) throws {
        let account: ID<VictimAccount> = newID()
        let position = try value(
            "SELECT COUNT(*) + 1 FROM \(visible(.victimAccounts)) a WHERE a.victim_id = \(record)", as: Int.self)
        try run(
            """
            INSERT INTO \(table(.victimAccounts)) (id, victim_id, partnership_id, position, taken_on, organisation_id, person_id,
                source, language, interpreter, recorded_at)
            VALUES (\(account), \(record), \(try reading.ownPartnership), \(position), \(day), \(viewer.organisation),
                \(viewer.person), \(source), \(draft.language), \(draft.interpreter), \(moment))
            """)
        let opened = OpenedAccount(words: draft.words, circumstances: draft.circumstances)
        try seal(try SealedJSON.text(opened), field: VictimFields.account, in: .victims, of: account.text)
    }
}

extension Change where V.Record == PotentialVictim {
    /// The words of every account, by its identifier.
    func openedAccounts(_ lines: [AccountLine]) throws -> [OpenedAccount] {
        try lines.map { line in
            try opened(field: VictimFields.account, in: .victims, of: line.id.text).map { try SealedJSON.value($0) }
                ?? OpenedAccount(words: "", circumstances: "")
        }
    }
}

extension Change where V == ChangeVictimCircle {
    func release(_ organisation: ID<Organisation>) throws {
        try run(
            """
            UPDATE \(table(.victimCircles)) SET removed_at = \(moment)
            WHERE victim_id = \(record) AND organisation_id = \(organisation) AND removed_at IS NULL
            """)
    }

    func lead(_ organisation: ID<Organisation>) throws {
        try run("UPDATE \(target) SET lead_organisation_id = \(organisation) WHERE id = \(record)")
    }
}

extension Change where V == ReopenPathway {
    func reopen() throws {
        try run("UPDATE \(target) SET status = 'open', closed_on = NULL, closing_reason = '' WHERE id = \(record)")
    }
}

extension Change where V == ClosePathway {
    func close(reason: String, note: String) throws {
        try run(
            """
            UPDATE \(target) SET status = 'closed', closed_on = \(moment.day), closing_reason = \(reason)
            WHERE id = \(record)
            """)
        try seal(note, field: VictimFields.closing, in: .victims)
    }
}
