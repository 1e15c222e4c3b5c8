import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One pathway: the version in force, who has read it, how it was tried out and what is to be put right.
struct DefinitionPage {
    let file: DefinitionFile
    let form: Form
    let lists: CodeLists
    let today: Day
    let notice: String?
    let token: String

    private var definition: DefinitionDetail { file.definition }

    func markup(_ context: SignedIn) -> Markup {
        let links = DefinitionLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "Pathway for \(definition.facts.way.label.lowercased())", problems: form.problems,
            notice: notice
        ) {
            Breadcrumbs([("Our pathways", links.list)], current: definition.facts.title)
            PageHeading(definition.facts.title) {
                [
                    definition.facts.way.label, definition.townName.isEmpty ? "the whole area" : definition.townName,
                    definition.facts.serviceKind.isEmpty
                        ? "every organisation" : lists["organisation_kind"].label(definition.facts.serviceKind),
                ].joined(separator: ", ")
            } actions: {
                if context.viewer.isCoordinator {
                    ButtonLink(definition.draft == nil ? "Write the next version" : "Go on with the draft", to: links.draft(definition.id))
                    if definition.draft != nil { ButtonLink("Publish", to: links.publish(definition.id), .second) }
                    if let current = file.current {
                        ButtonLink("Log a test", to: links.tryOut(current.number, of: definition.id), .second)
                    }
                }
            }
            Split {
                steps(context, links)
                Card("Tried out") {
                    DataTable(
                        "Tests", columns: [.init("Day", .unbroken), .init("How"), .init("Version"), .init("Findings")],
                        rows: file.tests.map { test in
                            [
                                a(.href(links.test(test.id, of: definition.id))) { test.testedOn.text }, .text(test.kind.label),
                                .text(String(test.number)), .text(test.findings),
                            ]
                        }, empty: "Nobody has tried this pathway out. A test round a table takes an hour.")
                }
                if !file.fixes.isEmpty {
                    Card("To be put right") { FixTable(fixes: file.fixes, today: today, links: links, showsPathway: false) }
                }
            } side: {
                readers
                versions(links)
            }
        }.markup
    }

    private func steps(_ context: SignedIn, _ links: DefinitionLinks) -> Markup {
        Markup {
            if let current = file.current {
                Card("In force: version \(current.number), from \(current.validFrom.text)") {
                    if !current.content.purpose.isEmpty { p { current.content.purpose } }
                    StepTable(steps: current.content.steps)
                    if !file.readers.contains(where: { $0.organisation == context.viewer.organisation }) {
                        FormTag(context, action: links.read(current.number, of: definition.id), token: token) {
                            p { "When you have read it, say so for your organisation and pass it on to those who need it." }
                            Actions { Button("\(context.viewer.organisationName) has read it", .second) }
                        }
                    }
                }
            } else {
                WarningText { "No version is in force." }
            }
            if let draft = definition.draft {
                Card("Draft of version \(definition.latest + 1)") {
                    p(.class("soft")) { "Not agreed yet: nobody works by it." }
                    if !draft.purpose.isEmpty { p { draft.purpose } }
                    StepTable(steps: draft.steps)
                }
            }
        }
    }

    private var readers: Markup {
        Card("Read by") {
            if file.current != nil {
                let read = Set(file.readers.map(\.organisation))
                ul(.class("plain")) {
                    for reader in file.readers {
                        li {
                            reader.name
                            span(.class("soft")) { " \(reader.readAt.day.text)" }
                        }
                    }
                    for member in file.meant where !read.contains(member.id) {
                        li {
                            "\(member.name) "
                            Tag("Not yet", .warn)
                        }
                    }
                }
            } else {
                p(.class("soft")) { "Nothing is published to be read." }
            }
        }.markup
    }

    private func versions(_ links: DefinitionLinks) -> Markup {
        Card("Versions") {
            if file.versions.isEmpty { p(.class("soft")) { "None is published." } }
            ul(.class("plain")) {
                for version in file.versions {
                    li {
                        a(.href(links.version(version.number, of: definition.id))) { "Version \(version.number)" }
                        " from \(version.validFrom.text)\(version.validUntil.map { " until \($0.text)" } ?? "")"
                        if version.number > 1 {
                            br()
                            a(.href(links.compare(version.number - 1, version.number, of: definition.id))) {
                                "What changed in version \(version.number)"
                            }
                        }
                    }
                }
            }
        }.markup
    }
}
