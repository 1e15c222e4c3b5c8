import Store

extension Migration {
    /// What colleagues have typed into one form is found by the form.
    static let colleaguesDrafts = Migration(
        13, "drafts by form", ["CREATE INDEX drafts_by_form ON drafts (form, saved_at)"])
}
