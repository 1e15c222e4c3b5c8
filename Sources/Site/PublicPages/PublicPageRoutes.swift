import Design
import HTML
import Hummingbird
import Kernel
import Schema
import Web

/// The pages for anybody: the start page, help, accessibility and privacy.
struct PublicPageRoutes: Sendable {
    let helplines: [Helpline]
    let isDemonstration: Bool

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/") { _, context -> Response in
            if let person = context.signedIn {
                return .seeOther(person.places.count == 1 ? "/\(person.places[0].slug)" : PageLinks.partnerships)
            }
            return .page(start)
        }
        router.get("help") { _, _ in Response.page(help) }
        router.get("accessibility") { _, _ in Response.page(accessibility) }
        router.get("privacy") { _, _ in Response.page(privacy) }
    }

    private var start: Markup {
        PublicPage(title: "Working one case together", canExit: true, isDemonstration: isDemonstration) {
            PageHeading("Plainsight") { "Agencies working one case together against modern slavery" }
            Card("Somebody is in danger now") { p { "Call 999." } }
            Card("You saw something that worries you") {
                p { "Tell the partnership in your area. You need not give your name." }
                Actions { ButtonLink("Tell us what you saw", to: PageLinks.report) }
            }
            Card("Somebody to talk to") {
                ul {
                    for line in helplines where line.code != "emergency" {
                        li { "\(line.name): \(line.number). \(line.purpose)" }
                    }
                }
            }
            Card("What partnerships publish") {
                p { "Reviews, reports and figures, in which nobody can be recognised." }
                Actions { ButtonLink("Read what is published", to: PageLinks.published, .second) }
            }
            Card("You work for a member of a partnership") {
                Actions { ButtonLink("Sign in", to: PageLinks.signIn, .second) }
            }
        }.markup
    }

    private var help: Markup {
        PublicPage(title: "Help") {
            PageHeading("Help")
            Card("How a concern travels") {
                ol {
                    li {
                        "Somebody records a concern: an agency, the coordinator who takes a call, or anybody by the public form."
                    }
                    li {
                        "The coordinator screens it and asks chosen agencies what they hold. Each finds the question under My work."
                    }
                    li {
                        "The answers show a picture. The coordinator decides the response: one agency, several together, or a planned operation."
                    }
                    li {
                        "Agencies visit together. Everybody who is met is screened, and what each agency found and did is recorded."
                    }
                    li {
                        "Location, offenders and victims are followed up as three strands until the concern is closed."
                    }
                    li { "Whoever raised the concern hears what came of it." }
                }
            }
            Card("Who sees what") {
                p {
                    "A concern is seen by the coordinator, by the agency that raised it, and by the agencies in its circle. Each concern’s page names them."
                }
                p {
                    "Names of potential victims and of reporters are sealed. Opening one asks for a reason and is recorded."
                }
            }
            Card("If you work with somebody who may be a victim") {
                p {
                    "Begin a pathway from the screening of a visit, from a concern, or under Pathways. Ask in private what they agree to and write the answer down: the page then says which way follows, and why. Whoever may be under 18 is treated as a child."
                }
                p {
                    "A pathway is seen by the coordinator and by the organisations that work with the person, which its page names, and by nobody else: seeing the concern is not enough. An adult is asked before another organisation joins."
                }
                p {
                    "Sealed are who they are, how they can be reached safely, what they told, where they stay, and every text about them. Each opening is recorded, and opening who they are asks for a reason."
                }
                p {
                    "The referral or the report is written part by part from what is known. Somebody else reviews it. Then the key-in pack shows every value in the order of the Home Office’s form, to copy or to print."
                }
                p {
                    "Nothing is sent by itself. Somebody keys the pack in at the Home Office’s service “Report modern slavery” and records the reference here. From then on the page says which decision is awaited, and by when it is due where there is a time for it."
                }
            }
            Card("What is recorded of you") {
                p {
                    "Every page that you open and every change that you make is in the journal, with your name and the time, as section 62 of the Data Protection Act 2018 asks."
                }
            }
            Card("Nothing is lost") {
                p {
                    "Forms save themselves while you type. If your session ends, sign in again and go on. The screening page keeps working when the signal drops."
                }
            }
        }.markup
    }

    private var accessibility: Markup {
        PublicPage(title: "Accessibility") {
            PageHeading("Accessibility")
            p { "This site is made to meet the Web Content Accessibility Guidelines version 2.2 at level AA." }
            p {
                "Every page works with a keyboard alone, with a screen reader, at 400 per cent zoom, on a narrow telephone, and without scripts. Every chart has its table."
            }
            Card("How it is checked") {
                p {
                    "Every page is examined by an automatic check at two widths, with scripts and without, each time the software changes. An automatic check finds some faults and not all: checks by people with disabilities are still to be made."
                }
            }
            Card("If something does not work for you") {
                p {
                    "Tell your partnership’s administrator what you were doing. If you are not content with the answer, the Equality Advisory and Support Service can advise you."
                }
            }
        }.markup
    }

    private var privacy: Markup {
        PublicPage(title: "Privacy") {
            PageHeading("Privacy")
            p {
                "This site sets one cookie when you sign in or open a form, so that the form is known to be yours. It has no advertising, no measuring of visitors and nothing from other sites."
            }
            p {
                "What you tell by the public form is read by the coordinator of the partnership that you chose. Your network address is used for a short time to stop floods of false reports and is not kept with your report."
            }
            p {
                "Each member organisation remains responsible for what it records. The partnership’s sharing agreement says who may see it and why."
            }
        }.markup
    }
}
