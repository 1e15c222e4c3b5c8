import Access
import Design
import Figures
import HTML
import Kernel
import Reviews
import Web

/// One publication: its sections in their order, its signatures and its editions, and what can be done now.
struct PublicationPage {
    let file: PublicationFile
    let form: Form
    let notice: String?
    let token: String

    private var publication: PublicationDetail { file.publication }

    func markup(_ context: SignedIn) -> Markup {
        let links = PublicationLinks(context.place.slug)
        return SignedInPage(
            context, section: .publications, title: publication.facts.kind.label, problems: form.problems, notice: notice
        ) {
            Breadcrumbs([("Publications", links.list)], current: publication.facts.title)
            PageHeading(publication.facts.title) {
                "\(publication.about). "
                Tag(publication.state.label, publication.state == .published ? .good : .plain)
                if publication.edition > 1 { " Edition \(publication.edition)" }
            } actions: {
                actions(context, links)
            }
            Split {
                if publication.edition > 1, publication.state == .draft {
                    InsetText {
                        p { "This is the correction of edition \(publication.edition - 1): \(publication.reason)" }
                        p {
                            publication.keepsFigures
                                ? "It keeps the figures that are out." : "Its figures are counted again."
                        }
                        if context.viewer.isCoordinator {
                            FormTag(context, action: links.giveUp(publication.id), token: "\(token)-give-up") {
                                p {
                                    "To leave it at edition \(publication.edition - 1), give the correction up. What was changed is then lost."
                                }
                                Actions { Button("Give the correction up", .second) }
                            }
                        }
                    }
                }
                sections(context, links)
            } side: {
                next(context, links)
                editions(context, links)
            }
        }.markup
    }

    private func actions(_ context: SignedIn, _ links: PublicationLinks) -> Markup {
        let isCoordinator = context.viewer.isCoordinator
        return Markup {
            switch publication.state {
            case .draft:
                if isCoordinator {
                    ButtonLink("Look at the document", to: links.preview(publication.id))
                    ButtonLink("Check and lock", to: links.lock(publication.id), .second)
                    ButtonLink("Title and days", to: links.change(publication.id), .second)
                }
                if file.editions.contains(where: { $0.release != nil && $0.withdrawnAt == nil }) {
                    ButtonLink("Withdraw what is out", to: links.withdraw(publication.id), .second)
                }
            case .locked:
                ButtonLink("Read the document", to: links.preview(publication.id))
                ButtonLink("Sign", to: links.sign(publication.id), .second)
            case .published:
                ButtonLink("Read the document", to: links.preview(publication.id))
                if isCoordinator { ButtonLink("Correct", to: links.correct(publication.id), .second) }
                ButtonLink("Withdraw", to: links.withdraw(publication.id), .second)
            case .withdrawn:
                if isCoordinator { ButtonLink("Write it anew", to: links.correct(publication.id), .second) }
            }
        }
    }

    // MARK: Sections

    private func sections(_ context: SignedIn, _ links: PublicationLinks) -> Markup {
        let mayWrite = context.viewer.isCoordinator && publication.state == .draft
        return Card("Sections") {
            if mayWrite { a(.href(links.newSection(publication.id))) { "Add a section" } }
        } content: {
            DataTable(
                "Sections in their order",
                columns: [.init("Section", .rowHeading), .init("Kind"), .init("Where it stands")]
                    + (mayWrite ? [.init("Move", isHeadingShown: false)] : []),
                rows: file.sections.enumerated().map { place, section in
                    let name = PublicationPage.name(of: section.draft)
                    return [
                        a(.href(links.section(section.id, of: publication.id))) { name }, .text(section.draft.kind.label),
                        standing(section),
                    ] + (mayWrite ? [moves(section, name, place, context, links)] : [])
                }, empty: "There is no section. Add one.")
        }.markup
    }

    /// What a section is called.
    static func name(of draft: SectionDraft) -> String {
        if !draft.title.isEmpty { return draft.title }
        switch draft.kind {
        case .figures: return FigureSection(rawValue: draft.source)?.label ?? draft.kind.label
        case .chart, .table: return PublicationTables.tables.first { $0.id == draft.source }?.heading ?? draft.kind.label
        case .publishedStatistics: return StatisticChoice(draft.source)?.table.label ?? draft.kind.label
        default: return draft.kind.label
        }
    }

    private func standing(_ section: SectionDetail) -> Markup {
        let draft = section.draft
        return Markup {
            switch draft.kind {
            case .figures, .chart, .table: span(.class("soft")) { "From the records" }
            case .publishedStatistics: span(.class("soft")) { "From published statistics" }
            case .statedFigures: "\(draft.statedKeys.count) figures with their sources"
            case .objectives:
                if draft.objectives.isEmpty { Tag("Empty", .warn) } else { "\(draft.objectives.count) objectives" }
            default:
                if draft.body.isEmpty {
                    Tag("Empty", .warn)
                } else if section.waitsForApproval {
                    Tag("To be approved", .warn)
                } else if let approver = section.approver {
                    "Approved by \(approver.name)"
                } else {
                    "Written by \(section.writer?.name ?? "somebody")"
                }
            }
        }
    }

    private func moves(
        _ section: SectionDetail, _ name: String, _ place: Int, _ context: SignedIn, _ links: PublicationLinks
    ) -> Markup {
        FormTag(context, action: links.move(section.id, of: publication.id), token: "\(token)-\(place)") {
            Actions {
                if place > 0 {
                    Button("Up", .second, name: "to", value: "up", attributes: [.aria("label", "Move \(name) up")])
                }
                if place + 1 < file.sections.count {
                    Button("Down", .second, name: "to", value: "down", attributes: [.aria("label", "Move \(name) down")])
                }
            }
        }.markup
    }

    // MARK: What comes next

    private func next(_ context: SignedIn, _ links: PublicationLinks) -> Markup {
        Card("What comes next") {
            switch publication.state {
            case .draft:
                p { "Write the sections. Figures are drawn from the records each time the document is looked at." }
                p { "A case study is approved by somebody who did not write it." }
                p { "Then the document is checked and locked, and two people sign it." }
            case .locked:
                if let edition = file.current {
                    p {
                        "Locked on \(edition.lockedAt.day.text)\(edition.lockedBy.isEmpty ? "" : " by \(edition.lockedBy)"). Words and figures stay as they are."
                    }
                    signatures(edition)
                    if context.viewer.isCoordinator {
                        FormTag(context, action: links.unlock(publication.id), token: token) {
                            p { "To change something, unlock it. Signatures are then removed." }
                            Actions { Button("Unlock", .second) }
                        }
                    }
                }
            case .published:
                if let edition = file.current {
                    if let release = edition.release {
                        p { a(.href(OpenLinks.release(context.place.slug, release))) { "Where everybody can read it" } }
                    }
                    signatures(edition)
                }
            case .withdrawn:
                p { "It is withdrawn: \(file.editions.first { $0.withdrawnAt != nil }?.withdrawnReason ?? "")" }
            }
        }.markup
    }

    private func signatures(_ edition: EditionDetail) -> Markup {
        SummaryList(
            SigningRole.allCases.map { role in
                .init(role.label, .text(edition.signature(role).map { "\($0.name), \($0.at.day.text)" } ?? ""))
            }, absent: "Not signed yet"
        ).markup
    }

    private func editions(_ context: SignedIn, _ links: PublicationLinks) -> Markup {
        let out = file.editions.filter { $0.publishedAt != nil }
        return Markup {
            if !out.isEmpty {
                Card("Editions") {
                    ul(.class("plain")) {
                        for edition in out {
                            li {
                                a(.href(links.edition(edition.number, of: publication.id))) { "Edition \(edition.number)" }
                                " published \(edition.publishedAt?.day.text ?? "")"
                                if edition.withdrawnAt != nil {
                                    " "
                                    Tag("Withdrawn", .warn)
                                }
                                if !edition.changes.isEmpty { " with \(edition.changes.count) changes" }
                            }
                        }
                    }
                }
            }
        }
    }
}
