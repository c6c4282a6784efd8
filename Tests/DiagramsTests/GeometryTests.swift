import TestSupport
import Testing

@testable import Diagrams

@Suite struct GeometryTests {
  private static func line(_ start: Point, _ end: Point) -> [Point] {
    [start, start.interpolated(to: end, at: 1 / 3), start.interpolated(to: end, at: 2 / 3), end]
  }

  @Test func `a curve needs whole pieces`() {
    let point = Point(x: 0, y: 0)
    for count in [0, 1, 2, 3, 5, 6] { #expect(CubicPath(Array(repeating: point, count: count)) == nil) }
    #expect(CubicPath(Array(repeating: point, count: 7))?.pieceCount == 2)
  }

  @Test func `cutting keeps the curve and its length`() throws {
    let path = try #require(
      CubicPath([Point(x: 0, y: 0), Point(x: 50, y: 100), Point(x: 100, y: -100), Point(x: 150, y: 0)]))
    let total = path.sampled(perPiece: 200).last!.distance
    let cut = path.droppingLast(20)
    #expect(abs(cut.sampled(perPiece: 200).last!.distance - (total - 20)) < 0.5)
    #expect(cut.point(at: 0.5).distance(to: path.prefix(upTo: 0.5).end) < 40)
    // No more than two thirds go.
    #expect(abs(path.droppingLast(1e6).sampled(perPiece: 200).last!.distance - total / 3) < 1)
  }

  @Test(arguments: NodeShape.allCases)
  func `a line ends on the outline, from inside, short of it or beyond`(shape: NodeShape) throws {
    let box = Rectangle(center: Point(x: 200, y: 0), width: 100, height: 40)
    for angle in [-0.3, -0.05, 0, 0.12, 0.3] {
      for reach in [0.5, 0.7, 1.0] {
        let end = Point(x: 200 * reach, y: 200 * reach * angle)
        let path = try #require(CubicPath(Self.line(Point(x: 0, y: 0), end)))
        let cut = path.ending(atRegion: { shape.contains($0, in: box) }, goal: box.center)
        #expect(!shape.contains(cut.end, in: box))
        let beyond = cut.end.interpolated(to: box.center, at: 0.02)
        #expect(shape.contains(beyond, in: box))
      }
    }
  }

  @Test func `shapes have their corners`() {
    let box = Rectangle(minX: 0, minY: 0, maxX: 100, maxY: 40)
    let corner = Point(x: 99, y: 1)
    #expect(!NodeShape.pill.contains(corner, in: box) && !NodeShape.chamfered.contains(corner, in: box))
    #expect(!NodeShape.sheet.contains(corner, in: box) && NodeShape.sheet.contains(Point(x: 1, y: 1), in: box))
    for shape in NodeShape.allCases {
      #expect(shape.contains(box.center, in: box) && !shape.contains(Point(x: 101, y: 20), in: box))
    }
  }

  @Test func `heads differ by polarity and point at the target`() throws {
    let box = Rectangle(center: Point(x: 300, y: 0), width: 100, height: 40)
    let source = Rectangle(center: Point(x: 0, y: 0), width: 100, height: 40)
    func drawing(_ kind: Diagram.Edge.Kind, _ weight: Double) throws -> EdgeDrawing {
      try #require(
        EdgeDrawing(
          controlPoints: Self.line(source.center, box.center),
          edge: .init(id: "", source: "", target: "", kind: kind, weight: weight), source: (.block, source),
          target: (.block, box)))
    }
    #expect(try drawing(.stance, 0.5).head == .triangle)
    #expect(try drawing(.stance, -0.5).head == .tee)
    #expect(try drawing(.stance, 0).head == .angle)
    #expect(try drawing(.cooperation, 0.5).headData == nil && drawing(.party, 1).headData == nil)
    let path = try drawing(.stance, 1).path
    #expect(abs(path.start.x - 50) < 1 && path.end.x < 240 && path.end.x > 220)
    #expect(try drawing(.stance, 1).width > drawing(.stance, 0.2).width)
  }

  @Test func `routes go around nodes`() {
    let boxes = [0.0, 200, 400].map { Rectangle(center: Point(x: $0, y: 0), width: 100, height: 40) }
    let router = EdgeRouter(boxes: boxes)
    let points = router.route(from: 0, to: 2, bow: 0)
    #expect(CubicPath(points)!.sampled(perPiece: 200).allSatisfy { !boxes[1].contains($0.point) })
    #expect(router.route(from: 0, to: 1, bow: 0).allSatisfy { $0.y == 0 })
    #expect(router.bridge(from: 0, to: 1)!.allSatisfy { $0.y == 0 })
    #expect(
      CubicPath(router.bridge(from: 0, to: 2)!)!.sampled(perPiece: 50).allSatisfy { !boxes[1].contains($0.point) })
  }

  @Test func `a roundabout route gives way to a clear arc and to nothing else`() {
    let boxes = [0.0, 300].map { Rectangle(center: Point(x: $0, y: 0), width: 100, height: 40) }
    let router = EdgeRouter(boxes: boxes)
    let roundabout = [Point(x: 0, y: 20), Point(x: -300, y: 400), Point(x: 600, y: 400), Point(x: 300, y: 20)]
    #expect(router.shortcut(from: 0, to: 1, bow: 0, insteadOf: roundabout)?.allSatisfy { $0.y == 0 } == true)
    let direct = Self.line(boxes[0].center, boxes[1].center)
    #expect(router.shortcut(from: 0, to: 1, bow: 0, insteadOf: direct) == nil)
    let wall = EdgeRouter(boxes: boxes + [Rectangle(center: Point(x: 150, y: 0), width: 40, height: 900)])
    #expect(wall.shortcut(from: 0, to: 1, bow: 0, insteadOf: roundabout) == nil)
  }

  @Test func `there and back are told apart`() {
    let bows = EdgeRouter.bows(of: [(0, 1), (1, 0), (2, 3), (0, 1)])
    #expect(bows[2] == 0)
    // Seen from one side: three different bows.
    #expect(Set([bows[0], -bows[1], bows[3]]).count == 3)
  }

  @Test func `a label far off and free is better than one near by across a line`() throws {
    var placer = LabelPlacer(bounds: Rectangle(minX: 0, minY: 0, maxX: 400, maxY: 400))
    let line = try #require(CubicPath(Self.line(Point(x: 0, y: 100), Point(x: 400, y: 100))))
    placer.trace(line, owner: 0)
    let across = (0..<30).map { Rectangle(center: Point(x: 60 + Double($0), y: 100), width: 80, height: 12) }
    let free = Rectangle(center: Point(x: 200, y: 200), width: 80, height: 12)
    #expect(placer.best(of: across + [free], ignoring: nil) == free)
    #expect(placer.best(of: across, ignoring: nil, limit: 20) == nil)
    #expect(placer.best(of: across, ignoring: nil) != nil)
    #expect(placer.best(of: across, ignoring: 0) == across[0])
  }

  @Test func `labels find free places or none`() {
    var placer = LabelPlacer(bounds: Rectangle(minX: 0, minY: 0, maxX: 200, maxY: 100))
    let taken = Rectangle(minX: 0, minY: 0, maxX: 100, maxY: 100)
    placer.occupy(taken)
    let free = Rectangle(minX: 101, minY: 0, maxX: 120, maxY: 10)
    let inside = Rectangle(minX: 10, minY: 10, maxX: 20, maxY: 20)
    #expect(placer.best(of: [inside, free], ignoring: nil) == free)
    #expect(placer.best(of: [inside], ignoring: nil) == nil)
    placer.trace(CubicPath(Self.line(Point(x: 105, y: -50), Point(x: 105, y: 50)))!, owner: 4)
    let beside = Rectangle(minX: 130, minY: 0, maxX: 150, maxY: 10)
    #expect(placer.best(of: [free, beside], ignoring: nil) == beside)
    #expect(placer.best(of: [free, beside], ignoring: 4) == free)
  }
}
