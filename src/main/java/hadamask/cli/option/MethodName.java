package hadamask.cli.option;

/// What `--method` names.
public enum MethodName {
    /// Levels or colours, clustered or cut at a threshold.
    CLUSTERS,
    /// What stands out from a photograph, cut where its colours change.
    GRAPHCUT
}
