package dev.lockstile.auth.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;

/** Prints the steps of a smoke test as they end, and counts those that failed. */
final class SmokeReport {

    private static final String LINE = "%-8s %-10s %s%n";

    private final PrintWriter out;
    private int failed;

    SmokeReport(PrintWriter out) {
        this.out = out;
    }

    /** Runs a step and prints how it ended. Returns whether it passed. */
    boolean step(String name, Step step) throws InterruptedException {
        try {
            print("ok", name, step.run());
            return true;
        } catch (SmokeSkippedException e) {
            skip(name, String.valueOf(e.getMessage()));
            return true;
        } catch (IOException e) {
            failed++;
            print("FAILED", name, reason(e));
            return false;
        }
    }

    void skip(String name, String why) {
        print("skipped", name, why);
    }

    boolean hasFailed() {
        return failed > 0;
    }

    private void print(String outcome, String name, String words) {
        out.printf(LINE, outcome, name, words);
        out.flush();
    }

    private static String reason(IOException e) {
        if (e instanceof SmokeStepException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof ConnectException) {
            return "no connection: is the application running, and is --base its address?";
        }
        return e instanceof HttpTimeoutException
                ? "no answer in time: look at the application's log"
                : "no answer (" + e.getClass().getSimpleName() + "): look at the application's log and its certificate";
    }

    /** What a step does; it returns one line about what was seen. */
    @FunctionalInterface
    interface Step {
        String run() throws IOException, InterruptedException;
    }
}
