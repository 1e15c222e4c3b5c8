import Access
import Kernel
import Partnerships
import Web

/// The form of a reception centre's plan, read.
struct ReceptionPlanForm {
    let facts: CentreFacts
    let plan: ReceptionPlan
    let address: AddressChange
    let problems: [Problem]

    init(_ data: FormData) {
        let status = CentreFacts.Status(rawValue: data.text("status"))
        problems = status == nil ? [Problem("status", "Choose how far the plan is")] : []
        facts = CentreFacts(
            name: data.text("name"), town: data.id("town"), capacity: data.number("capacity") ?? 0, status: status ?? .draft)
        plan = ReceptionPlan(
            rooms: ReceptionPlanForm.lines(data.text("rooms")), roles: data.texts("roles").sorted(),
            checklist: ReceptionPlanForm.lines(data.text("checklist")), stock: ReceptionPlanForm.lines(data.text("stock")),
            transport: data.text("transport"), note: data.text("note"))
        let typed = data.text("address")
        address = !typed.isEmpty ? .replace(typed) : data.has("address_removed", "yes") ? .remove : .keep
    }

    /// The address that was typed; empty where none was.
    var typedAddress: String {
        if case .replace(let text) = address { text } else { "" }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    }

    /// The fields of a form that says this plan; the sealed address is never filled in.
    static func data(of facts: CentreFacts, _ plan: ReceptionPlan) -> FormData {
        FormData(
            fields: [
                ("name", facts.name), ("town", facts.town?.text ?? ""), ("capacity", String(facts.capacity)),
                ("status", facts.status.rawValue), ("rooms", plan.rooms.joined(separator: "\n")),
                ("checklist", plan.checklist.joined(separator: "\n")), ("stock", plan.stock.joined(separator: "\n")),
                ("transport", plan.transport), ("note", plan.note),
            ] + plan.roles.map { ("roles", $0) })
    }

    /// The fields of a new plan: what is done and who is needed until somebody says otherwise.
    static func proposal(_ lists: CodeLists, today: Day) -> FormData {
        FormData(
            fields: [
                ("checklist", lists["reception_check"].current(on: today).map(\.label).joined(separator: "\n")),
                ("status", CentreFacts.Status.draft.rawValue),
            ] + lists["reception_role"].current(on: today).map { ("roles", $0.code) })
    }

    /// What the questions are called, for two people who change them at once.
    static func labels(_ lists: CodeLists, towns: [TermSummary]) -> [StaleEditPage.Label] {
        let names = Dictionary(towns.map { ($0.id.text, $0.label) }) { first, _ in first }
        return [
            .init("name", "Name"), .init("town", "Town") { names[$0] ?? $0 }, .init("capacity", "Holds"),
            .init("status", "How far the plan is") { CentreFacts.Status(rawValue: $0)?.label ?? $0 },
            .init("rooms", "Rooms"), .init("roles", "Roles") { lists["reception_role"].label($0) },
            .init("checklist", "Checklist"), .init("stock", "Stock"), .init("transport", "Transport"), .init("note", "Note"),
        ]
    }
}
