package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.report.JsonText;
import dev.lockstile.auth.imports.report.VerifyReport.Difference;
import java.io.PrintWriter;

/** Prints the first differences of a comparison, and once that there are more. */
final class ShownDifferences {

    private static final int SHOWN = 20;

    private final PrintWriter out;
    private int told;

    ShownDifferences(PrintWriter out) {
        this.out = out;
    }

    void show(Difference one) {
        told++;
        if (told <= SHOWN) {
            out.println(one.entity() + " " + JsonText.of(one.legacyId()) + ": " + one.field() + ", " + one.detail());
        } else if (told == SHOWN + 1) {
            out.println("... (all of them: --differences FILE)");
        }
    }
}
