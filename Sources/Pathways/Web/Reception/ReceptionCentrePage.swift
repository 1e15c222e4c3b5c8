import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One reception centre: its plan, its openings, and the button that opens it.
struct ReceptionCentrePage {
    let file: CentreFile
    let address: String?
    let form: Form
    let lists: CodeLists
    let notice: String?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ReceptionLinks(context.place.slug)
        let centre = file.centre
        return SignedInPage(
            context, section: .pathways, title: "Reception centre", problems: form.problems, notice: notice
        ) {
            Breadcrumbs([("Reception centres", links.list)], current: centre.facts.name)
            PageHeading(centre.facts.name) {
                ReceptionListPage.tag(centre.facts.status)
                " holds \(centre.facts.capacity), plan version \(centre.planNumber)"
                    + (centre.townName.isEmpty ? "" : ", \(centre.townName)")
            } actions: {
                if context.viewer.isCoordinator { ButtonLink("Change the plan", to: links.change(centre.id), .second) }
            }
            Split {
                ReceptionPlanView(plan: file.plan, lists: lists).markup
            } side: {
                open(context, links)
                secretAddress(context, links)
                openings(links)
                versions(links)
            }
        }.markup
    }

    private func open(_ context: SignedIn, _ links: ReceptionLinks) -> Markup {
        Card("Open the centre") {
            if let current = file.openings.first(where: \.isOpen) {
                p { a(.href(links.opening(current.id))) { "It is open: go to register \(current.reference)" } }
            } else if file.centre.facts.status == .ready {
                FormTag(context, action: links.activate(file.centre.id), token: token) {
                    TextInput(
                        "Visit that led here", name: "visit", value: form.value("visit"), hint: "Its reference, or leave it empty",
                        problem: form.problem("visit"), width: .medium)
                    TextInput(
                        "Concern that led here", name: "concern", value: form.value("concern"),
                        hint: "Its reference, or leave it empty", problem: form.problem("concern"), width: .medium)
                    p(.class("soft")) { "You are its manager until you enter somebody else. Only agencies with a role read the register." }
                    Actions { Button("Open it now") }
                }
            } else {
                p(.class("soft")) { "It cannot be opened: the plan is not marked ready." }
            }
        }.markup
    }

    private func secretAddress(_ context: SignedIn, _ links: ReceptionLinks) -> Markup {
        let mayOpen = context.viewer.isCoordinator || file.openings.contains(where: \.isOpen)
        return Card("Address") {
            if let address {
                p { strong { address } }
                p(.class("soft")) { "Your opening it is recorded." }
            } else if !file.centre.hasAddress {
                p(.class("soft")) { "None is kept." }
            } else if mayOpen {
                FormTag(context, action: links.address(file.centre.id), token: token) {
                    TextInput(
                        "Why do you need it?", name: "purpose", value: form.value("purpose"), hint: "Without names; it is recorded",
                        problem: form.problem("purpose"))
                    Actions { Button("Open the address", .second) }
                }
            } else {
                p(.class("soft")) { "Sealed. Whoever holds a role opens it while the centre is open." }
            }
        }.markup
    }

    private func openings(_ links: ReceptionLinks) -> Markup {
        Card("When it was open") {
            if file.openings.isEmpty { p(.class("soft")) { "Never, as far as you may see." } }
            ul(.class("plain")) {
                for opening in file.openings {
                    li {
                        a(.href(links.opening(opening.id))) { opening.reference }
                        " \(opening.activatedAt.day.text)"
                    }
                }
            }
        }.markup
    }

    private func versions(_ links: ReceptionLinks) -> Markup {
        Card("Versions of the plan") {
            ul(.class("plain")) {
                for version in file.versions {
                    li {
                        a(.href(links.plan(version.number, of: file.centre.id))) { "Version \(version.number)" }
                        " \(version.savedAt.day.text)"
                    }
                }
            }
        }.markup
    }
}
