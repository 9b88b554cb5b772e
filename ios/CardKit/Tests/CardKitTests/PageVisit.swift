import CardKit
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What a browser does on the sandbox's pages, without pixels; gives the address of the app that it is sent back to.
func fillIn(_ start: String, _ persona: String = "kari", button: String = "login") async throws -> String {
    let here = try await follow(address(start))
    guard let page = here.page else { return here.url.absoluteString }
    let action = attribute(page, after: "<form", "action")
    var request = URLRequest(url: try address(action, from: here.url))
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    let token = attribute(page, after: "name=\"token\"", "value")
    let level = page.contains("name=\"level\"") ? "&level=idporten-loa-high" : ""
    request.httpBody = Data("token=\(token)&person=\(persona)&action=\(button)\(level)".utf8)
    let answer = try await Visit.to(request)
    guard let location = answer.location else { throw Surprise(what: "no redirect but \(answer.status)") }
    let end = try await follow(address(location, from: here.url))
    if end.page != nil { throw Surprise(what: "a page stands in the way: \(end.url.path)") }
    return end.url.absoluteString
}

/// Goes where it is sent, until there is a page to look at or the app is called.
private func follow(_ start: URL) async throws -> (url: URL, page: String?) {
    var here = start
    for _ in 0..<10 {
        if Link(here.absoluteString) != nil { return (here, nil) }
        let answer = try await Visit.to(URLRequest(url: here))
        guard let location = answer.location else { return (here, answer.body) }
        here = try address(location, from: here)
    }
    throw Surprise(what: "sent round in circles")
}

func address(_ text: String, from base: URL? = nil) throws -> URL {
    guard let url = URL(string: text, relativeTo: base) else { throw Surprise(what: "not an address: \(text)") }
    return url.absoluteURL
}

private func attribute(_ page: String, after mark: String, _ name: String) -> String {
    let rest = page.components(separatedBy: mark).dropFirst().joined(separator: mark)
    let value = rest.components(separatedBy: "\(name)=\"").dropFirst().first ?? ""
    return value.components(separatedBy: "\"").first ?? ""
}

/// One request; a redirect is told, not followed.
final class Visit: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    struct Answer: Sendable {
        var status = 0
        var location: String?
        var body = ""
    }

    private var answer = Answer()
    private var body = Data()
    private var waiting: CheckedContinuation<Answer, any Error>?

    static func to(_ request: URLRequest) async throws -> Answer {
        let visit = Visit()
        let configuration = URLSessionConfiguration.ephemeral
        configuration.connectionProxyDictionary = [:]
        let session = URLSession(configuration: configuration, delegate: visit, delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        return try await withCheckedThrowingContinuation {
            visit.waiting = $0
            session.dataTask(with: request).resume()
        }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        answer.status = response.statusCode
        answer.location = response.value(forHTTPHeaderField: "Location")
        completionHandler(nil)
        end(nil)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) { body += data }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        if answer.status == 0 { answer.status = (task.response as? HTTPURLResponse)?.statusCode ?? 0 }
        end(error)
    }

    private func end(_ error: (any Error)?) {
        answer.body = String(decoding: body, as: UTF8.self)
        if let error { waiting?.resume(throwing: error) } else { waiting?.resume(returning: answer) }
        waiting = nil
    }
}
