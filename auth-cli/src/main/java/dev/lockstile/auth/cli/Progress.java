package dev.lockstile.auth.cli;

import dev.lockstile.auth.migrate.report.ImportWatch;
import dev.lockstile.auth.migrate.report.NamedPerson;
import dev.lockstile.auth.migrate.report.QuarantineEntry;
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

    private String line(long people, long millis) {
        long rate = millis <= 0 ? 0 : people * 1000 / millis;
        if (total <= 0 || rate == 0) {
            return String.format(Locale.ROOT, "%d people, %d per second", people, rate);
        }
        long left = Math.max(0, total - people) / rate;
        return String.format(Locale.ROOT, "%d of %d people, %d per second, %d s left", people, total, rate, left);
    }
}
