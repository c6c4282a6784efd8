import EntenteCommand
import Foundation

@main
struct EntenteProgram {
  static func main() async {
    let environment = ProcessInfo.processInfo.environment
    let status = await RootCommand.run(
      Array(CommandLine.arguments.dropFirst()), console: .standard(environment: environment))
    exit(status.rawValue)
  }
}
