import Access
import Design
import Figures
import HTML
import Kernel
import Reviews
import Web

/// One section of a publication: its form while it is a draft and the reader may write, otherwise what it says; with the
/// approval of a case study.
struct SectionPage {
    let form: Form
    let publication: PublicationDetail
    /// Nil for a new one.
    let section: SectionDetail?
    let kind: SectionKind
    let findings: [String]
    /// The figures from elsewhere that a section of them can state.
    let stated: [StatedFigureLibrary.Shown]
    /// The police forces that published statistics can be of.
    let forces: [Choice]
    let notice: String?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PublicationLinks(context.place.slug)
        let mayWrite = context.viewer.isCoordinator && publication.state == .draft
        let heading = section == nil ? "Add a section: \(kind.label.lowercased())" : kind.label
        return SignedInPage(context, section: .publications, title: heading, problems: form.problems, notice: notice, layout: .narrow) {
            Breadcrumbs(
                [("Publications", links.list), (publication.facts.title, links.publication(publication.id))], current: heading)
            PageHeading(heading) { kind.hint }
            if let section, kind == .caseStudy { approval(section, context, links) }
            if mayWrite {
                writing(context, links)
            } else if let section {
                reading(section)
            }
            if mayWrite, let section {
                FormTag(context, action: links.remove(section.id, of: publication.id), token: "\(token)-remove") {
                    Actions { Button("Remove this section", .second) }
                }
            }
        }.markup
    }

    private func writing(_ context: SignedIn, _ links: PublicationLinks) -> Markup {
        let action = section.map { links.section($0.id, of: publication.id) } ?? links.newSection(publication.id)
        let version = section.map { form.data.version ?? $0.version }
        return FormTag(context, action: action, token: token, version: version) {
            if let section { HiddenInput(name: FormData.baseField, value: form.base(SectionForm.data(of: section.draft))) }
            HiddenInput(name: "kind", value: kind.rawValue)
            switch kind {
            case .figures: choice("Which figures?", publication.facts.kind.figureChoices.map { Choice($0.rawValue, $0.label) })
            case .chart: choice("Which chart?", publication.facts.kind.chartChoices.map { Choice($0.id, $0.heading) })
            case .table: choice("Which table?", publication.facts.kind.tableChoices.map { Choice($0.id, $0.heading) })
            case .objectives:
                title
                for number in 1...SectionForm.rows(form.data) { objective(number) }
            case .statedFigures: statedFigures(context)
            case .publishedStatistics: publishedStatistics
            default:
                title
                TextArea(
                    "Text", name: "body", value: form.value("body"),
                    hint:
                        "An empty line begins a paragraph. “## ” begins a heading, “- ” an item, “> ” a quotation, “— ” says whose words they are. A short key in braces, such as {people-trained}, stands for a figure from elsewhere.",
                    problem: form.problem("body"), lines: 16)
                if kind == .caseStudy {
                    TextInput(
                        "Accepted words", name: "accepted", value: form.value("accepted"),
                        hint:
                            "Words with a capital letter that point at nobody, and words such as “church” that tell of nobody in the story, with commas between them",
                        problem: form.problem("accepted"))
                }
            }
            Actions {
                Button("Save")
                if kind == .objectives { Button("Save and add more", .second, name: "then", value: "more") }
                ButtonLink("Cancel", to: links.publication(publication.id), .second)
            }
        }.markup
    }

    private func statedFigures(_ context: SignedIn) -> Markup {
        Markup {
            title
            if stated.isEmpty {
                InsetText {
                    p {
                        "No figure is recorded yet. "
                        a(.href(PageLinks.statedFigures(context.place.slug))) { "Figures from elsewhere" }
                    }
                }
            }
            Checkboxes(
                "Which figures?", name: "source",
                choices: stated.map {
                    Choice($0.figure.key, "\($0.name): \($0.text)", hint: "{\($0.figure.key)} \($0.figure.source.text)")
                },
                chosen: form.data.texts("source"), problem: form.problem("source"), layout: .list)
            Checkboxes(
                "Which of them stand large?", name: "accepted",
                choices: stated.filter { !$0.isWithheld }.map { Choice($0.figure.key, "\($0.what): \($0.text)") },
                chosen: form.data.texts("accepted"), hint: "The first four stand on the infographic as well", layout: .list)
            TextArea(
                "Words before the figures", name: "body", value: form.value("body"), hint: "May stay empty", problem: form.problem("body"),
                lines: 4)
        }
    }

    private var publishedStatistics: Markup {
        Markup {
            choice("Which table?", StatisticChoice.Table.allCases.map { Choice($0.rawValue, $0.label) })
            Checkboxes(
                "Of which police forces?", name: "forces", choices: forces, chosen: form.data.texts("forces"),
                hint:
                    "None for the whole country. Several are counted together, and stand beside each other in the table by police force. What stands is the newest year up to the last day of the document, with the year before.",
                problem: form.problem("forces"), layout: .names)
        }
    }

    private var title: TextInput {
        TextInput("Heading", name: "title", value: form.value("title"), problem: form.problem("title"))
    }

    private func choice(_ label: String, _ choices: [Choice]) -> Select {
        Select(label, name: "source", choices: choices, chosen: form.value("source"), problem: form.problem("source"))
    }

    private func objective(_ number: Int) -> Markup {
        func line(_ label: String, _ name: String, hint: String? = nil) -> TextInput {
            TextInput(
                label, name: "\(name)-\(number)", value: form.value("\(name)-\(number)"), hint: hint,
                problem: form.problem("\(name)-\(number)"))
        }
        func text(_ label: String, _ name: String, hint: String? = nil) -> TextArea {
            TextArea(
                label, name: "\(name)-\(number)", value: form.value("\(name)-\(number)"), hint: hint,
                problem: form.problem("\(name)-\(number)"), lines: 3)
        }
        return Card("Objective \(number)") {
            line("Number", "number", hint: "1.2")
            line("Item", "item", hint: "What it belongs to")
            line("Objective", "objective")
            Select(
                "How far is it?", name: "status-\(number)", choices: ObjectiveFile.statuses.map { Choice($0, $0) },
                chosen: form.value("status-\(number)"), prompt: "Not reported", problem: form.problem("status-\(number)"))
            text("Progress and outcomes", "progress", hint: "A line for each")
            if publication.facts.kind.objectiveLayout == .programme {
                text("Why", "why", hint: "A line for each")
                text("How", "how", hint: "A line for each")
                text("Outcome", "outcomes", hint: "A line for each")
            }
            Checkboxes(
                "Figures that show how far it is", name: "measures-\(number)",
                choices: Counted.allCases.map { Choice($0.rawValue, $0.heading) }, chosen: form.data.texts("measures-\(number)"))
            line("Figures from elsewhere that show how far it is", "figures", hint: "Their short keys, with commas between them")
            TextInput(
                "Place in the order", name: "order-\(number)", value: form.value("order-\(number)"), kind: .digits, width: .short)
            TickBox("Take this objective out", name: "remove-\(number)", isTicked: form.isChosen("remove-\(number)", "yes"))
        }.markup
    }

    private func approval(_ section: SectionDetail, _ context: SignedIn, _ links: PublicationLinks) -> Markup {
        Markup {
            if !findings.isEmpty {
                WarningText { "It cannot be published like this: something in it could tell who it is about." }
                ul { for finding in findings { li { finding } } }
            }
            if let approver = section.approver {
                InsetText { p { "Approved by \(approver.name) on \(approver.at.day.text). A change of its words ends the approval." } }
            } else if publication.state == .draft, !section.draft.body.isEmpty {
                if section.writer?.person == context.viewer.person {
                    InsetText {
                        p {
                            "You wrote it as it is now. Another coordinator, or the chair of the board, has to approve it before it is locked."
                        }
                    }
                } else if findings.isEmpty {
                    FormTag(
                        context, action: links.approve(section.id, of: publication.id), token: "\(token)-approve", version: section.version
                    ) {
                        p {
                            "Read it as somebody who knows the place and the people. Do the facts together fit only one person, home or business?"
                        }
                        Actions { Button("Approve: nobody can be recognised", .second) }
                    }
                }
            }
        }
    }

    private func reading(_ section: SectionDetail) -> Markup {
        Card(PublicationPage.name(of: section.draft)) {
            switch kind {
            case .figures, .chart, .table: p { "The records write this section." }
            case .publishedStatistics: p { "Published statistics write this section." }
            case .statedFigures: ul { for key in section.draft.statedKeys { li { key } } }
            case .objectives:
                ul { for entry in section.draft.objectives { li { "\(entry.number) \(entry.objective)" } } }
            default:
                if section.draft.body.isEmpty { p(.class("soft")) { "Nothing is written yet." } }
                WrittenText(section.draft.body)
            }
        }.markup
    }
}

/// Chooses what kind of section is added.
struct ChooseSectionPage {
    let publication: PublicationDetail

    func markup(_ context: SignedIn) -> Markup {
        let links = PublicationLinks(context.place.slug)
        return SignedInPage(context, section: .publications, title: "Add a section", layout: .narrow) {
            Breadcrumbs(
                [("Publications", links.list), (publication.facts.title, links.publication(publication.id))], current: "Add a section")
            PageHeading("Add a section") { "It is added at the end and can be moved." }
            ul(.class("plain")) {
                for kind in publication.facts.kind.sectionChoices {
                    li {
                        a(.href(links.newSection(publication.id).query("kind", kind.rawValue))) { kind.label }
                        br()
                        span(.class("soft")) { kind.hint }
                    }
                }
            }
        }.markup
    }
}
