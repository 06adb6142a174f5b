package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far an import is: a bar on a terminal, a line every ten seconds elsewhere. */
final class Progress implements ImportWatch {

    private static final int WIDTH = 30;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final Duration BETWEEN_BARS = Duration.ofMillis(200);

    private final ImportWatch files;
    private final PrintWriter err;
    private final Clock clock;
    private final boolean terminal = System.console() != null;
    private Instant began;
    private Instant shown;
    private long total = -1;
    private ImportWatch.HashingProgress hashing = new ImportWatch.HashingProgress(0, 0, Duration.ZERO, Duration.ZERO);

    Progress(ImportWatch files, PrintWriter err, Clock clock) {
        this.files = files;
        this.err = err;
        this.clock = clock;
        this.began = clock.instant();
        this.shown = began;
    }

    @Override
    public void quarantined(QuarantineEntry entry) {
        files.quarantined(entry);
    }

    @Override
    public void named(NamedPerson person) {
        files.named(person);
    }

    @Override
    public void begins(long people) {
        total = people;
        began = clock.instant();
        shown = began;
    }

    @Override
    public void hashing(ImportWatch.HashingProgress now) {
        hashing = now;
    }

    @Override
    public void progress(long people) {
        Instant now = clock.instant();
        if (Duration.between(shown, now).compareTo(terminal ? BETWEEN_BARS : BETWEEN_LINES) < 0) {
            return;
        }
        shown = now;
        String text = line(people, Duration.between(began, now).toMillis());
        if (terminal) {
            err.print("\r" + bar(people) + text + "   ");
        } else {
            err.println(text);
        }
        err.flush();
    }

    /** Ends the bar. */
    void end() {
        if (terminal) {
            err.println();
        }
    }

    private String bar(long people) {
        int full = total <= 0 ? 0 : (int) Math.min(WIDTH, people * WIDTH / total);
        return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] ";
    }

    /** The pace of everything but hashing, since weak hashes may all lie in one part of the source. */
    private String line(long people, long millis) {
        long others = Math.max(1, millis - hashing.spent().toMillis());
        long rate = people * 1000 / Math.max(1, millis);
        if (total <= 0 || people == 0) {
            return String.format(Locale.ROOT, "%d people, %d per second", people, rate) + hashes();
        }
        long left = Math.max(0, total - people) * others / people / 1000;
        return String.format(Locale.ROOT, "%d of %d people, %d per second, %d s left", people, total, rate, left)
                + hashes();
    }

    private String hashes() {
        if (hashing.done() + hashing.left() == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT, " and %d s for %d weak hashes", hashing.timeLeft().toSeconds(), hashing.left());
    }
}
