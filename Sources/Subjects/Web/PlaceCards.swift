import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// What is known of a place beside the records that mention it: licences and orders, who owns, lets or runs it and where else, and whom
/// visits met there.
struct PlaceCards {
    let place: ID<Subject>
    let history: PlaceHistory
    let lists: CodeLists
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        return Markup {
            licences(context, links)
            parties(context, links)
            met(links)
        }
    }

    private func licences(_ context: SignedIn, _ links: SubjectLinks) -> Markup {
        let mayRecord = RecordLicence.permits(context.viewer)
        return Card("Licences and orders") {
            DataTable(
                "Licences and orders",
                columns: [
                    .init("What", .rowHeading), .init("Holder"), .init("By"), .init("State"), .init("Source"),
                    .init("Change", .unbroken, isHeadingShown: false),
                ],
                rows: history.licences.map { one in
                    [
                        lines([lists["licence_or_order"].label(one.kind), one.number]), holder(one, links), .text(one.authority),
                        lines([lists["licence_state"].label(one.state), PlaceCards.time(one.from, one.until)]),
                        lines([one.source, one.organisationName.isEmpty ? "" : "\(one.organisationName), \(one.recordedAt.day.text)"]),
                        Markup {
                            if ChangeLicence.isAllowed(one.organisation, to: context.viewer) {
                                a(.href(links.licence(one.id, at: place))) {
                                    "Change"
                                    span(.class("unseen")) { " \(lists["licence_or_order"].label(one.kind)) \(one.number)" }
                                }
                            }
                        },
                    ]
                }, empty: "No licence or order is recorded here.")
            if mayRecord { p { a(.href(links.newLicence(at: place))) { "Record a licence or an order" } } }
        }.markup
    }

    private func holder(_ one: LicenceDetail, _ links: SubjectLinks) -> Markup {
        Markup {
            one.holder
            if let subject = one.holderSubject {
                if !one.holder.isEmpty { br() }
                PlaceCards.name(subject, links)
                // Beside an owner or a landlord they stand once.
                if !history.parties.contains(where: { $0.subject.id == subject.id }) { others(of: subject.id, links) }
            }
        }
    }

    /// A first line, and what belongs to it beneath.
    private func lines(_ texts: [String]) -> Markup {
        Markup {
            texts[0]
            for text in texts.dropFirst() where !text.isEmpty {
                br()
                span(.class("soft")) { text }
            }
        }
    }

    private func parties(_ context: SignedIn, _ links: SubjectLinks) -> Markup {
        Card("Who owns, lets or runs it") {
            DataTable(
                "Who owns, lets or runs it",
                columns: [
                    .init("Who", .rowHeading), .init("As"), .init("Other premises"), .init("Source"),
                    .init("Change", .unbroken, isHeadingShown: false),
                ],
                rows: history.parties.map { one in
                    [
                        PlaceCards.name(one.subject, links),
                        lines([lists["premises_role"].label(one.role), PlaceCards.time(one.from, one.until)]),
                        others(of: one.subject.id, links), .text(one.source),
                        Markup {
                            if UntieParty.isAllowed(one.organisation, to: context.viewer) {
                                FormTag(
                                    context, action: links.untie(one.id, from: place), token: "\(token)-\(one.id.text.suffix(8))"
                                ) {
                                    button(.class("link-button"), .type("submit")) {
                                        "Not of it"
                                        span(.class("unseen")) { ": \(one.subject.reference)" }
                                    }
                                }
                            }
                        },
                    ]
                }, empty: "Nobody is named yet.")
            if TieParty.permits(context.viewer) { p { a(.href(links.newParty(at: place))) { "Name an owner, a landlord or an agent" } } }
        }.markup
    }

    private func others(of subject: ID<Subject>, _ links: SubjectLinks) -> Markup {
        let places = history.otherPremises[subject] ?? []
        return Markup {
            if !places.isEmpty { ul(.class("plain")) { for one in places { li { PlaceCards.name(one, links) } } } }
        }
    }

    @MarkupBuilder private func met(_ links: SubjectLinks) -> Markup {
        if history.met > 0 {
            Card("People met here") {
                p {
                    history.met == 1
                        ? "1 person was met here on visits that you may see."
                        : "\(history.met) people were met here on visits that you may see."
                }
                if !history.metAgain.isEmpty {
                    DataTable(
                        "People met again",
                        columns: [.init("Screened as", .rowHeading), .init("Known as"), .init("Also in")],
                        rows: history.metAgain.map { one in
                            [
                                .text(one.reference), a(.href(links.subject(one.subject))) { one.subjectReference },
                                Markup {
                                    ul(.class("plain")) {
                                        for line in one.elsewhere { li { a(.href(links.record(line.source))) { line.reference } } }
                                    }
                                },
                            ]
                        })
                    p(.class("soft")) { "Names stay sealed." }
                }
            }
        }
    }

    static func name(_ subject: NamedSubject, _ links: SubjectLinks) -> Markup {
        Markup {
            a(.href(links.subject(subject.id))) { subject.reference }
            " "
            if subject.name.isEmpty { span(.class("soft")) { "Name sealed" } } else { subject.name }
        }
    }

    /// "1 April 2019 to 31 March 2020"
    static func time(_ from: Day?, _ until: Day?) -> String {
        switch (from, until) {
        case (let from?, let until?): "\(from.text) to \(until.text)"
        case (let from?, nil): "Since \(from.text)"
        case (nil, let until?): "Until \(until.text)"
        case (nil, nil): ""
        }
    }
}
