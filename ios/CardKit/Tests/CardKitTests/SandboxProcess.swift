import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The sandbox as its own process; it ends when its input closes.
final class SandboxProcess: @unchecked Sendable {
    private let process = Process()
    private let input = Pipe()
    private let addresses: [String: String]

    var issuer: String { addresses["issuer"] ?? "" }
    var cardService: String { addresses["card_service"] ?? "" }

    init() throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: Self.program)
        process.arguments = ["--until-stdin-closes"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            line += more
        }
        addresses = try JSONDecoder().decode([String: String].self, from: line)
    }

    deinit { close() }

    func close() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Its switches: `faults`, `twists`, `clear` …
    func control(_ change: String) async throws {
        var request = URLRequest(url: try url((addresses["control"] ?? "") + "/control"))
        request.httpMethod = "POST"
        request.httpBody = Data(change.utf8)
        let answer = try await Visit.to(request)
        if answer.status != 200 { throw Surprise(what: "control says \(answer.status): \(answer.body)") }
    }

    private static let program: String =
        ProcessInfo.processInfo.environment["CARD_SANDBOX"]
        ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../target/debug/card-sandbox")
        .standardized.path
}

struct Surprise: Error {
    let what: String
}

/// What a browser does on the sandbox's page, without pixels; gives the address it is sent back to.
func fillIn(_ address: String, _ persona: String = "kari", button: String = "login") async throws -> String {
    let page = try await Visit.to(URLRequest(url: url(address))).body
    let action = attribute(page, after: "<form", "action")
    var request = URLRequest(url: try url(action, from: url(address)))
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    let token = attribute(page, after: "name=\"token\"", "value")
    request.httpBody = Data("token=\(token)&person=\(persona)&level=idporten-loa-high&action=\(button)".utf8)
    let answer = try await Visit.to(request)
    guard let location = answer.location else { throw Surprise(what: "no redirect but \(answer.status)") }
    return location
}

private func url(_ text: String, from base: URL? = nil) throws -> URL {
    guard let url = URL(string: text, relativeTo: base) else { throw Surprise(what: "not an address: \(text)") }
    return url.absoluteURL
}

private func attribute(_ page: String, after mark: String, _ name: String) -> String {
    let rest = page.components(separatedBy: mark).dropFirst().joined(separator: mark)
    let value = rest.components(separatedBy: "\(name)=\"").dropFirst().first ?? ""
    return value.components(separatedBy: "\"").first ?? ""
}

/// One request; a redirect is told, not followed.
private final class Visit: NSObject, URLSessionDataDelegate, @unchecked Sendable {
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
