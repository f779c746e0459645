// Each of these tests runs whole systems and browsers; two at a time would measure each other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
