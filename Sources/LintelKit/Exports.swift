// What strangers need to use `LintelKit` comes with it.
@_exported public import FigureReports
@_exported public import FindingReports
@_exported public import JSONText
@_exported public import MachinePorts
@_exported public import ReviewEngine
@_exported public import SolutionModel
@_exported public import SourceText
