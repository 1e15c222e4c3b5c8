import Access
import Design
import HTML
import Kernel
import Web

/// Other records of the same person, for those who see them too; the coordinator confirms, parts and links.
struct MetAgainCard: Component {
    let lines: [MetAgainLine]
    let victim: ID<PotentialVictim>
    let isCoordinator: Bool
    let form: Form
    let token: String
    let context: SignedIn

    var markup: Markup {
        let links = PathwayLinks(context.place.slug)
        return Markup {
            if isCoordinator || !lines.isEmpty {
                Card("Met again", id: "met-again") {
                    for line in lines { one(line, links) }
                    if isCoordinator {
                        Details("Link another pathway of this person", isOpen: !form.problems.isEmpty) {
                            FormTag(context, action: links.metAgain(victim), token: token) {
                                TextInput(
                                    "Reference of the other pathway", name: "reference", value: form.value("reference"),
                                    hint: "Such as P-4F9A01BC. Only those who see both are shown the link",
                                    problem: form.problem("reference"), width: .medium, autocomplete: "off")
                                Button("Link", .second)
                            }
                        }
                    }
                }
            }
        }
    }

    private func one(_ line: MetAgainLine, _ links: PathwayLinks) -> Markup {
        Markup {
            p {
                a(.href(links.victim(line.other))) { line.reference }
                " begun \(line.openedOn.text), \(line.isEarlier ? "before" : "after") this one "
                switch line.status {
                case .noticed: Tag("Same name and date of birth", .warn)
                case .confirmed: Tag("The same person", .alert)
                case .notTheSame: Tag("Two people", .quiet)
                }
                if line.isByHand { " linked by hand" }
                if line.isAfterPositiveDecision, line.status != .notTheSame {
                    " "
                    Tag("After a positive decision", .alert)
                }
            }
            if isCoordinator {
                FormTag(context, action: links.metAgain(victim), token: "\(token).\(line.id.text)") {
                    HiddenInput(name: "link", value: line.id.text)
                    Actions {
                        if line.status != .confirmed { Button("The same person", .second, name: "is", value: "same") }
                        if line.status != .notTheSame { Button("Two people", .second, name: "is", value: "two") }
                    }
                }
            }
        }
    }
}
