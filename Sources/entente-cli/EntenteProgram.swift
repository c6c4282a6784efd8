import EntenteCommand
import Foundation

@main
struct EntenteProgram {
  static func main() async {
    let environment = ProcessInfo.processInfo.environment
    var arguments = Array(CommandLine.arguments.dropFirst())
    // pandoc runs a filter by one name, to which the program is linked.
    let name = CommandLine.arguments.first?.split(separator: "/").last
    if name == "entente-pandoc" { arguments.insert("pandoc", at: 0) }
    let status = await RootCommand.run(arguments, console: .standard(environment: environment))
    exit(status.rawValue)
  }
}
