import Access
import Design
import HTML
import Kernel

/// What is to be done on a concern, and what was.
package struct TasksSection: Component {
    let concern: ID<Concern>
    let tasks: [TaskDetail]
    let canAdd: Bool
    let today: Day
    let links: ConcernLinks

    package init(concern: ID<Concern>, tasks: [TaskDetail], canAdd: Bool, today: Day, links: ConcernLinks) {
        self.concern = concern
        self.tasks = tasks
        self.canAdd = canAdd
        self.today = today
        self.links = links
    }

    package var markup: Markup {
        Card(
            "Tasks", id: "tasks",
            aside: {
                if canAdd { a(.href(links.newTask(concern))) { "Add a task" } }
            }
        ) {
            let open = tasks.filter(\.isOpen)
            let done = tasks.filter { !$0.isOpen }
            if open.isEmpty { p(.class("soft")) { "No task is open." } } else { TaskList(open.map(item)) }
            if !done.isEmpty {
                Details("Finished tasks (\(done.count))") {
                    ul { for task in done { li { finished(task) } } }
                }
            }
        }.markup
    }

    private func item(_ task: TaskDetail) -> TaskList.Item {
        let status: TaskList.Item.Status =
            task.dueOn < today
            ? .other("Overdue since \(task.dueOn.text)", .alert) : .other("Due \(task.dueOn.text)", .plain)
        return TaskList.Item(
            task.title, status, link: links.task(concern, task.id),
            hint: [task.organisationName, StrandKind(rawValue: task.strand).map { "\($0.label) strand" }]
                .compactMap { $0 }.joined(separator: " · "))
    }

    @MarkupBuilder private func finished(_ task: TaskDetail) -> Markup {
        strong { task.title }
        " \(task.organisationName)\(task.doneAt.map { ", \($0.day.text)" } ?? "")"
        p { task.result }
    }
}
