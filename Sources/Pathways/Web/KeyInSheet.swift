import Design
import HTML
import Kernel
import ReferralForm

/// The key-in pack as somebody reads, copies and prints it: the pages of the web form in its own order under the headings
/// of the prompt sheet, each value with a button that copies it. Without script it is read and printed all the same.
struct KeyInSheet: Component {
    let pack: KeyInPack
    /// Names the report without saying whose it is.
    let heading: String
    let madeFor: String

    var markup: Markup {
        PrintSheet(
            heading, marking: "OFFICIAL-SENSITIVE",
            facts: [
                .init("Kind", .text(pack.check.variant.label)),
                .init("Pages to key in", .text(String(pack.pages.count { $0.information.isEmpty }))),
                .init("Form", .text("As it was on \(pack.validity.from?.text ?? "the day it was read")")),
            ], madeFor: madeFor
        ) {
            p {
                "Nothing has been sent: the Home Office's form takes no data from other systems. Key these pages in at the "
                    + "service “Report modern slavery”, in this order, then record the reference that it gives you."
            }
            if let address = shutOut {
                WarningText {
                    "The service lets in work addresses of the domains that it knows, and it did not know that of “\(address)” in "
                    "April 2026. Use an address of yours that it knows, or let a colleague key the report in."
                }
            }
            CopyValue.status
            for part in parts {
                h2 { part.heading }
                for page in part.pages { self.page(page) }
            }
        }.markup
    }

    /// The work address that is given, where the door of the service would not let it in.
    private var shutOut: String? {
        let address = pack.pages.flatMap(\.values).first { $0.code == "user-email" }?.text ?? ""
        return address.isEmpty || ReferralForm.doorLetsIn(address) ? nil : address
    }

    private func page(_ page: KeyInPage) -> Markup {
        Markup {
            h3 { code { page.path } }
            if page.information.isEmpty { values(of: page) } else { p(.class("soft")) { "Nothing to key in. \(page.information)" } }
        }
    }

    private func values(of page: KeyInPage) -> Markup {
        Markup {
            dl(.class("facts")) {
                for value in page.values {
                    div {
                        dt { value.label }
                        dd {
                            if value.text.isEmpty {
                                span(.class("soft")) {
                                    value.isOptional ? "Leave this empty" : "Not on record here: the form asks whoever keys it in"
                                }
                            } else {
                                typed(value)
                            }
                        }
                    }
                }
            }
        }
    }

    /// What is done with a value: a box is ticked, a day is typed into three fields, everything else is typed or chosen.
    private func typed(_ value: KeyInPage.Value) -> Markup {
        let id = "value-\(value.code)"
        switch (value.kind, Day(value.text)) {
        case (.tick, _): return "Tick"
        case (.date, let day?):
            let (year, month, number) = day.parts
            return Markup {
                for (name, part) in [("Day", number), ("Month", month), ("Year", year)] {
                    span(.class("soft")) { name }
                    CopyValue(
                        id: "\(id)-\(name.lowercased())", what: "“\(value.label)”, \(name.lowercased())",
                        text: part < 10 ? "0\(part)" : String(part))
                }
            }
        default:
            return CopyValue(
                id: id, what: "“\(value.label)”",
                text: ReferralForm.current.field(value.code)?.words(of: value.text) ?? value.text
            ).markup
        }
    }

    /// The pages in their order, with those that follow each other under one heading together.
    private var parts: [(heading: String, pages: [KeyInPage])] {
        var parts: [(heading: String, pages: [KeyInPage])] = []
        for page in pack.pages {
            if let last = parts.last, last.heading == page.heading {
                parts[parts.count - 1].pages.append(page)
            } else {
                parts.append((page.heading, [page]))
            }
        }
        return parts
    }
}
