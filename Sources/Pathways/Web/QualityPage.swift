import Access
import Design
import HTML
import Kernel
import Web

/// The quality of referrals by agency and by person, month by month.
struct QualityPage {
    let trends: QualityTrends
    let since: Day

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Quality of referrals") {
            Breadcrumbs([("Pathways", links.list), ("Referrals", links.referrals)], current: "Quality")
            PageHeading("Quality of referrals") {
                "Referrals and duty to notify reports that were handed in, begun since \(since.text)"
            }
            InsetText {
                p {
                    "For feedback and training. The score is advice from what those who decide call a good referral, and no "
                        + "measure of anybody's work. "
                    if !context.viewer.isCoordinator { "You see your own organisation." }
                }
            }
            Card("By agency") { table("Quality by agency", trends.byAgency, hasPeople: false) }
            Card("By person who wrote last") { table("Quality by person", trends.byPerson, hasPeople: true) }
        }.markup
    }

    private func table(_ caption: String, _ rows: [QualityTrends.Row], hasPeople: Bool) -> Markup {
        DataTable(
            caption,
            columns: [.init("Month", .rowHeading), .init("Agency")] + (hasPeople ? [.init("Person")] : [])
                + [.init("Referrals", .number), .init("Mean score", .number), .init("Points lost most often on")],
            rows: rows.map { row in
                [.text(QualityPage.month(row.month)), .text(row.organisation)]
                    + (hasPeople ? [.text(row.person.isEmpty ? "Not recorded" : row.person)] : [])
                    + [
                        .text(row.count.grouped), .text("\(row.mean) of 100"),
                        .text(row.lost.map { "\($0.mark.label) (\($0.count))" }.joined(separator: "; ")),
                    ]
            }, empty: "No referral was handed in during these months."
        ).markup
    }

    /// "June 2026".
    private static func month(_ iso: String) -> String {
        let parts = iso.split(separator: "-")
        guard parts.count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return iso }
        return "\(Day.monthNames[month - 1]) \(parts[0])"
    }
}
