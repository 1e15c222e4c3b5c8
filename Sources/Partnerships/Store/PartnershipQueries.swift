import Access
import Kernel
import Store

/// Queries on partnerships, their members and their words: none of them holds a case.
extension QuerySurface {
    /// The organisations that are members of a partnership now, in its own order.
    package func members(of partnership: ID<Partnership>) throws -> [OrganisationSummary] {
        try rows(
            """
            SELECT o.id, o.name, o.kind, o.is_enforcement
            FROM partnership_members m JOIN organisations o ON o.id = m.organisation_id
            WHERE m.partnership_id = \(partnership) AND m.left_on IS NULL
            ORDER BY m.position, o.name
            """
        ) { row in
            OrganisationSummary(
                id: try row.next(), name: try row.next(), kind: try row.next(), isEnforcement: try row.next())
        }
    }

    /// The towns, wards or purposes of a partnership by label.
    package func terms(of partnership: ID<Partnership>, kind: String) throws -> [TermSummary] {
        try rows(
            """
            SELECT id, kind, label, town_id FROM partnership_terms
            WHERE partnership_id = \(partnership) AND kind = \(kind) ORDER BY label_key
            """
        ) { row in
            TermSummary(id: try row.next(), kind: try row.next(), label: try row.next(), townID: try row.next())
        }
    }

    /// The partnership with this slug.
    package func partnership(slug: String) throws -> PartnershipSummary? {
        try partnerships("slug = \(slug)").first
    }

    package func partnership(id: ID<Partnership>) throws -> PartnershipSummary? {
        try partnerships("id = \(id)").first
    }

    /// Every partnership, by name.
    package func allPartnerships() throws -> [PartnershipSummary] { try partnerships("1 = 1") }

    private func partnerships(_ condition: Statement) throws -> [PartnershipSummary] {
        try rows(
            """
            SELECT id, slug, name, reference_prefix, requires_second_factor, is_demonstration, scoping_hours,
                sharing_agreement, agreement_valid_until
            FROM partnerships WHERE \(condition) ORDER BY name
            """
        ) { row in
            PartnershipSummary(
                id: try row.next(), slug: try row.next(), name: try row.next(), referencePrefix: try row.next(),
                requiresSecondFactor: try row.next(), isDemonstration: try row.next(), scopingHours: try row.next(),
                sharingAgreement: try row.next(), agreementValidUntil: try row.next())
        }
    }

    /// Every code list, in its own order.
    package func codeLists() throws -> CodeLists {
        var lists: [String: [CodeValue]] = [:]
        let found = try rows(
            """
            SELECT list, code, label, valid_from, valid_until, note, confirmed FROM code_values ORDER BY list, position
            """
        ) { row in
            (
                try row.next(String.self),
                CodeValue(
                    code: try row.next(), label: try row.next(), validFrom: try row.next(),
                    validUntil: try row.next(), note: try row.next(String?.self) ?? "", isConfirmed: try row.next())
            )
        }
        for (list, value) in found { lists[list, default: []].append(value) }
        return CodeLists(lists.map { CodeList(name: $0.key, values: $0.value) })
    }
}
