import Linguistics

extension WeightsWriter {
  /// The network in whole numbers, laid out as ``NetworkLayout`` says.
  static func network(_ net: NetworkTrainer) -> [UInt8] {
    let table = buckets(net.keys.enumerated().map { ($1, UInt32($0)) })
    let shape = NetworkShape(
      width: net.width, layers: net.layers.count, reading: net.settings.reading, tagCount: net.tagCount,
      labelCount: net.labelCount, vectorCount: net.keys.count, bucketCount: table.count / HashBuckets.length,
      vectorBits: 6)
    let layout = NetworkLayout(shape)
    var bytes: [UInt8] = []
    for number in shape.numbers { bytes.append(littleEndian: UInt32(number)) }

    func begin(_ range: Range<Int>) {
      while bytes.count < range.lowerBound { bytes.append(0) }
    }
    begin(layout.buckets)
    bytes += table
    begin(layout.vectors)
    let scale = Float(1 << shape.vectorBits)
    for index in 0..<net.vectors.count {
      let value = max(-127, min(127, (net.vectors.value[index] * scale).rounded()))
      bytes.append(UInt8(bitPattern: Int8(value)))
    }
    func write(
      _ weights: Parameter, _ bias: [(Parameter, factor: Float, offset: Int)], weightRange: Range<Int>,
      biasRange: Range<Int>
    ) {
      begin(weightRange)
      let unit = Float(1 << FixedPoint.weight)
      for pair in 0..<weights.rows / 2 {
        for column in 0..<weights.columns {
          for row in [pair * 2, pair * 2 + 1] {
            let value = weights.value[row * weights.columns + column] * unit
            bytes.append(littleEndian: Int16(max(-32_767, min(32_767, value.rounded()))))
          }
        }
      }
      begin(biasRange)
      var sums = [Float](repeating: 0, count: weights.columns)
      for (parameter, factor, offset) in bias {
        for column in 0..<parameter.columns { sums[offset + column] += parameter.value[column] * factor }
      }
      for sum in sums {
        bytes.append(littleEndian: Int32((sum * Float(1 << (FixedPoint.activation + FixedPoint.weight))).rounded()))
      }
    }
    for (layer, place) in zip(net.layers, layout.layers) {
      write(layer.weights, [(layer.bias, 1, net.width)], weightRange: place.weights, biasRange: place.bias)
    }
    func write(_ weights: Parameter, _ bias: Parameter?, factor: Float = 1, _ place: NetworkLayout.Matrix) {
      write(
        weights, bias.map { [($0, factor, 0)] } ?? [], weightRange: place.weights, biasRange: place.bias)
    }
    write(net.tags, net.tagBias, layout.tags)
    write(net.dependents, net.dependentBias, layout.dependents)
    write(net.heads, net.headBias, layout.heads)
    // Scores of arcs need no scale; the prior is in its proportion.
    write(net.arcs, net.headPrior, factor: 1 / NetworkTrainer.arcScale, layout.arcs)
    write(net.labelDependents, net.labelBias, layout.labelDependents)
    write(net.labelHeads, nil, layout.labelHeads)
    write(net.labels, net.labelOutputBias, layout.labels)
    return bytes
  }
}
