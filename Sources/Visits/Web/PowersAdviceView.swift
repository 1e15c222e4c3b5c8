import Design
import HTML

/// What the directory of powers says of the chosen agencies and the place.
struct PowersAdviceView: Component {
    let advice: PowersAdvice

    var markup: Markup {
        Markup {
            for warning in advice.warnings { WarningText { warning } }
            if let lead = advice.lead {
                InsetText {
                    h3 { "Suggested lead: \(lead.name)" }
                    p {
                        lead.reason
                        if !lead.isConfirmed {
                            " "
                            toBeConfirmed
                        }
                    }
                }
            }
            SummaryList([
                .init("Notice", .text(notice)),
                .init(
                    "Warrant",
                    advice.needsWarrant ? "Needed, or consent that is freely given" : "Not needed for the lead"),
            ])
            DataTable(
                "Powers of each agency", isCaptionShown: true,
                columns: [.init("Agency", .rowHeading), .init("May enter"), .init("Reaches"), .init("Needs")],
                rows: advice.lines.flatMap(rows))
            if !advice.notes.isEmpty {
                h3 { "Common mistakes" }
                ul { for note in advice.notes { li { note } } }
            }
            p(.class("soft")) {
                "This is a planning aid and not legal advice. Rows marked to be confirmed have not been checked against the Act."
            }
        }
    }

    private var notice: String {
        guard advice.lead != nil else { return "Not known without a lead" }
        guard advice.noticeHours > 0 else { return "None for the lead's power" }
        return "\(advice.noticeHours) hours. \(advice.notice)"
    }

    private var toBeConfirmed: Markup { Tag("To be confirmed", .quiet).markup }

    private func rows(_ line: PowersAdvice.Line) -> [[Markup]] {
        if line.powers.isEmpty {
            return [[.text(line.name), line.note.isEmpty ? "Not known" : .text(line.note), "Nothing", "Invitation"]]
        }
        return line.powers.map { row(line.name, $0) }
    }

    private func row(_ name: String, _ power: PowersAdvice.Power) -> [Markup] {
        let entry = power.power
        return [
            .text(name),
            Markup {
                "\(entry.statute): \(entry.purpose). \(entry.note) "
                if !entry.isConfirmed { toBeConfirmed }
            },
            power.reach == .all ? "All of it" : "A part",
            .text(needs(entry)),
        ]
    }

    private func needs(_ power: EntryPower) -> String {
        var needs: [String] = []
        switch power.withoutWarrant {
        case .yes: break
        case .no: needs.append("a warrant")
        case .partly: needs.append("its conditions met, or a warrant")
        }
        if power.noticeHours > 0 { needs.append("notice: \(power.notice)") }
        return needs.isEmpty ? "Nothing more" : needs.joined(separator: "; ")
    }
}
