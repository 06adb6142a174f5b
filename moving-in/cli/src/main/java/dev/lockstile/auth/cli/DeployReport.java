package dev.lockstile.auth.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Prints what a check of a deployment found, errors first. */
final class DeployReport {

    private DeployReport() {}

    /** Looks, prints and returns the exit code. */
    static int of(ManagedHost host, PrintWriter out) {
        Deployment told = host.deployment()
                .orElseThrow(() -> new IllegalArgumentException(
                        "this host does not tell how it is set up: override ManagedHost.deployment()"));
        List<DeployFinding> found = new ArrayList<>(DeploySettingsCheck.of(told));
        if (host.tellsSchema()) {
            found.addAll(DeployDatabaseCheck.of(host.schema().schema(), host.clock()));
        } else {
            found.add(DeployFinding.warning(
                    "the database was not looked at", "override ManagedHost.schema(), so that its clock is compared"));
        }
        found.sort(Comparator.comparing(DeployFinding::weight));
        found.forEach(out::println);
        long errors = found.stream()
                .filter(finding -> finding.weight() == DeployFinding.Weight.ERROR)
                .count();
        out.println(errors == 0 ? "No errors." : errors + " error(s).");
        return errors == 0 ? ExitCodes.OK : ExitCodes.FAILED;
    }
}
