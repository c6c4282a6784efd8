// Who imports Entente has the words of all its modules, and needs no list of them.
@_exported public import Diagrams
@_exported public import Diplomacy
@_exported public import Extraction
@_exported public import GraphStore
@_exported public import GraphvizRendering
@_exported public import Interchange
@_exported public import Linguistics
@_exported public import PathQueries
@_exported public import Provenance
@_exported public import Reading
@_exported public import RelationGraph
@_exported public import Reports
