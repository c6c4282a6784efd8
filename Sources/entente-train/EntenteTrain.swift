import ArgumentParser

@main
struct EntenteTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-train",
    abstract: "Trains and measures the models that Entente embeds.",
    subcommands: [TrainParser.self, TrainCoder.self, Predict.self, Evaluate.self])
}
