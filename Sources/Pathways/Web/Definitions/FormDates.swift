import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Days of a form.
struct FormDates {
    let form: Form

    func input(_ label: String, _ name: String, hint: String? = nil) -> DateInput {
        DateInput(
            label, name: name,
            value: .init(day: form.value("\(name)-day"), month: form.value("\(name)-month"), year: form.value("\(name)-year")),
            hint: hint, problem: form.problem(name))
    }
}
