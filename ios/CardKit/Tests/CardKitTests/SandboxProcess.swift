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

    /// A sandbox that was started meanwhile may hold this one's input open, so it is told to end as well: waiting for it here
    /// would keep a thread from the tests that the other one waits for.
    func close() {
        try? input.fileHandleForWriting.close()
        process.terminate()
        process.waitUntilExit()
    }

    /// Its switches: `faults`, `twists`, `clear` …
    func control(_ change: String) async throws {
        var request = URLRequest(url: try address((addresses["control"] ?? "") + "/control"))
        request.httpMethod = "POST"
        request.httpBody = Data(change.utf8)
        let answer = try await Visit.to(request)
        if answer.status != 200 { throw Surprise(what: "control says \(answer.status): \(answer.body)") }
    }

    /// The code in the last e-mail to a persona.
    func emailCode(_ person: String) async throws -> String? {
        struct State: Decodable {
            struct Mail: Decodable {
                let person, text: String
            }
            let mails: [Mail]
        }
        let answer = try await Visit.to(URLRequest(url: try address((addresses["control"] ?? "") + "/state")))
        let mails = try JSONDecoder().decode(State.self, from: Data(answer.body.utf8)).mails
        return mails.last { $0.person == person }?.text
            .split { !($0.isASCII && $0.isNumber) }.first { $0.count == 6 }.map(String.init)
    }

    private static let program: String =
        ProcessInfo.processInfo.environment["CARD_SANDBOX"]
        ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../target/debug/card-sandbox")
        .standardized.path
}

struct Surprise: Error {
    let what: String
}
