import Access
import Design
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Store

/// Turns what went wrong into a page (or, below /api, into a problem document) with the right status. The log gets the
/// request's number and the kind of fault, never what somebody typed.
package struct ErrorPages: RouterMiddleware {
    package typealias Context = WebContext
    /// Makes the page for an entry that arrived after its session had ended: the sign-in form, with the entry kept in it.
    package typealias SessionEnded = @Sendable (Request, WebContext) async throws -> Response

    private let sessionEnded: SessionEnded

    package init(sessionEnded: @escaping SessionEnded) {
        self.sessionEnded = sessionEnded
    }

    package func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch is SignInNeeded {
            if request.isFetchedByScript {
                return ProblemDocument(
                    status: 401, title: "You are signed out", detail: "Sign in again: what you typed is kept.",
                    request: context.id
                ).response
            }
            if request.method == .get || request.method == .head {
                return .seeOther(PageLinks.signIn.query("return", request.uri.string))
            }
            return try await sessionEnded(request, context)
        } catch is SecondFactorNeeded {
            return .seeOther("/account/second-factor")
        } catch {
            let failure = RequestFailure(error)
            if failure.status.code >= 500 {
                context.logger.error(
                    "request failed",
                    metadata: ["kind": .string(failure.kind), "status": .stringConvertible(failure.status.code)])
            }
            var response =
                request.uri.path.hasPrefix("/api/")
                ? failure.problemDocument(request: context.id)
                : .page(failure.page(request: context.id), status: failure.status)
            if let wrong = error as? MethodNotAllowed {
                response.headers[.allow] = wrong.allowed.joined(separator: ", ")
            }
            return response
        }
    }
}

/// One way in which a request can fail, in the words that a person reads.
package struct RequestFailure {
    package let status: HTTPResponse.Status
    package let title: String
    package let advice: String
    /// For the log: the type of the fault, without any content.
    package let kind: String

    package init(_ error: any Error) {
        func set(_ status: HTTPResponse.Status, _ title: String, _ advice: String, _ kind: String)
            -> (HTTPResponse.Status, String, String, String)
        { (status, title, advice, kind) }
        let parts: (HTTPResponse.Status, String, String, String) =
            switch error {
            case AccessError.notVisible:
                set(
                    .notFound, "Page not found",
                    "There is no such page, or it is not shared with you. Check the address, or ask the coordinator.",
                    "not-visible")
            case AccessError.denied:
                set(
                    .forbidden, "You cannot do this",
                    "You can see this record, but your role does not allow this. Ask the coordinator to do it.",
                    "denied")
            case AccessError.changedMeanwhile:
                set(
                    .conflict, "Somebody else changed this record",
                    "It was changed while you had it open. Go back, copy what you typed, and open the record again.",
                    "changed-meanwhile")
            case FormError.notOurs:
                set(
                    .forbidden, "This form can no longer be sent",
                    "The page was open for too long, or in another session. Go back, copy what you typed, and open the page again.",
                    "form-not-ours")
            case FormError.tooLarge:
                set(
                    .contentTooLarge, "This is too large",
                    "A form can hold 2 megabytes of text. Shorten it, or attach a document.", "form-too-large")
            case is FormError:
                set(
                    .badRequest, "This form could not be read",
                    "It was damaged on its way. Go back and send it again.", "form-unreadable")
            case is RepeatedForm:
                set(
                    .unprocessableContent, "This cannot be sent in this way",
                    "It came without its number, so it could be done twice. Open the page again and use its button.",
                    "no-form-number")
            case is MethodNotAllowed:
                set(
                    .methodNotAllowed, "This address does not take this",
                    "The page exists, but it cannot be used in this way. Open it from a link, or send its own form.",
                    "method-not-allowed")
            case StoreError.busy, StoreError.unreachable, StoreError.outcomeUnknown:
                set(
                    .serviceUnavailable, "The records cannot be reached",
                    "Nothing that was confirmed is lost. Go back and send it again: it will not be recorded twice.",
                    "store")
            case let error as any HTTPResponseError where error.status == .notFound:
                set(
                    .notFound, "Page not found",
                    "There is no such page, or it is not shared with you. Check the address, or ask the coordinator.",
                    "no-route")
            case let error as any HTTPResponseError where error.status.code < 500:
                set(
                    error.status, "This request could not be read", "Go back and try again.",
                    "http-\(error.status.code)")
            default:
                set(
                    .internalServerError, "Something went wrong on our side",
                    "What you sent was not recorded. Go back and send it again. If it happens again, tell the coordinator the number below.",
                    String(describing: type(of: error)))
            }
        (status, title, advice, kind) = parts
    }

    func page(request: String) -> Markup {
        PublicPage(title: title, showsSignIn: false) {
            PageHeading(title)
            p { advice }
            p(.class("soft")) { "Request \(request)" }
            p { a(.href(PageLinks.start)) { "Go to the start page" } }
        }.markup
    }

    /// RFC 9457.
    package func problemDocument(request: String, problems: [Problem] = []) -> Response {
        ProblemDocument(status: Int(status.code), title: title, detail: advice, request: request, problems: problems)
            .response
    }
}
